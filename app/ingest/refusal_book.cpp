// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/refusal_book.h"

#include "ingest/ingest_words.h"

#include <algorithm>

namespace barograph {

namespace {

QString addressText(const boost::asio::ip::address &address)
{
    // An IPv4 peer of a socket for both is the same peer.
    const bool mapped = address.is_v6() && address.to_v6().is_v4_mapped();
    const auto shown =
        mapped ? boost::asio::ip::address(boost::asio::ip::make_address_v4(boost::asio::ip::v4_mapped, address.to_v6()))
               : address;
    return shown.is_unspecified() ? IngestWords::tr("unknown address") : QString::fromStdString(shown.to_string());
}

} // namespace

std::optional<RefusalBook::LogLine> RefusalBook::add(const PeerInfo &peer, std::optional<NodeIndex> node,
                                                     RefusalReason reason, UtcTime now)
{
    count(peer.address, node, reason, now);
    return lineFor(peer.address, node, reason, now);
}

void RefusalBook::count(const Address &address, std::optional<NodeIndex> node, RefusalReason reason, UtcTime now)
{
    ++m_total;
    if (node) {
        auto &route = m_routes[*node];
        ++route.refused;
        route.lastAt = now;
    }
    auto known = std::find_if(m_peers.begin(), m_peers.end(), [&](const Peer &peer) {
        return peer.address == address && peer.node == node && peer.reason == reason;
    });
    if (known == m_peers.end()) {
        if (m_peers.size() == kMostPeers)
            m_peers.pop_back();
        known = m_peers.insert(m_peers.end(), Peer{address, node, reason, 0, {}});
    }
    ++known->count;
    known->lastAt = now;
    std::rotate(m_peers.begin(), known, known + 1);
}

std::optional<RefusalBook::LogLine> RefusalBook::lineFor(const Address &address, std::optional<NodeIndex> node,
                                                         RefusalReason reason, UtcTime now)
{
    const auto isOver = [now](const Logged &logged) { return now - logged.at >= kLogPause || now < logged.at; };
    auto entry = std::find_if(m_logged.begin(), m_logged.end(), [&](const Logged &logged) {
        return logged.address == address && logged.reason == reason;
    });
    if (entry != m_logged.end() && !isOver(*entry)) {
        ++entry->suppressed;
        return std::nullopt;
    }
    if (entry == m_logged.end() && m_logged.size() < kMostPeers)
        entry = m_logged.insert(m_logged.end(), Logged{address, reason, now, 0});
    if (entry == m_logged.end()) {
        // Takes the place of one that has been quiet for long enough, so that many peers do not fill the log either.
        entry = std::find_if(m_logged.begin(), m_logged.end(), isOver);
        if (entry == m_logged.end()) {
            ++m_othersSuppressed;
            return std::nullopt;
        }
        m_othersSuppressed += entry->suppressed;
        *entry = Logged{address, reason, now, 0};
    }
    LogLine line{addressText(address), node, reason, entry->suppressed, std::exchange(m_othersSuppressed, 0)};
    entry->at = now;
    entry->suppressed = 0;
    return line;
}

void RefusalBook::fill(Frame &frame, const std::function<QString(NodeIndex)> &nodeId) const
{
    frame.listener.refused = m_total;
    frame.listener.refusedPeers.clear();
    for (const auto &peer : m_peers)
        frame.listener.refusedPeers.push_back({addressText(peer.address), peer.node ? nodeId(*peer.node) : QString(),
                                               peer.reason, peer.count, peer.lastAt});
    for (auto &node : frame.nodes) {
        const auto route = m_routes.find(node.index);
        if (route == m_routes.end())
            continue;
        node.route.refused = route->second.refused;
        node.route.lastRefusedAt = route->second.lastAt;
        node.route.verifiedAt = route->second.verifiedAt;
    }
}

} // namespace barograph
