// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart_rig.h"
#include "charts/chart_actions.h"
#include "charts/chart_csv.h"
#include "charts/chart_print.h"
#include "charts/chart_shortcuts.h"
#include "charts/chart_table_window.h"
#include "charts/plot_view.h"
#include "charts/reference_strip.h"
#include "test_case.h"
#include "theme/colors.h"
#include "widgets/value_label.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QImage>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QTableView>
#include <QWheelEvent>

using namespace barograph;
using namespace barograph::testing;
using namespace std::chrono_literals;

namespace {

constexpr auto kPatience = 10'000;

Reading<double> budgetOf(double tps)
{
    return Reading<double>::measured(tps, frameTime());
}

/// A chart on screen with ten minutes of 2, 4, 6 and 8 events per second, and a spike of reads in one second.
struct ShownChart : ChartRig
{
    explicit ShownChart(const std::shared_ptr<SecondSeries> &series = flatSeries({2, 4, 6, 8}))
    {
        show(series, budgetOf(40));
        plot = chart.findChild<PlotView *>();
        pane = plot->viewport();
        chart.setFocus();
    }

    QPoint inPane(double share) const
    {
        const QRectF area = plot->geometry().area;
        return QPointF(area.left() + share * area.width(), area.center().y()).toPoint();
    }
    void move(double share, Qt::MouseButtons buttons = Qt::NoButton, Qt::KeyboardModifiers keys = {}) const
    {
        QMouseEvent event(QEvent::MouseMove, inPane(share), pane->mapToGlobal(inPane(share)), Qt::NoButton, buttons,
                          keys);
        QApplication::sendEvent(pane, &event);
    }
    void drag(double from, double to, Qt::KeyboardModifiers keys = {}) const
    {
        QTest::mousePress(pane, Qt::LeftButton, keys, inPane(from));
        for (int step = 1; step <= 5; ++step)
            move(from + (to - from) * step / 5, Qt::LeftButton, keys);
        QTest::mouseRelease(pane, Qt::LeftButton, keys, inPane(to));
    }
    void wheel(double share, int delta, Qt::KeyboardModifiers keys = {}) const
    {
        const QPointF at = inPane(share);
        QWheelEvent event(at, pane->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, keys, Qt::NoScrollPhase, false);
        QApplication::sendEvent(pane, &event);
    }
    UtcTime timeAt(double share) const { return plot->timeAt(inPane(share)); }
    QString legendValue(const QString &name) const
    {
        for (const auto *label : chart.findChildren<ValueLabel *>()) {
            if (label->accessibleName() == name)
                return label->text();
        }
        return QStringLiteral("no such label");
    }

    PlotView *plot = nullptr;
    QWidget *pane = nullptr;
};

/// Within the column of a pixel.
bool isNear(UtcTime a, UtcTime b, Millis by = 1500ms)
{
    return std::chrono::abs(a - b) <= by;
}

QList<QByteArrayList> cellsOf(const QByteArray &csv)
{
    QList<QByteArrayList> rows;
    for (const QByteArray &line : csv.split('\n')) {
        if (!line.isEmpty())
            rows << line.split(',');
    }
    return rows;
}

} // namespace

