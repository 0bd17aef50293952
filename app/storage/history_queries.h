// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/history_database.h"
#include "storage/history_reader.h"

#include <vector>

namespace barograph {

/// The questions that HistoryReader asks, each on a connection that is already in a read transaction.

struct StoredNode
{
    qint64 key = 0;
    RecordedNode node;
};
tl::expected<std::vector<StoredNode>, HistoryError> selectNodes(const HistoryDatabase &database);

tl::expected<qint64, HistoryError> countSeconds(const HistoryDatabase &database, qint64 node, UtcSecond from,
                                                UtcSecond to);
/// Each fills its part of `data` for [data.from, data.to).
tl::expected<void, HistoryError> selectSeconds(const HistoryDatabase &database, qint64 node, ReportData &data);
tl::expected<void, HistoryError> selectCoverage(const HistoryDatabase &database, qint64 node, ReportData &data);
tl::expected<void, HistoryError> selectStorms(const HistoryDatabase &database, qint64 node, ReportData &data);
tl::expected<void, HistoryError> selectControls(const HistoryDatabase &database, qint64 node, ReportData &data);

} // namespace barograph
