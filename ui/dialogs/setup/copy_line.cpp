// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/setup/copy_line.h"

#include "widgets/font_scaled.h"

#include <QApplication>
#include <QClipboard>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace barograph {

namespace {

constexpr int kCopiedShownMs = 2000;

/// Lets a line break anywhere: long addresses and commands have no blanks.
QString breakable(const QString &text)
{
    QString out;
    out.reserve(text.size() * 2);
    for (const QChar c : text) {
        out += c;
        if (c == u'/' || c == u'-' || c == u'&' || c == u',' || c == u'•' || c == u'=')
            out += QChar(0x200B);
    }
    return out;
}

} // namespace

CopyLine::CopyLine(const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_copy(new QPushButton(tr("Copy"), this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_text, 1);
    layout->addWidget(m_copy, 0, Qt::AlignTop);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setMargin(6);
    m_text->setFrameShape(QFrame::StyledPanel);
    m_text->setBackgroundRole(QPalette::Base);
    m_text->setAutoFillBackground(true);
    m_text->setMinimumWidth(fontScaled(120, font()));
    m_text->setAccessibleName(accessibleName);
    m_copy->setAutoDefault(false);
    m_copy->setAccessibleName(tr("Copy: %1").arg(accessibleName));
    m_copiedTimer.setSingleShot(true);
    m_copiedTimer.setInterval(kCopiedShownMs);
    connect(&m_copiedTimer, &QTimer::timeout, this, [this] { m_copy->setText(tr("Copy")); });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QApplication::clipboard()->setText(m_copied);
        m_copy->setText(tr("Copied"));
        m_copiedTimer.start();
    });
}

void CopyLine::setTexts(const QString &shown, const QString &copied)
{
    m_text->setText(breakable(shown));
    m_copied = copied;
    m_copy->setEnabled(!copied.isEmpty());
}

QString CopyLine::shownText() const
{
    return m_text->text().remove(QChar(0x200B));
}

} // namespace barograph