class TestChartInteraction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCursorIsSharedAndPaintsNoScene()
    {
        ShownChart shown;
        TpsChart other{ChartContext{shown.view, shown.store}};
        other.resize(700, 200);
        other.setNode(shown.node, frameTime());
        other.show();
        QVERIFY(QTest::qWaitForWindowExposed(&other));
        shown.chart.grab();
        other.grab();
        QCoreApplication::processEvents();
        auto *otherPlot = other.findChild<PlotView *>();
        const int scenes = shown.plot->paintedScenes() + otherPlot->paintedScenes();
        shown.move(0.25);
        QVERIFY(shown.view.cursor());
        QVERIFY(isNear(*shown.view.cursor(), shown.timeAt(0.25)));
        QCOMPARE(otherPlot->overlay().cursor, shown.view.cursor());
        for (int step = 0; step < 20; ++step) {
            shown.move(0.25 + 0.02 * step);
            QCoreApplication::processEvents();
        }
        QCOMPARE(shown.plot->paintedScenes() + otherPlot->paintedScenes(), scenes);
        // The line is there, over what was painted before.
        const QImage image = other.grab().toImage();
        const int x = other.plotArea().left() + static_cast<int>(otherPlot->geometry().xOf(*shown.view.cursor()) -
                                                                 otherPlot->geometry().area.left());
        const QColor line = themeColors(other.palette()).axisText;
        QCOMPARE(image.pixelColor(x, other.plotArea().top() + 20), line);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(shown.pane, &leave);
        QVERIFY(!shown.view.cursor());
    }

    void theLegendShowsTheValuesAtTheCursor()
    {
        const auto series = flatSeries({2, 4, 6, 8});
        ShownChart shown(series);
        const QString newest = shown.legendValue(QStringLiteral("Read, events per second"));
        QVERIFY(newest != QStringLiteral("8"));
        shown.move(0.5);
        QCOMPARE(shown.legendValue(QStringLiteral("Read, events per second")), QStringLiteral("8"));
        QCOMPARE(shown.legendValue(QStringLiteral("Together, events per second")), QStringLiteral("20"));
        shown.view.setCursor(std::nullopt);
        QCOMPARE(shown.legendValue(QStringLiteral("Read, events per second")), newest);
    }

    void theWheelZoomsAtTheMouse()
    {
        ShownChart shown;
        shown.view.show(frameTime() - 8min, frameTime() - 2min);
        const UtcTime point = shown.timeAt(0.3);
        shown.wheel(0.3, 120);
        QVERIFY(shown.view.span() < Millis(6min));
        QVERIFY2(isNear(shown.timeAt(0.3), point), "the moment under the mouse moved");
        shown.wheel(0.3, -240);
        QVERIFY(shown.view.span() > Millis(6min));
        QVERIFY2(isNear(shown.timeAt(0.3), point), "the moment under the mouse moved");
        const Millis span = shown.view.span();
        const UtcTime right = shown.view.right();
        shown.wheel(0.3, 120, Qt::ShiftModifier);
        QCOMPARE(shown.view.span(), span);
        QVERIFY(shown.view.right() < right);
    }

    void liveZoomStaysLive()
    {
        ShownChart shown;
        shown.wheel(0.2, 360);
        QVERIFY(shown.view.isLive());
        QVERIFY(shown.view.span() < Millis(10min));
    }

    void draggingPansAndDoubleClickIsLive()
    {
        ShownChart shown;
        const UtcTime point = shown.timeAt(0.3);
        shown.drag(0.3, 0.6);
        QVERIFY(!shown.view.isLive());
        QVERIFY2(isNear(shown.timeAt(0.6), point, 3s), "what was dragged is not under the mouse");
        QTest::mouseDClick(shown.pane, Qt::LeftButton, {}, shown.inPane(0.5));
        QVERIFY(shown.view.isLive());
        // All of a drag is one step.
        shown.view.undo();
        QVERIFY(isNear(shown.view.right(), frameTime() - 3min, 6s));
        shown.view.undo();
        QVERIFY(shown.view.isLive());
    }

    void aClickMovesNothing()
    {
        ShownChart shown;
        QTest::mouseClick(shown.pane, Qt::LeftButton, {}, shown.inPane(0.4));
        QVERIFY(shown.view.isLive());
        QVERIFY(!shown.view.canUndo());
        QVERIFY(!shown.view.references()[0]);
    }

    void theBoxZooms()
    {
        ShownChart shown;
        const UtcTime from = shown.timeAt(0.2);
        const UtcTime to = shown.timeAt(0.4);
        QTest::mousePress(shown.pane, Qt::LeftButton, Qt::ControlModifier, shown.inPane(0.4));
        shown.move(0.3, Qt::LeftButton, Qt::ControlModifier);
        shown.move(0.2, Qt::LeftButton, Qt::ControlModifier);
        QVERIFY(shown.plot->overlay().box);
        QVERIFY(shown.view.isLive());
        QTest::mouseRelease(shown.pane, Qt::LeftButton, Qt::ControlModifier, shown.inPane(0.2));
        QVERIFY(!shown.plot->overlay().box);
        QVERIFY(isNear(shown.view.left(), from) && isNear(shown.view.right(), to));
    }

    void marksTellWhatLiesBetween()
    {
        const auto series = flatSeries({2, 4, 6, 8});
        series->samples[300].counts[EventKind::Read] = 108;
        ShownChart shown(series);
        const UtcTime a = series->first + 250s;
        const UtcTime b = series->first + 350s;
        auto *strip = shown.chart.findChild<ReferenceStrip *>();
        QVERIFY(strip->isHidden());
        shown.view.setReference(0, a + 500ms);
        QVERIFY(strip->isVisible());
        QVERIFY2(strip->text().contains(QStringLiteral("Set the other mark")), qPrintable(strip->text()));
        shown.view.setReference(1, b + 500ms);
        const QString text = strip->text();
        QVERIFY2(text.contains(QStringLiteral("1 min 40 s")), qPrintable(text));
        // 100 seconds of 8 reads, and 100 more in one of them.
        QVERIFY2(text.contains(QStringLiteral("Read</b> Δ 0, mean 9.0, total 900")) ||
                     text.contains(QStringLiteral("Read</b> Δ 0, mean 9, total 900")),
                 qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("total 2,100")), qPrintable(text));
        shown.view.setReference(1, UtcTime{series->first + 300s} + 500ms);
        QVERIFY2(strip->text().contains(QStringLiteral("Δ +100")), qPrintable(strip->text()));
        shown.view.setReference(1, frameTime() - 3h);
        QVERIFY2(strip->text().contains(QStringLiteral("outside the view")), qPrintable(strip->text()));
        shown.view.clearReferences();
        QVERIFY(strip->isHidden());
    }

    void marksAreSetByShift()
    {
        ShownChart shown;
        QTest::mouseClick(shown.pane, Qt::LeftButton, Qt::ShiftModifier, shown.inPane(0.2));
        QVERIFY(shown.view.references()[0] && isNear(*shown.view.references()[0], shown.timeAt(0.2)));
        QTest::mouseClick(shown.pane, Qt::LeftButton, Qt::ShiftModifier, shown.inPane(0.6));
        QVERIFY(shown.view.references()[1] && isNear(*shown.view.references()[1], shown.timeAt(0.6)));
        shown.drag(0.3, 0.7, Qt::ShiftModifier);
        QVERIFY(isNear(*shown.view.references()[0], shown.timeAt(0.3)));
        QVERIFY(isNear(*shown.view.references()[1], shown.timeAt(0.7)));
        QVERIFY(shown.view.isLive());
    }

    void everythingWorksByKeyboard()
    {
        ShownChart shown;
        const auto press = [&](int key, Qt::KeyboardModifiers keys = {}) {
            QTest::keyClick(&shown.chart, static_cast<Qt::Key>(key), keys);
        };
        press(Qt::Key_End);
        QVERIFY(isNear(*shown.view.cursor(), shown.plot->geometry().window.right()));
        const UtcTime end = *shown.view.cursor();
        press(Qt::Key_Left);
        QCOMPARE(end - *shown.view.cursor(), Millis(1s));
        press(Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(end - *shown.view.cursor(), Millis(11s));
        press(Qt::Key_Right);
        QCOMPARE(end - *shown.view.cursor(), Millis(10s));
        press(Qt::Key_Home);
        QCOMPARE(*shown.view.cursor(), shown.plot->geometry().window.left());
        press(Qt::Key_Left);
        QCOMPARE(*shown.view.cursor(), shown.plot->geometry().window.left());
        press(Qt::Key_Return);
        press(Qt::Key_End);
        press(Qt::Key_Return);
        QVERIFY(shown.view.references()[0] && shown.view.references()[1]);
        QVERIFY(*shown.view.references()[0] < *shown.view.references()[1]);
        press(Qt::Key_Plus);
        QVERIFY(shown.view.span() < Millis(10min));
        press(Qt::Key_Minus);
        QCOMPARE(shown.view.span(), Millis(10min));
        press(Qt::Key_PageUp);
        QCOMPARE(shown.view.behind(), Millis(5min));
        press(Qt::Key_L);
        QVERIFY(shown.view.isLive());
        press(Qt::Key_Escape);
        QVERIFY(!shown.view.cursor() && shown.view.references()[0]);
        press(Qt::Key_Escape);
        QVERIFY(!shown.view.references()[0] && !shown.view.references()[1]);
        press(Qt::Key_1);
        QVERIFY(!shown.chart.series(0).shown);
        press(Qt::Key_D);
        QCOMPARE(shown.chart.mode(), static_cast<int>(TpsChart::Lines));
        QVERIFY(chartShortcuts().size() > 15);
    }

    void takingAKindOutIsSaidEverywhere()
    {
        ShownChart shown;
        QAbstractButton *read = nullptr;
        for (auto *button : shown.chart.findChildren<QAbstractButton *>())
            read = button->text() == QStringLiteral("Read") ? button : read;
        QVERIFY(read && read->focusPolicy() == Qt::TabFocus);
        QTest::keyClick(read, Qt::Key_Space);
        QCOMPARE(shown.legendValue(QStringLiteral("Read, events per second")), QStringLiteral("taken out"));
        QVERIFY2(shown.chart.summary().contains(QStringLiteral("Taken out of the chart: Read")),
                 qPrintable(shown.chart.summary()));
        QVERIFY(shown.chart.summary().contains(QStringLiteral("at most 12 ")));
        QCOMPARE(shown.chart.valueAt(4, 500).value, 12.0);
        QCOMPARE(shown.chart.series(4).name, QStringLiteral("Together (3 of 4 kinds)"));
        QVERIFY(!chartCsv(shown.chart).contains("read_per_s"));
        QTest::mouseClick(read, Qt::LeftButton);
        QCOMPARE(shown.chart.valueAt(4, 500).value, 20.0);
    }

    void takingAKindOutHidesNoOverload()
    {
        ShownChart shown(flatSeries({10, 10, 10, 20}));
        const auto isMarked = [&] {
            const QImage image = shown.chart.grab().toImage();
            const QRect area = shown.chart.plotArea();
            return image.pixelColor(area.center().x(), area.top() + 1) == themeColors(shown.chart.palette()).overBudget;
        };
        QVERIFY(isMarked());
        shown.chart.setSeriesShown(0, false);
        QVERIFY(isMarked());
    }

    void percentAddsUpToAHundred()
    {
        ShownChart shown;
        shown.chart.setMode(TpsChart::Percent);
        const QImage image = shown.chart.grab().toImage();
        const QRect area = shown.chart.plotArea();
        const ThemeColors &colors = themeColors(shown.chart.palette());
        int reads = 0;
        for (int y = area.top(); y <= area.bottom(); ++y) {
            const QColor color = image.pixelColor(area.center().x(), y);
            reads += color == colors.kind(EventKind::Read) || color == colors.kindPatterns[3] ? 1 : 0;
        }
        const double share = static_cast<double>(reads) / area.height();
        QVERIFY2(std::abs(share - 0.4) < 0.03, qPrintable(QString::number(share)));
        QCOMPARE(shown.chart.valueScale().ticks.back().label, QStringLiteral("100%"));
        // What is told stays in events.
        QCOMPARE(shown.chart.valueAt(0, 500).value, 8.0);
    }

    void linesGoThroughEachKindsOwnHighest()
    {
        const auto series = flatSeries({2, 4, 6, 8});
        series->samples[300] = {};
        ShownChart shown(series);
        shown.chart.setMode(TpsChart::Lines);
        // The highest single kind, not the sum, and the budget far above it is no reason to flatten them.
        QVERIFY2(shown.chart.rateAtTop() < 50, qPrintable(QString::number(shown.chart.rateAtTop())));
        const QImage image = shown.chart.grab().toImage();
        const QRect area = shown.chart.plotArea();
        const QColor receive = themeColors(shown.chart.palette()).kind(EventKind::Receive);
        const int wanted = area.top() + area.height() - qRound(2 / shown.chart.rateAtTop() * area.height());
        int line = -1;
        for (int y = area.top(); y < area.bottom(); ++y)
            line = image.pixelColor(area.left() + 100, y) == receive ? y : line;
        QVERIFY2(line >= 0 && std::abs(line - wanted) <= 3, qPrintable(QString::number(line)));
    }

    void csvKeepsUnknownApartFromZero()
    {
        const auto series = flatSeries({2, 0, 6, 8});
        series->samples[300] = {};
        series->samples[301] = {{{2, 0, 6, 0}}, 0x07, SecondSample::bit(EventKind::Read)};
        ShownChart shown(series);
        const auto rows = cellsOf(chartCsv(shown.chart));
        QCOMPARE(rows.front().join(','), QByteArray("time_utc,seconds,read_per_s,delivery_per_s,send_per_s,"
                                                    "receive_per_s,together_per_s,not_measured,not_visible,estimated"));
        const auto rowOf = [&](std::size_t index) -> QByteArray {
            const QByteArray at = QDateTime::fromSecsSinceEpoch(unixSeconds(series->first) + qint64(index), Qt::UTC)
                                      .toString(Qt::ISODate)
                                      .toUtf8();
            for (const auto &row : rows) {
                if (row.front() == at)
                    return row.mid(1).join(',');
            }
            return "no row " + at;
        };
        QCOMPARE(rowOf(299), QByteArray("1,8,6,0,2,16,,,"));
        QCOMPARE(rowOf(300), QByteArray("1,,,,,,,,"));
        QCOMPARE(rowOf(301), QByteArray("1,,6,0,2,8,read_per_s,,"));
        QVERIFY(rows.at(1).front().endsWith('Z'));
        // Every second once, although several columns show it.
        QVERIFY(std::abs(rows.size() - 1 - 600) <= 2);
    }

    void picturesNameUnitZoneAndRangeAndNoNumbers()
    {
        ShownChart shown;
        shown.node.name = QStringLiteral("Support +49 170 123 45 67");
        shown.node.simulated = true;
        shown.send(frameTime());
        shown.chart.setSeriesShown(0, false);
        const QString svg = QString::fromUtf8(chartSvg(shown.chart));
        QVERIFY(svg.startsWith(QStringLiteral("<?xml")));
        for (const char *words : {"SIMULATED", "events per second", "UTC+00:00", "2026-03-05", "Read: taken out",
                                  "Delivery: at most 6", "Budget: 40", "Support", "not measured"})
            QVERIFY2(svg.contains(QLatin1String(words)), words);
        QVERIFY(!svg.contains(QStringLiteral("170")));
        QVERIFY(svg.count(QStringLiteral("<text")) > 10);
        const QImage image = chartImage(shown.chart, 3);
        QCOMPARE(image.size(), QSize(3360, 1680));
        QCOMPARE(image.pixelColor(2, 2), QColor(Qt::white));
        // In the light theme, whichever the window is in.
        const QColor fill = themeColors(QPalette(Qt::white)).kind(EventKind::Delivery);
        int filled = 0;
        for (int y = 0; y < image.height(); ++y)
            filled += image.pixelColor(image.width() / 2, y) == fill ? 1 : 0;
        QVERIFY(filled > 50);
    }

    void phoneNumbersAreFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << QStringLiteral("n 491701234567") << QStringLiteral("n •••");
        QTest::newRow("written out") << QStringLiteral("+1 (555) 010-9999 x") << QStringLiteral("••• x");
        QTest::newRow("no number") << QStringLiteral("shard 12 of 32") << QStringLiteral("shard 12 of 32");
        QTest::newRow("a year") << QStringLiteral("Sale 2026") << QStringLiteral("Sale 2026");
    }
    void phoneNumbersAreFound()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, shown);
        QCOMPARE(withoutPhoneNumbers(text), shown);
    }

    void copiesAndFiles()
    {
        ShownChart shown;
        QTest::keyClick(&shown.chart, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(!QApplication::clipboard()->image().isNull());
        QTest::keyClick(&shown.chart, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("time_utc,")));
        const QTemporaryDir folder;
        QSignalSpy told(&shown.chart.actions(), &ChartActions::told);
        for (const char *name : {"a.png", "b.svg", "c.csv"})
            shown.chart.actions().saveTo(folder.filePath(QLatin1String(name)));
        QTRY_COMPARE_WITH_TIMEOUT(told.size(), 3, kPatience);
        for (const auto &outcome : told)
            QVERIFY2(!outcome.at(1).toBool(), qPrintable(outcome.at(0).toString()));
        QVERIFY(QImage(folder.filePath(QStringLiteral("a.png"))).width() > 3000);
        QVERIFY(QFile(folder.filePath(QStringLiteral("b.svg"))).size() > 1000);
        QVERIFY(QFile(folder.filePath(QStringLiteral("c.csv"))).size() > 1000);
        shown.chart.actions().saveTo(folder.filePath(QStringLiteral("no/such/folder/d.png")));
        QTRY_COMPARE_WITH_TIMEOUT(told.size(), 4, kPatience);
        QVERIFY(told.at(3).at(1).toBool());
        QVERIFY(shown.plot->overlay().alarming);
        shown.chart.actions().saveTo(folder.filePath(QStringLiteral("e.gif")));
        QCOMPARE(told.size(), 5);
        QVERIFY(told.at(4).at(1).toBool());
    }

    void theMenuHasEverything()
    {
        ShownChart shown;
        const std::unique_ptr<QMenu> menu(shown.chart.actions().makeMenu(frameTime() - 2min));
        const auto action = [&](const QString &start) -> QAction * {
            for (QAction *candidate : menu->actions()) {
                if (candidate->text().startsWith(start))
                    return candidate;
            }
            return nullptr;
        };
        for (const char *start : {"Copy as an image", "Copy as CSV", "Save as PNG", "Show as a table", "Stacked",
                                  "Percent", "Show Read", "Back to live", "Remove the marks"})
            QVERIFY2(action(QLatin1String(start)), start);
        action(QStringLiteral("Set mark B here"))->trigger();
        QCOMPARE(shown.view.references()[1], std::optional<UtcTime>(frameTime() - 2min));
        action(QStringLiteral("Percent"))->trigger();
        QCOMPARE(shown.chart.mode(), static_cast<int>(TpsChart::Percent));
        action(QStringLiteral("Show Read"))->trigger();
        QVERIFY(!shown.chart.series(0).shown);
    }

    void theChartIsATableToo()
    {
        const auto series = flatSeries({2, 0, 6, 8});
        series->samples[598] = {{{2, 0, 6, 0}}, 0x07, SecondSample::bit(EventKind::Read)};
        ShownChart shown(series);
        QTest::keyClick(&shown.chart, Qt::Key_T);
        ChartTableWindow *window = shown.chart.actions().tableWindow();
        QVERIFY(window && window->isVisible() && window->windowModality() == Qt::NonModal);
        QTableView &view = window->view();
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&view);
        QVERIFY(interface && interface->role() == QAccessible::Table);
        QVERIFY(!interface->text(QAccessible::Name).isEmpty());
        QAccessibleTableInterface *table = interface->tableInterface();
        QVERIFY(table);
        QCOMPARE(table->columnCount(), 6);
        QVERIFY(std::abs(table->rowCount() - 600) <= 2);
        QCOMPARE(table->columnDescription(1), QStringLiteral("Read"));
        // The newest first: the running second, then the last whole ones.
        const auto cell = [&](int row, int column) { return table->cellAt(row, column)->text(QAccessible::Name); };
        QVERIFY2(cell(0, 0) >= QStringLiteral("2026-03-05 02:41:06"), qPrintable(cell(0, 0)));
        QCOMPARE(cell(5, 1), QStringLiteral("8"));
        QCOMPARE(cell(5, 3), QStringLiteral("0"));
        int row = 0;
        while (row < 10 && cell(row, 1) != QStringLiteral("not measured"))
            ++row;
        QVERIFY2(row < 10, "the second that was not measured has no row");
        QCOMPARE(cell(row, 2), QStringLiteral("6"));
        // Rows stand still while one is chosen.
        view.selectRow(3);
        QVERIFY(window->isHeld());
        QTest::keyClick(window, Qt::Key_Escape);
        QVERIFY(!window->isHeld() && window->isVisible());
        QTest::keyClick(window, Qt::Key_Escape);
        QVERIFY(!window->isVisible());
    }

    void screenReadersHearTheChart()
    {
        ShownChart shown;
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&shown.chart);
        QVERIFY(interface);
        QCOMPARE(interface->role(), QAccessible::Chart);
        QCOMPARE(interface->text(QAccessible::Name), QStringLiteral("Events per second over time"));
        QCOMPARE(interface->text(QAccessible::Description), shown.chart.summary());
        QVERIFY(interface->text(QAccessible::Value).isEmpty());
        QTest::keyClick(&shown.chart, Qt::Key_End);
        QTest::keyClick(&shown.chart, Qt::Key_Left, Qt::ShiftModifier);
        const QString value = interface->text(QAccessible::Value);
        QVERIFY2(value.contains(QStringLiteral("02:40:57")) && value.contains(QStringLiteral("Read 8")),
                 qPrintable(value));
    }

    void oldDataAreSaidToBe()
    {
        ShownChart shown;
        QVERIFY2(shown.plot->overlay().words.isEmpty(), qPrintable(shown.plot->overlay().words));
        shown.send(frameTime() + 42s);
        QVERIFY2(shown.plot->overlay().words.contains(QStringLiteral("ago")), qPrintable(shown.plot->overlay().words));
    }

    void nothingMovedIsNothingDone()
    {
        ShownChart shown;
        shown.chart.grab();
        QCoreApplication::processEvents();
        const int scenes = shown.plot->paintedScenes();
        for (int i = 0; i < 5; ++i) {
            shown.chart.advance();
            QCoreApplication::processEvents();
        }
        QCOMPARE(shown.plot->paintedScenes(), scenes);
        shown.view.setNow(frameTime() + 5s);
        shown.chart.advance();
        QTRY_VERIFY_WITH_TIMEOUT(shown.plot->paintedScenes() > scenes, kPatience);
    }
};

BAROGRAPH_TEST(TestChartInteraction)
#include "tst_chart_interaction.moc"
