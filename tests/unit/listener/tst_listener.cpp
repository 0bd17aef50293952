// SPDX-License-Identifier: GPL-3.0-or-later
#include "far_clients.h"
#include "listener/connection.h"
#include "listener_stage.h"
#include "raw_client.h"
#include "test_case.h"

#include <malloc.h>
#include <memory>
#include <sys/resource.h>
#include <thread>

using namespace barograph;
using namespace barograph::test;

namespace {

/// The limit there is afterwards. Root may also raise what others may only use up.
std::size_t raisedDescriptorLimit(std::size_t wanted)
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    if (limit.rlim_cur >= wanted)
        return limit.rlim_cur;
    const rlimit higher{wanted, std::max<rlim_t>(wanted, limit.rlim_max)};
    if (::setrlimit(RLIMIT_NOFILE, &higher) == 0)
        return wanted;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    return limit.rlim_cur;
}

/// What this process has allocated. Resident memory would not do: it does not grow while there is freed memory to use.
double allocatedBytes()
{
    const auto info = ::mallinfo2();
    return static_cast<double>(info.uordblks + info.hblkhd);
}

} // namespace

class TestListener : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void canGoWhileItsTimerIsDue();
    void answersManyRequestsOnOneConnection();
    void answersWhenTheBatchIsDurable();
    void largeBodies();
    void pipelined();
    void honoursConnectionClose();
    void givesTheAnswerBeforeItCloses();
    void slowHeaders();
    void slowBody();
    void idleConnections();
    void waitingForTheDiskIsNotIdle();
    void clientsThatDoNotReadAreClosed();
    void unreadAnswersDoNotPileUp();
    void halfClosedClientsGetTheirAnswer();
    void goneClientsAreForgotten();
    void refusesBeyondTheLimit();
    void onePeerCannotTakeEverything();
    void thisMachineIsNoPeerToLimit();
    void trickledBytesGetNoMoreTimeThanNone();
    void slowAndSteadyIsTaken();
    void manyIdleConnections();
    void saysWhyItCannotListen();
    void stopsAccepting();
};

void TestListener::answersManyRequestsOnOneConnection()
{
    ListenerStage stage;
    RawClient client(stage.port);
    for (int i = 0; i < 100; ++i) {
        QVERIFY(client.send(hookPost(i % 3 == 0 ? "{" : "x")));
        QCOMPARE(client.status(), i % 3 == 0 ? 400 : 200);
    }
    QCOMPARE(stage.connections(), std::size_t{1});
}

void TestListener::answersWhenTheBatchIsDurable()
{
    ListenerStage stage;
    stage.settleAtOnce(false);
    RawClient first(stage.port);
    RawClient second(stage.port);
    QVERIFY(first.send(hookPost("a")) && second.send(hookPost("b")));
    QTRY_COMPARE(stage.taken(), 2);
    QVERIFY(!first.hasSomething(50));
    stage.settle(true);
    QCOMPARE(first.status(), 200);
    QCOMPARE(second.status(), 200);
    QVERIFY(first.send(hookPost("c")));
    QTRY_COMPARE(stage.taken(), 3);
    stage.settle(false);
    QCOMPARE(first.status(), 503);
}

void TestListener::largeBodies()
{
    ListenerStage stage;
    RawClient client(stage.port);
    QVERIFY(client.send(hookPost(QByteArray(4 << 20, 'x'))));
    QCOMPARE(client.status(), 200);
    QVERIFY(client.send(hookPost(QByteArray(100, 'x'))));
    QCOMPARE(client.status(), 200);
}

void TestListener::pipelined()
{
    ListenerStage stage;
    RawClient client(stage.port);
    constexpr int kRequests = 5000;
    std::thread sender([&client] { client.send(hookPost("x").repeated(kRequests)); });
    const auto answers = client.answers(kRequests);
    sender.join();
    QCOMPARE(answers.count("HTTP/1.1 200 OK"), kRequests);
}

void TestListener::honoursConnectionClose()
{
    ListenerStage stage;
    RawClient client(stage.port);
    QVERIFY(client.send(hookPost("x", "Connection: close\r\n")));
    const auto answer = client.untilClosed();
    QVERIFY(answer.startsWith("HTTP/1.1 200 OK\r\nConnection: close\r\n"));
}

