// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/history_coverage_table.h"

#include "storage/history_statement.h"
#include "storage/span_rewrite.h"

namespace barograph {

tl::expected<void, HistoryError> HistoryCoverageTable::prepare(const HistoryDatabase &database)
{
    // Spans are disjoint, so only the last one that begins before the new one can reach it: the search stays short.
    return prepareStatement(m_select, database,
                            QStringLiteral("SELECT from_second, to_second, known_mask, not_measured_mask, allocated_tps"
                                           " FROM coverage WHERE node = ? AND from_second <= ?"
                                           " AND from_second >= coalesce((SELECT max(from_second) FROM coverage"
                                           " WHERE node = ? AND from_second < ?), ?)"
                                           " AND to_second >= ? ORDER BY from_second"))
        .and_then([&] {
            return prepareStatement(m_delete, database,
                                    QStringLiteral("DELETE FROM coverage WHERE node = ? AND from_second = ?"));
        })
        .and_then([&] {
            return prepareStatement(m_replace, database,
                                    QStringLiteral("INSERT OR REPLACE INTO coverage VALUES (?, ?, ?, ?, ?, ?)"));
        });
}

tl::expected<std::vector<CoverageSpan>, HistoryError> HistoryCoverageTable::neighbours(qint64 node,
                                                                                       const CoverageSpan &span)
{
    const qint64 from = unixSeconds(span.from);
    const qint64 to = unixSeconds(span.to);
    if (auto done = runStatement(m_select, node, to, node, from, from, from); !done)
        return tl::unexpected(done.error());
    std::vector<CoverageSpan> spans;
    const auto done = takeRows(m_select, [&spans](const QSqlQuery &row) {
        spans.push_back({fromUnixSeconds(row.value(0).toLongLong()), fromUnixSeconds(row.value(1).toLongLong()),
                         static_cast<quint8>(row.value(2).toUInt()), static_cast<quint8>(row.value(3).toUInt()),
                         row.value(4).toDouble()});
    });
    if (!done)
        return tl::unexpected(done.error());
    return spans;
}

tl::expected<void, HistoryError> HistoryCoverageTable::lay(qint64 node, const CoverageSpan &span)
{
    if (span.from >= span.to)
        return {};
    const auto before = neighbours(node, span);
    if (!before)
        return tl::unexpected(before.error());
    return rewriteSpans(
        *before, span, [&](const CoverageSpan &old) { return runStatement(m_delete, node, unixSeconds(old.from)); },
        [&](const CoverageSpan &wanted) {
            return runStatement(m_replace, node, unixSeconds(wanted.from), unixSeconds(wanted.to),
                                static_cast<int>(wanted.knownMask), static_cast<int>(wanted.notMeasuredMask),
                                wanted.allocatedTps);
        });
}

} // namespace barograph
