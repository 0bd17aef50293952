// SPDX-License-Identifier: GPL-3.0-or-later
#include "silence/callback_evidence.h"
#include "test_case.h"

using namespace barograph;
using namespace std::chrono_literals;

namespace {

const UtcTime kNoon = fromUnixMillis(1'772'366'400'000);

/// A node that makes callbacks and tells of them every two seconds.
class Telling
{
public:
    void tell(quint64 made, quint64 arriving, quint64 failing = 0)
    {
        for (quint64 i = 0; i < arriving; ++i)
            evidence.arrived();
        counters.succeeded += made;
        counters.failed += failing;
        apply();
    }
    void apply()
    {
        now += 2s;
        ProbeResult result;
        result.callbackCounters = counters;
        evidence.apply(result, now, true);
    }
    bool isProof() const { return evidence.proof(now).has_value(); }

    CallbackEvidence evidence;
    CallbackCounters counters{1000, 0, 0};
    UtcTime now = kNoon;
};

} // namespace

class TestCallbackEvidence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allThatIsMadeArrives()
    {
        Telling node;
        for (int i = 0; i < 50; ++i) {
            node.tell(20, 20);
            QVERIFY(!node.isProof());
        }
        // And a quiet node is no silent one.
        for (int i = 0; i < 50; ++i) {
            node.tell(0, 0);
            QVERIFY(!node.isProof());
        }
    }

    void whatIsMadeAndDoesNotArriveIsProofAtOnce()
    {
        Telling node;
        for (int i = 0; i < 5; ++i)
            node.tell(20, 20);
        node.tell(20, 9); // it stopped in between
        QVERIFY(!node.isProof());
        node.tell(20, 0);
        const auto proof = node.evidence.proof(node.now);
        QVERIFY(proof);
        QCOMPARE(proof->made, quint64{20});
        QCOMPARE(proof->failed, quint64{0});
        QCOMPARE(proof->since, node.now - 2s);
        node.tell(20, 0);
        QCOMPARE(node.evidence.proof(node.now)->made, quint64{40});
        node.evidence.arrived();
        QVERIFY(!node.isProof());
        node.tell(20, 19);
        QVERIFY(!node.isProof());
    }

    void slowNodesNeedLonger()
    {
        Telling node;
        for (int i = 0; i < 5; ++i)
            node.tell(1, 1);
        for (int i = 0; i < 4; ++i) {
            node.tell(1, 0);
            QVERIFY(!node.isProof());
        }
        node.tell(1, 0);
        QVERIFY(node.isProof());
    }

    void failuresAreTold()
    {
        Telling node;
        for (int i = 0; i < 5; ++i)
            node.tell(20, 20);
        node.tell(0, 0, 8);
        QVERIFY(node.isProof());
        QCOMPARE(node.evidence.proof(node.now)->failed, quint64{8});
    }

    void lateCopiesAreWaitedFor()
    {
        // Nothing is known yet of how they come.
        Telling node;
        node.tell(0, 0);
        node.tell(20, 0);
        QVERIFY(!node.isProof());
        node.tell(0, 0);
        QVERIFY(!node.isProof());
        node.tell(0, 0);
        QVERIFY(node.isProof());
        node.tell(0, 20); // they were only late
        QVERIFY(!node.isProof());
        for (int i = 0; i < 5; ++i)
            node.tell(20, 20);
        // So the next ones are waited for as well.
        node.tell(20, 0);
        QVERIFY(!node.isProof());
    }

    void aRestartOfTheCounterIsNoGrowth()
    {
        Telling node;
        for (int i = 0; i < 5; ++i)
            node.tell(20, 20);
        node.tell(0, 0);
        // One member's counter is missing in one answer and back in the next.
        const auto all = node.counters;
        node.counters.succeeded = 100;
        node.apply();
        QVERIFY(!node.isProof());
        node.counters = all;
        node.apply();
        QVERIFY(!node.isProof());
        for (int i = 0; i < 5; ++i) {
            node.tell(0, 0);
            QVERIFY(!node.isProof());
        }
    }

    void growthBeyondReasonIsNoGrowth()
    {
        Telling node;
        node.tell(0, 0);
        node.tell(1'000'000, 0);
        node.tell(0, 0);
        node.tell(0, 0);
        node.tell(0, 0);
        QVERIFY(!node.isProof());
    }

    void sentMessagesAreProofWhereCallbacksAreNotCounted()
    {
        CallbackEvidence evidence;
        const auto tell = [&evidence](UtcTime at, quint64 sent, bool statuses) {
            ProbeResult result;
            result.messagesSentCounter = sent;
            evidence.apply(result, at, statuses);
        };
        tell(kNoon, 100, true);
        tell(kNoon + 2s, 110, true);
        QVERIFY(evidence.proof(kNoon + 10s));
        QVERIFY(evidence.proof(kNoon + 10s)->ofSentMessages);
        // Where "sent" is switched off, a sent message makes no callback.
        evidence.restart();
        tell(kNoon + 20s, 120, false);
        tell(kNoon + 22s, 140, false);
        QVERIFY(!evidence.proof(kNoon + 40s));
    }
};

BAROGRAPH_TEST(TestCallbackEvidence)
#include "tst_callback_evidence.moc"
