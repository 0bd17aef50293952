// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/csv_report.h"
#include "test_case.h"

#include <QBuffer>
#include <QLocale>

using namespace barograph;

namespace {

constexpr qint64 kStart = 1'769'860'800; // 2026-01-31T12:00:00Z

/// RFC 4180, strictly: anything else is a failed test.
std::vector<QStringList> parsedCsv(const QByteArray &bytes)
{
    std::vector<QStringList> rows;
    QStringList row;
    QByteArray cell;
    bool quoted = false;
    bool wasQuoted = false;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (quoted) {
            if (c != '"') {
                cell.append(c);
            } else if (i + 1 < bytes.size() && bytes[i + 1] == '"') {
                cell.append('"');
                ++i;
            } else {
                quoted = false;
                wasQuoted = true;
            }
            continue;
        }
        if (c == '"' && cell.isEmpty() && !wasQuoted) {
            quoted = true;
        } else if (c == ',' || (c == '\r' && i + 1 < bytes.size() && bytes[i + 1] == '\n')) {
            row.append(QString::fromUtf8(cell));
            cell.clear();
            wasQuoted = false;
            if (c == '\r') {
                rows.push_back(row);
                row.clear();
                ++i;
            }
        } else if (c == '\n' || c == '\r' || c == '"') {
            return {};
        } else {
            cell.append(c);
        }
    }
    return row.isEmpty() && cell.isEmpty() && !quoted ? rows : std::vector<QStringList>{};
}

ReportSecond row(qint64 offset, SecondCounts counts, quint8 known = kAllKindsMask, quint8 notMeasured = 0)
{
    ReportSecond second;
    second.second = fromUnixSeconds(kStart + offset);
    second.sample = {counts, known, notMeasured};
    return second;
}

CoverageSpan span(qint64 from, qint64 to, quint8 known = kAllKindsMask, quint8 notMeasured = 0, double tps = 20)
{
    return {fromUnixSeconds(kStart + from), fromUnixSeconds(kStart + to), known, notMeasured, tps};
}

ReportData someData()
{
    ReportData data;
    data.nodeId = QStringLiteral("support-eu");
    data.nodeName = QStringLiteral("Support, \"EU\" ☎");
    data.from = fromUnixSeconds(kStart);
    data.to = fromUnixSeconds(kStart + 20);
    return data;
}

std::vector<QStringList> rendered(const ReportData &data)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    return renderCsv(data, buffer) ? parsedCsv(buffer.data()) : std::vector<QStringList>{};
}

/// Takes a few bytes, then no more, like a full disk.
class FullDevice : public QIODevice
{
protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 size) override
    {
        m_taken += size;
        if (m_taken <= 100'000)
            return size;
        setErrorString(QStringLiteral("No space left"));
        return -1;
    }

private:
    qint64 m_taken = 0;
};

/// Counts and forgets.
class CountingDevice : public QIODevice
{
public:
    qint64 bytes = 0;
    qint64 largestWrite = 0;

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 size) override
    {
        bytes += size;
        largestWrite = std::max(largestWrite, size);
        return size;
    }
};

} // namespace

class TestCsvReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany)); }

    void readsBackEqual()
    {
        auto data = someData();
        data.coverage = {span(0, 3), span(10, 11, kAllKindsMask, 0, 12.5)};
        data.seconds = {row(1, {{1, 22, 333, 4444}}), row(10, {{1, 0, 0, 0}})};
        data.seconds[0].redelivered = 5;
        data.seconds[0].apart = 6;
        data.seconds[0].minLagMs = 1200;
        const auto rows = rendered(data);
        const auto line = [&](const QString &second, const QString &rest) {
            const QString whole =
                QStringLiteral("2026-01-31T12:00:%1+00:00|support-eu|Support, \"EU\" ☎|no|").arg(second) + rest;
            return whole.split(QLatin1Char('|'));
        };
        QCOMPARE(rows.size(), 5U);
        QCOMPARE(rows[0].join(QLatin1Char(',')),
                 QStringLiteral("second,node,name,simulated,receive,send,delivery,read,total,budget,redelivered,apart,"
                                "min_lag_ms,status"));
        QCOMPARE(rows[1], line(QStringLiteral("00"), QStringLiteral("0|0|0|0|0|20|0|0||ok")));
        QCOMPARE(rows[2], line(QStringLiteral("01"), QStringLiteral("1|22|333|4444|4800|20|5|6|1200|ok")));
        QCOMPARE(rows[3], line(QStringLiteral("02"), QStringLiteral("0|0|0|0|0|20|0|0||ok")));
        QCOMPARE(rows[4], line(QStringLiteral("10"), QStringLiteral("1|0|0|0|1|12.5|0|0||ok")));
    }

    void whatIsNotKnownIsEmpty()
    {
        const auto receiveAndSend =
            static_cast<quint8>(SecondSample::bit(EventKind::Receive) | SecondSample::bit(EventKind::Send));
        const auto readOff = SecondSample::bit(EventKind::Read);
        auto data = someData();
        data.simulated = true;
        data.coverage = {span(0, 2, receiveAndSend, readOff, 0), span(2, 4, 0, readOff)};
        data.seconds = {row(1, {{0, 3, 0, 0}}, receiveAndSend, readOff)};
        const auto rows = rendered(data);
        QCOMPARE(rows.size(), 3U); // nothing at all is known of 2 and 3
        QCOMPARE(rows[1].mid(3).join(QLatin1Char('|')),
                 QStringLiteral("yes|0|0|||0||0|0||not measured: read; unknown: delivery"));
        QCOMPARE(rows[2].mid(3).join(QLatin1Char('|')),
                 QStringLiteral("yes|0|3|||3||0|0||not measured: read; unknown: delivery"));
    }

    void nothingRecordedIsTheHeaderAlone() { QCOMPARE(rendered(someData()).size(), 1U); }

    void formulasAreDisarmed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cell");
        QTest::newRow("plain") << QStringLiteral("Support") << QStringLiteral("Support");
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("equals") << QStringLiteral("=1+1") << QStringLiteral("'=1+1");
        QTest::newRow("plus") << QStringLiteral("+49 support") << QStringLiteral("'+49 support");
        QTest::newRow("minus") << QStringLiteral("-cmd") << QStringLiteral("'-cmd");
        QTest::newRow("at") << QStringLiteral("@SUM(A1)") << QStringLiteral("'@SUM(A1)");
        QTest::newRow("tab") << QStringLiteral("\t=1") << QStringLiteral("'\t=1");
        QTest::newRow("quoted too") << QStringLiteral("=HYPERLINK(\"x\",\"y\")")
                                    << QStringLiteral("\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
        QTest::newRow("line break") << QStringLiteral("two\nlines") << QStringLiteral("\"two\nlines\"");
    }
    void formulasAreDisarmed()
    {
        QFETCH(QString, text);
        QTEST(csvText(text), "cell");
    }

    void hostileNamesStayInTheirCell()
    {
        auto data = someData();
        data.nodeName = QStringLiteral("=cmd|' /C calc'!A0\",\r\nsecond,fake");
        data.coverage = {span(0, 1)};
        const auto rows = rendered(data);
        QCOMPARE(rows.size(), 2U);
        QCOMPARE(rows[1].size(), rows[0].size());
        QCOMPARE(rows[1][2], QLatin1Char('\'') + data.nodeName);
    }

    void longRangesAreStreamed()
    {
        auto data = someData();
        data.to = data.from + Seconds{7 * 86400};
        data.coverage = {span(0, 7 * 86400)};
        CountingDevice device;
        device.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
        QVERIFY(renderCsv(data, device));
        QVERIFY(device.bytes > 7 * 86400 * 50);
        QVERIFY(device.largestWrite < 70'000);
    }

    void aFullDiskIsAnError()
    {
        auto data = someData();
        data.to = data.from + Seconds{86400};
        data.coverage = {span(0, 86400)};
        FullDevice device;
        device.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
        const auto result = renderCsv(data, device);
        QVERIFY(!result);
        QCOMPARE(result.error(), QStringLiteral("No space left"));
    }
};

BAROGRAPH_TEST(TestCsvReport)
#include "tst_csv_report.moc"
