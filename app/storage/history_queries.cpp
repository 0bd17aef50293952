// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/history_queries.h"

#include "storage/history_codec.h"
#include "storage/history_statement.h"

#include <algorithm>

namespace barograph {

namespace {

using Done = tl::expected<void, HistoryError>;

UtcSecond secondAt(const QSqlQuery &query, int column)
{
    return fromUnixSeconds(query.value(column).toLongLong());
}
quint8 maskAt(const QSqlQuery &query, int column)
{
    return static_cast<quint8>(query.value(column).toUInt());
}

Reading<quint32> remainingOf(const StormView &storm)
{
    if (!storm.fanOut.hasValue())
        return storm.fanOut;
    const auto left = storm.fanOut.value() > storm.seen() ? storm.fanOut.value() - storm.seen() : 0;
    return storm.fanOut.truth() == Truth::Measured ? Reading<quint32>::measured(left, storm.lastSeen)
                                                   : Reading<quint32>::estimated(left, storm.lastSeen);
}

} // namespace

tl::expected<std::vector<StoredNode>, HistoryError> selectNodes(const HistoryDatabase &database)
{
    std::vector<StoredNode> nodes;
    const auto done =
        forEachRow(database,
                   QStringLiteral("SELECT key, id, name, simulated,"
                                  " (SELECT min(from_second) FROM coverage WHERE node = key),"
                                  " (SELECT to_second FROM coverage WHERE node = key ORDER BY from_second DESC LIMIT 1)"
                                  " FROM node ORDER BY name, id"),
                   [&](const QSqlQuery &row) {
                       StoredNode stored;
                       stored.key = row.value(0).toLongLong();
                       stored.node.id = row.value(1).toString();
                       stored.node.name = row.value(2).toString();
                       stored.node.simulated = row.value(3).toBool();
                       if (!row.isNull(4)) {
                           stored.node.earliest = secondAt(row, 4);
                           stored.node.latest = secondAt(row, 5) - Seconds{1};
                       }
                       nodes.push_back(std::move(stored));
                   });
    if (!done)
        return tl::unexpected(done.error());
    return nodes;
}

tl::expected<qint64, HistoryError> countSeconds(const HistoryDatabase &database, qint64 node, UtcSecond from,
                                                UtcSecond to)
{
    qint64 count = 0;
    const auto done = forEachRow(
        database, QStringLiteral("SELECT count(*) FROM second WHERE node = ? AND second >= ? AND second < ?"),
        [&](const QSqlQuery &row) { count = row.value(0).toLongLong(); }, node, unixSeconds(from), unixSeconds(to));
    if (!done)
        return tl::unexpected(done.error());
    return count;
}

Done selectSeconds(const HistoryDatabase &database, qint64 node, ReportData &data)
{
    return forEachRow(
        database,
        QStringLiteral("SELECT second, receive, send, delivery, read, known_mask, not_measured_mask, redelivered,"
                       " apart, min_lag_ms FROM second WHERE node = ? AND second >= ? AND second < ? ORDER BY second"),
        [&](const QSqlQuery &row) {
            ReportSecond second;
            second.second = secondAt(row, 0);
            for (const auto kind : kEventKinds)
                second.sample.counts[kind] = row.value(1 + static_cast<int>(indexOf(kind))).toUInt();
            second.sample.knownMask = maskAt(row, 5);
            second.sample.notMeasuredMask = maskAt(row, 6);
            second.redelivered = row.value(7).toUInt();
            second.apart = row.value(8).toUInt();
            if (!row.isNull(9))
                second.minLagMs = row.value(9).toInt();
            data.seconds.push_back(second);
        },
        node, unixSeconds(data.from), unixSeconds(data.to));
}

Done selectCoverage(const HistoryDatabase &database, qint64 node, ReportData &data)
{
    return forEachRow(
        database,
        // Spans are disjoint: of those that begin before the range, only the last one can reach into it.
        QStringLiteral("SELECT from_second, to_second, known_mask, not_measured_mask, allocated_tps FROM coverage"
                       " WHERE node = ? AND to_second > ? AND from_second < ? AND from_second >="
                       " coalesce((SELECT max(from_second) FROM coverage WHERE node = ? AND from_second <= ?), ?)"
                       " ORDER BY from_second"),
        [&](const QSqlQuery &row) {
            data.coverage.push_back({std::max(secondAt(row, 0), data.from), std::min(secondAt(row, 1), data.to),
                                     maskAt(row, 2), maskAt(row, 3), row.value(4).toDouble()});
        },
        node, unixSeconds(data.from), unixSeconds(data.to), node, unixSeconds(data.from), unixSeconds(data.from));
}

Done selectStorms(const HistoryDatabase &database, qint64 node, ReportData &data)
{
    return forEachRow(
        database,
        QStringLiteral("SELECT message, group_print, label, first_ms, last_ms, deliveries, reads, participants,"
                       " group_size, group_size_truth, fan_out, fan_out_truth, peak_per_second FROM storm"
                       " WHERE node = ? AND last_ms >= ? AND first_ms < ? ORDER BY first_ms, message"),
        [&](const QSqlQuery &row) {
            StormView storm;
            storm.message = fingerprintFromBytes(row.value(0).toByteArray());
            storm.group = fingerprintFromBytes(row.value(1).toByteArray());
            storm.label = row.value(2).toString();
            storm.firstSeen = fromUnixMillis(row.value(3).toLongLong());
            storm.lastSeen = fromUnixMillis(row.value(4).toLongLong());
            storm.deliveries = row.value(5).toUInt();
            storm.reads = row.value(6).toUInt();
            storm.participants = row.value(7).toUInt();
            storm.groupSize = readingFromStored(row.value(8), row.value(9).toUInt(), storm.lastSeen);
            storm.fanOut = readingFromStored(row.value(10), row.value(11).toUInt(), storm.lastSeen);
            storm.remaining = remainingOf(storm);
            storm.receiptsPerSecond = row.value(12).toDouble();
            data.storms.push_back(std::move(storm));
        },
        node, unixMillis(data.from), unixMillis(data.to));
}

Done selectControls(const HistoryDatabase &database, qint64 node, ReportData &data)
{
    return forEachRow(
        database,
        QStringLiteral("SELECT id, title, outcome, detail, at_ms, changes FROM control"
                       " WHERE node = ? AND at_ms >= ? AND at_ms < ? ORDER BY at_ms, id"),
        [&](const QSqlQuery &row) {
            ControlResult control;
            control.id = row.value(0).toString();
            control.nodeId = data.nodeId;
            control.title = row.value(1).toString();
            control.outcome = static_cast<ControlOutcome>(row.value(2).toUInt());
            control.detail = row.value(3).toString();
            control.at = fromUnixMillis(row.value(4).toLongLong());
            control.changes = changesFromJson(row.value(5).toString());
            data.controls.push_back(std::move(control));
        },
        node, unixMillis(data.from), unixMillis(data.to));
}

} // namespace barograph
