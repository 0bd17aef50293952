// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_case.h"
#include "timeline_stage.h"

#include <QSignalSpy>

using namespace barograph;
using test::kSupport;
using Stage = test::TimelineStage;
using test::windowOf;

namespace {

/// A running second has no gauges yet.
void forgetGauges(std::vector<TimeBucket> &buckets)
{
    for (auto &bucket : buckets) {
        bucket.gauges = {};
        bucket.estimatedMask = 0;
        bucket.paused = false;
    }
}

} // namespace

class TestTimelineStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bucketsFitIntoColumns()
    {
        QCOMPARE(levelForColumn(1), 0);
        QCOMPARE(levelForColumn(10), 1); // exactly
        QCOMPARE(levelForColumn(19), 0);
        QCOMPARE(levelForColumn(23), 1);
        QCOMPARE(levelForColumn(60), 2);
        QCOMPARE(levelForColumn(4093), 3); // 90 days in 1,900 columns
        QCOMPARE(levelForColumn(7'200), 4);
    }

    void everyZoomIsWhatTheSecondsAre_data()
    {
        QTest::addColumn<qint64>("width");
        for (const qint64 width : {1, 2, 7, 10, 19, 20, 46, 60, 319, 1'365, 3'600, 4'093, 7'200})
            QTest::addRow("%d s", int(width)) << width;
    }
    void everyZoomIsWhatTheSecondsAre()
    {
        QFETCH(qint64, width);
        Stage stage(20'000);
        stage.store.setFrame(stage.frameAt(19'990));
        const auto window =
            windowOf(stage.at(19'995), width, static_cast<int>(std::min<qint64>(9'000 / width + 3, 700)));
        std::vector<TimeBucket> filled;
        stage.store.fillBuckets(kSupport, window, filled);
        stage.answerAll(19'700); // the history is five minutes behind
        stage.store.fillBuckets(kSupport, window, filled);
        QVERIFY(stage.store.completeness(kSupport) == TimelineStore::Completeness::Complete);
        auto expected = stage.brute(window, 19'991);
        // The budget of the second that runs is that of the frame; the one before it may have been another.
        QCOMPARE(filled.size(), expected.size());
        for (std::size_t i = 0; i + 1 < filled.size(); ++i) {
            if (stage.at(19'390) >= window.secondAt(static_cast<int>(i) + 2))
                QVERIFY2(filled[i] == expected[i], qPrintable(QString::number(i)));
            QVERIFY(filled[i].highest == expected[i].highest && filled[i].most == expected[i].most);
            QVERIFY(filled[i].known == expected[i].known && filled[i].seconds == expected[i].seconds);
            QVERIFY(filled[i].notMeasuredMask == expected[i].notMeasuredMask);
        }
    }

    void columnsAreThoseOfTheSeconds()
    {
        Stage stage(3'000);
        stage.store.setFrame(stage.frameAt(2'999));
        SecondSeries all{stage.past.first, stage.past.seconds};
        for (const qint64 width : {1, 2, 5, 10, 60}) {
            const auto window = windowOf(stage.at(2'999), width, static_cast<int>(2'400 / width));
            std::vector<Column> filled;
            std::vector<Column> plain;
            stage.store.fillColumns(kSupport, window, filled);
            stage.answerAll(2'990);
            stage.store.fillColumns(kSupport, window, filled);
            barograph::fillColumns(all, window, plain);
            QVERIFY(filled == plain);
        }
    }

    void secondsWiderThanAPixelRepeat()
    {
        Stage stage(1'000);
        stage.store.setFrame(stage.frameAt(900));
        const SecondSeries all{stage.past.first, {stage.past.seconds.begin(), stage.past.seconds.begin() + 901}};
        const auto window = PlotWindow::endingAt(UtcTime{stage.at(900)} + Millis{500}, Millis{10'000}, 190);
        std::vector<Column> filled;
        std::vector<Column> plain;
        stage.store.fillColumns(kSupport, window, filled);
        barograph::fillColumns(all, window, plain);
        for (std::size_t i = 0; i < plain.size(); ++i) {
            QVERIFY(filled[i].counts == plain[i].counts && filled[i].knownMask == plain[i].knownMask);
            QVERIFY(filled[i].notMeasuredMask == plain[i].notMeasuredMask);
        }
    }

    void slidingAndPanningIsTheSameAsAnew_data()
    {
        QTest::addColumn<qint64>("width");
        QTest::newRow("seconds") << qint64{3};
        QTest::newRow("minutes") << qint64{130};
    }
    void slidingAndPanningIsTheSameAsAnew()
    {
        QFETCH(qint64, width);
        Stage stage(12'000);
        std::mt19937 random(5);
        std::vector<TimeBucket> filled;
        qint64 now = 9'000;
        for (int step = 0; step < 60; ++step) {
            now += static_cast<qint64>(random() % 40);
            stage.store.setFrame(stage.frameAt(now));
            const qint64 right = random() % 2 == 0 ? now : now - static_cast<qint64>(random() % 4'000);
            const auto window = windowOf(stage.at(right), width, 40);
            stage.store.fillBuckets(kSupport, window, filled);
            if (step % 3 == 0) {
                stage.answerAll(now - 20);
                stage.store.fillBuckets(kSupport, window, filled);
                Stage other(12'000);
                other.store.setFrame(other.frameAt(now));
                std::vector<TimeBucket> anew;
                other.store.fillBuckets(kSupport, window, anew);
                other.answerAll(now - 20);
                other.store.fillBuckets(kSupport, window, anew);
                forgetGauges(filled);
                forgetGauges(anew);
                for (std::size_t i = 0; i < anew.size(); ++i) {
                    QVERIFY(filled[i].highest == anew[i].highest && filled[i].sum == anew[i].sum);
                    QVERIFY(filled[i].seconds == anew[i].seconds && filled[i].known == anew[i].known);
                }
            }
        }
    }

    void liveSecondsAreKeptBeyondTenMinutes()
    {
        Stage stage(6'000);
        for (qint64 now = 600; now <= 4'200; now += 300)
            stage.store.setFrame(stage.frameAt(now));
        std::vector<TimeBucket> filled;
        stage.store.fillBuckets(kSupport, windowOf(stage.at(4'199), 2, 1'800), filled);
        QVERIFY(stage.store.completeness(kSupport) == TimelineStore::Completeness::Complete);
        const auto expected = stage.brute(windowOf(stage.at(4'199), 2, 1'800), 4'201);
        for (std::size_t i = 1; i < filled.size(); ++i)
            QVERIFY(filled[i].highest == expected[i].highest);
    }

    void aClockThatWasSetBackBeginsAnew()
    {
        Stage stage(6'000);
        stage.store.setFrame(stage.frameAt(5'000));
        std::vector<TimeBucket> filled;
        const auto window = windowOf(stage.at(5'000), 1, 100);
        stage.store.fillBuckets(kSupport, window, filled);
        QVERIFY(filled[60].seconds == 1);
        stage.store.setFrame(stage.frameAt(1'000));
        stage.store.fillBuckets(kSupport, window, filled);
        QVERIFY(filled[60].seconds == 0); // in the future now
    }

    void aGapStaysAGap()
    {
        Stage stage(5'000);
        for (std::size_t i = 1'000; i < 1'300; ++i)
            stage.past.seconds[i] = {};
        for (std::size_t i = 2'000; i < 2'300; ++i)
            stage.past.seconds[i] = {{}, 0, SecondSample::bit(EventKind::Read)};
        stage.store.setFrame(stage.frameAt(4'999));
        std::vector<Column> filled;
        for (const qint64 width : {1, 10, 60, 120}) {
            const auto window = windowOf(stage.at(4'999), width, static_cast<int>(4'900 / width));
            stage.store.fillColumns(kSupport, window, filled);
            stage.answerAll(4'990);
            stage.store.fillColumns(kSupport, window, filled);
            int gaps = 0;
            int notMeasured = 0;
            for (int x = 0; x < window.columns; ++x) {
                const qint64 from = (window.secondAt(x) - stage.past.first).count();
                const auto &column = filled[static_cast<std::size_t>(x)];
                if (from >= 1'000 && from + width <= 1'300) {
                    QVERIFY(column.isGap() && column.notMeasuredMask == 0);
                    ++gaps;
                } else if (from >= 2'000 && from + width <= 2'300) {
                    QVERIFY(column.isGap() && column.notMeasuredMask == SecondSample::bit(EventKind::Read));
                    ++notMeasured;
                }
            }
            QVERIFY(gaps > 0 && notMeasured > 0);
        }
    }

    void whatIsKnownIsNeverBlanked()
    {
        Stage stage(40'000);
        stage.store.setFrame(stage.frameAt(39'999));
        std::vector<TimeBucket> filled;
        const auto seconds = windowOf(stage.at(39'900), 1, 3'000);
        stage.store.fillBuckets(kSupport, seconds, filled);
        stage.answerAll(39'990);
        // Zoomed out: until the minutes are here, the seconds stand in for them.
        const auto tens = windowOf(stage.at(39'900), 20, 150);
        stage.store.fillBuckets(kSupport, tens, filled);
        for (std::size_t i = 2; i < filled.size(); ++i)
            QVERIFY(!filled[i].isGap());
        // Zoomed in elsewhere: the wide one stands in, with its extremes.
        const auto far = windowOf(stage.at(39'900), 60, 600);
        stage.store.fillBuckets(kSupport, far, filled);
        stage.answerAll(39'990);
        const auto near = windowOf(stage.at(10'000), 1, 900);
        stage.store.fillBuckets(kSupport, near, filled);
        QVERIFY(stage.store.completeness(kSupport) == TimelineStore::Completeness::Loading);
        const auto exact = stage.brute(near, 40'000);
        for (std::size_t i = 0; i < filled.size(); ++i) {
            QVERIFY(!filled[i].isGap());
            QCOMPARE(filled[i].seconds, 1U);
            for (const auto kind : kEventKinds)
                QVERIFY(filled[i].most[kind] >= exact[i].most[kind]);
        }
        stage.answerAll(39'990);
        stage.store.fillBuckets(kSupport, near, filled);
        QVERIFY(stage.store.completeness(kSupport) == TimelineStore::Completeness::Complete);
        QVERIFY(filled == exact);
    }

    void onlyWhatIsLookedAtIsWanted()
    {
        Stage stage(40'000);
        stage.store.setFrame(stage.frameAt(39'999));
        QCoreApplication::processEvents();
        QVERIFY(stage.asked.empty()); // nobody looks
        std::vector<TimeBucket> filled;
        const auto early = windowOf(stage.at(9'000), 1, 1'500);
        stage.store.fillBuckets(kSupport, early, filled);
        QCoreApplication::processEvents();
        const auto first = stage.asked;
        QVERIFY(first.size() >= 2);
        QVERIFY(first[0].from() > first[1].from()); // the newest first
        QVERIFY(first[0].from() <= stage.at(9'000) && first[0].to() > stage.at(9'000));
        // Moved on before they came: they are not wanted any more.
        const auto late = windowOf(stage.at(30'000), 1, 1'500);
        stage.store.fillBuckets(kSupport, late, filled);
        QCoreApplication::processEvents();
        for (const auto &key : stage.asked)
            QVERIFY(key.to() > stage.at(28'000));
        // Nothing new to be said: nothing is said.
        stage.asked.clear();
        stage.store.fillBuckets(kSupport, late, filled);
        QCoreApplication::processEvents();
        QVERIFY(stage.asked.empty());
    }

    void aWideViewBeginsWithAFewWideTiles()
    {
        Stage stage(1'000);
        stage.store.setFrame(stage.frameAt(999));
        std::vector<TimeBucket> filled;
        const auto ninetyDays = windowOf(stage.at(999), 4'093, 1'900);
        stage.store.fillBuckets(kSupport, ninetyDays, filled);
        QCoreApplication::processEvents();
        QVERIFY(stage.asked.size() > 10);
        QCOMPARE(stage.asked[0].level, 4);
        QVERIFY(std::count_if(stage.asked.begin(), stage.asked.end(), [](const TileKey &k) { return k.level == 4; }) <=
                4);
    }

    void whatCannotBeReadIsToldAndTriedAgain()
    {
        Stage stage(20'000);
        stage.store.setFrame(stage.frameAt(19'000));
        QSignalSpy changed(&stage.store, &TimelineStore::changed);
        std::vector<TimeBucket> filled;
        const auto window = windowOf(stage.at(9'000), 1, 900);
        stage.store.fillBuckets(kSupport, window, filled);
        QCoreApplication::processEvents();
        for (const auto &key : std::exchange(stage.asked, {}))
            stage.store.setTile({key, nullptr, {}, QStringLiteral("The disk failed.")});
        QVERIFY(changed.count() > 0);
        stage.store.fillBuckets(kSupport, window, filled);
        QVERIFY(stage.store.completeness(kSupport) == TimelineStore::Completeness::Failed);
        QCOMPARE(stage.store.failure(kSupport), QStringLiteral("The disk failed."));
        QCoreApplication::processEvents();
        QVERIFY(stage.asked.empty()); // not at once
        stage.store.setFrame(stage.frameAt(19'011));
        stage.store.fillBuckets(kSupport, window, filled);
        stage.answerAll(19'000);
        stage.store.fillBuckets(kSupport, window, filled);
        QVERIFY(stage.store.completeness(kSupport) == TimelineStore::Completeness::Complete);
        QVERIFY(stage.store.failure(kSupport).isEmpty());
    }

    void memoryHasABudget()
    {
        Stage stage(40'000);
        const std::size_t budget = 3U << 20U;
        stage.store.setBudget(budget);
        stage.store.setFrame(stage.frameAt(39'999));
        std::vector<TimeBucket> filled;
        for (qint64 right = 2'000; right < 39'000; right += 1'000) {
            const auto window = windowOf(stage.at(right), 1, 900);
            stage.store.fillBuckets(kSupport, window, filled);
            stage.answerAll(39'990);
            stage.store.fillBuckets(kSupport, window, filled);
            QVERIFY(filled == stage.brute(window, 40'000));
            QVERIFY(stage.store.usedBytes() <= budget);
        }
    }

    void aHistoryThatIsBehindIsLookedAtAgain()
    {
        Stage stage(20'000);
        stage.store.setFrame(stage.frameAt(19'999)); // live from 19,399 on
        std::vector<TimeBucket> filled;
        const auto window = windowOf(stage.at(19'999), 1, 900);
        stage.store.fillBuckets(kSupport, window, filled);
        stage.answerAll(19'300);
        stage.store.fillBuckets(kSupport, window, filled);
        // What neither knows is a gap and not "being read".
        QVERIFY(stage.store.completeness(kSupport) == TimelineStore::Completeness::Complete);
        QCOMPARE(filled[899 - 649].known, 0U);
        QCoreApplication::processEvents();
        QVERIFY(stage.asked.empty());
        auto later = std::make_shared<Frame>(*stage.frameAt(19'999));
        later->takenAt += TimelineStore::kRefreshAfter;
        stage.store.setFrame(later);
        stage.store.fillBuckets(kSupport, window, filled);
        stage.answerAll(19'990);
        stage.store.fillBuckets(kSupport, window, filled);
        QVERIFY(filled[899 - 649].highest == stage.brute(window, 20'000)[899 - 649].highest);
    }

    void aNodeThatIsGoneIsForgotten()
    {
        Stage stage(2'000);
        stage.store.setFrame(stage.frameAt(1'999));
        QVERIFY(stage.store.usedBytes() > 0);
        stage.store.setFrame(std::make_shared<Frame>());
        QCOMPARE(stage.store.usedBytes(), std::size_t{0});
        std::vector<Column> filled{Column{}};
        stage.store.fillColumns(kSupport, windowOf(stage.at(1'999), 1, 5), filled);
        QCOMPARE(filled.size(), 5U);
        QVERIFY(filled[0].isGap());
    }

    void sumsHaveNoStandIns()
    {
        Stage stage(20'000);
        stage.store.setFrame(stage.frameAt(19'999));
        auto range = stage.store.range(kSupport, stage.at(0), stage.at(20'000), 2);
        QVERIFY(range.completeness == TimelineStore::Completeness::Loading);
        // What is live is there; the rest is not here, which is not the same as unknown.
        QVERIFY(range.buckets.back().known > 0);
        QCOMPARE(range.buckets[100].seconds, 0U);
        stage.answerAll(19'990);
        range = stage.store.range(kSupport, stage.at(0), stage.at(19'200), 2);
        QVERIFY(range.completeness == TimelineStore::Completeness::Complete);
        QCOMPARE(range.buckets.size(), 320U);
        for (std::size_t i = 0; i < range.buckets.size(); ++i)
            QVERIFY(range.buckets[i] == stage.past.of(i * 60, (i + 1) * 60));
    }
};

BAROGRAPH_TEST(TestTimelineStore)
#include "tst_timeline_store.moc"
