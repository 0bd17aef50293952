// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visibility.h"
#include "meters/node_meter.h"
#include "meters/notice_board.h"
#include "test_case.h"

using namespace barograph;

namespace {

IngestedEvent notice(ApartKind apart, quint32 code)
{
    IngestedEvent event;
    event.apart = apart;
    event.code = code;
    return event;
}

IngestedEvent session(SessionState state)
{
    return notice(ApartKind::SessionNotice, static_cast<quint32>(state));
}

UtcTime at(qint64 second)
{
    return fromUnixMillis(second * 1000);
}

} // namespace

class TestNoticeBoard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void errorsByNumberLatestFirst();
    void theOldestErrorMakesRoom();
    void sessionSinceItsFirstNotice();
    void otherNoticesSayNothing();
    void sendsOfAGatewayAreZeroAndNotUnknown();
    void whatCannotBeToldIsNotSupported();
    void aGatewayIsJudgedByItsSession();
};

void TestNoticeBoard::errorsByNumberLatestFirst()
{
    NoticeBoard board;
    board.add(notice(ApartKind::Failed, 131056), at(1));
    board.add(notice(ApartKind::ErrorNotice, 130429), at(2));
    board.add(notice(ApartKind::Failed, 131056), at(3));
    const std::vector<ErrorSeen> expected{{131056, 2, at(3)}, {130429, 1, at(2)}};
    QVERIFY(board.errors() == expected);
}

void TestNoticeBoard::theOldestErrorMakesRoom()
{
    NoticeBoard board;
    for (quint32 code = 1; code <= NoticeBoard::kPlaces + 1; ++code)
        board.add(notice(ApartKind::Failed, code), at(code));
    QCOMPARE(board.errors().size(), NoticeBoard::kPlaces);
    QCOMPARE(board.errors().front().code, static_cast<quint32>(NoticeBoard::kPlaces + 1));
    QCOMPARE(board.errors().back().code, 2U);
}

void TestNoticeBoard::sessionSinceItsFirstNotice()
{
    NoticeBoard board;
    QVERIFY(!board.session());
    board.add(session(SessionState::Working), at(5));
    board.add(session(SessionState::Working), at(9));
    QVERIFY(board.session() == (SessionView{SessionState::Working, at(5)}));
    board.add(notice(ApartKind::SessionNotice, 999), at(10));
    QVERIFY(board.session() == (SessionView{SessionState::Unknown, at(10)}));
}

void TestNoticeBoard::otherNoticesSayNothing()
{
    NoticeBoard board;
    board.add(notice(ApartKind::Failed, 0), at(1));
    board.add(notice(ApartKind::GroupNotice, 7), at(1));
    QVERIFY(board.errors().empty());
    QVERIFY(!board.session());
}

void TestNoticeBoard::sendsOfAGatewayAreZeroAndNotUnknown()
{
    for (const auto kind : {NodeKind::CloudApi, NodeKind::Waha, NodeKind::Gowa}) {
        NodeConfig config;
        config.kind = kind;
        NodeMeter meter(0, config);
        meter.setListening(true, at(1000));
        for (qint64 second = 1001; second <= 1030; ++second)
            meter.advance(at(second));
        const auto frame = meter.frame(at(1030));
        // GOWA tells sends only where it is set up to, so that none may mean either.
        const bool told = kind != NodeKind::Gowa;
        QCOMPARE(frame.tpsByKind[EventKind::Send].hasValue(), told);
        QVERIFY(frame.tpsByKind[EventKind::Read].hasValue());
    }
}

void TestNoticeBoard::whatCannotBeToldIsNotSupported()
{
    const auto evolution = visibilityOf(NodeKind::Evolution);
    QVERIFY(evolution.group[EventKind::Read] == Visibility::NotVisible);
    QVERIFY(!evolution.isBlindFor(EventKind::Read));
    KindVisibility blind;
    blind.individual[EventKind::Send] = Visibility::NotVisible;
    blind.group[EventKind::Send] = Visibility::NotVisible;
    QVERIFY(blind.isBlindFor(EventKind::Send));
}

void TestNoticeBoard::aGatewayIsJudgedByItsSession()
{
    NodeConfig config;
    config.kind = NodeKind::Waha;
    NodeMeter meter(0, config);
    meter.setListening(true, at(1000));
    // It is not asked: that is no "not yet", and there are no members to expect.
    auto frame = meter.frame(at(1000));
    QVERIFY(frame.health.truth() == Truth::NotSupported);
    QVERIFY(frame.judgement.state == NodeState::Unknown);
    QCOMPARE(frame.judgement.expected, 0);

    const auto told = [&meter](SessionState state, qint64 second) {
        auto event = session(state);
        event.arrival = at(second);
        meter.count(event);
        return meter.frame(at(second)).judgement;
    };
    QVERIFY(told(SessionState::Working, 1001).state == NodeState::Ok);
    QVERIFY(told(SessionState::NeedsLogin, 1002).state == NodeState::Down);
    QVERIFY(told(SessionState::Starting, 1003).state == NodeState::Degraded);
    QVERIFY(told(SessionState::Failed, 1004).state == NodeState::Down);
    QVERIFY(told(SessionState::Stopped, 1005).state == NodeState::Down);
    QVERIFY(told(SessionState::Unknown, 1006).state == NodeState::Unknown);
}

BAROGRAPH_TEST(TestNoticeBoard)
#include "tst_notice_board.moc"
