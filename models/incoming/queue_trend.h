// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incoming/incoming_view.h"

#include <optional>

namespace barograph {

/// What the depth of the queue has done in one second more.
struct QueueStep
{
    double depth = 0;             ///< as shown
    double inPerSecond = 0;       ///< receives and receipts arriving
    double capacity = 0;          ///< > 0
    bool estimated = false;       ///< the depth is
    std::optional<double> growth; ///< per second; empty: not known
};

/// Names the way in which the queue goes, so that the name does not change with every wave: a new one has to hold for
/// three seconds (ten where that is soon enough), and is left at half of what it was entered at. Pure; one step a
/// second.
class TrendKeeper
{
public:
    static constexpr int kHoldFor = 3;
    /// An estimate that is full in minutes only has time to be sure: what has come all at once looks the same at first.
    static constexpr int kHoldFarFor = 10;
    static constexpr double kFarSeconds = 120;
    static constexpr double kLeastGrowth = 0.2; ///< events per second: twelve a minute
    static constexpr double kShareOfRate = 0.04;
    static constexpr double kShareOfEstimate = 0.0005; ///< an estimate wavers the more the higher it is
    static constexpr double kFewWaiting = 10;          ///< under way, and no queue
    static constexpr double kFullFrom = 0.95;          ///< of the capacity
    static constexpr double kFullFromEstimate = 0.9;
    static constexpr double kFullUntil = 0.8;

    void step(const QueueStep &step);
    /// Nothing is known any more.
    void forget() { *this = {}; }

    QueueTrend trend() const { return m_trend; }
    bool isFull() const { return m_full; }
    /// The pace at which it filled up to being full: at that, what comes is lost. Empty: not seen.
    std::optional<double> overflowPerSecond() const { return m_full ? m_fillPace : std::nullopt; }

private:
    QueueTrend wantedBy(const QueueStep &step) const;
    static int holdFor(QueueTrend wanted, const QueueStep &step);
    bool isSureToBeFull(const QueueStep &step);
    void judgeFull(const QueueStep &step);

    QueueTrend m_trend = QueueTrend::Unknown;
    QueueTrend m_wanted = QueueTrend::Unknown;
    int m_held = 0;
    QueueTrend m_beforeEmpty = QueueTrend::Unknown;
    int m_emptyFor = 0; ///< seconds
    bool m_full = false;
    int m_highFor = 0; ///< seconds
    std::optional<double> m_fillPace;
};

} // namespace barograph
