// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/listen_refusal.h"
#include "test_case.h"

using namespace barograph;

namespace {

NodeConfig nodeWith(const QString &id, const WebhookConfig &webhook)
{
    NodeConfig node;
    node.id = id;
    node.webhook = webhook;
    return node;
}

} // namespace

class TestListenRefusal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decides_data();
    void decides();
    void namesTheNodes();
};

void TestListenRefusal::decides_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("tls");
    QTest::addColumn<QString>("protection"); // of the one node
    QTest::addColumn<QString>("refusal");
    const auto row = [](const char *name, const char *address, bool tls, const char *protection, const char *refusal) {
        QTest::newRow(name) << QString::fromLatin1(address) << tls << QString::fromLatin1(protection)
                            << QString::fromLatin1(refusal);
    };
    row("loopback", "127.0.0.1", false, "address", "");
    row("other loopback", "127.0.0.53", false, "address", "");
    row("IPv6 loopback", "::1", false, "address", "");
    row("loopback, TLS", "::1", true, "address", "");
    row("all, plain", "0.0.0.0", false, "signature", "tls = true");
    row("all IPv6, plain", "::", false, "signature", "tls = true");
    row("network, plain", "192.0.2.1", false, "signature", "tls = true");
    row("network, plain, no nodes", "192.0.2.1", false, "none", "tls = true");
    row("network, address alone", "192.0.2.1", true, "address", "node-a");
    row("network, signature", "192.0.2.1", true, "signature", "");
    row("network, allow list", "192.0.2.1", true, "allow", "");
    row("network, certificate", "192.0.2.1", true, "certificate", "");
    row("network, no nodes", "192.0.2.1", true, "none", "");
}

void TestListenRefusal::decides()
{
    QFETCH(QString, address);
    QFETCH(bool, tls);
    QFETCH(QString, protection);
    QFETCH(QString, refusal);
    ListenerConfig listener;
    listener.address = address;
    listener.tls = tls;
    WebhookConfig webhook;
    if (protection == QLatin1String("signature"))
        webhook.auth = WebhookAuth::HubSha256;
    else if (protection == QLatin1String("allow"))
        webhook.allowFrom = QStringList{QStringLiteral("192.0.2.0/24")};
    else if (protection == QLatin1String("certificate"))
        webhook.clientName = QStringLiteral("wa");
    std::vector<NodeConfig> nodes;
    if (protection != QLatin1String("none"))
        nodes.push_back(nodeWith(QStringLiteral("node-a"), webhook));

    const auto refused = listenRefusal(listener, nodes);
    QCOMPARE(refused.isEmpty(), refusal.isEmpty());
    QVERIFY2(refused.contains(refusal), qPrintable(refused));
    QCOMPARE(listenWarning(listener, nodes), QString());

    // With the override the same finding is a warning.
    listener.allowUnprotected = true;
    QCOMPARE(listenRefusal(listener, nodes), QString());
    const auto warned = listenWarning(listener, nodes);
    QCOMPARE(warned.isEmpty(), refusal.isEmpty());
    QVERIFY2(warned.contains(refusal), qPrintable(warned));
}

void TestListenRefusal::namesTheNodes()
{
    ListenerConfig listener;
    listener.address = QStringLiteral("0.0.0.0");
    listener.tls = true;
    std::vector<NodeConfig> nodes;
    for (const char *id : {"a1", "b2", "c3", "d4", "e5"})
        nodes.push_back(nodeWith(QString::fromLatin1(id), {}));
    WebhookConfig fine;
    fine.auth = WebhookAuth::Bearer;
    nodes.push_back(nodeWith(QStringLiteral("fine"), fine));
    const auto refused = listenRefusal(listener, nodes);
    QVERIFY2(refused.contains(QLatin1String("a1, b2, c3 and 2 more")), qPrintable(refused));
    QVERIFY(!refused.contains(QLatin1String("fine")));
    QVERIFY(refused.contains(QLatin1String("allow_unprotected")));
}

BAROGRAPH_TEST(TestListenRefusal)
#include "tst_listen_refusal.moc"
