// SPDX-License-Identifier: GPL-3.0-or-later
#include "health/health.h"

#include "text/joined.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace barograph {

namespace {

struct HealthWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Health)
};

/// How many members hold a connection to WhatsApp, by what they are.
struct Tally
{
    int coreAppsConnected = 0;
    int coreAppsConnecting = 0;
    int primaryMasters = 0;
    bool primaryConnected = false;
    QStringList disconnectedCoreApps;
};

Tally tallyOf(const HealthReport &report)
{
    Tally tally;
    for (const auto &member : report.members) {
        if (member.role == MemberRole::PrimaryMaster) {
            ++tally.primaryMasters;
            tally.primaryConnected = tally.primaryConnected || member.gateway == GatewayStatus::Connected;
        } else if (member.role != MemberRole::SecondaryMaster) {
            // A role that we do not know may be a CoreApp's: better than raising a false alarm.
            if (member.gateway == GatewayStatus::Connected)
                ++tally.coreAppsConnected;
            else if (member.gateway == GatewayStatus::Connecting)
                ++tally.coreAppsConnecting;
            else
                tally.disconnectedCoreApps.append(member.name);
        }
    }
    return tally;
}

Judgement judgeSingle(GatewayStatus status)
{
    Judgement result{NodeState::Unknown, {}, 0, 1};
    switch (status) {
    case GatewayStatus::Connected:
        result = {NodeState::Ok, HealthWords::tr("The client is connected to WhatsApp."), 1, 1};
        break;
    case GatewayStatus::Connecting:
        result = {NodeState::Ok, HealthWords::tr("The client is connecting to WhatsApp."), 0, 1};
        break;
    case GatewayStatus::Disconnected:
        result = {NodeState::Down,
                  HealthWords::tr(
                      "The client has no connection to WhatsApp. Check that it reaches the Internet on ports 5222 "
                      "and 443, and its log."),
                  0, 1};
        break;
    case GatewayStatus::Uninitialized:
        result = {NodeState::Down,
                  HealthWords::tr(
                      "The client is being upgraded or is setting up its database. If this lasts longer than a few "
                      "minutes, check its database."),
                  0, 1};
        break;
    case GatewayStatus::Unregistered:
        result = {NodeState::Down,
                  HealthWords::tr("The number is not registered. Register it before it can send or receive."), 0, 1};
        break;
    case GatewayStatus::Unrecognised:
        result.why = HealthWords::tr("The node reports a connection state that is not known here.");
        break;
    }
    return result;
}

/// High Availability: exactly one CoreApp is connected; masters and standbys are not.
/// Source: WhatsApp Business API reference, "Health".
Judgement judgeHighAvailability(const Tally &tally)
{
    Judgement result{NodeState::Ok, {}, tally.coreAppsConnected, 1};
    if (tally.coreAppsConnected > 1) {
        result.state = NodeState::Degraded;
        result.why =
            HealthWords::tr("%n CoreApps are connected at once, where exactly one should be. WhatsApp may block the "
                            "number: stop all but one.",
                            nullptr, tally.coreAppsConnected);
    } else if (tally.coreAppsConnected == 0 && tally.coreAppsConnecting > 0) {
        result.state = NodeState::Degraded;
        result.why = HealthWords::tr("No CoreApp is connected to WhatsApp yet; one is connecting.");
    } else if (tally.coreAppsConnected == 0) {
        result.state = NodeState::Down;
        result.why = HealthWords::tr(
            "No CoreApp is connected to WhatsApp. A failover takes about 35 seconds; if it takes longer, "
            "check the CoreApps and the masters.");
    } else if (tally.primaryMasters == 0) {
        result.state = NodeState::Degraded;
        result.why =
            HealthWords::tr("One CoreApp is connected, but there is no primary master, so that a failure would not be "
                            "taken over. Check the masters.");
    } else {
        result.why = HealthWords::tr("One CoreApp is connected to WhatsApp, as it should be.");
    }
    return result;
}

