// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/setup/first_event_panel.h"

#include "widgets/badge.h"

#include <QLabel>
#include <QVBoxLayout>

namespace barograph {

FirstEventPanel::FirstEventPanel(QWidget *parent)
    : QWidget(parent)
    , m_state(new MarkLabel(this))
    , m_advice(new QLabel(this))
    , m_help(new QLabel(tr("You can finish at any time: the number is saved, and its events are counted whenever they "
                           "come."),
                        this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(14);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.35);
    large.setBold(true);
    m_state->setFont(large);
    m_state->setWordWrap(true);
    m_state->setObjectName(QStringLiteral("firstEvent"));
    m_advice->setWordWrap(true);
    m_advice->setTextFormat(Qt::PlainText);
    m_advice->setObjectName(QStringLiteral("firstEventAdvice"));
    m_help->setWordWrap(true);
    m_help->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_state);
    layout->addWidget(m_advice);
    layout->addSpacing(10);
    layout->addWidget(m_help);
    layout->addStretch();
}

void FirstEventPanel::start(const QString &nodeId, UtcTime since)
{
    m_watch.start(nodeId, since);
    show({FirstEventView::State::Waiting, tr("Waiting… nothing has arrived yet."), {}});
}

void FirstEventPanel::setFrame(const Frame &frame, UtcTime now)
{
    const FirstEventView view = m_watch.look(frame, now);
    if (view == m_shown)
        return;
    const bool before = hasArrived();
    show(view);
    if (!before && hasArrived())
        Q_EMIT arrived();
}

void FirstEventPanel::show(const FirstEventView &view)
{
    m_shown = view;
    Mark mark = Mark::Playing;
    if (view.state == FirstEventView::State::Refused)
        mark = Mark::Critical;
    else if (view.state == FirstEventView::State::Waiting)
        mark = Mark::Unknown;
    else
        mark = Mark::Ok;
    m_state->setContent(mark, view.text);
    m_state->setAccessibleName(view.text);
    m_advice->setText(view.advice);
    m_advice->setVisible(!view.advice.isEmpty());
}

} // namespace barograph
