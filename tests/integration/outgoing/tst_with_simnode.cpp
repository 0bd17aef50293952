// SPDX-License-Identifier: GPL-3.0-or-later
// The outgoing side against barograph-simnode, a program of its own that shares no code with it, over real TLS.
#include "cli/demo_node.h"
#include "controls/audit_log.h"
#include "controls/control_service.h"
#include "net/http_client.h"
#include "nodes/poller.h"
#include "secrets/session_store.h"
#include "test_case.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>
#include <memory>

using namespace barograph;

namespace {

/// Everything that is logged, so that it can be searched for secrets.
QString gLogged;
void collectLog(QtMsgType, const QMessageLogContext &, const QString &message)
{
    gLogged += message + QLatin1Char('\n');
}

/// barograph-simnode started as a user would, with options of the test.
class Simnode
{
public:
    explicit Simnode(const QStringList &options, const QByteArray &password = {})
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("BAROGRAPH_SIMNODE_PASSWORD"));
        if (!password.isEmpty())
            environment.insert(QStringLiteral("BAROGRAPH_SIMNODE_PASSWORD"), QString::fromLatin1(password));
        environment.insert(QStringLiteral("WA_API_KEY"), QStringLiteral("monitoring-key-0123456789"));
        m_process.setProcessEnvironment(environment);
        m_process.start(QStringLiteral(BAROGRAPH_SIMNODE_PROGRAM),
                        options + QStringList{QStringLiteral("--exit-on-stdin-close")});
        if (!m_process.waitForStarted() || !m_process.waitForReadyRead(20'000))
            qFatal("barograph-simnode does not start");
        m_ready = parseSimnodeReady(m_process.readLine());
    }
    ~Simnode()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(5000))
            m_process.kill();
        m_process.waitForFinished(5000);
    }
    bool isReady() const { return m_ready.has_value(); }
    NodeConfig config() const
    {
        NodeConfig config = demoNodeConfig(*m_ready);
        config.id = QStringLiteral("sim");
        return config;
    }

private:
    QProcess m_process;
    std::optional<SimnodeReady> m_ready;
};

