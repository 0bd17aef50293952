// SPDX-License-Identifier: GPL-3.0-or-later
#include "health/topology.h"

#include <algorithm>

namespace barograph {

namespace {

constexpr std::size_t kMostKnown = 512;
/// After so long without an answer nobody can say who took over from whom, and when.
constexpr std::chrono::minutes kForgetAfter{5};

bool isMaster(MemberRole role)
{
    return role == MemberRole::PrimaryMaster || role == MemberRole::SecondaryMaster;
}

/// A role that is not known here may be a CoreApp's: better than overlooking one.
bool isCoreApp(MemberRole role)
{
    return !isMaster(role) && role != MemberRole::Single;
}

bool isConnected(const Member &member)
{
    return member.gateway == GatewayStatus::Connected;
}

bool isSingle(const std::vector<MemberView> &members)
{
    return members.size() == 1 && members.front().member.role == MemberRole::Single;
}

TopologyShape shapeOf(const std::vector<MemberView> &members, int shards)
{
    if (members.empty())
        return TopologyShape::Unknown;
    if (isSingle(members))
        return TopologyShape::Single;
    return shards > 0 ? TopologyShape::MultiConnect : TopologyShape::Availability;
}

/// In which order those that are not connected are taken for the ones that should be.
int rankAsExpected(bool lost, GatewayStatus gateway)
{
    if (gateway == GatewayStatus::Connecting)
        return 0;
    return lost ? 1 : 2;
}

} // namespace

int shardsInForce(int configured, std::optional<int> told)
{
    if (told && *told > 1)
        return *told;
    // One shard is High Availability, or MultiConnect of one: only the operator knows.
    return told && configured > 0 ? 1 : configured;
}

TopologyWatch::Known *TopologyWatch::find(const QString &name)
{
    const auto place =
        std::find_if(m_known.begin(), m_known.end(), [&name](const Known &known) { return known.member.name == name; });
    return place == m_known.end() ? nullptr : &*place;
}

void TopologyWatch::apply(const HealthReport &report, UtcTime at)
{
    if (m_reportedAt && at - *m_reportedAt > kForgetAfter) {
        m_known.clear();
        m_primary.clear();
        m_reportedAt.reset();
    }
    for (const auto &member : report.members) {
        auto *known = find(member.name);
        if (known == nullptr) {
            m_known.push_back({member, at, {}, false});
        } else if (known->member != member) {
            known->member = member;
            known->since = at;
        }
    }
    // One that is no longer named has gone. If it was connected, its place is open until somebody takes it.
    for (auto &known : m_known) {
        const bool named = std::any_of(report.members.begin(), report.members.end(),
                                       [&known](const Member &member) { return member.name == known.member.name; });
        if (!named && known.member.gateway != GatewayStatus::Unrecognised) {
            known.member.gateway = GatewayStatus::Unrecognised;
            known.since = at;
        }
    }
    followMasters(report, at);
    followCoreApps(at);
    m_known.erase(std::remove_if(m_known.begin(), m_known.end(),
                                 [&report](const Known &known) {
                                     return !known.lost && std::none_of(report.members.begin(), report.members.end(),
                                                                        [&known](const Member &member) {
                                                                            return member.name == known.member.name;
                                                                        });
                                 }),
                  m_known.end());
    // Containers come back under new names: those that were lost long ago go first.
    if (m_known.size() > kMostKnown) {
        m_known.erase(std::remove_if(m_known.begin(), m_known.end(), [](const Known &known) { return known.lost; }),
                      m_known.end());
    }
    // The members themselves have told since.
    if (m_changingAt && *m_changingAt < at)
        m_changingAt.reset();
    m_reportedAt = at;
}

void TopologyWatch::followMasters(const HealthReport &report, UtcTime at)
{
    const auto primary = std::find_if(report.members.begin(), report.members.end(),
                                      [](const Member &member) { return member.role == MemberRole::PrimaryMaster; });
    if (primary == report.members.end()) {
        m_primaryMissing = !m_primary.isEmpty();
        return;
    }
    if (!m_primary.isEmpty() && m_primary != primary->name)
        m_ended = FailoverView{m_primarySeenAt, at, m_primary, primary->name, true};
    m_primary = primary->name;
    m_primarySeenAt = at;
    m_primaryMissing = false;
}

void TopologyWatch::followCoreApps(UtcTime at)
{
    std::vector<Known *> came;
    for (auto &known : m_known) {
        if (!isCoreApp(known.member.role))
            continue;
        if (isConnected(known.member)) {
            // Back by itself: nobody has taken over.
            const bool isNew = !known.lost && known.since == at && m_reportedAt;
            known.lost = false;
            known.lastConnected = at;
            if (isNew)
                came.push_back(&known);
        } else if (known.lastConnected && *known.lastConnected == m_reportedAt) {
            known.lost = true;
        }
    }
    for (const auto *successor : came) {
        Known *former = nullptr;
        for (auto &known : m_known) {
            if (known.lost && (former == nullptr || *known.lastConnected < *former->lastConnected))
                former = &known;
        }
        if (former == nullptr)
            return;
        former->lost = false;
        m_ended = FailoverView{*former->lastConnected, at, former->member.name, successor->member.name, false};
    }
}

void TopologyWatch::applyShards(int shards, UtcTime at)
{
    m_shardsTold = shards;
    m_shardsToldAt = at;
}

void TopologyWatch::noteChanging(UtcTime at)
{
    m_changingAt = at;
}

bool TopologyWatch::hasSpare() const
{
    return std::any_of(m_known.begin(), m_known.end(), [](const Known &known) {
        const auto gateway = known.member.gateway;
        return isCoreApp(known.member.role) && !known.lost &&
               (gateway == GatewayStatus::Disconnected || gateway == GatewayStatus::Connecting);
    });
}

std::optional<FailoverView> TopologyWatch::underWay() const
{
    const Known *former = nullptr;
    for (const auto &known : m_known) {
        if (known.lost && (former == nullptr || *known.lastConnected < *former->lastConnected))
            former = &known;
    }
    // Where nobody stands by there is no failover, only a loss.
    if (former != nullptr && hasSpare()) {
        FailoverView failover{*former->lastConnected, {}, former->member.name, {}, false};
        const auto next = std::find_if(m_known.begin(), m_known.end(), [](const Known &known) {
            return isCoreApp(known.member.role) && !known.lost && known.member.gateway == GatewayStatus::Connecting;
        });
        if (next != m_known.end())
            failover.to = next->member.name;
        return failover;
    }
    if (m_primaryMissing)
        return FailoverView{m_primarySeenAt, {}, m_primary, {}, true};
    return std::nullopt;
}

TopologyView TopologyWatch::view(UtcTime now, int configuredShards) const
{
    TopologyView view;
    const int shards = shardsInForce(configuredShards, m_shardsTold);
    if (m_shardsTold)
        view.shards = Reading<int>::measured(std::max(*m_shardsTold, 1), m_shardsToldAt);
    else if (configuredShards > 0 && m_reportedAt)
        view.shards = Reading<int>::estimated(configuredShards, *m_reportedAt);
    // One shard without MultiConnect is what every other node has.
    view.shardsDiffer = m_shardsTold && std::max(*m_shardsTold, 1) != std::max(configuredShards, 1);

    std::vector<std::pair<int, std::size_t>> candidates;
    int connected = 0;
    for (const auto &known : m_known) {
        // Gone, and its place is among the empty ones.
        if (known.lost && known.member.gateway == GatewayStatus::Unrecognised)
            continue;
        view.members.push_back({known.member, false, true, known.since});
    }
    std::sort(view.members.begin(), view.members.end(), [](const MemberView &a, const MemberView &b) {
        const auto rank = [](MemberRole role) {
            return role == MemberRole::PrimaryMaster ? 0 : role == MemberRole::SecondaryMaster ? 1 : 2;
        };
        if (rank(a.member.role) != rank(b.member.role))
            return rank(a.member.role) < rank(b.member.role);
        return a.member.name < b.member.name;
    });
    view.shape = shapeOf(view.members, shards);
    view.changing = m_changingAt && now - *m_changingAt <= kChangingFor;
    if (view.shape == TopologyShape::Unknown)
        return view;
    if (view.shape == TopologyShape::Single) {
        auto &only = view.members.front();
        only.expectedConnected = true;
        only.asExpected = isConnected(only.member) || only.member.gateway == GatewayStatus::Connecting;
        return view;
    }

    const int expected = view.shape == TopologyShape::MultiConnect ? shards : 1;
    for (std::size_t i = 0; i < view.members.size(); ++i) {
        auto &entry = view.members[i];
        if (isMaster(entry.member.role)) {
            entry.expectedConnected =
                view.shape == TopologyShape::MultiConnect && entry.member.role == MemberRole::PrimaryMaster;
            entry.asExpected = !entry.expectedConnected || isConnected(entry.member);
        } else if (isConnected(entry.member)) {
            entry.expectedConnected = ++connected <= expected;
            // A second connection in High Availability can have the number blocked.
            entry.asExpected = entry.expectedConnected;
        } else {
            const auto known = std::find_if(m_known.begin(), m_known.end(), [&entry](const Known &other) {
                return other.member.name == entry.member.name;
            });
            candidates.emplace_back(rankAsExpected(known != m_known.end() && known->lost, entry.member.gateway), i);
        }
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    int missing = std::max(expected - connected, 0);
    for (const auto &[rank, index] : candidates) {
        if (missing == 0)
            break;
        view.members[index].expectedConnected = true;
        view.members[index].asExpected = false;
        --missing;
    }
    view.emptyPlaces = missing;
    view.lastFailover = underWay();
    if (!view.lastFailover)
        view.lastFailover = m_ended;
    return view;
}

} // namespace barograph
