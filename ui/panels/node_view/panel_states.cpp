// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/node_view/panel_states.h"

#include "core/node_traits.h"
#include "panels/webhooks_panel.h"
#include "text/incoming_text.h"
#include "text/node_notices.h"

#include <QCoreApplication>

#include <algorithm>

namespace barograph {

namespace {

struct StateWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::NodeView)
};

PanelState quietState(PanelId id)
{
    return {panelTitle(id), panelTabText(id), {}};
}

PanelState stormsState(const NodeFrame &node)
{
    const auto running = static_cast<int>(
        std::count_if(node.storms.begin(), node.storms.end(), [](const StormView &storm) { return storm.active; }));
    if (running == 0)
        return quietState(PanelId::Storms);
    return {StateWords::tr("Storms (%n running)", nullptr, running), StateWords::tr("Storms (%1)").arg(running),
            Mark::Warning};
}

PanelState incomingState(const NodeFrame &node)
{
    const QString badge = riskBadge(node);
    PanelState state = quietState(PanelId::Incoming);
    if (!badge.isEmpty())
        state.title = StateWords::tr("Incoming (%1)").arg(badge);
    if (node.enabled && (!badge.isEmpty() || node.botServer.tooSmall))
        state.mark = Mark::Warning;
    return state;
}

PanelState membersState(const NodeFrame &node)
{
    const Judgement &judgement = node.judgement;
    PanelState state = quietState(PanelId::Members);
    if (judgement.expected > 0) {
        state.title = StateWords::tr("Members (%1 of %2)").arg(judgement.connected).arg(judgement.expected);
        state.tab = StateWords::tr("Members (%1/%2)").arg(judgement.connected).arg(judgement.expected);
    }
    if (tellsMembers(node.kind) && (judgement.state == NodeState::Degraded || judgement.state == NodeState::Down))
        state.mark = Mark::Warning;
    return state;
}

PanelState noticesState(const NodeFrame &node, UtcTime now)
{
    const auto notices = nodeNotices(node, now);
    PanelState state = quietState(PanelId::Notices);
    if (!notices.empty())
        state.title = state.tab = StateWords::tr("Notices (%1)").arg(notices.size());
    if (std::any_of(notices.begin(), notices.end(),
                    [](const NodeNotice &notice) { return notice.urgency >= Urgency::Attention; }))
        state.mark = Mark::Warning;
    return state;
}

} // namespace

PanelState panelStateOf(PanelId id, const NodeFrame &node, UtcTime now, bool controlFailed)
{
    PanelState state = quietState(id);
    switch (id) {
    case PanelId::Storms:
        return stormsState(node);
    case PanelId::Incoming:
        return incomingState(node);
    case PanelId::Members:
        return membersState(node);
    case PanelId::Notices:
        return noticesState(node, now);
    case PanelId::Controls:
        if (node.outbound.configured && node.outbound.isPausedNow())
            return {StateWords::tr("Controls (queue PAUSED)"), StateWords::tr("Controls (PAUSED)"), Mark::Paused};
        break;
    case PanelId::Webhooks:
        if (node.route.secretMissing)
            state.title = StateWords::tr("Webhooks (secret missing)");
        if (webhooksNeedAttention(node, now))
            state.mark = Mark::Warning;
        break;
    case PanelId::History:
        if (controlFailed)
            state.mark = Mark::Warning;
        break;
    default:
        break;
    }
    return state;
}

} // namespace barograph
