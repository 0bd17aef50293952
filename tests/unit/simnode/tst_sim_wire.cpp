// SPDX-License-Identifier: GPL-3.0-or-later
#include "api.h"
#include "callback_body.h"
#include "member_metrics.h"
#include "test_case.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

using namespace barograph;
using namespace barograph::sim;
using namespace std::chrono_literals;

namespace {

QJsonObject parsed(const std::string &text)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(text), &error);
    return error.error == QJsonParseError::NoError ? document.object() : QJsonObject();
}

QByteArray headerOf(const HttpReply &reply, const std::string &name)
{
    for (const auto &[key, value] : reply.headers) {
        if (key == name)
            return QByteArray::fromStdString(value);
    }
    return {};
}

/// Asks with a token of admin.
HttpReply asked(NodeState &node, const std::string &path)
{
    HttpRequest request;
    request.method = "POST";
    request.path = "/v1/users/login";
    request.authorization = "Basic " + QByteArrayLiteral("admin:p").toBase64().toStdString();
    Api api(node);
    const std::string token =
        parsed(api.handle(request).body)[u"users"].toArray().at(0).toObject()[u"token"].toString().toStdString();
    request.method = "GET";
    request.path = path;
    request.authorization = "Bearer " + token;
    return api.handle(request);
}

int errorCode(const HttpReply &reply)
{
    return parsed(reply.body)[u"errors"].toArray().at(0).toObject()[u"code"].toInt();
}

NodeState makeNode(std::uint64_t salt = 5)
{
    return NodeState(SimulationConfig{}, 1, "p", "monitoringkey", salt);
}

Interaction interaction(EventKind kind, std::uint32_t group = 0)
{
    Interaction made;
    made.kind = kind;
    made.participant = 123;
    made.group = group;
    made.message = 77;
    made.happenedAt = 90s;
    return made;
}

} // namespace

class TestSimWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void receiveHasContactAndMessage();
    void statusHasTheDocumentedFields_data();
    void statusHasTheDocumentedFields();
    void groupSendNamesTheGroup();
    void timestampIsWallTimeOfTheEvent();
    void idsDifferBetweenRunsAndMessages();
    void numbersAreFictionalAndComeBack();
    void groupsHaveTheirMembers();
    void prometheusTextIsAsTheClientWritesIt();
    void routesRefuse_data();
    void routesRefuse();
    void limitsRequests();
    void theNodesClockShows();
    void failoverIsRefusedAsDocumented();
    void groupsAnswerWithTheirMembers();
};

void TestSimWire::receiveHasContactAndMessage()
{
    const NodeState node = makeNode();
    const QJsonObject body = parsed(callbackBody(node, interaction(EventKind::Receive)));
    QCOMPARE(body.keys(), (QStringList{QStringLiteral("contacts"), QStringLiteral("messages")}));
    const QJsonObject contact = body[u"contacts"].toArray().at(0).toObject();
    QVERIFY(!contact[u"profile"].toObject()[u"name"].toString().isEmpty());
    QCOMPARE(contact[u"wa_id"].toString(), QStringLiteral("12015550123"));
    const QJsonObject message = body[u"messages"].toArray().at(0).toObject();
    QCOMPARE(message[u"from"].toString(), QStringLiteral("12015550123"));
    QCOMPARE(message[u"type"].toString(), QStringLiteral("text"));
    QVERIFY(!message[u"text"].toObject()[u"body"].toString().isEmpty());
    QVERIFY(message[u"id"].toString().startsWith(QStringLiteral("ABGG")));
    QVERIFY(message[u"timestamp"].isString());
    QVERIFY(!message.contains(u"group_id"));
}

void TestSimWire::statusHasTheDocumentedFields_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("status");
    QTest::addColumn<bool>("priced");
    QTest::newRow("sent") << static_cast<int>(EventKind::Send) << QStringLiteral("sent") << true;
    QTest::newRow("delivered") << static_cast<int>(EventKind::Delivery) << QStringLiteral("delivered") << true;
    QTest::newRow("read") << static_cast<int>(EventKind::Read) << QStringLiteral("read") << false;
}