/// MultiConnect: one connected CoreApp for each shard, and the primary master.
Judgement judgeMultiConnect(const Tally &tally, int shards)
{
    const auto missing = std::max(0, shards - tally.coreAppsConnected);
    Judgement result{NodeState::Ok, {}, tally.coreAppsConnected + (tally.primaryConnected ? 1 : 0), shards + 1};
    if (tally.coreAppsConnected == 0) {
        result.state = NodeState::Down;
        result.why = HealthWords::tr("No shard is connected to WhatsApp. Check the CoreApps and their database.");
    } else if (missing > 0) {
        result.state = NodeState::Degraded;
        result.why =
            HealthWords::tr("%n of %1 shard(s) are not connected to WhatsApp; their recipients get no messages.",
                            nullptr, missing)
                .arg(shards);
        if (!tally.disconnectedCoreApps.isEmpty())
            result.why = joinedSentences(
                {result.why,
                 HealthWords::tr("Not connected: %1.").arg(joinedList(tally.disconnectedCoreApps.mid(0, 3)))});
    } else if (!tally.primaryConnected) {
        result.state = NodeState::Degraded;
        result.why = HealthWords::tr(
            "All shards are connected, but the primary master is not, so that a failing shard would not "
            "be taken over. Check the masters.");
    } else {
        result.why =
            HealthWords::tr("All %n shard(s) and the primary master are connected to WhatsApp.", nullptr, shards);
    }
    return result;
}

Judgement judgeReport(const HealthReport &report, int expectedShards)
{
    const bool single = report.members.size() == 1 && report.members.front().role == MemberRole::Single;
    if (report.members.empty())
        return {NodeState::Unknown, HealthWords::tr("The node's health answer names no member."), 0,
                std::max(1, expectedShards)};
    if (single && expectedShards > 0) {
        auto result = judgeSingle(report.members.front().gateway);
        result.expected = expectedShards + 1;
        if (result.state == NodeState::Ok) {
            result.state = NodeState::Degraded;
            result.why = HealthWords::tr(
                "The node answers as a single container, but is configured here as MultiConnect with %n "
                "shard(s). Correct the configuration or check the node.",
                nullptr, expectedShards);
        }
        return result;
    }
    if (single)
        return judgeSingle(report.members.front().gateway);
    const auto tally = tallyOf(report);
    return expectedShards > 0 ? judgeMultiConnect(tally, expectedShards) : judgeHighAvailability(tally);
}

struct FaultJudgement
{
    NodeState state;
    const char *why;
    const char *whatToDo; ///< used when the probe itself gave no advice
};

FaultJudgement judgeFault(ProbeFault fault)
{
    switch (fault) {
    case ProbeFault::NameNotFound:
        return {NodeState::Down, QT_TRANSLATE_NOOP("barograph::Health", "The node's host name is not known."),
                QT_TRANSLATE_NOOP("barograph::Health", "Check the address and the name server.")};
    case ProbeFault::Unreachable:
        return {NodeState::Down, QT_TRANSLATE_NOOP("barograph::Health", "The node cannot be reached."),
                QT_TRANSLATE_NOOP("barograph::Health", "Check that it runs, the port and the network in between.")};
    case ProbeFault::Timeout:
        return {NodeState::Down, QT_TRANSLATE_NOOP("barograph::Health", "The node does not answer in time."),
                QT_TRANSLATE_NOOP("barograph::Health", "Check its load and the network in between.")};
    case ProbeFault::CertificateRejected:
        return {NodeState::Unknown, QT_TRANSLATE_NOOP("barograph::Health", "The node's certificate is not trusted."),
                QT_TRANSLATE_NOOP("barograph::Health", "Compare its fingerprint and pin it, or name its CA.")};
    case ProbeFault::Unauthorized:
        return {NodeState::Unknown,
                QT_TRANSLATE_NOOP("barograph::Health", "The node did not accept the user name or password."),
                QT_TRANSLATE_NOOP("barograph::Health", "Enter them again.")};
    case ProbeFault::Forbidden:
        return {NodeState::Unknown,
                QT_TRANSLATE_NOOP("barograph::Health", "The node does not let this user see its health."),
                QT_TRANSLATE_NOOP("barograph::Health", "Use a user with the admin role.")};
    case ProbeFault::TooManyRequests:
        return {NodeState::Degraded,
                QT_TRANSLATE_NOOP("barograph::Health", "The node is asked too often and refuses to answer."),
                QT_TRANSLATE_NOOP("barograph::Health", "Ask less often, and find out who else asks.")};
    case ProbeFault::Overloaded:
        return {NodeState::Degraded, QT_TRANSLATE_NOOP("barograph::Health", "The node says that it is overloaded."),
                QT_TRANSLATE_NOOP("barograph::Health", "Send more slowly until it recovers.")};
    case ProbeFault::ServerError:
        return {NodeState::Down, QT_TRANSLATE_NOOP("barograph::Health", "The node answers with an internal error."),
                QT_TRANSLATE_NOOP("barograph::Health", "Check that CoreApp and its database run.")};
    case ProbeFault::BadAnswer:
        return {NodeState::Unknown, QT_TRANSLATE_NOOP("barograph::Health", "The node's answer cannot be understood."),
                QT_TRANSLATE_NOOP("barograph::Health",
                                  "Check that the address is that of a WhatsApp Business API client.")};
    case ProbeFault::NoCredentials:
        return {NodeState::Unknown, QT_TRANSLATE_NOOP("barograph::Health", "No password for the node is known."),
                QT_TRANSLATE_NOOP("barograph::Health", "Enter it in the node's settings.")};
    case ProbeFault::None:
        break;
    }
    return {NodeState::Unknown, QT_TRANSLATE_NOOP("barograph::Health", "The node has not been asked yet."), ""};
}

} // namespace

