// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storms/reading_grid.h"

#include <array>
#include <vector>

namespace barograph {

/// What is still to come of one storm, judged by how members of this node's groups told their receipts before and by
/// what this storm has brought. In the time of the receipts themselves: no queue and no budget yet.
///
/// How this group reads beside the curve is given as probabilities on a grid, see weighReading(). Fixed memory, pure.
class StormOutlook
{
public:
    static constexpr double kEndShare = 0.95;

    /// Precondition: progress.members ≥ 1.
    StormOutlook(const ReceiptShares &shares, const StormProgress &progress, const ReadingGrid::Values &weights);

    /// Receipts that will ever come, those seen included.
    double expectedTotal() const { return m_total; }
    /// Receipts that will have come by this age; what was seen, up to the age that has been observed.
    double expectedBy(double ageSeconds) const;
    double observedSeconds() const { return m_observed; }

    /// When kEndShare of all receipts that will ever come have come, as an age in seconds.
    struct End
    {
        double earliest = 0; ///< the band of 80 %
        double likely = 0;   ///< as likely before as after
        double latest = 0;
    };
    End end() const { return m_end; }

    /// How this storm differs from the curve, as ReceiptCurve::learnStorm takes it.
    double logSpeed() const { return m_logSpeed; }
    double logReadOdds() const { return m_logReadOdds; }

private:
    struct Reading
    {
        double speed = 1;
        double share = 0; ///< of the members who ever read
    };
    double readBy(const Reading &reading, double ageSeconds) const;
    double deliveriesLeft(double ageSeconds) const;
    double readsLeft(const Reading &reading, double ageSeconds) const;
    void takeLikely(const ReadingGrid::Values &weights);
    void findEnd();
    double chanceOverBy(double ageSeconds) const;
    double seenAllButLast(double total) const;

    ReceiptShares m_shares;
    StormProgress m_progress;
    double m_observed;
    struct Likely
    {
        double weight = 0;
        Reading reading;
        double total = 0;    ///< of receipts
        double perShare = 0; ///< reads still to come for each share of the members that still will
    };
    std::vector<Likely> m_likely; ///< what has not turned out to be negligible
    double m_logSpeed = 0;
    double m_logReadOdds = 0;
    Reading m_mean;
    double m_total = 0;
    End m_end;
};

} // namespace barograph
