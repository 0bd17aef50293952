// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/error_list_model.h"
#include "items/refused_peer_model.h"
#include "items/unknown_name_model.h"
#include "test_case.h"
#include "text/conservation.h"
#include "text/error_meaning.h"
#include "text/headline.h"
#include "text/visibility_text.h"
#include "text/webhook_notices.h"

#include <QAbstractItemModelTester>

using namespace barograph;

namespace {

const UtcTime kNow = fromUnixMillis(1'772'678'467'400);

NodeFrame namedNode(const char *id)
{
    NodeFrame node;
    node.id = QString::fromLatin1(id);
    node.name = node.id.toUpper();
    return node;
}

RefusedPeer peer(const char *address, const char *nodeId, RefusalReason reason, quint64 count, Seconds age)
{
    return {QString::fromLatin1(address), QString::fromLatin1(nodeId), reason, count, kNow - age};
}

QString cellText(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestWebhookText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void notesSayWhatIsNotTold_data()
    {
        QTest::addColumn<int>("alone");
        QTest::addColumn<int>("group");
        QTest::addColumn<QString>("note");
        const auto row = [](const char *name, Visibility alone, Visibility group, const char *note) {
            QTest::newRow(name) << static_cast<int>(alone) << static_cast<int>(group) << QString::fromLatin1(note);
        };
        constexpr auto kYes = Visibility::Visible;
        constexpr auto kSet = Visibility::BySettings;
        constexpr auto kNo = Visibility::NotVisible;
        row("all", kYes, kYes, "");
        row("blind", kNo, kNo, "not visible");
        row("groups blind", kYes, kNo, "groups: not visible");
        row("by settings", kSet, kSet, "only if the node is set up to tell");
        row("groups by settings", kYes, kSet, "groups: only if the node is set up to tell");
        row("single chats blind", kNo, kYes, "single chats: not visible");
        row("both, differently", kSet, kNo, "single chats: only if the node is set up to tell, groups: not visible");
    }
    void notesSayWhatIsNotTold()
    {
        QFETCH(const int, alone);
        QFETCH(const int, group);
        QFETCH(const QString, note);
        KindVisibility visibility;
        visibility.individual[EventKind::Read] = static_cast<Visibility>(alone);
        visibility.group[EventKind::Read] = static_cast<Visibility>(group);
        QCOMPARE(visibilityNote(visibility, EventKind::Read), note);
        QCOMPARE(visibilityWhy(NodeKind::Waha, visibility, EventKind::Read).isEmpty(), note.isEmpty());
        QVERIFY(visibilityNote(visibility, EventKind::Send).isEmpty());
        const bool hides = note.contains(QStringLiteral("not visible"));
        QCOMPARE(notVisibleSummary(visibility).isEmpty(), !hides);
    }

    void hiddenBudgetMakesTheHeadlineALeast()
    {
        NodeFrame node = namedNode("evolution");
        node.judgement.state = NodeState::Ok;
        node.allocatedTps = Reading<double>::measured(20, kNow);
        node.tps[1] = Reading<double>::measured(8, kNow);
        node.lastEvent[EventKind::Receive] = kNow;
        QVERIFY(headlineOf(node, kNow).text.startsWith(QStringLiteral("At 40% of 20 TPS")));
        node.visibility = visibilityOf(NodeKind::Evolution);
        QVERIFY2(headlineOf(node, kNow).text.startsWith(QStringLiteral("At least at 40% of 20 TPS")),
                 qPrintable(headlineOf(node, kNow).text));
    }

    void apartKindsMakeUpTheSum()
    {
        IngestTotals totals;
        ApartCounts apart{};
        QVERIFY(apartSumText(totals, apart).isEmpty());
        apart[indexOf(ApartKind::Failed)] = 3;
        apart[indexOf(ApartKind::Reaction)] = 1200;
        totals.apart = 1203;
        QCOMPARE(apartSumText(totals, apart), QStringLiteral("1,203 apart = 1,200 reaction + 3 failed"));
        totals.apart = 1204;
        QVERIFY(apartSumText(totals, apart).contains(QStringLiteral("Please report")));
        QVERIFY(apartSumText(totals, {}).contains(QStringLiteral("Please report")));
    }

    void refusalsAreSaidForAMinute()
    {
        Frame frame;
        frame.nodes = {namedNode("support-eu"), namedNode("sales")};
        frame.listener.refusedPeers = {
            peer("10.0.0.7", "support-eu", RefusalReason::WrongCredentials, 1234, Seconds{59}),
            peer("10.0.0.8", "sales", RefusalReason::NoCredentials, 1, Seconds{0}),
            peer("10.0.0.9", "", RefusalReason::WrongSecret, 9, Seconds{1}),
            peer("10.0.0.10", "sales", RefusalReason::ExpiredToken, 2, Seconds{60}),
            peer("10.0.0.11", "sales", RefusalReason::SecretMissing, 2, Seconds{1})};
        frame.nodes[1].route.secretMissing = true;
        QCOMPARE(refusalNotices(frame, kNow),
                 (QStringList{
                     QStringLiteral("All webhooks of SALES are refused until its secret is stored: by Numbers ▸ Set up "
                                    "webhooks…, or run: barograph "
                                    "secret --node sales --name webhook-secret"),
                     QStringLiteral("1,234 requests from 10.0.0.7 refused for support-eu: wrong signature or password"),
                     QStringLiteral("1 request from 10.0.0.8 refused for sales: no signature or password")}));
        QVERIFY(refusalNotices({}, kNow).isEmpty());
    }

    void manyRefusalsTakeFewLines()
    {
        Frame frame;
        for (quint64 count = 2; count < 34; ++count) {
            frame.listener.refusedPeers.push_back(
                peer("10.0.0.7", "sales", RefusalReason::WrongCredentials, count, Seconds{1}));
        }
        const QStringList lines = refusalNotices(frame, kNow);
        QCOMPARE(lines.size(), 4);
        QVERIFY2(lines.last().contains(QStringLiteral("29")), qPrintable(lines.last()));
    }

    void remindersEndByTheClock()
    {
        Frame frame;
        frame.nodes = {namedNode("sales")};
        QVERIFY(standingReminders(frame, kNow).isEmpty());
        frame.nodes[0].route.captureUntil = kNow + Seconds{90};
        frame.listener.certificateNotice = QStringLiteral("The certificate has expired.");
        QCOMPARE(standingReminders(frame, kNow),
                 (QStringList{QStringLiteral("The certificate has expired."),
                              QStringLiteral("Raw bodies of SALES are being recorded for another 1 min 30 s.")}));
        QCOMPARE(standingReminders(frame, kNow + Seconds{90}).size(), 1);
        frame.listener.warning = QStringLiteral("Anybody can post here.");
        QVERIFY(standingReminders(frame, kNow).contains(frame.listener.warning));
    }

    void tablesHoldWhatFramesTell()
    {
        RefusedPeerModel peers;
        const QAbstractItemModelTester peerTester(&peers, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const std::vector<RefusedPeer> refused{
            peer("10.0.0.7", "sales", RefusalReason::WrongCredentials, 12, Seconds{3}),
            peer("10.0.0.7", "sales", RefusalReason::ExpiredToken, 1, Seconds{70}),
            peer("10.0.0.7", "other", RefusalReason::ExpiredToken, 1, Seconds{70})};
        peers.setPeers(refused, QStringLiteral("sales"), kNow);
        QCOMPARE(peers.rowCount(), 2);
        QCOMPARE(cellText(peers, 0, RefusedPeerModel::ReasonColumn), refusalText(RefusalReason::WrongCredentials));
        QCOMPARE(cellText(peers, 0, RefusedPeerModel::CountColumn), QStringLiteral("12"));
        QCOMPARE(cellText(peers, 1, RefusedPeerModel::LastColumn), QStringLiteral("1 min 10 s ago"));
        peers.setPeers(refused, QStringLiteral("nobody"), kNow);
        QCOMPARE(peers.rowCount(), 0);

        ErrorListModel errors;
        NodeFrame node = namedNode("sales");
        node.kind = NodeKind::OnPremises;
        node.errors = {{470, 15, kNow - Seconds{5}}, {4'294'967'295U, 1, kNow}};
        errors.setNode(node, kNow);
        QCOMPARE(errors.rowCount(), 2);
        QCOMPARE(cellText(errors, 0, ErrorListModel::CodeColumn), QStringLiteral("470"));
        QCOMPARE(cellText(errors, 1, ErrorListModel::CodeColumn), QStringLiteral("4294967295"));
        QCOMPARE(cellText(errors, 0, ErrorListModel::MeaningColumn), errorMeaning(NodeKind::OnPremises, 470));
        QCOMPARE(cellText(errors, 1, ErrorListModel::MeaningColumn), QStringLiteral("no meaning known"));
        QCOMPARE(cellText(errors, 0, ErrorListModel::CountColumn), QStringLiteral("15"));

        UnknownNameModel names;
        Frame frame;
        names.setFrame(frame);
        QCOMPARE(names.rowCount(), 0);
        frame.unknownNames = std::make_shared<const std::vector<std::pair<std::string, quint64>>>(
            std::vector<std::pair<std::string, quint64>>{{"caf\xc3\xa9", 2}});
        names.setFrame(frame);
        QCOMPARE(cellText(names, 0, UnknownNameModel::NameColumn), QStringLiteral("café"));
        QCOMPARE(cellText(names, 0, UnknownNameModel::CountColumn), QStringLiteral("2"));
    }
};

BAROGRAPH_TEST(TestWebhookText)
#include "tst_webhook_text.moc"
