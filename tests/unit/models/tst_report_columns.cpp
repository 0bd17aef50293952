// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_columns.h"
#include "test_case.h"

#include <algorithm>
#include <map>
#include <random>

using namespace barograph;

namespace {

constexpr qint64 kStart = 1'700'000'000;

UtcSecond at(qint64 offset)
{
    return fromUnixSeconds(kStart + offset);
}

ReportSecond row(qint64 offset, quint32 receive)
{
    ReportSecond second;
    second.second = at(offset);
    second.sample = {{{receive, 0, 0, 0}}, kAllKindsMask, 0};
    return second;
}

} // namespace

class TestReportColumns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsThePeakAndTellsGaps()
    {
        ReportData data;
        data.from = at(0);
        data.to = at(40);
        data.coverage = {{at(0), at(15), kAllKindsMask, 0, 20}, {at(30), at(40), 7, 8, 10}};
        data.seconds = {row(3, 5), row(7, 90), row(14, 2), row(33, 4)};
        const auto columns = reportColumns(data, 4);
        QCOMPARE(columns.size(), 4U);
        QCOMPARE(columns[0].strongest.total(), 90U);
        QCOMPARE(columns[0].knownSeconds, 10);
        QCOMPARE(columns[1].strongest.total(), 2U);
        QVERIFY(columns[1].isPartlyUnknown());
        QVERIFY(columns[2].isGap());
        QVERIFY(!columns[3].isGap());
        QCOMPARE(columns[3].notMeasuredMask, quint8{8});
        QCOMPARE(columns[0].allocatedTps, 20.0);
        QCOMPARE(columns[2].allocatedTps, 0.0);
        QCOMPARE(columns[3].allocatedTps, 10.0);
    }

    void neverMoreColumnsThanSeconds()
    {
        ReportData data;
        data.from = at(0);
        data.to = at(3);
        QCOMPARE(reportColumns(data, 500).size(), 3U);
        QVERIFY(reportColumns(data, 0).empty());
        data.to = at(0);
        QVERIFY(reportColumns(data, 500).empty());
    }

    void outsideTheRangeIsHarmless()
    {
        ReportData data;
        data.from = at(0);
        data.to = at(10);
        data.coverage = {{at(5), at(500), kAllKindsMask, 0, 20}};
        const auto columns = reportColumns(data, 2);
        QCOMPARE(columns[1].knownSeconds, 5);
    }

    void lowestBudgetOfAColumnCounts()
    {
        ReportData data;
        data.from = at(0);
        data.to = at(10);
        data.coverage = {{at(0), at(5), kAllKindsMask, 0, 80}, {at(5), at(10), kAllKindsMask, 0, 15}};
        QCOMPARE(reportColumns(data, 1)[0].allocatedTps, 15.0);
    }

    void agreesWithSecondBySecond()
    {
        std::mt19937 random(11);
        const auto roll = [&](unsigned below) { return static_cast<qint64>(random() % below); };
        for (int round = 0; round < 200; ++round) {
            const qint64 length = 1 + roll(500);
            ReportData data;
            data.from = at(0);
            data.to = at(length);
            std::map<qint64, quint32> known;
            for (qint64 second = roll(20); second < length;) {
                const auto end = std::min(length, second + 1 + roll(50));
                data.coverage.push_back({at(second), at(end), kAllKindsMask, 0, 20});
                for (; second < end; ++second) {
                    const auto count = static_cast<quint32>(roll(2) * roll(100));
                    known[second] = count;
                    if (count > 0)
                        data.seconds.push_back(row(second, count));
                }
                second += 1 + roll(30);
            }
            const auto columns = reportColumns(data, static_cast<int>(1 + roll(60)));
            auto next = data.from;
            for (const auto &column : columns) {
                QCOMPARE(column.from, next);
                QVERIFY(column.to > column.from);
                next = column.to;
                quint32 strongest = 0;
                qint64 seconds = 0;
                for (auto second = unixSeconds(column.from) - kStart; second < unixSeconds(column.to) - kStart;
                     ++second) {
                    if (const auto found = known.find(second); found != known.end()) {
                        strongest = std::max(strongest, found->second);
                        ++seconds;
                    }
                }
                QCOMPARE(column.strongest.total(), strongest);
                QCOMPARE(column.knownSeconds, seconds);
            }
            QCOMPARE(next, data.to);
        }
    }
};

BAROGRAPH_TEST(TestReportColumns)
#include "tst_report_columns.moc"
