// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/history_gauge_table.h"

#include "storage/history_statement.h"
#include "storage/span_rewrite.h"

#include <cmath>

namespace barograph {

namespace {

constexpr uint kPausedFlag = 1U << kGaugeKindCount;

QVariant storedGauge(const GaugeSample &sample, GaugeKind kind)
{
    return sample.isKnown(kind) ? QVariant(qint64{std::llround(sample.value(kind))}) : QVariant();
}

} // namespace

QString HistoryGaugeTable::columns()
{
    return QStringLiteral("from_second, to_second, lag_ms, incoming, outbound, outbound_age_ms, flags");
}

GaugeSpan HistoryGaugeTable::spanAt(const QSqlQuery &row, int first)
{
    GaugeSpan span;
    span.from = fromUnixSeconds(row.value(first).toLongLong());
    span.to = fromUnixSeconds(row.value(first + 1).toLongLong());
    for (std::size_t i = 0; i < kGaugeKindCount; ++i) {
        const QVariant value = row.value(first + 2 + static_cast<int>(i));
        if (!value.isNull())
            span.sample.values[i] = static_cast<float>(value.toLongLong());
    }
    const uint flags = row.value(first + 2 + static_cast<int>(kGaugeKindCount)).toUInt();
    span.sample.estimatedMask = static_cast<quint8>(flags & (kPausedFlag - 1));
    span.sample.paused = (flags & kPausedFlag) != 0;
    return span;
}

HistoryGaugeTable::Done HistoryGaugeTable::prepare(const HistoryDatabase &database)
{
    const struct
    {
        QSqlQuery &query;
        QString text;
    } statements[] = {
        // Spans are disjoint, so only the last one that begins before the new one can reach it.
        {m_select, QStringLiteral("SELECT ") % columns() %
                       QStringLiteral(" FROM gauge WHERE node = ? AND from_second <= ? AND from_second >="
                                      " coalesce((SELECT max(from_second) FROM gauge WHERE node = ?"
                                      " AND from_second < ?), ?) AND to_second >= ? ORDER BY from_second")},
        {m_selectNewest, QStringLiteral("SELECT ") % columns() %
                             QStringLiteral(" FROM gauge WHERE node = ? ORDER BY from_second DESC LIMIT 1")},
        {m_delete, QStringLiteral("DELETE FROM gauge WHERE node = ? AND from_second = ?")},
        {m_replace, QStringLiteral("INSERT OR REPLACE INTO gauge VALUES (?, ?, ?, ?, ?, ?, ?, ?)")},
        {m_lengthen, QStringLiteral("UPDATE gauge SET to_second = ? WHERE node = ? AND from_second = ?")},
    };
    for (const auto &statement : statements) {
        if (auto done = prepareStatement(statement.query, database, statement.text); !done)
            return done;
    }
    return {};
}

HistoryGaugeTable::Done HistoryGaugeTable::insert(qint64 node, const GaugeSpan &span)
{
    const uint flags = uint{span.sample.estimatedMask} | (span.sample.paused ? kPausedFlag : 0U);
    return runStatement(m_replace, node, unixSeconds(span.from), unixSeconds(span.to),
                        storedGauge(span.sample, GaugeKind::Lag), storedGauge(span.sample, GaugeKind::Incoming),
                        storedGauge(span.sample, GaugeKind::Outbound), storedGauge(span.sample, GaugeKind::OutboundAge),
                        flags);
}

tl::expected<std::vector<GaugeSpan>, HistoryError> HistoryGaugeTable::neighbours(qint64 node, const GaugeSpan &span)
{
    const qint64 from = unixSeconds(span.from);
    if (auto done = runStatement(m_select, node, unixSeconds(span.to), node, from, from, from); !done)
        return tl::unexpected(done.error());
    std::vector<GaugeSpan> spans;
    if (auto done = takeRows(m_select, [&spans](const QSqlQuery &row) { spans.push_back(spanAt(row, 0)); }); !done)
        return tl::unexpected(done.error());
    return spans;
}

tl::expected<GaugeSpan, HistoryError> HistoryGaugeTable::newest(qint64 node)
{
    if (const auto known = m_newest.constFind(node); known != m_newest.constEnd())
        return *known;
    if (auto done = runStatement(m_selectNewest, node); !done)
        return tl::unexpected(done.error());
    const GaugeSpan span = m_selectNewest.next() ? spanAt(m_selectNewest, 0) : GaugeSpan{};
    m_selectNewest.finish();
    m_newest.insert(node, span);
    return span;
}

HistoryGaugeTable::Done HistoryGaugeTable::append(qint64 node, const GaugeSpan &span)
{
    auto &last = m_newest[node];
    if (last.to == span.from && last.sample == span.sample && last.from < last.to) {
        if (auto done = runStatement(m_lengthen, unixSeconds(span.to), node, unixSeconds(last.from)); !done)
            return done;
        last.to = span.to;
        return {};
    }
    last = span;
    return insert(node, span);
}

HistoryGaugeTable::Done HistoryGaugeTable::lay(qint64 node, const GaugeSpan &span)
{
    if (span.from >= span.to || !span.sample.tellsAnything())
        return {};
    const auto last = newest(node);
    if (!last)
        return tl::unexpected(last.error());
    if (span.from >= last->to)
        return append(node, span);
    const auto before = neighbours(node, span);
    if (!before)
        return tl::unexpected(before.error());
    auto done = rewriteSpans(
        *before, span, [&](const GaugeSpan &old) { return runStatement(m_delete, node, unixSeconds(old.from)); },
        [&](const GaugeSpan &wanted) { return insert(node, wanted); });
    if (!done)
        return done;
    m_newest.remove(node);
    return {};
}

} // namespace barograph
