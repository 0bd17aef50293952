// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"
#include "markers/marker.h"
#include "storage/history_database.h"
#include "storage/history_schema.h"

#include <QSqlQuery>

#include <vector>

namespace barograph {

/// Adds the table of markers: state changes, failovers, drift and the operator's notes. Controls have their own.
HistoryMigration markersMigration();

/// Writes markers. Statements on one connection; lives on one thread, shorter than the database.
class MarkerTable
{
public:
    /// Notes stay for ever, all others this long, and at most kMostMade of them.
    static constexpr std::chrono::hours kKept{24 * 400};
    static constexpr int kMostMade = 200'000;
    /// Longer texts are cut: a state's reason can be a sentence of a node's own.
    static constexpr qsizetype kLongestText = 400;

    tl::expected<void, HistoryError> prepare(const HistoryDatabase &database);
    /// A marker with the same id is replaced.
    tl::expected<void, HistoryError> write(qint64 nodeKey, const Marker &marker);
    tl::expected<void, HistoryError> remove(const QString &id);
    /// Removes what is too old, at most once a day.
    tl::expected<void, HistoryError> trim(UtcTime now);

private:
    QSqlQuery m_replace;
    QSqlQuery m_remove;
    QSqlQuery m_removeOld;
    QSqlQuery m_removeMany;
    UtcTime m_trimmedAt{};
};

/// Markers and controls of [from, to), oldest first, at most `most`: the newest of them.
tl::expected<std::vector<Marker>, HistoryError> selectMarkers(const HistoryDatabase &database, const QString &nodeId,
                                                              UtcTime from, UtcTime to, int most);

} // namespace barograph