void TestSimWire::statusHasTheDocumentedFields()
{
    QFETCH(int, kind);
    QFETCH(QString, status);
    QFETCH(bool, priced);
    const NodeState node = makeNode();
    const QJsonObject body = parsed(callbackBody(node, interaction(static_cast<EventKind>(kind))));
    QCOMPARE(body.keys(), QStringList{QStringLiteral("statuses")});
    QCOMPARE(body[u"statuses"].toArray().size(), 1);
    const QJsonObject item = body[u"statuses"].toArray().at(0).toObject();
    QCOMPARE(item[u"status"].toString(), status);
    QCOMPARE(item[u"recipient_id"].toString(), QStringLiteral("12015550123"));
    QVERIFY(item[u"id"].toString().startsWith(QStringLiteral("gBEG")));
    QVERIFY(item[u"timestamp"].isString());
    QCOMPARE(item.contains(u"pricing"), priced);
    QCOMPARE(item.contains(u"conversation"), priced);
    QVERIFY(!item.contains(u"group_id"));
}

void TestSimWire::groupSendNamesTheGroup()
{
    const NodeState node = makeNode();
    const QJsonObject sent = parsed(callbackBody(node, interaction(EventKind::Send, 2)));
    QCOMPARE(sent[u"statuses"].toArray().at(0).toObject()[u"recipient_id"].toString(),
             QString::fromStdString(Directory::groupId(2)));
    const QJsonObject read = parsed(callbackBody(node, interaction(EventKind::Read, 2)));
    QCOMPARE(read[u"statuses"].toArray().at(0).toObject()[u"recipient_id"].toString(), QStringLiteral("12015550123"));
    QCOMPARE(read[u"statuses"].toArray().at(0).toObject()[u"id"], sent[u"statuses"].toArray().at(0).toObject()[u"id"]);
}

