// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that an on-premises client is asked beside health and stats: as documented, refused, slow, and nonsense.
#include "net/http_date.h"
#include "nodes/onprem/probe.h"
#include "nodes/poller.h"
#include "secrets/session_store.h"

#include "fake_node.h"
#include "test_case.h"

#include <set>

using namespace barograph;

namespace {

constexpr int kSoon = 20'000;

const QString kMetrics = QStringLiteral("/metrics");
const QString kShards = QStringLiteral("/v1/account/shards");
const QString kGroups = QStringLiteral("/v1/groups");
const QString kSettings = QStringLiteral("/v1/settings/application");
const QString kStats = QStringLiteral("/v1/stats/app");
const QString kDatabase = QStringLiteral("/v1/stats/db");

TestReply refusal(int status, int code, const QByteArray &headers = {})
{
    return {status, R"({"meta":{},"errors":[{"code":)" + QByteArray::number(code) + R"(,"title":"Error"}]})",
            "application/json", headers};
}

TestReply group(const QByteArray &participants)
{
    return {200, R"({"groups":[{"creator":"4915100000000","subject":"Fans","participants":[)" + participants + "]}]}"};
}

/// Quick enough for a test, and in the same proportions.
OnPremRhythm quickRhythm()
{
    OnPremRhythm rhythm;
    rhythm.webApp = Millis{300};
    rhythm.settings = Millis{300};
    rhythm.shards = Millis{300};
    rhythm.group = Millis{150};
    rhythm.whileChanging = Millis{100};
    rhythm.groups = {Millis{3'600'000}, Millis{3'600'000}, Millis{3'600'000}};
    return rhythm;
}

/// A node that answers everything as documented.
void answerAll(FakeNode &node)
{
    node.stats = R"({"stats":{"app":{
        "callback_queue_size":{"type":"gauge","data":[{"value":7}]},
        "pending_messages":{"type":"gauge","data":[{"value":3}]},
        "callback_requests_duration_ms_count":{"type":"counter","data":[
            {"labels":{"type":"status_change","result":"success"},"value":50},
            {"labels":{"type":"status_change","result":"1"},"value":2}]},
        "callback_requests_duration_ms_sum":{"type":"counter","data":[
            {"labels":{"type":"status_change","result":"success"},"value":600}]}}}})";
    node.answers[kMetrics] = {200, R"({"metrics":{"web_queue_len":{"type":"gauge","data":[{"value":5}]}}})"};
    node.answers[kShards] = {200, R"({"account":{"shards":4}})"};
    node.answers[kGroups] = {200, R"({"groups":[{"id":"g-1"},{"id":"g-2"}]})"};
    node.answers[kGroups + QStringLiteral("/g-1")] = group(R"("4915100000000","12015550001","12015550002")");
    node.answers[kGroups + QStringLiteral("/g-2")] = group(R"("12015550003")");
}

struct Rig
{
    explicit Rig(const NodeConfig &config, const OnPremRhythm &rhythm = quickRhythm(),
                 OnPremSession::Budget budget = {100, 100})
        : session(config, secrets, {Millis{500}, Millis{1000}}, nullptr, budget)
        , probe(3, session, nullptr, rhythm)
    {
        QObject::connect(&probe, &NodeProbe::probed, &probe, [this](const ProbeResult &result) { take(result); });
        give(SecretName::kPassword, "Right-pass1");
    }
    void give(const QString &name, const QByteArray &value)
    {
        secrets.keepForSession(QStringLiteral("support-eu"), name, Secret(value));
    }
    void take(const ProbeResult &result)
    {
        ++rounds;
        state = result.state;
        faults.insert(result.state.fault);
        changing = changing || result.clusterChanging;
        healths += result.health ? 1 : 0;
        if (result.webApp)
            webApp = result.webApp;
        if (result.shards)
            shards = result.shards;
        if (result.settings)
            settings = result.settings;
        if (result.pendingOut)
            pendingOut = result.pendingOut;
        if (result.callbackCounters)
            counters = result.callbackCounters;
        if (result.callbackQueueSize)
            queue = result.callbackQueueSize;
        for (const GroupSeen &seen : result.groups)
            groups.push_back(seen);
        for (const Expiry &expiry : result.expiries)
            expiries.insert_or_assign(expiry.what, expiry);
        if (result.clock)
            clock = result.clock;
    }

