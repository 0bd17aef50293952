// SPDX-License-Identifier: GPL-3.0-or-later
#include "meters/node_meter.h"

#include "core/node_traits.h"
#include "health/asked.h"
#include "health/expiry.h"
#include "incoming/incoming_tracker.h"
#include "incoming/server_sizing.h"
#include "markers/marker_keeper.h"
#include "meters/gauge_ring.h"
#include "meters/lag_tracker.h"
#include "meters/notice_board.h"
#include "meters/peak_hold.h"
#include "meters/probe_readings.h"
#include "meters/queue_lag.h"
#include "meters/rate_windows.h"
#include "meters/second_clock.h"
#include "meters/second_ring.h"
#include "meters/send_account.h"
#include "meters/send_spreader.h"
#include "silence/silence_watch.h"
#include "storms/other_traffic.h"
#include "storms/storm_detector.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace barograph {

namespace {

constexpr qint64 kShownSeconds = 600;
constexpr std::array<qint64, 3> kWindows{1, 10, 60};
constexpr std::size_t kShownStorms = 20;
constexpr Millis kCurveEvery{60'000};

} // namespace

struct NodeMeter::State
{
    /// What is known about the open second beside its counts.
    struct Open
    {
        quint32 redelivered = 0;
        quint32 apart = 0;
        bool partial = false;         ///< not listened to from start to end, or not one second long
        bool sendsUnmeasured = false; ///< holds sends of a longer or unknown time
        bool spreadTaken = false;     ///< has had its share of the counter's growth
        quint32 ofStorms = 0;         ///< receipts that belong to a storm
    };

    State(NodeIndex nodeIndex, const NodeConfig &nodeConfig)
        : index(nodeIndex)
        , config(nodeConfig)
        , probe(nodeConfig)
        , visibility(visibilityOf(nodeConfig.kind))
        , markers(nodeConfig.id)
    {
        incoming.setListening(false);
        // Only an on-premises node has a counter that could tell sends instead.
        if (nodeConfig.kind != NodeKind::OnPremises && visibility.individual[EventKind::Send] == Visibility::Visible)
            sends.useStatusesOnly();
    }

    void moveTo(UtcTime time);
    void closeOpen();
    void openSecond(UtcSecond second);
    void bookSpread();
    void book(const SendAccount::Growth &growth, UtcTime at);
    void describe(SecondSample &sample) const;
    SecondSample openSample() const;
    std::shared_ptr<const SecondSeries> shownSeries(UtcTime now);
    ReceiptKinds receiptKinds() const;
    void closeIncoming(UtcSecond second, bool known);
    GaugeSample closeGauges(UtcSecond second);
    IncomingView incomingView(UtcTime now, const Reading<double> &tps) const;
    BotServerView botServerView(UtcTime now) const;
    std::optional<UtcTime> newestEvent() const;
    void judge(NodeFrame &frame, UtcTime now);
    quint8 kindsToExpect(const NodeFrame &frame) const;
    BudgetState budgetState(UtcTime now) const;
    std::shared_ptr<const std::vector<GroupView>> shownGroups();
    std::shared_ptr<const ReceiptCurve> shownCurve();

