// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reading.h"

#include <QString>

#include <vector>

namespace barograph {

/// `gateway_status` of GET /v1/health. Source: WhatsApp Business API reference, "Health".
enum class GatewayStatus : quint8 { Connected, Connecting, Disconnected, Uninitialized, Unregistered, Unrecognised };
/// `role` of a member in High Availability and MultiConnect.
enum class MemberRole : quint8 { Single, PrimaryMaster, SecondaryMaster, CoreApp, Unrecognised };

/// One container of an on-premises cluster.
struct Member
{
    QString name; ///< `host:containerId`; empty for a single container
    MemberRole role = MemberRole::Single;
    GatewayStatus gateway = GatewayStatus::Unrecognised;

    friend bool operator==(const Member &, const Member &) = default;
};

/// What one successful GET /v1/health said.
struct HealthReport
{
    std::vector<Member> members; ///< one element with an empty name for the single shape
    QString version;             ///< `meta.version`, may be empty

    friend bool operator==(const HealthReport &, const HealthReport &) = default;
};

/// Why a node could not be asked, in the order in which things can fail.
enum class ProbeFault : quint8 {
    None,
    NameNotFound,
    Unreachable,
    Timeout,
    CertificateRejected,
    Unauthorized,
    Forbidden,
    TooManyRequests,
    Overloaded,
    ServerError,
    BadAnswer,
    NoCredentials
};

/// Outcome of the newest poll of a node.
struct ProbeState
{
    ProbeFault fault = ProbeFault::None;
    QString detail; ///< one sentence that says what to do; no secrets
    std::optional<UtcTime> lastSuccess;
    std::optional<UtcTime> lastAttempt;

    friend bool operator==(const ProbeState &, const ProbeState &) = default;
};

/// What the operator needs to know first.
enum class NodeState : quint8 {
    Unknown,
    Ok,
    Degraded,
    Down,
    Silent, ///< says that it is connected, but what should be coming does not come
    Off     ///< switched off by the operator
};
inline constexpr std::size_t kNodeStateCount = 6;

/// State in one word, and in one sentence why.
struct Judgement
{
    NodeState state = NodeState::Unknown;
    QString why;
    int connected = 0; ///< members that hold a connection to WhatsApp
    int expected = 0;  ///< members that should (HA: 1; MultiConnect: shards plus the primary master)

    friend bool operator==(const Judgement &, const Judgement &) = default;
};

/// Role-aware: a standby's `disconnected` is normal, a missing shard is not.
/// `expectedShards` 0 = single container or High Availability. Pure.
Judgement judgeHealth(const Reading<HealthReport> &health, const ProbeState &probe, int expectedShards);

/// Of a node that the operator switched off: neither asked nor judged.
Judgement judgeOff();

QString gatewayStatusText(GatewayStatus status);
QString memberRoleText(MemberRole role);

} // namespace barograph
