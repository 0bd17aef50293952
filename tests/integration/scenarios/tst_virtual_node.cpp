// SPDX-License-Identifier: GPL-3.0-or-later
// The harness itself: what it counts is what the simulation made.

#include "test_case.h"
#include "virtual_node.h"

using namespace barograph;
using namespace barograph::testing;
using namespace std::chrono_literals;

class TstVirtualNode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWhatWasAcknowledged()
    {
        VirtualSetup setup;
        setup.highAvailability = true;
        VirtualNode node(setup);
        int seconds = 0;
        node.run(120s, [&seconds](const NodeFrame &) { ++seconds; });
        QCOMPARE(seconds, 120);
        QVERIFY(node.simulation().totals().acknowledged.total() > 100);
        QCOMPARE(node.meter().ingest().counted, node.simulation().totals().acknowledged.total());
        QCOMPARE(node.frame().judgement.state, NodeState::Ok);
        QVERIFY(node.frame().health.value().members.size() >= 4);
    }

    void isTheSameForTheSameSeed()
    {
        const auto totalsFor = [](quint64 seed) {
            VirtualSetup setup;
            setup.scenarios = {"group-storm"};
            setup.seed = seed;
            VirtualNode node(setup);
            node.run(60s);
            return node.meter().totals();
        };
        QVERIFY(totalsFor(7) == totalsFor(7));
        QVERIFY(!(totalsFor(7) == totalsFor(8)));
    }
};

BAROGRAPH_TEST(TstVirtualNode)
#include "tst_virtual_node.moc"
