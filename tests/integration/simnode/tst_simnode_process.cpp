// SPDX-License-Identifier: GPL-3.0-or-later
#include "simnode_process.h"
#include "test_case.h"

#include <QTcpServer>

#include <csignal>

using namespace barograph::test;

namespace {

QString path(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

class TestSimnodeProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsWhenStandardInputCloses();
    void endsOnSignals_data();
    void endsOnSignals();
    void badArgumentsEndWithTwo();
    void helpAndVersion();
    void takenPortIsAnError();
    void unwritableLogIsAnError();
};

void TestSimnodeProcess::endsWhenStandardInputCloses()
{
    SimNodeProcess node;
    QVERIFY(node.start({path("--exit-on-stdin-close")}));
    node.process().write("ignored\n");
    QCOMPARE(node.call("GET", path("/")).status, 200);
    node.process().closeWriteChannel();
    QVERIFY(node.process().waitForFinished(20'000));
    QCOMPARE(node.process().exitStatus(), QProcess::NormalExit);
    QCOMPARE(node.process().exitCode(), 0);
}

void TestSimnodeProcess::endsOnSignals_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void TestSimnodeProcess::endsOnSignals()
{
    QFETCH(int, number);
    SimNodeProcess node;
    // With traffic and callbacks that nobody takes, so that there is something to break off.
    QVERIFY(node.start({path("--compress"), path("60"), path("--webhook"), path("http://127.0.0.1:9/")}));
    QTRY_VERIFY_WITH_TIMEOUT(node.counters()[u"failed_attempts"].toInteger() > 0, 20'000);
    node.process().closeWriteChannel(); // without the option, this means nothing
    QCOMPARE(::kill(static_cast<pid_t>(node.process().processId()), number), 0);
    QVERIFY(node.process().waitForFinished(20'000));
    QCOMPARE(node.process().exitStatus(), QProcess::NormalExit);
    QCOMPARE(node.process().exitCode(), 0);
}

void TestSimnodeProcess::badArgumentsEndWithTwo()
{
    QProcess process;
    process.start(path(BAROGRAPH_SIMNODE), {path("--shards"), path("3")});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 2);
    QVERIFY(process.readAllStandardOutput().isEmpty());
    QVERIFY(process.readAllStandardError().contains("--shards"));
}

void TestSimnodeProcess::helpAndVersion()
{
    QProcess process;
    process.start(path(BAROGRAPH_SIMNODE), {path("--help")});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(process.readAllStandardOutput().contains("--scenario"));
    process.start(path(BAROGRAPH_SIMNODE), {path("--version")});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(process.readAllStandardOutput().trimmed(), QByteArray("barograph-simnode " BAROGRAPH_VERSION));
}

void TestSimnodeProcess::takenPortIsAnError()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    QProcess process;
    process.start(path(BAROGRAPH_SIMNODE), {path("--listen"), QStringLiteral("127.0.0.1:%1").arg(taken.serverPort())});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardError().contains("--listen"));
}

void TestSimnodeProcess::unwritableLogIsAnError()
{
    QProcess process;
    process.start(path(BAROGRAPH_SIMNODE), {path("--log"), path("/nonexistent/folder/x")});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardError().contains("--log"));
}

BAROGRAPH_TEST(TestSimnodeProcess)
#include "tst_simnode_process.moc"
