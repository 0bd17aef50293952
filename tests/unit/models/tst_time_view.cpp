// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_case.h"
#include "timeline/time_view.h"

#include <QSignalSpy>

using namespace barograph;
using namespace std::chrono_literals;

namespace {

const UtcTime kNow = fromUnixMillis(1'772'600'000'000);

/// Where a moment stands in the view: 0 at the left edge, 1 at the right.
double shareOf(const TimeView &view, UtcTime at)
{
    return static_cast<double>((at - view.left()).count()) / static_cast<double>(view.span().count());
}

} // namespace

class TestTimeView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void zoomKeepsThePointUnderTheCursor_data()
    {
        QTest::addColumn<double>("at");
        QTest::addColumn<double>("factor");
        QTest::newRow("in, at the middle") << 0.5 << 0.8;
        QTest::newRow("in, near the left") << 0.1 << 0.3;
        QTest::newRow("out, near the right") << 0.9 << 1.7;
        QTest::newRow("out, at the left edge") << 0.0 << 2.0;
    }
    void zoomKeepsThePointUnderTheCursor()
    {
        QFETCH(const double, at);
        QFETCH(const double, factor);
        TimeView view;
        view.setNow(kNow);
        view.show(kNow - 5h, kNow - 4h);
        const UtcTime point = view.left() + Millis{std::llround(at * 3'600'000)};
        view.zoomAt(point, factor);
        QVERIFY(!view.isLive());
        QVERIFY2(std::abs(shareOf(view, point) - at) < 1e-6, qPrintable(QString::number(shareOf(view, point))));
        QCOMPARE(view.span().count(), std::llround(3'600'000 * factor));
    }

    void liveZoomKeepsTheRightEdgeLive()
    {
        TimeView view;
        view.setNow(kNow);
        view.zoomAt(kNow - 5min, 0.5);
        QVERIFY(view.isLive());
        QCOMPARE(view.right(), kNow);
        QCOMPARE(view.span(), Millis(5min));
        view.setNow(kNow + 3s);
        QCOMPARE(view.right(), kNow + 3s);
    }

    void spansHaveLimits()
    {
        TimeView view;
        view.setNow(kNow);
        view.zoomAt(kNow, 1e-9);
        QCOMPARE(view.span(), TimeView::kLeastSpan);
        view.zoomAt(kNow, 1e12);
        QCOMPARE(view.span(), TimeView::kMostSpan);
        view.zoomAt(kNow, 0);
        view.zoomAt(kNow, -1);
        view.zoomAt(kNow, std::nan(""));
        QCOMPARE(view.span(), TimeView::kMostSpan);
    }

    void aBoxThatIsTooSmallStandsInTheMiddle()
    {
        TimeView view;
        view.setNow(kNow);
        view.show(kNow - 100s, kNow - 98s);
        QCOMPARE(view.span(), TimeView::kLeastSpan);
        QCOMPARE(view.left() + view.span() / 2, kNow - 99s);
        // Whichever corner it was begun at.
        view.show(kNow - 50s, kNow - 80s);
        QCOMPARE(view.left(), kNow - 80s);
        QCOMPARE(view.right(), kNow - 50s);
    }

    void reachingTheNewestMomentIsLive()
    {
        TimeView view;
        view.setNow(kNow);
        view.panBy(-10min);
        QVERIFY(!view.isLive());
        QCOMPARE(view.behind(), Millis(10min));
        view.panBy(4min);
        QCOMPARE(view.behind(), Millis(6min));
        view.panBy(6min);
        QVERIFY(view.isLive());
        view.show(kNow - 1h, kNow);
        QVERIFY(view.isLive());
        QCOMPARE(view.span(), Millis(1h));
    }

    void panningEndsWhereNothingIsKept()
    {
        TimeView view;
        view.setNow(kNow);
        view.panBy(-std::chrono::hours{24 * 400});
        QCOMPARE(view.left(), kNow - TimeView::kMostSpan);
        QCOMPARE(view.span(), Millis(10min));
    }

    void pauseStaysWhileTimeGoesOn()
    {
        TimeView view;
        view.setNow(kNow);
        view.pause();
        QVERIFY(!view.isLive());
        QCOMPARE(view.right(), kNow);
        view.setNow(kNow + 42s);
        QCOMPARE(view.right(), kNow);
        QCOMPARE(view.behind(), Millis(42s));
        view.goLive();
        QCOMPARE(view.right(), kNow + 42s);
        QCOMPARE(view.behind(), Millis(0));
    }

    void theLiveEdgeMovesBackOnlyForAClockSetBack()
    {
        TimeView view;
        view.setNow(kNow);
        view.setNow(kNow - 20s);
        QCOMPARE(view.right(), kNow);
        view.setNow(kNow - 2h);
        QCOMPARE(view.right(), kNow - 2h);
        // What was done before is not a gesture with what is done now.
        view.zoomAt(kNow, 0.5);
        view.setNow(kNow - 4h);
        view.zoomAt(kNow, 0.5);
        view.undo();
        QCOMPARE(view.span(), Millis(5min));
    }

    void oneGestureIsUndoneTogether()
    {
        TimeView view;
        view.setNow(kNow);
        for (int i = 0; i < 5; ++i)
            view.zoomAt(kNow, 0.8);
        view.setNow(kNow + 5s);
        view.zoomAt(kNow, 0.8);
        const Millis last = view.span();
        view.undo();
        const Millis afterGesture = view.span();
        QVERIFY(afterGesture > last);
        view.undo();
        QCOMPARE(view.span(), Millis(10min));
        QVERIFY(!view.canUndo());
        view.undo();
        QCOMPARE(view.span(), Millis(10min));
        view.redo();
        QCOMPARE(view.span(), afterGesture);
        view.redo();
        QCOMPARE(view.span(), last);
        QVERIFY(!view.canRedo());
    }

    void stepsOfTheirOwnAreUndoneOneByOne()
    {
        TimeView view;
        view.setNow(kNow);
        view.setSpan(1h);
        view.panBy(-1h);
        view.endStep();
        view.panBy(-1h);
        view.goLive();
        view.undo();
        QCOMPARE(view.behind(), Millis(2h));
        view.undo();
        QCOMPARE(view.behind(), Millis(1h));
        view.setSpan(2h);
        QVERIFY(!view.canRedo());
    }

    void nobodyIsToldOfNothing()
    {
        TimeView view;
        view.setNow(kNow);
        QSignalSpy ranges(&view, &TimeView::rangeChanged);
        QSignalSpy cursors(&view, &TimeView::cursorChanged);
        QSignalSpy marks(&view, &TimeView::referencesChanged);
        view.setSpan(10min);
        view.goLive();
        view.panBy(5s);
        view.setNow(kNow + 1s);
        view.setCursor(std::nullopt);
        view.clearReferences();
        view.setReference(7, kNow);
        QVERIFY(ranges.isEmpty() && cursors.isEmpty() && marks.isEmpty());
        view.setSpan(5min);
        view.setCursor(kNow);
        view.setReference(1, kNow);
        view.clearReferences();
        QCOMPARE(ranges.size(), 1);
        QCOMPARE(cursors.size(), 1);
        QCOMPARE(marks.size(), 2);
        QVERIFY(!view.references()[1]);
    }

    void aGestureIsOneStepHoweverLongItTakes()
    {
        TimeView view;
        view.setNow(kNow);
        view.show(kNow - 5h, kNow - 4h);
        view.beginGesture();
        view.panBy(-1min);
        view.setNow(kNow + 30s);
        view.panBy(-1min);
        view.endGesture();
        view.panBy(-1min);
        view.undo();
        QCOMPARE(view.right(), kNow - 4h - 2min);
        view.undo();
        QCOMPARE(view.right(), kNow - 4h);
        view.undo();
        QVERIFY(view.isLive() && !view.canUndo());
    }

    void aCancelledGestureHasNeverBeen()
    {
        TimeView view;
        view.setNow(kNow);
        view.show(kNow - 5h, kNow - 4h);
        view.show(kNow - 3h, kNow - 2h);
        view.undo();
        const ViewRange before = view.range();
        view.beginGesture();
        view.panBy(-1min);
        QVERIFY(!view.canRedo());
        const QSignalSpy changed(&view, &TimeView::rangeChanged);
        view.cancelGesture();
        QCOMPARE(view.range(), before);
        QCOMPARE(changed.size(), 1);
        QVERIFY(view.canUndo() && view.canRedo());
        view.redo();
        QCOMPARE(view.right(), kNow - 2h);
        view.cancelGesture();
        QCOMPARE(view.right(), kNow - 2h);
    }
};

BAROGRAPH_TEST(TestTimeView)
#include "tst_time_view.moc"
