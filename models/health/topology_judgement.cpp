// SPDX-License-Identifier: GPL-3.0-or-later
#include "health/topology.h"
#include "text/joined.h"
#include "text/numbers.h"

#include <QCoreApplication>

#include <algorithm>

namespace barograph {

namespace {

struct TopologyWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Topology)
};

QString hostOf(const QString &name)
{
    const auto colon = name.indexOf(u':');
    return colon > 0 ? name.left(colon) : name;
}

QString shownSpan(Millis span)
{
    return formatDuration(std::chrono::floor<Seconds>(std::max(span, Millis{0})));
}

/// Whole minutes are enough once it is minutes.
QString roughSpan(Millis span)
{
    constexpr Seconds kMinutesFrom{120};
    return span < kMinutesFrom ? shownSpan(span) : formatDuration(std::chrono::floor<std::chrono::minutes>(span));
}

template<typename Test> bool anyCoreApp(const TopologyView &topology, Test test)
{
    return std::any_of(topology.members.begin(), topology.members.end(), [&test](const MemberView &entry) {
        const auto role = entry.member.role;
        return role != MemberRole::PrimaryMaster && role != MemberRole::SecondaryMaster && test(entry);
    });
}

/// Of MultiConnect; 0 for all others.
int missingShards(const TopologyView &topology)
{
    const auto connected = std::count_if(topology.members.begin(), topology.members.end(), [](const MemberView &entry) {
        const auto role = entry.member.role;
        return role != MemberRole::PrimaryMaster && role != MemberRole::SecondaryMaster &&
               entry.member.gateway == GatewayStatus::Connected;
    });
    return std::max(topology.expectedShards() - static_cast<int>(connected), 0);
}

bool lacksShardAndSpare(const TopologyView &topology)
{
    const bool lacks =
        topology.emptyPlaces > 0 || anyCoreApp(topology, [](const MemberView &entry) { return !entry.asExpected; });
    return lacks && !anyCoreApp(topology, [](const MemberView &entry) { return entry.standsBy(); });
}

QString differenceText(int told, int configured)
{
    return configured > 0
               ? TopologyWords::tr("The node tells %n shard(s), but %1 are configured here: correct expected_shards.",
                                   nullptr, told)
                     .arg(configured)
               : TopologyWords::tr("The node tells %n shard(s), but none are configured here: set expected_shards.",
                                   nullptr, told);
}

void addSentence(QString &text, const QString &sentence)
{
    text = joinedSentences({text, sentence});
}

/// What judgeHealth() says, with what is known of how it came about.
void tellFailover(Judgement &result, const FailoverView &failover, const TopologyView &topology, UtcTime now)
{
    if (failover.endedAt) {
        if (result.state == NodeState::Ok && now - *failover.endedAt <= kFailoverToldFor)
            addSentence(result.why, failoverText(failover, topology, now));
        return;
    }
    // The members said that all is well again, in a way that was not seen.
    if (result.state == NodeState::Ok)
        return;
    QString why = failoverText(failover, topology, now);
    if (const int missing = missingShards(topology); missing > 0 && !failover.ofMaster) {
        addSentence(
            why, TopologyWords::tr("%n of %1 shard(s) are not connected to WhatsApp; their recipients get no messages.",
                                   nullptr, missing)
                     .arg(topology.expectedShards()));
    }
    result.why = why;
}

} // namespace

QString shownMember(const QString &name, const TopologyView &topology)
{
    const QString host = hostOf(name);
    const auto sameHost = std::count_if(topology.members.begin(), topology.members.end(), [&](const MemberView &entry) {
        return entry.member.name != name && hostOf(entry.member.name) == host;
    });
    return sameHost > 0 ? name : host;
}

QString failoverText(const FailoverView &failover, const TopologyView &topology, UtcTime now)
{
    const QString from = shownMember(failover.from, topology);
    const QString to = shownMember(failover.to, topology);
    if (failover.endedAt) {
        const QString took = shownSpan(*failover.endedAt - failover.startedAt);
        const QString ago = roughSpan(now - *failover.endedAt);
        return failover.ofMaster ? TopologyWords::tr("%1 became primary master in place of %2 %3 ago, after %4.")
                                       .arg(to, from, ago, took)
                                 : TopologyWords::tr("%1 took over from %2 %3 ago, after %4.").arg(to, from, ago, took);
    }
    const auto age = now - failover.startedAt;
    if (failover.ofMaster) {
        return TopologyWords::tr(
                   "The primary master %1 has been gone for %2, and no other has its role yet. Without one, a "
                   "failing CoreApp is not replaced: check the masters.")
            .arg(from, roughSpan(age));
    }
    if (age > kFailoverTakesAtMost && failover.to.isEmpty()) {
        return TopologyWords::tr(
                   "%1 lost its connection %2 ago and nobody has taken over. Check the CoreApps that stand by, "
                   "and the masters.")
            .arg(from, roughSpan(age));
    }
    if (failover.to.isEmpty()) {
        return TopologyWords::tr("Failover under way since %1: %2 lost its connection, nobody has taken over yet.")
            .arg(roughSpan(age), from);
    }
    return TopologyWords::tr("Failover under way since %1: %2 lost its connection, %3 is connecting.")
        .arg(roughSpan(age), from, to);
}

Judgement judgeTopology(const Reading<HealthReport> &health, const ProbeState &probe, const TopologyView &topology,
                        int configuredShards, UtcTime now)
{
    const bool told = topology.shards.truth() == Truth::Measured;
    const auto shards = shardsInForce(configuredShards, told ? std::optional(topology.shards.value()) : std::nullopt);
    auto result = judgeHealth(health, probe, shards);
    const bool failing = probe.fault != ProbeFault::None;
    if (health.truth() != Truth::Measured || (failing && !topology.changing))
        return result;
    const auto &failover = topology.lastFailover;
    const bool underWay = failover && !failover->endedAt;
    if (topology.changing && !underWay && (result.state == NodeState::Ok || probe.fault == ProbeFault::ServerError)) {
        result.state = NodeState::Degraded;
        result.why =
            TopologyWords::tr("The node says that it is between two masters or CoreApps (error 1017 or 1018): a "
                              "failover seems to be under way. It takes about 35 s.");
    } else if (failover && (!failing || probe.fault == ProbeFault::ServerError)) {
        tellFailover(result, *failover, topology, now);
    }
    if (topology.shape == TopologyShape::MultiConnect && result.state == NodeState::Degraded && !underWay &&
        lacksShardAndSpare(topology))
        addSentence(result.why, TopologyWords::tr("No CoreApp stands by to take over."));
    if (topology.shardsDiffer && topology.shape != TopologyShape::Single)
        addSentence(result.why, differenceText(topology.shards.value(), configuredShards));
    return result;
}

} // namespace barograph
