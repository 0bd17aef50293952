// SPDX-License-Identifier: GPL-3.0-or-later
#include "meters/node_meter.h"

#include "core/node_traits.h"
#include "meters/lag_tracker.h"
#include "meters/node_condition.h"
#include "meters/node_queues.h"
#include "meters/node_storms.h"
#include "meters/node_tally.h"
#include "meters/probe_readings.h"
#include "meters/second_book.h"
#include "meters/send_account.h"

#include <utility>

namespace barograph {

namespace {

constexpr std::array<qint64, 3> kWindows{1, 10, 60};

} // namespace

struct NodeMeter::State
{
    State(NodeIndex nodeIndex, const NodeConfig &nodeConfig)
        : index(nodeIndex)
        , config(nodeConfig)
        , visibility(visibilityOf(nodeConfig.kind))
        , probe(nodeConfig)
        , condition(nodeConfig.id)
    {
        queues.setListening(false);
        // Only an on-premises node has a counter that could tell sends instead.
        if (nodeConfig.kind != NodeKind::OnPremises && visibility.individual[EventKind::Send] == Visibility::Visible)
            sends.useStatusesOnly();
    }

    void moveTo(UtcTime time)
    {
        if (!seconds.staysAt(time))
            moveOn(time);
    }
    void moveOn(UtcTime time);
    void close(const SecondBook::Closed &closed);
    void book(const SendAccount::Growth &growth, UtcTime at);
    void countNew(const IngestedEvent &event, UtcTime arrival);
    void followFeed(bool wasFed, UtcTime at);
    CountSources sources() const;
    CallbackSettings callbacks() const;
    ReceiptKinds receiptKinds() const;
    double allocatedTps() const { return config.allocatedTps > 0 ? config.allocatedTps : 0; }

    void fillIdentity(NodeFrame &frame, UtcTime now) const;
    void fillCounts(NodeFrame &frame, UtcTime now) const;

