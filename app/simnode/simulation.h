// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster.h"
#include "directory.h"
#include "member_counters.h"
#include "queueing/callback_queue.h"
#include "queueing/throughput_model.h"
#include "random.h"
#include "scenario.h"

#include <memory>
#include <optional>
#include <queue>
#include <string>
#include <vector>

namespace barograph::sim {

using queueing::Interaction;
using queueing::kNever;
using queueing::ModelTime;

struct SimulationConfig
{
    std::vector<std::string> scenarios{"steady"};
    std::uint64_t seed = 1;
    double tps = 20;
    int shards = 0;                              ///< > 0: MultiConnect
    bool highAvailability = false;               ///< also without a scenario that needs it; not with shards
    std::optional<ModelTime> duration;           ///< scenarios make nothing new after this
    std::optional<std::size_t> incomingCapacity; ///< at WhatsApp's end; default depends on the scenarios
    double redeliver = 0;                        ///< 0..1, of acknowledged callbacks
};

/// Which status callbacks are made (`webhooks.message.*`). Receives are always.
struct CallbackSwitches
{
    bool sent = true;
    bool delivered = true;
    bool read = true;
};

/// Conservation: of receives and receipts, arrived == generated + lost + waiting at WhatsApp's end; and for each kind,
/// generated == acknowledged + waiting callbacks + switchedOff + diverted.
struct SimulationTotals
{
    TotalCounts arrived;                 ///< at WhatsApp's end; receives and receipts only
    TotalCounts generated;               ///< spent budget
    TotalCounts acknowledged;            ///< callbacks answered 200, each once
    TotalCounts lost;                    ///< arrived at a full incoming queue
    TotalCounts switchedOff;             ///< spent budget, but callbacks of this kind are off
    TotalCounts diverted;                ///< the node believes it told the webhook, but did not
    std::uint64_t unplannedReceipts = 0; ///< never came, because too many others were still to come
    std::uint64_t redeliveredAcks = 0;
    std::uint64_t attempts = 0;
    std::uint64_t failedAttempts = 0;
};

/// The simulated number: people, scenarios, budget and queues, in simulated time. Pure: time is passed in, callbacks
/// are handed out and their answers handed back. Single-threaded.
class Simulation
{
public:
    explicit Simulation(const SimulationConfig &config);

    /// Lets happen what happens up to `until`, but at most `maxSteps` things; false if there is more to do.
    bool advance(ModelTime until, int maxSteps);
    ModelTime now() const { return m_now; }
    /// When advance() next has something to do.
    ModelTime nextEvent() const;

    // For scenarios ---------------------------------------------------------------------------------------------
    double tps() const { return m_config.tps; }
    bool isTrafficOver() const { return m_config.duration && m_now >= *m_config.duration; }
    Cluster &cluster() { return m_cluster; }
    const Cluster &cluster() const { return m_cluster; }
    /// A person writes to the bot.
    void personWrites(std::uint32_t participant, ModelTime at);
    /// The bot puts a message into its outbound queue. Nothing: that queue is full.
    std::optional<std::uint64_t> enqueue(std::uint32_t recipient, std::uint32_t group, std::size_t priority, bool bulk);
    /// Call after every change of the cluster.
    void clusterChanged();
    void resetCounters(std::size_t member) { m_counters.at(member) = {}; }
    ModelTime failoverDelay() const { return m_failoverDelay; }
    int callbackWorkers() const { return m_callbacks.limits().maxConcurrent; }
    void setBotDelay(ModelTime delay) { m_botDelay = delay; }
    void setDiverted(bool diverted) { m_diverted = diverted; }