Judgement judgeHealth(const Reading<HealthReport> &health, const ProbeState &probe, int expectedShards)
{
    auto last = health.hasValue() ? judgeReport(health.value(), expectedShards)
                                  : Judgement{NodeState::Unknown, {}, 0, expectedShards > 0 ? expectedShards + 1 : 1};
    if (probe.fault != ProbeFault::None) {
        const auto fault = judgeFault(probe.fault);
        auto result = last;
        result.state = fault.state;
        const QString whatToDo = *fault.whatToDo == '\0' ? QString() : HealthWords::tr(fault.whatToDo);
        result.why = joinedSentences({HealthWords::tr(fault.why), probe.detail.isEmpty() ? whatToDo : probe.detail});
        // Members counted before the fault are not known to be connected any more.
        if (health.truth() != Truth::Measured)
            result.connected = 0;
        // A node that is busy but told a moment ago that it is down, is down.
        if (result.state == NodeState::Degraded && health.truth() == Truth::Measured && last.state == NodeState::Down)
            result.state = NodeState::Down;
        return result;
    }
    if (health.truth() == Truth::NotSupported) {
        auto result = last;
        result.why = HealthWords::tr("This kind of node cannot be asked for its health.");
        return result;
    }
    if (!health.hasValue()) {
        auto result = last;
        result.why = probe.lastSuccess ? HealthWords::tr("The node answers, but has not told its health yet.")
                                       : HealthWords::tr("The node has not been asked for its health yet.");
        return result;
    }
    if (health.truth() == Truth::Stale) {
        auto result = last;
        result.state = NodeState::Unknown;
        result.connected = 0;
        result.why = joinedSentences({HealthWords::tr("The node's last word about its health is too old."), last.why});
        return result;
    }
    return last;
}

Judgement judgeOff()
{
    return {NodeState::Off, HealthWords::tr("Not asked and not judged. Webhooks that it sends are still counted."), 0,
            0};
}

QString gatewayStatusText(GatewayStatus status)
{
    switch (status) {
    case GatewayStatus::Connected:
        return HealthWords::tr("connected");
    case GatewayStatus::Connecting:
        return HealthWords::tr("connecting");
    case GatewayStatus::Disconnected:
        return HealthWords::tr("disconnected");
    case GatewayStatus::Uninitialized:
        return HealthWords::tr("being set up");
    case GatewayStatus::Unregistered:
        return HealthWords::tr("not registered");
    case GatewayStatus::Unrecognised:
        break;
    }
    return HealthWords::tr("not known");
}

QString memberRoleText(MemberRole role)
{
    switch (role) {
    case MemberRole::Single:
        return HealthWords::tr("single container");
    case MemberRole::PrimaryMaster:
        return HealthWords::tr("primary master");
    case MemberRole::SecondaryMaster:
        return HealthWords::tr("secondary master");
    case MemberRole::CoreApp:
        return HealthWords::tr("CoreApp");
    case MemberRole::Unrecognised:
        break;
    }
    return HealthWords::tr("not known");
}

} // namespace barograph
