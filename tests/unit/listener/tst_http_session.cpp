// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener/http_session.h"
#include "recording_sink.h"
#include "test_case.h"

using namespace barograph;
using namespace barograph::test;

namespace {

class SessionStage
{
public:
    explicit SessionStage(const ListenerLimits &givenLimits = {})
        : limits(givenLimits)
        , budget{givenLimits.maxBufferedBytes, 0}
        , session({limits, routes, sink, budget}, peer)
    {
        routes.add("node-a", kSecret.toStdString(), 7);
    }
    void receive(const QByteArray &bytes)
    {
        // In a buffer of its own, so that a sanitizer sees any access behind the padding.
        const QByteArray padded = bytes + QByteArray(static_cast<qsizetype>(kBodyPadding), '\0');
        session.receive(padded.constData(), static_cast<std::size_t>(bytes.size()));
    }
    void settleAll(bool durable = true) { session.settle(sink.ticket, durable); }
    QByteArray takeOutput()
    {
        const QByteArray bytes(session.output().data(), static_cast<qsizetype>(session.output().size()));
        session.sent(session.output().size());
        return bytes;
    }
    /// The status codes of everything there is to send.
    QByteArray codes()
    {
        QByteArrayList list;
        const auto bytes = takeOutput();
        for (qsizetype at = bytes.indexOf("HTTP/1.1 "); at >= 0; at = bytes.indexOf("HTTP/1.1 ", at + 1))
            list << bytes.mid(at + 9, 3);
        return list.join(' ');
    }

    ListenerLimits limits;
    RouteTable routes;
    RecordingSink sink;
    BufferBudget budget;
    PeerInfo peer;
    HttpSession session;
};

} // namespace

class TestHttpSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data();
    void answers();
    void answersAfterDurableOnly();
    void unavailableWhenNotDurable();
    void anySplitIsTheSameRequest();
    void keepsPipelinedOrder();
    void stopsReadingWhenItOwesTooMuch();
    void answersExpectContinue();
    void refusesExpectationsItCannotFulfil();
    void wrongSecretLooksLikeUnknownNode();
    void returnsWhatItBorrowed();
    void limitsWhatAllBodiesTakeTogether();
    void takesBodiesUpToTheLimit_data();
    void takesBodiesUpToTheLimit();
    void limitsLinesBetweenChunks();
    void showsItsPhase();
    void takesNothingAfterTheLastAnswer();
    void quotesNothingOfTheBody();
};

