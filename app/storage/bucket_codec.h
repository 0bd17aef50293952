// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/time_bucket.h"

#include <QByteArray>

#include <optional>

namespace barograph {

/// How a bucket of the table `rollup` is kept: some 50 bytes instead of 190.
///
/// Numbers are LEB128 (seven bits a byte, least first). In this order:
///     1 (the format), seconds, known;
///     if known > 0: highestAt − start, highest: its four counts, knownMask × 16 + notMeasuredMask;
///         most × 4, least × 4, sum × 4, knownOf × 4, budgetKnown, atEighty, atBudget, over × 5;
///     notMeasuredMask × 16 + estimatedMask; paused + 2 × the mask of gauges that are known;
///     for each of these: least, most − least, rounded to whole numbers.
QByteArray bucketBytes(const TimeBucket &bucket, UtcSecond start);
/// Nothing for bytes of another form.
std::optional<TimeBucket> bucketFromBytes(const QByteArray &bytes, UtcSecond start);

} // namespace barograph
