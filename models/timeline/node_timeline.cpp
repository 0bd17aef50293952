// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/node_timeline.h"

#include <algorithm>
#include <cmath>

namespace barograph {

namespace {

qint64 widthOf(int level)
{
    return kTimelineLevels[static_cast<std::size_t>(level)];
}

qint64 floorDivide(qint64 value, qint64 by)
{
    const qint64 quotient = value / by;
    return value % by < 0 ? quotient - 1 : quotient;
}

qint64 tileAt(int level, UtcSecond second)
{
    return floorDivide(unixSeconds(second), widthOf(level) * kBucketsPerTile);
}

std::size_t placeIn(const TimelineTile &tile, UtcSecond second)
{
    return static_cast<std::size_t>((second - tile.key.from()) / tile.key.bucketWidth());
}

/// A wider bucket's extremes, and as much of its sums as falls to so many seconds.
TimeBucket shareOf(const TimeBucket &wide, qint64 seconds)
{
    TimeBucket share = wide;
    if (wide.seconds == 0)
        return share;
    const double part = static_cast<double>(seconds) / wide.seconds;
    const auto scale = [part](quint32 &count) { count = static_cast<quint32>(std::lround(count * part)); };
    std::for_each(share.sum.counts.begin(), share.sum.counts.end(), scale);
    std::for_each(share.knownOf.counts.begin(), share.knownOf.counts.end(), scale);
    std::for_each(share.over.begin(), share.over.end(), scale);
    for (quint32 *count : {&share.atEighty, &share.atBudget, &share.budgetKnown})
        scale(*count);
    share.seconds = static_cast<quint32>(seconds);
    // Something was known: it must not become a gap by being divided.
    if (share.known > 0) {
        scale(share.known);
        share.known = std::max(share.known, 1U);
    }
    return share;
}

} // namespace

int levelForColumn(qint64 columnSeconds)
{
    int level = 0;
    for (int next = 1; next < static_cast<int>(kTimelineLevels.size()); ++next) {
        if (2 * widthOf(next) <= columnSeconds ||
            (widthOf(next) <= columnSeconds && columnSeconds % widthOf(next) == 0))
            level = next;
    }
    return level;
}

NodeTimeline::Kept *NodeTimeline::find(int level, qint64 index)
{
    const auto found = m_tiles.find({level, index});
    return found != m_tiles.end() ? &found->second : nullptr;
}

const TimelineTile *NodeTimeline::tile(const TilePlace &place) const
{
    const auto found = m_tiles.find(place);
    return found != m_tiles.end() ? &found->second.tile : nullptr;
}

void NodeTimeline::insert(const TilePlace &place, const TimelineTile &tile, quint64 use)
{
    m_tiles.insert_or_assign(place, Kept{tile, use});
}

const TilePlace *NodeTimeline::oldestTile(quint64 before) const
{
    const TilePlace *oldest = nullptr;
    quint64 oldestUse = before;
    for (const auto &[place, kept] : m_tiles) {
        if (kept.lastUse < oldestUse) {
            oldest = &place;
            oldestUse = kept.lastUse;
        }
    }
    return oldest;
}

bool NodeTimeline::fromNarrower(int level, UtcSecond start, quint64 use, TimeBucket &bucket)
{
    const UtcSecond end = start + Seconds{widthOf(level)};
    // Further down there would be hundreds to merge for each.
    for (int narrow = level - 1; narrow >= std::max(0, level - 2); --narrow) {
        TimeBucket merged;
        Kept *kept = nullptr;
        auto at = start;
        for (; at < end; at += Seconds{widthOf(narrow)}) {
            if (!kept || at >= kept->tile.key.to())
                kept = find(narrow, tileAt(narrow, at));
            if (!kept || kept->tile.until < at + Seconds{widthOf(narrow)})
                break;
            kept->lastUse = use;
            merge(merged, (*kept->tile.buckets)[placeIn(kept->tile, at)]);
        }
        if (at >= end) {
            bucket = merged;
            return true;
        }
    }
    return false;
}

bool NodeTimeline::fromWider(int level, UtcSecond start, quint64 use, TimeBucket &bucket)
{
    for (int wide = level + 1; wide < static_cast<int>(kTimelineLevels.size()); ++wide) {
        Kept *kept = find(wide, tileAt(wide, start));
        if (!kept || kept->tile.until <= start)
            continue;
        kept->lastUse = use;
        bucket = shareOf((*kept->tile.buckets)[placeIn(kept->tile, start)], widthOf(level));
        return true;
    }
    return false;
}

/// The bucket that begins at `start`, of which `kept` does not hold everything or which is not here.
void NodeTimeline::makeBucket(int level, UtcSecond start, const Kept *kept, quint64 use, Missing &missing,
                              TimeBucket &bucket)
{
    UtcSecond at = start;
    if (kept && kept->tile.until > start) {
        bucket = (*kept->tile.buckets)[placeIn(kept->tile, start)];
        at = kept->tile.until;
    }
    const UtcSecond wanted = start + Seconds{widthOf(level)};
    const bool hasLive = !live.isEmpty();
    const UtcSecond end = hasLive ? std::min(wanted, live.end()) : wanted;
    if (at >= end)
        return; // the rest is in the future
    if (hasLive && at >= live.first()) {
        live.addTo(bucket, at, end);
        return;
    }
    const TilePlace place{level, tileAt(level, start)};
    if (kept) {
        missing.older.insert(place);
    } else if (fromNarrower(level, start, use, bucket)) {
        return;
    } else {
        missing.tiles.insert(place);
        if (!missing.exactOnly && fromWider(level, start, use, bucket))
            return;
    }
    // Of what lies between the tile and the live seconds nobody knows anything; what is still to come is not here yet.
    const UtcSecond liveFrom = hasLive ? std::clamp(live.first(), at, end) : end;
    if (kept)
        addUnknown(bucket, static_cast<quint32>((liveFrom - at).count()));
    if (hasLive && liveFrom < end)
        live.addTo(bucket, liveFrom, end);
}

void NodeTimeline::collect(int level, UtcSecond from, UtcSecond to, quint64 use, Missing &missing,
                           const std::function<void(UtcSecond, const TimeBucket &)> &onBucket)
{
    const Seconds width{widthOf(level)};
    UtcSecond at = fromUnixSeconds(-floorDivide(-unixSeconds(from), width.count()) * width.count());
    while (at < to) {
        const qint64 index = tileAt(level, at);
        Kept *kept = find(level, index);
        const UtcSecond end = std::min(to, TileKey{{}, level, index}.to());
        if (kept) {
            kept->lastUse = use;
            const TimeBucket *bucket = kept->tile.buckets->data() + placeIn(kept->tile, at);
            for (; at < end && at + width <= kept->tile.until; at += width)
                onBucket(at, *bucket++);
        }
        for (; at < end; at += width) {
            TimeBucket bucket;
            makeBucket(level, at, kept, use, missing, bucket);
            onBucket(at, bucket);
        }
    }
}

} // namespace barograph