    NodeIndex index;
    NodeConfig config;
    KindVisibility visibility;
    SecondBook seconds;
    SendAccount sends;
    LagTracker lag;
    NodeQueues queues;
    NodeStorms storms;
    ProbeReadings probe;
    NodeCondition condition;
    NodeTally tally;
    std::vector<ClosedSecond> pending;
};

void NodeMeter::State::moveOn(UtcTime time)
{
    const auto step = seconds.moveOn(time, sources(), [this](const SecondBook::Closed &closed) { close(closed); });
    if (step != ClockStep::Restart)
        return;
    lag.restart();
    queues.restart();
    storms.restart();
}

void NodeMeter::State::close(const SecondBook::Closed &closed)
{
    const auto &sample = closed.sample;
    tally.closeSecond(closed.second, sample);
    const auto told = queues.closeSecond(closed.second, sample.isKnown(EventKind::Receive), probe, config);
    if (closed.isWhole)
        storms.addOthers(static_cast<double>(sample.counts.total()) - closed.ofStorms);
    if (sample.anyKnown() || sample.notMeasuredMask != 0 || sample.counts.total() > 0 || closed.redelivered > 0 ||
        closed.apart > 0 || told.tellsAnything()) {
        pending.push_back({index, closed.second, sample, closed.redelivered, closed.apart, allocatedTps(),
                           lag.smallestIn(closed.second), told});
    }
}

void NodeMeter::State::book(const SendAccount::Growth &growth, UtcTime at)
{
    seconds.addSends(growth);
    if (growth.sends > 0)
        tally.sent(growth.sends, at);
}

CallbackSettings NodeMeter::State::callbacks() const
{
    return probe.lastCallbacks().value_or(CallbackSettings{true, true, true});
}

CountSources NodeMeter::State::sources() const
{
    return {callbacks(), sends.source(), sends.lastMeasured(), probe.statsStaleAfter()};
}

ReceiptKinds NodeMeter::State::receiptKinds() const
{
    const auto told = probe.lastCallbacks();
    return told ? ReceiptKinds{told->delivered, told->read} : ReceiptKinds{};
}

NodeMeter::NodeMeter(NodeIndex index, const NodeConfig &config)
    : m_state(std::make_unique<State>(index, config))
{}

NodeMeter::~NodeMeter() = default;
NodeMeter::NodeMeter(NodeMeter &&) noexcept = default;
NodeMeter &NodeMeter::operator=(NodeMeter &&) noexcept = default;

bool NodeMeter::count(const IngestedEvent &event)
{
    auto &s = *m_state;
    s.moveTo(event.arrival);
    s.condition.arrived();
    s.tally.received();
    bool seenBefore = event.redelivered;
    const auto arrival = s.seconds.clock().steady(event.arrival);
    if (!seenBefore && event.eventTime)
        s.lag.add(arrival, *event.eventTime + (arrival - event.arrival));
    if (!seenBefore && event.kind == EventKind::Send)
        seenBefore = !s.sends.takeStatus(event.eventTime.value_or(event.arrival) - s.lag.clockAhead());

    if (seenBefore) {
        s.tally.redelivered();
        s.seconds.countRedelivered();
    } else if (!event.kind) {
        s.tally.apart(event.apart);
        s.seconds.countApart();
        s.condition.addNotice(event, arrival);
    } else {
        s.countNew(event, arrival);
    }
    return seenBefore;
}

/// One of the four kinds.
void NodeMeter::State::countNew(const IngestedEvent &event, UtcTime arrival)
{
    const auto kind = *event.kind;
    tally.counted(kind, arrival);
    seconds.count(kind);
    // By the clock that does not run back.
    const auto stamp =
        event.eventTime ? std::optional(*event.eventTime + (arrival - event.arrival)) : std::optional<UtcTime>();
    queues.add(kind, arrival, stamp);
    if (storms.add(event, arrival, stamp ? *stamp - lag.clockAhead() : arrival))
        seconds.countOfStorm();
}

void NodeMeter::countRejected(quint64 items, UtcTime at)
{
    m_state->moveTo(at);
    m_state->condition.arrived();
    m_state->tally.rejected(items);
}

void NodeMeter::countBadRequest(UtcTime at)
{
    m_state->moveTo(at);
    m_state->condition.arrived();
    m_state->tally.badRequest();
}

void NodeMeter::apply(const ProbeResult &result)
{
    auto &s = *m_state;
    // The result may have waited for this thread, so its time can move ours
    // forward but says nothing about a clock that was set back. What it teaches
    // is booked, and recorded, at a time that a replay books it at again.
    const auto &clock = s.seconds.clock();
    if (!clock.isStarted() || secondOf(result.at) > clock.open())
        s.moveTo(result.at);
    const auto at = clock.steady(result.at);
    s.probe.apply(result);
    if (result.clock)
        s.queues.addClock(*result.clock);
    const auto sent = result.callbacks ? std::optional(result.callbacks->sent) : std::nullopt;
    s.book(s.sends.poll(sent, result.messagesSentCounter, at, s.probe.statsStaleAfter()), at);
    const auto told = s.probe.lastCallbacks();
    s.condition.apply(result, at, told && told->sent);
}

void NodeMeter::apply(const QueueResult &result)
{
    m_state->probe.apply(result);
}

void NodeMeter::apply(const PauseNote &note)
{
    m_state->probe.apply(note);
}

void NodeMeter::apply(const TapNote &note)
{
    if (note.state == TapView::Connected)
        return;
    m_state->queues.interrupt();
    m_state->lag.interrupt();
}

void NodeMeter::apply(const ControlResult &result)
{
    m_state->condition.apply(result, m_state->seconds.clock().steady(result.at));
}

void NodeMeter::setUsualTraffic(std::shared_ptr<const UsualTraffic> usual)
{
    m_state->condition.setUsualTraffic(std::move(usual));
}

void NodeMeter::restoreSettings(const DriftMemory &memory)
{
    m_state->condition.restoreSettings(memory);
}

std::optional<DriftMemory> NodeMeter::takeSettingsToStore()
{
    return m_state->condition.takeSettingsToStore();
}

void NodeMeter::dismissDrift()
{
    m_state->condition.dismissDrift();
}

void NodeMeter::setListening(bool listening, UtcTime at)
{
    auto &s = *m_state;
    s.moveTo(at);
    const bool wasFed = s.seconds.isFed();
    s.seconds.setListening(listening, at);
    s.followFeed(wasFed, at);
}

void NodeMeter::setFeed(EventFeed feed, UtcTime at)
{
    auto &s = *m_state;
    if (feed == s.seconds.feed())
        return;
    s.moveTo(at);
    const bool wasFed = s.seconds.isFed();
    s.seconds.setFeed(feed, at);
    s.followFeed(wasFed, at);
}

EventFeed NodeMeter::feed() const
{
    return m_state->seconds.feed();
}

/// To the others a tap that is missing is as if nobody listened.
void NodeMeter::State::followFeed(bool wasFed, UtcTime at)
{
    const bool isFed = seconds.isFed();
    if (isFed == wasFed)
        return;
    condition.setListening(isFed, at);
    queues.setListening(isFed);
    if (!isFed)
        lag.interrupt();
}

void NodeMeter::setGroup(KnownGroup group, UtcTime at)
{
    m_state->storms.setGroup(std::move(group), at);
}

void NodeMeter::setReceiptCurve(const ReceiptCurve &curve)
{
    m_state->storms.setCurve(curve);
}

std::optional<ReceiptCurve> NodeMeter::takeChangedReceiptCurve(UtcTime now)
{
    return m_state->storms.takeChangedCurve(now);
}

void NodeMeter::setConfig(const NodeConfig &config)
{
    // While it was switched off nobody looked at its members.
    if (config.enabled != m_state->config.enabled)
        m_state->condition.forgetMembers();
    m_state->config = config;
    m_state->probe.setConfig(config);
}

void NodeMeter::resetPeak()
{
    m_state->tally.resetPeak();
}

void NodeMeter::restoreSendCounter(quint64 counter)
{
    m_state->sends.restore(counter);
}

std::optional<CounterDelta> NodeMeter::takeCounterDelta()
{
    return m_state->sends.takeRecord();
}

void NodeMeter::replayCounterDelta(const CounterDelta &delta)
{
    m_state->moveTo(delta.at);
    m_state->book(m_state->sends.replay(delta), delta.at);
}

std::vector<ClosedSecond> NodeMeter::advance(UtcTime now)
{
    m_state->moveTo(now);
    return std::exchange(m_state->pending, {});
}

std::vector<StormView> NodeMeter::takeStormsToStore(UtcTime now)
{
    auto &s = *m_state;
    return s.storms.takeToStore(s.seconds.clock().steady(now), now, s.receiptKinds());
}

std::vector<Marker> NodeMeter::takeMarkersToStore()
{
    return m_state->condition.takeMarkersToStore();
}

NodeFrame NodeMeter::frame(UtcTime now) const
{
    auto &s = *m_state;
    const auto &clock = s.seconds.clock();
    NodeFrame frame;
    s.fillIdentity(frame, now);
    s.probe.fill(frame, tellsMembers(s.config.kind), now);
    frame.botServer = botServerView(s.probe, s.config, now);
    s.fillCounts(frame, now);
    s.condition.fill(frame, s.config, s.callbacks(), !clock.isBehind(now), now);
    frame.incoming = s.queues.incoming(now, frame.tps[1], s.probe, s.config);
    frame.gauges = s.queues.series();
    s.storms.fill(frame, clock.steady(now), now, s.receiptKinds(), s.allocatedTps());
    frame.series = s.seconds.shown(now, s.sources());
    return frame;
}

void NodeMeter::State::fillIdentity(NodeFrame &frame, UtcTime now) const
{
    frame.index = index;
    frame.id = config.id;
    frame.name = config.name;
    frame.kind = config.kind;
    frame.simulated = config.simulated;
    frame.group = config.group;
    frame.enabled = config.enabled;
    frame.visibility = visibility;
    if (config.allocatedTps > 0)
        frame.allocatedTps = Reading<double>::measured(config.allocatedTps, now);
}

void NodeMeter::State::fillCounts(NodeFrame &frame, UtcTime now) const
{
    if (seconds.isHeard(now)) {
        for (std::size_t i = 0; i < kWindows.size(); ++i) {
            auto rates = seconds.rates(kWindows[i]);
            frame.tps[i] = rates.total;
            if (kWindows[i] == 10)
                frame.tpsByKind = rates.byKind;
        }
    }
    for (const auto kind : kEventKinds) {
        if (visibility.isBlindFor(kind))
            frame.tpsByKind[kind] = Reading<double>::notSupported();
    }
    frame.lag = seconds.isFed() ? lag.reading(now) : lag.reading(now).asStale();
    frame.sendSource = sends.source();
    frame.feed = seconds.feed();
    tally.fill(frame);
}

const TotalCounts &NodeMeter::totals() const
{
    return m_state->tally.totals();
}

const IngestTotals &NodeMeter::ingest() const
{
    return m_state->tally.ingest();
}

} // namespace barograph
