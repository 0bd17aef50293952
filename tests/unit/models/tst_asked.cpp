// SPDX-License-Identifier: GPL-3.0-or-later
// What is made of what nodes other than on-premises say and of how asking them went.
#include "health/asked.h"
#include "meters/node_meter.h"
#include "test_case.h"

using namespace barograph;

namespace {

const UtcTime kNow = fromUnixMillis(1'780'000'000'000);

Reading<SessionReport> asked(SessionState state, Millis age = Millis{1000})
{
    SessionReport report;
    report.state = state;
    report.word = QStringLiteral("WORD");
    report.why = QStringLiteral("Do this.");
    return Reading<SessionReport>::measured(report, kNow - age);
}

SessionView told(SessionState state, Seconds age)
{
    return {state, kNow - age};
}

AskedView gateway(Reading<SessionReport> session = {})
{
    AskedView view;
    view.isAsked = true;
    view.session = std::move(session);
    view.account = Reading<AccountReport>::notSupported();
    view.probe.lastAttempt = kNow - Seconds{1};
    return view;
}

AskedView cloud(SendPermission permission)
{
    AskedView view;
    view.isAsked = true;
    view.session = Reading<SessionReport>::notSupported();
    view.account = Reading<AccountReport>::measured(
        {permission,
         {{QStringLiteral("WABA"), SendPermission::Limited, QStringLiteral("Verify it.")},
          {QStringLiteral("APP"), SendPermission::Available, QStringLiteral("fine")},
          {QStringLiteral("BUSINESS"), SendPermission::Blocked, QStringLiteral("Error 141006.")}},
         {},
         {}},
        kNow - Seconds{30});
    return view;
}

AskedView failing(ProbeFault fault, Reading<SessionReport> session = {})
{
    AskedView view = gateway(session.asStale());
    view.probe.fault = fault;
    view.probe.detail = QStringLiteral("The detail.");
    return view;
}

} // namespace

