// SPDX-License-Identifier: GPL-3.0-or-later
// The on-premises probe and its session against a node whose every answer is under control.
#include "nodes/onprem/probe.h"
#include "secrets/session_store.h"

#include "fake_node.h"
#include "test_case.h"

#include <QSignalSpy>

using namespace barograph;

class TestOnPremProbe : public QObject
{
    Q_OBJECT

private:
    struct Rig
    {
        explicit Rig(const NodeConfig &config)
            : session(config, secrets, {Millis{1000}, Millis{2000}})
            , probe(3, session, nullptr)
        {
            QObject::connect(&probe, &NodeProbe::probed, &probe, [this](const ProbeResult &result) {
                results.push_back(result);
                if (result.health)
                    health = result.health;
                if (result.callbacks)
                    callbacks = result.callbacks;
                if (result.callbackQueueSize)
                    callbackQueueSize = result.callbackQueueSize;
                if (result.messagesSentCounter)
                    sent = result.messagesSentCounter;
            });
        }
        void give(const QString &name, const QByteArray &value)
        {
            secrets.keepForSession(QStringLiteral("support-eu"), name, Secret(value));
        }
        ProbeState state() const { return results.empty() ? ProbeState{} : results.back().state; }
        bool hasFault(ProbeFault fault) const { return !results.empty() && state().fault == fault; }

        SessionSecretStore secrets{{}, SessionSecretStore::Keychain::DoNotUse};
        OnPremSession session;
        OnPremProbe probe;
        std::vector<ProbeResult> results;
        std::optional<HealthReport> health;
        std::optional<CallbackSettings> callbacks;
        std::optional<qint64> callbackQueueSize;
        std::optional<quint64> sent;
    };

