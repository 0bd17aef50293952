// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/outbound_panel.h"

#include "text/numbers.h"
#include "widgets/badge.h"
#include "widgets/value_label.h"

#include <QFormLayout>
#include <QPushButton>

namespace barograph {

OutboundPanel::OutboundPanel(QWidget *parent)
    : QGroupBox(tr("Outbound queue"), parent)
    , m_state(new MarkLabel(this))
    , m_depth(new ValueLabel(tr("Messages waiting"), this))
    , m_oldest(new ValueLabel(tr("Age of the oldest message"), this))
    , m_since(new ValueLabel(tr("Paused since"), this))
    , m_resumes(new ValueLabel(tr("Resumes at"), this))
    , m_why(new QLabel(this))
    , m_form(new QFormLayout)
    , m_pause(new QPushButton(tr("&Pause…"), this))
    , m_resume(new QPushButton(tr("&Resume…"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(4);
    layout->addWidget(m_state);
    m_state->setWordWrap(true);
    m_form->setVerticalSpacing(2);
    m_form->setHorizontalSpacing(8);
    m_form->addRow(tr("Waiting"), m_depth);
    m_form->addRow(tr("Oldest"), m_oldest);
    m_form->addRow(tr("Since"), m_since);
    m_form->addRow(tr("Resumes"), m_resumes);
    m_why->setWordWrap(true);
    m_why->setTextFormat(Qt::PlainText);
    layout->addWidget(m_why);
    layout->addLayout(m_form);
    layout->addStretch();
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_pause);
    buttons->addWidget(m_resume);
    layout->addLayout(buttons);
    m_pause->setToolTip(tr("Shows first what would change. Nothing is written before you confirm."));
    m_resume->setToolTip(m_pause->toolTip());
    connect(m_pause, &QPushButton::clicked, this, &OutboundPanel::pauseRequested);
    connect(m_resume, &QPushButton::clicked, this, &OutboundPanel::resumeRequested);
    updateButtons();
}

void OutboundPanel::setNode(const NodeFrame &node, UtcTime now)
{
    const OutboundView &view = node.outbound;
    m_configured = view.configured;
    m_paused = view.paused;
    setTitle(view.configured && !view.name.isEmpty() ? tr("Outbound queue “%1”").arg(view.name) : tr("Outbound queue"));
    const QString source = tr("asked from the queue");
    if (!view.configured) {
        m_state->setContent(Mark::Unknown, tr("No queue is configured for this number"));
        const ShownValue none{tr("not configured"), Truth::NotSupported,
                              tr("Add [node.outbound_queue] to the configuration file.")};
        m_depth->setValue(none);
        m_oldest->setValue(none);
    } else {
        m_depth->setValue(shownCount(view.depthMessages, source, now));
        m_oldest->setValue(shownDuration(view.oldestAge, source, now));
        if (!view.paused.hasValue()) {
            const bool never = view.paused.truth() == Truth::NotSupported;
            m_state->setContent(Mark::Unknown, never ? tr("This queue cannot tell whether it is paused")
                                                     : tr("Not known whether it is paused"));
        } else if (view.paused.truth() == Truth::Stale) {
            const QString age = formatAge(view.paused.takenAt(), now);
            m_state->setContent(Mark::Unknown, view.paused.value() ? tr("PAUSED when it last answered, %1").arg(age)
                                                                   : tr("Running when it last answered, %1").arg(age));
        } else if (view.paused.value()) {
            m_state->setContent(Mark::Paused, tr("PAUSED"));
        } else {
            m_state->setContent(Mark::Playing, tr("Running"));
        }
    }
    setPausedRows(view, now);
    updateButtons();
}

void OutboundPanel::setPausedRows(const OutboundView &view, UtcTime now)
{
    const bool paused = view.configured && view.paused.valueOr(false);
    m_form->setRowVisible(m_since, paused);
    m_form->setRowVisible(m_resumes, paused);
    m_why->setVisible(paused);
    if (!paused)
        return;
    if (view.pausedSince) {
        m_since->setValue(
            {tr("%1 (%2)").arg(localClock(*view.pausedSince, now), formatDuration(now - *view.pausedSince)),
             Truth::Measured, tr("Paused from Barograph.")});
    } else {
        m_since->setValue({tr("unknown"), Truth::Unknown, tr("It was not paused from here.")});
    }
    if (view.resumesAt) {
        m_resumes->setValue(
            {tr("%1 (in %2)").arg(localClock(*view.resumesAt, now), formatDuration(*view.resumesAt - now)),
             Truth::Measured, tr("Barograph resumes it by itself, also after a restart.")});
    } else {
        m_resumes->setValue({tr("not by itself"), Truth::Measured, tr("No timed resume is set.")});
    }
    m_why->setText(view.pausedWhy.isEmpty() ? tr("Paused elsewhere: nobody told Barograph why.")
                                            : tr("From Barograph: %1").arg(view.pausedWhy));
}

void OutboundPanel::setControlsEnabled(bool enabled)
{
    m_controlsEnabled = enabled;
    updateButtons();
}

void OutboundPanel::updateButtons()
{
    // Where the state is not known both are offered: the preview reads it anew.
    const bool paused = m_paused.valueOr(true);
    const bool running = !m_paused.valueOr(false);
    m_pause->setEnabled(m_controlsEnabled && m_configured && running);
    m_resume->setEnabled(m_controlsEnabled && m_configured && paused);
}

} // namespace barograph