    NodeIndex index;
    NodeConfig config;
    SecondClock clock;
    SecondRing ring;
    Open open;
    bool listening = false;
    SendAccount sends;
    SendSpreader spreader;
    LagTracker lag;
    QueueLag queueLag;
    IncomingTracker incoming;
    StormDetector storms;
    OtherTraffic otherTraffic;
    ReceiptCurve takenCurve; ///< as it was given out last
    UtcTime curveTakenAt{};
    ProbeReadings probe;
    KindVisibility visibility;
    NoticeBoard notices;
    TopologyWatch topology;
    SilenceWatch silence;
    DriftWatch drift;
    ExpiryBook expiries;
    PeakHold peak;
    TotalCounts totals;
    ApartCounts apart{};
    IngestTotals ingest;
    ByKind<std::optional<UtcTime>> lastEvent;
    std::vector<ClosedSecond> pending;
    std::shared_ptr<const SecondSeries> series;
    GaugeRing gaugeRing;
    std::shared_ptr<const std::vector<GroupView>> groups;
    quint64 groupsRevision = 0;
    std::shared_ptr<const ReceiptCurve> curve;
    MarkerKeeper markers;
};

void NodeMeter::State::moveTo(UtcTime time)
{
    const auto step = clock.classify(time);
    const auto target = secondOf(time);
    switch (step) {
    case ClockStep::Start:
        ring.restart(target);
        break;
    case ClockStep::Same:
        open.partial = open.partial || clock.isBehind(time);
        break;
    case ClockStep::Forward:
        while (ring.newest() < target) {
            closeOpen();
            openSecond(ring.newest() + Seconds{1});
        }
        break;
    case ClockStep::Jump:
        open.partial = true;
        closeOpen();
        openSecond(target);
        break;
    case ClockStep::Restart:
        open.partial = true;
        closeOpen();
        ring.restart(target);
        lag.restart();
        queueLag = {};
        incoming.restart();
        storms.endAll();
        break;
    }
    if (step != ClockStep::Same && step != ClockStep::Forward)
        open.partial = UtcTime{target} != time;
    clock.moveTo(time);
}

void NodeMeter::State::closeOpen()
{
    auto &sample = ring.open();
    const auto second = ring.newest();
    describe(sample);
    holdPeak(peak, second, sample);
    closeIncoming(second, sample.isKnown(EventKind::Receive));
    const auto told = closeGauges(second);
    if (listening && !open.partial)
        otherTraffic.add(static_cast<double>(sample.counts.total()) - open.ofStorms);
    if (sample.anyKnown() || sample.counts.total() > 0 || open.redelivered > 0 || open.apart > 0 ||
        told.tellsAnything()) {
        pending.push_back({index, second, sample, open.redelivered, open.apart,
                           config.allocatedTps > 0 ? config.allocatedTps : 0, lag.smallestIn(second), told});
    }
    open = {};
}

void NodeMeter::State::openSecond(UtcSecond second)
{
    ring.openNext(second);
    if (spreader.waiting() > 0)
        bookSpread();
}

void NodeMeter::State::bookSpread()
{
    ring.open().counts[EventKind::Send] += spreader.takeForOneSecond();
    open.spreadTaken = true;
}

void NodeMeter::State::book(const SendAccount::Growth &growth, UtcTime at)
{
    open.sendsUnmeasured = open.sendsUnmeasured || growth.unexplained;
    if (growth.sends == 0)
        return;
    totals[EventKind::Send] += growth.sends;
    lastEvent[EventKind::Send] = at;
    spreader.add(growth.sends, growth.span);
    if (growth.span.count() > 0) {
        if (!open.spreadTaken)
            bookSpread();
        return;
    }
    open.sendsUnmeasured = true;
    spreader.flushInto(ring.open().counts[EventKind::Send]);
}

/// Says for which kinds the open second, as it stands, is a measurement.
void NodeMeter::State::describe(SecondSample &sample) const
{
    sample.knownMask = 0;
    sample.notMeasuredMask = 0;
    if (!listening || open.partial)
        return;
    const auto callbacks = probe.lastCallbacks().value_or(CallbackSettings{true, true, true});
    const auto receipts = [&sample](EventKind kind, bool on) {
        auto &mask = on ? sample.knownMask : sample.notMeasuredMask;
        mask = static_cast<quint8>(mask | SecondSample::bit(kind));
    };
    receipts(EventKind::Receive, true);
    receipts(EventKind::Delivery, callbacks.delivered);
    receipts(EventKind::Read, callbacks.read);

    bool sendKnown = sends.source() == SendSource::SentStatuses;
    if (const auto told = sends.lastMeasured(); sends.source() == SendSource::StatsCounter && told)
        sendKnown = ring.newest() - *told <= probe.statsStaleAfter();
    if (sendKnown && !open.sendsUnmeasured)
        receipts(EventKind::Send, true);
}

SecondSample NodeMeter::State::openSample() const
{
    auto sample = ring.open();
    describe(sample);
    return sample;
}

std::shared_ptr<const SecondSeries> NodeMeter::State::shownSeries(UtcTime now)
{
    if (!clock.isStarted()) {
        const auto first = secondOf(now) - Seconds{kShownSeconds};
        return std::make_shared<const SecondSeries>(
            SecondSeries{first, std::vector<SecondSample>(static_cast<std::size_t>(kShownSeconds) + 1)});
    }
    // Closed seconds never change, so only the open one can differ from what was shared last.
    const auto sample = openSample();
    if (!series || series->end() != ring.newest() + Seconds{1} || series->samples.back() != sample)
        series = std::make_shared<const SecondSeries>(ring.tail(kShownSeconds, sample));
    return series;
}

ReceiptKinds NodeMeter::State::receiptKinds() const
{
    const auto callbacks = probe.lastCallbacks();
    return callbacks ? ReceiptKinds{callbacks->delivered, callbacks->read} : ReceiptKinds{};
}

void NodeMeter::State::closeIncoming(UtcSecond second, bool known)
{
    const auto gauges = probe.incomingGauges(UtcTime{second + Seconds{1}});
    std::optional<IncomingTracker::Gauges> fresh;
    if (gauges.truth() == Truth::Measured)
        fresh = IncomingTracker::Gauges{gauges.value(), gauges.takenAt()};
    incoming.closeSecond(second, known, fresh, config.incomingCapacity);
}

GaugeSample NodeMeter::State::closeGauges(UtcSecond second)
{
    const UtcTime end{second + Seconds{1}};
    const auto sample = gaugeSampleOf(incomingView(end, {}), probe.outbound(end));
    gaugeRing.close(second, sample);
    return sample;
}

IncomingView NodeMeter::State::incomingView(UtcTime now, const Reading<double> &tps) const
{
    IncomingView view;
    std::optional<double> budgetLeft;
    if (config.allocatedTps > 0 && tps.hasValue())
        budgetLeft = config.allocatedTps - tps.value();
    incoming.describe(view, now, probe.incomingGauges(now), budgetLeft);
    view.capacity = config.incomingCapacity;
    view.pendingOut = probe.pendingOut(now);
    return view;
}

BotServerView NodeMeter::State::botServerView(UtcTime now) const
{
    auto view = probe.botServer(now);
    view.entered = config.botServer;
    if (const auto need = neededServer(config.allocatedTps)) {
        view.needed = need->size;
        view.beyondPublished = need->atLeast;
        view.tooSmall = config.botServer && isTooSmall(*config.botServer, *need);
    }
    return view;
}

std::optional<UtcTime> NodeMeter::State::newestEvent() const
{
    std::optional<UtcTime> newest;
    for (const auto kind : kEventKinds) {
        if (lastEvent[kind] && (!newest || *newest < *lastEvent[kind]))
            newest = lastEvent[kind];
    }
    return newest;
}

/// Kinds that can come at present: told by this kind of node, not switched off, not held back from here.
quint8 NodeMeter::State::kindsToExpect(const NodeFrame &frame) const
{
    const auto callbacks = probe.lastCallbacks().value_or(CallbackSettings{true, true, true});
    const bool paused = frame.outbound.paused.valueOr(false) || frame.outbound.pausedSince;
    const ByKind<bool> comes{{true, !paused && callbacks.sent && sends.source() != SendSource::StatsCounter,
                              !paused && callbacks.delivered, !paused && callbacks.read}};
    quint8 kinds = 0;
    for (const auto kind : kEventKinds) {
        if (comes[kind] && !visibility.isBlindFor(kind))
            kinds = static_cast<quint8>(kinds | SecondSample::bit(kind));
    }
    return kinds;
}

/// Puts into the frame how the node is. Its judgement holds what it says of itself so far.
void NodeMeter::State::judge(NodeFrame &frame, UtcTime now)
{
    if (!config.enabled) {
        frame.judgement = judgeOff();
        return;
    }
    // A node that nobody asks has no state to be contradicted, and yet a rhythm.
    const bool works = frame.judgement.state == NodeState::Ok || !isAsked(config);
    frame.silence = silence.view({works && !clock.isBehind(now), kindsToExpect(frame)}, lastEvent, now);
    frame.drift = drift.view(now);
    frame.expiries = expiries.all();
    frame.judgement = judgeSilence(frame.judgement, frame.silence, frame.drift, now);
}

/// Made anew only when a group was told of.
std::shared_ptr<const std::vector<GroupView>> NodeMeter::State::shownGroups()
{
    const auto &known = storms.groups();
    if (groups && groupsRevision == known.revision())
        return groups;
    auto views = std::make_shared<std::vector<GroupView>>();
    views->reserve(known.groupCount());
    for (const auto &entry : known.groups())
        views->push_back({entry.group.id, entry.group.subject, entry.group.members});
    std::sort(views->begin(), views->end(), [](const GroupView &a, const GroupView &b) {
        return std::tie(a.subject, a.id) < std::tie(b.subject, b.id);
    });
    groups = std::move(views);
    groupsRevision = known.revision();
    return groups;
}

std::shared_ptr<const ReceiptCurve> NodeMeter::State::shownCurve()
{
    const auto &known = storms.curve();
    if (!known.isUsable())
        curve.reset();
    else if (!curve || curve->learntUntil != known.learntUntil)
        curve = std::make_shared<const ReceiptCurve>(known);
    return curve;
}

/// What a forecast reckons with.
BudgetState NodeMeter::State::budgetState(UtcTime now) const
{
    return {std::max(config.allocatedTps, 0.0), otherTraffic.perSecond(), queueLag.at(now)};
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
    s.silence.arrived();
    ++s.ingest.received;
    bool seenBefore = event.redelivered;
    const auto arrival = s.clock.steady(event.arrival);
    if (!seenBefore && event.eventTime)
        s.lag.add(arrival, *event.eventTime + (arrival - event.arrival));
    if (!seenBefore && event.kind == EventKind::Send)
        seenBefore = !s.sends.takeStatus(event.eventTime.value_or(event.arrival) - s.lag.clockAhead());

    if (seenBefore) {
        ++s.ingest.redelivered;
        ++s.open.redelivered;
    } else if (!event.kind) {
        ++s.ingest.apart;
        ++s.apart[indexOf(event.apart)];
        ++s.open.apart;
        s.notices.add(event, arrival);
    } else {
        ++s.ingest.counted;
        ++s.totals[*event.kind];
        ++s.ring.open().counts[*event.kind];
        s.incoming.add(*event.kind, arrival,
                       event.eventTime ? std::optional(*event.eventTime + (arrival - event.arrival)) : std::nullopt);
        s.lastEvent[*event.kind] = arrival;
        const auto happenedAt =
            event.eventTime ? *event.eventTime + (arrival - event.arrival) - s.lag.clockAhead() : arrival;
        if (event.eventTime)
            s.queueLag.add(*event.kind, arrival, happenedAt);
        if (s.storms.add(event, arrival, happenedAt))
            ++s.open.ofStorms;
    }
    return seenBefore;
}

void NodeMeter::countRejected(quint64 items, UtcTime at)
{
    m_state->moveTo(at);
    m_state->silence.arrived();
    m_state->ingest.received += items;
    m_state->ingest.rejected += items;
}

void NodeMeter::countBadRequest(UtcTime at)
{
    m_state->moveTo(at);
    m_state->silence.arrived();
    ++m_state->ingest.badRequests;
}

void NodeMeter::apply(const ProbeResult &result)
{
    auto &s = *m_state;
    // The result may have waited for this thread, so its time can move ours forward but says nothing about a clock
    // that was set back. What it teaches is booked, and recorded, at a time that a replay books it at again.
    if (!s.clock.isStarted() || secondOf(result.at) > s.clock.open())
        s.moveTo(result.at);
    const auto at = s.clock.steady(result.at);
    s.probe.apply(result);
    if (result.clock)
        s.incoming.addClock(*result.clock);
    const auto sent = result.callbacks ? std::optional(result.callbacks->sent) : std::nullopt;
    s.book(s.sends.poll(sent, result.messagesSentCounter, at, s.probe.statsStaleAfter()), at);
    if (result.health)
        s.topology.apply(*result.health, at);
    if (result.shards)
        s.topology.applyShards(*result.shards, at);
    if (result.clusterChanging)
        s.topology.noteChanging(at);
    if (result.settings)
        s.drift.apply(*result.settings, at);
    s.expiries.apply(result.expiries);
    const auto callbacks = s.probe.lastCallbacks();
    s.silence.apply(result, at, callbacks && callbacks->sent);
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
    m_state->incoming.interrupt();
    m_state->lag.interrupt();
}

void NodeMeter::apply(const ControlResult &result)
{
    // One that could not be verified may still have been made.
    if (result.outcome == ControlOutcome::Verified || result.outcome == ControlOutcome::Unverified)
        m_state->drift.noteOurs(result.changes, m_state->clock.steady(result.at));
}

void NodeMeter::setUsualTraffic(std::shared_ptr<const UsualTraffic> usual)
{
    m_state->silence.setUsual(std::move(usual));
}

void NodeMeter::restoreSettings(const DriftMemory &memory)
{
    m_state->drift.restore(memory);
}

std::optional<DriftMemory> NodeMeter::takeSettingsToStore()
{
    return m_state->drift.takeToStore();
}

void NodeMeter::dismissDrift()
{
    m_state->drift.dismiss();
}

void NodeMeter::setListening(bool listening, UtcTime at)
{
    auto &s = *m_state;
    s.moveTo(at);
    s.silence.setListening(listening, at);
    if (listening == s.listening)
        return;
    s.open.partial = s.open.partial || UtcTime{s.clock.open()} != at;
    s.listening = listening;
    s.incoming.setListening(listening);
    if (!listening)
        s.lag.interrupt();
}

void NodeMeter::setGroup(KnownGroup group, UtcTime at)
{
    m_state->storms.setGroup(std::move(group), at);
}

void NodeMeter::setReceiptCurve(const ReceiptCurve &curve)
{
    m_state->storms.setCurve(curve);
    m_state->takenCurve = curve;
}

std::optional<ReceiptCurve> NodeMeter::takeChangedReceiptCurve(UtcTime now)
{
    auto &s = *m_state;
    const auto &curve = s.storms.curve();
    const bool changed = curve.learntUntil != s.takenCurve.learntUntil;
    const bool due = now - s.curveTakenAt >= kCurveEvery || now < s.curveTakenAt;
    if (curve.storms == s.takenCurve.storms && !(changed && due))
        return std::nullopt;
    s.takenCurve = curve;
    s.curveTakenAt = now;
    return curve;
}

void NodeMeter::setConfig(const NodeConfig &config)
{
    // While it was switched off nobody looked at its members.
    if (config.enabled != m_state->config.enabled)
        m_state->topology = {};
    m_state->config = config;
    m_state->probe.setConfig(config);
}

void NodeMeter::resetPeak()
{
    m_state->peak = {};
}

void NodeMeter::restoreSendCounter(quint64 counter)
{
    m_state->sends.restore(counter);
}

std::optional<NodeMeter::CounterDelta> NodeMeter::takeCounterDelta()
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
    return s.storms.takeToStore(s.clock.steady(now), s.receiptKinds(), s.budgetState(now).lag);
}