void TestSimWire::timestampIsWallTimeOfTheEvent()
{
    const SimClock quick(60);
    const auto before = std::chrono::system_clock::now();
    const auto wall = std::chrono::duration_cast<std::chrono::milliseconds>(before.time_since_epoch()).count();
    // A simulated hour is a real minute.
    QVERIFY(std::abs(quick.wallMillis(1h) - wall - 60'000) < 2'000);
    QCOMPARE(quick.wallSeconds(1h), quick.wallMillis(1h) / 1000);
    QCOMPARE(quick.real(1h), std::chrono::nanoseconds(60s));
}

void TestSimWire::idsDifferBetweenRunsAndMessages()
{
    QSet<QString> ids;
    for (std::uint64_t salt = 1; salt <= 20; ++salt) {
        for (std::uint64_t message = 1; message <= 1'000; ++message)
            ids.insert(QString::fromStdString(messageId(message, false, salt)));
    }
    QCOMPARE(ids.size(), 20'000);
    QCOMPARE(messageId(1, true, 9), messageId(1, true, 9));
}

void TestSimWire::numbersAreFictionalAndComeBack()
{
    Directory directory;
    for (std::uint32_t participant = 0; participant < 80'000; participant += 37) {
        const QString number = QString::fromStdString(directory.number(participant));
        QCOMPARE(number.size(), 11);
        QCOMPARE(number.mid(4, 5), QStringLiteral("55501"));
        QCOMPARE(directory.participant(number.toStdString()).value(), participant);
    }
    const auto stranger = directory.participant("+447700900123");
    QVERIFY(stranger);
    QCOMPARE(directory.number(*stranger), std::string("447700900123"));
    QCOMPARE(directory.participant("447700900123"), stranger);
    QVERIFY(!directory.participant("").has_value());
    QVERIFY(!directory.participant("12a").has_value());
    QVERIFY(!directory.participant("123456789012345678901").has_value());
}

void TestSimWire::groupsHaveTheirMembers()
{
    const Directory directory;
    QSet<QString> members;
    for (std::uint32_t group = 1; group <= Directory::kGroups; ++group) {
        for (std::uint32_t i = 0; i < Directory::recipientsOfGroup(); ++i)
            members.insert(QString::fromStdString(directory.number(Directory::groupMember(group, i))));
        QCOMPARE(Directory::group(Directory::groupId(group)).value(), group);
    }
    QCOMPARE(members.size(), 2'550);
    QVERIFY(!Directory::group("16505550100-1").has_value());
}

void TestSimWire::prometheusTextIsAsTheClientWritesIt()
{
    const Metrics metrics{{"a_count", "counter", "How many", {{{{"retry", "0"}, {"type", ""}}, 5}, {{}, 1.5}}},
                          {"b", "gauge", "Quoted", {{{{"x", "a\"b\\c"}}, 1e15}}}};
    QCOMPARE(toPrometheus(metrics), std::string("# HELP a_count How many\n# TYPE a_count counter\n"
                                                "a_count{retry=\"0\",type=\"\"} 5\na_count 1.5\n"
                                                "# HELP b Quoted\n# TYPE b gauge\n"
                                                "b{x=\"a\\\"b\\\\c\"} 1000000000000000\n"));
    Metrics merged = metrics;
    mergeInto(merged, metrics);
    QCOMPARE(merged.size(), 2U);
    QCOMPARE(merged[0].samples.size(), 4U);
}

void TestSimWire::routesRefuse_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<int>("status");
    const QByteArray key("Apikey monitoringkey");
    QTest::newRow("root") << QByteArray("GET") << QByteArray("/") << QByteArray() << 200;
    QTest::newRow("health without") << QByteArray("GET") << QByteArray("/v1/health") << QByteArray() << 401;
    QTest::newRow("health with key") << QByteArray("GET") << QByteArray("/v1/health") << key << 200;
    QTest::newRow("metrics with key") << QByteArray("GET") << QByteArray("/metrics") << key << 200;
    QTest::newRow("stats with key") << QByteArray("GET") << QByteArray("/v1/stats/app") << key << 200;
    QTest::newRow("database with key") << QByteArray("GET") << QByteArray("/v1/stats/db") << key << 200;
    QTest::newRow("wrong key") << QByteArray("GET") << QByteArray("/v1/health") << QByteArray("Apikey x") << 401;
    QTest::newRow("settings with key") << QByteArray("GET") << QByteArray("/v1/settings/application") << key << 403;
    QTest::newRow("groups with key") << QByteArray("GET") << QByteArray("/v1/groups") << key << 403;
    QTest::newRow("messages with key") << QByteArray("POST") << QByteArray("/v1/messages") << key << 403;
    QTest::newRow("unknown token") << QByteArray("GET") << QByteArray("/v1/groups") << QByteArray("Bearer x") << 401;
    QTest::newRow("unknown path") << QByteArray("GET") << QByteArray("/v1/nothing") << key << 404;
    QTest::newRow("wrong method") << QByteArray("PUT") << QByteArray("/v1/health") << key << 405;
    QTest::newRow("queue is open") << QByteArray("GET") << QByteArray("/queue") << QByteArray() << 200;
}

void TestSimWire::routesRefuse()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, authorization);
    QFETCH(int, status);
    NodeState node = makeNode();
    Api api(node);
    HttpRequest request;
    request.method = method.toStdString();
    request.path = path.toStdString();
    request.authorization = authorization.toStdString();
    const HttpReply reply = api.handle(request);
    QCOMPARE(reply.status, status);
    if (status >= 400) {
        const QJsonObject body = parsed(reply.body);
        QVERIFY(body[u"meta"].toObject().contains(u"version"));
        const QJsonObject error = body[u"errors"].toArray().at(0).toObject();
        QVERIFY(error[u"code"].toInt() >= 1000);
        QVERIFY(!error[u"title"].toString().isEmpty());
    }
}

void TestSimWire::limitsRequests()
{
    NodeState node = makeNode();
    Api api(node);
    HttpRequest request;
    request.method = "GET";
    request.path = "/v1/health";
    request.authorization = "Apikey monitoringkey";
    int admitted = 0;
    HttpReply reply;
    while ((reply = api.handle(request)).status == 200 && admitted < 10'000)
        ++admitted;
    // The burst, and whatever came back while this loop ran.
    QVERIFY2(admitted >= 60 && admitted < 120, qPrintable(QString::number(admitted)));
    QCOMPARE(reply.status, 429);
    QCOMPARE(parsed(reply.body)[u"errors"].toArray().at(0).toObject()[u"code"].toInt(), 1015);
    request.path = "/queue"; // not WhatsApp's, not limited
    QCOMPARE(api.handle(request).status, 200);
}

void TestSimWire::theNodesClockShows()
{
    SimulationConfig config;
    config.clockSkew = -90s;
    NodeState node(config, 1, "p", "monitoringkey", 5);
    const auto now = std::chrono::system_clock::now();
    const auto behind = [&](const QDateTime &theirs) {
        const auto ours = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
        return ours - theirs.toSecsSinceEpoch();
    };
    QByteArray date = headerOf(asked(node, "/v1/health"), "Date");
    QVERIFY2(date.endsWith(" GMT"), date.constData());
    date.replace("GMT", "+0000");
    const QDateTime shown = QDateTime::fromString(QString::fromLatin1(date), Qt::RFC2822Date);
    QVERIFY2(shown.isValid(), date.constData());
    QVERIFY2(std::abs(behind(shown) - 90) < 30, date.constData());

    const QJsonObject body = parsed(callbackBody(node, interaction(EventKind::Read)));
    const qint64 at = body[u"statuses"].toArray().at(0).toObject()[u"timestamp"].toString().toLongLong();
    QCOMPARE(at, node.clock.wallSeconds(90s - 90s)); // 90 s after the start, by a clock that is 90 s behind
    QCOMPARE(QByteArray::fromStdString(httpDate(std::chrono::system_clock::time_point(784111777s))),
             QByteArray("Sun, 06 Nov 1994 08:49:37 GMT"));
}

void TestSimWire::failoverIsRefusedAsDocumented()
{
    SimulationConfig config;
    config.highAvailability = true;
    NodeState node(config, 1, "p", "monitoringkey", 5);
    for (const char *path : {"/v1/settings/application", "/v1/account/shards", "/v1/stats/db", "/v1/groups"})
        QCOMPARE(asked(node, path).status, 200);
    auto &cluster = node.simulation.cluster();
    const auto active = *cluster.servedBy(0);
    cluster.disconnect(active, true);
    for (const char *path : {"/v1/settings/application", "/v1/account/shards", "/v1/stats/db"})
        QCOMPARE(errorCode(asked(node, path)), 1017);
    QCOMPARE(errorCode(asked(node, "/v1/groups")), 1018);
    QCOMPARE(asked(node, "/v1/health").status, 200); // whoever is asked can tell how the members are
    cluster.connect(active);
    QCOMPARE(asked(node, "/v1/account/shards").status, 200);
    QVERIFY(node.simulation.moveMaster());
    QCOMPARE(errorCode(asked(node, "/v1/account/shards")), 1017);
    QCOMPARE(asked(node, "/v1/groups").status, 200);
}

void TestSimWire::groupsAnswerWithTheirMembers()
{
    SimulationConfig config;
    config.variedStorms = true;
    config.seed = 3;
    NodeState node(config, 1, "p", "monitoringkey", 5);
    const auto listed = parsed(asked(node, "/v1/groups").body)[u"groups"].toArray();
    QCOMPARE(listed.size(), qsizetype{Directory::kGroups});
    const std::string second = listed.at(1).toObject()[u"id"].toString().toStdString();
    const QJsonObject group = parsed(asked(node, "/v1/groups/" + second).body)[u"groups"].toArray().at(0).toObject();
    QCOMPARE(group[u"participants"].toArray().size(), qsizetype{StormVariety(3).groupMembers()[1]});
    QCOMPARE(group[u"participants"].toArray().at(0), group[u"creator"]);
}

BAROGRAPH_TEST(TestSimWire)
#include "tst_sim_wire.moc"
