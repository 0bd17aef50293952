// SPDX-License-Identifier: GPL-3.0-or-later
#include "storms/members_estimate.h"

#include <algorithm>
#include <cmath>

namespace barograph {

namespace {

/// Below this share of the members an estimate by the curve is a guess: those online at once differ from group to
/// group.
constexpr double kLeastShareForCurve = 0.3;
constexpr double kLeastSecondsForCurve = 2;
constexpr double kLeastSecondsForGrowth = 8;
/// Of those seen, as many may have appeared within the second half of the time.
constexpr double kMostGrowth = 0.25;

quint32 boundOf(const StormProgress &progress, const MembersBound &bound)
{
    for (const auto members : {bound.matching, bound.known}) {
        if (members >= progress.participants && members > 0)
            return members;
    }
    return std::max(kLargestGroup, progress.participants);
}

} // namespace

MembersEstimate estimateMembers(const StormProgress &progress, const Reading<quint32> &groupSize,
                                const MembersBound &bound, const ReceiptShares *shares)
{
    // Somebody may have joined since the size was asked for.
    if (groupSize.hasValue())
        return {std::max(groupSize.value(), progress.participants), FanOutBasis::GroupSize};
    if (progress.kinds.count() == 0)
        return {};

    const auto atMost = boundOf(progress, bound);
    const auto within = [&](double members) {
        const auto rounded = static_cast<quint32>(std::lround(std::min(members, static_cast<double>(atMost))));
        return std::max(rounded, progress.participants);
    };
    const auto kind = progress.kinds.deliveries ? Receipt::Delivery : Receipt::Read;
    const auto age = progress.observedSeconds;
    if (shares && age >= kLeastSecondsForCurve && shares->by(kind, age) >= kLeastShareForCurve)
        return {within(progress.seenBy(kind, age) / shares->by(kind, age)), FanOutBasis::Curve};

    const auto now = progress.seenBy(kind, age);
    const auto newcomers = now - progress.seenBy(kind, age / 2);
    // As many again as the second half of the time has brought: each doubling of it brings fewer.
    if (age >= kLeastSecondsForGrowth && now > 0 && newcomers <= kMostGrowth * now)
        return {within(progress.participants + newcomers), FanOutBasis::Growth};
    return {atMost, FanOutBasis::AtMost};
}

} // namespace barograph
