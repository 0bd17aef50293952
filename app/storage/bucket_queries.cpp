// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/bucket_queries.h"

#include "report/report_walk.h"
#include "storage/bucket_codec.h"
#include "storage/history_gauge_table.h"
#include "storage/history_queries.h"
#include "storage/history_statement.h"

#include <algorithm>

namespace barograph {

namespace {

using BucketsDone = tl::expected<void, HistoryError>;

/// Bounds the memory that seconds take on their way into buckets.
constexpr Seconds kExactPiece{86'400};

/// Calls onPart(bucket, from, to) for the part of [from, to) in each bucket.
template<typename OnPart> void eachPart(BucketRow &row, UtcSecond from, UtcSecond to, OnPart onPart)
{
    for (auto at = from; at < to;) {
        const std::size_t i = row.indexOf(at);
        const auto end = std::min(to, row.startOf(i + 1));
        onPart(row.buckets[i], at, end);
        at = end;
    }
}

void addCovered(BucketRow &row, const CoverageSpan &span, UtcSecond from, UtcSecond to)
{
    eachPart(row, from, to, [&](TimeBucket &bucket, UtcSecond begin, UtcSecond end) {
        addIdle(bucket, begin, static_cast<quint32>((end - begin).count()), span.knownMask, span.notMeasuredMask,
                span.allocatedTps);
    });
}

BucketsDone addGaugeSpans(const HistoryDatabase &database, qint64 node, UtcSecond from, UtcSecond to, BucketRow &into)
{
    return forEachRow(
        database,
        QStringLiteral("SELECT ") % HistoryGaugeTable::columns() %
            QStringLiteral(" FROM gauge WHERE node = ? AND from_second < ? AND from_second >="
                           " coalesce((SELECT max(from_second) FROM gauge WHERE node = ? AND from_second <= ?), ?)"
                           " AND to_second > ? ORDER BY from_second"),
        [&](const QSqlQuery &row) {
            const auto span = HistoryGaugeTable::spanAt(row, 0);
            eachPart(into, std::max(span.from, from), std::min(span.to, to),
                     [&](TimeBucket &bucket, UtcSecond, UtcSecond) { addGauges(bucket, span.sample); });
        },
        node, unixSeconds(to), node, unixSeconds(from), unixSeconds(from), unixSeconds(from));
}

/// One piece of addExact(). Seconds of which nothing is stored are seconds all the same.
BucketsDone addExactPiece(const HistoryDatabase &database, qint64 node, UtcSecond from, UtcSecond to, BucketRow &into)
{
    ReportData data;
    data.from = from;
    data.to = to;
    if (auto done = selectSeconds(database, node, data); !done)
        return done;
    if (auto done = selectCoverage(database, node, data); !done)
        return done;
    eachPart(into, from, to, [](TimeBucket &bucket, UtcSecond begin, UtcSecond end) {
        addUnknown(bucket, static_cast<quint32>((end - begin).count()));
    });
    const auto noLongerUnknown = [&into](UtcSecond begin, UtcSecond end) {
        eachPart(into, begin, end, [](TimeBucket &bucket, UtcSecond partBegin, UtcSecond partEnd) {
            bucket.seconds -= static_cast<quint32>((partEnd - partBegin).count());
        });
    };
    forEachStretch(
        data,
        [&](const ReportSecond &second, double allocatedTps) {
            noLongerUnknown(second.second, second.second + Seconds{1});
            addSecond(into.buckets[into.indexOf(second.second)], second.second, second.sample, allocatedTps);
        },
        [&](const CoverageSpan &span, UtcSecond begin, UtcSecond end) {
            noLongerUnknown(begin, end);
            addCovered(into, span, begin, end);
        });
    return addGaugeSpans(database, node, from, to, into);
}

} // namespace

tl::expected<std::optional<RolledRange>, HistoryError> selectRolledRange(const HistoryDatabase &database, qint64 node)
{
    std::optional<RolledRange> range;
    const auto done = forEachRow(
        database, QStringLiteral("SELECT from_second, to_second FROM rolled WHERE node = ?"),
        [&](const QSqlQuery &row) {
            range = RolledRange{fromUnixSeconds(row.value(0).toLongLong()), fromUnixSeconds(row.value(1).toLongLong())};
        },
        node);
    if (!done)
        return tl::unexpected(done.error());
    return range;
}

tl::expected<std::optional<RolledRange>, HistoryError> selectStoredRange(const HistoryDatabase &database, qint64 node)
{
    std::optional<RolledRange> range;
    const auto done =
        forEachRow(database,
                   // Each is the first or the last entry of an index.
                   QStringLiteral("SELECT * FROM (SELECT (SELECT min(from_second) FROM coverage WHERE node = :n),"
                                  " (SELECT to_second FROM coverage WHERE node = :n ORDER BY from_second DESC LIMIT 1)"
                                  " UNION ALL SELECT (SELECT min(second) FROM second WHERE node = :n),"
                                  " (SELECT max(second) + 1 FROM second WHERE node = :n)"
                                  " UNION ALL SELECT (SELECT min(from_second) FROM gauge WHERE node = :n),"
                                  " (SELECT to_second FROM gauge WHERE node = :n ORDER BY from_second DESC LIMIT 1))")
                       .replace(QLatin1String(":n"), QString::number(node)),
                   [&](const QSqlQuery &row) {
                       if (row.isNull(0))
                           return;
                       const RolledRange own{fromUnixSeconds(row.value(0).toLongLong()),
                                             fromUnixSeconds(row.value(1).toLongLong())};
                       range = range ? RolledRange{std::min(range->from, own.from), std::max(range->to, own.to)} : own;
                   });
    if (!done)
        return tl::unexpected(done.error());
    return range;
}

tl::expected<void, HistoryError> addExact(const HistoryDatabase &database, qint64 node, UtcSecond from, UtcSecond to,
                                          BucketRow &into)
{
    for (auto at = from; at < to;) {
        const auto end = std::min(to, at + kExactPiece);
        if (auto done = addExactPiece(database, node, at, end, into); !done)
            return done;
        at = end;
    }
    return {};
}

tl::expected<void, HistoryError> addRolled(const HistoryDatabase &database, qint64 node, UtcSecond from, UtcSecond to,
                                           BucketRow &into)
{
    if (from >= to)
        return {};
    const std::size_t begin = into.indexOf(from);
    std::vector<bool> told(into.indexOf(to - Seconds{1}) + 1 - begin, false);
    std::vector<UtcSecond> unreadable;
    auto done = forEachRow(
        database,
        QStringLiteral("SELECT start, bucket FROM rollup WHERE node = ? AND width = ? AND start >= ? AND start < ?"
                       " ORDER BY start"),
        [&](const QSqlQuery &row) {
            const auto start = fromUnixSeconds(row.value(0).toLongLong());
            const std::size_t i = into.indexOf(start);
            told[i - begin] = true;
            if (const auto bucket = bucketFromBytes(row.value(1).toByteArray(), start))
                merge(into.buckets[i], *bucket);
            else
                unreadable.push_back(start);
        },
        node, qint64{into.width.count()}, unixSeconds(into.startOf(begin)), unixSeconds(to));
    for (auto start = unreadable.cbegin(); done && start != unreadable.cend(); ++start)
        done = addExact(database, node, std::max(*start, from), std::min(*start + into.width, to), into);
    if (!done)
        return done;

    // Buckets without a row of their own: quiet ones, and those of which nothing is known.
    std::vector<quint32> quiet(told.size(), 0);
    done = forEachRow(
        database,
        QStringLiteral("SELECT from_second, to_second, known_mask, not_measured_mask, allocated_tps FROM coverage"
                       " WHERE node = ? AND from_second < ? AND from_second >="
                       " coalesce((SELECT max(from_second) FROM coverage WHERE node = ? AND from_second <= ?), ?)"
                       " AND to_second > ? ORDER BY from_second"),
        [&](const QSqlQuery &row) {
            const CoverageSpan span{std::max(fromUnixSeconds(row.value(0).toLongLong()), from),
                                    std::min(fromUnixSeconds(row.value(1).toLongLong()), to),
                                    static_cast<quint8>(row.value(2).toUInt()),
                                    static_cast<quint8>(row.value(3).toUInt()), row.value(4).toDouble()};
            eachPart(into, span.from, span.to, [&](TimeBucket &bucket, UtcSecond partBegin, UtcSecond partEnd) {
                const std::size_t i = into.indexOf(partBegin) - begin;
                if (told[i])
                    return;
                const auto seconds = static_cast<quint32>((partEnd - partBegin).count());
                addIdle(bucket, partBegin, seconds, span.knownMask, span.notMeasuredMask, span.allocatedTps);
                quiet[i] += seconds;
            });
        },
        node, unixSeconds(to), node, unixSeconds(from), unixSeconds(from), unixSeconds(from));
    eachPart(into, from, to, [&](TimeBucket &bucket, UtcSecond partBegin, UtcSecond partEnd) {
        const std::size_t i = into.indexOf(partBegin) - begin;
        if (!told[i])
            addUnknown(bucket, static_cast<quint32>((partEnd - partBegin).count()) - quiet[i]);
    });
    return done;
}

tl::expected<UtcSecond, HistoryError> readBuckets(const HistoryDatabase &database, qint64 node, BucketRow &into)
{
    const auto stored = selectStoredRange(database, node);
    if (!stored)
        return tl::unexpected(stored.error());
    if (!*stored)
        return UtcSecond{};
    const auto rolled = selectRolledRange(database, node);
    if (!rolled)
        return tl::unexpected(rolled.error());
    const UtcSecond to = std::min(into.startOf(into.buckets.size()), (*stored)->to);
    const UtcSecond from = std::clamp((*stored)->from, into.first, std::max(into.first, to));
    eachPart(into, into.first, from, [](TimeBucket &bucket, UtcSecond begin, UtcSecond end) {
        addUnknown(bucket, static_cast<quint32>((end - begin).count()));
    });
    UtcSecond rolledFrom = to;
    UtcSecond rolledTo = to;
    if (*rolled && into.width >= Seconds{60} && (*rolled)->from < to && (*rolled)->to > from) {
        rolledFrom = std::max((*rolled)->from, from);
        rolledTo = std::min((*rolled)->to, to);
    }
    auto done = addExact(database, node, from, rolledFrom, into);
    if (done)
        done = addRolled(database, node, rolledFrom, rolledTo, into);
    if (done)
        done = addExact(database, node, rolledTo, to, into);
    if (!done)
        return tl::unexpected(done.error());
    return (*stored)->to;
}

} // namespace barograph
