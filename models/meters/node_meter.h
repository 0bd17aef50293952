// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingested_event.h"
#include "core/probe_result.h"
#include "frame/frame.h"
#include "series/second_series.h"

#include <memory>
#include <vector>

namespace barograph {

/// One whole second of one node, finished: nothing more will be counted into it. What history stores.
struct ClosedSecond
{
    NodeIndex node = 0;
    UtcSecond second{};
    SecondSample sample;
    quint32 redelivered = 0;
    quint32 apart = 0;
    double allocatedTps = 0; ///< 0 = not known
    std::optional<Millis> minLag;
};

/// Counts one node's events into seconds by arrival and keeps everything the screen shows about it.
///
/// Pure: the caller passes the time, nothing reads a clock. Not thread-safe; lives on the ingest thread. Memory is
/// fixed: one hour of seconds, 20 shown storms, bounded tables. Time may jump: a jump back counts into the newest
/// second (never into a closed one); a jump forward leaves unknown seconds.
class NodeMeter
{
public:
    NodeMeter(NodeIndex index, const NodeConfig &config);
    ~NodeMeter();
    NodeMeter(NodeMeter &&) noexcept;
    NodeMeter &operator=(NodeMeter &&) noexcept;

    /// Also for redelivered events and those counted apart.
    void count(const IngestedEvent &event);
    /// Items of no readable shape.
    void countRejected(quint64 items, UtcTime at);
    /// A whole request answered 4xx.
    void countBadRequest(UtcTime at);

    /// Health, callback settings, gauges, and the counter from which sends are taken where statuses do not tell them.
    void apply(const ProbeResult &result);
    void apply(const QueueResult &result);
    void apply(const PauseNote &note);

    /// From here on webhooks can (cannot) be received: seconds in between are unknown, not zero.
    void setListening(bool listening, UtcTime at);
    void setConfig(const NodeConfig &config);
    void resetPeak();

    /// Counter sample taken from the journal after a restart, so that its next delta continues from there.
    void restoreSendCounter(quint64 counter);
    /// Sends newly learnt from the stats counter by the last apply(), to be written to the journal. Cleared by reading.
    struct CounterDelta
    {
        quint64 counter = 0;
        quint64 sends = 0;
        UtcTime at{};
    };
    std::optional<CounterDelta> takeCounterDelta();
    /// The same delta, replayed from the journal.
    void replayCounterDelta(const CounterDelta &delta);

    /// Closes all seconds before `now` and returns them, oldest first. A second in which nothing at all is known is
    /// left out.
    std::vector<ClosedSecond> advance(UtcTime now);
    /// Storms that ended since the last call (no receipt for ten minutes, or pushed out by stronger ones), in the
    /// state they ended with; plus, at most once a minute, the present state of those still running.
    std::vector<StormView> takeStormsToStore(UtcTime now);
    /// Everything on screen, as of `now`. advance(now) must have been called before.
    NodeFrame frame(UtcTime now) const;

    const TotalCounts &totals() const;
    const IngestTotals &ingest() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace barograph
