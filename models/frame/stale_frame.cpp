// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame/stale_frame.h"

namespace barograph {

namespace {

template<typename... Readings> void ageAll(Readings &...readings)
{
    ((readings = readings.asStale()), ...);
}

} // namespace

NodeFrame staleCopyOf(NodeFrame node)
{
    for (auto &rate : node.tps)
        ageAll(rate);
    for (auto &rate : node.tpsByKind.counts)
        ageAll(rate);
    ageAll(node.health, node.sessionAsked, node.account, node.lag, node.callbacks, node.callbackQueueSize, node.webApp,
           node.otherTps);
    IncomingView &incoming = node.incoming;
    ageAll(incoming.depth, incoming.atNode, incoming.atWhatsApp, incoming.growthPerSecond, incoming.atRisk,
           incoming.lag, incoming.clockSkew, incoming.pendingOut);
    ageAll(node.botServer.latency, node.botServer.failedShare, node.botServer.perSecond);
    ageAll(node.outbound.depthMessages, node.outbound.oldestAge, node.outbound.paused);
    for (StormView &storm : node.storms)
        ageAll(storm.groupSize, storm.fanOut, storm.remaining, storm.budgetShare, storm.forecast.expectedReceipts);
    return node;
}

} // namespace barograph
