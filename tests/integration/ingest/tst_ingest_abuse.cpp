// SPDX-License-Identifier: GPL-3.0-or-later
// What no well-behaved node does, against the whole service: bodies of every odd shape, a clock that jumps, a body
// capture in the middle of it. Nothing crashes, and received = counted + apart + redelivered + rejected all the while.

#include "ingest_fixture.h"
#include "test_case.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <atomic>
#include <map>
#include <mutex>
#include <random>

using namespace barograph;
using namespace barograph::test;

namespace {

/// A clock that a test sets, and which goes on by itself.
class SettableClock
{
public:
    void set(Millis offset) { m_offset = offset.count(); }
    std::function<UtcTime()> function()
    {
        return [this] { return utcNow() + Millis{m_offset}; };
    }

private:
    std::atomic<qint64> m_offset = 0;
};

/// What the history is given, by second.
struct SecondsKept
{
    std::mutex mutex;
    std::map<qint64, quint64> counts;
    int twice = 0;

    MeterBank::Sinks sinks()
    {
        return {[this](const std::vector<ClosedSecond> &closed, const MeterBank::NodeIds &) {
                    const std::lock_guard lock(mutex);
                    for (const auto &second : closed) {
                        const bool isNew =
                            counts.emplace(unixSeconds(second.second), second.sample.counts.total()).second;
                        twice += isNew ? 0 : 1;
                    }
                },
                {}};
    }
    quint64 total()
    {
        const std::lock_guard lock(mutex);
        quint64 sum = 0;
        for (const auto &[second, count] : counts)
            sum += count;
        return sum;
    }
};

QByteArray timedStatus(int id, const QByteArray &timestamp)
{
    return "{\"statuses\":[{\"id\":\"t" + QByteArray::number(id) +
           "\",\"recipient_id\":\"1\",\"status\":\"read\",\"timestamp\":" + timestamp + "}]}";
}

} // namespace

class TestIngestAbuse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesOrRefusesAnyBody_data();
    void takesOrRefusesAnyBody();
    void timestampsFromAnyTime();
    void mangledBodiesAreConserved();
    void clockJumps();
    void capturesRedactedBodies();
    void captureIsOffAfterARestart();
};

void TestIngestAbuse::takesOrRefusesAnyBody_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<IngestTotals>("totals"); // received, counted, apart, redelivered, rejected, bad requests
    const auto row = [](const char *name, const QByteArray &body, int status, const IngestTotals &totals) {
        QTest::newRow(name) << body << status << totals;
    };
    const IngestTotals refused{0, 0, 0, 0, 0, 1};
    row("invalid UTF-8", "{\"messages\":[{\"id\":\"A\",\"type\":\"text\",\"text\":{\"body\":\"\xC3\x28\"}}]}", 400,
        refused);
    row("deep nesting", QByteArray("{\"statuses\":").repeated(50000) + "1" + QByteArray(50000, '}'), 400, refused);
    row("unfinished", R"({"statuses":[{"id":"a","status":"read"})", 400, refused);
    row("zero bytes", QByteArray(1000, '\0'), 400, refused);
    row("form", "id=a&status=read", 400, refused);
    row("huge numbers",
        R"({"statuses":[{"id":"a","status":"read","timestamp":1e999,"x":)" + QByteArray(5000, '9') + "}]}", 200,
        {1, 1, 0, 0, 0, 0});
    row("duplicate keys", R"({"statuses":[{"id":"a","id":"b","status":"sent","status":"read"}],"statuses":[
        {"id":"b","status":"read"}]})",
        200, {2, 1, 0, 1, 0, 0});
    row("no objects", R"({"statuses":[1,null,"x",[]],"messages":7})", 200, {5, 0, 0, 0, 5, 0});
    row("unknown everything", R"({"statuses":[{"what":1}],"nothing":{}})", 200, {1, 0, 1, 0, 0, 0});
}

void TestIngestAbuse::takesOrRefusesAnyBody()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(IngestTotals, totals);
    QTemporaryDir folder;
    IngestService service(optionsBelow(folder.path()));
    service.start();
    const QUrl url = awaitUrl(service);
    QCOMPARE(post(url, body), status);
    const auto frame = awaitFrame(service, [&totals](const Frame &f) { return f.ingest == totals; });
    QVERIFY(frame);
    QCOMPARE(post(url, statusBody("after", "read")), 200);
}