    SessionSecretStore secrets{{}, SessionSecretStore::Keychain::DoNotUse};
    OnPremSession session;
    OnPremProbe probe;
    int rounds = 0;
    int healths = 0;
    ProbeState state;
    std::set<ProbeFault> faults;
    bool changing = false;
    std::optional<WebAppReport> webApp;
    std::optional<int> shards;
    std::optional<std::vector<SettingSeen>> settings;
    std::optional<qint64> pendingOut;
    std::optional<qint64> queue;
    std::optional<CallbackCounters> counters;
    std::vector<GroupSeen> groups;
    std::map<ExpiringThing, Expiry> expiries;
    std::optional<ClockSample> clock;
};

struct DatabaseRig
{
    explicit DatabaseRig(const FakeNode &node)
        : config(node.config())
    {
        config.healthIntervalMs = 60'000;
        config.statsIntervalMs = 60'000;
        config.outboundQueue.reset();
        secrets.keepForSession(config.id, SecretName::kPassword, Secret("Right-pass1"));
        QObject::connect(&poller, &Poller::databaseStatsSeen, &poller,
                         [this](const DatabaseStats &stats) { seen.push_back(stats); });
        QObject::connect(&poller, &Poller::probed, &poller,
                         [this](const ProbeResult &result) { faults.insert(result.state.fault); });
        poller.start({{0, config}});
    }

    NodeConfig config;
    SessionSecretStore secrets{{}, SessionSecretStore::Keychain::DoNotUse};
    Poller poller{secrets, {Millis{500}, Millis{1000}}};
    std::vector<DatabaseStats> seen;
    std::set<ProbeFault> faults;
};

} // namespace

