// SPDX-License-Identifier: GPL-3.0-or-later
#include "member_metrics.h"

namespace barograph::sim {
namespace {

constexpr char kGauge[] = "gauge";
constexpr char kCounter[] = "counter";

double real(std::uint64_t value)
{
    return static_cast<double>(value);
}

Metric single(const char *name, const char *type, const char *help, double value)
{
    return {name, type, help, {{{}, value}}};
}

/// `name_count` and `name_sum`, filled together.
class CountSumPair
{
public:
    CountSumPair(const std::string &name, const char *help)
        : m_count{name + "_count", kCounter, help, {}}
        , m_sum{name + "_sum", kCounter, help, {}}
    {}
    void add(const std::vector<std::pair<std::string, std::string>> &labels, const CountAndSum &value)
    {
        m_count.samples.push_back({labels, real(value.count)});
        m_sum.samples.push_back({labels, value.sum});
    }
    void moveTo(Metrics &metrics)
    {
        metrics.push_back(std::move(m_count));
        metrics.push_back(std::move(m_sum));
    }

private:
    Metric m_count;
    Metric m_sum;
};

void addCallbacks(Metrics &metrics, const MemberCounters &counters)
{
    CountSumPair pair("callback_requests_duration_ms", "Total number of callback requests");
    for (const auto &[result, value] : counters.inboundCallbacksMs)
        pair.add({{"type", "inbound_message"}, {"result", result}}, value);
    for (const auto &[result, value] : counters.statusCallbacksMs)
        pair.add({{"type", "status_change"}, {"result", result}}, value);
    pair.moveTo(metrics);
}

void addEndpoints(Metrics &metrics, const MemberCounters &counters)
{
    Metric requests{"endpoint_requests", kCounter, "Total number of endpoint requests", {}};
    CountSumPair pair("endpoint_requests_duration_ms", "Duration of endpoint requests");
    for (const auto &[key, value] : counters.endpointMs) {
        requests.samples.push_back({{{"method", key.first}, {"result", key.second}}, real(value.count)});
        pair.add({{"method", key.first}, {"result", key.second}}, value);
    }
    metrics.push_back(std::move(requests));
    pair.moveTo(metrics);
}

// Every interaction is stored and later committed: a plausible load on the database, in microseconds.
void addDatabase(Metrics &metrics, const MemberCounters &counters)
{
    constexpr double kStoreUs = 420;
    constexpr double kCommitUs = 1900;
    const std::uint64_t stored =
        counters.inFromServer + counters.outPersisted + counters.outStatus[1] + counters.outStatus[2];
    CountSumPair pair("db_request_duration_us", "Duration of successful database requests");
    pair.add({{"db", "messageStore"}, {"request", "insert"}}, {stored, kStoreUs * real(stored)});
    pair.add({{"db", "messageStore"}, {"request", "commit"}}, {stored, kCommitUs * real(stored)});
    pair.moveTo(metrics);
}

} // namespace

Metrics appMetrics(const NodeState &node, std::size_t member)
{
    const MemberCounters &counters = node.simulation.counters(member);
    const bool active = node.simulation.activeMember() == member;
    const auto gauge = [active](std::size_t value) { return active ? static_cast<double>(value) : 0.0; };
    Metrics metrics;
    metrics.push_back(single("callback_queue_size", kGauge, "Current callback queue size",
                             gauge(node.simulation.callbackQueueSize())));
    metrics.push_back(
        single("pending_messages", kGauge, "Number of pending messages", gauge(node.simulation.pendingSends())));
    // What the node has received but not processed; what waits at WhatsApp's end it cannot know.
    metrics.push_back(single("in_messages_pending_processing", kGauge, "Messages received and not yet processed", 0));
    metrics.push_back(single("concurrent_rate_limit_triggered", kGauge, "Concurrent rate limits triggered",
                             gauge(node.simulation.isCallbackQueueFull() ? 1 : 0)));
    addCallbacks(metrics, counters);
    metrics.push_back(
        single("in_message_from_server", kCounter, "Messages received from the server", real(counters.inFromServer)));
    metrics.push_back(single("in_message_decoded", kCounter, "Messages decrypted", real(counters.inFromServer)));
    metrics.push_back(single("in_message_persisted", kCounter, "Messages stored", real(counters.inFromServer)));
    metrics.push_back(
        single("out_message_persisted", kCounter, "Outgoing messages stored", real(counters.outPersisted)));
    CountSumPair sent("out_message_sent_duration_ms", "Duration until the server had the message");
    sent.add({{"retry", "0"}, {"type", ""}}, counters.outSentMs);
    sent.moveTo(metrics);
    Metric status{"out_message_status", kCounter, "Status changes of outgoing messages", {}};
    status.samples.push_back({{{"status", "sent"}}, real(counters.outStatus[0])});
    status.samples.push_back({{{"status", "delivered"}}, real(counters.outStatus[1])});
    status.samples.push_back({{{"status", "read"}}, real(counters.outStatus[2])});
    metrics.push_back(std::move(status));
    addEndpoints(metrics, counters);
    addDatabase(metrics, counters);
    return metrics;
}

Metrics dbMetrics(const NodeState &node)
{
    const SimulationTotals &totals = node.simulation.totals();
    Metrics metrics;
    metrics.push_back({"db_contacts", kGauge, "Contacts in the database", {{{{"type", "whatsapp_user"}}, 0}}});
    const auto messages = real(totals.generated[EventKind::Receive] + totals.generated[EventKind::Send]);
    const auto receipts = real(totals.generated[EventKind::Delivery] + totals.generated[EventKind::Read]);
    metrics.push_back({"db_messages", kGauge, "Messages in the database", {{{{"type", "undefined"}}, messages}}});
    metrics.push_back(single("db_message_receipts", kGauge, "Receipts in the database", receipts));
    metrics.push_back(single("db_pending_callbacks", kGauge, "Callbacks pending in the database",
                             static_cast<double>(node.simulation.callbackQueueSize())));
    metrics.push_back(single("db_pending_messages", kGauge, "Messages pending in the database",
                             static_cast<double>(node.simulation.pendingSends())));
    return metrics;
}

Metrics webAppMetrics(const NodeState &node)
{
    const std::string name = "5f1c0e7a9b2d";
    const auto labelled = [&name](const char *metric, const char *type, const char *help, double value) {
        return Metric{metric, type, help, {{{{"node", name}}, value}}};
    };
    constexpr double kBytesPerKilobyte = 1024;
    Metrics metrics;
    const auto up = std::chrono::steady_clock::now() - node.web.started;
    metrics.push_back(labelled("web_uptime", kGauge, "Seconds since the WebApp started",
                               static_cast<double>(std::chrono::duration_cast<std::chrono::seconds>(up).count())));
    // Handlers answer at once, so nothing ever waits in front of them.
    metrics.push_back(labelled("web_queue_len", kGauge, "Requests waiting", 0));
    metrics.push_back(labelled("web_pending_connections", kGauge, "Connections waiting", 0));
    metrics.push_back(labelled("web_handled_requests", kCounter, "Requests handled", real(node.web.requests)));
    metrics.push_back(
        labelled("web_out_kbytes", kCounter, "Kilobytes sent", real(node.web.bytesOut) / kBytesPerKilobyte));
    CountSumPair pair("api_requests_duration_ms", "Duration of API requests");
    for (const auto &[key, value] : node.web.requestsMs)
        pair.add({{"node", name}, {"method", key.first}, {"result", key.second}}, value);
    pair.moveTo(metrics);
    return metrics;
}

} // namespace barograph::sim
