// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_series.h"

#include <QAbstractTableModel>

#include <vector>

namespace barograph {

class TimeChart;

/// A chart as a table: one row for each column in view, the newest first, where several columns show one second only
/// one. It holds what was there at the last take(), so that rows do not run away from who reads them; the words of a
/// cell are made when it is looked at.
class ChartTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit ChartTable(const TimeChart &chart, QObject *parent = nullptr);

    /// Takes over what the chart shows now.
    void take();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        UtcSecond from{};
        std::vector<SeriesValue> values;
    };

    const TimeChart &m_chart;
    std::vector<std::size_t> m_series; ///< of the chart, those with values that are shown
    std::vector<Row> m_rows;
};

/// Columns of the chart with one entry for each second or stretch of seconds, oldest first.
std::vector<int> distinctColumns(const TimeChart &chart);

} // namespace barograph
