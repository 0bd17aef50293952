// SPDX-License-Identifier: GPL-3.0-or-later
#include "meter_fixture.h"
#include "series/column_reduction.h"
#include "test_case.h"

#include <random>

using namespace barograph;
using namespace barograph::test;

namespace {

SecondSample known(quint32 receive, quint32 send = 0)
{
    SecondSample sample;
    sample.counts = {{receive, send, 0, 0}};
    sample.knownMask = kAllKindsMask;
    return sample;
}

SecondSeries seriesOf(std::vector<SecondSample> samples)
{
    return {secondOf(kNoon), std::move(samples)};
}

UtcSecond atSecond(qint64 second)
{
    return secondOf(kNoon) + Seconds{second};
}

/// Second by second, with no thought of speed.
Column bruteForce(const SecondSeries &series, UtcSecond begin, UtcSecond end, quint8 wanted)
{
    Column column;
    double sum = 0;
    int knownSeconds = 0;
    qint64 highest = -1;
    for (auto second = begin; second < end; second += Seconds{1}) {
        SecondSample sample;
        if (second >= series.first && second < series.end())
            sample = series.samples[static_cast<std::size_t>((second - series.first).count())];
        column.notMeasuredMask = static_cast<quint8>(column.notMeasuredMask | (sample.notMeasuredMask & wanted));
        qint64 total = 0;
        SecondCounts counts;
        for (const auto kind : kEventKinds) {
            if ((wanted & SecondSample::bit(kind)) == 0 || !sample.isKnown(kind))
                continue;
            counts[kind] = sample.counts[kind];
            total += sample.counts[kind];
        }
        if ((sample.knownMask & wanted) == 0) {
            column.hasGap = true;
            continue;
        }
        ++knownSeconds;
        sum += static_cast<double>(total);
        if (total > highest) {
            highest = total;
            column.counts = counts;
            column.knownMask = static_cast<quint8>(sample.knownMask & wanted);
        }
    }
    column.mean = knownSeconds > 0 ? static_cast<float>(sum / knownSeconds) : 0;
    return column;
}

} // namespace

class TestColumnReduction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheOneSecondPeak();
    void repeatsWideSeconds();
    void gapsStayGaps();
    void unknownCountsAreNotDrawn();
    void nothingToDraw_data();
    void nothingToDraw();
    void equalsBruteForce_data();
    void equalsBruteForce();
};

void TestColumnReduction::keepsTheOneSecondPeak()
{
    std::vector<SecondSample> samples(1000, known(1, 1));
    samples[523] = known(3, 40);
    const auto columns = reduceToColumns(seriesOf(samples), atSecond(0), atSecond(1000), 10);
    QCOMPARE(columns.size(), std::size_t{10});
    QCOMPARE(columns[5].counts, samples[523].counts);
    QCOMPARE(columns[5].mean, 2.41F);
    QCOMPARE(columns[4].counts, samples[0].counts);
    // Of the wanted kinds only.
    samples[530] = known(39, 0);
    const auto receives =
        reduceToColumns(seriesOf(samples), atSecond(0), atSecond(1000), 10, SecondSample::bit(EventKind::Receive));
    QCOMPARE(receives[5].counts, samples[530].counts);
    QCOMPARE(receives[4].counts, (SecondCounts{{1, 0, 0, 0}}));
}

void TestColumnReduction::repeatsWideSeconds()
{
    const auto columns = reduceToColumns(seriesOf({known(1), known(2), known(3)}), atSecond(0), atSecond(3), 9);
    QCOMPARE(columns.size(), std::size_t{9});
    for (std::size_t i = 0; i < columns.size(); ++i)
        QCOMPARE(columns[i].counts[EventKind::Receive], static_cast<quint32>(i / 3 + 1));
}

