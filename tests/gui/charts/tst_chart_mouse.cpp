// SPDX-License-Identifier: GPL-3.0-or-later
// The mouse in a chart, as the window system delivers it: dragging the reference marks, and what hands do that nobody
// planned for.
#include "chart_hand.h"
#include "charts/incoming_chart.h"
#include "charts/reference_strip.h"
#include "support/trace_frames.h"
#include "test_case.h"

#include <QContextMenuEvent>

using namespace barograph;
using namespace barograph::testing;
using namespace std::chrono_literals;

namespace {

/// Ten minutes with both marks in view.
struct MarkedChart : ShownChart
{
    MarkedChart()
        : a(timeAt(0.3))
        , b(timeAt(0.7))
    {
        view.setReference(0, a);
        view.setReference(1, b);
    }
    const std::optional<UtcTime> &markA() const { return view.references()[0]; }
    const std::optional<UtcTime> &markB() const { return view.references()[1]; }

    UtcTime a;
    UtcTime b;
};

} // namespace

class TestChartMouse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksAreDraggedInAllChartsAtOnce()
    {
        MarkedChart shown;
        TpsChart other{ChartContext{shown.view, shown.store}};
        other.resize(700, 200);
        other.setNode(shown.node, frameTime());
        other.show();
        QVERIFY(QTest::qWaitForWindowExposed(&other));
        const Hand hand(shown);
        const auto *strip = other.findChild<ReferenceStrip *>();
        const QString before = strip->text();
        hand.pull(hand.at(0.3), hand.at(0.5));
        QVERIFY(isNear(*shown.markA(), shown.timeAt(0.5)));
        QCOMPARE(other.findChild<PlotView *>()->overlay().references, shown.view.references());
        QVERIFY(strip->text() != before);
        hand.release(hand.at(0.5));
        QCOMPARE(shown.markB(), std::optional(shown.b));
        // Past the other one, and back by dragging in the other chart.
        hand.drag(hand.at(0.5), hand.at(0.9));
        QVERIFY(isNear(*shown.markA(), shown.timeAt(0.9)));
        const Hand second(other, *other.findChild<PlotView *>());
        second.drag(second.at(0.9), second.at(0.1));
        QVERIFY(isNear(*shown.markA(), shown.timeAt(0.1), 3s));
        // Neither panned nor zoomed.
        QVERIFY(shown.view.isLive() && !shown.view.canUndo());
        QCOMPARE(shown.view.span(), Millis(10min));
    }

    void theMouseShowsWhatItWouldHold()
    {
        MarkedChart shown;
        const Hand hand(shown);
        hand.move(hand.at(0.5));
        QCOMPARE(hand.shape(), Qt::CrossCursor);
        hand.move(hand.at(0.3, 4));
        QCOMPARE(hand.shape(), Qt::SizeHorCursor);
        hand.move(hand.at(0.3, 8));
        QCOMPARE(hand.shape(), Qt::CrossCursor);
        // The flag at the foot is wider than the line.
        const int foot = static_cast<int>(shown.plot->geometry().area.height() / 2) - 4;
        hand.move(hand.at(0.3, 7, foot));
        QCOMPARE(hand.shape(), Qt::SizeHorCursor);
        shown.view.clearReferences();
        QCOMPARE(hand.shape(), Qt::CrossCursor);
    }

    void aMarkMovesByAsMuchAsTheMouse()
    {
        MarkedChart shown;
        const Hand hand(shown);
        const double pixel = static_cast<double>(shown.plot->geometry().window.columnMicros) / 1'000;
        hand.press(hand.at(0.3, 4));
        hand.move(hand.at(0.3, 5));
        QCOMPARE(shown.markA(), std::optional(shown.a));
        hand.move(hand.at(0.3, 64));
        hand.release(hand.at(0.3, 64));
        const double moved = static_cast<double>((*shown.markA() - shown.a).count());
        QVERIFY2(std::abs(moved - 60 * pixel) < 3, qPrintable(QString::number(moved / pixel)));
        // A click is none.
        hand.press(hand.at(0.7));
        hand.release(hand.at(0.7));
        QCOMPARE(shown.markB(), std::optional(shown.b));
        QVERIFY(shown.view.isLive());
    }

    void ofTwoMarksTheNearerIsHeld()
    {
        MarkedChart shown;
        const Hand hand(shown);
        shown.view.setReference(1, shown.plot->timeAt(shown.inPane(0.3) + QPoint(8, 0)));
        const UtcTime b = *shown.markB();
        hand.drag(hand.at(0.3, 1), hand.at(0.2, 1));
        QVERIFY(isNear(*shown.markA(), shown.timeAt(0.2)));
        QCOMPARE(shown.markB(), std::optional(b));
        hand.drag(hand.at(0.3, 7), hand.at(0.6, 7));
        QVERIFY(isNear(*shown.markB(), shown.plot->timeAt(shown.inPane(0.6) + QPoint(8, 0))));
    }

    void escapePutsTheMarkBack()
    {
        MarkedChart shown;
        const Hand hand(shown);
        hand.pull(hand.at(0.3), hand.at(0.5));
        QVERIFY(*shown.markA() != shown.a);
        QTest::keyClick(&shown.chart, Qt::Key_Escape);
        QCOMPARE(shown.markA(), std::optional(shown.a));
        QCOMPARE(shown.markB(), std::optional(shown.b));
        // Nothing hangs on to the mouse that is still pressed.
        hand.move(hand.at(0.8));
        hand.release(hand.at(0.8));
        QCOMPARE(shown.markA(), std::optional(shown.a));
        QVERIFY(shown.view.isLive());
        // The same of two that are set by one drag.
        hand.pull(hand.at(0.1), hand.at(0.2), Qt::ShiftModifier);
        QVERIFY(*shown.markB() != shown.b);
        QTest::keyClick(&shown.chart, Qt::Key_Escape);
        QCOMPARE(shown.markA(), std::optional(shown.a));
        QCOMPARE(shown.markB(), std::optional(shown.b));
        hand.release(hand.at(0.2), Qt::ShiftModifier);
    }

    void aMarkStaysInViewAndWithTheLiveData()
    {
        MarkedChart shown;
        const Hand hand(shown);
        hand.pull(hand.at(0.7), hand.at(0.5));
        // The live edge moves on meanwhile.
        shown.view.setNow(frameTime() + 60s);
        shown.chart.advance();
        hand.move(hand.at(0.4));
        QVERIFY(isNear(*shown.markB(), shown.timeAt(0.4)));
        hand.move(hand.at(1.0, 400));
        const PlotWindow &window = shown.plot->geometry().window;
        QCOMPARE(*shown.markB(), window.right() - Millis{1});
        hand.move(hand.at(0.0, -400));
        QCOMPARE(*shown.markB(), window.left());
        hand.release(hand.at(0.0, -400));
        QVERIFY2(!shown.chart.findChild<ReferenceStrip *>()->text().contains(QStringLiteral("outside the view")),
                 qPrintable(shown.chart.findChild<ReferenceStrip *>()->text()));
    }

    void withCtrlABoxBeginsOnAMarkToo()
    {
        MarkedChart shown;
        const Hand hand(shown);
        hand.drag(hand.at(0.3), hand.at(0.6), Qt::ControlModifier);
        QCOMPARE(shown.markA(), std::optional(shown.a));
        QVERIFY(shown.view.span() < Millis(5min));
    }

    void beyondTheEndsWhatIsHeldStaysUnderTheMouse()
    {
        ShownChart shown;
        shown.view.show(frameTime() - 30min, frameTime() - 20min);
        const Hand hand(shown);
        const UtcTime held = shown.timeAt(0.5);
        // Twenty minutes to the future are two widths: the view goes live there, and no further.
        hand.pull(hand.at(0.5), hand.at(-2.5));
        QVERIFY(shown.view.isLive());
        hand.move(hand.at(0.2));
        QVERIFY2(isNear(shown.timeAt(0.2), held, 2s), "it slipped while the view could not move on");
        hand.release(hand.at(0.2));
        shown.view.show(frameTime() - TimeView::kMostSpan, frameTime() - TimeView::kMostSpan + 10min);
        const UtcTime oldest = shown.timeAt(0.5);
        hand.pull(hand.at(0.5), hand.at(3.0));
        hand.move(hand.at(0.4));
        QVERIFY2(isNear(shown.timeAt(0.4), oldest, 2s), "it slipped at the oldest end");
        hand.release(hand.at(0.4));
    }

    void aDragIsOneStepHoweverLongItRests()
    {
        ShownChart shown;
        const Hand hand(shown);
        hand.pull(hand.at(0.3), hand.at(0.5));
        const UtcTime held = shown.timeAt(0.5);
        // Data come in meanwhile.
        shown.view.setNow(frameTime() + 20s);
        shown.chart.advance();
        QVERIFY(isNear(shown.timeAt(0.5), held, 1s));
        hand.move(hand.at(0.6));
        QVERIFY(isNear(shown.timeAt(0.6), held, 2s));
        hand.release(hand.at(0.6));
        shown.view.undo();
        QVERIFY(shown.view.isLive() && !shown.view.canUndo());
    }

    void escapeTakesADragBack()
    {
        ShownChart shown;
        const Hand hand(shown);
        hand.pull(hand.at(0.3), hand.at(0.5));
        QVERIFY(!shown.view.isLive());
        QTest::keyClick(&shown.chart, Qt::Key_Escape);
        QVERIFY(shown.view.isLive() && !shown.view.canUndo());
        hand.release(hand.at(0.5));
        hand.pull(hand.at(0.3), hand.at(0.5), Qt::ControlModifier);
        QVERIFY(shown.plot->overlay().box);
        QTest::keyClick(&shown.chart, Qt::Key_Escape);
        QVERIFY(!shown.plot->overlay().box);
        hand.release(hand.at(0.5), Qt::ControlModifier);
        QCOMPARE(shown.view.span(), Millis(10min));
    }

    void aBoxThatComesBackZoomsNowhere()
    {
        ShownChart shown;
        const Hand hand(shown);
        hand.pull(hand.at(0.3), hand.at(0.6), Qt::ControlModifier);
        hand.move(hand.at(0.3, 2));
        hand.release(hand.at(0.3, 2), Qt::ControlModifier);
        QVERIFY(shown.view.isLive() && !shown.view.canUndo());
        // Beyond the plot is its edge.
        const UtcTime to = shown.timeAt(0.5);
        const UtcTime left = shown.plot->geometry().window.left();
        hand.drag(hand.at(0.5), hand.at(0.0, -60), Qt::ControlModifier);
        QVERIFY(isNear(shown.view.left(), left) && isNear(shown.view.right(), to));
    }

    void aBoxIntoTheFutureEndsNow()
    {
        TimeView view;
        TimelineStore store;
        IncomingChart chart{ChartContext{view, store}};
        view.setNow(frameTime());
        chart.resize(900, 300);
        chart.show();
        const std::vector<NodeFrame> nodes = incomingTraceNodes();
        const auto filling = std::find_if(nodes.begin(), nodes.end(), [](const NodeFrame &node) {
            return node.id == QStringLiteral("incoming-filling");
        });
        QVERIFY(filling != nodes.end());
        store.setFrame(frameOf({*filling}));
        chart.setNode(*filling, frameTime());
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        auto *plot = chart.findChild<PlotView *>();
        const Hand hand(chart, *plot);
        const QPointF from = chart.windowHandle() ? QPointF(hand.at(0.5)) : QPointF();
        const UtcTime begin = plot->timeAt(plot->mapFrom(&chart, from));
        hand.drag(hand.at(0.5), hand.at(0.98), Qt::ControlModifier);
        QVERIFY(view.isLive());
        QVERIFY2(isNear(view.left(), begin, 3s), "more than the box is shown");
        // All of it lies ahead.
        const Millis span = view.span();
        hand.drag(hand.at(0.9), hand.at(0.98), Qt::ControlModifier);
        QCOMPARE(view.span(), span);
    }

    void otherButtonsAndMenusDoNotDisturbADrag()
    {
        ShownChart shown;
        const Hand hand(shown);
        hand.pull(hand.at(0.3), hand.at(0.4));
        const UtcTime held = shown.timeAt(0.4);
        hand.press(hand.at(0.4), {}, Qt::RightButton);
        QContextMenuEvent menu(QContextMenuEvent::Mouse, shown.inPane(0.4), shown.pane->mapToGlobal(shown.inPane(0.4)));
        QApplication::sendEvent(shown.pane, &menu);
        QVERIFY2(!QApplication::activePopupWidget(), "a menu opened in the middle of a drag");
        hand.release(hand.at(0.4), {}, Qt::RightButton);
        hand.move(hand.at(0.6));
        QVERIFY(isNear(shown.timeAt(0.6), held, 2s));
        hand.release(hand.at(0.6));
        shown.view.undo();
        QVERIFY(shown.view.isLive());
    }

    void aReleaseThatNobodySawEndsTheDrag()
    {
        ShownChart shown;
        shown.move(0.3);
        QTest::mousePress(shown.pane, Qt::LeftButton, {}, shown.inPane(0.3));
        shown.move(0.5, Qt::LeftButton);
        const UtcTime right = shown.view.right();
        QVERIFY(!shown.view.isLive());
        // It went to a menu or another window: the next thing that is seen is a mouse without a button.
        shown.move(0.9);
        QCOMPARE(shown.view.right(), right);
        QTest::mouseRelease(shown.pane, Qt::LeftButton, {}, shown.inPane(0.9));
    }

    void losingTheFocusLetsGo()
    {
        ShownChart shown;
        shown.chart.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&shown.chart));
        const Hand hand(shown);
        hand.pull(hand.at(0.3), hand.at(0.6), Qt::ControlModifier);
        QVERIFY(shown.plot->overlay().box && shown.chart.hasFocus());
        shown.chart.clearFocus();
        QVERIFY(!shown.plot->overlay().box);
        hand.move(hand.at(0.7));
        hand.release(hand.at(0.7), Qt::ControlModifier);
        QVERIFY(shown.view.isLive() && !shown.view.canUndo());
        // What was panned stays, as one step.
        hand.pull(hand.at(0.3), hand.at(0.5));
        const UtcTime right = shown.view.right();
        shown.chart.clearFocus();
        hand.move(hand.at(0.9));
        hand.release(hand.at(0.9));
        QCOMPARE(shown.view.right(), right);
        shown.view.undo();
        QVERIFY(shown.view.isLive());
    }

    void onlyTheLeftButtonClicksTwice()
    {
        ShownChart shown;
        shown.view.show(frameTime() - 8min, frameTime() - 2min);
        QTest::mouseDClick(shown.pane, Qt::RightButton, {}, shown.inPane(0.5));
        QVERIFY(!shown.view.isLive());
        // Two marks set fast at nearly the same place.
        QTest::mouseClick(shown.pane, Qt::LeftButton, Qt::ShiftModifier, shown.inPane(0.5));
        QTest::mouseDClick(shown.pane, Qt::LeftButton, Qt::ShiftModifier, shown.inPane(0.5));
        QVERIFY(!shown.view.isLive() && shown.view.references()[0]);
        QTest::mouseDClick(shown.pane, Qt::LeftButton, {}, shown.inPane(0.4));
        QVERIFY(shown.view.isLive());
    }

    void fineWheelsAndTouchpadsComeToTheSame()
    {
        ShownChart shown;
        turnWheel(shown, {0, 120});
        const double notch = static_cast<double>(shown.view.span().count());
        shown.view.setSpan(10min);
        for (int step = 0; step < 15; ++step)
            turnWheel(shown, {0, 8});
        QVERIFY2(std::abs(static_cast<double>(shown.view.span().count()) - notch) < notch / 1'000,
                 qPrintable(QString::number(static_cast<double>(shown.view.span().count()) / notch)));
        // Pixels are all that some touchpads tell.
        shown.view.setSpan(10min);
        turnWheel(shown, {}, {0, 30});
        QVERIFY(shown.view.span() < Millis(10min));
        // Two fingers sideways move, also where they do not keep quite straight, and do not zoom.
        shown.view.setSpan(10min);
        shown.view.show(frameTime() - 20min, frameTime() - 10min);
        const UtcTime right = shown.view.right();
        turnWheel(shown, {60, -10}, {30, -5});
        QCOMPARE(shown.view.span(), Millis(10min));
        QVERIFY(shown.view.right() < right);
        // When the fingers are up, zooming is over.
        turnWheel(shown, {0, 120}, {0, 40}, Qt::ScrollMomentum);
        QCOMPARE(shown.view.span(), Millis(10min));
    }

    void theWheelStopsAtBothEnds()
    {
        ShownChart shown;
        shown.view.show(frameTime() - 8min, frameTime() - 7min);
        for (int turn = 0; turn < 20; ++turn)
            turnWheel(shown, {0, 120});
        QCOMPARE(shown.view.span(), TimeView::kLeastSpan);
        const ViewRange nearest = shown.view.range();
        shown.wheel(0.1, 120);
        shown.wheel(0.9, 120);
        QCOMPARE(shown.view.range(), nearest);
        for (int turn = 0; turn < 80; ++turn)
            turnWheel(shown, {0, -120});
        QCOMPARE(shown.view.span(), TimeView::kMostSpan);
        const ViewRange farthest = shown.view.range();
        shown.wheel(0.1, -120);
        shown.wheel(0.9, -120);
        QCOMPARE(shown.view.range(), farthest);
    }

    void theWheelWaitsForADrag()
    {
        ShownChart shown;
        const Hand hand(shown);
        hand.pull(hand.at(0.3), hand.at(0.5), Qt::ControlModifier);
        turnWheel(shown, {0, 120});
        QCOMPARE(shown.view.span(), Millis(10min));
        hand.move(hand.at(0.3));
        hand.release(hand.at(0.3), Qt::ControlModifier);
        turnWheel(shown, {0, 120});
        QVERIFY(shown.view.span() < Millis(10min));
    }
};

BAROGRAPH_TEST(TestChartMouse)
#include "tst_chart_mouse.moc"