class TestOnPremQuestions : public QObject
{
    Q_OBJECT

private:
    TestCertificates m_certificates;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_certificates.isValid());
        qRegisterMetaType<DatabaseStats>();
    }

    void asksEverythingAsDocumented()
    {
        FakeNode node(m_certificates.selfSigned());
        answerAll(node);
        node.healthHeaders = "Date: Thu, 26 Nov 2026 09:00:00 GMT\r\n";
        Rig rig(node.config());
        rig.probe.start();
        QTRY_VERIFY_WITH_TIMEOUT(
            rig.webApp && rig.shards && rig.settings && rig.counters && rig.groups.size() == 2 && rig.clock, kSoon);
        QCOMPARE(*rig.webApp, (WebAppReport{5, {}, {}}));
        QCOMPARE(*rig.shards, 4);
        QCOMPARE(*rig.pendingOut, 3);
        QCOMPARE(*rig.counters, (CallbackCounters{50, 2, 600}));
        QCOMPARE(rig.groups[0].id, QByteArray("g-1"));
        QCOMPARE(rig.groups[0].members, 2U); // without the number itself
        QCOMPARE(rig.groups[0].participants, (std::vector<QByteArray>{"12015550001", "12015550002"}));
        QCOMPARE(rig.groups[1].members, 1U);
        QCOMPARE(rig.settings->front().key, QStringLiteral("webhooks.url"));
        QVERIFY(!rig.settings->front().value.contains(QStringLiteral("c2VjcmV0LXBhdGg")));
        QCOMPARE(rig.state.fault, ProbeFault::None);
        const Expiry &login = rig.expiries.at(ExpiringThing::LoginToken);
        QVERIFY(login.renewsItself);
        QCOMPARE(login.at, *parseHttpDate("Thu, 01 Jan 2099 00:00:00 GMT"));
        QVERIFY(rig.expiries.count(ExpiringThing::NodeCertificate) == 1);
        QCOMPARE(node.logins(), 1);
        QCOMPARE(node.server().countOf("GET", kDatabase), 0); // never by itself
    }

    void looksAtEveryGroupOnceAndSlowly()
    {
        FakeNode node;
        answerAll(node);
        OnPremRhythm rhythm = quickRhythm();
        rhythm.group = Millis{400};
        NodeConfig config = node.config();
        config.healthIntervalMs = 60'000;
        config.statsIntervalMs = 60'000;
        rhythm.webApp = rhythm.settings = rhythm.shards = Millis{60'000};
        Rig rig(config, rhythm);
        QElapsedTimer clock;
        clock.start();
        rig.probe.start();
        QTRY_COMPARE_WITH_TIMEOUT(rig.groups.size(), std::size_t{2}, kSoon);
        // The list, then one after the other: two pauses of at least 0.9 × 400 ms.
        QVERIFY2(clock.elapsed() >= 700, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(node.server().countOf("GET", kGroups), 1);
        // Nothing of the other questions is waiting: all were asked exactly once.
        for (const QString &path : {kMetrics, kShards, kSettings, kStats, QStringLiteral("/v1/health")})
            QCOMPARE(node.server().countOf("GET", path), 1);
    }

    void comesBackToGroupsAndSeesNewOnesFirst()
    {
        FakeNode node;
        answerAll(node);
        OnPremRhythm rhythm = quickRhythm();
        rhythm.groups.listEvery = Millis{600};
        Rig rig(node.config(), rhythm);
        rig.probe.start();
        QTRY_COMPARE_WITH_TIMEOUT(rig.groups.size(), std::size_t{2}, kSoon);
        node.answers[kGroups] = {200, R"({"groups":[{"id":"g-2"},{"id":"g-3"}]})"};
        node.answers[kGroups + QStringLiteral("/g-3")] = group(R"("12015550009")");
        QTRY_COMPARE_WITH_TIMEOUT(rig.groups.size(), std::size_t{3}, kSoon);
        QCOMPARE(rig.groups.back().id, QByteArray("g-3"));
        QCOMPARE(node.server().countOf("GET", kGroups + QStringLiteral("/g-2")), 1);
    }

    void extrasAreNoFaultOfTheNode_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("403") << 403 << refusal(403, 1005).body;
        QTest::newRow("404") << 404 << refusal(404, 1006).body;
        QTest::newRow("500 with 1014") << 500 << refusal(500, 1014).body;
        QTest::newRow("html") << 200 << QByteArray("<html>login</html>");
        QTest::newRow("cut JSON") << 200 << QByteArray("{\"account\":{\"shards\":");
        QTest::newRow("binary") << 200 << QByteArray("\x16\x03\x01\x00\xff\xfe", 6);
        QTest::newRow("empty") << 200 << QByteArray();
        QTest::newRow("null") << 200 << QByteArray("null");
    }
    void extrasAreNoFaultOfTheNode()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        FakeNode node;
        for (const QString &path : {kMetrics, kShards, kGroups, kSettings})
            node.answers[path] = {status, body};
        Rig rig(node.config());
        rig.probe.start();
        QTRY_VERIFY_WITH_TIMEOUT(rig.healths > 0 && rig.queue && node.server().countOf("GET", kMetrics) > 0 &&
                                     node.server().countOf("GET", kShards) > 0 &&
                                     node.server().countOf("GET", kGroups) > 0 &&
                                     node.server().countOf("GET", kSettings) > 0 && rig.rounds >= 6,
                                 kSoon);
        QCOMPARE(rig.faults, std::set<ProbeFault>{ProbeFault::None});
        QVERIFY(!rig.shards && rig.groups.empty());
        // A list that was refused is not asked for again any time soon.
        QCOMPARE(node.server().countOf("GET", kGroups), 1);
    }

    void aSlowExtraIsNoFaultOfTheGroups()
    {
        FakeNode node;
        answerAll(node);
        TestReply hangs;
        hangs.way = TestReply::Way::Hang;
        node.answers[kGroups + QStringLiteral("/g-1")] = hangs;
        Rig rig(node.config());
        rig.probe.start();
        // The next one is looked at all the same.
        QTRY_COMPARE_WITH_TIMEOUT(rig.groups.size(), std::size_t{1}, kSoon);
        QCOMPARE(rig.groups.front().id, QByteArray("g-2"));
        QCOMPARE(rig.faults, std::set<ProbeFault>{ProbeFault::None});
    }

    void statsTellTheirFaults_data()
    {
        QTest::addColumn<TestReply>("stats");
        QTest::addColumn<ProbeFault>("fault");
        TestReply hangs;
        hangs.way = TestReply::Way::Hang;
        TestReply drips;
        drips.way = TestReply::Way::Drip;
        TestReply endless;
        endless.way = TestReply::Way::Endless;
        TestReply cut{200, "{\"stats\":{\"app\":{"};
        cut.way = TestReply::Way::HalfClose;
        QTest::newRow("401") << refusal(401, 1005) << ProbeFault::Unauthorized;
        QTest::newRow("403") << refusal(403, 1005) << ProbeFault::Forbidden;
        QTest::newRow("404") << refusal(404, 1006) << ProbeFault::BadAnswer;
        QTest::newRow("429") << refusal(429, 1015, "Retry-After: 90\r\n") << ProbeFault::TooManyRequests;
        QTest::newRow("503") << refusal(503, 1016) << ProbeFault::Overloaded;
        QTest::newRow("500 with 1014") << refusal(500, 1014) << ProbeFault::ServerError;
        QTest::newRow("hangs") << hangs << ProbeFault::Timeout;
        QTest::newRow("drips") << drips << ProbeFault::Timeout;
        QTest::newRow("huge") << endless << ProbeFault::BadAnswer;
        QTest::newRow("breaks off") << cut << ProbeFault::Unreachable;
        QTest::newRow("html") << TestReply{200, "<html>\n<body>", "text/html"} << ProbeFault::BadAnswer;
        QTest::newRow("cut JSON") << TestReply{200, "{\"stats\":{\"app\":{\"callback_"} << ProbeFault::BadAnswer;
        QTest::newRow("binary") << TestReply{200, QByteArray("\x16\x03\x01\x00", 4)} << ProbeFault::BadAnswer;
        QTest::newRow("empty") << TestReply{200, {}} << ProbeFault::BadAnswer;
    }
    void statsTellTheirFaults()
    {
        QFETCH(TestReply, stats);
        QFETCH(ProbeFault, fault);
        FakeNode node;
        answerAll(node);
        node.answers[kStats] = stats;
        Rig rig(node.config());
        rig.probe.start();
        QTRY_VERIFY_WITH_TIMEOUT(rig.faults.count(fault) == 1, kSoon);
        QVERIFY(!rig.state.detail.isEmpty());
        QVERIFY(!rig.queue);
    }

    void textWhereJsonWasExpectedAndTheOtherWayRound()
    {
        FakeNode node;
        answerAll(node);
        node.statsType = "text/plain";
        node.answers[kMetrics] = {200, "# TYPE web_queue_len gauge\nweb_queue_len{node=\"a\"} 9\n", "application/json"};
        Rig rig(node.config());
        rig.probe.start();
        QTRY_VERIFY_WITH_TIMEOUT(rig.webApp && rig.queue, kSoon);
        QCOMPARE(rig.webApp->queueLength, std::optional<qint64>(9));
        QCOMPARE(*rig.queue, 7);
        QCOMPARE(rig.faults, std::set<ProbeFault>{ProbeFault::None});
    }

    void waitsAsLongAsAnyAnswerSays()
    {
        FakeNode node;
        answerAll(node);
        node.answers[kMetrics] = refusal(429, 1015, "Retry-After: 300\r\n");
        Rig rig(node.config());
        rig.probe.start();
        QTRY_VERIFY_WITH_TIMEOUT(rig.faults.count(ProbeFault::TooManyRequests) == 1, kSoon);
        // Nothing more goes out: polls wait for their turn, and a control is told at once.
        rig.probe.askNow();
        QObject context;
        std::optional<HttpReply> reply;
        rig.session.send({HttpVerb::Get, kShards, {}, OnPremSession::Access::Admin, OnPremSession::Urgency::Control},
                         &context, [&](const HttpReply &got) { reply = got; });
        QTRY_VERIFY_WITH_TIMEOUT(reply.has_value(), kSoon);
        QCOMPARE(reply->fault, ProbeFault::TooManyRequests);
        QCOMPARE(reply->status, 0);
        for (const QString &path : {kMetrics, kShards, kSettings})
            QVERIFY(node.server().countOf("GET", path) <= 1);
    }

    void aFailoverIsNoFault_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("status");
        QTest::newRow("1017 in a 500") << 1017 << 500;
        QTest::newRow("1018 in a 200") << 1018 << 200;
        QTest::newRow("1017 in a 400") << 1017 << 400;
    }
    void aFailoverIsNoFault()
    {
        QFETCH(int, code);
        QFETCH(int, status);
        FakeNode node;
        answerAll(node);
        for (const QString &path : {QStringLiteral("/v1/health"), kStats, kSettings, kShards, kGroups})
            node.answers[path] = refusal(status, code);
        Rig rig(node.config());
        rig.probe.start();
        QTRY_VERIFY_WITH_TIMEOUT(rig.changing && node.server().countOf("GET", kShards) > 0 &&
                                     node.server().countOf("GET", kGroups) > 0,
                                 kSoon);
        QCOMPARE(rig.faults, std::set<ProbeFault>{ProbeFault::None});
        // It is soon asked again, so that the end of the failover is seen.
        answerAll(node);
        for (const QString &path : {QStringLiteral("/v1/health"), kStats, kSettings})
            node.answers.erase(path);
        QTRY_VERIFY_WITH_TIMEOUT(rig.healths > 0 && rig.shards && rig.settings && rig.groups.size() == 2, kSoon);
        QCOMPARE(rig.faults, std::set<ProbeFault>{ProbeFault::None});
    }

    void aMonitoringKeySeesTheWebAppToo()
    {
        FakeNode node;
        answerAll(node);
        node.apiKey = "monitoring-key-0123456789";
        Rig rig(node.config());
        rig.secrets.remove(QStringLiteral("support-eu"), SecretName::kPassword, &rig.probe,
                           [](const SecretStore::Stored &) {});
        rig.give(SecretName::kApiKey, node.apiKey);
        rig.probe.start();
        QTRY_VERIFY_WITH_TIMEOUT(rig.webApp && rig.counters, kSoon);
        QCOMPARE(node.logins(), 0);
        QVERIFY(!rig.shards && rig.groups.empty());
        QCOMPARE(rig.faults, std::set<ProbeFault>{ProbeFault::None});
        QVERIFY(rig.expiries.empty()); // no login, nothing that ends
    }

    void anotherCertificateGetsNoQuestion()
    {
        FakeNode node(m_certificates.selfSigned());
        answerAll(node);
        NodeConfig config = node.config();
        config.tls.pinnedSha256 = QStringLiteral("00").repeated(32);
        Rig rig(config);
        rig.probe.start();
        QTRY_VERIFY_WITH_TIMEOUT(rig.faults.count(ProbeFault::CertificateRejected) == 1, kSoon);
        QVERIFY(node.server().requests().empty());
    }

    void plainTextWhereTlsWasExpected()
    {
        FakeNode node;
        NodeConfig config = node.config();
        config.baseUrl.setScheme(QStringLiteral("https"));
        Rig rig(config);
        rig.probe.start();
        QTRY_VERIFY_WITH_TIMEOUT(rig.rounds > 0 && rig.state.fault != ProbeFault::None, kSoon);
        QVERIFY(!rig.state.detail.isEmpty());
    }

    void keepsItsBudget()
    {
        FakeNode node;
        answerAll(node);
        NodeConfig config = node.config();
        config.healthIntervalMs = 50; // far more than the node is to be bothered with
        config.statsIntervalMs = 50;
        OnPremRhythm rhythm = quickRhythm();
        rhythm.webApp = rhythm.settings = rhythm.shards = rhythm.group = Millis{50};
        rhythm.groups = {Millis{50}, Millis{50}, Millis{50}};
        Rig rig(config, rhythm, OnPremSession::Budget());
        QElapsedTimer clock;
        clock.start();
        rig.probe.start();
        QTRY_VERIFY_WITH_TIMEOUT(node.server().requests().size() >= 12, kSoon);
        // Logins are not polls; of the rest, a burst of six and two a second.
        const auto asked = static_cast<double>(node.server().requests().size()) - node.logins();
        const double allowed = 6 + 2 * static_cast<double>(clock.elapsed()) / 1000 + 1;
        QVERIFY2(asked <= allowed, qPrintable(QStringLiteral("%1 > %2").arg(asked).arg(allowed)));
    }

    void countsTheDatabaseOnDemand()
    {
        FakeNode node;
        node.answers[kDatabase] = {200, R"({"stats":{"db":{"a:1":{},"b:2":{"db_messages":{"data":[{"value":9}]}}}}})"};
        DatabaseRig rig(node);
        rig.poller.askDatabaseStats(rig.config.id);
        rig.poller.askDatabaseStats(rig.config.id); // meanwhile: answered by the same
        QTRY_COMPARE_WITH_TIMEOUT(rig.seen.size(), std::size_t{1}, kSoon);
        QCOMPARE(rig.seen.front().nodeId, rig.config.id);
        QVERIFY2(rig.seen.front().error.isEmpty(), qPrintable(rig.seen.front().error));
        QCOMPARE(rig.seen.front().figures, (std::vector<DatabaseFigure>{{QStringLiteral("db_messages"), {}, 9}}));
        QCOMPARE(node.server().countOf("GET", kDatabase), 1);
        rig.poller.askDatabaseStats(rig.config.id);
        QTRY_COMPARE_WITH_TIMEOUT(rig.seen.size(), std::size_t{2}, kSoon);
    }

    void databaseTellsWhatGoesWrong()
    {
        FakeNode node;
        node.answers[kDatabase] = refusal(500, 1017);
        DatabaseRig rig(node);
        rig.poller.askDatabaseStats(rig.config.id);
        QTRY_COMPARE_WITH_TIMEOUT(rig.seen.size(), std::size_t{1}, kSoon);
        QVERIFY2(rig.seen[0].error.contains(QStringLiteral("failover")), qPrintable(rig.seen[0].error));
        rig.poller.askDatabaseStats(QStringLiteral("nobody"));
        QTRY_COMPARE_WITH_TIMEOUT(rig.seen.size(), std::size_t{2}, kSoon);
        QVERIFY(!rig.seen[1].error.isEmpty());

        // Slower than anything that is polled may be, it is waited for; when the node is taken out, that is told.
        TestReply hangs;
        hangs.way = TestReply::Way::Hang;
        node.answers[kDatabase] = hangs;
        rig.poller.askDatabaseStats(rig.config.id);
        QTRY_COMPARE_WITH_TIMEOUT(node.server().countOf("GET", kDatabase), 2, kSoon);
        // Another question, asked later, has reached its limit by then.
        node.answers[QStringLiteral("/v1/health")] = hangs;
        rig.poller.askNow(rig.config.id);
        QTRY_VERIFY_WITH_TIMEOUT(rig.faults.count(ProbeFault::Timeout) == 1, kSoon);
        QCOMPARE(rig.seen.size(), std::size_t{2});
        rig.poller.setNodes({});
        QTRY_COMPARE_WITH_TIMEOUT(rig.seen.size(), std::size_t{3}, kSoon);
        QVERIFY(rig.seen[2].error.contains(QStringLiteral("taken out")));
    }
};

BAROGRAPH_TEST(TestOnPremQuestions)
#include "tst_onprem_questions.moc"
