// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/coverage.h"
#include "storage/history_database.h"

#include <QSqlQuery>

namespace barograph {

/// The coverage spans of all nodes, kept disjoint. Works inside the caller's transaction.
class HistoryCoverageTable
{
public:
    tl::expected<void, HistoryError> prepare(const HistoryDatabase &database);
    /// overlay() on the stored spans of `node`; touches only those that `span` overlaps or adjoins. An empty
    /// span changes nothing.
    tl::expected<void, HistoryError> lay(qint64 node, const CoverageSpan &span);

private:
    tl::expected<std::vector<CoverageSpan>, HistoryError> neighbours(qint64 node, const CoverageSpan &span);

    QSqlQuery m_select;
    QSqlQuery m_delete;
    QSqlQuery m_replace;
};

} // namespace barograph
