// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame/stale_frame.h"

#include "text/labels.h"

#include <QCoreApplication>

namespace barograph {

namespace {

struct StaleWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::NodeFrame)
};

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
    if (node.enabled) {
        const QString was = nodeStateText(node.judgement.state);
        node.judgement = {};
        node.judgement.why = StaleWords::tr("not known while no new figures come; it was: %1").arg(was);
    }
    return node;
}

} // namespace barograph
