// SPDX-License-Identifier: GPL-3.0-or-later
#include "storms/cost_calculator.h"
#include "test_case.h"
#include "text/storm_text.h"

#include <numeric>

using namespace barograph;

class TestCostCalculator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tenGroupsOf256()
    {
        CostQuestion question;
        question.groups.assign(10, 256);
        question.tps = 20;
        question.otherPerSecond = 4;
        const auto answer = costOf(question);
        QCOMPARE(answer.sends, quint64{10});
        QCOMPARE(answer.reads, quint64{2'560});
        QCOMPARE(answer.deliveries, quint64{2'560});
        QCOMPARE(*answer.atMost, Millis{320'000}); // 5,120 at 16 a second
        QVERIFY(!answer.likelyReceipts);
        QVERIFY(!answer.overflows && !answer.couldOverflow);
        // All of the budget left, until 95 % are through.
        QVERIFY(!answer.spent.empty());
        for (const auto share : answer.spent)
            QVERIFY(share > 0.7 && share < 0.81);
        QVERIFY(answer.spentOver > Seconds{300} && answer.spentOver < Seconds{325});
        const auto text = costSentences(question, answer).join(u' ');
        QVERIFY2(text.contains(QStringLiteral("2,560 deliveries")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("5 min 20 s")), qPrintable(text));
        QVERIFY(costWarning(question, answer).contains(QStringLiteral("late")));
    }

    void switchedOffKindsCostNothing()
    {
        CostQuestion question;
        question.groups = {100};
        question.tps = 10;
        question.kinds = {true, false};
        QCOMPARE(costOf(question).receipts(), quint64{100});
        question.kinds = {false, false};
        QCOMPARE(costOf(question).receipts(), quint64{0});
        QVERIFY(!costOf(question).atMost);
        QVERIFY(costWarning(question, costOf(question)).isEmpty());
    }

    void whatIsNotKnownIsNotTakenForNothing()
    {
        CostQuestion question;
        question.groups = {100};
        question.tps = 10;
        const auto says = [&question](const char *words) {
            return costSentences(question, costOf(question)).join(u' ').contains(QString::fromLatin1(words));
        };
        QVERIFY(!says("not reckoned with: it can only"));
        question.otherKnown = false;
        QVERIFY(says("What other traffic takes is not known"));
        question.waitingKnown = false;
        QVERIFY(says("What other traffic takes and what waits already is not known"));
        question.otherKnown = true;
        QVERIFY(says("What waits already is not known"));
    }

    void withoutBudgetOrRoom()
    {
        CostQuestion question;
        question.groups = {100};
        QVERIFY(!costOf(question).atMost);
        QVERIFY(costSentences(question, costOf(question)).last().contains(QStringLiteral("not known")));
        question.tps = 10;
        question.otherPerSecond = 10;
        QVERIFY(costOf(question).nothingLeft);
        QVERIFY(!costOf(question).atMost);
        QVERIFY(!costWarning(question, costOf(question)).isEmpty());
    }

    void overflowIsWarnedOf()
    {
        CostQuestion question;
        question.groups.assign(10, 256);
        question.tps = 20;
        question.incomingCapacity = 6'000;
        question.incomingWaiting = 900;
        const auto answer = costOf(question);
        QVERIFY(answer.overflows && answer.couldOverflow);
        QVERIFY(costWarning(question, answer).contains(QStringLiteral("lost")));
        question.incomingWaiting = 100;
        QVERIFY(!costOf(question).couldOverflow);
    }

    void earlierStormsSayWhatIsLikely()
    {
        // Half deliver within a second, half never; 60 % of all read between one and two seconds, the others never.
        ReceiptCurve curve;
        for (std::size_t bin = 0; bin < receipt_bins::kCount; ++bin) {
            curve.learn(Receipt::Delivery, bin, 1'000, bin == 0 ? 500 : 0);
            curve.learn(Receipt::Read, bin, 1'000, bin == 1 ? 600 : 0);
        }
        curve.learnStorm(0, 0);
        CostQuestion question;
        question.groups = {1'000};
        question.tps = 100;
        question.incomingCapacity = 1'500;
        question.curve = &curve;
        const auto answer = costOf(question);
        QCOMPARE(*answer.likelyReceipts, quint64{1'100});
        QCOMPARE(answer.mostWaiting, quint64{1'000}); // 500 + 600 − 100 carried
        QVERIFY(answer.couldOverflow && !answer.overflows);
        QVERIFY(*answer.likelyBehind >= Seconds{8} && *answer.likelyBehind <= Seconds{11});
    }

    void enteredGroups_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("groups");
        QTest::addColumn<int>("members");
        const auto row = [](const char *name, const QString &text, int groups, int members) {
            QTest::newRow(name) << text << groups << members;
        };
        row("sign", QStringLiteral("10 × 256"), 10, 2'560);
        row("letter", QStringLiteral("3x40"), 3, 120);
        row("star", QStringLiteral(" 3 * 40 "), 3, 120);
        row("one", QStringLiteral("120"), 1, 120);
        row("several", QStringLiteral("2×10, 5; 3x1+7"), 7, 35);
        row("nothing", QString(), -1, 0);
        row("words", QStringLiteral("ten"), -1, 0);
        row("no members", QStringLiteral("10 × 0"), -1, 0);
        row("no groups", QStringLiteral("0 × 10"), -1, 0);
        row("too many groups", QStringLiteral("10001 × 1"), -1, 0);
        row("too many members", QStringLiteral("100001"), -1, 0);
        row("overflowing", QStringLiteral("99999999999 × 99999999999"), -1, 0);
        row("one of them wrong", QStringLiteral("10, x"), -1, 0);
    }
    void enteredGroups()
    {
        QFETCH(QString, text);
        QFETCH(int, groups);
        QFETCH(int, members);
        const auto entered = groupsFromText(text);
        QCOMPARE(entered ? static_cast<int>(entered->size()) : -1, groups);
        if (entered)
            QCOMPARE(std::accumulate(entered->begin(), entered->end(), 0U), static_cast<quint32>(members));
    }

    void forecastsInWords()
    {
        const auto clock = [](UtcTime at) { return formatMinutes(at); };
        const UtcTime now{Seconds{600}};
        StormView storm;
        storm.active = true;
        QCOMPARE(forecastText(storm, now, clock), QStringLiteral("unknown"));
        storm.forecast.basis = ForecastBasis::UpperBound;
        storm.forecast.end = storm.forecast.earliest = storm.forecast.latest = now + Seconds{300};
        QCOMPARE(forecastText(storm, now, clock), QStringLiteral("15 if all read at once"));
        QVERIFY(forecastReason(storm, now, clock).contains(QStringLiteral("no earlier storm")));
        storm.forecast.basis = ForecastBasis::History;
        storm.forecast.earliest = now + Seconds{120};
        storm.forecast.latest = now + Seconds{900};
        QCOMPARE(forecastText(storm, now, clock), QStringLiteral("done at 15, between 12 and 25"));
        storm.forecast.end = now - Seconds{60};
        QCOMPARE(forecastText(storm, now, clock), QStringLiteral("about done, at the latest 25"));
        storm.forecast.latest = now - Seconds{1};
        QCOMPARE(forecastText(storm, now, clock), QStringLiteral("all but done"));
    }

private:
    static QString formatMinutes(UtcTime at)
    {
        return QString::number(std::chrono::duration_cast<std::chrono::minutes>(at.time_since_epoch()).count());
    }
};

BAROGRAPH_TEST(TestCostCalculator)
#include "tst_cost_calculator.moc"