std::vector<Marker> NodeMeter::takeMarkersToStore()
{
    return m_state->markers.takeNew();
}

NodeFrame NodeMeter::frame(UtcTime now) const
{
    auto &s = *m_state;
    NodeFrame frame;
    frame.index = s.index;
    frame.id = s.config.id;
    frame.name = s.config.name;
    frame.kind = s.config.kind;
    frame.simulated = s.config.simulated;
    frame.group = s.config.group;
    frame.enabled = s.config.enabled;
    if (s.config.allocatedTps > 0)
        frame.allocatedTps = Reading<double>::measured(s.config.allocatedTps, now);

    frame.probe = s.probe.state();
    frame.sessionAsked = s.probe.sessionAsked(now);
    frame.account = s.probe.account(now);
    if (tellsMembers(s.config.kind)) {
        frame.health = s.probe.health(now);
        frame.topology = s.topology.view(now, s.config.expectedShards);
        frame.judgement = judgeTopology(frame.health, frame.probe, frame.topology, s.config.expectedShards, now);
    } else {
        frame.health = Reading<HealthReport>::notSupported();
        const AskedView asked{isAsked(s.config),   frame.sessionAsked, frame.account,
                              s.notices.session(), frame.probe,        s.newestEvent()};
        frame.judgement = judgeAsked(asked, now);
    }
    frame.callbacks = s.probe.callbacks(now);
    frame.callbackQueueSize = s.probe.callbackQueueSize(now);
    frame.outbound = s.probe.outbound(now);
    frame.webApp = s.probe.webApp(now);
    s.judge(frame, now);

    if (s.listening && s.clock.isStarted() && !s.clock.isBehind(now)) {
        for (std::size_t i = 0; i < kWindows.size(); ++i) {
            auto rates = ratesOver(s.ring, kWindows[i]);
            frame.tps[i] = rates.total;
            if (kWindows[i] == 10)
                frame.tpsByKind = rates.byKind;
        }
    }
    for (const auto kind : kEventKinds) {
        if (s.visibility.isBlindFor(kind))
            frame.tpsByKind[kind] = Reading<double>::notSupported();
    }
    frame.incoming = s.incomingView(now, frame.tps[1]);
    frame.botServer = s.botServerView(now);
    frame.peak = s.peak;
    frame.lag = s.listening ? s.lag.reading(now) : s.lag.reading(now).asStale();
    frame.lastEvent = s.lastEvent;
    frame.sendSource = s.sends.source();
    frame.totals = s.totals;
    frame.apart = s.apart;
    frame.ingest = s.ingest;
    frame.visibility = s.visibility;
    frame.errors = s.notices.errors();
    frame.session = s.notices.session();
    frame.storms = s.storms.strongest(s.clock.steady(now), kShownStorms, s.receiptKinds(), s.budgetState(now));
    frame.groups = s.shownGroups();
    frame.receiptCurve = s.shownCurve();
    frame.otherTps =
        s.otherTraffic.isKnown() ? Reading<double>::estimated(s.otherTraffic.perSecond(), now) : Reading<double>{};
    frame.series = s.shownSeries(now);
    frame.gauges = s.gaugeRing.series();
    s.markers.judged(frame.judgement, now);
    s.markers.sawTopology(frame.topology, now);
    s.markers.sawDrift(frame.drift);
    frame.markers = s.markers.markers();
    return frame;
}

const TotalCounts &NodeMeter::totals() const
{
    return m_state->totals;
}

const IngestTotals &NodeMeter::ingest() const
{
    return m_state->ingest;
}

} // namespace barograph
