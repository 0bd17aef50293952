// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/plot_window.h"
#include "test_case.h"

#include <cstdlib>
#include <ctime>

using namespace barograph;
using namespace std::chrono_literals;

namespace {

/// 2026-03-01 00:00:00 UTC.
constexpr qint64 kMidnight = 1'772'323'200;

UtcTime at(qint64 secondsAfterMidnight, qint64 millis = 0)
{
    return fromUnixMillis((kMidnight + secondsAfterMidnight) * 1000 + millis);
}

void setZone(const char *zone)
{
    qputenv("TZ", zone);
    tzset();
}

} // namespace

class TestPlotWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { setZone("UTC"); }

    void newestMomentIsInTheLastColumn_data()
    {
        QTest::addColumn<qint64>("millis");
        QTest::addColumn<int>("columns");
        QTest::newRow("on the second") << qint64{0} << 1000;
        QTest::newRow("within the second") << qint64{731} << 1000;
        QTest::newRow("odd width") << qint64{731} << 917;
        QTest::newRow("one column") << qint64{1} << 1;
        QTest::newRow("columns wider than a second") << qint64{500} << 37;
    }
    void newestMomentIsInTheLastColumn()
    {
        QFETCH(const qint64, millis);
        QFETCH(const int, columns);
        const auto window = PlotWindow::endingAt(at(100, millis), 600s, columns);
        const double x = window.xOf(at(100, millis));
        QVERIFY2(x >= columns - 1 && x <= columns, qPrintable(QString::number(x)));
        QVERIFY(window.right() - window.left() >= 600s - 1s);
    }

    void columnsStayWhileTheWindowSlides()
    {
        // The column of a second must not depend on where the window begins, or bars would flicker.
        const auto before = PlotWindow::endingAt(at(1000, 100), 600s, 917);
        const auto after = PlotWindow::endingAt(at(1007, 900), 600s, 917);
        const auto shift = static_cast<int>(after.firstColumn - before.firstColumn);
        QVERIFY(shift > 0);
        for (int x = 0; x + shift < 917; ++x)
            QCOMPARE(after.secondAt(x), before.secondAt(x + shift));
    }

    void noColumnsIsHarmless()
    {
        const auto window = PlotWindow::endingAt(at(0), 600s, 0);
        std::vector<Column> columns(3);
        fillColumns({}, window, columns);
        QVERIFY(columns.empty());
    }

    void fillsFromTheSecondThatAColumnBeginsIn()
    {
        SecondSeries series;
        series.first = secondOf(at(0));
        for (quint32 i = 0; i < 10; ++i) {
            SecondSample sample;
            sample.counts.counts = {i, 0, 0, 0};
            sample.knownMask = kAllKindsMask;
            series.samples.push_back(sample);
        }
        const auto window = PlotWindow::endingAt(at(9, 999), 10s, 40);
        std::vector<Column> columns;
        fillColumns(series, window, columns);
        QCOMPARE(columns.size(), std::size_t{40});
        for (std::size_t x = 0; x < columns.size(); ++x)
            QCOMPARE(columns[x].counts[EventKind::Receive], static_cast<quint32>(x / 4));
    }

    void outsideTheSeriesIsAGap()
    {
        SecondSeries series;
        series.first = secondOf(at(5));
        series.samples.assign(2, SecondSample{{}, kAllKindsMask, 0});
        std::vector<Column> columns;
        fillColumns(series, PlotWindow::endingAt(at(9, 999), 10s, 10), columns);
        for (int x = 0; x < 10; ++x)
            QCOMPARE(columns[static_cast<std::size_t>(x)].isGap(), x < 5 || x > 6);
    }

    void wideColumnsKeepThePeak()
    {
        SecondSeries series;
        series.first = secondOf(at(0));
        series.samples.assign(600, SecondSample{{}, kAllKindsMask, 0});
        series.samples[300].counts[EventKind::Read] = 99;
        std::vector<Column> columns;
        fillColumns(series, PlotWindow::endingAt(at(599, 999), 600s, 60), columns);
        const auto highest = std::max_element(columns.begin(), columns.end(), [](const Column &a, const Column &b) {
            return a.counts.total() < b.counts.total();
        });
        QCOMPARE(highest->counts[EventKind::Read], 99U);
        QCOMPARE(std::distance(columns.begin(), highest), 30);
    }

    void ticksAreRoundLocalTimes_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("to");
        QTest::addColumn<QStringList>("labels");
        QTest::newRow("ten minutes") << QByteArray("UTC") << qint64{30} << qint64{630}
                                     << QStringList{QStringLiteral("00:02"), QStringLiteral("00:04"),
                                                    QStringLiteral("00:06"), QStringLiteral("00:08"),
                                                    QStringLiteral("00:10")};
        QTest::newRow("seconds") << QByteArray("UTC") << qint64{1} << qint64{31}
                                 << QStringList{QStringLiteral("00:00:10"), QStringLiteral("00:00:20"),
                                                QStringLiteral("00:00:30")};
        QTest::newRow("half-hour zone") << QByteArray("Asia/Kolkata") << qint64{0} << qint64{14'400}
                                        << QStringList{QStringLiteral("06:00"), QStringLiteral("07:00"),
                                                       QStringLiteral("08:00"), QStringLiteral("09:00")};
        // 2026-03-29: at 02:00 the clocks of Berlin go to 03:00.
        const qint64 beforeChange = 2'415'600;
        QTest::newRow("daylight saving") << QByteArray("Europe/Berlin") << beforeChange << beforeChange + 21'600
                                         << QStringList{QStringLiteral("00:00"), QStringLiteral("04:00"),
                                                        QStringLiteral("06:00")};
    }
    void ticksAreRoundLocalTimes()
    {
        QFETCH(const QByteArray, zone);
        QFETCH(const qint64, from);
        QFETCH(const qint64, to);
        QFETCH(const QStringList, labels);
        setZone(zone.constData());
        QStringList found;
        for (const TimeTick &tick : timeTicks(at(from), at(to), 6))
            found << tick.label;
        QCOMPARE(found, labels);
    }

    void offsetIsShown_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("text");
        QTest::newRow("utc") << QByteArray("UTC") << QStringLiteral("UTC+00:00");
        QTest::newRow("east") << QByteArray("Asia/Kolkata") << QStringLiteral("UTC+05:30");
        QTest::newRow("west") << QByteArray("America/Sao_Paulo") << QStringLiteral("UTC\u221203:00");
    }
    void offsetIsShown()
    {
        QFETCH(const QByteArray, zone);
        QFETCH(const QString, text);
        setZone(zone.constData());
        QCOMPARE(utcOffsetText(at(0)), text);
    }
};

BAROGRAPH_TEST(TestPlotWindow)
#include "tst_plot_window.moc"
