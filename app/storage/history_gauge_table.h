// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/history_database.h"
#include "timeline/gauge_span.h"

#include <QHash>
#include <QSqlQuery>

namespace barograph {

/// The gauge spans of all nodes, kept disjoint. Works inside the caller's transaction.
class HistoryGaugeTable
{
public:
    tl::expected<void, HistoryError> prepare(const HistoryDatabase &database);
    /// overlay() on the stored spans of `node`. One that follows on the newest, which nearly all do, costs one
    /// statement.
    tl::expected<void, HistoryError> lay(qint64 node, const GaugeSpan &span);
    /// A transaction was rolled back: what is remembered may not be stored.
    void forget() { m_newest.clear(); }

    /// The columns after `node`, in the order in which spanAt() reads them from column `first` on.
    static QString columns();
    static GaugeSpan spanAt(const QSqlQuery &row, int first);

private:
    using Done = tl::expected<void, HistoryError>;
    Done append(qint64 node, const GaugeSpan &span);
    Done insert(qint64 node, const GaugeSpan &span);
    /// Stored spans that overlap or adjoin `span`.
    tl::expected<std::vector<GaugeSpan>, HistoryError> neighbours(qint64 node, const GaugeSpan &span);
    /// The stored span that ends last; an empty one when there is none.
    tl::expected<GaugeSpan, HistoryError> newest(qint64 node);

    QSqlQuery m_select;
    QSqlQuery m_selectNewest;
    QSqlQuery m_delete;
    QSqlQuery m_replace;
    QSqlQuery m_lengthen;
    QHash<qint64, GaugeSpan> m_newest; // by node key
};

} // namespace barograph
