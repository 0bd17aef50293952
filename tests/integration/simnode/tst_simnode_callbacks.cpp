// SPDX-License-Identifier: GPL-3.0-or-later
#include "simnode_process.h"
#include "test_case.h"
#include "webhook_receiver.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <algorithm>
#include <memory>

using namespace barograph::test;

namespace {

QString path(const char *text)
{
    return QString::fromLatin1(text);
}

QStringList arguments(const QString &webhook, const char *rest)
{
    return QStringList{path("--http"), path("--webhook"), webhook} + path(rest).split(QLatin1Char(' '));
}

} // namespace

class TestSimnodeCallbacks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyItemIsAcknowledgedOnceAndLogged();
    void refusedCallbacksComeAgain_data();
    void refusedCallbacksComeAgain();
    void callbacksSurviveARefusedConnection();
    void connectionsClosedBetweenRequestsDoNotCount();
    void redeliversWhenTold();
    void droppedAnswersAreRedelivered();
    void switchedOffKindsStop();
    void pausedQueueSendsNothing();
    void groupMessageFansOut();
    void timestampsAreWallTime();
    void usesSoManyConnectionsAsAllowed();
    void untrustedCertificateIsRefused();
};

void TestSimnodeCallbacks::everyItemIsAcknowledgedOnceAndLogged()
{
    const QTemporaryDir directory;
    const QString log = directory.filePath(QStringLiteral("acknowledged.jsonl"));
    WebhookReceiver receiver;
    SimNodeProcess node;
    QVERIFY(node.start(arguments(receiver.address(), "--compress 60 --tps 20 --duration 60 --log") + QStringList{log}));
    QTRY_VERIFY_WITH_TIMEOUT(node.counters()[u"drained"].toBool(), 60'000);
    const QJsonObject counters = node.counters();
    const qint64 generated = counters[u"generated"].toObject()[u"total"].toInteger();
    QVERIFY(generated > 300);
    QCOMPARE(counters[u"acknowledged"].toObject()[u"total"].toInteger(), generated);
    QCOMPARE(counters[u"redelivered_acks"].toInteger(), 0);
    QCOMPARE(static_cast<qint64>(receiver.items().size()), generated);
    for (const auto &item : receiver.items())
        QCOMPARE(receiver.timesSeen(item.key), 1);
    QVERIFY(receiver.headers().at(0).toLower().contains("content-type: application/json"));

    QFile file(log);
    QVERIFY(file.open(QIODevice::ReadOnly));
    qint64 lines = 0;
    while (!file.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
        QString kind = line[u"kind"].toString();
        kind = kind == u"send" ? path("sent") : kind == u"delivery" ? path("delivered") : kind;
        const QString key =
            line[u"id"].toString() + QLatin1Char('|') + kind + QLatin1Char('|') + line[u"who"].toString();
        QCOMPARE(receiver.timesSeen(key), 1);
        QVERIFY(line[u"at_ms"].isDouble());
        QVERIFY(!line.contains(u"again"));
        ++lines;
    }
    QCOMPARE(lines, generated);
}

void TestSimnodeCallbacks::refusedCallbacksComeAgain_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("500") << 500;
    QTest::newRow("503") << 503;
    QTest::newRow("204 is not 200") << 204;
    QTest::newRow("redirect is not followed") << 302;
    QTest::newRow("connection closed") << 0;
}

