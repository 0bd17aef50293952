// SPDX-License-Identifier: GPL-3.0-or-later
// A report says what the node's own log says. The test reads that log and the report's CSV and PDF by itself and shares
// no arithmetic with the program.
#include "cli/report_command.h"
#include "test_case.h"
#include "whole_program.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <array>
#include <map>

using namespace barograph;
using namespace barograph::test;

namespace {

constexpr std::array kColumns{"receive", "send", "delivery", "read"};
using Counts = std::array<qint64, 4>;

/// When the node saw each item acknowledged for the first time, by kind.
std::array<std::vector<qint64>, 4> acknowledgedAtMs(const QString &logFile)
{
    std::array<std::vector<qint64>, 4> times;
    QFile file(logFile);
    if (!file.open(QIODevice::ReadOnly))
        return times;
    while (!file.atEnd()) {
        const auto line = QJsonDocument::fromJson(file.readLine()).object();
        if (line.contains(QLatin1String("again")))
            continue;
        for (std::size_t kind = 0; kind < kColumns.size(); ++kind) {
            if (line.value(QLatin1String("kind")).toString() == QLatin1String(kColumns[kind]))
                times[kind].push_back(static_cast<qint64>(line.value(QLatin1String("at_ms")).toDouble()));
        }
    }
    for (auto &kind : times)
        std::sort(kind.begin(), kind.end());
    return times;
}

qint64 countUntil(const std::vector<qint64> &sortedMs, qint64 endMs)
{
    return std::lower_bound(sortedMs.begin(), sortedMs.end(), endMs) - sortedMs.begin();
}

/// The rows of a report's CSV, by second.
std::map<qint64, Counts> parseCsv(const QByteArray &csv)
{
    std::map<qint64, Counts> seconds;
    QList<QByteArray> lines = csv.split('\n');
    const QList<QByteArray> titles = lines.takeFirst().trimmed().split(',');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> cells = line.trimmed().split(',');
        if (cells.size() < titles.size())
            continue;
        const auto at = QDateTime::fromString(QString::fromLatin1(cells[titles.indexOf("second")]), Qt::ISODate);
        Counts counts{};
        for (std::size_t kind = 0; kind < kColumns.size(); ++kind)
            counts[kind] = cells[titles.indexOf(kColumns[kind])].toLongLong();
        seconds[at.toSecsSinceEpoch()] = counts;
    }
    return seconds;
}

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return process.readAllStandardOutput();
}

} // namespace

class TestReportMatches : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reportEqualsTheNodesLog()
    {
        QTemporaryDir folder;
        const QString log = folder.filePath(QStringLiteral("acknowledged.jsonl"));
        WholeProgram program;
        QVERIFY(program.startBackend());
        QVERIFY(program.startNode({QStringLiteral("--scenario"), QStringLiteral("group-storm"),
                                   QStringLiteral("--compress"), QStringLiteral("30"), QStringLiteral("--duration"),
                                   QStringLiteral("240"), QStringLiteral("--redeliver"), QStringLiteral("0.05"),
                                   QStringLiteral("--log"), log}));
        QTRY_VERIFY_WITH_TIMEOUT(program.node().counters().value(QLatin1String("drained")).toBool(), 240'000);
        const auto acknowledged = acknowledgedAtMs(log);
        const auto logged = [&acknowledged] {
            quint64 all = 0;
            for (const auto &kind : acknowledged)
                all += kind.size();
            return all;
        }();
        QVERIFY(logged > 500);
        QTRY_COMPARE_WITH_TIMEOUT(program.nodeFrame().totals.total(), logged, 20'000);
        // The running second is not history yet.
        const auto last = secondOf(utcNow());
        QTRY_VERIFY(secondOf(program.frame()->takenAt) > last + Seconds{1});
        QVERIFY(program.backend().flushHistory());

        const auto reportArguments = [](const QString &format, const QString &out) {
            return QStringList{QStringLiteral("--node"),   WholeProgram::kNodeId,
                               QStringLiteral("--from"),   QStringLiteral("-1h"),
                               QStringLiteral("--to"),     QStringLiteral("now"),
                               QStringLiteral("--format"), format,
                               QStringLiteral("--out"),    out};
        };
        const QString csvFile = folder.filePath(QStringLiteral("report.csv"));
        const QString pdfFile = folder.filePath(QStringLiteral("report.pdf"));
        QCOMPARE(runReportCommand(reportArguments(QStringLiteral("csv"), csvFile), program.paths()), kExitDone);
        QCOMPARE(runReportCommand(reportArguments(QStringLiteral("pdf"), pdfFile), program.paths()), kExitDone);

        QFile csv(csvFile);
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const auto seconds = parseCsv(csv.readAll());
        QVERIFY(seconds.size() > 5);

        // The node logs an item when our answer is there; we count it when it came in. So up to the end of any second
        // we must have at least what the log has, and at most what it has a moment (the way and the disk) later.
        constexpr qint64 kMomentMs = 3000;
        Counts sums{};
        for (const auto &[second, counts] : seconds) {
            const qint64 endMs = (second + 1) * 1000;
            for (std::size_t kind = 0; kind < sums.size(); ++kind) {
                sums[kind] += counts[kind];
                QVERIFY2(sums[kind] >= countUntil(acknowledged[kind], endMs), kColumns[kind]);
                QVERIFY2(sums[kind] <= countUntil(acknowledged[kind], endMs + kMomentMs), kColumns[kind]);
            }
        }
        for (std::size_t kind = 0; kind < sums.size(); ++kind)
            QCOMPARE(sums[kind], static_cast<qint64>(acknowledged[kind].size()));

        // The figures of the printed report, from the rows, in our own way.
        std::vector<qint64> totals;
        for (const auto &[second, counts] : seconds)
            totals.push_back(counts[0] + counts[1] + counts[2] + counts[3]);
        std::sort(totals.begin(), totals.end());
        const auto nearestRank = [&totals](double share) {
            const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(totals.size())));
            return totals[std::max<std::size_t>(rank, 1) - 1];
        };
        const QByteArray text =
            outputOf(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), pdfFile, QStringLiteral("-")});
        const QString all = QString::fromUtf8(text).simplified();
        const auto withThousands = [](qint64 number) { return QLocale(QLocale::English).toString(number); };
        const QString row =
            QStringLiteral("%1 %2 %3 %4 %5")
                .arg(withThousands(static_cast<qint64>(logged)), withThousands(nearestRank(0.50)),
                     withThousands(nearestRank(0.95)), withThousands(nearestRank(0.99)), withThousands(totals.back()));
        QVERIFY2(all.contains(row), qPrintable(QStringLiteral("no \"%1\" in: %2").arg(row, all)));
        QVERIFY(all.contains(QStringLiteral("SIMULATED")));
        const auto over = std::count_if(totals.begin(), totals.end(), [](qint64 total) { return total >= 20; });
        QVERIFY2(all.contains(withThousands(over)), qPrintable(all));
    }
};

BAROGRAPH_TEST(TestReportMatches)

#include "tst_report_matches.moc"
