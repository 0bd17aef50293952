// SPDX-License-Identifier: GPL-3.0-or-later
#include "markers/annotation.h"
#include "markers/marker_book.h"
#include "markers/marker_keeper.h"
#include "meter_fixture.h"
#include "test_case.h"

#include <QSignalSpy>

using namespace barograph;
using namespace barograph::test;

namespace {

const QString kNode = QStringLiteral("support-eu");

Judgement judged(NodeState state, const QString &why = {})
{
    Judgement judgement;
    judgement.state = state;
    judgement.why = why;
    return judgement;
}

/// The state from then on, looked at ten times a second for `length`.
UtcTime stay(MarkerKeeper &keeper, NodeState state, UtcTime from, Millis length, const QString &why = {})
{
    for (auto now = from; now < from + length; now += Millis{100})
        keeper.judged(judged(state, why), now);
    return from + length;
}

std::size_t count(const MarkerKeeper &keeper)
{
    return keeper.markers() ? keeper.markers()->size() : 0;
}

Marker markerAt(qint64 ms, const QString &id, MarkerKind kind = MarkerKind::Annotation)
{
    return {id, noonPlus(ms), kind, kNode, id, false};
}

Frame frameWith(std::vector<Marker> markers, qint64 ms)
{
    Frame frame;
    frame.takenAt = noonPlus(ms);
    NodeFrame node;
    node.id = kNode;
    node.markers = std::make_shared<const std::vector<Marker>>(std::move(markers));
    frame.nodes.push_back(node);
    return frame;
}

QStringList ids(const MarkerBook &book)
{
    QStringList result;
    if (const auto markers = book.markers(kNode)) {
        for (const auto &marker : *markers)
            result.append(marker.id);
    }
    return result;
}

MarkerSpan answerOf(const QList<QVariant> &asked, std::vector<Marker> markers)
{
    return {kNode,
            asked[1].value<UtcTime>(),
            asked[2].value<UtcTime>(),
            std::make_shared<const std::vector<Marker>>(std::move(markers)),
            {}};
}

} // namespace

Q_DECLARE_METATYPE(barograph::UtcTime)

