// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/history_store.h"

#include "storage/history_codec.h"
#include "storage/history_coverage_table.h"
#include "storage/history_gauge_table.h"
#include "storage/history_rollups.h"
#include "storage/history_statement.h"

#include <cmath>
#include <limits>

namespace barograph {

namespace {

bool holdsSomething(const ClosedSecond &second)
{
    return second.sample.counts.total() > 0 || second.redelivered > 0 || second.apart > 0 || second.minLag;
}

/// Nobody listened, and the node was asked all the same. What is stored of the second otherwise stays.
bool tellsGaugesOnly(const ClosedSecond &second)
{
    return !holdsSomething(second) && !second.sample.anyKnown() && second.sample.notMeasuredMask == 0 &&
           second.gauges.tellsAnything();
}

qint64 minuteOf(UtcSecond second)
{
    return std::chrono::floor<std::chrono::minutes>(second).time_since_epoch().count();
}

CoverageSpan spanOf(const ClosedSecond &second)
{
    const bool sane = std::isfinite(second.allocatedTps) && second.allocatedTps > 0;
    return {second.second, second.second + Seconds{1}, second.sample.knownMask, second.sample.notMeasuredMask,
            sane ? second.allocatedTps : 0};
}

} // namespace

HistoryStore::HistoryStore(std::unique_ptr<HistoryDatabase> database)
    : m_database(std::move(database))
    , m_coverage(std::make_unique<HistoryCoverageTable>())
    , m_gauges(std::make_unique<HistoryGaugeTable>())
    , m_rollups(std::make_unique<HistoryRollups>())
{}

HistoryStore::~HistoryStore() = default;

tl::expected<std::unique_ptr<HistoryStore>, HistoryError> HistoryStore::open(std::unique_ptr<HistoryDatabase> database)
{
    std::unique_ptr<HistoryStore> store(new HistoryStore(std::move(database)));
    if (auto prepared = store->prepareAll(); !prepared)
        return tl::unexpected(prepared.error());
    return store;
}

HistoryStore::Done HistoryStore::prepareAll()
{
    const struct
    {
        QSqlQuery &query;
        QString text;
    } statements[] = {
        {m_upsertNode, QStringLiteral("INSERT INTO node (id, name, simulated) VALUES (?, ?, ?) ON CONFLICT (id)"
                                      " DO UPDATE SET name = excluded.name, simulated = excluded.simulated")},
        {m_insertNode, QStringLiteral("INSERT OR IGNORE INTO node (id, name) VALUES (?, ?)")},
        {m_selectNode, QStringLiteral("SELECT key FROM node WHERE id = ?")},
        {m_selectNewest, QStringLiteral("SELECT max(second) FROM second WHERE node = ?")},
        {m_replaceSecond, QStringLiteral("INSERT OR REPLACE INTO second VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")},
        {m_deleteSecond, QStringLiteral("DELETE FROM second WHERE node = ? AND second = ?")},
        // A replay may bring an older state of a storm after a newer one: counts only grow, so the larger is right.
        {m_upsertStorm,
         QStringLiteral(
             "INSERT INTO storm VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (node, message) DO UPDATE"
             " SET group_print = coalesce(excluded.group_print, group_print), label = excluded.label,"
             " first_ms = min(first_ms, excluded.first_ms), last_ms = max(last_ms, excluded.last_ms),"
             " deliveries = max(deliveries, excluded.deliveries), reads = max(reads, excluded.reads),"
             " participants = max(participants, excluded.participants),"
             " group_size = iif(excluded.last_ms >= last_ms, excluded.group_size, group_size),"
             " group_size_truth = iif(excluded.last_ms >= last_ms, excluded.group_size_truth, group_size_truth),"
             " fan_out = iif(excluded.last_ms >= last_ms, excluded.fan_out, fan_out),"
             " fan_out_truth = iif(excluded.last_ms >= last_ms, excluded.fan_out_truth, fan_out_truth),"
             " peak_per_second = max(peak_per_second, excluded.peak_per_second)")},
        {m_replaceControl, QStringLiteral("INSERT OR REPLACE INTO control VALUES (?, ?, ?, ?, ?, ?, ?)")},
    };
    for (const auto &statement : statements) {
        if (auto done = prepareStatement(statement.query, *m_database, statement.text); !done)
            return done;
    }
    if (auto done = m_markers.prepare(*m_database); !done)
        return done;
    return m_coverage->prepare(*m_database).and_then([&] { return m_gauges->prepare(*m_database); }).and_then([&] {
        return m_rollups->prepare(*m_database);
    });
}

HistoryStore::Done HistoryStore::write(const HistoryBatch &batch)
{
    if (auto begun = m_database->execute(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return begun;
    return commit(writeRows(batch));
}

HistoryStore::Done HistoryStore::writeDurably(const MarkerRow &note)
{
    if (auto done = m_database->execute(QStringLiteral("PRAGMA synchronous=FULL")); !done)
        return done;
    HistoryBatch batch;
    batch.markers.push_back(note);
    auto done = write(batch);
    // Only slower for the rows to come if this should fail.
    (void)m_database->execute(QStringLiteral("PRAGMA synchronous=NORMAL"));
    return done;
}

HistoryStore::Done HistoryStore::commit(Done done)
{
    if (done)
        done = m_database->execute(QStringLiteral("COMMIT"));
    if (!done) {
        // SQLite may have rolled back by itself (disk full); what is remembered may no longer be stored.
        (void)m_database->execute(QStringLiteral("ROLLBACK"));
        m_nodes.clear();
        m_newest.clear();
        m_gauges->forget();
        m_rollups->forget();
    }
    return done;
}

bool HistoryStore::hasBacklog() const
{
    return m_rollups->hasBacklog();
}

tl::expected<bool, HistoryError> HistoryStore::rollBacklog()
{
    if (auto begun = m_database->execute(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return tl::unexpected(begun.error());
    auto more = m_rollups->rollBacklog(*m_database);
    if (auto done = commit(more ? Done{} : tl::unexpected(more.error())); !done)
        return tl::unexpected(done.error());
    return more;
}

HistoryStore::Done HistoryStore::writeRows(const HistoryBatch &batch)
{
    auto done = writeSeconds(batch);
    for (auto storm = batch.storms.begin(); done && storm != batch.storms.end(); ++storm)
        done = writeStorm(*storm);
    for (auto control = batch.controls.begin(); done && control != batch.controls.end(); ++control)
        done = writeControl(*control);
    for (auto marker = batch.markers.begin(); done && marker != batch.markers.end(); ++marker)
        done = writeMarker(*marker);
    if (done && !batch.markers.empty())
        done = m_markers.trim(utcNow());
    return done;
}

HistoryStore::Done HistoryStore::writeSeconds(const HistoryBatch &batch)
{
    std::vector<qint64> keys(batch.nodes.size(), 0);
    HistoryRollups::Touched touched;
    for (const auto &second : batch.seconds) {
        auto &key = keys[second.node];
        if (key == 0) {
            const auto found = keyOf(batch.nodes[second.node]);
            if (!found)
                return tl::unexpected(found.error());
            key = *found;
        }
        if (!tellsGaugesOnly(second)) {
            if (auto done = writeSecond(key, second); !done)
                return done;
        }
        touched[key].insert(minuteOf(second.second));
    }
    return writeRanges(batch, keys).and_then([&] { return m_rollups->update(*m_database, touched); });
}

HistoryStore::Done HistoryStore::writeRanges(const HistoryBatch &batch, const std::vector<qint64> &keys)
{
    // Consecutive seconds that say the same are laid down as one span; nodes interleave, so one open span for each.
    QHash<qint64, CoverageSpan> covered;
    QHash<qint64, GaugeSpan> told;
    const auto lengthens = [](auto &span, const auto &own, bool same) {
        if (same && span.to == own.from)
            span.to = own.to;
        return span.to == own.to && same;
    };
    for (const auto &second : batch.seconds) {
        const qint64 key = keys[second.node];
        auto &span = covered[key];
        const auto seen = spanOf(second);
        if (!tellsGaugesOnly(second) && !lengthens(span, seen, span.saysTheSameAs(seen))) {
            if (auto done = m_coverage->lay(key, span); !done)
                return done;
            span = seen;
        }
        auto &gauges = told[key];
        const GaugeSpan own{second.second, second.second + Seconds{1}, second.gauges};
        if (!lengthens(gauges, own, gauges.sample == own.sample)) {
            if (auto done = m_gauges->lay(key, gauges); !done)
                return done;
            gauges = own;
        }
    }
    for (auto span = covered.cbegin(); span != covered.cend(); ++span) {
        if (auto done = m_coverage->lay(span.key(), *span); !done)
            return done;
    }
    for (auto span = told.cbegin(); span != told.cend(); ++span) {
        if (auto done = m_gauges->lay(span.key(), *span); !done)
            return done;
    }
    return {};
}

HistoryStore::Done HistoryStore::writeSecond(qint64 node, const ClosedSecond &second)
{
    const auto newest = newestSecond(node);
    if (!newest)
        return tl::unexpected(newest.error());
    const qint64 at = unixSeconds(second.second);
    if (!holdsSomething(second))
        return at <= *newest ? runStatement(m_deleteSecond, node, at) : Done{};
    m_newest[node] = std::max(*newest, at);
    const auto &counts = second.sample.counts;
    return runStatement(m_replaceSecond, node, at, counts[EventKind::Receive], counts[EventKind::Send],
                        counts[EventKind::Delivery], counts[EventKind::Read], uint{second.sample.knownMask},
                        uint{second.sample.notMeasuredMask}, second.redelivered, second.apart,
                        second.minLag ? QVariant(qint64{second.minLag->count()}) : QVariant());
}

HistoryStore::Done HistoryStore::writeStorm(const NodeStorm &row)
{
    const auto key = keyOf({row.nodeId, {}, false});
    if (!key)
        return tl::unexpected(key.error());
    const auto &storm = row.storm;
    const auto number = [](const Reading<quint32> &reading) {
        return reading.hasValue() ? QVariant(reading.value()) : QVariant();
    };
    return runStatement(m_upsertStorm, *key, fingerprintBytes(storm.message),
                        storm.group.isNull() ? QVariant() : QVariant(fingerprintBytes(storm.group)), storm.label,
                        unixMillis(storm.firstSeen), unixMillis(storm.lastSeen), storm.deliveries, storm.reads,
                        storm.participants, number(storm.groupSize), static_cast<uint>(storm.groupSize.truth()),
                        number(storm.fanOut), static_cast<uint>(storm.fanOut.truth()), storm.receiptsPerSecond);
}

HistoryStore::Done HistoryStore::writeControl(const ControlResult &control)
{
    const auto key = keyOf({control.nodeId, {}, false});
    if (!key)
        return tl::unexpected(key.error());
    return runStatement(m_replaceControl, control.id, *key, control.title, static_cast<uint>(control.outcome),
                        control.detail, unixMillis(control.at), changesToJson(control.changes));
}

HistoryStore::Done HistoryStore::writeMarker(const MarkerRow &row)
{
    if (row.removed)
        return m_markers.remove(row.marker.id);
    const auto key = keyOf({row.marker.nodeId, {}, false});
    return key ? m_markers.write(*key, row.marker) : Done(tl::unexpected(key.error()));
}

tl::expected<qint64, HistoryError> HistoryStore::keyOf(const HistoryNode &node)
{
    const bool described = !node.name.isEmpty();
    if (const auto known = m_nodes.constFind(node.id);
        known != m_nodes.constEnd() && (!described || known->node == node))
        return known->key;
    auto done = described ? runStatement(m_upsertNode, node.id, node.name, int{node.simulated})
                          : runStatement(m_insertNode, node.id, node.id);
    if (done)
        done = runStatement(m_selectNode, node.id);
    if (!done)
        return tl::unexpected(done.error());
    if (!m_selectNode.next())
        return tl::unexpected(historyError(m_selectNode.lastError()));
    const qint64 key = m_selectNode.value(0).toLongLong();
    m_selectNode.finish();
    m_nodes.insert(node.id, {node, key});
    return key;
}

tl::expected<qint64, HistoryError> HistoryStore::newestSecond(qint64 node)
{
    if (const auto known = m_newest.constFind(node); known != m_newest.constEnd())
        return *known;
    if (auto done = runStatement(m_selectNewest, node); !done)
        return tl::unexpected(done.error());
    const bool any = m_selectNewest.next() && !m_selectNewest.isNull(0);
    const qint64 newest = any ? m_selectNewest.value(0).toLongLong() : std::numeric_limits<qint64>::min();
    m_selectNewest.finish();
    m_newest.insert(node, newest);
    return newest;
}

} // namespace barograph