void TestSimnodeCallbacks::refusedCallbacksComeAgain()
{
    QFETCH(int, status);
    WebhookReceiver receiver;
    receiver.setAnswer(status);
    SimNodeProcess node;
    QVERIFY(node.start(arguments(receiver.address(), "--compress 30 --duration 30")));
    QTRY_VERIFY_WITH_TIMEOUT(receiver.items().size() > 50, 30'000);
    QCOMPARE(node.counted("acknowledged", "total"), 0U);
    QVERIFY(node.counters()[u"failed_attempts"].toInteger() > 20);
    receiver.setAnswer(200);
    QTRY_VERIFY_WITH_TIMEOUT(node.counters()[u"drained"].toBool(), 60'000);
    QCOMPARE(node.counted("acknowledged", "total"), node.counted("generated", "total"));
    QVERIFY(std::any_of(receiver.items().begin(), receiver.items().end(),
                        [&](const auto &item) { return receiver.timesSeen(item.key) > 1; }));
    const QByteArray stats = node.call("GET", path("/v1/stats/app?format=prometheus"), "Apikey monitoring-key-1").body;
    const QByteArray result = status == 0 ? QByteArray("2") : QByteArray::number(status);
    const QByteArray counted = "callback_requests_duration_ms_count{type=\"status_change\",result=\"" + result + "\"}";
    QVERIFY(stats.contains(counted));
}

void TestSimnodeCallbacks::callbacksSurviveARefusedConnection()
{
    auto receiver = std::make_unique<WebhookReceiver>();
    const quint16 port = receiver->serverPort();
    const QString address = receiver->address();
    receiver.reset();
    SimNodeProcess node;
    QVERIFY(node.start(arguments(address, "--compress 30 --duration 30")));
    QTRY_VERIFY_WITH_TIMEOUT(node.counters()[u"failed_attempts"].toInteger() > 20, 30'000);
    QCOMPARE(node.counted("acknowledged", "total"), 0U);
    receiver = std::make_unique<WebhookReceiver>(port);
    QVERIFY(receiver->isListening());
    QTRY_VERIFY_WITH_TIMEOUT(node.counters()[u"drained"].toBool(), 60'000);
    QCOMPARE(static_cast<quint64>(receiver->items().size()), node.counted("generated", "total"));
}

void TestSimnodeCallbacks::connectionsClosedBetweenRequestsDoNotCount()
{
    WebhookReceiver receiver;
    receiver.setClosing(true);
    SimNodeProcess node;
    QVERIFY(node.start(arguments(receiver.address(), "--compress 10 --duration 30")));
    QTRY_VERIFY_WITH_TIMEOUT(node.counters()[u"drained"].toBool(), 60'000);
    QCOMPARE(node.counted("acknowledged", "total"), node.counted("generated", "total"));
    QCOMPARE(node.counters()[u"failed_attempts"].toInteger(), 0);
}

void TestSimnodeCallbacks::redeliversWhenTold()
{
    const QTemporaryDir directory;
    const QString log = directory.filePath(QStringLiteral("acknowledged.jsonl"));
    WebhookReceiver receiver;
    SimNodeProcess node;
    QVERIFY(node.start(arguments(receiver.address(), "--compress 60 --duration 60 --redeliver 0.5 --log") +
                       QStringList{log}));
    QTRY_VERIFY_WITH_TIMEOUT(node.counters()[u"drained"].toBool(), 60'000);
    const quint64 generated = node.counted("generated", "total");
    const auto again = static_cast<quint64>(node.counters()[u"redelivered_acks"].toInteger());
    QVERIFY(again > generated / 2);
    QCOMPARE(static_cast<quint64>(receiver.items().size()), generated + again);
    QCOMPARE(node.counted("acknowledged", "total"), generated);
    QFile file(log);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(static_cast<quint64>(file.readAll().count("\"again\":true")), again);
}

void TestSimnodeCallbacks::droppedAnswersAreRedelivered()
{
    WebhookReceiver receiver;
    SimNodeProcess node;
    QVERIFY(node.start(arguments(receiver.address(), "--compress 30 --duration 60")));
    QCOMPARE(node.call("POST", path("/sim/fault"), {}, R"({"drop_answers":0.5})").status, 200);
    QTRY_VERIFY_WITH_TIMEOUT(receiver.items().size() > 100, 30'000);
    QCOMPARE(node.call("POST", path("/sim/fault"), {}, R"({"drop_answers":0})").status, 200);
    QTRY_VERIFY_WITH_TIMEOUT(node.counters()[u"drained"].toBool(), 60'000);
    QCOMPARE(node.counted("acknowledged", "total"), node.counted("generated", "total"));
    QVERIFY(static_cast<quint64>(receiver.items().size()) > node.counted("generated", "total") + 20);
}

void TestSimnodeCallbacks::switchedOffKindsStop()
{
    WebhookReceiver receiver;
    SimNodeProcess node;
    QVERIFY(node.start(arguments(receiver.address(), "--compress 10")));
    QTRY_VERIFY_WITH_TIMEOUT(receiver.count(path("delivered")) > 5, 20'000);
    const QByteArray token = node.login();
    const auto settings = path("/v1/settings/application");
    QCOMPARE(node.call("PATCH", settings, token, R"({"webhooks":{"message":{"delivered":false}}})").status, 200);
    // What was made before may still be on its way. The queue as a whole is no sign: new callbacks of the other kinds
    // keep it from ever being seen empty. Of this kind, nothing new comes to wait.
    QTRY_COMPARE_WITH_TIMEOUT(node.counted("waiting", "delivery"), 0U, 30'000);
    const quint64 before = node.counted("generated", "delivery");
    receiver.clear();
    QTRY_VERIFY_WITH_TIMEOUT(node.counted("generated", "delivery") > before + 10, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(receiver.count(path("receive")) > 0, 20'000);
    QCOMPARE(receiver.count(path("delivered")), 0);
    QVERIFY(node.counted("switched_off", "delivery") > 0);
    QCOMPARE(node.call("PATCH", settings, token, R"({"webhooks":{"message":{"delivered":true}}})").status, 200);
    QTRY_VERIFY_WITH_TIMEOUT(receiver.count(path("delivered")) > 0, 20'000);
}

void TestSimnodeCallbacks::pausedQueueSendsNothing()
{
    WebhookReceiver receiver;
    SimNodeProcess node;
    QVERIFY(node.start(arguments(receiver.address(), "--scenario campaign --compress 10")));
    QTRY_VERIFY_WITH_TIMEOUT(receiver.count(path("sent")) > 20, 20'000);
    QCOMPARE(node.call("POST", path("/queue/pause"), {}, R"({"reason":"too much"})").status, 200);
    const quint64 sent = node.counted("generated", "send");
    const quint64 others = node.counted("generated", "total");
    QTRY_VERIFY_WITH_TIMEOUT(node.counted("generated", "total") > others + 50, 20'000);
    QCOMPARE(node.counted("generated", "send"), sent);
    QCOMPARE(node.call("POST", path("/queue/resume")).status, 200);
    QTRY_VERIFY_WITH_TIMEOUT(node.counted("generated", "send") > sent, 20'000);
}

void TestSimnodeCallbacks::groupMessageFansOut()
{
    WebhookReceiver receiver;
    SimNodeProcess node;
    QVERIFY(node.start(arguments(receiver.address(), "--duration 0 --tps 1000 --compress 30")));
    const QByteArray token = node.login();
    const Answer sent =
        node.call("POST", path("/v1/messages"), token,
                  R"({"to":"16505550100-1530825320","recipient_type":"group","type":"text","text":{"body":"x"}})");
    QCOMPARE(sent.status, 201);
    const QString id = sent.json()[u"messages"][0][u"id"].toString();
    QTRY_VERIFY_WITH_TIMEOUT(node.counters()[u"drained"].toBool(), 60'000);
    QVERIFY(receiver.count(path("delivered")) > 200);
    QVERIFY(receiver.count(path("read")) > 50);
    QCOMPARE(receiver.count(path("sent")), 1);
    for (const auto &item : receiver.items()) {
        QCOMPARE(item.json[u"id"].toString(), id);
        QCOMPARE(receiver.timesSeen(item.key), 1);
        QVERIFY(!item.json.contains(u"group_id"));
    }
}

void TestSimnodeCallbacks::timestampsAreWallTime()
{
    WebhookReceiver receiver;
    SimNodeProcess node;
    const qint64 before = QDateTime::currentSecsSinceEpoch();
    QVERIFY(node.start(arguments(receiver.address(), "--compress 60")));
    QTRY_VERIFY_WITH_TIMEOUT(receiver.items().size() > 100, 20'000);
    const qint64 after = QDateTime::currentSecsSinceEpoch();
    for (const auto &item : receiver.items()) {
        QVERIFY(item.json[u"timestamp"].isString());
        const qint64 at = item.json[u"timestamp"].toString().toLongLong();
        QVERIFY2(at >= before - 1 && at <= after + 1, qPrintable(QString::number(at - before)));
    }
}

void TestSimnodeCallbacks::usesSoManyConnectionsAsAllowed()
{
    WebhookReceiver receiver;
    receiver.setAnswer(-1); // never answers: every worker is soon waiting
    SimNodeProcess node;
    QVERIFY(node.start(arguments(receiver.address(), "--compress 60 --max-concurrent 12")));
    QTRY_COMPARE_WITH_TIMEOUT(receiver.items().size(), 12, 20'000);
    QCOMPARE(receiver.highestConcurrency(), 12);
    // The request is given up in the end and its callback comes again.
    QTRY_VERIFY_WITH_TIMEOUT(node.counters()[u"failed_attempts"].toInteger() >= 12, 20'000);
}

void TestSimnodeCallbacks::untrustedCertificateIsRefused()
{
    // Another simulated node is the TLS server: its certificate is not one that the system trusts.
    const QTemporaryDir directory;
    const QString pem = directory.filePath(QStringLiteral("receiver.pem"));
    SimNodeProcess receiver;
    QVERIFY(receiver.start({path("--duration"), path("0"), path("--tls-cert-out"), pem}));
    const QString address = receiver.url(path("/sim/fault")).toString(); // answers 400 to a callback's body

    const auto resultsWith = [&](const QStringList &trust) {
        SimNodeProcess node;
        if (!node.start(arguments(address, "--compress 30") + trust))
            return QByteArray();
        while (node.counters()[u"failed_attempts"].toInteger() < 3)
            QTest::qWait(20);
        return node.call("GET", path("/v1/stats/app?format=prometheus"), "Apikey monitoring-key-1").body;
    };
    QVERIFY(resultsWith({}).contains("result=\"6\"}"));
    QVERIFY(resultsWith({path("--webhook-ca"), pem}).contains("result=\"400\"}"));
    QVERIFY(resultsWith({path("--webhook-insecure")}).contains("result=\"400\"}"));
}

BAROGRAPH_TEST(TestSimnodeCallbacks)
#include "tst_simnode_callbacks.moc"
