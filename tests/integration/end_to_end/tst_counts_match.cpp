// SPDX-License-Identifier: GPL-3.0-or-later
// The main promise: what Barograph counts equals what the node says it handed over, kind by kind, in every scenario,
// with callbacks sent twice and with the listener away for a while in the middle.
#include "test_case.h"
#include "whole_program.h"

#include <QJsonObject>
#include <QProcess>

using namespace barograph;
using namespace barograph::test;

namespace {

ByKind<quint64> kindsOf(const QJsonObject &counters, QLatin1String what)
{
    const QJsonObject counts = counters.value(what).toObject();
    const auto of = [&counts](const char *kind) {
        return static_cast<quint64>(counts.value(QLatin1String(kind)).toDouble());
    };
    return {{of("receive"), of("send"), of("delivery"), of("read")}};
}

QByteArray printed(const ByKind<quint64> &counts)
{
    return QStringLiteral("receive %1, send %2, delivery %3, read %4")
        .arg(counts[EventKind::Receive])
        .arg(counts[EventKind::Send])
        .arg(counts[EventKind::Delivery])
        .arg(counts[EventKind::Read])
        .toLatin1();
}

void compareKinds(const ByKind<quint64> &ours, const ByKind<quint64> &theirs)
{
    QCOMPARE(printed(ours), printed(theirs));
}

bool addsUp(const IngestTotals &totals)
{
    return totals.received == totals.counted + totals.apart + totals.redelivered + totals.rejected;
}

/// In the newest whole second, which ended after `after`.
bool sendsAreMeasured(const NodeFrame &node, UtcSecond after)
{
    return node.series && node.series->end() > after && node.series->samples.back().isKnown(EventKind::Send);
}

} // namespace

class TestCountsMatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsEqualTheNodesOwn_data()
    {
        QTest::addColumn<QStringList>("options");
        const auto row = [](const char *name, const char *options) {
            QTest::newRow(name) << QString::fromLatin1(options).split(QLatin1Char(' '));
        };
        row("steady", "--scenario steady --duration 240");
        row("campaign", "--scenario campaign --duration 240");
        row("group-storm", "--scenario group-storm --duration 240");
        row("slow-bot", "--scenario slow-bot --duration 120");
        row("overload", "--scenario overload --duration 180");
        row("failover", "--scenario failover --duration 240");
        row("shard-loss", "--scenario shard-loss --shards 4 --duration 240");
        row("silent-webhooks", "--scenario silent-webhooks --duration 240");
    }
    void countsEqualTheNodesOwn()
    {
        QFETCH(QStringList, options);
        WholeProgram program;
        QVERIFY(program.startBackend());
        QVERIFY(program.startNode(options + QStringList{QStringLiteral("--compress"), QStringLiteral("60"),
                                                        QStringLiteral("--seed"), QStringLiteral("7"),
                                                        QStringLiteral("--redeliver"), QStringLiteral("0.1")}));

        QTRY_VERIFY_WITH_TIMEOUT(program.nodeFrame().ingest.counted >= 60, 60'000);
        program.stopBackend();
        // Callbacks meet a closed port now and have to be tried again.
        const auto failedBefore = program.node().counters().value(QLatin1String("failed_attempts")).toDouble();
        QTRY_VERIFY_WITH_TIMEOUT(program.node().counters().value(QLatin1String("failed_attempts")).toDouble() >
                                         failedBefore ||
                                     program.node().counters().value(QLatin1String("callback_queue")).toInt() == 0,
                                 20'000);
        QVERIFY(program.startBackend());

        QJsonObject counters;
        QTRY_VERIFY_WITH_TIMEOUT((counters = program.node().counters()).value(QLatin1String("drained")).toBool(),
                                 240'000);

        // Acknowledged means durable and about to be counted; the frame follows within a tenth of a second.
        const auto expected = kindsOf(counters, QLatin1String("acknowledged"));
        const auto generated = kindsOf(counters, QLatin1String("generated"));
        [[maybe_unused]] const bool equal =
            QTest::qWaitFor([&] { return program.nodeFrame().totals == expected; }, 20'000);
        compareKinds(program.nodeFrame().totals, expected);
        QCOMPARE(program.nodeFrame().sendSource, SendSource::SentStatuses);
        QVERIFY(expected.total() >= 60);

        // All that spent the node's budget has come here, but for what the node itself kept back.
        auto accounted = expected;
        for (const char *fate : {"switched_off", "diverted"})
            accounted += kindsOf(counters, QLatin1String(fate));
        compareKinds(accounted, generated);

        const auto &totals = program.nodeFrame().ingest;
        QVERIFY(addsUp(totals));
        QCOMPARE(totals.rejected, 0U);
        QVERIFY2(totals.redelivered > 0, "nothing was sent twice: the test proves nothing about that");
        QVERIFY(addsUp(program.frame()->ingest));
    }

    void sendsFromTheStatsCounterEqualTheNodesOwn()
    {
        WholeProgram program;
        QVERIFY(program.startBackend());
        QVERIFY(program.startNode(
            {QStringLiteral("--duration"), QStringLiteral("0"), QStringLiteral("--compress"), QStringLiteral("60")}));
        const QByteArray token = program.node().login();
        const auto answer = program.node().call(
            "PATCH", QStringLiteral("/v1/settings/application"), token,
            R"({"sent_status":false,"webhooks":{"message":{"sent":false,"delivered":true,"read":true}}})");
        QCOMPARE(answer.status, 200);
        QTRY_COMPARE_WITH_TIMEOUT(program.nodeFrame().sendSource, SendSource::StatsCounter, 90'000);
        // The settings can be known before the counter is, and what it grows by until then is nobody's to tell.
        const UtcSecond switched = program.nodeFrame().series->end();
        QTRY_VERIFY_WITH_TIMEOUT(sendsAreMeasured(program.nodeFrame(), switched), 90'000);

        const auto enqueue = [&program] {
            const auto queued =
                program.node().call("POST", QStringLiteral("/queue/messages"), {},
                                    R"({"to":"12025550100","recipient_type":"individual","count":300})");
            QCOMPARE(queued.status, 201);
        };
        const auto sends = [&program] { return program.nodeFrame().totals[EventKind::Send]; };
        enqueue();
        QTRY_COMPARE_WITH_TIMEOUT(sends(), 300U, 60'000);
        // What is sent while nobody looks is learnt from the counter afterwards, and only once.
        program.stopBackend();
        enqueue();
        QTRY_COMPARE_WITH_TIMEOUT(program.node().counted("generated", "send"), 600U, 60'000);
        QVERIFY(program.startBackend());
        QTRY_COMPARE_WITH_TIMEOUT(sends(), 600U, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(program.node().counters().value(QLatin1String("drained")).toBool(), 120'000);
        const auto expected = kindsOf(program.node().counters(), QLatin1String("acknowledged"));
        QTRY_COMPARE(program.nodeFrame().totals[EventKind::Delivery], expected[EventKind::Delivery]);
        QTRY_COMPARE(program.nodeFrame().totals[EventKind::Read], expected[EventKind::Read]);
        QCOMPARE(sends(), 600U);
        QVERIFY(addsUp(program.nodeFrame().ingest));
    }

    void documentedCallbackByCurlCountsOne()
    {
        WholeProgram program;
        QVERIFY(program.startBackend());
        QVERIFY(program.startNode({QStringLiteral("--duration"), QStringLiteral("0")}));
        QTRY_VERIFY(!program.webhookUrl().isEmpty());
        const auto before = program.nodeFrame().totals;
        QCOMPARE(before.total(), 0U);

        QProcess curl;
        curl.start(QStringLiteral("curl"),
                   {QStringLiteral("-sS"), QStringLiteral("-w"), QStringLiteral("%{http_code}"), QStringLiteral("-d"),
                    QStringLiteral(R"({"statuses":[{"id":"gBEGkYiEB1VXAglK1ZEqA1YKPrU","recipient_id":"12064001000",)"
                                   R"("status":"delivered","timestamp":"1780000000"}]})"),
                    program.webhookUrl()});
        QTRY_COMPARE(curl.state(), QProcess::NotRunning);
        QVERIFY2(curl.readAllStandardOutput().endsWith("200"), curl.readAllStandardError().constData());

        QTRY_COMPARE(program.nodeFrame().totals.total(), 1U);
        QCOMPARE(program.nodeFrame().totals[EventKind::Delivery], 1U);
        const auto drawn = [&program] {
            quint64 events = 0;
            for (const auto &sample : program.nodeFrame().series->samples)
                events += sample.counts.total();
            return events;
        };
        QTRY_COMPARE(drawn(), 1U);
    }
};

BAROGRAPH_TEST(TestCountsMatch)

#include "tst_counts_match.moc"
