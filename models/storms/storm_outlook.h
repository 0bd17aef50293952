// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storms/receipt_curve.h"
#include "storms/storm_progress.h"

#include <array>

namespace barograph {

/// What is still to come of one storm, judged by how members of this node's groups told their receipts before and by
/// what this storm has brought. In the time of the receipts themselves: no queue and no budget yet.
///
/// The members of this group may be quicker or slower than those of earlier ones and read more or less. How much is
/// likely comes from how much earlier storms differed; each combination on a grid is then weighed by how well it
/// explains the reads seen so far (Bayes). Fixed memory, pure; some 0.2 ms.
class StormOutlook
{
public:
    static constexpr double kEndShare = 0.95;

    /// Precondition: progress.members ≥ 1.
    StormOutlook(const ReceiptCurve &curve, const ReceiptShares &shares, const StormProgress &progress);

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
    static constexpr std::size_t kSpeeds = 21;
    static constexpr std::size_t kOdds = 9;
    struct Reading
    {
        double speed = 1;
        double share = 0; ///< of the members who ever read
    };
    static double logSpeedAt(std::size_t index);
    static double logOddsAt(std::size_t index);

    Reading readingAt(std::size_t speed, std::size_t odds) const;
    double readBy(const Reading &reading, double ageSeconds) const;
    double deliveriesLeft(double ageSeconds) const;
    double readsLeft(const Reading &reading, double ageSeconds) const;
    void weigh(const ReceiptCurve &curve);
    double explained(std::size_t speed, std::size_t odds) const;
    void findEnd();
    double chanceOverBy(double ageSeconds) const;
    double seenAllButLast(double total) const;

    ReceiptShares m_shares;
    StormProgress m_progress;
    double m_observed;
    std::array<double, kSpeeds * kOdds> m_weights{};
    double m_logSpeed = 0;
    double m_logReadOdds = 0;
    Reading m_mean;
    double m_total = 0;
    End m_end;
};

} // namespace barograph
