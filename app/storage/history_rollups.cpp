// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/history_rollups.h"

#include "storage/bucket_codec.h"
#include "storage/history_queries.h"
#include "storage/history_statement.h"

#include <algorithm>
#include <limits>

namespace barograph {

namespace {

constexpr Seconds kMinute{60};
/// So many seconds are rolled up at once: the queries cost more than the rows.
constexpr Seconds kTogether{600};
/// Seconds written again that are no older than this are those of a replay, or of a clock that was set back.
constexpr std::chrono::hours kBeginAgain{72};
/// Bounds the memory that rolling up after a long pause takes.
constexpr Seconds kLongestPiece{86'400};

UtcSecond roundDown(UtcSecond second, Seconds width)
{
    const qint64 rest = unixSeconds(second) % width.count();
    return second - Seconds{rest < 0 ? rest + width.count() : rest};
}
UtcSecond roundUp(UtcSecond second, Seconds width)
{
    return roundDown(second + width - Seconds{1}, width);
}

/// Coverage alone would not tell the same.
bool needsRow(const TimeBucket &bucket)
{
    return bucket.sum.total() > 0 || bucket.paused ||
           std::any_of(bucket.gauges.begin(), bucket.gauges.end(), [](const GaugeRange &g) { return g.isKnown(); });
}

BucketRow emptyRow(UtcSecond from, UtcSecond to, Seconds width)
{
    return {from, width, std::vector<TimeBucket>(static_cast<std::size_t>((to - from) / width))};
}

} // namespace

tl::expected<void, HistoryError> HistoryRollups::prepare(const HistoryDatabase &database)
{
    return prepareStatement(
               m_deleteRows, database,
               QStringLiteral("DELETE FROM rollup WHERE node = ? AND width = ? AND start >= ? AND start < ?"))
        .and_then([&] {
            return prepareStatement(m_insertRow, database, QStringLiteral("INSERT INTO rollup VALUES (?, ?, ?, ?)"));
        })
        .and_then([&] {
            return prepareStatement(m_replaceRange, database,
                                    QStringLiteral("INSERT OR REPLACE INTO rolled VALUES (?, ?, ?)"));
        });
}

void HistoryRollups::forget()
{
    m_ranges.clear();
    m_backlog = true;
}

tl::expected<std::optional<RolledRange>, HistoryError> HistoryRollups::range(const HistoryDatabase &database,
                                                                             qint64 node)
{
    if (const auto known = m_ranges.constFind(node); known != m_ranges.constEnd())
        return *known;
    auto stored = selectRolledRange(database, node);
    if (stored && *stored)
        m_ranges.insert(node, **stored);
    return stored;
}

HistoryRollups::Done HistoryRollups::setRange(qint64 node, const RolledRange &range)
{
    m_ranges.insert(node, range);
    return runStatement(m_replaceRange, node, unixSeconds(range.from), unixSeconds(range.to));
}

HistoryRollups::Done HistoryRollups::update(const HistoryDatabase &database, const Touched &minutes)
{
    for (const auto &[node, touched] : minutes) {
        if (touched.empty())
            continue;
        if (auto done = updateNode(database, node, touched); !done)
            return done;
    }
    return {};
}

HistoryRollups::Done HistoryRollups::updateNode(const HistoryDatabase &database, qint64 node,
                                                const std::set<qint64> &minutes)
{
    const auto minuteAt = [](qint64 minute) { return fromUnixSeconds(minute * kMinute.count()); };
    const auto stored = range(database, node);
    if (!stored)
        return tl::unexpected(stored.error());
    // What was stored of a node before it had rollups is backlog, also what this very transaction has brought.
    const UtcSecond target = roundDown(minuteAt(*minutes.rbegin()), kTogether);
    const RolledRange before = stored->value_or(RolledRange{target, target});
    if (!*stored || minuteAt(*minutes.begin()) < before.from)
        m_backlog = true;

    RolledRange after = before;
    const auto again = minutes.lower_bound(before.from.time_since_epoch() / kMinute);
    if (again != minutes.end() && minuteAt(*again) < before.to) {
        auto changed = before.to - minuteAt(*again) <= kBeginAgain
                           ? shorten(node, minuteAt(*again), after)
                           : rollAgain(database, node, again, minutes.end(), before);
        if (!changed)
            return changed;
    }
    while (after.to < target) {
        const auto from = after.to;
        after.to = std::min(target, from + kLongestPiece);
        if (auto done = roll(database, node, from, after.to, after); !done)
            return done;
    }
    return *stored && after == before ? Done{} : setRange(node, after);
}

/// Gives up what was rolled up from the hour of `changed` on: it will be rolled up again as time goes on. A replay of
/// the journal, which brings days of seconds again, would otherwise roll up each minute many times.
HistoryRollups::Done HistoryRollups::shorten(qint64 node, UtcSecond changed, RolledRange &rolled)
{
    rolled.to = std::max(rolled.from, roundDown(changed, Seconds{kWidths.back()}));
    for (const int width : kWidths) {
        const auto from = roundDown(rolled.to, Seconds{width});
        if (auto done =
                runStatement(m_deleteRows, node, qint64{width}, unixSeconds(from), std::numeric_limits<qint64>::max());
            !done)
            return done;
    }
    return {};
}

HistoryRollups::Done HistoryRollups::rollAgain(const HistoryDatabase &database, qint64 node,
                                               std::set<qint64>::const_iterator minute,
                                               std::set<qint64>::const_iterator last, const RolledRange &rolled)
{
    const auto minuteAt = [](qint64 number) { return fromUnixSeconds(number * kMinute.count()); };
    while (minute != last && minuteAt(*minute) < rolled.to) {
        const auto begin = minuteAt(*minute);
        auto end = begin + kMinute;
        for (++minute; minute != last && minuteAt(*minute) == end; ++minute)
            end += kMinute;
        if (auto done = roll(database, node, begin, std::min(end, rolled.to), rolled); !done)
            return done;
    }
    return {};
}

HistoryRollups::Done HistoryRollups::roll(const HistoryDatabase &database, qint64 node, UtcSecond from, UtcSecond to,
                                          const RolledRange &rolled)
{
    auto minutes = emptyRow(from, to, kMinute);
    auto done = addExact(database, node, from, to, minutes);
    if (done)
        done = replaceRows(node, minutes);
    for (const int width : kWidths) {
        if (done && Seconds{width} != kMinute)
            done = widen(database, node, from, to, width, rolled);
    }
    return done;
}

HistoryRollups::Done HistoryRollups::widen(const HistoryDatabase &database, qint64 node, UtcSecond from, UtcSecond to,
                                           int width, const RolledRange &rolled)
{
    const Seconds wide{width};
    auto minutes = emptyRow(roundDown(from, wide), roundUp(to, wide), kMinute);
    auto row = emptyRow(minutes.first, roundUp(to, wide), wide);
    auto done = addRolled(database, node, std::max(minutes.first, rolled.from), std::min(roundUp(to, wide), rolled.to),
                          minutes);
    for (std::size_t i = 0; i < minutes.buckets.size(); ++i)
        merge(row.buckets[row.indexOf(minutes.startOf(i))], minutes.buckets[i]);
    return done.and_then([&] { return replaceRows(node, row); });
}

HistoryRollups::Done HistoryRollups::replaceRows(qint64 node, const BucketRow &row)
{
    const qint64 width = row.width.count();
    if (auto done = runStatement(m_deleteRows, node, width, unixSeconds(row.first),
                                 unixSeconds(row.startOf(row.buckets.size())));
        !done)
        return done;
    for (std::size_t i = 0; i < row.buckets.size(); ++i) {
        if (!needsRow(row.buckets[i]))
            continue;
        const auto start = row.startOf(i);
        if (auto done = runStatement(m_insertRow, node, width, unixSeconds(start), bucketBytes(row.buckets[i], start));
            !done)
            return done;
    }
    return {};
}

tl::expected<bool, HistoryError> HistoryRollups::rollBacklog(const HistoryDatabase &database)
{
    const auto nodes = selectNodes(database);
    if (!nodes)
        return tl::unexpected(nodes.error());
    std::optional<qint64> chosen;
    RolledRange rolled;
    UtcSecond oldest{};
    // What was newest is looked at first, and of all nodes alike.
    for (const auto &[key, node] : *nodes) {
        const auto stored = selectStoredRange(database, key);
        if (!stored)
            return tl::unexpected(stored.error());
        const auto known = range(database, key);
        if (!known)
            return tl::unexpected(known.error());
        if (!*stored)
            continue;
        const UtcSecond newest = roundDown((*stored)->to - Seconds{1}, kMinute);
        const RolledRange own = known->value_or(RolledRange{newest, newest});
        const UtcSecond first = roundDown((*stored)->from, kMinute);
        if (own.from <= first || (chosen && own.from <= rolled.from))
            continue;
        chosen = key;
        rolled = own;
        oldest = first;
    }
    if (!chosen) {
        m_backlog = false;
        return false;
    }
    const UtcSecond to = rolled.from;
    rolled.from = std::max(oldest, roundDown(to - kBacklogPiece, kMinute));
    auto done = roll(database, *chosen, rolled.from, to, rolled);
    if (done)
        done = setRange(*chosen, rolled);
    if (!done)
        return tl::unexpected(done.error());
    return true;
}

} // namespace barograph
