// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_data.h"
#include "test_case.h"

#include <algorithm>
#include <random>

using namespace barograph;

namespace {

constexpr qint64 kStart = 1'700'000'000;

CoverageSpan span(qint64 from, qint64 to, quint8 known = kAllKindsMask, quint8 notMeasured = 0, double tps = 20)
{
    return {fromUnixSeconds(kStart + from), fromUnixSeconds(kStart + to), known, notMeasured, tps};
}

ReportSecond row(qint64 at, SecondCounts counts, quint8 known = kAllKindsMask, quint8 notMeasured = 0)
{
    ReportSecond second;
    second.second = fromUnixSeconds(kStart + at);
    second.sample = {counts, known, notMeasured};
    return second;
}

ReportData range(qint64 seconds)
{
    ReportData data;
    data.from = fromUnixSeconds(kStart);
    data.to = fromUnixSeconds(kStart + seconds);
    return data;
}

TpsPercentiles bruteForce(std::vector<quint32> values)
{
    if (values.empty())
        return {};
    std::sort(values.begin(), values.end());
    const auto rank = [&](double p) {
        const auto n = static_cast<std::size_t>(std::ceil(p * static_cast<double>(values.size()) / 100.0 - 1e-9));
        return values[n - 1];
    };
    return {rank(50), rank(95), rank(99), values.back()};
}

} // namespace

