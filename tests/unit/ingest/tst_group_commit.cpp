// SPDX-License-Identifier: GPL-3.0-or-later
#include "commit_stage.h"
#include "test_case.h"

#include <cerrno>

using namespace barograph;
using namespace barograph::test;

class TestGroupCommit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOnlyWhatIsInTheJournal();
    void sharesOneSync();
    void waitsForThoseWhoWereAnswered_data();
    void waitsForThoseWhoWereAnswered();
    void keepsOrderThroughFailures();
    void takesNothingFromOutsideWhileFailing();
    void restampsWhatWasLate();
    void isFullAtItsLimit();
    void reportsTrimProblems();
};

void TestGroupCommit::tellsOnlyWhatIsInTheJournal()
{
    CommitStage stage;
    for (quint64 i = 0; i < 5; ++i) {
        const auto ticket = stage.commit->add(someEvent(i));
        QVERIFY(stage.commit->oldestWaiting());
        QVERIFY(stage.waitFor([&] { return !stage.settled.empty() && stage.settled.back().first == ticket; }));
        QVERIFY(stage.settled.back().second);
        QCOMPARE(stage.fixture.recover().size(), static_cast<std::size_t>(i + 1));
    }
    QVERIFY(stage.commit->isIdle());
    QVERIFY(!stage.commit->oldestWaiting());
}

void TestGroupCommit::sharesOneSync()
{
    CommitStage stage;
    quint64 last = 0;
    for (quint64 i = 0; i < 500; ++i)
        last = stage.commit->add(someEvent(i));
    QVERIFY(stage.waitFor([&] { return stage.durable.size() == 500; }));
    QCOMPARE(stage.settled.back(), std::make_pair(last, true));
    QVERIFY(stage.disk->syncs <= 3); // the file's begin, and the batch
    for (quint64 i = 0; i < 500; ++i)
        QVERIFY(same(stage.durable[i], someEvent(i)));
}

void TestGroupCommit::waitsForThoseWhoWereAnswered_data()
{
    QTest::addColumn<int>("budgetMillis");
    QTest::addColumn<bool>("company");
    QTest::addColumn<std::size_t>("batches");
    QTest::newRow("comes back") << 10000 << true << std::size_t{2};
    QTest::newRow("stays away") << 10000 << false << std::size_t{2};
    QTest::newRow("no budget") << 0 << true << std::size_t{3};
}

// One record is on its way to a slow disk and one waits behind it. When the first is answered its client sends again.
void TestGroupCommit::waitsForThoseWhoWereAnswered()
{
    QFETCH(int, budgetMillis);
    QFETCH(bool, company);
    QFETCH(std::size_t, batches);
    GroupCommit::Options options;
    options.latencyBudget = Millis{budgetMillis};
    CommitStage stage(options);
    stage.disk->syncMillis = 100;
    stage.commit->add(someEvent(1));
    stage.commit->roundEnded();
    stage.commit->add(someEvent(2));
    QVERIFY(stage.waitFor([&] { return stage.durable.size() == 1; }));
    if (company) {
        stage.commit->add(someEvent(3));
        stage.commit->roundEnded();
    }
    QVERIFY(stage.waitFor([&] { return stage.durable.size() == (company ? 3 : 2); }));
    QCOMPARE(stage.settled.size(), batches);
}

void TestGroupCommit::keepsOrderThroughFailures()
{
    CommitStage stage;
    stage.commit->add(someEvent(0));
    QVERIFY(stage.waitFor([&] { return stage.durable.size() == 1; }));
    stage.disk->writeError = ENOSPC;
    const auto failing = stage.commit->add(someEvent(1));
    stage.commit->roundEnded();
    stage.commit->add(someEvent(2)); // goes into the batch behind it
    QVERIFY(stage.waitFor([&] { return stage.errors.size() == 1; }));
    QVERIFY(stage.errors[0].contains(QLatin1String("disk is full")));
    QVERIFY(stage.settled.back().first > failing); // those who wait for the batch behind are told too
    QVERIFY(!stage.settled.back().second);
    stage.commit->add(someEvent(3));
    stage.commit->addBeforeFailed(ListeningRecord{false, utcNow()});
    QVERIFY(!stage.commit->isIdle());
    const auto told = stage.settled.size();
    QVERIFY(stage.waitFor([&] { return stage.settled.size() == told + 2; })); // tried again, for the same reason
    QCOMPARE(stage.errors.size(), 1);
    stage.disk->writeError = 0;
    QVERIFY(stage.waitFor([&] { return stage.durable.size() == 5; }));
    QVERIFY(stage.waitFor([&] { return stage.commit->isIdle(); }));
    QCOMPARE(stage.errors.size(), 2);
    QVERIFY(stage.errors[1].isEmpty());
    std::vector<quint64> order;
    for (const auto &record : stage.fixture.recover()) {
        const auto *event = std::get_if<IngestedEvent>(&record);
        order.push_back(event != nullptr ? event->message.high : 999);
    }
    QCOMPARE(order, (std::vector<quint64>{0, 999, 1, 2, 3}));
}

void TestGroupCommit::takesNothingFromOutsideWhileFailing()
{
    CommitStage stage;
    QVERIFY(stage.commit->takesRequests());
    stage.disk->syncError = EIO;
    stage.commit->add(someEvent(1));
    QVERIFY(stage.waitFor([&] { return !stage.commit->error().isEmpty(); }));
    QVERIFY(!stage.commit->takesRequests());
    stage.disk->syncError = 0;
    QVERIFY(stage.waitFor([&] { return stage.commit->takesRequests(); }));
}

void TestGroupCommit::restampsWhatWasLate()
{
    CommitStage stage;
    stage.disk->writeError = EIO;
    auto event = someEvent(1);
    event.arrival = fromUnixMillis(1000);
    stage.commit->add(event);
    QVERIFY(stage.waitFor([&] { return !stage.commit->error().isEmpty(); }));
    const auto before = utcNow();
    stage.disk->writeError = 0;
    QVERIFY(stage.waitFor([&] { return stage.durable.size() == 1; }));
    QVERIFY(std::get<IngestedEvent>(stage.durable[0]).arrival >= before);
    QVERIFY(same(stage.fixture.recover(), stage.durable));
}

void TestGroupCommit::isFullAtItsLimit()
{
    GroupCommit::Options options;
    options.maxBatch = 10;
    CommitStage stage(options);
    for (quint64 i = 0; i < 10; ++i) {
        QVERIFY(stage.commit->takesRequests());
        stage.commit->add(someEvent(i));
    }
    QVERIFY(!stage.commit->takesRequests());
    QVERIFY(stage.waitFor([&] { return stage.durable.size() == 10; }));
    QVERIFY(stage.commit->takesRequests());
}

void TestGroupCommit::reportsTrimProblems()
{
    CommitStage stage;
    stage.trimFails = true;
    stage.commit->add(someEvent(1));
    QVERIFY(stage.waitFor([&] { return stage.durable.size() == 1; }));
    QCOMPARE(stage.commit->trimProblem(), QStringLiteral("cannot trim"));
    QVERIFY(stage.commit->error().isEmpty());
}

BAROGRAPH_TEST(TestGroupCommit)
#include "tst_group_commit.moc"
