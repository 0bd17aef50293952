// SPDX-License-Identifier: GPL-3.0-or-later
#include "commit_stage.h"
#include "ingest/ingest_engine.h"
#include "test_case.h"

#include <cerrno>

using namespace barograph;
using namespace barograph::test;

namespace {

NodeConfig nodeConfig(const char *id, NodeKind kind = NodeKind::OnPremises)
{
    NodeConfig config;
    config.id = QString::fromLatin1(id);
    config.kind = kind;
    return config;
}

class EngineStage : public CommitStage
{
public:
    EngineStage()
        : engine({prints, dedupe, *commit, [this] { return now; }, [this] { ++unroutable; }, refusals})
    {
        engine.setNode(0, nodeConfig("node-a"));
        engine.setNode(1, nodeConfig("node-b"));
    }
    HookOutcome take(const QByteArray &body, NodeIndex node = 0)
    {
        const QByteArray padded = body + QByteArray(static_cast<qsizetype>(kBodyPadding), '\0');
        return engine.take({node, {padded.constData(), static_cast<std::size_t>(body.size())}});
    }
    bool settle(const HookOutcome &outcome)
    {
        return waitFor([&] { return !settled.empty() && settled.back().first >= outcome.ticket; }) &&
               settled.back().second;
    }
    std::vector<IngestedEvent> eventsInJournal()
    {
        std::vector<IngestedEvent> events;
        for (const auto &record : fixture.recover()) {
            if (const auto *event = std::get_if<IngestedEvent>(&record))
                events.push_back(*event);
        }
        return events;
    }

    UtcTime now = fromUnixMillis(1'760'000'000'000);
    InstallationKey key{InstallationKey::Bytes{5}};
    Fingerprinter prints{key};
    DedupeWindow dedupe{1U << 16U};
    int unroutable = 0;
    RefusalBook refusals;
    IngestEngine engine;
};

const QByteArray kRead = R"({"statuses":[{"id":"m1","recipient_id":"r1","status":"read","timestamp":"1759999999"}]})";

} // namespace

class TestIngestEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsAcknowledgedIsInTheJournal();
    void flagsRedeliveries();
    void sameMessageOnTwoNodesIsTwoEvents();
    void talliesWhatIsNoEvent();
    void nothingToStore();
    void refusesUnknownNodes();
    void unavailableWhileFailing();
    void unavailableWhenClosed();
};

void TestIngestEngine::whatIsAcknowledgedIsInTheJournal()
{
    EngineStage stage;
    const auto outcome = stage.take(kRead);
    QVERIFY(outcome.kind == HookOutcome::Kind::Stored);
    QVERIFY(stage.settle(outcome));
    const auto events = stage.eventsInJournal();
    QCOMPARE(events.size(), std::size_t{1});
    QVERIFY(events[0].kind == EventKind::Read);
    QCOMPARE(events[0].message, stage.prints.message("m1"));
    QCOMPARE(events[0].participant, stage.prints.participant("r1"));
    QVERIFY(events[0].arrival == stage.now);
    QVERIFY(events[0].eventTime == fromUnixMillis(1'759'999'999'000));
    QVERIFY(!events[0].redelivered);
}

void TestIngestEngine::flagsRedeliveries()
{
    EngineStage stage;
    stage.take(kRead);
    const auto twice = R"({"statuses":[{"id":"m1","recipient_id":"r1","status":"read"},
        {"id":"m1","recipient_id":"r2","status":"read"},{"id":"m1","recipient_id":"r1","status":"delivered"},
        {"id":"m1","recipient_id":"r1","status":"read"}]})";
    QVERIFY(stage.settle(stage.take(twice)));
    std::vector<bool> flags;
    for (const auto &event : stage.eventsInJournal())
        flags.push_back(event.redelivered);
    QCOMPARE(flags, (std::vector<bool>{false, true, false, false, true}));
}

void TestIngestEngine::sameMessageOnTwoNodesIsTwoEvents()
{
    EngineStage stage;
    const QByteArray body = R"({"messages":[{"id":"m1","from":"x","type":"text"}]})";
    stage.take(body, 0);
    QVERIFY(stage.settle(stage.take(body, 1)));
    const auto events = stage.eventsInJournal();
    QCOMPARE(events.size(), std::size_t{2});
    QVERIFY(!events[1].redelivered);
    QCOMPARE(events[1].node, NodeIndex{1});
}

void TestIngestEngine::talliesWhatIsNoEvent()
{
    EngineStage stage;
    const auto malformed = stage.take("{");
    QVERIFY(malformed.kind == HookOutcome::Kind::Malformed);
    QVERIFY(!malformed.reason.empty());
    QCOMPARE(malformed.ticket, quint64{0});
    const auto rejected = stage.take(R"({"statuses":[1,2]})");
    QVERIFY(rejected.kind == HookOutcome::Kind::Stored);
    QVERIFY(stage.settle(rejected));
    QVERIFY(same(stage.durable, {TallyRecord{0, TallyRecord::What::BadRequests, 1, stage.now},
                                 TallyRecord{0, TallyRecord::What::RejectedItems, 2, stage.now}}));
    stage.engine.unroutableRequest();
    QCOMPARE(stage.unroutable, 1);
}

void TestIngestEngine::nothingToStore()
{
    EngineStage stage;
    QVERIFY(stage.take("{}").kind == HookOutcome::Kind::Nothing);
    QVERIFY(stage.take(R"({"contacts":[{"wa_id":"1"}],"statuses":[]})").kind == HookOutcome::Kind::Nothing);
    QVERIFY(stage.commit->isIdle());
}

void TestIngestEngine::refusesUnknownNodes()
{
    EngineStage stage;
    stage.engine.setNode(3, nodeConfig("picky", NodeKind::PickyAssist));
    QVERIFY(stage.take(kRead, 2).kind == HookOutcome::Kind::NoSuchNode); // a gap
    QVERIFY(stage.take(kRead, 4).kind == HookOutcome::Kind::NoSuchNode);
    stage.engine.removeNode(1);
    QVERIFY(stage.take(kRead, 1).kind == HookOutcome::Kind::NoSuchNode);
    QVERIFY(stage.take(kRead, 0).kind == HookOutcome::Kind::Stored);
}

void TestIngestEngine::unavailableWhileFailing()
{
    EngineStage stage;
    stage.disk->writeError = ENOSPC;
    const auto outcome = stage.take(kRead);
    QVERIFY(outcome.kind == HookOutcome::Kind::Stored);
    QVERIFY(!stage.settle(outcome)); // told 503
    QVERIFY(stage.take(kRead).kind == HookOutcome::Kind::Unavailable);
    stage.disk->writeError = 0;
    QVERIFY(stage.waitFor([&] { return stage.commit->takesRequests(); }));
    // The node comes again with what was answered 503. It is in the journal once as an event, once as redelivered.
    QVERIFY(stage.settle(stage.take(kRead)));
    const auto events = stage.eventsInJournal();
    QCOMPARE(events.size(), std::size_t{2});
    QVERIFY(!events[0].redelivered && events[1].redelivered);
}

void TestIngestEngine::unavailableWhenClosed()
{
    EngineStage stage;
    stage.engine.close();
    QVERIFY(stage.take(kRead).kind == HookOutcome::Kind::Unavailable);
}

BAROGRAPH_TEST(TestIngestEngine)
#include "tst_ingest_engine.moc"
