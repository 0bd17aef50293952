// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/marker_table.h"

#include "markers/marker_book.h"
#include "storage/history_statement.h"

#include <algorithm>

namespace barograph {

HistoryMigration markersMigration()
{
    return {
        // kind is the MarkerKind enumerator. The id of what is found by itself is made of node, kind and time.
        QStringLiteral("CREATE TABLE marker ("
                       " id TEXT PRIMARY KEY,"
                       " node INTEGER NOT NULL REFERENCES node(key),"
                       " at_ms INTEGER NOT NULL, kind INTEGER NOT NULL,"
                       " text TEXT NOT NULL, bad INTEGER NOT NULL) STRICT, WITHOUT ROWID"),
        QStringLiteral("CREATE INDEX marker_by_time ON marker(node, at_ms)"),
        QStringLiteral("CREATE INDEX marker_by_age ON marker(at_ms)"),
    };
}

tl::expected<void, HistoryError> MarkerTable::prepare(const HistoryDatabase &database)
{
    const struct
    {
        QSqlQuery &query;
        QString text;
    } statements[] = {
        {m_replace, QStringLiteral("INSERT OR REPLACE INTO marker VALUES (?, ?, ?, ?, ?, ?)")},
        {m_remove, QStringLiteral("DELETE FROM marker WHERE id = ?")},
        {m_removeOld, QStringLiteral("DELETE FROM marker WHERE kind <> ? AND at_ms < ?")},
        {m_removeMany, QStringLiteral("DELETE FROM marker WHERE kind <> ? AND at_ms < (SELECT at_ms FROM marker WHERE"
                                      " kind <> ? ORDER BY at_ms DESC LIMIT 1 OFFSET ?)")},
    };
    for (const auto &statement : statements) {
        if (auto done = prepareStatement(statement.query, database, statement.text); !done)
            return done;
    }
    return {};
}

tl::expected<void, HistoryError> MarkerTable::write(qint64 nodeKey, const Marker &marker)
{
    return runStatement(m_replace, marker.id, nodeKey, unixMillis(marker.at), static_cast<uint>(marker.kind),
                        marker.text.left(kLongestText), int{marker.bad});
}

tl::expected<void, HistoryError> MarkerTable::remove(const QString &id)
{
    return runStatement(m_remove, id);
}

tl::expected<void, HistoryError> MarkerTable::trim(UtcTime now)
{
    constexpr std::chrono::hours kDay{24};
    if (now >= m_trimmedAt && now - m_trimmedAt < kDay)
        return {};
    const auto note = static_cast<uint>(MarkerKind::Annotation);
    auto done = runStatement(m_removeOld, note, unixMillis(now - kKept));
    if (done)
        done = runStatement(m_removeMany, note, note, kMostMade - 1);
    if (done)
        m_trimmedAt = now;
    return done;
}

tl::expected<std::vector<Marker>, HistoryError> selectMarkers(const HistoryDatabase &database, const QString &nodeId,
                                                              UtcTime from, UtcTime to, int most)
{
    std::vector<Marker> markers;
    auto done = forEachRow(
        database,
        QStringLiteral("SELECT marker.id, at_ms, kind, text, bad FROM marker JOIN node ON"
                       " node.key = marker.node WHERE node.id = ? AND at_ms >= ? AND at_ms < ?"
                       " ORDER BY at_ms DESC LIMIT ?"),
        [&](const QSqlQuery &row) {
            const auto kind = row.value(2).toUInt();
            if (kind < kMarkerKindCount)
                markers.push_back({row.value(0).toString(), fromUnixMillis(row.value(1).toLongLong()),
                                   static_cast<MarkerKind>(kind), nodeId, row.value(3).toString(),
                                   row.value(4).toBool()});
        },
        nodeId, unixMillis(from), unixMillis(to), most);
    if (!done)
        return tl::unexpected(done.error());
    done = forEachRow(
        database,
        QStringLiteral("SELECT control.id, at_ms, title, outcome FROM control JOIN node ON"
                       " node.key = control.node WHERE node.id = ? AND at_ms >= ? AND at_ms < ?"
                       " ORDER BY at_ms DESC LIMIT ?"),
        [&](const QSqlQuery &row) {
            ControlResult control;
            control.id = row.value(0).toString();
            control.nodeId = nodeId;
            control.at = fromUnixMillis(row.value(1).toLongLong());
            control.title = row.value(2).toString();
            control.outcome = static_cast<ControlOutcome>(row.value(3).toUInt());
            markers.push_back(markerOf(control));
        },
        nodeId, unixMillis(from), unixMillis(to), most);
    if (!done)
        return tl::unexpected(done.error());
    std::stable_sort(markers.begin(), markers.end(), [](const Marker &a, const Marker &b) { return a.at < b.at; });
    if (markers.size() > static_cast<std::size_t>(most))
        markers.erase(markers.begin(), markers.end() - most);
    return markers;
}

} // namespace barograph
