// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"
#include "storms/participant_set.h"

#include <array>
#include <cstddef>

namespace barograph {

/// Spans of time since a message, the same for every curve: whole seconds at first (stamps on-premises are no finer),
/// then three to an octave, up to some seven hours.
namespace receipt_bins {

inline constexpr std::size_t kCount = 42;
/// Where bin `index` begins, in seconds; `index` = kCount is the end of the last one.
double start(std::size_t index);
/// The bin of this age in seconds; what lies beyond the last one belongs to it.
std::size_t of(double ageSeconds);

} // namespace receipt_bins

/// How the members of a node's groups told their receipts of earlier messages. A value of fixed size that can be
/// merged, and that names nobody.
///
/// For each kind of receipt and span of time since the message: of the members who had not told it yet, how many did.
/// From these the share of members by any time follows (product-limit estimate). A storm that is still running adds the
/// spans that it has behind it, so nothing has to be over before something is learnt from it, and a storm that was
/// watched for an hour only says nothing about the hours after.
struct ReceiptCurve
{
    struct Span
    {
        double atRisk = 0; ///< members, summed over storms
        double told = 0;

        friend bool operator==(const Span &, const Span &) = default;
    };
    using Spans = std::array<Span, receipt_bins::kCount>;

    Spans deliveries;
    Spans reads;
    int storms = 0; ///< that were watched to their end, or for an hour
    /// How those storms differed from the curve as it was then.
    struct Habit
    {
        double recent = 0;      ///< mean of the latest ones
        double squares = 0;     ///< sum over all storms
        double stepSquares = 0; ///< sum of the squared differences from `recent` as it was before each

        friend bool operator==(const Habit &, const Habit &) = default;
    };
    Habit speed;    ///< natural logarithm of how many times as fast members read
    Habit readOdds; ///< natural logarithm of how many times as large the odds are that a member reads at all
    /// What happened until then has been learnt; the same storms replayed teach nothing more.
    UtcTime learntUntil{};

    Spans &spansOf(Receipt receipt) { return receipt == Receipt::Delivery ? deliveries : reads; }
    const Spans &spansOf(Receipt receipt) const { return receipt == Receipt::Delivery ? deliveries : reads; }

    /// `atRisk` members had not told `receipt` when bin `bin` began, `told` of them did within it. The oldest fade, so
    /// that the curve follows what members are used to.
    void learn(Receipt receipt, std::size_t bin, double atRisk, double told);
    /// A storm has been watched whole; how it differed, see above.
    void learnStorm(double logSpeed, double logReadOdds);
    /// Adds what another one has learnt elsewhere.
    void merge(const ReceiptCurve &other);
    /// For a number whose audience need not be like that of the storms learnt from.
    void forgetRecent();
    /// Enough to forecast by: at least one whole storm, and something known for the first ten minutes.
    bool isUsable() const;
    /// All numbers are finite and such as learning can have made them.
    bool isSane() const;

    friend bool operator==(const ReceiptCurve &, const ReceiptCurve &) = default;
};

/// The cumulative curves behind a ReceiptCurve, worked out once.
class ReceiptShares
{
public:
    explicit ReceiptShares(const ReceiptCurve &curve);

    /// Share (0..1) of the members who have told `receipt` by this age.
    double by(Receipt receipt, double ageSeconds) const;
    /// Share of the members who ever do.
    double ever(Receipt receipt) const { return edgesOf(receipt).back(); }

private:
    using Edges = std::array<double, receipt_bins::kCount + 1>;
    const Edges &edgesOf(Receipt receipt) const { return receipt == Receipt::Delivery ? m_deliveries : m_reads; }

    Edges m_deliveries;
    Edges m_reads;
};

} // namespace barograph
