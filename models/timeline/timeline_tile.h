// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markers/marker.h"
#include "timeline/time_bucket.h"

#include <QMetaType>

#include <array>
#include <compare>
#include <memory>
#include <vector>

namespace barograph {

/// Widths of a bucket in seconds, narrowest first. Each divides the next, so that wider ones can be made of narrower.
inline constexpr std::array<int, 5> kTimelineLevels{1, 10, 60, 600, 3600};
/// A tile is this many buckets of one level; tile n begins n × kBucketsPerTile × width seconds after the epoch.
inline constexpr int kBucketsPerTile = 1024;

/// Names one piece of a node's past.
struct TileKey
{
    QString nodeId;
    int level = 0; ///< index into kTimelineLevels
    qint64 index = 0;

    Seconds bucketWidth() const { return Seconds{kTimelineLevels[static_cast<std::size_t>(level)]}; }
    UtcSecond from() const { return UtcSecond{bucketWidth() * (index * kBucketsPerTile)}; }
    UtcSecond to() const { return from() + bucketWidth() * kBucketsPerTile; }
    friend bool operator==(const TileKey &, const TileKey &) = default;
};

/// One tile as the history has it. Immutable and shared.
struct TimelineTile
{
    TileKey key;
    /// kBucketsPerTile of them; null with an error.
    std::shared_ptr<const std::vector<TimeBucket>> buckets;
    UtcSecond until{}; ///< what is later than this had not been stored yet when the tile was read
    QString error;     ///< not empty: it cannot be read, and what to do
};

/// The markers of a node in [from, to), for the same purpose.
struct MarkerSpan
{
    QString nodeId;
    UtcTime from{};
    UtcTime to{};
    MarkerList markers; ///< at most 10,000, those that are left out being the oldest
    QString error;
};

} // namespace barograph

Q_DECLARE_METATYPE(barograph::TileKey)
Q_DECLARE_METATYPE(barograph::TimelineTile)
Q_DECLARE_METATYPE(barograph::MarkerSpan)
