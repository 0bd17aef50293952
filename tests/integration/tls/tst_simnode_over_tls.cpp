// SPDX-License-Identifier: GPL-3.0-or-later
// A node that trusts the certificate which the listener made for itself, and no other, hands everything over.
#include "test_case.h"
#include "whole_program.h"

#include <QJsonObject>

using namespace barograph;
using namespace barograph::test;

class TestSimnodeOverTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsEqualTheNodesOwn()
    {
        WholeProgram program;
        program.config().listener.tls = true;
        QVERIFY(program.startBackend());
        QVERIFY(program.webhookUrl().startsWith(QStringLiteral("https://127.0.0.1:")));
        const QString trusted = program.paths().dataDir + QStringLiteral("/uploaded.pem");
        {
            QFile file(trusted);
            QVERIFY(file.open(QIODevice::WriteOnly));
            QVERIFY(file.write(program.backend().listenerCertificatePem()) > 0);
        }
        QVERIFY(
            program.startNode({QStringLiteral("--scenario"), QStringLiteral("campaign"), QStringLiteral("--duration"),
                               QStringLiteral("120"), QStringLiteral("--compress"), QStringLiteral("60"),
                               QStringLiteral("--seed"), QStringLiteral("7"), QStringLiteral("--redeliver"),
                               QStringLiteral("0.1"), QStringLiteral("--webhook-ca"), trusted}));
        QTRY_VERIFY_WITH_TIMEOUT(program.nodeFrame().ingest.counted >= 60, 60'000);
        // The same certificate again after a restart: the node goes on as if nothing had been.
        program.stopBackend();
        QVERIFY(program.startBackend());
        QJsonObject counters;
        QTRY_VERIFY_WITH_TIMEOUT((counters = program.node().counters()).value(QLatin1String("drained")).toBool(),
                                 120'000);
        const auto acknowledged = counters.value(QLatin1String("acknowledged")).toObject();
        const auto of = [&acknowledged](const char *kind) {
            return static_cast<quint64>(acknowledged.value(QLatin1String(kind)).toDouble());
        };
        const ByKind<quint64> expected{{of("receive"), of("send"), of("delivery"), of("read")}};
        QVERIFY(expected.total() >= 60);
        QTRY_COMPARE(program.nodeFrame().totals[EventKind::Receive], expected[EventKind::Receive]);
        QTRY_COMPARE(program.nodeFrame().totals[EventKind::Send], expected[EventKind::Send]);
        QTRY_COMPARE(program.nodeFrame().totals[EventKind::Delivery], expected[EventKind::Delivery]);
        QTRY_COMPARE(program.nodeFrame().totals[EventKind::Read], expected[EventKind::Read]);
        QVERIFY(program.frame()->listener.tls);
    }

    void aNodeThatDoesNotTrustItSendsNothing()
    {
        WholeProgram program;
        program.config().listener.tls = true;
        QVERIFY(program.startBackend());
        QVERIFY(program.startNode(
            {QStringLiteral("--duration"), QStringLiteral("60"), QStringLiteral("--compress"), QStringLiteral("60")}));
        QTRY_VERIFY_WITH_TIMEOUT(program.node().counters().value(QLatin1String("failed_attempts")).toInt() > 3, 60'000);
        QCOMPARE(program.nodeFrame().ingest.received, 0U);
    }
};

BAROGRAPH_TEST(TestSimnodeOverTls)
#include "tst_simnode_over_tls.moc"
