// SPDX-License-Identifier: GPL-3.0-or-later
#include "taps/tap_protocol.h"
#include "test_case.h"

using namespace barograph;

namespace {

std::unique_ptr<TapProtocol> evolution(const QString &instance)
{
    TapConfig tap;
    tap.url = QUrl(QStringLiteral("wss://evo"));
    tap.instance = instance;
    return makeTapProtocol(NodeKind::Evolution, tap);
}

const QByteArray kGreeting = R"(0{"sid":"s","upgrades":[],"pingInterval":25000,"pingTimeout":20000})";

} // namespace

class TestTapProtocols : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlySomeKindsHaveOne();
    void wahaFramesAreBodies();
    void evolutionJoinsItsInstance();
    void evolutionJoinsTheMainNameSpace();
    void evolutionAnswersPings();
    void evolutionTakesItsOwnEventsOnly();
    void evolutionSaysWhyItWasRefused();
    void evolutionHandsOverWhatItCannotRead();
};

void TestTapProtocols::onlySomeKindsHaveOne()
{
    for (const auto kind : {NodeKind::OnPremises, NodeKind::CloudApi, NodeKind::PickyAssist, NodeKind::Gowa})
        QVERIFY(!makeTapProtocol(kind, {}));
}

void TestTapProtocols::wahaFramesAreBodies()
{
    const auto waha = makeTapProtocol(NodeKind::Waha, {});
    QVERIFY(waha->opened().ready);
    const auto step = waha->received(R"({"event":"message.ack"})");
    QCOMPARE(step.body, QByteArray(R"({"event":"message.ack"})"));
    QVERIFY(step.send.isEmpty() && step.failure.isEmpty());
}

void TestTapProtocols::evolutionJoinsItsInstance()
{
    const auto tap = evolution(QStringLiteral("shop"));
    QVERIFY(!tap->opened().ready && tap->opened().send.isEmpty());
    const auto greeted = tap->received(kGreeting);
    QCOMPARE(greeted.send, QByteArray("40/shop,"));
    QVERIFY(greeted.silence == Millis{45'000});
    QVERIFY(!greeted.ready);
    QVERIFY(!tap->received(R"(40{"sid":"x"})").ready); // of another name space
    QVERIFY(tap->received(R"(40/shop,{"sid":"x"})").ready);
}

void TestTapProtocols::evolutionJoinsTheMainNameSpace()
{
    const auto tap = evolution({});
    QCOMPARE(tap->received(kGreeting).send, QByteArray("40"));
    QVERIFY(tap->received(R"(40{"sid":"x"})").ready);
    QVERIFY(!evolution({})->received("0nonsense").failure.isEmpty());
}

void TestTapProtocols::evolutionAnswersPings()
{
    QCOMPARE(evolution({})->received("2").send, QByteArray("3"));
}

void TestTapProtocols::evolutionTakesItsOwnEventsOnly()
{
    const auto tap = evolution(QStringLiteral("shop"));
    QCOMPARE(tap->received(R"(42/shop,["messages.update",{"event":"messages.update"}])").body,
             QByteArray(R"({"event":"messages.update"})"));
    QVERIFY(tap->received(R"(42/other,["messages.update",{"event":"messages.update"}])").body.isEmpty());
    QVERIFY(tap->received(R"(42["messages.update",{"event":"messages.update"}])").body.isEmpty());
    QVERIFY(tap->received("6").body.isEmpty());
}

void TestTapProtocols::evolutionSaysWhyItWasRefused()
{
    const QByteArray invalid = R"({"message":"Invalid namespace <b>x</b>"})";
    const auto unknown = evolution(QStringLiteral("shop"))->received("44/shop," + invalid).failure;
    QVERIFY(unknown.contains(QLatin1String("/websocket/set/shop")));
    QVERIFY(!unknown.contains(QLatin1String("<b>")));
    QVERIFY(evolution({})->received("44" + invalid).failure.contains(QLatin1String("tap-key")));
    QVERIFY(!evolution({})->received("41").failure.isEmpty());
    QVERIFY(!evolution({})->received("1").failure.isEmpty());
}

void TestTapProtocols::evolutionHandsOverWhatItCannotRead()
{
    const auto step = evolution({})->received("42[nonsense");
    QCOMPARE(step.body, QByteArray("42[nonsense"));
    QVERIFY(step.failure.isEmpty());
}

BAROGRAPH_TEST(TestTapProtocols)
#include "tst_tap_protocols.moc"
