// SPDX-License-Identifier: GPL-3.0-or-later
// How often each kind is asked, and where its secret comes from.
#include "asked_rig.h"
#include "core/node_traits.h"
#include "nodes/poller.h"
#include "test_case.h"

#include <QElapsedTimer>

using namespace barograph;

namespace {

constexpr int kPatience = 20'000;

/// From the refusal to the first good news after it. Other questions' results repeat the refusal meanwhile.
Millis quietTime(const AskedRig &rig)
{
    const auto with = [&rig](auto from, bool refused) {
        return std::find_if(from, rig.results.end(), [refused](const ProbeResult &result) {
            return (result.state.fault == ProbeFault::TooManyRequests) == refused;
        });
    };
    const auto refusal = with(rig.results.begin(), true);
    const auto good = with(refusal, false);
    return good == rig.results.end() ? Millis{0} : good->at - refusal->at;
}

} // namespace

class TestAskedBudget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsToWhatIsDocumented()
    {
        NodeConfig config;
        config.healthIntervalMs = 1000;
        config.kind = NodeKind::PickyAssist;
        AskedPace pace = askedPace(config);
        QCOMPARE(pace.sameAgain, Millis{20'000});
        QVERIFY(pace.interval >= Millis{20'000} && pace.burst <= 1 && pace.perSecond * 60 <= 3);
        config.kind = NodeKind::CloudApi;
        pace = askedPace(config);
        QCOMPARE(pace.sameAgain, Millis{60'000});
        QVERIFY(pace.interval >= Millis{60'000} && pace.perSecond * 3600 <= 200.001);
        for (const NodeKind kind : {NodeKind::Waha, NodeKind::Evolution, NodeKind::Gowa}) {
            config.kind = kind;
            config.healthIntervalMs = 7000;
            QCOMPARE(askedPace(config).interval, Millis{7000});
            QVERIFY(askedPace(config).perSecond <= 2);
        }
        config.kind = NodeKind::CloudApi;
        config.healthIntervalMs = 300'000;
        QCOMPARE(askedEvery(config), Millis{300'000});
    }

    void doesNotAskSoonerHoweverOftenItIsTold()
    {
        AskedRig rig(NodeKind::PickyAssist);
        rig.pace.interval = rig.pace.sameAgain = Millis{400};
        rig.pace.perSecond = 2.5;
        rig.pace.burst = 1;
        rig.give();
        QElapsedTimer clock;
        clock.start();
        rig.start();
        // Told to hurry with every answer and many times in between.
        QTimer hurry;
        connect(&hurry, &QTimer::timeout, rig.parts.probe.get(), &NodeProbe::askNow);
        hurry.start(10);
        QTRY_VERIFY_WITH_TIMEOUT(rig.countOf(rig.essentialPath()) >= 4, kPatience);
        // Four requests need three gaps, and time never runs faster than the clock.
        QVERIFY2(clock.elapsed() >= 3 * 400 - 20, qPrintable(QString::number(clock.elapsed())));
        hurry.stop();
    }

    void oneQuestionThatWaitsDoesNotHoldUpAnother()
    {
        AskedRig rig(NodeKind::Waha);
        rig.pace.sameAgain = Millis{3'600'000};
        rig.give();
        rig.start();
        QTRY_VERIFY_WITH_TIMEOUT(rig.countOf(QStringLiteral("/api/server/version")) == 1 &&
                                     rig.countOf(QStringLiteral("/health")) == 1 &&
                                     rig.countOf(rig.essentialPath()) == 1,
                                 kPatience);
        rig.parts.probe->askNow();
        // Asked again at once, and kept back: one more of anything would be one too many.
        AskedSession::Call other;
        other.path = QStringLiteral("/ping");
        bool answered = false;
        rig.parts.session->send(other, this, [&answered](const HttpReply &) { answered = true; });
        QTRY_VERIFY_WITH_TIMEOUT(answered, kPatience);
        QCOMPARE(rig.countOf(rig.essentialPath()), 1);
        QCOMPARE(rig.countOf(QStringLiteral("/health")), 1);
    }

    void spendsItsBudgetForAllQuestionsTogether()
    {
        AskedRig rig(NodeKind::Evolution);
        rig.pace.interval = rig.pace.slow = rig.pace.rare = Millis{5};
        rig.pace.sameAgain = Millis{1};
        rig.pace.perSecond = 5;
        rig.pace.burst = 2;
        rig.give();
        QElapsedTimer clock;
        clock.start();
        rig.start();
        QTRY_VERIFY_WITH_TIMEOUT(rig.server().requests().size() >= 7, kPatience);
        // Two at once, and five more at five a second.
        QVERIFY2(clock.elapsed() >= 980, qPrintable(QString::number(clock.elapsed())));
    }

    void leavesANodeAloneAsLongAsItSays()
    {
        AskedRig rig(NodeKind::Waha);
        rig.give();
        rig.setAnswer({429, "{}", "application/json", "Retry-After: 2\r\n"});
        rig.start();
        QTRY_COMPARE_WITH_TIMEOUT(rig.fault(), ProbeFault::TooManyRequests, kPatience);
        rig.setAnswer({200, R"({"name":"my shop","status":"WORKING"})"});
        rig.parts.probe->askNow(); // not even then
        QTRY_COMPARE_WITH_TIMEOUT(rig.fault(), ProbeFault::None, kPatience);
        QVERIFY2(quietTime(rig) >= Millis{1500}, qPrintable(QString::number(quietTime(rig).count())));
    }
    void leavesMetaAloneWithoutBeingToldHowLong()
    {
        AskedRig rig(NodeKind::CloudApi);
        rig.pace.leaveAlone = Millis{1500};
        rig.give();
        rig.setAnswer({400, R"({"error":{"code":80007}})"});
        rig.start();
        QTRY_COMPARE_WITH_TIMEOUT(rig.fault(), ProbeFault::TooManyRequests, kPatience);
        rig.setAnswer({200, R"({"health_status":{"can_send_message":"AVAILABLE"}})"});
        rig.parts.probe->askNow();
        QTRY_COMPARE_WITH_TIMEOUT(rig.fault(), ProbeFault::None, kPatience);
        QVERIFY2(quietTime(rig) >= Millis{1000}, qPrintable(QString::number(quietTime(rig).count())));
    }

    void findsASecretThatIsStoredLater_data()
    {
        QTest::addColumn<NodeKind>("kind");
        for (const NodeKind kind :
             {NodeKind::CloudApi, NodeKind::PickyAssist, NodeKind::Waha, NodeKind::Evolution, NodeKind::Gowa})
            QTest::newRow(qPrintable(nodeKindName(kind))) << kind;
    }
    void findsASecretThatIsStoredLater()
    {
        QFETCH(NodeKind, kind);
        AskedRig rig(kind);
        rig.pace.interval = Millis{3'600'000}; // only the turning up of the secret makes it ask again
        rig.start();
        QTRY_COMPARE_WITH_TIMEOUT(rig.fault(), ProbeFault::NoCredentials, kPatience);
        QVERIFY2(rig.state().detail.contains(QStringLiteral("barograph secret --node shop --name ")),
                 qPrintable(rig.state().detail));
        QVERIFY(rig.server().requests().empty());
        rig.give(); // as another process would, without a word
        QTRY_VERIFY_WITH_TIMEOUT(rig.session || rig.account, kPatience);
        QCOMPARE(rig.fault(), ProbeFault::None);
    }
    void readsARefusedSecretAgain()
    {
        AskedRig rig(NodeKind::Waha);
        rig.give("an-old-key");
        rig.start();
        QTRY_COMPARE_WITH_TIMEOUT(rig.fault(), ProbeFault::Unauthorized, kPatience);
        rig.give();
        QTRY_VERIFY_WITH_TIMEOUT(rig.session, kPatience);
    }
    void asksAtOnceWhenCredentialsChange()
    {
        AskedRig rig(NodeKind::Waha);
        Poller poller(rig.secrets);
        std::vector<ProbeResult> results;
        connect(&poller, &Poller::probed, this, [&results](const ProbeResult &result) { results.push_back(result); });
        rig.config.healthIntervalMs = 3'600'000;
        poller.start({{7, rig.config}});
        QTRY_VERIFY_WITH_TIMEOUT(!results.empty() && results.back().state.fault == ProbeFault::NoCredentials,
                                 kPatience);
        rig.give();
        poller.credentialsChanged(rig.config.id);
        QTRY_VERIFY_WITH_TIMEOUT(std::any_of(results.begin(), results.end(),
                                             [](const ProbeResult &result) { return result.session.has_value(); }),
                                 kPatience);
        QCOMPARE(results.back().node, NodeIndex{7});
        poller.stop();
    }
    void asksNobodyWhoIsNotToBeAsked()
    {
        AskedRig rig(NodeKind::Waha);
        PolledNode node{1, rig.config};
        node.config.enabled = false;
        QVERIFY(!makeNodeRuntime(node, rig.secrets, {})->probe);
        node.config.enabled = true;
        QVERIFY(makeNodeRuntime(node, rig.secrets, {})->probe != nullptr);
        node.config.baseUrl.clear();
        node.config.account.clear();
        QVERIFY(!makeNodeRuntime(node, rig.secrets, {})->probe);
    }
    void saysThatAnAddressIsMissing()
    {
        AskedRig rig(NodeKind::Gowa);
        rig.config.baseUrl.clear();
        rig.give();
        rig.start();
        QTRY_COMPARE_WITH_TIMEOUT(rig.fault(), ProbeFault::NoCredentials, kPatience);
        QVERIFY2(rig.state().detail.contains(QStringLiteral("No address of GOWA")), qPrintable(rig.state().detail));
    }
    void sendsNoKeyThatWouldBreakAHeader()
    {
        AskedRig rig(NodeKind::Evolution);
        rig.give(AskedRig::kSecret + "\r\nX-Evil: 1");
        rig.start();
        QTRY_COMPARE_WITH_TIMEOUT(rig.fault(), ProbeFault::NoCredentials, kPatience);
        QVERIFY(rig.server().requests().empty());
        rig.give(' ' + AskedRig::kSecret + "\n"); // pasted with an end of line
        QTRY_VERIFY_WITH_TIMEOUT(rig.session, kPatience);
    }
};

BAROGRAPH_TEST(TestAskedBudget)
#include "tst_asked_budget.moc"