class TestReportSummary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// 100 seconds, 90 covered: 84 zeros and six busy ones.
    void handComputed()
    {
        auto data = range(100);
        data.coverage = {span(0, 50), span(60, 100, kAllKindsMask, 0, 40)};
        data.seconds = {row(1, {{1, 0, 0, 0}}),  row(2, {{0, 2, 0, 0}}),   row(3, {{0, 0, 20, 0}}),
                        row(4, {{5, 5, 10, 5}}), row(60, {{0, 0, 39, 0}}), row(99, {{10, 10, 10, 10}})};
        data.seconds[1].redelivered = 3;
        data.seconds[1].apart = 2;
        data.seconds[2].minLagMs = 1500;
        data.seconds[3].minLagMs = -20;
        summarise(data);

        QCOMPARE(data.knownSeconds, 90);
        QCOMPARE(data.unknownSeconds, 10);
        QVERIFY((data.totals == TotalCounts{{16, 17, 79, 15}}));
        // Totals ascending: 84 × 0, 1, 2, 20, 25, 39, 40. Ranks 45, 86 (85.5), 90 (89.1).
        QVERIFY((data.all == TpsPercentiles{0, 2, 40, 40}));
        // Receive ascending: 87 × 0, 1, 5, 10.
        QVERIFY((data.byKind[EventKind::Receive] == TpsPercentiles{0, 0, 10, 10}));
        QCOMPARE(data.secondsWithBudget, 90);
        QCOMPARE(data.secondsAtOrOverBudget, 3); // 20 and 25 of 20; 40 of 40; 39 is below
        QCOMPARE(data.redelivered, 3U);
        QCOMPARE(data.apart, 2U);
        QCOMPARE(data.worstLagMs, std::optional<qint32>(1500));
        QCOMPARE(data.peakAt, std::optional<UtcSecond>(fromUnixSeconds(kStart + 99)));
    }

    void nothingRecorded()
    {
        auto data = range(3600);
        summarise(data);
        QCOMPARE(data.knownSeconds, 0);
        QCOMPARE(data.unknownSeconds, 3600);
        QVERIFY(data.all == TpsPercentiles{});
        QVERIFY(!data.peakAt);
        QVERIFY(!data.worstLagMs);
    }

    void knownButSilent()
    {
        auto data = range(10);
        data.coverage = {span(4, 10)};
        summarise(data);
        QCOMPARE(data.knownSeconds, 6);
        QCOMPARE(data.unknownSeconds, 4);
        QCOMPARE(data.secondsWithBudget, 6);
        QCOMPARE(data.secondsAtOrOverBudget, 0);
        QCOMPARE(data.peakAt, std::optional<UtcSecond>(fromUnixSeconds(kStart + 4)));
    }

    void kindsAreKnownEachForItself()
    {
        const quint8 withoutRead = kAllKindsMask & static_cast<quint8>(~SecondSample::bit(EventKind::Read));
        const quint8 readOff = SecondSample::bit(EventKind::Read);
        auto data = range(10);
        data.coverage = {span(0, 4), span(4, 8, withoutRead, readOff)};
        data.seconds = {row(1, {{0, 0, 0, 9}}), row(5, {{3, 0, 0, 0}}, withoutRead, readOff)};
        summarise(data);
        QCOMPARE(data.knownSeconds, 8);
        QCOMPARE(data.knownSecondsOf[EventKind::Receive], 8);
        QCOMPARE(data.knownSecondsOf[EventKind::Read], 4);
        QCOMPARE(data.notMeasuredSecondsOf[EventKind::Read], 4);
        QCOMPARE(data.notMeasuredSecondsOf[EventKind::Send], 0);
        QCOMPARE(data.byKind[EventKind::Read].p99, 9U); // rank 4 of 4; over 8 seconds it would be 0
        QCOMPARE(data.byKind[EventKind::Receive].p50, 0U);
    }

    void eventsOfAnUnknownSecondStillHappened()
    {
        auto data = range(10);
        data.coverage = {span(0, 2, 0, SecondSample::bit(EventKind::Read))};
        data.seconds = {row(1, {{0, 0, 4, 0}}, 0, SecondSample::bit(EventKind::Read)), row(7, {{1, 0, 0, 0}}, 0)};
        summarise(data);
        QCOMPARE(data.knownSeconds, 2);
        QCOMPARE(data.unknownSeconds, 8);
        QCOMPARE(data.knownSecondsOf[EventKind::Delivery], 1);
        QCOMPARE(data.totals.total(), 5U);
        QCOMPARE(data.secondsWithBudget, 1); // the row at 7 lies outside every span
    }

    void isRepeatable()
    {
        auto data = range(10);
        data.coverage = {span(0, 10)};
        data.seconds = {row(1, {{30, 0, 0, 0}})};
        summarise(data);
        const auto first = data.totals;
        summarise(data);
        QVERIFY(data.totals == first);
        QCOMPARE(data.knownSeconds, 10);
        QCOMPARE(data.secondsAtOrOverBudget, 1);
    }

    void longIdleRangeTakesNoRows()
    {
        auto data = range(90LL * 86400);
        data.coverage = {span(0, 90LL * 86400)};
        data.seconds = {row(86400, {{7, 0, 0, 0}})};
        summarise(data);
        QCOMPARE(data.knownSeconds, 90LL * 86400);
        QVERIFY((data.all == TpsPercentiles{0, 0, 0, 7}));
    }

    void agreesWithBruteForce()
    {
        std::mt19937 random(7);
        const auto roll = [&](int below) { return static_cast<quint32>(random() % static_cast<unsigned>(below)); };
        for (int round = 0; round < 200; ++round) {
            const qint64 length = 1 + roll(400);
            auto data = range(length);
            std::vector<quint32> all;
            ByKind<std::vector<quint32>> byKind;
            TotalCounts totals;
            qint64 over = 0;
            qint64 withBudget = 0;
            qint64 at = 0;
            while (at < length) {
                const auto end = std::min<qint64>(length, at + 1 + roll(60));
                const auto known = static_cast<quint8>(roll(16));
                const double tps = roll(3) * 10.0;
                if (known != 0)
                    data.coverage.push_back(span(at, end, known, 0, tps));
                for (; at < end && known != 0; ++at) {
                    SecondCounts counts;
                    for (const auto kind : kEventKinds) {
                        if ((known & SecondSample::bit(kind)) != 0 && roll(3) == 0)
                            counts[kind] = roll(25);
                        if ((known & SecondSample::bit(kind)) != 0)
                            byKind[kind].push_back(counts[kind]);
                    }
                    if (counts.total() > 0)
                        data.seconds.push_back(row(at, counts, known));
                    all.push_back(counts.total());
                    totals += counts;
                    withBudget += tps > 0 ? 1 : 0;
                    over += tps > 0 && counts.total() >= tps ? 1 : 0;
                }
                at = end;
            }
            summarise(data);
            QCOMPARE(data.knownSeconds, static_cast<qint64>(all.size()));
            QCOMPARE(data.unknownSeconds, length - static_cast<qint64>(all.size()));
            QVERIFY(data.all == bruteForce(all));
            for (const auto kind : kEventKinds)
                QVERIFY(data.byKind[kind] == bruteForce(byKind[kind]));
            QVERIFY(data.totals == totals);
            QCOMPARE(data.secondsWithBudget, withBudget);
            QCOMPARE(data.secondsAtOrOverBudget, over);
        }
    }
};

BAROGRAPH_TEST(TestReportSummary)
#include "tst_report_summary.moc"
