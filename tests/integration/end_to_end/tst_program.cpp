// SPDX-License-Identifier: GPL-3.0-or-later
// The program as a user starts it.
#include "test_case.h"

#include <QDir>
#include <QDirIterator>
#include <QImage>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>

#include <csignal>

namespace {

/// Runs `barograph` with a home of its own.
class Program
{
public:
    Program()
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const char *variable : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"})
            environment.insert(QLatin1String(variable), m_home.filePath(QLatin1String(variable)));
        m_process.setProcessEnvironment(environment);
    }
    ~Program()
    {
        if (m_process.state() != QProcess::NotRunning) {
            m_process.kill();
            m_process.waitForFinished();
        }
    }
    void start(const QStringList &arguments) { m_process.start(QStringLiteral(BAROGRAPH_PROGRAM), arguments); }
    QProcess &process() { return m_process; }
    QString path(const QString &name) const { return m_home.filePath(name); }

private:
    QTemporaryDir m_home;
    QProcess m_process;
};

/// Process ids of the children of `parent`, from /proc.
QList<qint64> childrenOf(qint64 parent)
{
    QList<qint64> children;
    const auto folders = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (const QString &folder : folders) {
        QFile status(QStringLiteral("/proc/%1/stat").arg(folder));
        if (folder.toLongLong() == 0 || !status.open(QIODevice::ReadOnly))
            continue;
        const QByteArray line = status.readAll();
        const auto fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
        if (fields.size() > 1 && fields[1].toLongLong() == parent)
            children << folder.toLongLong();
    }
    return children;
}

bool isAlive(qint64 pid)
{
    QFile status(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return false;
    const QByteArray line = status.readAll();
    return line.mid(line.lastIndexOf(')') + 2, 1) != "Z";
}

} // namespace

class TestProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commandsAndBadArguments_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("help") << QStringList{QStringLiteral("--help")} << 0 << QByteArray("--demo");
        QTest::newRow("version") << QStringList{QStringLiteral("--version")} << 0 << QByteArray("barograph 0.");
        QTest::newRow("unknown option") << QStringList{QStringLiteral("--nonsense")} << 2 << QByteArray("nonsense");
        QTest::newRow("bad duration") << QStringList{QStringLiteral("--demo"), QStringLiteral("--screenshot"),
                                                     QStringLiteral("x.png"), QStringLiteral("--after"),
                                                     QStringLiteral("soon")}
                                      << 2 << QByteArray("soon");
        QTest::newRow("no such configuration")
            << QStringList{QStringLiteral("--config"), QStringLiteral("/nonexistent/config.toml")} << 1
            << QByteArray("/nonexistent/config.toml");
        QTest::newRow("report without a node") << QStringList{QStringLiteral("report")} << 2 << QByteArray("--node");
    }
    void commandsAndBadArguments()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        QFETCH(QByteArray, says);
        Program program;
        program.start(arguments);
        QTRY_COMPARE_WITH_TIMEOUT(program.process().state(), QProcess::NotRunning, 20'000);
        const QByteArray said = program.process().readAllStandardOutput() + program.process().readAllStandardError();
        QVERIFY2(said.contains(says), said.constData());
        QCOMPARE(program.process().exitCode(), exitCode);
    }

    void demoTakesAPictureAndEnds()
    {
        Program program;
        const QString file = program.path(QStringLiteral("picture.png"));
        program.start({QStringLiteral("--demo"), QStringLiteral("--theme"), QStringLiteral("dark"),
                       QStringLiteral("--screenshot"), file, QStringLiteral("--after"), QStringLiteral("12s")});
        QTRY_VERIFY_WITH_TIMEOUT(!childrenOf(program.process().processId()).isEmpty(), 20'000);
        const auto children = childrenOf(program.process().processId());
        QTRY_COMPARE_WITH_TIMEOUT(program.process().state(), QProcess::NotRunning, 60'000);
        const QByteArray said = program.process().readAllStandardError();
        QVERIFY2(program.process().exitCode() == 0, said.constData());
        const QImage picture(file);
        QCOMPARE(picture.size(), QSize(1280, 720));
        // Text, bars and a chart have many colours; an empty window has few.
        QSet<QRgb> colours;
        for (int y = 0; y < picture.height(); y += 3) {
            for (int x = 0; x < picture.width(); x += 3)
                colours.insert(picture.pixel(x, y));
        }
        QVERIFY2(colours.size() > 60, qPrintable(QString::number(colours.size())));
        for (const qint64 child : children)
            QTRY_VERIFY(!isAlive(child));
    }

    void childEndsWhenKilled()
    {
        Program program;
        program.start({QStringLiteral("--demo")});
        QTRY_VERIFY_WITH_TIMEOUT(!childrenOf(program.process().processId()).isEmpty(), 20'000);
        const auto children = childrenOf(program.process().processId());
        ::kill(static_cast<pid_t>(program.process().processId()), SIGKILL);
        QTRY_COMPARE_WITH_TIMEOUT(program.process().state(), QProcess::NotRunning, 20'000);
        for (const qint64 child : children)
            QTRY_VERIFY_WITH_TIMEOUT(!isAlive(child), 10'000);
    }

    void endsInAnOrderlyWayWhenTerminated()
    {
        Program program;
        program.start({QStringLiteral("--demo")});
        QTRY_VERIFY_WITH_TIMEOUT(!childrenOf(program.process().processId()).isEmpty(), 20'000);
        program.process().terminate();
        QTRY_COMPARE_WITH_TIMEOUT(program.process().state(), QProcess::NotRunning, 20'000);
        QCOMPARE(program.process().exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.process().exitCode(), 0);
        // Nothing of a demo is kept.
        QDirIterator left(program.path(QStringLiteral("XDG_STATE_HOME")), {QStringLiteral("demo*")},
                          QDir::Files | QDir::Dirs | QDir::Hidden, QDirIterator::Subdirectories);
        QVERIFY2(!left.hasNext(), qPrintable(left.next()));
    }

    void keepsNoNumberAndNoText()
    {
        Program program;
        program.start({QStringLiteral("--demo")});
        const QString state = program.path(QStringLiteral("XDG_STATE_HOME"));
        const auto journalBytes = [&state] {
            qint64 bytes = 0;
            QDirIterator files(state, QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                files.next();
                if (files.filePath().contains(QLatin1String("/journal/")))
                    bytes += files.fileInfo().size();
            }
            return bytes;
        };
        QTRY_VERIFY_WITH_TIMEOUT(journalBytes() > 4000, 30'000);
        // In order it would take its folder away.
        program.process().kill();
        QTRY_COMPARE_WITH_TIMEOUT(program.process().state(), QProcess::NotRunning, 20'000);

        int files = 0;
        QDirIterator everything(state, QDir::Files, QDirIterator::Subdirectories);
        while (everything.hasNext()) {
            QFile file(everything.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            ++files;
            // What callbacks of the simulated node hold, and what must not outlive the request.
            for (const char *trace : {"wa_id", "recipient_id", "\"body\"", "gBEG", "ABGG"})
                QVERIFY2(!content.contains(trace),
                         qPrintable(file.fileName() + QLatin1String(": ") + QLatin1String(trace)));
        }
        QVERIFY(files >= 3);
    }
};

BAROGRAPH_TEST(TestProgram)

#include "tst_program.moc"
