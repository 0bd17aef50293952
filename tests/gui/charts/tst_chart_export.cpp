// SPDX-License-Identifier: GPL-3.0-or-later
// What a chart hands on: CSV, pictures, the table, and what screen readers get.
#include "charts/chart_actions.h"
#include "charts/chart_csv.h"
#include "charts/chart_print.h"
#include "charts/chart_table_window.h"
#include "shown_chart.h"
#include "test_case.h"
#include "theme/colors.h"

#include <QAccessible>
#include <QClipboard>
#include <QImage>
#include <QMimeData>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableView>

using namespace barograph;
using namespace barograph::testing;
using namespace std::chrono_literals;

namespace {

constexpr auto kPatience = 10'000;

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

class TestChartExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
        // Beside numbers of the drawing itself.
        QString told = svg;
        QVERIFY(!told.remove(QRegularExpression(QStringLiteral("[\\w-]+=\"[^\"]*\""))).contains(QStringLiteral("170")));
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
};

BAROGRAPH_TEST(TestChartExport)
#include "tst_chart_export.moc"
