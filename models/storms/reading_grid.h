// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storms/receipt_curve.h"
#include "storms/storm_progress.h"

#include <array>
#include <span>
#include <vector>

namespace barograph {

/// How the members of a group read, beside the curve: so many times as fast, and with so many times the odds. A grid of
/// both, as natural logarithms.
class ReadingGrid
{
public:
    static constexpr std::size_t kSpeeds = 19;
    static constexpr std::size_t kOdds = 9;
    static constexpr std::size_t kSize = kSpeeds * kOdds;
    using Values = std::array<double, kSize>;

    static double logSpeed(std::size_t index);
    static double logOdds(std::size_t index);
    static double speed(std::size_t index);
    /// Share (0..1) of the members who ever read, where `usual` do by the curve.
    static double share(std::size_t index, double usual);
};

/// For each point of the grid the logarithm of how well it explains the reads that this storm has brought, up to a
/// constant.
ReadingGrid::Values explainReads(const ReceiptShares &shares, const StormProgress &progress);

/// For each of these storms, which run on one node, the probability of each point of the grid (Bayes).
///
/// What a node's members have been used to, and how far that can be trusted, comes from the curve. The storms' own
/// reads then say more: each about itself, and, since members of one node's groups are much alike at one time, all of
/// them together about each.
std::vector<ReadingGrid::Values> weighReading(const ReceiptCurve &curve,
                                              std::span<const ReadingGrid::Values> explained);

} // namespace barograph
