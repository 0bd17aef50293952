// SPDX-License-Identifier: GPL-3.0-or-later
#include "virtual_node.h"

#include "api.h"
#include "callback_body.h"
#include "nodes/onprem/probe_health.h"

#include <boost/json/parse.hpp>

namespace barograph::testing {

namespace {

using queueing::ModelTime;
using namespace std::chrono_literals;

constexpr ModelTime kStep = 50ms;
constexpr int kNoLimit = 1'000'000;
constexpr double kAnswerMs = 12;

sim::SimulationConfig simulationOf(const VirtualSetup &setup)
{
    sim::SimulationConfig config;
    config.scenarios = setup.scenarios;
    config.seed = setup.seed;
    config.tps = setup.tps;
    config.shards = setup.shards;
    config.highAvailability = setup.highAvailability;
    config.variedStorms = setup.variedStorms;
    config.incomingCapacity = setup.incomingCapacity;
    return config;
}

NodeConfig watchedAs(const VirtualSetup &setup, const sim::Cluster &cluster)
{
    NodeConfig config = setup.config;
    if (config.id.isEmpty())
        config.id = QStringLiteral("virtual");
    if (config.name.isEmpty())
        config.name = QStringLiteral("Virtual");
    if (config.allocatedTps <= 0)
        config.allocatedTps = setup.tps;
    if (cluster.topology() == sim::Topology::MultiConnect && config.expectedShards == 0)
        config.expectedShards = cluster.shards();
    config.simulated = true;
    return config;
}

bool isDue(ModelTime at, ModelTime every)
{
    return at % every < kStep;
}

void addCallbacks(CallbackCounters &sum, const std::map<std::string, sim::CountAndSum> &byResult)
{
    for (const auto &[result, counted] : byResult) {
        (result == "success" ? sum.succeeded : sum.failed) += counted.count;
        sum.durationMs += counted.sum;
    }
}

SettingSeen setting(const char *key, const QString &value)
{
    return {QLatin1String(key), value};
}

QString onOrOff(bool on)
{
    return on ? QStringLiteral("on") : QStringLiteral("off");
}

} // namespace

VirtualNode::VirtualNode(const VirtualSetup &setup)
    : m_setup(setup)
    , m_node(simulationOf(setup), 1, std::string(), std::string(), setup.seed)
    , m_start(fromUnixMillis(m_node.clock.wallMillis(ModelTime::zero())))
    , m_prints(InstallationKey(InstallationKey::Bytes{}))
    , m_decoder(makeDecoder(NodeKind::OnPremises))
    , m_meter(0, watchedAs(setup, m_node.simulation.cluster()))
{
    if (setup.startsAt) {
        m_node.clock = sim::SimClock(1, *setup.startsAt);
        m_start = *setup.startsAt;
    }
    m_node.settings.webhookUrl = "https://dashboard.example/hook/secret";
    m_node.defaults = m_node.settings;
    sim::applySettings(m_node, true);
    m_meter.setListening(true, m_start);
}

void VirtualNode::run(Seconds length, const std::function<void(const NodeFrame &)> &eachSecond)
{
    for (const ModelTime end = m_at + length; m_at < end;) {
        m_at += kStep;
        m_node.simulation.advance(m_at, kNoLimit);
        deliverCallbacks();
        m_meter.advance(now());
        poll();
        if (eachSecond && isDue(m_at, 1s))
            eachSecond(frame());
    }
}

void VirtualNode::deliverCallbacks()
{
    while (const auto attempt = m_node.simulation.nextCallback()) {
        count(sim::callbackBody(m_node, attempt->interaction));
        m_node.simulation.callbackAnswered(*attempt, "success", kAnswerMs);
    }
}

void VirtualNode::count(const std::string &body)
{
    std::string padded = body;
    padded.resize(body.size() + kBodyPadding);
    m_items.clear();
    if (!m_decoder->decode({padded.data(), body.size()}, {m_prints, m_unknown}, m_items))
        qFatal("The simulated node made a body that our decoder refuses.");
    for (const auto &item : m_items)
        m_meter.count(eventOf(0, item, now()));
}

void VirtualNode::poll()
{
    ProbeResult result;
    result.at = now();
    result.state.lastAttempt = result.at;
    result.state.lastSuccess = result.at;
    const bool health = isDue(m_at, 5s);
    const bool stats = isDue(m_at + 500ms, 2s);
    const bool settings = isDue(m_at + 59s, 60s);
    const bool group = isDue(m_at + 2500ms, 5s);
    if (!health && !stats && !settings && !group)
        return;
    if (health)
        askHealth(result);
    if (stats)
        askStats(result);
    if (settings)
        askSettings(result);
    if (group)
        askNextGroup(result);
    result.clock = ClockSample{UtcTime{secondOf(now() + m_setup.clockAhead)}, now() - 3ms, now()};
    m_meter.apply(result);
}

void VirtualNode::askHealth(ProbeResult &result)
{
    const auto reply = sim::health(m_node, {});
    auto report = parseHealthAnswer(QByteArray::fromStdString(reply.body));
    if (!report)
        qFatal("The simulated node's health cannot be read.");
    result.health = std::move(*report);
}

void VirtualNode::askStats(ProbeResult &result)
{
    const auto &simulation = m_node.simulation;
    CallbackCounters callbacks;
    quint64 sent = 0;
    const auto &members = simulation.cluster().members();
    for (std::size_t member = 0; member < members.size(); ++member) {
        if (!members[member].alive)
            continue;
        const auto &counters = simulation.counters(member);
        addCallbacks(callbacks, counters.inboundCallbacksMs);
        addCallbacks(callbacks, counters.statusCallbacksMs);
        sent += counters.outSentMs.count;
    }
    result.callbackCounters = callbacks;
    result.messagesSentCounter = sent;
    result.callbackQueueSize = static_cast<qint64>(simulation.callbackQueueSize());
    result.inMessagesPending = 0;
    result.pendingOut = static_cast<qint64>(simulation.pendingSends());
}

void VirtualNode::askSettings(ProbeResult &result)
{
    const auto &now = m_node.settings;
    result.callbacks = CallbackSettings{now.sentCallbacks, now.deliveredCallbacks, now.readCallbacks};
    result.settings = std::vector<SettingSeen>{
        setting("webhooks.url", QString::fromStdString(now.webhookUrl)),
        setting("webhooks.message.sent", onOrOff(now.sentCallbacks)),
        setting("webhooks.message.delivered", onOrOff(now.deliveredCallbacks)),
        setting("webhooks.message.read", onOrOff(now.readCallbacks)),
        setting("webhooks.max_concurrent_requests", QString::number(now.maxConcurrentRequests)),
    };
    const auto &cluster = m_node.simulation.cluster();
    if (cluster.topology() == sim::Topology::MultiConnect)
        result.shards = cluster.shards();
}

void VirtualNode::askNextGroup(ProbeResult &result)
{
    if (m_nextGroup > sim::Directory::kGroups)
        return;
    GroupSeen seen;
    seen.id = QByteArray::fromStdString(sim::Directory::groupId(m_nextGroup));
    seen.subject = QString::fromStdString(sim::Directory::groupSubject(m_nextGroup));
    const sim::Directory &directory = m_node.simulation.directory();
    for (std::uint32_t i = 0; i < directory.recipientsOfGroup(m_nextGroup); ++i) {
        const auto member = sim::Directory::groupMember(m_nextGroup, i);
        seen.participants.push_back(QByteArray::fromStdString(directory.number(member)));
    }
    seen.members = static_cast<quint32>(seen.participants.size());
    result.groups.push_back(std::move(seen));
    ++m_nextGroup;
}

} // namespace barograph::testing
