// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart_actions.h"
#include "charts/chart_csv.h"
#include "charts/chart_shortcuts.h"
#include "charts/reference_strip.h"
#include "shown_chart.h"
#include "test_case.h"
#include "theme/colors.h"

#include <QAbstractButton>
#include <QImage>
#include <QMenu>

using namespace barograph;
using namespace barograph::testing;
using namespace std::chrono_literals;

namespace {

constexpr auto kPatience = 10'000;

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

    void columnsOfAnyWidthHoldTheirSeconds()
    {
        const auto series = flatSeries({2, 4, 6, 8});
        series->samples[300].counts[EventKind::Read] = 108;
        ShownChart shown(series);
        shown.chart.resize(417, 200);
        QTRY_VERIFY_WITH_TIMEOUT(shown.plot->columnCount() < 417, kPatience);
        const PlotWindow &window = shown.chart.plotWindow();
        QVERIFY2(window.columnMicros > 1'000'000 && window.columnMicros % 1'000'000 != 0,
                 qPrintable(QString::number(window.columnMicros)));
        // The window is as long as was asked for, whatever the width of the chart.
        QVERIFY(std::chrono::abs(window.right() - window.left() - Millis(10min)) <= 1s);
        int spike = -1;
        int first = -1;
        for (int x = 0; x < window.columns; ++x) {
            const SeriesValue value = shown.chart.valueAt(0, x);
            spike = value.value == 108.0 ? x : spike;
            first = first < 0 && value.hasValue() ? x : first;
        }
        const UtcSecond second = series->first + 300s;
        QVERIFY(spike >= 0 && window.secondAt(spike) <= second && second < window.secondAt(spike + 1));
        const int last = window.columns - 3;
        const auto range = shown.chart.between(0, first, last);
        const qint64 seconds = (window.secondAt(last) - window.secondAt(first)).count();
        QVERIFY(range && range->total);
        QCOMPARE(range->known.count(), seconds);
        QCOMPARE(*range->total, 8.0 * static_cast<double>(seconds) + 100);
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

    void thePastSaysThatItIsReadOrCannotBe()
    {
        ShownChart shown;
        std::vector<TileKey> asked;
        connect(&shown.store, &TimelineStore::wanted, this,
                [&asked](const std::vector<TileKey> &keys) { asked.insert(asked.end(), keys.begin(), keys.end()); });
        shown.view.show(frameTime() - 5h, frameTime() - 4h);
        QVERIFY2(shown.plot->overlay().words.contains(QStringLiteral("being read")),
                 qPrintable(shown.plot->overlay().words));
        QTRY_VERIFY_WITH_TIMEOUT(!asked.empty(), kPatience);
        for (const TileKey &key : std::vector<TileKey>(asked)) {
            TimelineTile tile;
            tile.key = key;
            tile.error = QStringLiteral("The disk is gone.");
            shown.store.setTile(tile);
        }
        QTRY_VERIFY_WITH_TIMEOUT(shown.plot->overlay().words.contains(QStringLiteral("The disk is gone.")), kPatience);
        QVERIFY(shown.plot->overlay().alarming);
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
