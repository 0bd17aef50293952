// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener/route_table.h"
#include "test_case.h"

using namespace barograph;

class TestRouteTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void removes();
};

void TestRouteTable::finds_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("node"); // -1: none
    const QByteArray secret(32, 'a');
    QTest::newRow("exact") << QByteArray("/hook/node-a/" + secret) << 4;
    QTest::newRow("second node") << QByteArray("/hook/node-b/" + QByteArray(32, 'b')) << 5;
    QTest::newRow("slash behind") << QByteArray("/hook/node-a/" + secret + "/") << 4;
    QTest::newRow("more segments") << QByteArray("/hook/node-a/" + secret + "/v1/messages") << 4;
    QTest::newRow("query") << QByteArray("/hook/node-a/" + secret + "?x=1/2") << 4;
    QTest::newRow("segments and query") << QByteArray("/hook/node-a/" + secret + "/x?y") << 4;
    QTest::newRow("wrong secret") << QByteArray("/hook/node-a/" + QByteArray(32, 'b')) << -1;
    QTest::newRow("short secret") << QByteArray("/hook/node-a/" + QByteArray(31, 'a')) << -1;
    QTest::newRow("long secret") << QByteArray("/hook/node-a/" + QByteArray(33, 'a')) << -1;
    QTest::newRow("upper case secret") << QByteArray("/hook/node-a/" + QByteArray(32, 'A')) << -1;
    QTest::newRow("no secret") << QByteArray("/hook/node-a") << -1;
    QTest::newRow("empty secret") << QByteArray("/hook/node-a/") << -1;
    QTest::newRow("unknown node") << QByteArray("/hook/node-c/" + secret) << -1;
    QTest::newRow("unknown node, secret of no node") << QByteArray("/hook/node-c/" + QByteArray(32, '-')) << -1;
    QTest::newRow("no node") << QByteArray("/hook//" + secret) << -1;
    QTest::newRow("prefix only") << QByteArray("/hook/") << -1;
    QTest::newRow("other prefix") << QByteArray("/hooks/node-a/" + secret) << -1;
    QTest::newRow("root") << QByteArray("/") << -1;
    QTest::newRow("empty") << QByteArray() << -1;
    QTest::newRow("query instead of secret") << QByteArray("/hook/node-a?" + secret) << -1;
    QTest::newRow("absolute form") << QByteArray("http://x/hook/node-a/" + secret) << -1;
}

void TestRouteTable::finds()
{
    QFETCH(QByteArray, target);
    QFETCH(int, node);
    RouteTable routes;
    routes.add("node-a", std::string(32, 'a'), 4);
    routes.add("node-b", std::string(32, 'b'), 5);
    const auto found = routes.find(target.toStdString());
    QCOMPARE(found != nullptr ? int{found->node} : -1, node);
}

void TestRouteTable::removes()
{
    RouteTable routes;
    routes.add("node-a", std::string(32, 'a'), 4);
    routes.remove("node-b");
    QVERIFY(routes.find("/hook/node-a/" + std::string(32, 'a')));
    routes.remove("node-a");
    QVERIFY(!routes.find("/hook/node-a/" + std::string(32, 'a')));
}

BAROGRAPH_TEST(TestRouteTable)
#include "tst_route_table.moc"
