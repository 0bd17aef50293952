// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart_csv.h"

#include "charts/chart_table.h"
#include "charts/time_chart.h"

#include <QDateTime>
#include <QTimeZone>

namespace barograph {

namespace {

/// Names, separated by blanks, of the series in this state.
QByteArray namesIn(ValueState state, const std::vector<ChartSeries> &series, const std::vector<SeriesValue> &values)
{
    QByteArray names;
    for (std::size_t i = 0; i < series.size(); ++i) {
        if (values[i].state != state)
            continue;
        if (!names.isEmpty())
            names += ' ';
        names += series[i].csvName.toUtf8();
    }
    return names;
}

qint64 secondsOf(const PlotWindow &window, int column)
{
    const qint64 seconds = (window.secondAt(column + 1) - window.secondAt(column)).count();
    return std::max<qint64>(seconds, 1);
}

} // namespace

QByteArray chartCsv(const TimeChart &chart)
{
    std::vector<std::size_t> which;
    std::vector<ChartSeries> series;
    for (std::size_t i = 0; i < chart.seriesCount(); ++i) {
        const ChartSeries candidate = chart.series(i);
        if (candidate.role != SeriesRole::Line || !candidate.shown)
            continue;
        which.push_back(i);
        series.push_back(candidate);
    }
    QByteArray csv = "time_utc,seconds";
    for (const ChartSeries &line : series)
        csv += ',' + line.csvName.toUtf8();
    csv += ",not_measured,not_visible,estimated\n";
    std::vector<SeriesValue> values(which.size());
    for (const int column : distinctColumns(chart)) {
        const qint64 at = unixSeconds(chart.plotWindow().secondAt(column));
        csv += QDateTime::fromSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODate).toUtf8() + ',' +
               QByteArray::number(secondsOf(chart.plotWindow(), column));
        for (std::size_t i = 0; i < which.size(); ++i) {
            values[i] = chart.valueAt(which[i], column);
            csv += ',';
            if (values[i].hasValue())
                csv += QByteArray::number(values[i].value, 'g', 12);
        }
        csv += ',' + namesIn(ValueState::NotMeasured, series, values) + ',' +
               namesIn(ValueState::NotVisible, series, values) + ',' + namesIn(ValueState::Estimated, series, values) +
               '\n';
    }
    return csv;
}

} // namespace barograph
