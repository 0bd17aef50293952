// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/annotation_strip.h"

#include "widgets/shown_value.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace barograph {

AnnotationStrip::AnnotationStrip(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_text(new QLineEdit(this))
    , m_remark(new QLabel(this))
    , m_save(new QPushButton(tr("Save note"), this))
    , m_remove(new QPushButton(tr("Remove note"), this))
{
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(6, 4, 6, 4);
    layout->addWidget(m_title, 0, 0);
    layout->addWidget(m_text, 0, 1);
    layout->addWidget(m_save, 0, 2);
    layout->addWidget(m_remove, 0, 3);
    layout->addWidget(cancel, 0, 4);
    layout->addWidget(m_remark, 1, 1, 1, 4);
    layout->setColumnStretch(1, 1);
    m_title->setBuddy(m_text);
    m_remark->setWordWrap(true);
    m_text->setAccessibleName(tr("Text of the note"));
    m_text->setPlaceholderText(tr("What happened? No phone numbers, no passwords."));
    m_text->installEventFilter(this);
    setAccessibleName(tr("Note"));
    connect(m_text, &QLineEdit::textChanged, this, &AnnotationStrip::check);
    connect(m_text, &QLineEdit::returnPressed, this, &AnnotationStrip::save);
    connect(m_save, &QPushButton::clicked, this, &AnnotationStrip::save);
    connect(cancel, &QPushButton::clicked, this, &AnnotationStrip::close);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        m_waiting = true;
        Q_EMIT removalRequested({m_request.nodeId, m_request.id});
    });
    hide();
}

void AnnotationStrip::begin(const QString &nodeId, UtcTime at, UtcTime now)
{
    m_request = {nodeId, at, {}, {}};
    open(now);
}

void AnnotationStrip::edit(const Marker &note, UtcTime now)
{
    m_request = {note.nodeId, note.at, note.text, note.id};
    open(now);
}

void AnnotationStrip::open(UtcTime now)
{
    m_waiting = false;
    m_title->setText(tr("Note at %1").arg(localClock(m_request.at, now)));
    m_text->setText(m_request.text);
    m_remove->setVisible(!m_request.id.isEmpty());
    check();
    show();
    m_text->setFocus();
}

void AnnotationStrip::check()
{
    const auto found = checkAnnotation(m_text->text());
    const bool untouched = m_text->text().isEmpty();
    m_remark->setText(untouched ? QString() : found.refusal.isEmpty() ? found.warning : found.refusal);
    m_remark->setVisible(!m_remark->text().isEmpty());
    m_save->setEnabled(found.refusal.isEmpty());
}

void AnnotationStrip::save()
{
    const auto found = checkAnnotation(m_text->text());
    if (!found.refusal.isEmpty())
        return;
    m_request.text = found.text;
    m_waiting = true;
    Q_EMIT requested(m_request);
}

void AnnotationStrip::takeAnswer(const AnnotationAnswer &answer)
{
    const bool ours =
        m_waiting && answer.nodeId == m_request.nodeId && (m_request.id.isEmpty() || answer.id == m_request.id);
    if (!ours)
        return;
    m_waiting = false;
    if (answer.ok) {
        close();
        return;
    }
    m_remark->setText(answer.error);
    m_remark->show();
}

void AnnotationStrip::close()
{
    hide();
    Q_EMIT closed();
}

bool AnnotationStrip::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        close();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace barograph
