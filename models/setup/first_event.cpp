// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/first_event.h"

#include "text/labels.h"
#include "text/numbers.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace barograph {

namespace {

struct FirstEventWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::FirstEvent)
};

QString whatArrived(EventKind kind)
{
    switch (kind) {
    case EventKind::Receive:
        return FirstEventWords::tr("a received message");
    case EventKind::Send:
        return FirstEventWords::tr("a sent message");
    case EventKind::Delivery:
        return FirstEventWords::tr("a delivery receipt");
    case EventKind::Read:
        break;
    }
    return FirstEventWords::tr("a read receipt");
}

quint64 apartAndKnown(const NodeFrame &node)
{
    return std::accumulate(node.apart.begin(), node.apart.end(), node.ingest.redelivered);
}

QString requestsText(quint64 count)
{
    const auto requests = static_cast<qint64>(count);
    return FirstEventWords::tr("%1 request(s)", nullptr, pluralOf(requests)).arg(formatCount(requests));
}

} // namespace

QString refusalAdvice(RefusalReason reason)
{
    switch (reason) {
    case RefusalReason::None:
        break;
    case RefusalReason::WrongSecret:
        return FirstEventWords::tr("Copy the address again and replace the one at the node: a part of it is wrong or "
                                   "missing.");
    case RefusalReason::NoCredentials:
        return FirstEventWords::tr("Enter the secret at the node, so that it signs its webhooks; or choose another "
                                   "proof under More.");
    case RefusalReason::WrongCredentials:
        return FirstEventWords::tr(
            "The secret at the node and the one stored here differ. Enter the same at both ends.");
    case RefusalReason::ExpiredToken:
        return FirstEventWords::tr("Look at the clocks of both machines: the node's token had expired when it came.");
    case RefusalReason::SecretMissing:
        return FirstEventWords::tr("Go back one page and store the secret that the node signs with.");
    case RefusalReason::AddressNotAllowed:
        return FirstEventWords::tr("Add the sender's address to the allowed senders under More, if it is the node's.");
    case RefusalReason::CertificateMissing:
    case RefusalReason::CertificateWrong:
        return FirstEventWords::tr("The node has to show the client certificate that the configuration names.");
    case RefusalReason::WrongVerifyToken:
        return FirstEventWords::tr("Copy the verify token again and enter it beside the address.");
    }
    return {};
}

void FirstEventWatch::start(const QString &nodeId, UtcTime since)
{
    *this = {};
    m_nodeId = nodeId;
    m_since = since;
}

FirstEventView FirstEventWatch::look(const Frame &frame, UtcTime now)
{
    if (m_arrived)
        return *m_arrived;
    const NodeFrame *node = frame.node(m_nodeId);
    if (!node)
        return {FirstEventView::State::Waiting, FirstEventWords::tr("Waiting for the number to be taken up…"), {}};
    if (!m_apartBefore) {
        m_apartBefore = apartAndKnown(*node);
        m_refusedBefore = node->route.refused;
    }
    return lookAt(frame, *node, now);
}

FirstEventView FirstEventWatch::lookAt(const Frame &frame, const NodeFrame &node, UtcTime now)
{
    std::optional<EventKind> newest;
    for (const EventKind kind : kEventKinds) {
        const auto &at = node.lastEvent[kind];
        if (at && *at >= m_since && (!newest || *at > *node.lastEvent[*newest]))
            newest = kind;
    }
    if (newest) {
        m_arrived = {FirstEventView::State::Arrived,
                     FirstEventWords::tr("First event arrived: %1, %2 old.")
                         .arg(whatArrived(*newest), formatDuration(now - *node.lastEvent[*newest])),
                     {}};
        return *m_arrived;
    }
    if (apartAndKnown(node) > *m_apartBefore) {
        m_arrived = {FirstEventView::State::Arrived,
                     FirstEventWords::tr("First event arrived. It is of a kind that is counted apart."),
                     {}};
        return *m_arrived;
    }
    return waiting(frame, node);
}

FirstEventView FirstEventWatch::waiting(const Frame &frame, const NodeFrame &node) const
{
    using State = FirstEventView::State;
    if (!frame.listener.listening)
        return {State::Refused, FirstEventWords::tr("Webhooks cannot be received at the moment."),
                frame.listener.error};
    const RefusedPeer *latest = nullptr;
    for (const RefusedPeer &peer : frame.listener.refusedPeers) {
        // A wrong address belongs to no node; while somebody sets one up it is most likely this one's.
        const bool ours =
            peer.nodeId == m_nodeId || (peer.nodeId.isEmpty() && peer.reason == RefusalReason::WrongSecret);
        if (ours && peer.lastAt >= m_since && (!latest || peer.lastAt > latest->lastAt))
            latest = &peer;
    }
    const quint64 refused = node.route.refused - std::min(node.route.refused, m_refusedBefore);
    if (latest) {
        const quint64 count = latest->nodeId.isEmpty() || refused == 0 ? latest->count : refused;
        return {State::Refused,
                FirstEventWords::tr("Refused %1, the last from %2: %3.")
                    .arg(requestsText(count), latest->address, refusalText(latest->reason)),
                refusalAdvice(latest->reason)};
    }
    if (refused > 0)
        return {State::Refused, FirstEventWords::tr("Refused %1.").arg(requestsText(refused)),
                FirstEventWords::tr("The Webhooks tab says why.")};
    if (node.route.wantsHandshake && !node.route.verifiedAt)
        return {State::Waiting, FirstEventWords::tr("Waiting… the address has not been verified yet."),
                FirstEventWords::tr("Enter address and verify token at the node and let it verify them. It sends "
                                    "nothing before.")};
    return {State::Waiting, FirstEventWords::tr("Waiting… nothing has arrived yet."),
            FirstEventWords::tr("Send a message to the number, or from it.")};
}

} // namespace barograph