void TestListener::givesTheAnswerBeforeItCloses()
{
    // The client is still sending what is too large; a reset would take the answer from it.
    ListenerStage stage;
    RawClient client(stage.port);
    QVERIFY(client.send("POST /hook/node-a/" + kSecret + " HTTP/1.1\r\nContent-Length: 100000000\r\n\r\n"));
    for (int i = 0; i < 20; ++i)
        client.trySend(QByteArray(50000, 'x'));
    QCOMPARE(client.status(), 413);
}

void TestListener::slowHeaders()
{
    ListenerStage stage(quickLimits());
    RawClient client(stage.port);
    QVERIFY(client.send("POST /hook/node-a/"));
    QCOMPARE(client.status(), 408);
    QVERIFY(client.untilClosed() != "still open");
    QTRY_COMPARE(stage.connections(), std::size_t{0});
}

void TestListener::slowBody()
{
    ListenerStage stage(quickLimits());
    RawClient client(stage.port);
    const auto request = hookPost("abcdef");
    QVERIFY(client.send(request.first(request.size() - 3)));
    QCOMPARE(client.status(), 408);
    QCOMPARE(client.untilClosed(), QByteArray());
    QCOMPARE(stage.taken(), 0);
}

void TestListener::idleConnections()
{
    ListenerStage stage(quickLimits());
    RawClient fresh(stage.port);
    RawClient used(stage.port);
    QVERIFY(used.send(hookPost("x")));
    QCOMPARE(used.status(), 200);
    QCOMPARE(fresh.untilClosed(), QByteArray());
    QCOMPARE(used.untilClosed(), QByteArray());
}

void TestListener::waitingForTheDiskIsNotIdle()
{
    ListenerStage stage(quickLimits());
    stage.settleAtOnce(false);
    RawClient client(stage.port);
    RawClient idle(stage.port);
    QVERIFY(client.send(hookPost("x")));
    QCOMPARE(idle.untilClosed(), QByteArray()); // so the time is over
    QVERIFY(!client.hasSomething(500));
    stage.settle(true);
    QCOMPARE(client.status(), 200);
}

void TestListener::clientsThatDoNotReadAreClosed()
{
    ListenerStage stage(quickLimits());
    RawClient client(stage.port, 4096);
    // Sends until nothing goes any more: then the listener has stopped reading too.
    const auto requests = hookPost("x").repeated(500);
    QTRY_VERIFY_WITH_TIMEOUT(client.trySend(requests) < 0 && stage.connections() == 0, 20000);
}

void TestListener::unreadAnswersDoNotPileUp()
{
    // Wrong addresses are answered at once, each with more bytes than it took to ask.
    ListenerStage stage;
    RawClient client(stage.port, 4096);
    const auto requests = QByteArray("GET / HTTP/1.1\r\n\r\n").repeated(10000);
    constexpr qint64 kFarTooMuch = 64 << 20;
    qint64 sent = 0;
    while (sent < kFarTooMuch && client.canSend(500))
        sent += std::max<qint64>(client.trySend(requests), 0);
    QVERIFY2(sent < kFarTooMuch, "the listener goes on reading");
    QCOMPARE(stage.connections(), std::size_t{1});
}

void TestListener::halfClosedClientsGetTheirAnswer()
{
    ListenerStage stage;
    stage.settleAtOnce(false);
    RawClient client(stage.port);
    QVERIFY(client.send(hookPost("x")));
    client.endSending();
    QTRY_COMPARE(stage.taken(), 1);
    stage.settle(true);
    QVERIFY(client.untilClosed().startsWith("HTTP/1.1 200"));
    QTRY_COMPARE(stage.connections(), std::size_t{0});
}

void TestListener::goneClientsAreForgotten()
{
    ListenerStage stage;
    stage.settleAtOnce(false);
    {
        RawClient idle(stage.port);
        RawClient inHeader(stage.port);
        RawClient inBody(stage.port);
        RawClient waiting(stage.port);
        const auto request = hookPost("abcdef");
        QVERIFY(inHeader.send("POST /"));
        QVERIFY(inBody.send(request.first(request.size() - 3)));
        QVERIFY(waiting.send(request));
        QTRY_COMPARE(stage.taken(), 1);
        QTRY_COMPARE(stage.connections(), std::size_t{4});
    }
    stage.settle(true);
    QTRY_COMPARE(stage.connections(), std::size_t{0});
}

