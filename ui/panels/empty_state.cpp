// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/empty_state.h"

#include "theme/icons.h"
#include "widgets/font_scaled.h"

#include <QFontDatabase>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace barograph {

namespace {

QLabel *paragraph(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QLabel *code(const QString &text, QWidget *parent)
{
    QLabel *label = paragraph(text, parent);
    label->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFrameShape(QFrame::StyledPanel);
    label->setBackgroundRole(QPalette::Base);
    label->setAutoFillBackground(true);
    label->setMargin(8);
    return label;
}

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QWidget(this);
    column->setMaximumWidth(fontScaled(640, font()));
    auto *layout = new QVBoxLayout(column);
    layout->setSpacing(10);
    auto *icon = new QLabel(column);
    icon->setPixmap(applicationIcon().pixmap(64, 64));
    auto *title = paragraph(tr("No number is watched yet"), column);
    QFont big = title->font();
    big.setPointSizeF(big.pointSizeF() * 1.6);
    big.setBold(true);
    title->setFont(big);
    m_path = code({}, column);
    m_path->setAccessibleName(tr("Path of the configuration file"));
    layout->addStretch();
    layout->addWidget(icon);
    layout->addWidget(title);
    auto *add = new QPushButton(tr("&Add a number…"), column);
    add->setObjectName(QStringLiteral("addFirstNumber"));
    QFont bold = add->font();
    bold.setBold(true);
    add->setFont(bold);
    add->setMinimumHeight(2 * add->fontMetrics().height());
    connect(add, &QPushButton::clicked, this, &EmptyState::addRequested);
    layout->addWidget(paragraph(tr("A few steps: kind, address and login, a test, and how to let the number send its "
                                   "webhooks here."),
                                column));
    layout->addWidget(add, 0, Qt::AlignLeft);
    layout->addWidget(
        paragraph(tr("Or write it as [[node]] into the configuration file, which is taken up at once:"), column));
    layout->addWidget(m_path);
    layout->addWidget(paragraph(tr("To see Barograph at work without a number of your own, start it with a simulated "
                                   "one:"),
                                column));
    layout->addWidget(code(QStringLiteral("barograph --demo"), column));
    layout->addStretch();
    auto *outer = new QHBoxLayout(this);
    outer->addStretch();
    outer->addWidget(column, 1);
    outer->addStretch();
    setConfigPath({});
}

void EmptyState::setConfigPath(const QString &path)
{
    m_path->setText(path.isEmpty() ? tr("(the path is shown by barograph --help)") : path);
}

} // namespace barograph