struct Rig
{
    explicit Rig(const NodeConfig &config)
        : node(config)
    {
        QObject::connect(&poller, &Poller::probed, &poller, [this](const ProbeResult &probe) {
            state = probe.state;
            if (probe.health)
                health = probe.health;
            if (probe.callbacks)
                callbacks = probe.callbacks;
            if (probe.messagesSentCounter)
                sent = probe.messagesSentCounter;
            if (probe.callbackQueueSize)
                callbackQueue = probe.callbackQueueSize;
            if (probe.callbackCounters)
                counters = probe.callbackCounters;
            if (probe.webApp)
                webApp = probe.webApp;
            if (probe.shards)
                shards = probe.shards;
            if (probe.settings)
                settings = probe.settings;
            if (probe.clock)
                clock = probe.clock;
            groups.insert(groups.end(), probe.groups.begin(), probe.groups.end());
            for (const Expiry &expiry : probe.expiries)
                expiries.insert_or_assign(expiry.what, expiry);
            changing = changing || probe.clusterChanging;
            broken = broken || probe.state.fault != ProbeFault::None;
        });
        QObject::connect(&poller, &Poller::queueSeen, &poller, [this](const QueueResult &seen) { queue = seen; });
        QObject::connect(&service, &ControlService::previewReady, &service,
                         [this](const ControlPreview &shown) { preview = shown; });
        QObject::connect(&service, &ControlService::previewFailed, &service,
                         [this](const ControlResult &failed) { result = failed; });
        QObject::connect(&service, &ControlService::finished, &service,
                         [this](const ControlResult &finished) { result = finished; });
    }
    void give(const QString &name, const QByteArray &value) { secrets.keepForSession(node.id, name, Secret(value)); }
    void start() { poller.start({{0, node}}); }
    ControlResult carryOut(const ControlRequest &request)
    {
        preview.reset();
        result.reset();
        service.prepare(request);
        if (!QTest::qWaitFor([this] { return preview || result; }, 30'000))
            qFatal("neither a preview nor a failure came");
        if (result)
            return *result;
        service.confirm(preview->ticket, request);
        if (!QTest::qWaitFor([this] { return result.has_value(); }, 30'000))
            qFatal("no result came");
        return *result;
    }

    NodeConfig node;
    QTemporaryDir folder;
    SessionSecretStore secrets{{}, SessionSecretStore::Keychain::DoNotUse};
    Poller poller{secrets};
    ControlService service{poller, folder.filePath(QStringLiteral("audit.jsonl")), folder.path()};
    ProbeState state;
    std::optional<HealthReport> health;
    std::optional<CallbackSettings> callbacks;
    std::optional<quint64> sent;
    std::optional<qint64> callbackQueue;
    std::optional<CallbackCounters> counters;
    std::optional<WebAppReport> webApp;
    std::optional<int> shards;
    std::optional<std::vector<SettingSeen>> settings;
    std::optional<ClockSample> clock;
    std::vector<GroupSeen> groups;
    std::map<ExpiringThing, Expiry> expiries;
    bool changing = false;
    bool broken = false; ///< any round had a fault
    std::optional<QueueResult> queue;
    std::optional<ControlPreview> preview;
    std::optional<ControlResult> result;
};

} // namespace

class TestWithSimnode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qInstallMessageHandler(collectLog); }
    void cleanupTestCase()
    {
        qInstallMessageHandler(nullptr);
        for (const char *secret : {"Known-pass1", "Brand-new9", "monitoring-key-0123456789"})
            QVERIFY2(!gLogged.contains(QString::fromLatin1(secret)), secret);
    }

    void watchesASingleNode()
    {
        Simnode simnode({QStringLiteral("--seed"), QStringLiteral("7")}, "Known-pass1");
        QVERIFY(simnode.isReady());
        Rig rig(simnode.config());
        rig.give(SecretName::kPassword, "Known-pass1");
        rig.start();
        QTRY_VERIFY2_WITH_TIMEOUT(rig.health && rig.callbacks && rig.callbackQueue && rig.queue,
                                  qPrintable(rig.state.detail), 30'000);
        QCOMPARE(rig.health->members.size(), std::size_t{1});
        QCOMPARE(rig.health->members.front().role, MemberRole::Single);
        QCOMPARE(rig.health->members.front().gateway, GatewayStatus::Connected);
        QVERIFY(rig.queue->error.isEmpty());
        QCOMPARE(rig.queue->paused.valueOr(true), false);
        QCOMPARE(rig.state.fault, ProbeFault::None);
        // The counter of sent messages grows as the simulated bot sends.
        QTRY_VERIFY_WITH_TIMEOUT(rig.sent.value_or(0) > 0, 60'000);
    }

    void watchesAClusterWithAKeyAlone()
    {
        Simnode simnode({QStringLiteral("--shards"), QStringLiteral("4")});
        QVERIFY(simnode.isReady());
        Rig rig(simnode.config());
        rig.give(SecretName::kApiKey, "monitoring-key-0123456789");
        rig.start();
        QTRY_VERIFY2_WITH_TIMEOUT(rig.health && rig.callbackQueue, qPrintable(rig.state.detail), 30'000);
        QVERIFY(rig.health->members.size() >= 5);
        const auto count = [&rig](MemberRole role) {
            return std::count_if(rig.health->members.begin(), rig.health->members.end(),
                                 [role](const Member &member) { return member.role == role; });
        };
        QVERIFY(count(MemberRole::CoreApp) >= 4);
        QCOMPARE(count(MemberRole::PrimaryMaster), std::ptrdiff_t{1});
        QVERIFY(!rig.callbacks);
    }

    void asksAHighAvailabilityNodeEverything()
    {
        Simnode simnode({QStringLiteral("--ha"), QStringLiteral("--clock-skew"), QStringLiteral("120")}, "Known-pass1");
        QVERIFY(simnode.isReady());
        Rig rig(simnode.config());
        std::optional<DatabaseStats> database;
        connect(&rig.poller, &Poller::databaseStatsSeen, &rig.poller,
                [&database](const DatabaseStats &stats) { database = stats; });
        rig.give(SecretName::kPassword, "Known-pass1");
        rig.start();
        rig.poller.askDatabaseStats(rig.node.id);
        QTRY_VERIFY2_WITH_TIMEOUT(rig.health && rig.webApp && rig.shards && rig.settings && rig.clock &&
                                      !rig.groups.empty() && database,
                                  qPrintable(rig.state.detail), 60'000);
        QCOMPARE(rig.health->members.size(), std::size_t{4});
        QCOMPARE(*rig.shards, 1);
        QCOMPARE(rig.webApp->queueLength, std::optional<qint64>(0));
        QCOMPARE(rig.groups.front().members, 255U);
        QCOMPARE(rig.groups.front().participants.size(), std::size_t{255});
        QVERIFY2(database->error.isEmpty(), qPrintable(database->error));
        QCOMPARE(database->figures.size(), std::size_t{5});
        // Its clock is two minutes ahead, and all that it says shows it.
        QVERIFY(rig.clock->theirs - rig.clock->receivedAt > Seconds{110});
        QVERIFY(rig.clock->theirs - rig.clock->receivedAt < Seconds{130});
        const Expiry login = rig.expiries.at(ExpiringThing::LoginToken);
        QVERIFY(login.renewsItself && login.at > utcNow());
        QVERIFY(rig.expiries.count(ExpiringThing::NodeCertificate) == 1);
        QVERIFY(!rig.broken && !rig.changing);
    }

    void aFailoverIsSeenAndIsNoFault()
    {
        Simnode simnode({QStringLiteral("--ha")}, "Known-pass1");
        QVERIFY(simnode.isReady());
        NodeConfig config = simnode.config();
        config.healthIntervalMs = 1000;
        config.outboundQueue.reset();
        Rig rig(config);
        rig.give(SecretName::kPassword, "Known-pass1");
        rig.start();
        const auto nameOf = [&rig](MemberRole role, GatewayStatus gateway) -> QString {
            for (const Member &member : rig.health ? rig.health->members : std::vector<Member>{}) {
                if (member.role == role && member.gateway == gateway)
                    return member.name;
            }
            return {};
        };
        const auto connected = [&] { return nameOf(MemberRole::CoreApp, GatewayStatus::Connected); };
        const auto primary = [&] { return nameOf(MemberRole::PrimaryMaster, GatewayStatus::Disconnected); };
        HttpClient other(config.tls);
        const auto provoke = [&](const QByteArray &fault) {
            QUrl url = config.baseUrl;
            url.setPath(QStringLiteral("/sim/fault"));
            std::optional<HttpReply> reply;
            other.send({HttpVerb::Post, url, {}, fault}, &other, [&](const HttpReply &got) { reply = got; });
            return QTest::qWaitFor([&] { return reply.has_value(); }, 30'000) && reply->ok();
        };
        QTRY_VERIFY_WITH_TIMEOUT(!connected().isEmpty(), 30'000);
        const QByteArray core = connected().toLatin1();
        const QString formerPrimary = primary();
        QVERIFY(provoke("{\"disconnect_member\":\"" + core + "\"}"));
        QTRY_VERIFY_WITH_TIMEOUT(connected().isEmpty(), 30'000);
        // Groups are asked every five seconds, and only a primary CoreApp knows them.
        QTRY_VERIFY_WITH_TIMEOUT(rig.changing, 30'000);
        QVERIFY(provoke("{\"reconnect_member\":\"" + core + "\",\"move_master\":true}"));
        QTRY_VERIFY_WITH_TIMEOUT(!connected().isEmpty() && primary() != formerPrimary, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(!rig.groups.empty(), 60'000);
        QVERIFY2(!rig.broken, qPrintable(rig.state.detail));
    }

    void changesTheFirstPasswordOnlyWhenToldTo()
    {
        Simnode simnode(QStringList{});
        QVERIFY(simnode.isReady());
        {
            Rig rig(simnode.config());
            rig.give(SecretName::kPassword, "secret");
            rig.start();
            QTRY_COMPARE_WITH_TIMEOUT(rig.state.fault, ProbeFault::Unauthorized, 30'000);
            QVERIFY2(rig.state.detail.contains(QStringLiteral("first password")), qPrintable(rig.state.detail));
        }
        Rig rig(simnode.config());
        rig.give(SecretName::kPassword, "secret");
        rig.give(SecretName::kNewPassword, "Brand-new9");
        rig.start();
        QTRY_VERIFY2_WITH_TIMEOUT(rig.health && rig.callbacks, qPrintable(rig.state.detail), 30'000);
    }

    void rejectsAnotherNodesCertificate()
    {
        Simnode simnode({}, "Known-pass1");
        QVERIFY(simnode.isReady());
        NodeConfig config = simnode.config();
        const QString real = config.tls.pinnedSha256;
        config.tls.pinnedSha256 = QStringLiteral("00").repeated(32);
        Rig rig(config);
        rig.give(SecretName::kPassword, "Known-pass1");
        rig.start();
        QTRY_COMPARE_WITH_TIMEOUT(rig.state.fault, ProbeFault::CertificateRejected, 30'000);
        QVERIFY2(rig.state.detail.contains(real.left(2).toUpper() + QLatin1Char(':') + real.mid(2, 2).toUpper()),
                 qPrintable(rig.state.detail));
    }

    void switchesCallbacksAndPausesTheQueue()
    {
        Simnode simnode({}, "Known-pass1");
        QVERIFY(simnode.isReady());
        Rig rig(simnode.config());
        rig.give(SecretName::kPassword, "Known-pass1");
        rig.start();
        QTRY_VERIFY2_WITH_TIMEOUT(rig.callbacks.has_value(), qPrintable(rig.state.detail), 30'000);
        const CallbackSettings before = *rig.callbacks;

        CallbackSettings wanted = before;
        wanted.read = !before.read;
        wanted.delivered = !before.delivered;
        const ControlResult off = rig.carryOut(SetCallbacksRequest{rig.node.id, wanted, QStringLiteral("storm")});
        QVERIFY2(off.outcome == ControlOutcome::Verified, qPrintable(off.detail));
        QVERIFY(rig.preview->simulated);
        QTRY_VERIFY_WITH_TIMEOUT(*rig.callbacks == wanted, 30'000);
        const ControlResult on = rig.carryOut(RestoreRequest{rig.node.id, off.id, QStringLiteral("over")});
        QVERIFY2(on.outcome == ControlOutcome::Verified, qPrintable(on.detail));
        QTRY_VERIFY_WITH_TIMEOUT(*rig.callbacks == before, 30'000);

        const ControlResult paused =
            rig.carryOut(PauseQueueRequest{rig.node.id, QStringLiteral("budget spent"), Millis{2500}});
        QVERIFY2(paused.outcome == ControlOutcome::Verified, qPrintable(paused.detail));
        QTRY_VERIFY_WITH_TIMEOUT(rig.queue->paused.valueOr(false), 30'000);
        rig.result.reset();
        QTRY_VERIFY_WITH_TIMEOUT(rig.result.has_value(), 30'000);
        QVERIFY2(rig.result->outcome == ControlOutcome::Verified, qPrintable(rig.result->detail));
        QTRY_VERIFY_WITH_TIMEOUT(!rig.queue->paused.valueOr(true), 30'000);

        rig.poller.stop();
        const auto audit = loadAudit(rig.folder.filePath(QStringLiteral("audit.jsonl")), rig.node.id, UtcTime{},
                                     utcNow() + Millis{1000});
        QCOMPARE(audit.size(), std::size_t{4});
        QDirIterator files(rig.folder.path(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("Known-pass1"), qPrintable(file.fileName()));
        }
    }

    void demoStartsAndEnds()
    {
        auto demo = std::make_unique<DemoNode>();
        std::optional<NodeConfig> config;
        QString failure;
        QObject context;
        connect(demo.get(), &DemoNode::ready, &context, [&](const NodeConfig &node) { config = node; });
        connect(demo.get(), &DemoNode::failed, &context, [&](const QString &reason) { failure = reason; });
        demo->start(QUrl(QStringLiteral("http://127.0.0.1:9/hook")), QStringLiteral(BAROGRAPH_SIMNODE_PROGRAM));
        QTRY_VERIFY2_WITH_TIMEOUT(config || !failure.isEmpty(), "neither ready nor failed", 30'000);
        QVERIFY2(config.has_value(), qPrintable(failure));
        QCOMPARE(config->id, QStringLiteral("demo"));
        QVERIFY(config->simulated);
        QCOMPARE(config->allocatedTps, 20.0);
        Rig rig(*config);
        rig.give(SecretName::kPassword, demo->password().reveal());
        rig.start();
        QTRY_VERIFY2_WITH_TIMEOUT(rig.health && rig.queue && rig.callbacks, qPrintable(rig.state.detail), 30'000);
        demo.reset();
        rig.poller.askNow(config->id);
        QTRY_COMPARE_WITH_TIMEOUT(rig.state.fault, ProbeFault::Unreachable, 30'000);
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
    }

    void demoTellsWhatGoesWrong()
    {
        const auto failureOf = [](const QString &program, const QStringList &scenarios) {
            DemoNode demo;
            QString failure;
            connect(&demo, &DemoNode::failed, &demo, [&](const QString &reason) { failure = reason; });
            demo.start(QUrl(QStringLiteral("http://127.0.0.1:9/hook")), program, scenarios);
            return QTest::qWaitFor([&] { return !failure.isEmpty(); }, 30'000) ? failure : QString();
        };
        QVERIFY(failureOf({}, {}).contains(QStringLiteral("$PATH")));
        QVERIFY(failureOf(QStringLiteral("/nonexistent/simnode"), {}).contains(QStringLiteral("could not be started")));
        QVERIFY(failureOf(QStringLiteral("/bin/true"), {}).contains(QStringLiteral("ended")));
        QVERIFY(failureOf(QStringLiteral("/bin/echo"), {}).contains(QStringLiteral("something else")));
        QVERIFY(failureOf(QStringLiteral(BAROGRAPH_SIMNODE_PROGRAM), {QStringLiteral("no-such")})
                    .contains(QStringLiteral("code 2")));
    }
};

BAROGRAPH_TEST(TestWithSimnode)
#include "tst_with_simnode.moc"
