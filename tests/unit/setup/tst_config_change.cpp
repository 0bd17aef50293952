// SPDX-License-Identifier: GPL-3.0-or-later
// What an edit makes of a configuration.
#include "secrets/secret_store.h"
#include "setup/config_change.h"
#include "test_case.h"

using namespace barograph;

namespace {

NodeConfig nodeWith(const QString &id)
{
    NodeConfig node;
    node.id = id;
    node.name = id.toUpper();
    node.baseUrl = QUrl(QStringLiteral("https://10.0.0.5:9090"));
    return node;
}

Config configOf(const QStringList &ids)
{
    Config config;
    for (const QString &id : ids)
        config.nodes.push_back(nodeWith(id));
    return config;
}

QString idsOf(const Config &config)
{
    QStringList ids;
    for (const auto &node : config.nodes)
        ids << node.id;
    return ids.join(QLatin1Char(' '));
}

const QStringList kAbc{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};

SaveNode saving(const NodeConfig &node, const QString &edited = {})
{
    return {NodeDraft{node, {}, edited}};
}

} // namespace

class TestConfigChange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsAtTheEnd()
    {
        SaveNode edit = saving(nodeWith(QStringLiteral("d")));
        edit.draft.secrets[SecretName::kPassword] = Secret("p");
        const auto change = changeConfig(configOf(kAbc), edit);
        QVERIFY(change.has_value());
        QCOMPARE(idsOf(change->config), QStringLiteral("a b c d"));
        QCOMPARE(change->nodeId, QStringLiteral("d"));
        QCOMPARE(change->before.size(), std::size_t{1});
        QCOMPARE(change->before[0].nodeId, QStringLiteral("d"));
        QCOMPARE(change->before[0].value->reveal(), QByteArray("p"));
        QVERIFY(change->after.empty());
        QVERIFY(!change->text.contains(QStringLiteral("\"p\"")));
    }

    void changesInItsPlaceAndTakesSecretsAlongWhenRenamed()
    {
        NodeConfig node = nodeWith(QStringLiteral("b"));
        node.allocatedTps = 20;
        auto change = changeConfig(configOf(kAbc), saving(node, QStringLiteral("b")));
        QVERIFY(change.has_value());
        QCOMPARE(idsOf(change->config), QStringLiteral("a b c"));
        QCOMPARE(change->config.nodes[1].allocatedTps, 20.0);
        QVERIFY(change->before.empty() && change->after.empty());

        node.id = QStringLiteral("b2");
        SaveNode renaming = saving(node, QStringLiteral("b"));
        renaming.draft.secrets[SecretName::kApiKey] = Secret("new key");
        change = changeConfig(configOf(kAbc), renaming);
        QVERIFY(change.has_value());
        QCOMPARE(idsOf(change->config), QStringLiteral("a b2 c"));
        QCOMPARE(static_cast<int>(change->before.size()), static_cast<int>(SecretName::kAll.size()));
        QCOMPARE(static_cast<int>(change->after.size()), static_cast<int>(SecretName::kAll.size()));
        for (const auto &secret : change->before) {
            QCOMPARE(secret.nodeId, QStringLiteral("b2"));
            QCOMPARE(secret.value.has_value(), secret.name == SecretName::kApiKey);
            QCOMPARE(secret.from, secret.value ? QString() : QStringLiteral("b"));
        }
        for (const auto &secret : change->after)
            QVERIFY(secret.nodeId == QStringLiteral("b") && secret.value && secret.value->isEmpty());
        QVERIFY(change->text.contains(QStringLiteral("webhook address changed")));
    }

    void refusesWithTheFieldOfTheDialog()
    {
        NodeConfig node = nodeWith(QStringLiteral("d"));
        node.allocatedTps = -1;
        auto change = changeConfig(configOf(kAbc), saving(node));
        QVERIFY(!change);
        QCOMPARE(change.error().field, QStringLiteral("allocated_tps"));
        change = changeConfig(configOf(kAbc), saving(nodeWith(QStringLiteral("b"))));
        QVERIFY(!change);
        QCOMPARE(change.error().field, QStringLiteral("id"));
        QVERIFY(change.error().text.contains(QStringLiteral("taken by “B”")));
        change = changeConfig(configOf(kAbc), saving(nodeWith(QStringLiteral("a")), QStringLiteral("b")));
        QCOMPARE(change.error().field, QStringLiteral("id"));
        // What only shows beside the listener is about this node too.
        node = nodeWith(QStringLiteral("d"));
        node.webhook.clientName = QStringLiteral("c.example");
        change = changeConfig(configOf(kAbc), saving(node));
        QCOMPARE(change.error().field, QStringLiteral("webhook.client_name"));
        change = changeConfig(configOf(kAbc), saving(nodeWith(QStringLiteral("x")), QStringLiteral("gone")));
        QVERIFY(!change && change.error().text.contains(QStringLiteral("\"gone\"")));
    }

    void removes()
    {
        auto change = changeConfig(configOf(kAbc), RemoveNode{QStringLiteral("b"), true});
        QVERIFY(change.has_value());
        QCOMPARE(idsOf(change->config), QStringLiteral("a c"));
        QVERIFY(change->before.empty());
        QCOMPARE(static_cast<int>(change->after.size()), static_cast<int>(SecretName::kAll.size()));
        change = changeConfig(configOf(kAbc), RemoveNode{QStringLiteral("b"), false});
        QVERIFY(change->after.empty());
        QVERIFY(!changeConfig(configOf(kAbc), RemoveNode{QStringLiteral("x"), false}));
    }

    void duplicatesSwitchedOff()
    {
        Config config = configOf({QStringLiteral("a"), QStringLiteral("a-copy"), QString(40, QLatin1Char('x'))});
        config.nodes[2].name = QString(80, QLatin1Char('n'));
        auto change = changeConfig(config, DuplicateNode{QStringLiteral("a")});
        QVERIFY(change.has_value());
        QCOMPARE(change->nodeId, QStringLiteral("a-copy-2"));
        QCOMPARE(change->config.nodes[1].id, QStringLiteral("a-copy-2"));
        QCOMPARE(change->config.nodes[1].name, QStringLiteral("A (copy)"));
        QVERIFY(!change->config.nodes[1].enabled && change->config.nodes[0].enabled);
        QCOMPARE(change->before[0].from, QStringLiteral("a"));
        change = changeConfig(config, DuplicateNode{QString(40, QLatin1Char('x'))});
        QVERIFY2(change.has_value(), "ids and names that are as long as they may be");
        QCOMPARE(change->nodeId.size(), 40);
    }

    void moves_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("row");
        QTest::addColumn<QString>("order");
        QTest::newRow("down") << "a" << 1 << "b a c";
        QTest::newRow("to the end") << "a" << 2 << "b c a";
        QTest::newRow("beyond the end") << "a" << 99 << "b c a";
        QTest::newRow("up") << "c" << 1 << "a c b";
        QTest::newRow("to the top") << "c" << -5 << "c a b";
        QTest::newRow("nowhere") << "b" << 1 << "a b c";
    }
    void moves()
    {
        QFETCH(QString, id);
        QFETCH(int, row);
        QFETCH(QString, order);
        const auto change = changeConfig(configOf(kAbc), MoveNode{id, row});
        QVERIFY(change.has_value());
        QCOMPARE(idsOf(change->config), order);
    }

    void switchesAndGroups()
    {
        auto change = changeConfig(configOf(kAbc), SwitchNode{QStringLiteral("b"), false});
        QVERIFY(!change->config.nodes[1].enabled && change->config.nodes[0].enabled);
        change = changeConfig(change->config, GroupNode{QStringLiteral("b"), QStringLiteral(" EU ")});
        QCOMPARE(change->config.nodes[1].group, QStringLiteral("EU"));
        QVERIFY(!change->config.nodes[1].enabled);
        change = changeConfig(change->config, GroupNode{QStringLiteral("b"), QString(81, QLatin1Char('g'))});
        QVERIFY(!change);
        QCOMPARE(change.error().field, QStringLiteral("group"));
    }

    void imports()
    {
        Config file = configOf({QStringLiteral("c"), QStringLiteral("d")});
        file.nodes[0].name = QStringLiteral("changed");
        file.listener.port = 1234;
        auto change = importedConfig(configOf(kAbc), file, false);
        QVERIFY(change.has_value());
        QCOMPARE(idsOf(change->config), QStringLiteral("a b c d"));
        QCOMPARE(change->config.nodes[2].name, QStringLiteral("changed"));
        QCOMPARE(change->config.listener.port, ListenerConfig().port);
        QVERIFY2(change->text.contains(QStringLiteral("1 node added (d), 1 node changed (c)")),
                 qPrintable(change->text));
        change = importedConfig(configOf(kAbc), file, true);
        QCOMPARE(idsOf(change->config), QStringLiteral("c d"));
        QCOMPARE(change->config.listener.port, quint16{1234});
        QVERIFY2(change->text.contains(QStringLiteral("2 nodes removed (a, b)")), qPrintable(change->text));
    }

    void namesDifferences()
    {
        const auto before = configOf(kAbc).nodes;
        QCOMPARE(nodesDifference(before, before), QString());
        QCOMPARE(nodesDifference(before, {before[1], before[0], before[2]}),
                 QStringLiteral("the order of the nodes changed"));
        std::vector<NodeConfig> many;
        for (int i = 0; i < 7; ++i)
            many.push_back(nodeWith(QStringLiteral("n%1").arg(i)));
        QCOMPARE(nodesDifference({}, many), QStringLiteral("7 nodes added (n0, n1, n2, n3, n4, …)"));
    }
};

BAROGRAPH_TEST(TestConfigChange)
#include "tst_config_change.moc"
