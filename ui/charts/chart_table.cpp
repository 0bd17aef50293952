// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart_table.h"

#include "charts/time_chart.h"

#include <QDateTime>

namespace barograph {

std::vector<int> distinctColumns(const TimeChart &chart)
{
    const PlotWindow &window = chart.plotWindow();
    std::vector<int> columns;
    for (int x = 0; x < window.columns; ++x) {
        if (x == 0 || window.secondAt(x) != window.secondAt(x - 1))
            columns.push_back(x);
    }
    return columns;
}

ChartTable::ChartTable(const TimeChart &chart, QObject *parent)
    : QAbstractTableModel(parent)
    , m_chart(chart)
{
    take();
}

void ChartTable::take()
{
    std::vector<std::size_t> series;
    for (std::size_t i = 0; i < m_chart.seriesCount(); ++i) {
        if (m_chart.series(i).role == SeriesRole::Line && m_chart.series(i).shown)
            series.push_back(i);
    }
    std::vector<Row> rows;
    const std::vector<int> columns = distinctColumns(m_chart);
    for (auto column = columns.rbegin(); column != columns.rend(); ++column) {
        Row row{m_chart.plotWindow().secondAt(*column), {}};
        for (const std::size_t which : series)
            row.values.push_back(m_chart.valueAt(which, *column));
        rows.push_back(std::move(row));
    }
    const bool sameShape = rows.size() == m_rows.size() && series == m_series;
    if (!sameShape)
        beginResetModel();
    m_series = std::move(series);
    m_rows = std::move(rows);
    if (!sameShape)
        endResetModel();
    else if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int ChartTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ChartTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_series.size()) + 1;
}

QVariant ChartTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole && index.column() > 0)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    if (index.column() == 0)
        return QDateTime::fromSecsSinceEpoch(unixSeconds(row.from)).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    const auto cell = static_cast<std::size_t>(index.column() - 1);
    return m_chart.wordsOf(m_series[cell], row.values[cell]);
}

QVariant ChartTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    if (section == 0)
        return tr("Local time (%1)").arg(utcOffsetText(m_chart.plotWindow().right()));
    return m_chart.series(m_series[static_cast<std::size_t>(section - 1)]).name;
}

} // namespace barograph
