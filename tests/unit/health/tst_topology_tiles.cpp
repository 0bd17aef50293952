// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/topology_tiles.h"
#include "test_case.h"

using namespace barograph;

namespace {

const UtcTime kNoon = fromUnixMillis(1'772'366'400'000);

TopologyView viewOf(std::vector<Member> members, int shards)
{
    TopologyWatch watch;
    watch.apply({std::move(members), {}}, kNoon);
    return watch.view(kNoon, shards);
}

Member coreApp(int number, GatewayStatus status)
{
    return {QStringLiteral("core-%1:77").arg(number), MemberRole::CoreApp, status};
}

const Member kPrimary{QStringLiteral("master-1:77"), MemberRole::PrimaryMaster, GatewayStatus::Disconnected};

/// C connected, c connecting, M missing, E empty, S surplus, s stands by, U not known.
QString lettersOf(const TopologyRow &row)
{
    QString letters;
    for (const auto &place : row.places)
        letters += QLatin1Char("CcMESsU"[static_cast<int>(place.look)]);
    return letters;
}

} // namespace

class TestTopologyTiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void singleContainer()
    {
        const auto rows = topologyRows(viewOf({{{}, MemberRole::Single, GatewayStatus::Connected}}, 0),
                                       QStringLiteral("Sales"), true, kNoon);
        QCOMPARE(rows.size(), std::size_t{1});
        QCOMPARE(rows.front().places.front().title, QStringLiteral("Sales"));
        QCOMPARE(rows.front().places.front().word, QStringLiteral("connected"));
        QVERIFY(topologyRows({}, QStringLiteral("Sales"), true, kNoon).empty());
    }

    void looks_data()
    {
        QTest::addColumn<QString>("states"); // of the CoreApps
        QTest::addColumn<int>("shards");
        QTest::addColumn<QString>("looks");
        QTest::addColumn<QString>("heading");
        QTest::newRow("availability") << "+-" << 0 << "Cs"
                                      << "CoreApps: 1 connected, exactly 1 should be, 1 standing by";
        QTest::newRow("two at once") << "++" << 0 << "CS"
                                     << "";
        QTest::newRow("connecting") << "-~" << 0 << "cs"
                                    << "CoreApps: 0 connected, exactly 1 should be, 1 connecting, 1 standing by";
        QTest::newRow("a shard is missing") << "++-" << 4 << "CCME"
                                            << "CoreApps: 2 of 4 shards connected, 2 missing, none standing by";
        QTest::newRow("standing by come last") << "-++-" << 2 << "CCss"
                                               << "CoreApps: 2 of 2 shards connected, 2 standing by";
    }
    void looks()
    {
        QFETCH(const QString, states);
        QFETCH(const int, shards);
        QFETCH(const QString, looks);
        QFETCH(const QString, heading);
        std::vector<Member> members{kPrimary};
        for (int i = 0; i < states.size(); ++i) {
            members.push_back(coreApp(i, states[i] == u'+'   ? GatewayStatus::Connected
                                         : states[i] == u'~' ? GatewayStatus::Connecting
                                                             : GatewayStatus::Disconnected));
        }
        const auto rows = topologyRows(viewOf(members, shards), QStringLiteral("Sales"), true, kNoon);
        QCOMPARE(rows.size(), std::size_t{2});
        QCOMPARE(lettersOf(rows[1]), looks);
        if (!heading.isEmpty())
            QCOMPARE(rows[1].heading, heading);
        for (const auto &place : rows[1].places) {
            QVERIFY(!place.word.isEmpty());
            QVERIFY(place.hint.endsWith(u'.'));
        }
        const QString told = topologyDescription(rows);
        QVERIFY2(told.contains(QStringLiteral("master-1")) && told.contains(rows[1].heading), qPrintable(told));
    }

    void whatIsOldIsNotKnown()
    {
        const auto rows = topologyRows(viewOf({kPrimary, coreApp(1, GatewayStatus::Connected)}, 0), {}, false, kNoon);
        for (const auto &row : rows) {
            for (const auto &place : row.places)
                QCOMPARE(place.look, PlaceLook::NotKnown);
        }
    }
};

BAROGRAPH_TEST(TestTopologyTiles)
#include "tst_topology_tiles.moc"
