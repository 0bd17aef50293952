// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts_screens.h"

#include "charts/chart_actions.h"
#include "charts/chart_print.h"
#include "charts/chart_table_window.h"
#include "charts/tps_chart.h"
#include "support/frame_factory.h"
#include "timeline/time_view.h"
#include "timeline/timeline_store.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTableView>
#include <QTextStream>

namespace barograph {

namespace {

bool keep(bool ok, const QString &path)
{
    QTextStream(stdout) << path << (ok ? "" : ": cannot be written") << '\n';
    return ok;
}

bool grabInto(QWidget &widget, const QDir &folder, const QString &name)
{
    for (int pass = 0; pass < 4; ++pass)
        QCoreApplication::processEvents();
    const QString path = folder.filePath(name + QStringLiteral(".png"));
    return keep(widget.grab().save(path), path);
}

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

bool renderCharts(const QDir &folder, const QString &suffix, const QSize &size)
{
    using namespace std::chrono_literals;
    const UtcTime now = testing::frameTime();
    const auto name = [&](const char *state) -> QString {
        return QStringLiteral("chart-%1-%2").arg(QLatin1String(state), suffix);
    };
    bool ok = true;
    {
        Stage stage(testing::stormNode(), size);
        ok &= grabInto(stage.chart, folder, name("storm"));
        stage.view.setCursor(now - 90s);
        stage.view.setReference(0, now - 4min);
        stage.view.setReference(1, now - 1min);
        ok &= grabInto(stage.chart, folder, name("marks"));
        stage.chart.actions().showTable();
        ok &= grabInto(*stage.chart.actions().tableWindow(), folder, name("table"));
        const QString svg = folder.filePath(name("print") + QStringLiteral(".svg"));
        QFile file(svg);
        ok &= keep(file.open(QIODevice::WriteOnly) && file.write(chartSvg(stage.chart)) > 0, svg);
        const QString png = folder.filePath(name("print") + QStringLiteral(".png"));
        ok &= keep(chartImage(stage.chart, 1).save(png), png);
        stage.view.clearReferences();
        stage.view.setCursor(std::nullopt);
        for (int mode = 1; mode < stage.chart.modes().size(); ++mode) {
            stage.chart.setMode(mode);
            ok &= grabInto(stage.chart, folder,
                           name(qPrintable(QStringLiteral("mode-") + stage.chart.modes().at(mode).toLower())));
        }
        stage.chart.setMode(0);
        stage.chart.setSeriesShown(0, false);
        ok &= grabInto(stage.chart, folder, name("taken-out"));
        stage.view.show(now - 40h, now - 2h);
        ok &= grabInto(stage.chart, folder, name("two-days"));
    }
    {
        Stage stage(testing::degradedNode(), size);
        ok &= grabInto(stage.chart, folder, name("not-measured"));
    }
    Stage old(testing::calmNode(), size, now + 90s);
    ok &= grabInto(old.chart, folder, name("old"));
    Stage unknown(testing::unknownNode(), size);
    return grabInto(unknown.chart, folder, name("unknown")) && ok;
}

} // namespace barograph
