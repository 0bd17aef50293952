// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/node_view/view_condition.h"

#include "frame/stale_frame.h"
#include "text/numbers.h"
#include "theme/colors.h"
#include "widgets/badge.h"
#include "widgets/shown_value.h"

#include <QGridLayout>
#include <QPainter>
#include <QToolButton>

namespace barograph {

ViewCondition viewConditionOf(const Frame &frame, const NodeFrame &node, UtcTime now)
{
    using Kind = ViewCondition::Kind;
    if (now - frame.takenAt > kFrameStaleAfter) {
        return {Kind::Stale, Mark::Critical,
                ConditionStrip::tr("STALE: no new figures for %1. All that is shown here is as it was at %2.")
                    .arg(formatDuration(now - frame.takenAt), localClock(frame.takenAt, now))};
    }
    if (!node.enabled) {
        return {Kind::SwitchedOff, Mark::Off,
                ConditionStrip::tr(
                    "Switched off: what it would have to be asked for is from before. Webhooks that still come "
                    "are counted.")};
    }
    const bool everTold = std::any_of(kEventKinds.begin(), kEventKinds.end(),
                                      [&node](EventKind kind) { return node.lastEvent[kind].has_value(); }) ||
                          node.totals.total() > 0;
    if (node.probe.lastSuccess || everTold || node.health.hasValue())
        return {};
    if (node.probe.fault == ProbeFault::None) {
        return {Kind::Waiting, Mark::Unknown,
                ConditionStrip::tr("Nothing is known of this number yet: it has not answered, and no webhook of it has "
                                   "arrived.")};
    }
    return {Kind::NeverAnswered, Mark::Warning,
            ConditionStrip::tr("This number has never answered, and no webhook of it has arrived. %1")
                .arg(node.probe.detail)};
}

ConditionStrip::ConditionStrip(QWidget *parent)
    : QWidget(parent)
    , m_state(new MarkLabel(this))
    , m_notice(new MarkLabel(this))
    , m_dismiss(new QToolButton(this))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(6, 3, 6, 3);
    grid->setVerticalSpacing(2);
    grid->addWidget(m_state, 0, 0, 1, 2);
    grid->addWidget(m_notice, 1, 0);
    grid->addWidget(m_dismiss, 1, 1, Qt::AlignTop);
    grid->setColumnStretch(0, 1);
    for (MarkLabel *label : {m_state, m_notice})
        label->setWordWrap(true);
    m_state->setAccessibleName(tr("State of this view"));
    m_dismiss->setText(tr("Dismiss"));
    m_dismiss->setAutoRaise(true);
    m_dismiss->setFocusPolicy(Qt::TabFocus);
    connect(m_dismiss, &QToolButton::clicked, this, [this] { setNotice({}); });
    m_state->hide();
    setNotice({});
}

void ConditionStrip::setCondition(const ViewCondition &condition)
{
    if (condition == m_condition)
        return;
    m_condition = condition;
    m_state->setContent(condition.mark, condition.text);
    m_state->setAccessibleDescription(condition.text);
    m_state->setVisible(condition.kind != ViewCondition::Kind::None);
    updateVisible();
}

void ConditionStrip::setNotice(const QString &text)
{
    m_notice->setContent(Mark::Info, text);
    m_notice->setVisible(!text.isEmpty());
    m_dismiss->setVisible(!text.isEmpty());
    updateVisible();
}

QString ConditionStrip::notice() const
{
    return m_notice->text();
}

void ConditionStrip::updateVisible()
{
    setVisible(!m_state->isHidden() || !m_notice->isHidden());
    update();
}

void ConditionStrip::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::AlternateBase));
    painter.fillRect(QRect(0, 0, 3, height()),
                     markColor(m_state->isHidden() ? Mark::Info : m_condition.mark, themeColors(palette())));
}

} // namespace barograph
