// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/history_database.h"
#include "timeline/time_bucket.h"

#include <optional>
#include <vector>

namespace barograph {

// Buckets of one node, each asked on a connection that is already in a transaction.

/// Seconds of whole minutes for which the table `rollup` holds what `second`, `coverage` and `gauge` hold.
struct RolledRange
{
    UtcSecond from{};
    UtcSecond to{};

    friend bool operator==(const RolledRange &, const RolledRange &) = default;
};
/// Nothing: no minute of that node has been rolled up yet.
tl::expected<std::optional<RolledRange>, HistoryError> selectRolledRange(const HistoryDatabase &database, qint64 node);

/// First and one past the last second of which anything is stored; nothing if none is.
tl::expected<std::optional<RolledRange>, HistoryError> selectStoredRange(const HistoryDatabase &database, qint64 node);

/// Consecutive buckets of one width; bucket i begins at first + i × width.
struct BucketRow
{
    UtcSecond first{};
    Seconds width{1};
    std::vector<TimeBucket> buckets;

    UtcSecond startOf(std::size_t i) const { return first + width * static_cast<qint64>(i); }
    std::size_t indexOf(UtcSecond second) const { return static_cast<std::size_t>((second - first) / width); }
};

/// Adds the seconds of [from, to), which lie in the row, from the seconds themselves. A day of a busy node takes about
/// a tenth of a second.
tl::expected<void, HistoryError> addExact(const HistoryDatabase &database, qint64 node, UtcSecond from, UtcSecond to,
                                          BucketRow &into);
/// Adds the seconds of [from, to), which lie in the row and in the rolled range, from the rollups of the row's width (a
/// minute or more), and from the coverage for those in which nothing happened. Each limit is one of the rolled range or
/// of a bucket. Rollups that cannot be understood are made of the seconds again.
tl::expected<void, HistoryError> addRolled(const HistoryDatabase &database, qint64 node, UtcSecond from, UtcSecond to,
                                           BucketRow &into);
/// Fills a row of empty buckets in the cheapest way. Returns up to which second the node is stored; what is later is
/// not in the row. A width of less than a minute, and what has not been rolled up yet, is read second by second.
tl::expected<UtcSecond, HistoryError> readBuckets(const HistoryDatabase &database, qint64 node, BucketRow &into);

} // namespace barograph
