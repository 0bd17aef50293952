// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/plot_window.h"
#include "timeline/live_seconds.h"
#include "timeline/timeline_tile.h"

#include <functional>
#include <map>
#include <set>
#include <vector>

namespace barograph {

/// Names a tile of a node that is known from elsewhere.
struct TilePlace
{
    int level = 0;
    qint64 index = 0;

    friend auto operator<=>(const TilePlace &, const TilePlace &) = default; // NOLINT(*-use-nullptr)
};

/// Index into kTimelineLevels of the widest buckets that a column of so many seconds can be made of. A bucket counts
/// into the column in which it begins, so that it must be at most half as wide, or fit in exactly.
int levelForColumn(qint64 columnSeconds);

/// The past of one node, put together of live seconds and of tiles. Where a tile is here it is taken, because it holds
/// what had been asked of the node in earlier runs too; what is later than it comes from the live seconds. While a tile
/// is missing, narrower ones or a wider one stand in.
class NodeTimeline
{
public:
    /// What was not here while buckets were made.
    struct Missing
    {
        std::set<TilePlace> tiles; ///< a wider one, or nothing, was shown instead
        std::set<TilePlace> older; ///< here, but read before what is missing had been stored
        bool exactOnly = false;    ///< set by the caller: a wider bucket must not stand in
    };

    LiveSeconds live;

    /// Calls onBucket(start, bucket) for each bucket of the level that begins in [from, to), in order. What is neither
    /// here nor in the future is put into `missing`.
    void collect(int level, UtcSecond from, UtcSecond to, quint64 use, Missing &missing,
                 const std::function<void(UtcSecond, const TimeBucket &)> &onBucket);

    void insert(const TilePlace &place, const TimelineTile &tile, quint64 use);
    const TimelineTile *tile(const TilePlace &place) const;
    /// The tile used longest ago, before `use`; null when there is none.
    const TilePlace *oldestTile(quint64 before) const;
    quint64 lastUse(const TilePlace &place) const { return m_tiles.at(place).lastUse; }
    void remove(const TilePlace &place) { m_tiles.erase(place); }
    std::size_t tileCount() const { return m_tiles.size(); }

private:
    struct Kept
    {
        TimelineTile tile;
        quint64 lastUse = 0;
    };
    Kept *find(int level, qint64 index);
    void makeBucket(int level, UtcSecond start, const Kept *kept, quint64 use, Missing &missing, TimeBucket &bucket);
    bool fromNarrower(int level, UtcSecond start, quint64 use, TimeBucket &bucket);
    bool fromWider(int level, UtcSecond start, quint64 use, TimeBucket &bucket);

    std::map<TilePlace, Kept> m_tiles;
};

} // namespace barograph
