// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts_screens.h"

#include "charts/chart_actions.h"
#include "charts/chart_print.h"
#include "charts/chart_table_window.h"
#include "charts/tps_chart.h"
#include "gallery.h"
#include "support/frame_factory.h"
#include "timeline/time_view.h"
#include "timeline/timeline_store.h"

#include <QCoreApplication>
#include <QPainter>
#include <QSvgRenderer>
#include <QTableView>

namespace barograph {

namespace {

constexpr QSize kPrintSize(1680, 840);

/// A chart of one node, on a part of the window that a panel has.
struct Stage
{
    explicit Stage(const NodeFrame &shown, const QSize &size, UtcTime now = testing::frameTime())
        : node(shown)
    {
        store.setFrame(testing::frameOf({node}));
        view.setNow(now);
        chart.resize(size.width() * 3 / 4, size.height() * 2 / 5);
        chart.setNode(node, now);
        chart.show();
        QCoreApplication::processEvents();
    }

    NodeFrame node;
    TimeView view;
    TimelineStore store;
    TpsChart chart{ChartContext{view, store}};
};

} // namespace

void renderCharts(Gallery &gallery)
{
    using namespace std::chrono_literals;
    const UtcTime now = testing::frameTime();
    const auto name = [](const char *state) -> QString { return QStringLiteral("chart-") + QLatin1String(state); };
    {
        Stage stage(testing::stormNode(), gallery.look().size);
        gallery.take(stage.chart, name("storm"));
        stage.view.setCursor(now - 90s);
        stage.view.setReference(0, now - 4min);
        stage.view.setReference(1, now - 1min);
        gallery.take(stage.chart, name("marks"));
        stage.chart.actions().showTable();
        gallery.take(*stage.chart.actions().tableWindow(), name("table"));
        gallery.take(chartImage(stage.chart, 1), name("print"));
        QImage drawn(kPrintSize, QImage::Format_RGB32);
        drawn.fill(Qt::white);
        QPainter painter(&drawn);
        QSvgRenderer(chartSvg(stage.chart)).render(&painter);
        painter.end();
        gallery.take(drawn, name("print-svg"));
        stage.view.clearReferences();
        stage.view.setCursor(std::nullopt);
        for (int mode = 1; mode < stage.chart.modes().size(); ++mode) {
            stage.chart.setMode(mode);
            gallery.take(stage.chart, name(qPrintable(QStringLiteral("mode-%1").arg(mode))));
        }
        stage.chart.setMode(0);
        stage.chart.setSeriesShown(0, false);
        gallery.take(stage.chart, name("taken-out"));
        stage.view.show(now - 40h, now - 2h);
        gallery.take(stage.chart, name("two-days"));
    }
    {
        Stage stage(testing::degradedNode(), gallery.look().size);
        gallery.take(stage.chart, name("not-measured"));
    }
    Stage old(testing::calmNode(), gallery.look().size, now + 90s);
    gallery.take(old.chart, name("old"));
    Stage unknown(testing::unknownNode(), gallery.look().size);
    gallery.take(unknown.chart, name("unknown"));
}

} // namespace barograph