void TestIngestAbuse::timestampsFromAnyTime()
{
    QTemporaryDir folder;
    IngestService service(optionsBelow(folder.path()));
    service.start();
    const QUrl url = awaitUrl(service);
    const QByteArrayList timestamps{"0",
                                    "1",
                                    "\"-1\"",
                                    "\"0\"",
                                    "4102444800",
                                    "99999999999999",
                                    "\"1e10\"",
                                    "9223372036854775807",
                                    "-9223372036854775808",
                                    "18446744073709551616",
                                    "1533332775",
                                    "\"tomorrow\"",
                                    "null",
                                    "{}",
                                    "1.5",
                                    "true"};
    int id = 0;
    for (const auto &timestamp : timestamps)
        QCOMPARE(post(url, timedStatus(++id, timestamp)), 200);
    const auto all = static_cast<quint64>(timestamps.size());
    const auto frame = awaitFrame(service, [all](const Frame &f) { return f.ingest.received == all; });
    QVERIFY(frame);
    QCOMPARE(frame->ingest.counted, all);
    service.stop();
    IngestService again(optionsBelow(folder.path()));
    again.start();
    QVERIFY(awaitFrame(again, [all](const Frame &f) { return f.listener.listening && f.ingest.counted == all; }));
}

// BAROGRAPH_MANGLED_BODIES sets how many.
void TestIngestAbuse::mangledBodiesAreConserved()
{
    const int bodies = qEnvironmentVariableIsSet("BAROGRAPH_MANGLED_BODIES")
                           ? qEnvironmentVariableIntValue("BAROGRAPH_MANGLED_BODIES")
                           : 500;
    QTemporaryDir folder;
    IngestService service(optionsBelow(folder.path()));
    service.start();
    const QUrl url = awaitUrl(service);
    QTcpSocket socket;
    socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
    QVERIFY(socket.waitForConnected());
    const auto seed = std::random_device()();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    int taken = 0;
    int refused = 0;
    for (int i = 0; i < bodies; ++i) {
        QByteArray body = R"({"statuses":[{"id":"m)" + QByteArray::number(random() % 500) +
                          R"(","status":"read","timestamp":"1533332775"},{"id":"n","status":"failed","errors":[
                          {"code":470,"title":"x"}]}],"messages":[{"id":"o","from":"1","type":"text"}]})";
        for (auto changes = random() % 3; changes > 0; --changes) {
            const auto at = static_cast<qsizetype>(random() % static_cast<quint32>(body.size()));
            switch (random() % 3) {
            case 0:
                body[at] = static_cast<char>(random());
                break;
            case 1:
                body.remove(at, static_cast<qsizetype>(random() % 8));
                break;
            default:
                body.insert(at, body.mid(static_cast<qsizetype>(random() % static_cast<quint32>(body.size())), 9));
            }
            if (body.isEmpty())
                break;
        }
        const int status = exchange(socket, postRequest(url, body)).mid(9, 3).toInt();
        QVERIFY2(status == 200 || status == 400, body.constData());
        ++(status == 200 ? taken : refused);
    }
    const auto answered = utcNow();
    const auto frame = awaitFrame(service, [refused, answered](const Frame &f) {
        return f.takenAt > answered && f.ingest.badRequests == static_cast<quint64>(refused);
    });
    QVERIFY(frame);
    QVERIFY(taken > bodies / 10 && refused > bodies / 10);
    const auto totals = frame->ingest;
    QVERIFY(totals.counted > 0 && totals.apart > 0 && totals.redelivered > 0);
    service.stop();
    IngestService again(optionsBelow(folder.path()));
    again.start();
    const auto replayed = awaitFrame(again, [](const Frame &f) { return f.listener.listening; });
    QVERIFY(replayed);
    QCOMPARE(replayed->ingest, totals);
}

void TestIngestAbuse::clockJumps()
{
    QTemporaryDir folder;
    SettableClock clock;
    SecondsKept live;
    auto options = optionsBelow(folder.path());
    options.clock = clock.function();
    options.sinks = live.sinks();
    int sent = 0;
    IngestTotals totals;
    {
        IngestService service(options);
        service.start();
        const QUrl url = awaitUrl(service);
        const auto sendSome = [&] {
            for (int i = 0; i < 15; ++i) {
                QCOMPARE(post(url, statusBody("c" + QByteArray::number(++sent), "read")), 200);
                QTest::qWait(10);
            }
        };
        // A little back and forth; back by more than an hour, after which the clock is taken to have been wrong; days.
        // No second comes a second time: that would replace the first one in the history.
        for (const auto offset : {Millis{0}, Millis{1500}, Millis{-700}, Millis{90'000}, Millis{-60'000},
                                  Millis{7'200'000}, Millis{-10'800'000}, Millis{86'400'000 * 3}, Millis{-7'200'000}}) {
            clock.set(offset);
            sendSome();
            if (QTest::currentTestFailed())
                return;
        }
        const auto all = static_cast<quint64>(sent);
        const auto frame = awaitFrame(service, [all](const Frame &f) { return f.ingest.received == all; });
        QVERIFY(frame);
        QCOMPARE(frame->ingest.counted, all);
        totals = frame->ingest;
        // Each is in one of the seconds that the history gets.
        QTRY_COMPARE_WITH_TIMEOUT(live.total(), all, 20000);
        QCOMPARE(live.twice, 0);
        service.stop();
    }

    SecondsKept replayed;
    options.sinks = replayed.sinks();
    IngestService again(options);
    again.start();
    const auto frame = awaitFrame(again, [](const Frame &f) { return f.listener.listening; });
    QVERIFY(frame);
    QCOMPARE(frame->ingest, totals);
}

