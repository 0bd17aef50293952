// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event_feed.h"
#include "core/ingested_event.h"
#include "core/probe_result.h"
#include "frame/frame.h"
#include "frame/tap_view.h"
#include "health/drift.h"
#include "meters/closed_second.h"
#include "meters/counter_delta.h"
#include "silence/usual_traffic.h"
#include "storms/known_group.h"
#include "storms/receipt_curve.h"

#include <memory>
#include <vector>

namespace barograph {

/// Counts one node's events into seconds by arrival and keeps everything the
/// screen shows about it.
///
/// The work is done by parts with one job each: SecondBook, SendAccount,
/// LagTracker, NodeQueues, NodeStorms, ProbeReadings and NodeCondition. This
/// one hands each event and answer to those that it concerns.
///
/// Pure: the caller passes the time, nothing reads a clock. Not thread-safe;
/// lives on the ingest thread. Memory is fixed: one hour of seconds, 20 shown
/// storms, bounded tables.
///
/// Time: every call that has a time moves on to it, but never back. An event
/// whose arrival lies before the newest second counts into that one, never into
/// a closed one. While the clock is more than 2 s behind the newest second, the
/// rates are unknown and the second is marked unknown, because it collects more
/// than its own events. A jump back of more than an hour means that the clock
/// had been wrong: counting starts anew at the new time, and a second may then
/// be closed a second time (add the two). More than 5 s between two calls
/// (sleep, jump forward) leaves unknown seconds; so call advance() often, in a
/// replay too.
///
/// Known seconds: a second that was listened to only in part is unknown, but
/// keeps the counts that did arrive. One in which the node had nothing but a
/// tap that was not connected, for all or some of it, is not measured, all four
/// kinds. Receive, Delivery and Read are known while events reach us, unless the
/// node is known to send no such callbacks (then not measured); Send is known once its source is determined and, if
/// that is the stats counter, while the counter is being read (newest sample at most 15 s or three polls old).
///
/// Sends from the stats counter: growth is handed out over the seconds that
/// follow, as many as it took to grow, so that polling every 2 s does not show
/// twice the rate in every other second. Growth over more than 15 s (a restart,
/// a failing poll) goes into one second whose Send bit is clear: it is in the
/// totals, but in no rate and no peak. totals() has it at once.
class NodeMeter
{
public:
    NodeMeter(NodeIndex index, const NodeConfig &config);
    ~NodeMeter();
    NodeMeter(NodeMeter &&) noexcept;
    NodeMeter &operator=(NodeMeter &&) noexcept;

    /// Also for redelivered events and those counted apart. True: it had been
    /// counted before, here or at the node.
    bool count(const IngestedEvent &event);
    /// Items of no readable shape.
    void countRejected(quint64 items, UtcTime at);
    /// A whole request answered 4xx.
    void countBadRequest(UtcTime at);

    /// Health, callback settings, gauges, and the counter from which sends are
    /// taken where statuses do not tell them.
    void apply(const ProbeResult &result);
    void apply(const QueueResult &result);
    void apply(const PauseNote &note);
    /// A tap that is not connected brings nothing: what was measured through it is stale.
    void apply(const TapNote &note);
    /// A control of ours: settings that it changed are no drift.
    void apply(const ControlResult &result);

    /// What this node's history says is usual; null: nothing is known.
    void setUsualTraffic(std::shared_ptr<const UsualTraffic> usual);
    /// Settings as an earlier run saw them last. No effect once they have been
    /// looked at in this run.
    void restoreSettings(const DriftMemory &memory);
    /// What restoreSettings() will want; once after each change.
    std::optional<DriftMemory> takeSettingsToStore();
    /// The operator has seen the changed settings.
    void dismissDrift();

    /// From here on webhooks can (cannot) be received: seconds in between are
    /// unknown, not zero. A meter starts not listening. A replay says when the
    /// run that wrote the journal was listening.
    void setListening(bool listening, UtcTime at);
    /// From here on events reach us in this way. A meter starts with the
    /// listener. Seconds in which a tap alone was missing are not measured.
    void setFeed(EventFeed feed, UtcTime at);
    EventFeed feed() const;
    /// A group, from a node that can tell of it; see GroupDirectory for how many
    /// are remembered.
    void setGroup(KnownGroup group, UtcTime at);
    /// What earlier runs have learnt about when members tell their receipts.
    /// Before events are counted or replayed.
    void setReceiptCurve(const ReceiptCurve &curve);
    /// The curve, to be kept for the next run: when a storm has been learnt
    /// whole, else once a minute while it changes. What is lost in between is
    /// learnt again when the journal is replayed.
    std::optional<ReceiptCurve> takeChangedReceiptCurve(UtcTime now);
    void setConfig(const NodeConfig &config);
    void resetPeak();

    /// Counter sample taken from the journal after a restart, so that its next
    /// delta continues from there.
    void restoreSendCounter(quint64 counter);
    using CounterDelta = barograph::CounterDelta;
    /// Sends newly learnt from the stats counter by the last apply(). Also made,
    /// with no sends, for the first sample and for a change of the source.
    /// Cleared by reading; those not read add up.
    std::optional<CounterDelta> takeCounterDelta();
    /// The same delta, replayed from the journal.
    void replayCounterDelta(const CounterDelta &delta);

    /// Closes all seconds before `now` and returns them, oldest first. A second
    /// of which nothing at all can be said, by webhooks, by a tap (not even that
    /// it was off) or by asking, is left out.
    /// Call with a time that no event still to be counted (waiting in the
    /// journal) arrived before.
    std::vector<ClosedSecond> advance(UtcTime now);
    /// Storms that ended since the last call (no receipt for half an hour, or
    /// pushed out by stronger ones), in the state they ended with; plus, at most
    /// once a minute, the present state of those still running.
    std::vector<StormView> takeStormsToStore(UtcTime now);
    /// State changes, failovers and drift that frame() has seen since the last
    /// call.
    std::vector<Marker> takeMarkersToStore();
    /// Everything on screen, as of `now`. advance(now) must have been called
    /// before.
    NodeFrame frame(UtcTime now) const;

    const TotalCounts &totals() const;
    const IngestTotals &ingest() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace barograph
