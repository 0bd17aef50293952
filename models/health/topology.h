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

    friend bool operator==(const MemberView &, const MemberView &) = default;
};

/// One CoreApp taking over from another one, or a primary master's role moving.
struct FailoverView
{
    UtcTime startedAt{};            ///< when the former one was first seen not connected
    std::optional<UtcTime> endedAt; ///< when the successor was first seen connected; empty: under way
    QString from;                   ///< member name
    QString to;                     ///< member name; empty: not known yet
    bool ofMaster = false;          ///< the primary master's role moved

    friend bool operator==(const FailoverView &, const FailoverView &) = default;
};

struct TopologyView
{
    TopologyShape shape = TopologyShape::Unknown;
    std::vector<MemberView> members; ///< masters first, then CoreApps, each by name
    Reading<int> shards;             ///< as the node tells (GET /v1/account/shards), else as configured
    std::optional<FailoverView> lastFailover;

    friend bool operator==(const TopologyView &, const TopologyView &) = default;
};

} // namespace barograph