void TestHttpSession::answers_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("codes");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<int>("badRequests"); // of the node
    QTest::addColumn<int>("unroutable");
    const auto row = [](const char *name, const QByteArray &request, const char *codes, bool closes, int bad = 0,
                        int unroutable = 0) {
        QTest::newRow(name) << request << QByteArray(codes) << closes << bad << unroutable;
    };
    const QByteArray target = "/hook/node-a/" + kSecret;
    row("event", hookPost("{\"a\":1}"), "200", false);
    row("nothing in it", hookPost("null"), "200", false);
    row("malformed", hookPost("{"), "400", false);
    row("connection goes on after malformed", hookPost("{") + hookPost("x"), "400 200", false);
    row("empty body", hookPost(""), "200", false); // the sink decides
    row("no length at all", "POST " + target + " HTTP/1.1\r\nHost: x\r\n\r\n", "200", false);
    row("chunked",
        "POST " + target +
            " HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nA;ext=1\r\n0123456789\r\n0\r\n\r\n",
        "200", false);
    row("chunked with trailer",
        "POST " + target + " HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nX: y\r\n\r\n", "200", false);
    row("connection close", hookPost("x", "Connection: close\r\n"), "200", true);
    row("HTTP/1.0", "POST " + target + " HTTP/1.0\r\nContent-Length: 1\r\n\r\nx", "200", true);
    row("GET", "GET " + target + " HTTP/1.1\r\n\r\n", "405", false, 1);
    row("PUT with body, then POST", "PUT " + target + " HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc" + hookPost("x"),
        "405 200", false, 1);
    row("GET elsewhere", "GET / HTTP/1.1\r\n\r\n", "404", false, 0, 1);
    row("POST elsewhere, then right", postTo("/", "abc") + hookPost("x"), "404 200", false, 0, 1);
    row("not HTTP", "\x16\x03\x01\x02\x00 hello\r\n\r\n", "400", true, 0, 1);
    row("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "400", true, 0, 1);
    row("bad length", "POST " + target + " HTTP/1.1\r\nContent-Length: -1\r\n\r\n", "400", true, 0, 1);
    row("length beyond 64 bits", "POST " + target + " HTTP/1.1\r\nContent-Length: 18446744073709551616\r\n\r\n", "400",
        true, 0, 1);
    row("two different lengths", "POST " + target + " HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "400", true, 0, 1);
    row("length and chunked",
        "POST " + target + " HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "400", true,
        0, 1);
    row("chunked and length",
        "POST " + target + " HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n", "400", true,
        0, 1);
    row("coding that is not understood", "POST " + target + " HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\nabc", "501",
        true, 1);
    row("bad chunk size", "POST " + target + " HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", "400", true, 1);
    const QByteArray chunkedHead = "POST " + target + " HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n";
    row("last chunk alone", chunkedHead + "0\r\n\r\n", "200", false);
    row("chunk sizes with leading zeros", chunkedHead + "0003\r\nabc\r\n00000000000\r\n\r\n", "200", false);
    row("chunk extensions in quotes", chunkedHead + "3;a=\"x;y\";b\r\nabc\r\n0;c\r\n\r\n", "200", false);
    row("trailers, then another request", chunkedHead + "1\r\na\r\n0\r\nX: y\r\nZ: 1\r\n\r\n" + hookPost("x"),
        "200 200", false);
    row("length as trailer", chunkedHead + "1\r\na\r\n0\r\nContent-Length: 9\r\n\r\n" + hookPost("x"), "400", true, 1);
    row("negative chunk size", chunkedHead + "-1\r\na\r\n", "400", true, 1);
    row("chunk size as 0x", chunkedHead + "0x1\r\na\r\n\r\n", "400", true, 1);
    row("chunk size beyond 64 bits", chunkedHead + "10000000000000001\r\na\r\n", "400", true, 1);
    row("chunk longer than its size", chunkedHead + "1\r\nab\r\n0\r\n\r\n", "400", true, 1);
    row("no chunk size", chunkedHead + "\r\na\r\n", "400", true, 1);
    row("gzip, then plain", hookPost("\x1f\x8b\x08", "Content-Encoding: gzip\r\n") + hookPost("x"), "415 200", false,
        1);
    row("two codings", hookPost("abc", "Content-Encoding: identity\r\nContent-Encoding: br\r\n"), "415", false, 1);
    row("identity is no coding", hookPost("x", "Content-Encoding: Identity\r\n"), "200", false);
    row("gzip, elsewhere", postTo("/", "abc", "Content-Encoding: gzip\r\n"), "404", false, 0, 1);
    row("any content type", hookPost("x", "Content-Type: application/x-www-form-urlencoded\r\n"), "200", false);
    row("no content type", hookPost("x"), "200", false);
    row("length in words", "POST " + target + " HTTP/1.1\r\nContent-Length: ten\r\n\r\n", "400", true, 0, 1);
    row("length with a plus", "POST " + target + " HTTP/1.1\r\nContent-Length: +1\r\n\r\nx", "400", true, 0, 1);
    row("same length twice", hookPost("x", "Content-Length: 1\r\n"), "200", false);
    row("space before the colon", "POST " + target + " HTTP/1.1\r\nContent-Length : 1\r\n\r\nx", "400", true, 0, 1);
    row("folded header", hookPost("x", "X-Long: a\r\n b\r\n"), "200", false);
    row("folded coding", "POST " + target + " HTTP/1.1\r\nTransfer-Encoding:\r\n chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n",
        "200", false);
    row("lines without carriage return", "POST " + target + " HTTP/1.1\nContent-Length: 1\n\nx", "400", true, 0, 1);
    row("zero byte in a header", "POST " + target + " HTTP/1.1\r\nX: a" + QByteArray(1, '\0') + "b\r\n\r\n", "400",
        true, 0, 1);
    row("body too large", "POST " + target + " HTTP/1.1\r\nContent-Length: 4194305\r\n\r\n", "413", true, 0, 1);
    row("chunk too large", "POST " + target + " HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n400001\r\nabc", "413",
        true, 1);
    row("header too large", "POST " + target + " HTTP/1.1\r\nX: " + QByteArray(17000, 'x') + "\r\n\r\n", "431", true, 0,
        1);
    row("endless header", "POST " + target + " HTTP/1.1\r\nX: " + QByteArray(17000, 'x'), "431", true, 0, 1);
    row("endless address", "POST /" + QByteArray(17000, 'x'), "431", true, 0, 1);
    row("too many headers", "POST " + target + " HTTP/1.1\r\n" + QByteArray("X: y\r\n").repeated(65) + "\r\n", "431",
        true, 0, 1);
    row("just as many headers as allowed", hookPost("x", QByteArray("X: y\r\n").repeated(62)), "200", false);
}

void TestHttpSession::answers()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, codes);
    QFETCH(bool, closes);
    QFETCH(int, badRequests);
    QFETCH(int, unroutable);
    SessionStage stage;
    stage.receive(request);
    stage.settleAll();
    const auto output =
        QByteArray(stage.session.output().data(), static_cast<qsizetype>(stage.session.output().size()));
    QCOMPARE(output.contains("Connection: close\r\n"), closes);
    QCOMPARE(stage.codes(), codes);
    QCOMPARE(stage.session.isFinished(), closes);
    QCOMPARE(stage.session.wantsInput(), !closes);
    QCOMPARE(stage.sink.badRequests.size(), badRequests);
    QCOMPARE(stage.sink.unroutable, unroutable);
}

