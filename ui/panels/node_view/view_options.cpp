// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/node_view/view_options.h"

#include "charts/time_chart.h"
#include "panels/event_filter_bar.h"
#include "widgets/table_view.h"

#include <QHeaderView>

namespace barograph {

void ViewOptionWatch::add(QWidget &panel)
{
    if (auto *chart = qobject_cast<TimeChart *>(&panel)) {
        m_charts << chart;
        connect(chart, &TimeChart::optionsChanged, this, [this] { Q_EMIT changed(tr("change of a chart's options")); });
    }
    for (TableView *table : panel.findChildren<TableView *>()) {
        m_tables << table;
        connect(table->header(), &QHeaderView::sortIndicatorChanged, this,
                [this] { Q_EMIT changed(tr("change of a table's order")); });
    }
    if (auto *log = panel.findChild<EventFilterBar *>()) {
        m_log = log;
        connect(log, &EventFilterBar::chosen, this, &ViewOptionWatch::changed);
    }
    Q_EMIT added();
}

ViewOptions ViewOptionWatch::options() const
{
    ViewOptions options;
    for (const TimeChart *chart : m_charts) {
        ViewOptions::Chart now{chart->mode(), {}};
        for (std::size_t i = 0; i < chart->seriesCount(); ++i)
            now.shown.push_back(chart->series(i).shown);
        options.charts.push_back(std::move(now));
    }
    for (const TableView *table : m_tables)
        options.tables.push_back({table->header()->sortIndicatorSection(), table->header()->sortIndicatorOrder()});
    if (m_log)
        options.log = m_log->choice();
    return options;
}

void ViewOptionWatch::apply(const ViewOptions &options)
{
    for (std::size_t i = 0; i < options.charts.size(); ++i) {
        TimeChart &chart = *m_charts[static_cast<qsizetype>(i)];
        const ViewOptions::Chart &wanted = options.charts[i];
        chart.setMode(wanted.mode);
        for (std::size_t which = 0; which < std::min(wanted.shown.size(), chart.seriesCount()); ++which) {
            if (chart.series(which).shown != wanted.shown[which])
                chart.setSeriesShown(which, wanted.shown[which]);
        }
    }
    for (std::size_t i = 0; i < options.tables.size(); ++i)
        m_tables[static_cast<qsizetype>(i)]->sortBy(options.tables[i].column, options.tables[i].order);
    if (options.log)
        m_log->setChoice(*options.log);
}

} // namespace barograph
