// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "health/health.h"

#include <optional>
#include <vector>

namespace barograph {

/// How the containers of an on-premises node work together.
enum class TopologyShape : quint8 {
    Unknown,      ///< not asked yet, or not an on-premises client
    Single,       ///< one container
    Availability, ///< High Availability: one CoreApp is connected, the others stand by
    MultiConnect  ///< one connected CoreApp for each shard, and the primary master
};

/// A member beside what is expected of it.
struct MemberView
{
    Member member;
    bool expectedConnected = false; ///< false: a `disconnected` of it is normal
    bool asExpected = true;
    UtcTime since{}; ///< when role and gateway status were first seen as they are

    /// A CoreApp or master that waits to take over, as it should.
    bool standsBy() const { return !expectedConnected && asExpected; }
    friend bool operator==(const MemberView &, const MemberView &) = default;
};

/// One CoreApp taking over from another one, or a primary master's role moving.
struct FailoverView
{
    UtcTime startedAt{};            ///< when the former one was last seen connected (in its role)
    std::optional<UtcTime> endedAt; ///< when the successor was first seen connected; empty: under way
    QString from;                   ///< member name
    QString to;                     ///< member name; while under way, one that is connecting; empty: not known yet
    bool ofMaster = false;          ///< the primary master's role moved

    friend bool operator==(const FailoverView &, const FailoverView &) = default;
};

struct TopologyView
{
    TopologyShape shape = TopologyShape::Unknown;
    std::vector<MemberView> members; ///< masters first, then CoreApps, each by name
    Reading<int> shards;             ///< as the node tells (GET /v1/account/shards), else as configured
    std::optional<FailoverView> lastFailover;
    /// Connections that should be there and for which no listed member stands: shards without a CoreApp.
    int emptyPlaces = 0;
    bool shardsDiffer = false; ///< the node tells another number of shards than is configured here
    bool changing = false;     ///< it said (1017, 1018) a moment ago that it is between two masters or CoreApps

    /// 0 = single container or High Availability.
    int expectedShards() const { return shape == TopologyShape::MultiConnect ? shards.valueOr(0) : 0; }
    friend bool operator==(const TopologyView &, const TopologyView &) = default;
};

/// Turns what an on-premises node tells about its members over time into how it should look, and sees one take over
/// from another. Pure; fixed memory (HealthReports name at most 256 members). Times are those of the answers.
class TopologyWatch
{
public:
    /// For so long a 1017 or 1018 is taken for a sign that a failover is under way.
    static constexpr Seconds kChangingFor{12};

    void apply(const HealthReport &report, UtcTime at);
    /// GET /v1/account/shards.
    void applyShards(int shards, UtcTime at);
    /// The node answered 1017 or 1018: shows a failover before the members do.
    void noteChanging(UtcTime at);
    /// `configuredShards` 0 = single container or High Availability.
    TopologyView view(UtcTime now, int configuredShards) const;

private:
    struct Known
    {
        Member member;
        UtcTime since{};
        std::optional<UtcTime> lastConnected;
        bool lost = false; ///< was connected, is not any more, and nobody has taken its place
    };

    Known *find(const QString &name);
    void followMasters(const HealthReport &report, UtcTime at);
    void followCoreApps(UtcTime at);
    std::optional<FailoverView> underWay() const;
    bool hasSpare() const;

    std::vector<Known> m_known;
    std::optional<int> m_shardsTold;
    UtcTime m_shardsToldAt{};
    std::optional<UtcTime> m_reportedAt;
    std::optional<UtcTime> m_changingAt;
    QString m_primary; ///< the newest one that was seen
    UtcTime m_primarySeenAt{};
    bool m_primaryMissing = false;
    std::optional<FailoverView> m_ended;
};

/// How many shards are connected as they should: what the node tells, where that is more than one, else what is
/// configured. 0 = single container or High Availability. Pure.
int shardsInForce(int configured, std::optional<int> told);

/// The members' state in one word and one sentence, with a failover that is under way or was seen shortly before.
/// Pure.
Judgement judgeTopology(const Reading<HealthReport> &health, const ProbeState &probe, const TopologyView &topology,
                        int configuredShards, UtcTime now);

/// For so long a failover that has ended is worth a word.
inline constexpr Seconds kFailoverToldFor{600};
/// A failover takes about 35 s (heartbeat 5 s, unhealthy after 30 s); after this long nobody comes any more by itself.
inline constexpr Seconds kFailoverTakesAtMost{120};

/// "hostB took over from hostA 2 min ago, after 36 s." or "Failover under way since 12 s: …". Pure.
QString failoverText(const FailoverView &failover, const TopologyView &topology, UtcTime now);
/// A member's name as it is short and still tells it apart: the host, or all of `host:containerId`. Pure.
QString shownMember(const QString &name, const TopologyView &topology);

} // namespace barograph
