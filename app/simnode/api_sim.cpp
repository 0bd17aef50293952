// SPDX-License-Identifier: GPL-3.0-or-later
// What tests and the demo need to know and to provoke. Not part of WhatsApp's API.
#include "api.h"

#include <boost/json/array.hpp>

namespace barograph::sim {
namespace {

namespace json = boost::json;

json::object byKind(const TotalCounts &counts)
{
    return {{"receive", counts[EventKind::Receive]},
            {"send", counts[EventKind::Send]},
            {"delivery", counts[EventKind::Delivery]},
            {"read", counts[EventKind::Read]},
            {"total", counts.total()}};
}

ApiError badFault(const std::string &field, const std::string &expected)
{
    return {400, 1009, "\"" + field + "\": " + expected + " is expected"};
}

std::optional<ApiError> setMember(NodeState &node, const std::string &field, const json::value &value)
{
    Cluster &cluster = node.simulation.cluster();
    const auto member = value.is_string() ? cluster.find(std::string(value.get_string())) : std::nullopt;
    if (!member)
        return badFault(field, "the name of a member as in /v1/health (\"\" for a single container)");
    if (field == "disconnect_member")
        cluster.disconnect(*member, true);
    else
        cluster.connect(*member);
    node.simulation.clusterChanged();
    return std::nullopt;
}

std::optional<ApiError> setFault(NodeState &node, const std::string &field, const json::value &value)
{
    constexpr double kLongestMs = 24 * 3600 * 1000.0;
    boost::system::error_code notNumber;
    const auto number = value.to_number<double>(notNumber);
    const auto inRange = [&](double low, double high) { return !notNumber && number >= low && number <= high; };
    if (field == "disconnect_member" || field == "reconnect_member")
        return setMember(node, field, value);
    if (field == "garbage" || field == "restart" || field == "move_master") {
        if (!value.is_bool())
            return badFault(field, "true or false");
        if (field == "move_master") {
            if (value.get_bool() && !node.simulation.moveMaster())
                return badFault(field, "a cluster");
            return std::nullopt;
        }
        if (field == "garbage")
            node.faults.garbage = value.get_bool();
        else if (value.get_bool())
            restartCoreApps(node);
    } else if (field == "drop_answers") {
        if (!inRange(0, 1))
            return badFault(field, "a probability from 0 to 1");
        node.simulation.setDropAnswers(number);
    } else if (field == "slow_api_ms") {
        if (!inRange(0, kLongestMs))
            return badFault(field, "a number of milliseconds");
        node.faults.delay = std::chrono::milliseconds(static_cast<std::int64_t>(number));
    } else if (field == "api_status") {
        if (number != 0 && !inRange(400, 599))
            return badFault(field, "a status from 400 to 599, or 0 for none");
        node.faults.status = static_cast<int>(number);
        node.faults.statusUntil = std::chrono::steady_clock::time_point::max();
    } else if (field == "for_ms") {
        if (!inRange(0, kLongestMs))
            return badFault(field, "a number of milliseconds");
        node.faults.statusUntil =
            std::chrono::steady_clock::now() + std::chrono::milliseconds(static_cast<std::int64_t>(number));
    } else {
        return ApiError{400, 1010, "\"" + field.substr(0, 40) + "\" is not a fault"};
    }
    return std::nullopt;
}

} // namespace

HttpReply readCounters(NodeState &node, const HttpRequest &)
{
    const Simulation &simulation = node.simulation;
    const SimulationTotals &totals = simulation.totals();
    json::array scenarios;
    for (const auto &name : node.scenarioNames)
        scenarios.emplace_back(name);
    return plainReply(json::object{
        {"scenarios", std::move(scenarios)},
        {"simulated_seconds", queueing::toSeconds(simulation.now())},
        {"generated", byKind(totals.generated)},
        {"acknowledged", byKind(totals.acknowledged)},
        {"waiting", byKind(simulation.waitingCallbacks())},
        {"switched_off", byKind(totals.switchedOff)},
        {"diverted", byKind(totals.diverted)},
        {"lost", byKind(totals.lost)},
        {"lost_incoming", totals.lost[EventKind::Receive]},
        {"unplanned_receipts", totals.unplannedReceipts},
        {"redelivered_acks", totals.redeliveredAcks},
        {"attempts", totals.attempts},
        {"failed_attempts", totals.failedAttempts},
        {"incoming_queue", simulation.incomingWaiting()},
        {"callback_queue", simulation.callbackQueueSize()},
        {"pending_messages", simulation.pendingSends()},
        {"outbound_depth", simulation.outbound().depth()},
        {"drained", simulation.isDrained()},
    });
}

HttpReply injectFault(NodeState &node, const HttpRequest &request)
{
    const auto body = bodyObject(request);
    if (!body)
        return apiReply(body.error());
    // `for_ms` limits `api_status`, so it has to come after it, in whichever order they were written.
    for (const auto &member : *body) {
        if (member.key() == "for_ms")
            continue;
        if (const auto error = setFault(node, std::string(member.key()), member.value()))
            return apiReply(*error);
    }
    if (const auto *limit = body->if_contains("for_ms")) {
        if (const auto error = setFault(node, "for_ms", *limit))
            return apiReply(*error);
    }
    return plainReply(json::object{});
}

} // namespace barograph::sim
