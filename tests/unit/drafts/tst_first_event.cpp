// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/first_event.h"
#include "test_case.h"

using namespace barograph;

namespace {

constexpr UtcTime kStart{Millis{1'772'678'467'400}};
const QString kId = QStringLiteral("new");

Frame frameWith(const NodeFrame &node)
{
    Frame frame;
    frame.listener.listening = true;
    frame.nodes = {node};
    return frame;
}

NodeFrame newNode()
{
    NodeFrame node;
    node.id = kId;
    return node;
}

} // namespace

class TestFirstEvent : public QObject
{
    Q_OBJECT

    using State = FirstEventView::State;

private Q_SLOTS:
    void waitsUntilTheNodeIsThere()
    {
        FirstEventWatch watch;
        watch.start(kId, kStart);
        Frame none;
        none.listener.listening = true;
        QVERIFY(watch.look(none, kStart).text.contains(QStringLiteral("taken up")));
        QCOMPARE(watch.look(frameWith(newNode()), kStart).state, State::Waiting);
    }

    void whatWasThereBeforeIsNoArrival()
    {
        FirstEventWatch watch;
        watch.start(kId, kStart);
        NodeFrame node = newNode();
        node.totals[EventKind::Read] = 7;
        node.lastEvent[EventKind::Read] = kStart - Seconds{1};
        node.apart[indexOf(ApartKind::Failed)] = 3;
        node.ingest.redelivered = 4;
        node.route.refused = 9;
        QCOMPARE(watch.look(frameWith(node), kStart).state, State::Waiting);
        node.lastEvent[EventKind::Delivery] = kStart + Seconds{1};
        const FirstEventView view = watch.look(frameWith(node), kStart + Millis{1500});
        QCOMPARE(view.state, State::Arrived);
        QCOMPARE(view.text, QStringLiteral("First event arrived: a delivery receipt, 0.5 s old."));
        QCOMPARE(watch.look(frameWith(newNode()), kStart + Seconds{9}), view);
    }

    void aKnownEventIsAnArrivalToo()
    {
        FirstEventWatch watch;
        watch.start(kId, kStart);
        NodeFrame node = newNode();
        watch.look(frameWith(node), kStart);
        node.ingest.redelivered = 1;
        QCOMPARE(watch.look(frameWith(node), kStart).state, State::Arrived);
    }

    void everyRefusalSaysWhatToDo()
    {
        for (std::size_t i = 1; i < kRefusalReasonCount; ++i) {
            const auto reason = static_cast<RefusalReason>(i);
            FirstEventWatch watch;
            watch.start(kId, kStart);
            watch.look(frameWith(newNode()), kStart);
            NodeFrame node = newNode();
            Frame frame = frameWith(node);
            const QString whose = reason == RefusalReason::WrongSecret ? QString() : kId;
            frame.listener.refusedPeers = {{QStringLiteral("10.0.0.7"), whose, reason, 1, kStart}};
            const FirstEventView view = watch.look(frame, kStart);
            QCOMPARE(view.state, State::Refused);
            QVERIFY2(view.text.startsWith(QStringLiteral("Refused 1 request, the last from 10.0.0.7: ")),
                     qPrintable(view.text));
            QVERIFY(!view.advice.isEmpty());
        }
    }

    void otherNodesRefusalsAreNotOurs()
    {
        FirstEventWatch watch;
        watch.start(kId, kStart);
        Frame frame = frameWith(newNode());
        frame.listener.refusedPeers = {
            {QStringLiteral("10.0.0.7"), QStringLiteral("other"), RefusalReason::WrongCredentials, 1, kStart}};
        QCOMPARE(watch.look(frame, kStart).state, State::Waiting);
    }

    void aHandshakeAndADeafListenerAreTold()
    {
        FirstEventWatch watch;
        watch.start(kId, kStart);
        NodeFrame node = newNode();
        node.route.wantsHandshake = true;
        QVERIFY(watch.look(frameWith(node), kStart).text.contains(QStringLiteral("verified")));
        Frame deaf = frameWith(node);
        deaf.listener.listening = false;
        deaf.listener.error = QStringLiteral("Port taken.");
        const FirstEventView view = watch.look(deaf, kStart);
        QCOMPARE(view.state, State::Refused);
        QCOMPARE(view.advice, QStringLiteral("Port taken."));
    }
};

BAROGRAPH_TEST(TestFirstEvent)
#include "tst_first_event.moc"
