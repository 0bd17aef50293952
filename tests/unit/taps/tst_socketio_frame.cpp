// SPDX-License-Identifier: GPL-3.0-or-later
#include "taps/socketio_frame.h"
#include "test_case.h"

using namespace barograph;
using Kind = SocketIoFrame::Kind;

Q_DECLARE_METATYPE(barograph::SocketIoFrame::Kind)

namespace {

QByteArray bytes(std::string_view view)
{
    return {view.data(), static_cast<qsizetype>(view.size())};
}

} // namespace

class TestSocketIoFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void silenceIsIntervalAndTimeout_data();
    void silenceIsIntervalAndTimeout();
};

void TestSocketIoFrame::reads_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QByteArray>("nameSpace");
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QByteArray>("data");
    const auto row = [](const char *name, const char *frame, Kind kind, const char *nameSpace = "/",
                        const char *event = "", const char *data = "") {
        QTest::newRow(name) << QByteArray(frame) << kind << QByteArray(nameSpace) << QByteArray(event)
                            << QByteArray(data);
    };
    // Engine.IO
    row("open", R"(0{"sid":"s","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000})",
        Kind::Open, "/", "",
        R"({"sid":"s","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000})");
    row("close", "1", Kind::Close);
    row("ping", "2", Kind::Ping);
    row("ping of a probe", "2probe", Kind::Ping);
    row("pong", "3", Kind::Other);
    row("upgrade", "5", Kind::Other);
    row("no-op", "6", Kind::Other);
    row("empty", "", Kind::Malformed);
    row("unknown packet", "7", Kind::Malformed);
    row("binary as base64", "bAQID", Kind::Malformed);
    row("bare JSON", R"({"event":"x"})", Kind::Malformed);
    // Socket.IO
    row("empty message", "4", Kind::Malformed);
    row("unknown message", "47", Kind::Malformed);
    row("joined the main one", R"(40{"sid":"x"})", Kind::Connected);
    row("joined", R"(40/shop,{"sid":"x"})", Kind::Connected, "/shop");
    row("joined, no data", "40/shop", Kind::Connected, "/shop");
    row("refused", R"(44/shop,{"message":"Invalid namespace"})", Kind::ConnectError, "/shop", "",
        R"({"message":"Invalid namespace"})");
    row("taken out", "41/shop,", Kind::Disconnected, "/shop");
    row("taken out of the main one", "41", Kind::Disconnected);
    row("event", R"(42["messages.update",{"a":[1,"]"]}])", Kind::Event, "/", "messages.update", R"({"a":[1,"]"]})");
    row("event of a name space", R"(42/shop,["call",{}])", Kind::Event, "/shop", "call", "{}");
    row("name space with a query", R"(42/shop?x=1,["call",{}])", Kind::Event, "/shop", "call", "{}");
    row("wants an acknowledgement", R"(42/shop,17["call",{}])", Kind::Event, "/shop", "call", "{}");
    row("acknowledgement in the main one", R"(4217["call",{}])", Kind::Event, "/", "call", "{}");
    row("spaces", "42 [ \"call\" , {} ] ", Kind::Event, "/", "call", "{}");
    row("name with escapes", R"(42["a\"b\\",{}])", Kind::Event, "/", R"(a\"b\\)", "{}");
    row("name alone", R"(42["hello"])", Kind::Event, "/", "hello", "");
    row("several arguments", R"(42["hello",1,2])", Kind::Event, "/", "hello", "1,2");
    row("with attachments", R"(451-/shop,["m",{"key":{"_placeholder":true,"num":0}}])", Kind::Event, "/shop", "m",
        R"({"key":{"_placeholder":true,"num":0}})");
    row("acknowledgement", "43/shop,17[]", Kind::Other, "/shop");
    row("binary acknowledgement", R"(461-/shop,17[])", Kind::Other, "/shop");
    row("attachments without a number", R"(45-["m",{}])", Kind::Malformed);
    row("attachments without a dash", R"(451["m",{}])", Kind::Malformed);
    row("attachments and nothing", "451", Kind::Malformed);
    row("no array", R"(42{"a":1})", Kind::Malformed);
    row("empty array", "42[]", Kind::Malformed);
    row("half an array", R"(42["m",{})", Kind::Malformed);
    row("name without an end", R"(42["m])", Kind::Malformed);
    row("name ends in an escape", "42[\"m\\]", Kind::Malformed);
    row("name is a number", "42[1,{}]", Kind::Malformed);
    row("no comma", R"(42["m"{}])", Kind::Malformed);
    row("comma and nothing", R"(42["m",])", Kind::Malformed);
    row("event without data", "42", Kind::Malformed);
    row("name space and nothing", "42/shop", Kind::Malformed, "/");
    row("name space is a query", R"(42/?,["m",{}])", Kind::Event, "/", "m", "{}");
}

void TestSocketIoFrame::reads()
{
    QFETCH(const QByteArray, frame);
    QFETCH(const Kind, kind);
    QFETCH(const QByteArray, nameSpace);
    QFETCH(const QByteArray, event);
    QFETCH(const QByteArray, data);
    const auto read = parseSocketIoFrame({frame.constData(), static_cast<std::size_t>(frame.size())});
    QCOMPARE(static_cast<int>(read.kind), static_cast<int>(kind));
    QCOMPARE(bytes(read.nameSpace), nameSpace);
    QCOMPARE(bytes(read.event), event);
    QCOMPARE(bytes(read.data), data);
}

void TestSocketIoFrame::silenceIsIntervalAndTimeout_data()
{
    QTest::addColumn<QByteArray>("handshake");
    QTest::addColumn<qint64>("ms"); // -1: nothing
    QTest::newRow("usual") << QByteArray(R"({"pingInterval":25000,"pingTimeout":20000})") << qint64{45000};
    QTest::newRow("absurdly short") << QByteArray(R"({"pingInterval":1,"pingTimeout":-5})") << qint64{1000};
    QTest::newRow("absurdly long") << QByteArray(R"({"pingInterval":1e300,"pingTimeout":1e308})") << qint64{600000};
    QTest::newRow("texts") << QByteArray(R"({"pingInterval":"25000","pingTimeout":20000})") << qint64{-1};
    QTest::newRow("missing") << QByteArray(R"({"pingInterval":25000})") << qint64{-1};
    QTest::newRow("no object") << QByteArray("[]") << qint64{-1};
    QTest::newRow("nothing") << QByteArray() << qint64{-1};
}

void TestSocketIoFrame::silenceIsIntervalAndTimeout()
{
    QFETCH(const QByteArray, handshake);
    QFETCH(const qint64, ms);
    const auto silence = socketIoSilence({handshake.constData(), static_cast<std::size_t>(handshake.size())});
    QCOMPARE(silence ? static_cast<qint64>(silence->count()) : qint64{-1}, ms);
}

BAROGRAPH_TEST(TestSocketIoFrame)
#include "tst_socketio_frame.moc"