void TestColumnReduction::gapsStayGaps()
{
    auto samples = std::vector<SecondSample>{known(1), SecondSample{}, SecondSample{}, known(4)};
    samples[3].knownMask = static_cast<quint8>(kAllKindsMask & ~SecondSample::bit(EventKind::Read));
    samples[3].notMeasuredMask = SecondSample::bit(EventKind::Read);
    const auto one = reduceToColumns(seriesOf(samples), atSecond(0), atSecond(4), 4);
    QVERIFY(!one[0].isGap() && !one[0].hasGap);
    QVERIFY(one[1].isGap() && one[1].hasGap);
    QVERIFY(!one[3].isGap());
    QCOMPARE(one[3].notMeasuredMask, SecondSample::bit(EventKind::Read));
    const auto two = reduceToColumns(seriesOf(samples), atSecond(0), atSecond(4), 2);
    QVERIFY(!two[0].isGap() && two[0].hasGap);
    QCOMPARE(two[0].mean, 1.0F);
    // Outside the series nothing is known.
    const auto wide = reduceToColumns(seriesOf(samples), atSecond(-4), atSecond(8), 3);
    QVERIFY(wide[0].isGap() && wide[2].isGap());
    QCOMPARE(wide[1].counts[EventKind::Receive], 4U);
}

void TestColumnReduction::unknownCountsAreNotDrawn()
{
    auto partial = known(500, 7);
    partial.knownMask = SecondSample::bit(EventKind::Send);
    const auto columns = reduceToColumns(seriesOf({partial, known(3)}), atSecond(0), atSecond(2), 1);
    QCOMPARE(columns[0].counts, (SecondCounts{{0, 7, 0, 0}}));
    QCOMPARE(columns[0].knownMask, SecondSample::bit(EventKind::Send));
}

void TestColumnReduction::nothingToDraw_data()
{
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("to");
    QTest::addColumn<int>("columns");
    QTest::newRow("no columns") << 0LL << 10LL << 0;
    QTest::newRow("negative columns") << 0LL << 10LL << -5;
    QTest::newRow("empty range") << 5LL << 5LL << 10;
    QTest::newRow("reversed range") << 9LL << 5LL << 10;
}

void TestColumnReduction::nothingToDraw()
{
    QFETCH(qint64, from);
    QFETCH(qint64, to);
    QFETCH(int, columns);
    const auto series = seriesOf(std::vector<SecondSample>(10, known(1)));
    QVERIFY(reduceToColumns(series, atSecond(from), atSecond(to), columns).empty());
}

void TestColumnReduction::equalsBruteForce_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 40; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestColumnReduction::equalsBruteForce()
{
    QFETCH(quint32, seed);
    std::mt19937 random(seed);
    const auto below = [&random](quint32 limit) { return static_cast<quint32>(random() % limit); };
    SecondSeries series{secondOf(kNoon), {}};
    const auto size = 1 + below(3000);
    for (quint32 i = 0; i < size; ++i) {
        SecondSample sample;
        for (auto &count : sample.counts.counts)
            count = below(8) == 0 ? 4'000'000'000U : below(6);
        sample.knownMask = below(4) == 0 ? 0 : static_cast<quint8>(below(16));
        sample.notMeasuredMask = static_cast<quint8>(below(16) & ~sample.knownMask);
        series.samples.push_back(sample);
    }
    const auto from = atSecond(static_cast<qint64>(below(size)) - 50);
    const auto to = from + Seconds{1 + below(size + 100)};
    const auto columns = static_cast<int>(1 + below(700));
    const auto wanted = static_cast<quint8>(1 + below(15));
    const auto reduced = reduceToColumns(series, from, to, columns, wanted);
    QCOMPARE(reduced.size(), static_cast<std::size_t>(columns));
    const auto span = (to - from).count();
    for (int i = 0; i < columns; ++i) {
        const auto begin = i * span / columns;
        const auto end = std::max(begin + 1, (i + 1) * span / columns);
        const auto expected = bruteForce(series, from + Seconds{begin}, from + Seconds{end}, wanted);
        QVERIFY2(reduced[static_cast<std::size_t>(i)] == expected, qPrintable(QStringLiteral("column %1").arg(i)));
    }
}

BAROGRAPH_TEST(TestColumnReduction)
#include "tst_column_reduction.moc"
