// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"
#include "listener/peer_info.h"

#include <functional>
#include <map>
#include <vector>

namespace barograph {

/// Who was turned away, where and why. Totals are exact; of peers the latest 32 are known (address × route × reason),
/// whatever arrives. Lives on the ingest thread.
class RefusalBook
{
public:
    static constexpr std::size_t kMostPeers = 32;
    static constexpr Seconds kLogPause{60};

    /// A line that shall be logged now. At most one per peer and reason, and kMostPeers together, in kLogPause.
    struct LogLine
    {
        QString address;
        std::optional<NodeIndex> node;
        RefusalReason reason = RefusalReason::None;
        quint64 suppressed = 0; ///< refusals since the last line about this peer and reason, not counting this one
        quint64 others = 0;     ///< refusals of others since any line, of which nothing could be logged
    };

    /// No node: no route of ours.
    std::optional<LogLine> add(const PeerInfo &peer, std::optional<NodeIndex> node, RefusalReason reason, UtcTime now);
    void verified(NodeIndex node, UtcTime now) { m_routes[node].verifiedAt = now; }

    quint64 total() const { return m_total; }
    /// Fills in what is refused, in the listener's view and in the routes of the frame's nodes.
    void fill(Frame &frame, const std::function<QString(NodeIndex)> &nodeId) const;

private:
    using Address = boost::asio::ip::address;

    struct Peer
    {
        Address address;
        std::optional<NodeIndex> node;
        RefusalReason reason = RefusalReason::None;
        quint64 count = 0;
        UtcTime lastAt{};
    };
    struct Logged
    {
        Address address;
        RefusalReason reason = RefusalReason::None;
        UtcTime at{};
        quint64 suppressed = 0;
    };
    struct RouteCounts
    {
        quint64 refused = 0;
        std::optional<UtcTime> lastAt;
        std::optional<UtcTime> verifiedAt;
    };

    void count(const Address &address, std::optional<NodeIndex> node, RefusalReason reason, UtcTime now);
    std::optional<LogLine> lineFor(const Address &address, std::optional<NodeIndex> node, RefusalReason reason,
                                   UtcTime now);

    std::vector<Peer> m_peers; ///< latest first
    std::vector<Logged> m_logged;
    quint64 m_othersSuppressed = 0;
    std::map<NodeIndex, RouteCounts> m_routes; ///< bounded by the number of nodes
    quint64 m_total = 0;
};

} // namespace barograph