class TestMarkers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<UtcTime>("barograph::UtcTime"); }

    void aStateThatSettlesIsMarkedWhereItBegan()
    {
        MarkerKeeper keeper(kNode);
        auto now = stay(keeper, NodeState::Unknown, kNoon, Millis{5'000});
        now = stay(keeper, NodeState::Ok, now, Millis{20'000});
        QCOMPARE(count(keeper), std::size_t{0}); // the first thing known is no change
        const auto began = now;
        now = stay(keeper, NodeState::Down, now, Millis{2'000}, QStringLiteral("It does not answer."));
        QCOMPARE(count(keeper), std::size_t{0});
        now = stay(keeper, NodeState::Down, now, Millis{2'000}, QStringLiteral("It does not answer."));
        QCOMPARE(count(keeper), std::size_t{1});
        const Marker down = keeper.markers()->front();
        QCOMPARE(down.at, began);
        QCOMPARE(down.kind, MarkerKind::StateChange);
        QCOMPARE(down.nodeId, kNode);
        QCOMPARE(down.text, QStringLiteral("Down, was OK: It does not answer."));
        QVERIFY(down.bad);
        QCOMPARE(down.id, markerId(kNode, MarkerKind::StateChange, began));
        stay(keeper, NodeState::Ok, now, Millis{4'000});
        QVERIFY(!keeper.markers()->back().bad);
        QCOMPARE(keeper.takeNew().size(), std::size_t{2});
        QVERIFY(keeper.takeNew().empty());
    }

    void aHiccupIsNoChange()
    {
        MarkerKeeper keeper(kNode);
        auto now = stay(keeper, NodeState::Ok, kNoon, Millis{1'000});
        for (int i = 0; i < 50; ++i) {
            now = stay(keeper, NodeState::Degraded, now, Millis{2'500});
            now = stay(keeper, NodeState::Ok, now, Millis{500});
        }
        QCOMPARE(count(keeper), std::size_t{0});
    }

    void whatFlapsAllNightIsAHandfulOfLines()
    {
        MarkerKeeper keeper(kNode);
        auto now = stay(keeper, NodeState::Ok, kNoon, Millis{1'000});
        for (int i = 0; i < 500; ++i) {
            now = stay(keeper, NodeState::Down, now, Millis{5'000});
            now = stay(keeper, NodeState::Ok, now, Millis{5'000});
        }
        QCOMPARE(count(keeper), std::size_t{MarkerKeeper::kMostChanges + 1});
        QVERIFY(keeper.markers()->back().text.contains(QStringLiteral("back and forth")));
        now = stay(keeper, NodeState::Ok, now, Millis{std::chrono::minutes{6}});
        stay(keeper, NodeState::Down, now, Millis{4'000});
        QCOMPARE(count(keeper), std::size_t{MarkerKeeper::kMostChanges + 2});
    }

    void failoversAndDriftAreMarkedOnce()
    {
        MarkerKeeper keeper(kNode);
        TopologyView topology;
        topology.members.resize(2);
        topology.members[0].member.name = QStringLiteral("hostA:c1");
        topology.members[1].member.name = QStringLiteral("hostB:c1");
        FailoverView failover;
        failover.startedAt = kNoon;
        failover.from = QStringLiteral("hostA:c1");
        topology.lastFailover = failover;
        keeper.sawTopology(topology, noonPlus(5'000)); // under way
        QCOMPARE(count(keeper), std::size_t{0});
        topology.lastFailover->endedAt = noonPlus(36'000);
        topology.lastFailover->to = QStringLiteral("hostB:c1");
        for (int i = 0; i < 5; ++i)
            keeper.sawTopology(topology, noonPlus(40'000 + i));
        QCOMPARE(count(keeper), std::size_t{1});
        QCOMPARE(keeper.markers()->front().text, QStringLiteral("hostB took over from hostA"));
        QCOMPARE(keeper.markers()->front().at, noonPlus(36'000));

        DriftView drift;
        drift.seenAt = noonPlus(20'000);
        drift.changes = {{QStringLiteral("webhooks.message.read"), QStringLiteral("on"), QStringLiteral("off")},
                         {QStringLiteral("a"), {}, QStringLiteral("1")}};
        for (int i = 0; i < 5; ++i)
            keeper.sawDrift(drift);
        QCOMPARE(count(keeper), std::size_t{2});
        QCOMPARE(keeper.markers()->front().kind, MarkerKind::Drift); // by time
        QVERIFY(keeper.markers()->front().text.contains(QStringLiteral("webhooks.message.read")));
        QVERIFY(keeper.markers()->front().text.contains(QStringLiteral("1 more")));
    }

    void isBounded()
    {
        MarkerKeeper keeper(kNode);
        DriftView drift;
        for (int i = 0; i < 700; ++i) {
            drift.seenAt = noonPlus(i);
            keeper.sawDrift(drift);
        }
        QCOMPARE(count(keeper), MarkerKeeper::kMost);
        QCOMPARE(keeper.markers()->back().at, noonPlus(699));
    }

    void theMeterHasThemInItsFrame()
    {
        NodeMeter meter(0, nodeConfig());
        ProbeResult good;
        good.at = kNoon;
        good.health = HealthReport{{Member{{}, MemberRole::Single, GatewayStatus::Connected}}, {}};
        meter.apply(good);
        (void)meter.advance(noonPlus(100));
        QVERIFY(!meter.frame(noonPlus(100)).markers);
        ProbeResult bad = good;
        bad.at = noonPlus(2'000);
        bad.health->members[0].gateway = GatewayStatus::Disconnected;
        meter.apply(bad);
        for (qint64 ms = 2'000; ms <= 8'000; ms += 500) {
            (void)meter.advance(noonPlus(ms));
            (void)meter.frame(noonPlus(ms));
        }
        const auto frame = meter.frame(noonPlus(8'000));
        QVERIFY(frame.markers);
        QCOMPARE(frame.markers->size(), std::size_t{1});
        QVERIFY(frame.markers->front().bad);
        QCOMPARE(frame.markers, meter.frame(noonPlus(8'000)).markers); // shared while nothing changes
        QCOMPARE(meter.takeMarkersToStore().size(), std::size_t{1});
        QVERIFY(meter.takeMarkersToStore().empty());
    }

    void notesAreLookedAt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("refused");
        QTest::addColumn<bool>("warned");
        const auto row = [](const char *text, bool refused, bool warned) {
            QTest::newRow(text) << QString::fromUtf8(text) << refused << warned;
        };
        row("Paused the campaign, see ticket 4711", false, false);
        row("Since 2026-03-05 02:41 the provider reports trouble", false, false);
        row("1,204 of 182,340 delivered by 14:02:31", false, false);
        row("  ", true, false);
        row("Customer 4917012345678 complains", true, false);
        row("12345678", true, false);
        row("1234567 is fine", false, false);
        row("called +49 170 1234567", true, false);
        row("call 0049 (170) 123-4567", true, false);
        row("call 0170 123 4567", false, true);
        row("call (170) 555-1234-99", false, true);
        row("token EAAGm0PX4ZCpsBAKZCmZBdummy12", false, true);
        row("١٢٣٤٥٦٧٨٩", true, false);
    }
    void notesAreLookedAt()
    {
        QFETCH(QString, text);
        const auto check = checkAnnotation(text);
        QTEST(!check.refusal.isEmpty(), "refused");
        QTEST(!check.warning.isEmpty(), "warned");
    }

    void notesAreOneShortLine()
    {
        QCOMPARE(checkAnnotation(QStringLiteral(" a \n b ")).text, QStringLiteral("a b"));
        QVERIFY(checkAnnotation(QString(kLongestAnnotation, u'x')).refusal.isEmpty());
        QVERIFY(checkAnnotation(QString(kLongestAnnotation + 1, u'x')).refusal.contains(QStringLiteral("200")));
    }

    void theBookPutsAllSidesInOneOrder()
    {
        MarkerBook book;
        QSignalSpy changed(&book, &MarkerBook::changed);
        book.setFrame(frameWith({markerAt(3'000, QStringLiteral("c"), MarkerKind::StateChange)}, 10'000));
        QSignalSpy wanted(&book, &MarkerBook::wanted);
        book.look(kNode, noonPlus(0), noonPlus(10'000));
        QCOMPARE(wanted.size(), 1);
        book.setSpan(answerOf(wanted[0], {markerAt(1'000, QStringLiteral("a")),
                                          markerAt(3'000, QStringLiteral("c"), MarkerKind::StateChange)}));
        ControlResult control;
        control.id = QStringLiteral("b");
        control.nodeId = kNode;
        control.title = QStringLiteral("Pause");
        control.outcome = ControlOutcome::Failed;
        control.at = noonPlus(2'000);
        book.addControl(control);
        QCOMPARE(ids(book), (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
        QVERIFY(book.find(kNode, QStringLiteral("b"))->bad);
        const auto before = book.markers(kNode);
        const auto told = changed.size();
        book.setFrame(frameWith({markerAt(3'000, QStringLiteral("c"), MarkerKind::StateChange)}, 11'000));
        QCOMPARE(book.markers(kNode), before); // nothing new
        QCOMPARE(changed.size(), told);
    }

    void theBookAsksOnceForWhatIsLookedAt()
    {
        MarkerBook book;
        QSignalSpy wanted(&book, &MarkerBook::wanted);
        book.setFrame(frameWith({}, 10'000));
        book.look(kNode, noonPlus(0), noonPlus(10'000));
        book.look(kNode, noonPlus(100), noonPlus(10'100)); // the live edge moves
        QCOMPARE(wanted.size(), 1);
        book.look(kNode, noonPlus(-500'000), noonPlus(10'000)); // zoomed out while the answer is on its way
        QCOMPARE(wanted.size(), 1);
        book.setSpan(answerOf(wanted[0], {}));
        QCOMPARE(wanted.size(), 2);
        book.setSpan(answerOf(wanted[1], {}));
        for (int second = 0; second < 100; ++second) {
            book.setFrame(frameWith({}, 10'000 + second * 1'000));
            book.look(kNode, noonPlus(second * 1'000), noonPlus(10'000 + second * 1'000));
        }
        QCOMPARE(wanted.size(), 2);
        book.look(kNode, noonPlus(-90'000'000), noonPlus(-80'000'000));
        QCOMPARE(wanted.size(), 3);
    }

    void whatCannotBeReadIsTriedAgainLater()
    {
        MarkerBook book;
        QSignalSpy wanted(&book, &MarkerBook::wanted);
        book.setFrame(frameWith({}, 10'000));
        book.look(kNode, noonPlus(0), noonPlus(10'000));
        auto failed = answerOf(wanted[0], {});
        failed.error = QStringLiteral("locked");
        book.setSpan(failed);
        QCOMPARE(book.failure(kNode), QStringLiteral("locked"));
        book.look(kNode, noonPlus(0), noonPlus(10'000));
        QCOMPARE(wanted.size(), 1);
        book.setFrame(frameWith({}, 60'000));
        book.look(kNode, noonPlus(0), noonPlus(10'000));
        QCOMPARE(wanted.size(), 2);
    }

    void notesComeAndGo()
    {
        MarkerBook book;
        AnnotationAnswer answer;
        answer.nodeId = kNode;
        answer.id = QStringLiteral("note/1");
        answer.ok = true;
        answer.marker = markerAt(5'000, answer.id);
        book.takeAnswer(answer);
        QCOMPARE(ids(book), QStringList{QStringLiteral("note/1")});
        answer.marker.text = QStringLiteral("rewritten");
        book.takeAnswer(answer);
        QCOMPARE(book.find(kNode, answer.id)->text, QStringLiteral("rewritten"));
        QSignalSpy wanted(&book, &MarkerBook::wanted);
        book.look(kNode, noonPlus(0), noonPlus(10'000));
        answer.gone = true;
        book.takeAnswer(answer);
        book.setSpan(answerOf(wanted[0], {markerAt(5'000, answer.id)})); // was read before it went
        QCOMPARE(ids(book), QStringList());
        answer.ok = false;
        answer.gone = false;
        book.takeAnswer(answer);
        QCOMPARE(ids(book), QStringList());
    }
};

BAROGRAPH_TEST(TestMarkers)
#include "tst_markers.moc"