void TestIngestAbuse::capturesRedactedBodies()
{
    QTemporaryDir folder;
    auto options = optionsBelow(folder.path());
    options.captureFolder = pathsBelow(folder.path()).captureDir();
    QString nodeId = QStringLiteral("node-a");
    {
        IngestService service(options);
        service.start();
        const QUrl url = awaitUrl(service);
        QCOMPARE(post(url, statusBody("before", "read")), 200);
        QVERIFY(awaitFrame(service, [](const Frame &f) { return !f.nodes.at(0).route.captureUntil; }));
        service.startCapture(QStringLiteral("nobody"));
        service.startCapture(nodeId, kCaptureMost * 5);
        const auto on =
            awaitFrame(service, [](const Frame &f) { return f.nodes.at(0).route.captureUntil.has_value(); });
        QVERIFY(on);
        const auto left = *on->nodes.at(0).route.captureUntil - on->takenAt;
        QVERIFY(left > kCaptureMost - std::chrono::minutes{5} && left <= kCaptureMost);
        QCOMPARE(post(url, statusBody("wamid.Maria", "read", "4915112345678")), 200);
        const QByteArray unfinished = R"({"messages":[{"from":"4915112345678","text":{"body":"It is Maria)";
        QCOMPARE(post(url, unfinished), 400);
        QCOMPARE(post(url, "Body=Maria"), 400);
        service.stopCapture(nodeId);
        QVERIFY(awaitFrame(service, [](const Frame &f) { return !f.nodes.at(0).route.captureUntil; }));
        QCOMPARE(post(url, statusBody("after", "read")), 200);
    }
    const QDir captures(options.captureFolder);
    const auto names = captures.entryList({QStringLiteral("node-a-*.jsonl")}, QDir::Files);
    QCOMPARE(names.size(), 1);
    QFile file(captures.filePath(names[0]));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto content = file.readAll();
    QVERIFY(!content.contains("Maria") && !content.contains("49151"));
    const auto lines = content.split('\n');
    QCOMPARE(lines.size(), 6); // begin, three bodies, end, nothing
    const auto field = [&lines](int line, const char *key) {
        return QJsonDocument::fromJson(lines[line]).object().value(QLatin1String(key)).toVariant().toString();
    };
    QCOMPARE(field(1, "status"), QStringLiteral("200"));
    const QLatin1String kept(R"("status":"read","timestamp":"1533332775")");
    QVERIFY(field(1, "body").contains(kept));
    QCOMPARE(field(2, "status"), QStringLiteral("400"));
    QVERIFY(!field(2, "reason").isEmpty());
    QVERIFY(field(2, "body").endsWith(QStringLiteral("{\"body\":‹text 11, no end›")));
    QCOMPARE(field(3, "bytes"), QStringLiteral("10"));
    QCOMPARE(field(4, "bodies"), QStringLiteral("3"));
}

void TestIngestAbuse::captureIsOffAfterARestart()
{
    QTemporaryDir folder;
    auto options = optionsBelow(folder.path());
    options.captureFolder = pathsBelow(folder.path()).captureDir();
    {
        IngestService service(options);
        service.start();
        awaitUrl(service);
        service.startCapture(QStringLiteral("node-a"));
        QVERIFY(awaitFrame(service, [](const Frame &f) { return f.nodes.at(0).route.captureUntil.has_value(); }));
    }
    IngestService again(options);
    again.start();
    QCOMPARE(post(awaitUrl(again), statusBody("m", "read")), 200);
    const auto frame = awaitFrame(again, [](const Frame &f) { return f.ingest.counted == 1; });
    QVERIFY(frame);
    QVERIFY(!frame->nodes.at(0).route.captureUntil);
}

BAROGRAPH_TEST(TestIngestAbuse)
#include "tst_ingest_abuse.moc"
