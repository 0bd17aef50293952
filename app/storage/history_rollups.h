// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/bucket_queries.h"

#include <QHash>
#include <QSqlQuery>

#include <map>
#include <set>

namespace barograph {

/// Keeps the table `rollup`: what the minutes, ten minutes and hours of each node come down to, so that a chart of 90
/// days need not read eight million seconds.
///
/// For the minutes of the node's rolled range, which is one stretch, the rollups are exactly what the seconds are: ten
/// minutes are rolled up in the transaction that stores the first second after them, and one that changes a second in
/// the range rolls it up again or ends the range before it. Wider rows hold the rolled minutes that lie in them. A row
/// is missing where nothing happened and no gauge was known: coverage tells that.
///
/// Works inside the caller's transactions, on its thread.
class HistoryRollups
{
public:
    /// Wider than a second, narrowest first; those of kTimelineLevels from a minute on.
    static constexpr std::array<int, 3> kWidths{60, 600, 3'600};
    /// Of an older history, in one transaction: 10 to 100 ms.
    static constexpr Seconds kBacklogPiece{6 * 3'600};

    tl::expected<void, HistoryError> prepare(const HistoryDatabase &database);

    /// Minutes of each node, by key, of which seconds have been stored since the last call. Those that are older than
    /// the rolled range wait for rollBacklog().
    using Touched = std::map<qint64, std::set<qint64>>;
    tl::expected<void, HistoryError> update(const HistoryDatabase &database, const Touched &minutes);

    /// Rolls up one piece of what was stored before the rolled ranges, newest first. False: there is nothing more.
    tl::expected<bool, HistoryError> rollBacklog(const HistoryDatabase &database);
    bool hasBacklog() const { return m_backlog; }

    /// A transaction was rolled back: what is remembered may not be stored.
    void forget();

private:
    using Done = tl::expected<void, HistoryError>;
    Done updateNode(const HistoryDatabase &database, qint64 node, const std::set<qint64> &minutes);
    Done shorten(qint64 node, UtcSecond changed, RolledRange &rolled);
    Done rollAgain(const HistoryDatabase &database, qint64 node, std::set<qint64>::const_iterator minute,
                   std::set<qint64>::const_iterator last, const RolledRange &rolled);
    /// Makes the rows of [from, to), whole minutes that lie in `rolled`.
    Done roll(const HistoryDatabase &database, qint64 node, UtcSecond from, UtcSecond to, const RolledRange &rolled);
    Done widen(const HistoryDatabase &database, qint64 node, UtcSecond from, UtcSecond to, int width,
               const RolledRange &rolled);
    Done replaceRows(qint64 node, const BucketRow &row);
    Done setRange(qint64 node, const RolledRange &range);
    tl::expected<std::optional<RolledRange>, HistoryError> range(const HistoryDatabase &database, qint64 node);

    QSqlQuery m_deleteRows;
    QSqlQuery m_insertRow;
    QSqlQuery m_replaceRange;
    QHash<qint64, RolledRange> m_ranges; // by node key
    bool m_backlog = true;               // may have some
};

} // namespace barograph
