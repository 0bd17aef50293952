// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation.h"

#include "queueing/receipt_curve.h"
#include "simulation_setup.h"

#include <algorithm>

namespace barograph::sim {
namespace {

using namespace std::chrono_literals;
using queueing::fromSeconds;

constexpr std::size_t kMaxScheduled = 2'000'000;
constexpr ModelTime kSettleTime = 60s;
constexpr double kBulkReplyShare = 0.08;
constexpr double kBulkReplyMeanSeconds = 40;
constexpr double kSendMs = 90;
constexpr double kDivertedCallbackMs = 20;

} // namespace

Simulation::Simulation(const SimulationConfig &config)
    : m_config(config)
    , m_cluster(clusterFor(config))
    , m_model(limitsFor(config))
    , m_callbacks(queueing::CallbackLimits{})
    , m_botRandom(mix(config.seed) ^ mix(1))
    , m_answerRandom(mix(config.seed) ^ mix(2))
    , m_counters(m_cluster.members().size())
    , m_failoverDelay(35s)
{
    if (config.variedStorms) {
        m_variety.emplace(config.seed);
        m_directory.setGroupMembers(m_variety->groupMembers());
    }
    double conversationShare = 0;
    for (const auto &name : config.scenarios)
        conversationShare = std::max(conversationShare, scenarioTraits(name).conversationShare);
    if (conversationShare > 0)
        m_running.push_back({makeConversation(conversationShare, mix(config.seed) ^ mix(3)), {}});
    std::uint64_t stream = 4;
    for (const auto &name : config.scenarios) {
        if (auto scenario = makeScenario(name, mix(config.seed) ^ mix(stream++)))
            m_running.push_back({std::move(scenario), {}});
    }
}

ModelTime Simulation::nextEvent() const
{
    ModelTime next = m_scheduled.empty() ? kNever : m_scheduled.top().at;
    for (const Running &running : m_running)
        next = std::min(next, running.due);
    return std::min(next, m_model.nextSpend(m_now));
}

Simulation::Running *Simulation::dueScenario()
{
    for (Running &running : m_running) {
        if (running.due <= m_now)
            return &running;
    }
    return nullptr;
}

bool Simulation::advance(ModelTime until, int maxSteps)
{
    for (int step = 0; step < maxSteps; ++step) {
        updateBlocked();
        const ModelTime next = nextEvent();
        if (next > until) {
            m_now = std::max(m_now, until);
            return true;
        }
        m_now = std::max(m_now, next);
        if (Running *running = dueScenario()) {
            const ModelTime again = running->scenario->wake(*this, m_now);
            running->due = std::max(again, m_now + ModelTime{1});
        } else if (!m_scheduled.empty() && m_scheduled.top().at <= m_now) {
            const Scheduled scheduled = m_scheduled.top();
            m_scheduled.pop();
            happen(scheduled);
        } else {
            spend();
        }
    }
    return false;
}

void Simulation::schedule(ModelTime at, Happening what, const Interaction &interaction)
{
    if (m_scheduled.size() >= kMaxScheduled) {
        ++m_totals.unplannedReceipts;
        return;
    }
    m_scheduled.push({at, ++m_order, what, interaction});
}

void Simulation::happen(const Scheduled &scheduled)
{
    switch (scheduled.what) {
    case Happening::Arrival:
        arrive(scheduled.interaction);
        break;
    case Happening::BotReply:
        enqueue(scheduled.interaction.participant, 0, 0, false);
        break;
    }
}

void Simulation::personWrites(std::uint32_t participant, ModelTime at)
{
    Interaction message;
    message.kind = EventKind::Receive;
    message.participant = participant;
    message.message = ++m_messages;
    message.happenedAt = at;
    if (at > m_now)
        schedule(at, Happening::Arrival, message);
    else
        arrive(message);
}

std::optional<std::uint64_t> Simulation::enqueue(std::uint32_t recipient, std::uint32_t group, std::size_t priority,
                                                 bool bulk)
{
    queueing::OutboundMessage message;
    message.message = m_messages + 1;
    message.recipient = recipient;
    message.group = group;
    message.bulk = bulk;
    message.queuedAt = m_now;
    if (!m_model.outbound().push(message, priority))
        return std::nullopt;
    return ++m_messages;
}

Simulation::Sent Simulation::send(std::uint32_t recipient, std::uint32_t group)
{
    if (m_callbacks.isFull())
        return {SendResult::QueueFull, 0};
    if (!isServed(recipient, group))
        return {SendResult::NotServed, 0};
    queueing::OutboundMessage message;
    message.message = m_messages + 1;
    message.recipient = recipient;
    message.group = group;
    message.queuedAt = m_now;
    if (!m_model.submit(message))
        return {SendResult::QueueFull, 0};
    return {SendResult::Accepted, ++m_messages};
}

void Simulation::arrive(const Interaction &interaction)
{
    ++m_totals.arrived[interaction.kind];
    if (isServed(interaction.participant, 0) || m_cluster.connectedShards() == 0) {
        if (!m_model.arrive(interaction))
            ++m_totals.lost[interaction.kind];
    } else if (m_held.size() < m_model.incoming().capacity()) {
        m_held.push_back(interaction);
    } else {
        ++m_totals.lost[interaction.kind];
    }
}

void Simulation::spend()
{
    const auto spent = m_model.spend(m_now);
    ++m_totals.generated[spent.interaction.kind];
    book(spent.interaction);
    makeCallback(spent.interaction);
    if (spent.interaction.kind == EventKind::Send)
        planReceipts(spent.interaction, spent.bulk);
    else if (spent.interaction.kind == EventKind::Receive)
        schedule(m_now + fromSeconds(m_botRandom.between(0.3, 1.5)), Happening::BotReply, spent.interaction);
}

void Simulation::book(const Interaction &interaction)
{
    MemberCounters &counters = m_counters[memberFor(interaction)];
    switch (interaction.kind) {
    case EventKind::Receive:
        ++counters.inFromServer;
        break;
    case EventKind::Send:
        ++counters.outPersisted;
        counters.outSentMs.add(kSendMs);
        ++counters.outStatus[0];
        break;
    case EventKind::Delivery:
        ++counters.outStatus[1];
        break;
    case EventKind::Read:
        ++counters.outStatus[2];
        break;
    }
}

void Simulation::makeCallback(const Interaction &interaction)
{
    const EventKind kind = interaction.kind;
    const bool off = (kind == EventKind::Send && !m_switches.sent) ||
                     (kind == EventKind::Delivery && !m_switches.delivered) ||
                     (kind == EventKind::Read && !m_switches.read);
    if (off) {
        ++m_totals.switchedOff[kind];
    } else if (m_diverted) {
        ++m_totals.diverted[kind];
        MemberCounters &counters = m_counters[memberFor(interaction)];
        auto &metric = kind == EventKind::Receive ? counters.inboundCallbacksMs : counters.statusCallbacksMs;
        metric["success"].add(kDivertedCallbackMs);
    } else {
        m_callbacks.push(interaction);
    }
}

void Simulation::planReceipts(const Interaction &sent, bool bulk)
{
    if (sent.group == 0) {
        planReceiptsOf(sent, sent.participant, bulk);
        return;
    }
    for (std::uint32_t i = 0; i < m_directory.recipientsOfGroup(sent.group); ++i)
        planReceiptsOf(sent, Directory::groupMember(sent.group, i), bulk);
}

void Simulation::planReceiptsOf(const Interaction &sent, std::uint32_t recipient, bool bulk)
{
    // Of its own stream: what one recipient does depends on nothing that happens meanwhile.
    Random random(mix(m_config.seed ^ mix(sent.message)) + recipient);
    queueing::RecipientDraws draws;
    draws.online = random.uniform();
    draws.deliveryDelay = random.uniform();
    draws.reads = random.uniform();
    draws.readMode = random.uniform();
    draws.readDelay = random.uniform();
    draws.coincides = random.uniform();
    const bool varied = m_variety && sent.group != 0;
    const auto receipts =
        queueing::receiptsOf(draws, varied ? m_variety->habitsFor(sent.message) : queueing::ReadingHabits{});

    const auto plan = [&](EventKind kind, const std::optional<ModelTime> &after) {
        if (!after || sent.happenedAt + *after > lastReceipt())
            return;
        Interaction receipt = sent;
        receipt.kind = kind;
        receipt.participant = recipient;
        receipt.happenedAt = sent.happenedAt + *after;
        schedule(receipt.happenedAt, Happening::Arrival, receipt);
    };
    plan(EventKind::Delivery, receipts.delivered);
    plan(EventKind::Read, receipts.read);
    if (bulk && receipts.read && random.chance(kBulkReplyShare)) {
        const ModelTime at = sent.happenedAt + *receipts.read + fromSeconds(random.exponential(kBulkReplyMeanSeconds));
        if (!m_config.duration || at < *m_config.duration)
            personWrites(recipient, at);
    }
}

ModelTime Simulation::lastReceipt() const
{
    return m_config.duration ? std::max(*m_config.duration, m_now) + kSettleTime : kNever;
}

Simulation::Answer Simulation::callbackAnswered(const queueing::CallbackQueue::Attempt &attempt,
                                                const std::string &result, double tookMs)
{
    ++m_totals.attempts;
    const bool answered = result == "success";
    const bool dropped = answered && m_dropAnswers > 0 && m_answerRandom.chance(m_dropAnswers);
    MemberCounters &counters = m_counters[memberFor(attempt.interaction)];
    auto &metric =
        attempt.interaction.kind == EventKind::Receive ? counters.inboundCallbacksMs : counters.statusCallbacksMs;
    // "2": how the client's network library numbers a connection that the other side closed.
    metric[dropped ? "2" : result].add(tookMs + queueing::toSeconds(m_botDelay) * 1000);
    if (!answered || dropped) {
        ++m_totals.failedAttempts;
        m_callbacks.failed(attempt.slot, m_now);
        return Answer::Failed;
    }
    std::optional<ModelTime> again;
    if (m_config.redeliver > 0 && m_answerRandom.chance(m_config.redeliver))
        again = m_now + fromSeconds(m_answerRandom.between(1, 30));
    if (m_callbacks.acknowledged(attempt.slot, m_now + m_botDelay, again)) {
        ++m_totals.acknowledged[attempt.interaction.kind];
        return Answer::First;
    }
    ++m_totals.redeliveredAcks;
    return Answer::Again;
}

bool Simulation::isDrained() const
{
    return isTrafficOver() && m_scheduled.empty() && incomingWaiting() == 0 && pendingSends() == 0 &&
           m_model.outbound().depth() == 0 && m_callbacks.size() == 0;
}

} // namespace barograph::sim
