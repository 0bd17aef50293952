// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/history_database.h"
#include "storage/history_queue.h"
#include "storage/marker_table.h"

#include <QHash>
#include <QSqlQuery>

#include <memory>

namespace barograph {

class HistoryCoverageTable;
class HistoryGaugeTable;
class HistoryRollups;

/// Writes batches into an opened history. Writing the same seconds again, in any order, gives the same rows. Lives on
/// one thread.
class HistoryStore
{
public:
    /// `database` is migrated. Fails if a statement cannot be prepared.
    static tl::expected<std::unique_ptr<HistoryStore>, HistoryError> open(std::unique_ptr<HistoryDatabase> database);
    ~HistoryStore();

    /// All of it or nothing, in one transaction.
    tl::expected<void, HistoryError> write(const HistoryBatch &batch);

    /// One note, in a transaction that also outlives a power cut: the journal, which makes up for the others, has no
    /// notes.
    tl::expected<void, HistoryError> writeDurably(const MarkerRow &note);

    /// Whether there may be something for rollBacklog() to do.
    bool hasBacklog() const;
    /// Rolls up one piece of what was stored before there were rollups; takes up to a tenth of a second. False: done.
    tl::expected<bool, HistoryError> rollBacklog();

private:
    explicit HistoryStore(std::unique_ptr<HistoryDatabase> database);
    using Done = tl::expected<void, HistoryError>;

    Done prepareAll();
    Done commit(Done done);
    Done writeRows(const HistoryBatch &batch);
    Done writeSeconds(const HistoryBatch &batch);
    Done writeRanges(const HistoryBatch &batch, const std::vector<qint64> &keys);
    Done writeSecond(qint64 node, const ClosedSecond &second);
    Done writeStorm(const NodeStorm &row);
    Done writeControl(const ControlResult &control);
    Done writeMarker(const MarkerRow &row);
    /// Key of a node, stored or renamed as needed. Without `node.name` an unknown node gets its id as name and a known
    /// one keeps its own.
    tl::expected<qint64, HistoryError> keyOf(const HistoryNode &node);
    /// No row has a later second: so that idle seconds, most of all there are, need not look for one to remove.
    tl::expected<qint64, HistoryError> newestSecond(qint64 node);

    struct KnownNode
    {
        HistoryNode node;
        qint64 key = 0;
    };

    std::unique_ptr<HistoryDatabase> m_database; // outlives the statements below
    std::unique_ptr<HistoryCoverageTable> m_coverage;
    std::unique_ptr<HistoryGaugeTable> m_gauges;
    std::unique_ptr<HistoryRollups> m_rollups;
    QSqlQuery m_upsertNode;
    QSqlQuery m_insertNode;
    QSqlQuery m_selectNode;
    QSqlQuery m_selectNewest;
    QSqlQuery m_replaceSecond;
    QSqlQuery m_deleteSecond;
    QSqlQuery m_upsertStorm;
    QSqlQuery m_replaceControl;
    MarkerTable m_markers;
    QHash<QString, KnownNode> m_nodes; // by id
    QHash<qint64, qint64> m_newest;    // by node key
};

} // namespace barograph