void TestHttpSession::answersAfterDurableOnly()
{
    SessionStage stage;
    stage.receive(hookPost("x"));
    QVERIFY(stage.session.owesAnswers());
    QCOMPARE(stage.session.newestTicket(), quint64{1});
    QVERIFY(stage.session.output().empty());
    stage.session.settle(0, true);
    QVERIFY(stage.session.output().empty());
    stage.session.settle(1, true);
    QCOMPARE(stage.takeOutput(), QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
    QVERIFY(!stage.session.owesAnswers());
}

void TestHttpSession::unavailableWhenNotDurable()
{
    SessionStage stage;
    stage.receive(hookPost("x"));
    stage.settleAll(false);
    const auto answer = stage.takeOutput();
    QVERIFY(answer.startsWith("HTTP/1.1 503 "));
    QVERIFY(answer.contains("\r\nRetry-After: "));
    stage.sink.unavailable = true;
    stage.receive(hookPost("x"));
    QCOMPARE(stage.codes(), QByteArray("503"));
    QVERIFY(stage.session.wantsInput());
}

void TestHttpSession::anySplitIsTheSameRequest()
{
    const QByteArray bytes =
        hookPost("{\"first\":1}", "X-Long: " + QByteArray(50, 'y') + "\r\n") + "POST /hook/node-a/" + kSecret +
        " HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n{\"se\r\n8\r\ncond\":2}\r\n0\r\n\r\n" +
        hookPost("{\"third\":3}");
    const QByteArrayList expected{"{\"first\":1}", "{\"second\":2}", "{\"third\":3}"};
    for (qsizetype split = 1; split < bytes.size(); ++split) {
        SessionStage stage;
        stage.receive(bytes.first(split));
        stage.receive(bytes.mid(split));
        stage.settleAll();
        QCOMPARE(stage.sink.bodies, expected);
        QCOMPARE(stage.codes(), QByteArray("200 200 200"));
    }
    for (const qsizetype step : {1, 2, 3, 7}) {
        SessionStage stage;
        for (qsizetype at = 0; at < bytes.size(); at += step)
            stage.receive(bytes.mid(at, step));
        stage.settleAll();
        QCOMPARE(stage.sink.bodies, expected);
        QCOMPARE(stage.codes(), QByteArray("200 200 200"));
    }
}

void TestHttpSession::keepsPipelinedOrder()
{
    SessionStage stage;
    stage.receive(hookPost("a") + hookPost("{") + hookPost("b") + postTo("/", "") + hookPost("null"));
    QVERIFY(stage.session.output().empty()); // all of it waits for the first
    stage.session.settle(1, true);
    QCOMPARE(stage.codes(), QByteArray("200 400"));
    stage.session.settle(2, false);
    QCOMPARE(stage.codes(), QByteArray("503 404 200"));
}

void TestHttpSession::stopsReadingWhenItOwesTooMuch()
{
    ListenerLimits limits;
    limits.maxPipelined = 4;
    SessionStage stage(limits);
    stage.receive(hookPost("x").repeated(10));
    QCOMPARE(stage.sink.bodies.size(), 4);
    QVERIFY(!stage.session.wantsInput());
    stage.settleAll();
    QCOMPARE(stage.codes(), QByteArray("200 200 200 200"));
    QCOMPARE(stage.sink.bodies.size(), 8); // went on by itself
    stage.settleAll();
    stage.settleAll();
    QCOMPARE(stage.codes(), QByteArray("200 200 200 200 200 200"));
    QVERIFY(stage.session.wantsInput());
}

void TestHttpSession::answersExpectContinue()
{
    SessionStage stage;
    const auto request = hookPost("{\"a\":1}", "Expect: 100-Continue\r\n");
    stage.receive(request.first(request.size() - 7));
    QCOMPARE(stage.takeOutput(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    stage.receive("{\"a\":1}");
    stage.settleAll();
    QCOMPARE(stage.codes(), QByteArray("200"));
    QCOMPARE(stage.sink.bodies, QByteArrayList{"{\"a\":1}"});
}

void TestHttpSession::refusesExpectationsItCannotFulfil()
{
    SessionStage stage;
    stage.receive("POST /elsewhere HTTP/1.1\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
    QCOMPARE(stage.codes(), QByteArray("404"));
    QVERIFY(stage.session.isFinished());
    QCOMPARE(stage.sink.unroutable, 1);
}

void TestHttpSession::wrongSecretLooksLikeUnknownNode()
{
    SessionStage stage;
    stage.receive(postTo("/hook/node-a/" + QByteArray(32, 'x'), "abc"));
    const auto wrongSecret = stage.takeOutput();
    stage.receive(postTo("/hook/node-b/" + kSecret, "abc"));
    QCOMPARE(stage.takeOutput(), wrongSecret);
    QCOMPARE(stage.sink.bodies.size(), 0);
}

void TestHttpSession::returnsWhatItBorrowed()
{
    SessionStage stage;
    const auto request = hookPost(QByteArray(100000, 'x'));
    for (qsizetype at = 0; at < request.size(); at += 1000)
        stage.receive(request.mid(at, 1000));
    QCOMPARE(stage.sink.bodies, QByteArrayList{QByteArray(100000, 'x')});
    QCOMPARE(stage.budget.used, std::size_t{0});

    stage.receive(request.first(50000));
    stage.receive("y");
    QVERIFY(stage.budget.used >= 49000);
    stage.session.abandon();
    QCOMPARE(stage.budget.used, std::size_t{0});
}

void TestHttpSession::limitsWhatAllBodiesTakeTogether()
{
    ListenerLimits limits;
    limits.maxBufferedBytes = 10000;
    SessionStage stage(limits);
    const auto request = hookPost(QByteArray(20000, 'x'));
    for (qsizetype at = 0; at < request.size(); at += 1000)
        stage.receive(request.mid(at, 1000));
    QCOMPARE(stage.codes(), QByteArray("503"));
    QVERIFY(stage.session.isFinished());
    QCOMPARE(stage.budget.used, std::size_t{0});
}

void TestHttpSession::takesBodiesUpToTheLimit_data()
{
    QTest::addColumn<qsizetype>("limit");
    QTest::newRow("default") << qsizetype{4 << 20};
    QTest::newRow("what the Cloud API may send") << qsizetype{3'000'000};
    QTest::newRow("one byte") << qsizetype{1};
}

void TestHttpSession::takesBodiesUpToTheLimit()
{
    QFETCH(qsizetype, limit);
    ListenerLimits limits;
    limits.maxBodyBytes = static_cast<std::size_t>(limit);
    const auto chunked = [](const QByteArray &body) -> QByteArray {
        return "POST /hook/node-a/" + kSecret + " HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n" +
               QByteArray::number(body.size(), 16) + "\r\n" + body + "\r\n0\r\n\r\n";
    };
    const QByteArray most(limit, 'x');
    for (const auto &request : {hookPost(most), chunked(most)}) {
        SessionStage stage(limits);
        stage.receive(request);
        stage.settleAll();
        QCOMPARE(stage.codes(), QByteArray("200"));
        QCOMPARE(stage.sink.bodies.at(0).size(), limit);
    }
    for (const auto &request : {hookPost(most + 'x'), chunked(most + 'x')}) {
        SessionStage stage(limits);
        stage.receive(request);
        QCOMPARE(stage.codes(), QByteArray("413"));
        QVERIFY(stage.sink.bodies.isEmpty());
        QCOMPARE(stage.budget.used, std::size_t{0});
    }
}

void TestHttpSession::limitsLinesBetweenChunks()
{
    SessionStage stage;
    stage.receive("POST /hook/node-a/" + kSecret + " HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1;");
    for (int i = 0; i < 20 && stage.session.wantsInput(); ++i)
        stage.receive(QByteArray(1000, 'x'));
    QCOMPARE(stage.codes(), QByteArray("431"));
}

void TestHttpSession::showsItsPhase()
{
    SessionStage stage;
    QVERIFY(stage.session.phase() == HttpSession::Phase::Idle);
    stage.receive("POST /hook/node-a/");
    QVERIFY(stage.session.phase() == HttpSession::Phase::Header);
    const auto number = stage.session.requestNumber();
    stage.receive(kSecret + " HTTP/1.1\r\nContent-Length: 2\r\n\r\n");
    QVERIFY(stage.session.phase() == HttpSession::Phase::Body);
    stage.receive("a");
    QVERIFY(stage.session.phase() == HttpSession::Phase::Body);
    stage.receive("b");
    QVERIFY(stage.session.phase() == HttpSession::Phase::Idle);
    stage.receive("P");
    QVERIFY(stage.session.phase() == HttpSession::Phase::Header);
    QCOMPARE(stage.session.requestNumber(), number + 1);
}

void TestHttpSession::takesNothingAfterTheLastAnswer()
{
    SessionStage stage;
    stage.receive(hookPost("a", "Connection: close\r\n") + hookPost("b"));
    stage.receive(hookPost("c"));
    stage.settleAll();
    QCOMPARE(stage.sink.bodies, QByteArrayList{"a"});
    QCOMPARE(stage.codes(), QByteArray("200"));
}

void TestHttpSession::quotesNothingOfTheBody()
{
    SessionStage stage;
    stage.receive(hookPost("{"));
    const auto answer = stage.takeOutput();
    QVERIFY(answer.endsWith("\r\nContent-Type: application/json\r\nContent-Length: 32\r\n\r\n"
                            "{\"error\":\"not well-formed JSON\"}"));
}

BAROGRAPH_TEST(TestHttpSession)
#include "tst_http_session.moc"
