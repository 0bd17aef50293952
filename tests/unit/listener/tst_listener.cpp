// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener_stage.h"
#include "raw_client.h"
#include "test_case.h"

#include <memory>
#include <thread>

using namespace barograph;
using namespace barograph::test;

class TestListener : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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

void TestListener::manyIdleConnections()
{
    ListenerLimits limits;
    limits.maxConnections = 1000; // raises the limit of descriptors, for the clients too
    ListenerStage stage(limits);
    std::vector<std::unique_ptr<RawClient>> idle;
    for (int i = 0; i < 500; ++i) {
        idle.push_back(std::make_unique<RawClient>(stage.port));
        QVERIFY(idle.back()->isConnected());
    }
    QTRY_COMPARE(stage.connections(), idle.size());
    RawClient client(stage.port);
    QVERIFY(client.send(hookPost("x")));
    QCOMPARE(client.status(), 200);
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

BAROGRAPH_TEST(TestListener)
#include "tst_listener.moc"
