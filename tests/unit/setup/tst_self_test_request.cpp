// SPDX-License-Identifier: GPL-3.0-or-later
// Callbacks in which nothing happened, and what the answers to them mean.
#include "ingest/fingerprinter.h"
#include "nodes/decoder.h"
#include "nodes/name_tally.h"
#include "setup/self_test.h"
#include "setup/self_test_request.h"
#include "test_case.h"

using namespace barograph;

class TestSelfTestRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsNothing_data()
    {
        QTest::addColumn<int>("kind");
        for (const auto kind : {NodeKind::OnPremises, NodeKind::CloudApi, NodeKind::PickyAssist, NodeKind::Waha,
                                NodeKind::Evolution, NodeKind::Gowa})
            QTest::newRow(qPrintable(nodeKindName(kind))) << static_cast<int>(kind);
    }
    void countsNothing()
    {
        QFETCH(int, kind);
        const auto decoder = makeDecoder(static_cast<NodeKind>(kind));
        const Fingerprinter prints{InstallationKey(InstallationKey::Bytes{})};
        NameTally unknown;
        std::vector<DecodedItem> items;
        QByteArray body = eventlessBody(static_cast<NodeKind>(kind));
        const auto size = static_cast<std::size_t>(body.size());
        body.append(static_cast<qsizetype>(kBodyPadding), ' ');
        const auto stats = decoder->decode({body.constData(), size}, {prints, unknown}, items);
        QVERIFY2(stats.has_value(), stats ? "" : stats.error().reason.data());
        QCOMPARE(stats->rejected, 0U);
        for (const auto &item : items) {
            QVERIFY2(!item.kind, "one of the four kinds would be counted");
            QVERIFY2(item.apart == ApartKind::OtherNotice, "it would look like something that happened");
        }
        QVERIFY2(unknown.total() == 0, "it would be named as not known");
    }

    void saysWhatAnswersMean_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("secretStored");
        QTest::addColumn<bool>("ok");
        QTest::addColumn<QString>("says");
        QTest::newRow("200") << 200 << true << true << "acknowledged";
        QTest::newRow("401, none stored") << 401 << false << false << "no webhook secret is stored";
        QTest::newRow("401") << 401 << true << false << "not the one it compares with";
        QTest::newRow("403") << 403 << true << true << "allowed addresses";
        QTest::newRow("404") << 404 << true << false << "no such address";
        QTest::newRow("503") << 503 << true << false << "takes nothing at present";
        QTest::newRow("500") << 500 << true << false << "HTTP 500";
        QTest::newRow("none") << 0 << true << false << "could not be reached: why";
    }
    void saysWhatAnswersMean()
    {
        QFETCH(int, status);
        QFETCH(bool, secretStored);
        QFETCH(bool, ok);
        QFETCH(QString, says);
        SelfTestTask task;
        task.node.id = QStringLiteral("a");
        task.node.webhook.auth = WebhookAuth::HubSha256;
        if (secretStored)
            task.secret = Secret("hunter2");
        HttpReply reply;
        reply.status = status;
        reply.detail = QStringLiteral("why");
        const auto result = judgeSelfTest(task, reply);
        QCOMPARE(result.nodeId, QStringLiteral("a"));
        QCOMPARE(result.ok, ok);
        QVERIFY2(result.text.contains(says), qPrintable(result.text));
        QVERIFY(!result.text.contains(QStringLiteral("hunter2")));
    }

    void findsItself()
    {
        const QUrl url(QStringLiteral("https://desk.example:28443/hook/a/s"));
        QCOMPARE(reachedFromHere(url, QStringLiteral("0.0.0.0")).toString(),
                 QStringLiteral("https://127.0.0.1:28443/hook/a/s"));
        QCOMPARE(reachedFromHere(url, QStringLiteral("::")).toString(), QStringLiteral("https://[::1]:28443/hook/a/s"));
        QCOMPARE(reachedFromHere(url, QStringLiteral("10.0.0.5")), url);
    }
};

BAROGRAPH_TEST(TestSelfTestRequest)
#include "tst_self_test_request.moc"