    TestCertificates m_certificates;

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_certificates.isValid()); }

    void asksEverythingOverTls()
    {
        FakeNode node(m_certificates.selfSigned());
        Rig rig(node.config());
        rig.give(SecretName::kPassword, node.password);
        rig.probe.start();
        QTRY_VERIFY_WITH_TIMEOUT(rig.health && rig.callbacks && rig.callbackQueueSize, 10'000);
        QCOMPARE(rig.health->members.size(), std::size_t{1});
        QCOMPARE(rig.health->members.front().gateway, GatewayStatus::Connected);
        QCOMPARE(rig.health->version, QStringLiteral("v2.45.1"));
        QCOMPARE(*rig.callbacks, (CallbackSettings{true, true, true}));
        QCOMPARE(*rig.callbackQueueSize, 7);
        QCOMPARE(rig.state().fault, ProbeFault::None);
        QVERIFY(rig.state().lastSuccess.has_value());
        QCOMPARE(rig.results.front().node, NodeIndex{3});
        QCOMPARE(node.logins(), 1);
    }

    void readsPrometheusText()
    {
        FakeNode node;
        node.statsType = "text/plain; version=0.0.4";
        node.stats =
            "# TYPE callback_queue_size gauge\ncallback_queue_size{node=\"a\"} 3\ncallback_queue_size{node=\"b\"} 4\n"
            "out_message_sent_duration_ms_count{retry=\"0\",type=\"\"} 1.5e3\n";
        Rig rig(node.config());
        rig.give(SecretName::kPassword, node.password);
        rig.probe.start();
        QTRY_VERIFY_WITH_TIMEOUT(rig.callbackQueueSize && rig.sent, 10'000);
        QCOMPARE(*rig.callbackQueueSize, 7);
        QCOMPARE(*rig.sent, quint64{1500});
    }

    void logsInAgainAfterA401()
    {
        FakeNode node;
        Rig rig(node.config());
        rig.give(SecretName::kPassword, node.password);
        rig.probe.start();
        QTRY_VERIFY_WITH_TIMEOUT(rig.health.has_value(), 10'000);
        QCOMPARE(node.logins(), 1);
        node.revokeToken();
        rig.health.reset();
        QTRY_VERIFY_WITH_TIMEOUT(rig.health.has_value(), 10'000);
        QCOMPARE(node.logins(), 2);
        QCOMPARE(rig.state().fault, ProbeFault::None);
    }

    void renewsBeforeTheTokenEnds()
    {
        FakeNode node;
        // Gone within the second: the clocks disagree, so it is used until it is refused.
        node.expiresAfter = "2001-01-01 00:00:00+00:00";
        Rig rig(node.config());
        rig.give(SecretName::kPassword, node.password);
        rig.probe.start();
        QTRY_VERIFY_WITH_TIMEOUT(rig.results.size() >= 4, 10'000);
        QCOMPARE(node.logins(), 1);
    }

    void tellsAboutMissingAndWrongPasswords()
    {
        FakeNode node;
        Rig rig(node.config());
        rig.probe.start();
        QTRY_VERIFY_WITH_TIMEOUT(rig.hasFault(ProbeFault::NoCredentials), 10'000);
        QVERIFY2(rig.state().detail.contains(QStringLiteral("barograph secret --node support-eu")),
                 qPrintable(rig.state().detail));
        QCOMPARE(node.logins(), 0);

        rig.give(SecretName::kPassword, "Wrong-pass1");
        rig.session.forgetCredentials();
        rig.probe.askNow();
        QTRY_VERIFY_WITH_TIMEOUT(rig.hasFault(ProbeFault::Unauthorized), 10'000);
        QVERIFY(!rig.state().detail.contains(QStringLiteral("Wrong-pass1")));

        rig.give(SecretName::kPassword, node.password);
        rig.probe.askNow();
        QTRY_VERIFY_WITH_TIMEOUT(rig.hasFault(ProbeFault::None), 10'000);
    }

    void neverChangesAPasswordByItself()
    {
        FakeNode node;
        node.mustChangePassword = true;
        Rig rig(node.config());
        rig.give(SecretName::kPassword, node.password);
        rig.probe.start();
        QTRY_VERIFY_WITH_TIMEOUT(rig.hasFault(ProbeFault::Unauthorized), 10'000);
        QVERIFY2(rig.state().detail.contains(QStringLiteral("first password")), qPrintable(rig.state().detail));
        QVERIFY(node.mustChangePassword);
    }

    void changesTheFirstPasswordWhenToldTo()
    {
        FakeNode node;
        node.mustChangePassword = true;
        Rig rig(node.config());
        rig.give(SecretName::kPassword, node.password);
        rig.give(SecretName::kNewPassword, "Brand-new9");
        rig.probe.start();
        QTRY_VERIFY_WITH_TIMEOUT(rig.health.has_value(), 10'000);
        QCOMPARE(node.password, QByteArray("Brand-new9"));

        // The new one has taken the old one's place in the store.
        QObject context;
        std::optional<Secret> stored;
        rig.secrets.get(QStringLiteral("support-eu"), SecretName::kPassword, &context,
                        [&](const SecretStore::Found &found) { stored = found.value(); });
        QTRY_VERIFY(stored.has_value());
        QCOMPARE(stored->reveal(), QByteArray("Brand-new9"));
    }

    void findsItsWayAfterAChangeThatWasNotNoted()
    {
        FakeNode node;
        node.password = "Brand-new9";
        Rig rig(node.config());
        rig.give(SecretName::kPassword, "secret");
        rig.give(SecretName::kNewPassword, "Brand-new9");
        rig.probe.start();
        QTRY_VERIFY_WITH_TIMEOUT(rig.health.has_value(), 10'000);
    }

    void watchesWithAMonitoringKeyAlone()
    {
        FakeNode node;
        node.apiKey = "monitoring-key-0123456789";
        Rig rig(node.config());
        rig.give(SecretName::kApiKey, node.apiKey);
        rig.probe.start();
        QTRY_VERIFY_WITH_TIMEOUT(rig.health && rig.callbackQueueSize && rig.results.size() >= 4, 10'000);
        QCOMPARE(node.logins(), 0);
        // Settings need an admin: what is not known stays unknown, and is no fault of the node.
        QVERIFY(!rig.callbacks);
        QCOMPARE(rig.state().fault, ProbeFault::None);
    }

    void keepsQuietAsLongAsTheNodeAsks()
    {
        FakeNode node;
        Rig rig(node.config());
        rig.give(SecretName::kPassword, node.password);
        node.healthStatus = 503;
        node.healthHeaders = "Retry-After: 120\r\n";
        rig.probe.start();
        QTRY_VERIFY_WITH_TIMEOUT(rig.hasFault(ProbeFault::Overloaded), 10'000);

        // A control is refused at once rather than kept waiting for two minutes.
        QObject context;
        std::optional<HttpReply> reply;
        rig.session.send({HttpVerb::Get,
                          QStringLiteral("/v1/settings/application"),
                          {},
                          OnPremSession::Access::Admin,
                          OnPremSession::Urgency::Control},
                         &context, [&](const HttpReply &got) { reply = got; });
        QTRY_VERIFY(reply.has_value());
        QCOMPARE(reply->fault, ProbeFault::TooManyRequests);
        QCOMPARE(node.server().countOf("GET", QStringLiteral("/v1/settings/application")), 0);
    }

    void tellsBrokenAnswers_data()
    {
        QTest::addColumn<QByteArray>("health");
        QTest::newRow("garbage") << QByteArray("\x00\xff<<<", 5);
        QTest::newRow("html") << QByteArray("<html>login</html>");
        QTest::newRow("empty object") << QByteArray("{}");
        QTest::newRow("error body") << QByteArray(R"({"errors":[{"code":1014,"title":"Internal error"}]})");
    }
    void tellsBrokenAnswers()
    {
        QFETCH(QByteArray, health);
        FakeNode node;
        node.health = health;
        Rig rig(node.config());
        rig.give(SecretName::kPassword, node.password);
        rig.probe.start();
        QTRY_VERIFY_WITH_TIMEOUT(rig.hasFault(ProbeFault::BadAnswer), 10'000);
        QVERIFY(!rig.health);
        // Another question that is answered does not hide the fault.
        QTRY_VERIFY_WITH_TIMEOUT(rig.callbackQueueSize.has_value(), 10'000);
        QCOMPARE(rig.state().fault, ProbeFault::BadAnswer);
    }

    void staysWithinItsBudget()
    {
        FakeNode node;
        NodeConfig config = node.config();
        Rig rig(config);
        rig.give(SecretName::kPassword, node.password);
        QObject context;
        int answers = 0;
        QElapsedTimer clock;
        clock.start();
        constexpr int kCalls = 10;
        for (int i = 0; i < kCalls; ++i) {
            rig.session.send({HttpVerb::Get, QStringLiteral("/v1/health"), {}, OnPremSession::Access::Monitoring},
                             &context, [&](const HttpReply &) { ++answers; });
        }
        QTRY_COMPARE_WITH_TIMEOUT(answers, kCalls, 15'000);
        // A burst of 6 at once, the other 4 at two a second: they cannot have been through in less than 1.9 s.
        QVERIFY2(clock.elapsed() >= 1900, qPrintable(QString::number(clock.elapsed())));
    }
};

BAROGRAPH_TEST(TestOnPremProbe)
#include "tst_onprem_probe.moc"