void TestListener::refusesBeyondTheLimit()
{
    ListenerLimits limits;
    limits.maxConnections = 2;
    ListenerStage stage(limits);
    RawClient first(stage.port);
    auto second = std::make_unique<RawClient>(stage.port);
    QTRY_COMPARE(stage.connections(), std::size_t{2});
    RawClient third(stage.port);
    const auto refusal = third.untilClosed();
    QVERIFY(refusal.startsWith("HTTP/1.1 503 "));
    QVERIFY(refusal.contains("Retry-After"));
    QVERIFY(first.send(hookPost("x")));
    QCOMPARE(first.status(), 200);
    second.reset();
    QTRY_COMPARE(stage.connections(), std::size_t{1});
    RawClient fourth(stage.port);
    QVERIFY(fourth.send(hookPost("x")));
    QCOMPARE(fourth.status(), 200);
}

void TestListener::onePeerCannotTakeEverything()
{
    ListenerLimits limits;
    limits.maxConnectionsPerPeer = 2;
    limits.countLoopbackPeers = true;
    ListenerStage stage(limits);
    RawClient first(stage.port);
    auto second = std::make_unique<RawClient>(stage.port);
    QTRY_COMPARE(stage.connections(), std::size_t{2});
    // However many more it asks for, only some are even told so; the others are closed.
    std::vector<std::unique_ptr<RawClient>> refused;
    for (int i = 0; i < 40; ++i)
        refused.push_back(std::make_unique<RawClient>(stage.port));
    QVERIFY(refused[0]->untilClosed().startsWith("HTTP/1.1 503 "));
    int told = 1;
    for (std::size_t i = 1; i < refused.size(); ++i)
        told += refused[i]->untilClosed().startsWith("HTTP/1.1 503 ") ? 1 : 0;
    QVERIFY2(told <= 16, qPrintable(QString::number(told)));
    QVERIFY(stage.connections() <= 18);
    QVERIFY(first.send(hookPost("x")));
    QCOMPARE(first.status(), 200);
    refused.clear();
    second.reset();
    QTRY_COMPARE(stage.connections(), std::size_t{1});
    RawClient again(stage.port);
    QVERIFY(again.send(hookPost("x")));
    QCOMPARE(again.status(), 200);
}

void TestListener::thisMachineIsNoPeerToLimit()
{
    ListenerLimits limits;
    limits.maxConnectionsPerPeer = 2;
    ListenerStage stage(limits);
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 30; ++i)
        clients.push_back(std::make_unique<RawClient>(stage.port));
    for (const auto &client : clients) {
        QVERIFY(client->send(hookPost("x")));
        QCOMPARE(client->status(), 200);
    }
}

void TestListener::trickledBytesGetNoMoreTimeThanNone()
{
    // Each byte alone is in time; the whole is not.
    ListenerStage stage(quickLimits());
    RawClient inHeader(stage.port);
    RawClient inBody(stage.port);
    const auto request = hookPost(QByteArray(10000, 'x'));
    QVERIFY(inBody.send(request.first(request.size() - 10000)));
    int sent = 0;
    while (sent < 9000 && !(inHeader.hasSomething(0) && inBody.hasSomething(0))) {
        if (sent < request.size() - 10000 - 4)
            inHeader.trySend(request.mid(sent, 1));
        inBody.trySend("x");
        ++sent;
        QTest::qWait(20);
    }
    QCOMPARE(inHeader.status(), 408);
    QCOMPARE(inBody.status(), 408);
    QCOMPARE(stage.taken(), 0);
}

void TestListener::slowAndSteadyIsTaken()
{
    ListenerStage stage;
    RawClient client(stage.port);
    const auto request = hookPost("{}");
    for (const char byte : request) {
        QVERIFY(client.send(QByteArray(1, byte)));
        QTest::qWait(1);
    }
    QCOMPARE(client.status(), 200);
}

