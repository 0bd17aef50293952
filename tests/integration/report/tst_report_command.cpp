// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/report_command.h"

#include "history_samples.h"
#include "report/report_job.h"
#include "storage/history_writer.h"
#include "test_case.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace barograph;

/// The command as a function, on a real history file.
class TestReportCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_paths = pathsBelow(m_folder.path());
        HistoryWriter writer(m_paths.historyFile());
        auto seconds = samples::idle(0, 600);
        seconds[10] = samples::closed(10, {{1, 2, 3, 4}});
        writer.enqueue(QStringLiteral("support-eu"), QStringLiteral("Support EU"), false, seconds);
        writer.enqueue(QStringLiteral("sales"), QStringLiteral("Sales"), true, samples::idle(0, 5));
        writer.enqueueControl(samples::control(QStringLiteral("c-1"), 100, ControlOutcome::Unverified));
        QVERIFY(writer.flush());
    }

    void csvToAFile()
    {
        const QString file = m_folder.filePath(QStringLiteral("a.csv"));
        QCOMPARE(run(with({QStringLiteral("--out"), file})), kExitDone);
        const auto lines = contentOf(file).split('\n');
        QCOMPARE(lines.size(), 602); // titles, 600 seconds, and the end of the last line
        QVERIFY(lines[11].startsWith("2026-01-31T12:00:10+00:00,support-eu,Support EU,no,1,2,3,4,10,20,"));
        QVERIFY(m_errors.contains(QStringLiteral("Written: ")));
        QVERIFY(m_out.isEmpty());
    }

    void csvToStandardOutput()
    {
        QCOMPARE(run(with({QStringLiteral("--out"), QStringLiteral("-")})), kExitDone);
        QCOMPARE(m_out.count('\n'), 601);
        QVERIFY(m_errors.isEmpty());
    }

    void pdfByItsEnding()
    {
        const QString file = m_folder.filePath(QStringLiteral("a.PDF"));
        QCOMPARE(run(with({QStringLiteral("--out"), file})), kExitDone);
        QVERIFY(contentOf(file).startsWith("%PDF-"));
    }

    void formatBeatsEnding()
    {
        const QString file = m_folder.filePath(QStringLiteral("b.pdf"));
        QCOMPARE(run(with({QStringLiteral("--out"), file, QStringLiteral("--format"), QStringLiteral("csv")})),
                 kExitDone);
        QVERIFY(contentOf(file).startsWith("second,"));
    }

    void relativeTimes()
    {
        QCOMPARE(run({QStringLiteral("--node"), QStringLiteral("support-eu"), QStringLiteral("--from"),
                      QStringLiteral("-5m"), QStringLiteral("--out"), QStringLiteral("-")}),
                 kExitDone);
        QCOMPARE(m_out.count('\n'), 301);
        QCOMPARE(run({QStringLiteral("--node=support-eu"), QStringLiteral("--from=-5m"), QStringLiteral("--to=-4m"),
                      QStringLiteral("--out=-")}),
                 kExitDone);
        QCOMPARE(m_out.count('\n'), 61);
    }

    void theFutureIsCutOff()
    {
        QCOMPARE(run({QStringLiteral("--node"), QStringLiteral("support-eu"), QStringLiteral("--from"),
                      QStringLiteral("-5m"), QStringLiteral("--to"), QStringLiteral("2027-01-01"),
                      QStringLiteral("--out"), QStringLiteral("-")}),
                 kExitDone);
        QVERIFY(m_errors.contains(QStringLiteral("it ends now")));
        QCOMPARE(m_out.count('\n'), 301);
    }

    void helpIsNoError()
    {
        QCOMPARE(run({QStringLiteral("--help")}), kExitDone);
        QVERIFY(m_out.contains("--node"));
        QVERIFY(m_errors.isEmpty());
    }

    void badArguments_data()
    {
        QTest::addColumn<QStringList>("args");
        QTest::addColumn<QString>("says");
        const auto list = [](const char *text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); };
        QTest::newRow("none") << QStringList() << QStringLiteral("--node is missing");
        QTest::newRow("no from") << list("--node a --out x.csv") << QStringLiteral("--from is missing");
        QTest::newRow("no out") << list("--node a --from -1h") << QStringLiteral("--out is missing");
        QTest::newRow("no value") << list("--node") << QStringLiteral("--node");
        QTest::newRow("unknown option") << list("--node a --colour red") << QStringLiteral("colour");
        QTest::newRow("stray word") << list("--node a --from -1h --out x.csv stray") << QStringLiteral("\"stray\"");
        QTest::newRow("no time") << list("--node a --from yesterday --out x.csv")
                                 << QStringLiteral("--from: \"yesterday\" is not a time");
        QTest::newRow("no end time") << list("--node a --from -1h --to soon --out x.csv") << QStringLiteral("--to:");
        QTest::newRow("backwards") << list("--node a --from -1h --to -2h --out x.csv")
                                   << QStringLiteral("is not before");
        QTest::newRow("empty") << list("--node a --from -1h --to -1h --out x.csv") << QStringLiteral("is not before");
        QTest::newRow("future only") << list("--node a --from 2026-02-01 --to 2026-02-02 --out x.csv")
                                     << QStringLiteral("begins in the future");
        QTest::newRow("format") << list("--node a --from -1h --out x.csv --format docx")
                                << QStringLiteral("neither pdf nor csv");
        QTest::newRow("no format") << list("--node a --from -1h --out x") << QStringLiteral("neither pdf nor csv");
        QTest::newRow("pdf to standard output")
            << list("--node a --from -1h --out - --format pdf") << QStringLiteral("Name a file");
    }
    void badArguments()
    {
        QFETCH(QStringList, args);
        QFETCH(QString, says);
        QCOMPARE(run(args), kExitBadArguments);
        QVERIFY2(m_errors.contains(says), qPrintable(m_errors));
        QVERIFY(m_out.isEmpty());
    }

    void anUnknownNodeListsTheKnownOnes()
    {
        QCOMPARE(run({QStringLiteral("--node"), QStringLiteral("suport"), QStringLiteral("--from"),
                      QStringLiteral("-1h"), QStringLiteral("--out"), QStringLiteral("-")}),
                 kExitFailed);
        QVERIFY(m_errors.contains(QStringLiteral("sales, support-eu")));
    }

    void withoutHistory()
    {
        const auto paths = pathsBelow(m_folder.filePath(QStringLiteral("nowhere")));
        QCOMPARE(run(with({QStringLiteral("--out"), QStringLiteral("-")}), paths), kExitFailed);
        QVERIFY(m_errors.contains(QStringLiteral("There is no history in")));
        QVERIFY(!QFile::exists(paths.historyFile())); // asking makes nothing
    }

    void anUnwritableFile()
    {
        QCOMPARE(run(with({QStringLiteral("--out"), m_folder.filePath(QStringLiteral("no/such/folder/a.csv"))})),
                 kExitFailed);
        QVERIFY(m_errors.contains(QStringLiteral("cannot be written")));
    }

    void anExistingFileIsReplacedWholeOrNotAtAll()
    {
        const QString file = m_folder.filePath(QStringLiteral("kept.csv"));
        const auto write = [&](const QByteArray &content) {
            QFile target(file);
            return target.open(QIODevice::WriteOnly) && target.write(content) == content.size();
        };
        QVERIFY(write("precious"));
        QCOMPARE(run({QStringLiteral("--node"), QStringLiteral("suport"), QStringLiteral("--from"),
                      QStringLiteral("-1h"), QStringLiteral("--out"), file}),
                 kExitFailed);
        QCOMPARE(contentOf(file), QByteArray("precious"));
        QCOMPARE(run(with({QStringLiteral("--out"), file})), kExitDone);
        QVERIFY(contentOf(file).startsWith("second,"));
        QVERIFY(QDir(m_folder.path()).entryList({QStringLiteral("kept.csv?*")}).isEmpty()); // no temporary file left
    }

    void theSameFromTheWindow()
    {
        ExportReportRequest request;
        request.nodeId = QStringLiteral("support-eu");
        request.from = samples::at(0);
        request.to = samples::at(600);
        request.format = ReportFormat::Pdf;
        request.filePath = m_folder.filePath(QStringLiteral("window.pdf"));
        const auto done = writeReport(request, m_paths.historyFile());
        QVERIFY2(done, done ? "" : qPrintable(done.error()));
        QVERIFY(contentOf(request.filePath).startsWith("%PDF-"));
        request.to = request.from;
        QVERIFY(!writeReport(request, m_paths.historyFile()));
    }

private:
    /// Ten minutes after the first sample, on a wall clock of UTC+01:00.
    int run(const QStringList &args, const std::optional<Paths> &paths = std::nullopt)
    {
        QBuffer out;
        QBuffer errors;
        out.open(QIODevice::WriteOnly);
        errors.open(QIODevice::WriteOnly);
        const int code = runReportCommand(args, paths.value_or(m_paths),
                                          {out, errors, UtcTime{samples::at(600)}, QTimeZone("Europe/Berlin")});
        m_out = out.data();
        m_errors = QString::fromUtf8(errors.data());
        return code;
    }
    static QStringList with(const QStringList &more)
    {
        return QStringList{QStringLiteral("--node"),           QStringLiteral("support-eu"), QStringLiteral("--from"),
                           QStringLiteral("2026-01-31T13:00"), QStringLiteral("--to"),       QStringLiteral("now")} +
               more;
    }
    static QByteArray contentOf(const QString &file)
    {
        QFile source(file);
        return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
    Paths m_paths;
    QByteArray m_out;
    QString m_errors;
};

BAROGRAPH_TEST(TestReportCommand)
#include "tst_report_command.moc"
