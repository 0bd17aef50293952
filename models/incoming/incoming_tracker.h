// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event_kind.h"
#include "core/node_config.h"
#include "incoming/burst_watch.h"
#include "incoming/clock_skew.h"
#include "incoming/incoming_view.h"
#include "incoming/lag_floor.h"
#include "incoming/queue_trend.h"
#include "incoming/usual_rate.h"

#include <algorithm>
#include <array>
#include <optional>

namespace barograph {

/// Watches one node's incoming queue, second by second: how much waits, which way it goes, and what becomes of it.
///
/// Receives and receipts come through the queue, sends do not: only their lags tell it. The depth is, in this order,
/// - the node's gauges, where they exist, and what the lag tells beyond them, if that is clear;
/// - arrival rate × lag (Little's law), once the lag is clearly above what it is without a queue.
/// The rate that counts is that of arriving at WhatsApp's end, which nobody tells. Of a queue that grows it follows
/// from the rate at our end r and the lag's growth g: the events of one second here had been stamped within 1 − g
/// seconds, so it is r ÷ (1 − g).
///
/// Pure, fixed memory. Seconds that were not listened to tell no lag; after a gap of ten everything starts anew.
class IncomingTracker
{
public:
    static constexpr Seconds kShortWindow{30};
    static constexpr Seconds kLongWindow{60};
    static constexpr Seconds kRateWindow{10};
    static constexpr Seconds kForgetAfter{10};
    static constexpr Seconds kStaleAfter{60};
    /// A lag is a queue from here on, and until it is back below the other: stamps are whole seconds.
    static constexpr Millis kClearFrom{2'000};
    static constexpr Millis kClearUntil{1'000};
    /// No way without a queue takes longer; a lowest lag above is a queue that has stood for half an hour.
    static constexpr Millis kLongestBase{3'000};

    /// What the node's gauges show: callbacks waiting and messages not yet processed, together.
    struct Gauges
    {
        qint64 waiting = 0;
        UtcTime takenAt{};
    };

    /// An event of the four kinds that was not seen before.
    void add(EventKind kind, UtcTime arrival, const std::optional<UtcTime> &eventTime);
    void addClock(const ClockSample &sample);
    /// `second` is over; each one is closed once, in order. `known`: it was listened to from start to end. `gauges`:
    /// the newest, if they are fresh. `capacity` > 0.
    void closeSecond(UtcSecond second, bool known, const std::optional<Gauges> &gauges, qint64 capacity);
    /// Our clock had been wrong: nothing seen so far can be compared with what comes.
    void restart();
    /// Off: no event can come, so nothing is known of now. What the lag was before is stale at once, until there is an
    /// event again. A tracker starts listening.
    void setListening(bool listening);
    /// Events may have been missed, as if it had been off for a moment: a tap that lost its connection.
    void interrupt();

    /// `lastGauges` as they are shown, stale ones too. `budgetLeft`: allocated TPS − events per second, if known.
    /// Leaves pendingOut alone.
    void describe(IncomingView &view, UtcTime now, const Reading<qint64> &lastGauges,
                  const std::optional<double> &budgetLeft) const;

private:
    struct Second
    {
        UtcSecond second{};
        bool known = false;
        quint32 arrived = 0;         ///< receives and receipts
        quint32 receives = 0;        ///< of these
        quint32 all = 0;             ///< with sends
        quint32 stamped = 0;         ///< of `arrived`, with a time of their own that can be
        std::optional<Millis> lag;   ///< smallest, corrected
        std::optional<double> depth; ///< as computed, before it is asked whether it is clear
    };
    /// Sums over the newest seconds.
    struct Window
    {
        Seconds length{};
        qint64 known = 0;
        quint64 arrived = 0;
        quint64 receives = 0;
        quint64 all = 0;
        quint64 stamped = 0;
        std::optional<Millis> lag;
        std::optional<UtcSecond> lastStamped;
    };
    /// What the lag says.
    struct ByLag
    {
        double atOurEnd = 0;   ///< arriving here, per second
        double perSecond = 0;  ///< arriving at WhatsApp's end
        Millis above{};        ///< lag above what it is without a queue
        double gaugeShare = 1; ///< of what waits at the node, receives and receipts
        bool isBurst = false;  ///< what comes out had come in all at once; the rate says nothing about what follows
        bool isUnsure = false; ///< it is, or may be one: the growth of the lag is not that of the queue

        /// What arrived within the lag. As soon as a queue is full, no more of it is let in than comes out; that takes
        /// its whole lag to be seen, so that what follows from the growth is believed up to the capacity only.
        double waiting(double capacity) const
        {
            const auto seconds = std::chrono::duration<double>(above).count();
            return std::max(std::min(perSecond * seconds, capacity), atOurEnd * seconds);
        }
    };
    struct Shown
    {
        double atNode = 0;
        double beyondGauges = 0;
        DepthSource source = DepthSource::None;

        double depth() const { return atNode + beyondGauges; }
    };

    Second &slotOf(UtcSecond second);
    const Second &slotOf(UtcSecond second) const;
    Window windowOf(Seconds length) const;
    std::optional<double> slopeOf(Seconds length, std::size_t leastPoints, bool ofLag) const;
    std::optional<double> growth() const;
    Window lagsNow() const;
    std::optional<ByLag> byLag();
    bool isClear(Millis above, double beyond, double waiting);
    std::optional<Shown> depthNow(const std::optional<Gauges> &gauges, const std::optional<ByLag> &told, Second &slot);
    Millis base() const;
    Reading<Millis> lagReading(UtcTime now) const;
    Reading<Millis> skewReading(UtcTime now) const;
    bool tellsNoTimes() const { return m_unstamped >= kEnoughUnstamped && !m_everStamped; }

    static constexpr quint32 kEnoughUnstamped = 20;

    std::array<Second, 64> m_seconds{};
    Second m_open;
    std::optional<UtcSecond> m_newest; ///< closed
    std::optional<UtcTime> m_lastStamped;
    std::optional<Millis> m_lag; ///< the newest known
    bool m_listening = true;
    bool m_interrupted = false; ///< since then no event with a time has come
    /// The lag of a queue cannot grow faster than time goes by. What is older than that was not in it: messages that a
    /// gateway fetches from before it was connected.
    struct LagAt
    {
        Millis lag{};
        UtcTime at{};
    };
    std::optional<LagAt> m_lastLag; ///< of the last closed second that had one
    LagFloor m_floor;
    UsualRate m_usual;
    ClockSkew m_skew;
    quint32 m_jumpsSeen = 0;
    Millis m_correction{};
    UtcTime m_gaugesUsed{};
    int m_clearFor = 0;
    bool m_clear = false;
    BurstWatch m_burst;
    bool m_everStamped = false;
    quint32 m_unstamped = 0;
    std::optional<Shown> m_shown; ///< as of the end of m_newest
    std::optional<double> m_growth;
    TrendKeeper m_trend;
    qint64 m_capacity = 0;
};

} // namespace barograph