    // For the API -----------------------------------------------------------------------------------------------
    enum class SendResult : std::uint8_t { Accepted, QueueFull, NotServed };
    struct Sent
    {
        SendResult result = SendResult::Accepted;
        std::uint64_t message = 0;
    };
    Sent send(std::uint32_t recipient, std::uint32_t group);
    queueing::OutboundQueue &outbound() { return m_model.outbound(); }
    const queueing::OutboundQueue &outbound() const { return m_model.outbound(); }
    Directory &directory() { return m_directory; }
    const Directory &directory() const { return m_directory; }
    void setSwitches(const CallbackSwitches &switches) { m_switches = switches; }
    void setCallbackLimits(const queueing::CallbackLimits &limits) { m_callbacks.setLimits(limits); }
    void setFailoverDelay(ModelTime delay) { m_failoverDelay = delay; }
    void setDropAnswers(double probability) { m_dropAnswers = probability; }
    MemberCounters &counters(std::size_t member) { return m_counters.at(member); }
    const MemberCounters &counters(std::size_t member) const { return m_counters.at(member); }
    /// The CoreApp that work is booked on: the first connected one, else the first.
    std::size_t activeMember() const;

    // Callbacks -------------------------------------------------------------------------------------------------
    std::optional<queueing::CallbackQueue::Attempt> nextCallback() { return m_callbacks.next(m_now); }
    /// When nextCallback() may have something without any further call.
    ModelTime nextCallbackChange() const { return m_callbacks.nextChange(m_now); }
    enum class Answer : std::uint8_t { Failed, First, Again };
    /// `result` as in the statistics: "success" for 200, else an HTTP status or the number of a network error.
    Answer callbackAnswered(const queueing::CallbackQueue::Attempt &attempt, const std::string &result, double tookMs);

    // What is going on ------------------------------------------------------------------------------------------
    const SimulationTotals &totals() const { return m_totals; }
    std::size_t incomingWaiting() const { return m_model.incoming().size() + m_held.size(); }
    std::size_t callbackQueueSize() const { return m_callbacks.size(); }
    bool isCallbackQueueFull() const { return m_callbacks.isFull(); }
    std::size_t pendingSends() const { return m_model.pendingSends() + m_heldSends.size(); }
    const TotalCounts &waitingCallbacks() const { return m_callbacks.waiting(); }
    /// No new traffic will come and nothing waits.
    bool isDrained() const;

private:
    enum class Happening : std::uint8_t { Arrival, BotReply };
    struct Scheduled
    {
        ModelTime at{};
        std::uint64_t order = 0;
        Happening what = Happening::Arrival;
        Interaction interaction;
        bool operator>(const Scheduled &other) const { return at != other.at ? at > other.at : order > other.order; }
    };
    struct Running
    {
        std::unique_ptr<Scenario> scenario;
        ModelTime due{};
    };

    void schedule(ModelTime at, Happening what, const Interaction &interaction);
    void happen(const Scheduled &scheduled);
    void arrive(const Interaction &interaction);
    void holdUnservedSends();
    void spend();
    void book(const Interaction &interaction);
    void makeCallback(const Interaction &interaction);
    void planReceipts(const Interaction &sent, bool bulk);
    void planReceiptsOf(const Interaction &sent, std::uint32_t recipient, bool bulk);
    ModelTime lastReceipt() const;
    bool isServed(std::uint32_t participant, std::uint32_t group) const;
    std::size_t memberFor(const Interaction &interaction) const;
    Running *dueScenario();
    void updateBlocked();

    SimulationConfig m_config;
    ModelTime m_now{};
    Directory m_directory;
    Cluster m_cluster;
    queueing::ThroughputModel m_model;
    queueing::CallbackQueue m_callbacks;
    std::vector<Running> m_running;
    std::priority_queue<Scheduled, std::vector<Scheduled>, std::greater<>> m_scheduled;
    std::uint64_t m_order = 0;
    std::uint64_t m_messages = 0;
    Random m_botRandom;
    Random m_answerRandom;
    std::vector<Interaction> m_held; ///< for shards that are not connected
    std::vector<queueing::OutboundMessage> m_heldSends;
    std::vector<MemberCounters> m_counters;
    SimulationTotals m_totals;
    CallbackSwitches m_switches;
    ModelTime m_failoverDelay;
    ModelTime m_botDelay{};
    bool m_diverted = false;
    double m_dropAnswers = 0;
};

} // namespace barograph::sim