class TestAsked : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesWhatIsAsked_data()
    {
        QTest::addColumn<SessionState>("state");
        QTest::addColumn<NodeState>("expected");
        QTest::newRow("working") << SessionState::Working << NodeState::Ok;
        QTest::newRow("starting") << SessionState::Starting << NodeState::Degraded;
        QTest::newRow("login") << SessionState::NeedsLogin << NodeState::Down;
        QTest::newRow("stopped") << SessionState::Stopped << NodeState::Down;
        QTest::newRow("failed") << SessionState::Failed << NodeState::Down;
        QTest::newRow("unknown") << SessionState::Unknown << NodeState::Unknown;
    }
    void judgesWhatIsAsked()
    {
        QFETCH(SessionState, state);
        QFETCH(NodeState, expected);
        const Judgement judgement = judgeAsked(gateway(asked(state)), kNow);
        QCOMPARE(judgement.state, expected);
        QVERIFY2(judgement.why.endsWith(QStringLiteral("Do this.")), qPrintable(judgement.why));
        QCOMPARE(judgement.expected, 0);
    }

    void believesTheNewerWord()
    {
        AskedView view = gateway(asked(SessionState::Working));
        view.told = told(SessionState::NeedsLogin, Seconds{60});
        QCOMPARE(judgeAsked(view, kNow).state, NodeState::Ok);
        view.told = told(SessionState::NeedsLogin, Seconds{0});
        QCOMPARE(judgeAsked(view, kNow).state, NodeState::Down);
        view.told = told(SessionState::Unknown, Seconds{0});
        QCOMPARE(judgeAsked(view, kNow).state, NodeState::Ok);
    }

    void knowsNothingFromAnOldWord()
    {
        AskedView view = gateway(asked(SessionState::Working, Seconds{600}).asStale());
        QCOMPARE(judgeAsked(view, kNow).state, NodeState::Unknown);
        view.told = told(SessionState::Working, Seconds{5});
        QCOMPARE(judgeAsked(view, kNow).state, NodeState::Ok);
    }

    void tellsTroubleOfTheServer()
    {
        auto report = asked(SessionState::Working).value();
        report.trouble = QStringLiteral("Its disk is full.");
        const Judgement judgement = judgeAsked(gateway(Reading<SessionReport>::measured(report, kNow)), kNow);
        QCOMPARE(judgement.state, NodeState::Degraded);
        QVERIFY(judgement.why.contains(QStringLiteral("disk is full")));
    }

    void judgesAccounts()
    {
        QCOMPARE(judgeAsked(cloud(SendPermission::Available), kNow).state, NodeState::Ok);
        const Judgement limited = judgeAsked(cloud(SendPermission::Limited), kNow);
        QCOMPARE(limited.state, NodeState::Degraded);
        const Judgement blocked = judgeAsked(cloud(SendPermission::Blocked), kNow);
        QCOMPARE(blocked.state, NodeState::Down);
        QVERIFY2(blocked.why.contains(
                     QStringLiteral("Business: blocked. Error 141006. Business account: limited. Verify it.")),
                 qPrintable(blocked.why));
        QVERIFY(!blocked.why.contains(QStringLiteral("fine")));
        QCOMPARE(judgeAsked(cloud(SendPermission::Unknown), kNow).state, NodeState::Unknown);
        AskedView old = cloud(SendPermission::Available);
        old.account = old.account.asStale();
        QCOMPARE(judgeAsked(old, kNow).state, NodeState::Unknown);
    }

    void judgesFaults_data()
    {
        QTest::addColumn<ProbeFault>("fault");
        QTest::addColumn<NodeState>("silent");
        QTest::addColumn<NodeState>("withWebhooks");
        const auto row = [](const char *name, ProbeFault fault, NodeState silent, NodeState withWebhooks) {
            QTest::newRow(name) << fault << silent << withWebhooks;
        };
        row("unreachable", ProbeFault::Unreachable, NodeState::Down, NodeState::Degraded);
        row("name", ProbeFault::NameNotFound, NodeState::Down, NodeState::Degraded);
        row("timeout", ProbeFault::Timeout, NodeState::Down, NodeState::Degraded);
        row("server error", ProbeFault::ServerError, NodeState::Down, NodeState::Degraded);
        row("overloaded", ProbeFault::Overloaded, NodeState::Degraded, NodeState::Degraded);
        row("too often", ProbeFault::TooManyRequests, NodeState::Degraded, NodeState::Degraded);
        row("key", ProbeFault::Unauthorized, NodeState::Unknown, NodeState::Unknown);
        row("no key", ProbeFault::NoCredentials, NodeState::Unknown, NodeState::Unknown);
        row("certificate", ProbeFault::CertificateRejected, NodeState::Unknown, NodeState::Unknown);
        row("bad answer", ProbeFault::BadAnswer, NodeState::Unknown, NodeState::Unknown);
    }
    void judgesFaults()
    {
        QFETCH(ProbeFault, fault);
        QFETCH(NodeState, silent);
        QFETCH(NodeState, withWebhooks);
        AskedView view = failing(fault, asked(SessionState::Working));
        Judgement judgement = judgeAsked(view, kNow);
        QCOMPARE(judgement.state, silent);
        QVERIFY2(judgement.why.contains(QStringLiteral("The detail.")), qPrintable(judgement.why));
        view.lastEvent = kNow - Seconds{3600};
        judgement = judgeAsked(view, kNow);
        QCOMPARE(judgement.state, silent);
        QVERIFY2(judgement.why.contains(QStringLiteral("last webhook came 1 h ago")), qPrintable(judgement.why));
        view.lastEvent = kNow - Seconds{4};
        judgement = judgeAsked(view, kNow);
        QCOMPARE(judgement.state, withWebhooks);
        QVERIFY2(judgement.why.contains(QStringLiteral("webhooks arrive, the last one 4 s ago")),
                 qPrintable(judgement.why));
    }
    void keepsWhatItTellsWhenItCannotBeAsked()
    {
        AskedView view = failing(ProbeFault::Unauthorized);
        view.told = told(SessionState::Working, Seconds{60});
        QCOMPARE(judgeAsked(view, kNow).state, NodeState::Ok);
        // Told to be down since it could last be asked: webhooks that still come do not make up for it.
        view = failing(ProbeFault::Unreachable, asked(SessionState::Working, Seconds{90}));
        view.lastEvent = kNow - Seconds{4};
        view.told = told(SessionState::Failed, Seconds{30});
        QCOMPARE(judgeAsked(view, kNow).state, NodeState::Down);
        // Busy, and down before that.
        QCOMPARE(judgeAsked(failing(ProbeFault::Overloaded, asked(SessionState::Stopped)), kNow).state,
                 NodeState::Down);
    }
    void doesNotCallANumberDownBecauseMetaIsOutOfReach()
    {
        AskedView view = cloud(SendPermission::Available);
        view.account = view.account.asStale();
        view.probe.fault = ProbeFault::Unreachable;
        QCOMPARE(judgeAsked(view, kNow).state, NodeState::Unknown);
        view.probe.fault = ProbeFault::ServerError;
        QCOMPARE(judgeAsked(view, kNow).state, NodeState::Degraded);
    }

    void beforeTheFirstAnswer()
    {
        AskedView view = gateway();
        view.probe.lastAttempt.reset();
        QCOMPARE(judgeAsked(view, kNow).state, NodeState::Unknown);
        QVERIFY(judgeAsked(view, kNow).why.contains(QStringLiteral("not been asked yet")));
        view.told = told(SessionState::Working, Seconds{60});
        QCOMPARE(judgeAsked(view, kNow).state, NodeState::Ok);
        view.isAsked = false;
        view.told.reset();
        QVERIFY(judgeAsked(view, kNow).why.contains(QStringLiteral("webhooks only")));
    }

    void metersShowWhatWasAsked()
    {
        NodeConfig config;
        config.kind = NodeKind::PickyAssist;
        config.account = QStringLiteral("10");
        NodeMeter meter(0, config);
        meter.setListening(true, kNow);
        QCOMPARE(meter.frame(kNow).sessionAsked.truth(), Truth::Unknown);
        QCOMPARE(meter.frame(kNow).account.truth(), Truth::NotSupported);
        ProbeResult result;
        result.at = kNow;
        result.session = asked(SessionState::Working).value();
        result.state.lastAttempt = result.state.lastSuccess = kNow;
        meter.apply(result);
        QCOMPARE(meter.frame(kNow).judgement.state, NodeState::Ok);
        // Asked every 20 s: three misses and it is too old, not after the 15 s that others have.
        QCOMPARE(meter.frame(kNow + Seconds{59}).sessionAsked.truth(), Truth::Measured);
        const NodeFrame old = meter.frame(kNow + Seconds{61});
        QCOMPARE(old.sessionAsked.truth(), Truth::Stale);
        QCOMPARE(old.judgement.state, NodeState::Unknown);

        config.account.clear();
        meter.setConfig(config);
        QCOMPARE(meter.frame(kNow).sessionAsked.truth(), Truth::NotSupported);
        NodeConfig number;
        number.kind = NodeKind::CloudApi;
        number.account = QStringLiteral("1060");
        NodeMeter cloudMeter(1, number);
        ProbeResult account;
        account.at = kNow;
        account.account = cloud(SendPermission::Blocked).account.value();
        cloudMeter.apply(account);
        QCOMPARE(cloudMeter.frame(kNow + Seconds{170}).judgement.state, NodeState::Down);
        QCOMPARE(cloudMeter.frame(kNow + Seconds{181}).account.truth(), Truth::Stale);
        QCOMPARE(cloudMeter.frame(kNow).sessionAsked.truth(), Truth::NotSupported);
    }
};

BAROGRAPH_TEST(TestAsked)
#include "tst_asked.moc"
