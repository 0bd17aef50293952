// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/annotation_strip.h"

#include "widgets/shown_value.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace barograph {

namespace {

/// Notes that wait to be shown again; the oldest gives way.
constexpr std::size_t kMostAside = 50;

} // namespace

AnnotationStrip::AnnotationStrip(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_text(new QLineEdit(this))
    , m_remark(new QLabel(this))
    , m_save(new QPushButton(tr("Save note"), this))
    , m_remove(new QPushButton(tr("Remove note"), this))
    , m_cancel(new QPushButton(this))
{
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(6, 4, 6, 4);
    layout->addWidget(m_title, 0, 0);
    layout->addWidget(m_text, 0, 1);
    layout->addWidget(m_save, 0, 2);
    layout->addWidget(m_remove, 0, 3);
    layout->addWidget(m_cancel, 0, 4);
    layout->addWidget(m_remark, 1, 1, 1, 4);
    layout->setColumnStretch(1, 1);
    m_title->setBuddy(m_text);
    m_remark->setWordWrap(true);
    m_text->setAccessibleName(tr("Text of the note"));
    m_text->setPlaceholderText(tr("What happened? No phone numbers, no passwords."));
    m_text->installEventFilter(this);
    setAccessibleName(tr("Note"));
    connect(m_text, &QLineEdit::textEdited, this, [this] { m_draft.failure.clear(); });
    connect(m_text, &QLineEdit::textChanged, this, &AnnotationStrip::check);
    connect(m_text, &QLineEdit::returnPressed, this, [this] { send(Wish::Save); });
    connect(m_save, &QPushButton::clicked, this, [this] { send(Wish::Save); });
    connect(m_remove, &QPushButton::clicked, this, [this] { send(Wish::Remove); });
    connect(m_cancel, &QPushButton::clicked, this, &AnnotationStrip::cancel);
    hide();
}

void AnnotationStrip::begin(const QString &nodeId, UtcTime at, UtcTime now)
{
    putAside();
    m_nodeId = nodeId;
    Draft draft;
    draft.request.nodeId = nodeId;
    draft.request.at = at;
    open(std::move(draft), now);
    m_text->setFocus();
}

void AnnotationStrip::edit(const Marker &note, UtcTime now)
{
    putAside();
    m_nodeId = note.nodeId;
    Draft draft;
    draft.request = {note.nodeId, note.at, note.text, note.id};
    open(std::move(draft), now);
    m_text->setFocus();
}

void AnnotationStrip::setNode(const QString &nodeId, UtcTime now)
{
    m_now = now;
    if (nodeId == m_nodeId)
        return;
    putAside();
    hide();
    m_nodeId = nodeId;
    comeBack();
}

void AnnotationStrip::open(Draft draft, UtcTime now)
{
    m_now = now;
    m_draft = std::move(draft);
    m_opened = m_draft.request.text;
    m_title->setText(tr("Note at %1").arg(localClock(m_draft.request.at, now)));
    m_text->setText(m_draft.request.text);
    m_remove->setVisible(!m_draft.request.id.isEmpty());
    check();
    show();
}

void AnnotationStrip::putAside()
{
    // What is under way comes back by itself, should it fail.
    const bool unfinished = m_text->text() != m_opened || !m_draft.failure.isEmpty();
    if (isHidden() || isUnderWay() || !unfinished)
        return;
    m_draft.request.text = m_text->text();
    m_aside.push_back(std::move(m_draft));
    if (m_aside.size() > kMostAside)
        m_aside.pop_front();
    m_draft = {};
}

void AnnotationStrip::comeBack()
{
    const auto waits = std::find_if(m_aside.begin(), m_aside.end(),
                                    [this](const Draft &draft) { return draft.request.nodeId == m_nodeId; });
    if (!isHidden() || waits == m_aside.end())
        return;
    auto draft = std::move(*waits);
    m_aside.erase(waits);
    open(std::move(draft), m_now);
    m_opened.clear(); // it is still not saved
}

void AnnotationStrip::check()
{
    const auto found = checkAnnotation(m_text->text());
    const bool untouched = m_text->text().isEmpty();
    if (m_draft.wish == Wish::Save)
        m_remark->setText(tr("The note is being saved…"));
    else if (m_draft.wish == Wish::Remove)
        m_remark->setText(tr("The note is being removed…"));
    else if (!m_draft.failure.isEmpty())
        m_remark->setText(m_draft.failure);
    else
        m_remark->setText(untouched ? QString() : found.refusal.isEmpty() ? found.warning : found.refusal);
    m_remark->setVisible(!m_remark->text().isEmpty());
    m_text->setReadOnly(isUnderWay());
    m_save->setEnabled(!isUnderWay() && found.refusal.isEmpty());
    m_remove->setEnabled(!isUnderWay());
    m_cancel->setText(isUnderWay() ? tr("Hide") : tr("Cancel"));
}

void AnnotationStrip::send(Wish wish)
{
    if (isUnderWay())
        return;
    if (wish == Wish::Save) {
        const auto found = checkAnnotation(m_text->text());
        if (!found.refusal.isEmpty())
            return;
        m_draft.request.text = found.text;
    } else {
        m_draft.request.text = m_text->text();
    }
    m_draft.request.ticket = ++m_lastTicket;
    m_draft.failure.clear();
    m_draft.wish = wish;
    m_underWay.push_back(m_draft);
    check();
    // The answer may come before this returns.
    const auto request = m_draft.request;
    if (wish == Wish::Save)
        Q_EMIT requested(request);
    else
        Q_EMIT removalRequested({request.nodeId, request.id, request.ticket});
}

void AnnotationStrip::takeAnswer(const AnnotationAnswer &answer)
{
    const auto found = std::find_if(m_underWay.begin(), m_underWay.end(), [&answer](const Draft &draft) {
        return draft.request.ticket == answer.ticket && draft.request.nodeId == answer.nodeId;
    });
    if (found == m_underWay.end())
        return;
    Draft draft = std::move(*found);
    m_underWay.erase(found);
    const bool inLine = !isHidden() && isUnderWay() && m_draft.request.ticket == answer.ticket;
    if (answer.ok) {
        if (inLine)
            cancel();
        return;
    }
    draft.failure = draft.wish == Wish::Save
                        ? tr("Not saved. %1 Your text is kept here until it is saved or cancelled.").arg(answer.error)
                        : tr("Not removed. %1 The note is still there.").arg(answer.error);
    draft.wish = Wish::None;
    if (inLine) {
        m_draft = std::move(draft);
        m_opened.clear();
        check();
        return;
    }
    m_aside.push_back(std::move(draft));
    comeBack();
}

void AnnotationStrip::cancel()
{
    hide();
    m_draft = {};
    m_text->clear();
    m_opened.clear();
    Q_EMIT closed();
    comeBack();
}

bool AnnotationStrip::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        cancel();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace barograph