// As many as an operator may be hit with by mistake or on purpose. BAROGRAPH_IDLE_CONNECTIONS sets how many.
void TestListener::manyIdleConnections()
{
    constexpr std::size_t kForEverythingElse = 512;
    constexpr std::size_t kNear = 100;
    const auto wanted = static_cast<std::size_t>(qEnvironmentVariableIntValue("BAROGRAPH_IDLE_CONNECTIONS"));
    // What the system does not allow is not asked for.
    const auto descriptors = raisedDescriptorLimit((wanted > 0 ? wanted : 10000) + kForEverythingElse);
    const auto most =
        std::max(2 * kNear, std::min<std::size_t>(wanted > 0 ? wanted : 10000, descriptors - kForEverythingElse));
    std::optional<FarClients> farClients(std::in_place); // made before the listener's thread
    ListenerLimits limits;
    limits.maxConnections = most;
    limits.idleTimeout = Millis{600'000}; // a loaded machine may need long for all of this
    ListenerStage stage(limits);
    RawClient before(stage.port);
    QVERIFY(before.send(hookPost("x")));
    QCOMPARE(before.status(), 200);

    const auto allocatedBefore = allocatedBytes();
    constexpr std::size_t kPortion = 500;
    for (std::size_t far = 0; far < most - kNear;) {
        const auto portion = static_cast<quint32>(std::min(kPortion, most - kNear - far));
        QCOMPARE(farClients->connectTo(stage.port, portion), portion);
        far += portion;
        QTRY_COMPARE_WITH_TIMEOUT(stage.connections(), far + 1, 30000);
    }
    std::vector<std::unique_ptr<RawClient>> idle;
    while (idle.size() + 1 < kNear) {
        idle.push_back(std::make_unique<RawClient>(stage.port));
        QVERIFY2(idle.back()->isConnected(), qPrintable(QString::number(idle.size())));
    }
    QTRY_COMPARE_WITH_TIMEOUT(stage.connections(), most, 30000);
    const auto each = (allocatedBytes() - allocatedBefore) / static_cast<double>(most);
    qInfo("%zu idle connections, %.0f bytes each in the listener", most, each);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    QVERIFY2(each < 4096, "an idle connection must not keep a buffer");
#endif

    QVERIFY(before.send(hookPost("x")));
    QCOMPARE(before.status(), 200);
    QVERIFY(idle.back()->send(hookPost("x")));
    QCOMPARE(idle.back()->status(), 200);
    // A flood beyond the limit is turned away, and those who are there do not notice.
    for (int i = 0; i < 200; ++i) {
        RawClient beyond(stage.port);
        const auto answer = beyond.untilClosed();
        QVERIFY2(answer.isEmpty() || answer.startsWith("HTTP/1.1 503 "), answer.constData());
    }
    QVERIFY(before.send(hookPost("x")));
    QCOMPARE(before.status(), 200);
    farClients.reset();
    idle.clear();
    QTRY_COMPARE_WITH_TIMEOUT(stage.connections(), std::size_t{1}, 30000);
}

void TestListener::saysWhyItCannotListen()
{
    ListenerStage stage;
    boost::asio::io_context context;
    RecordingSink sink;
    Listener other(context, sink, {}, [] {});
    const auto taken = other.listen(QStringLiteral("127.0.0.1"), stage.port);
    QVERIFY(!taken);
    QVERIFY(taken.error().contains(QLatin1String("in use")));
    QVERIFY(taken.error().contains(QString::number(stage.port)));
    QVERIFY(!other.isListening());
    const auto elsewhere = other.listen(QStringLiteral("192.0.2.1"), 0);
    QVERIFY(!elsewhere);
    QVERIFY(elsewhere.error().contains(QLatin1String("192.0.2.1 is not an address of this computer")));
    QVERIFY(!other.listen(QStringLiteral("localhost?"), 0));
    QVERIFY(other.listen(QStringLiteral("127.0.0.1"), 0)); // it can be tried again
}

void TestListener::stopsAccepting()
{
    ListenerStage stage;
    RawClient before(stage.port);
    QVERIFY(before.send(hookPost("x")));
    QCOMPARE(before.status(), 200);
    stage.stopAccepting();
    RawClient after(stage.port);
    QVERIFY(!after.isConnected());
    QVERIFY(before.send(hookPost("x")));
    QCOMPARE(before.status(), 200);
}

/// Two timers that are due together complete together: the first handler then runs before the other one's, which cannot
/// be cancelled any more.
void TestListener::canGoWhileItsTimerIsDue()
{
    boost::asio::io_context context;
    RecordingSink sink;
    auto listener = std::make_unique<Listener>(context, sink, ListenerLimits{}, [] {});
    boost::asio::steady_timer first(context, std::chrono::milliseconds{1});
    first.async_wait([&listener](const boost::system::error_code &) { listener.reset(); });
    QVERIFY(listener->listen(QStringLiteral("127.0.0.1"), 0));
    std::this_thread::sleep_for(kTickLength + Millis{50});
    context.poll();
    QVERIFY(!listener);
}

BAROGRAPH_TEST(TestListener)
#include "tst_listener.moc"
