// SPDX-License-Identifier: GPL-3.0-or-later
#include "queues/http/http_queue.h"
#include "test_case.h"

using namespace barograph;

class TestQueueAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<qint64>("depth"); // -1 = unknown
        QTest::addColumn<int>("paused");   // 1, 0, -1 = unknown
        QTest::newRow("plain") << QByteArray(R"({"depth":5,"oldest_age_ms":10,"paused":true})") << qint64{5} << 1;
        QTest::newRow("texts") << QByteArray(R"({"depth":"5","paused":"false"})") << qint64{5} << 0;
        QTest::newRow("numbers") << QByteArray(R"({"depth":5.0,"paused":1})") << qint64{5} << 1;
        QTest::newRow("absent") << QByteArray("{}") << qint64{-1} << -1;
        QTest::newRow("negative") << QByteArray(R"({"depth":-5,"paused":"maybe"})") << qint64{-1} << -1;
        QTest::newRow("null") << QByteArray(R"({"depth":null,"paused":null})") << qint64{-1} << -1;
        QTest::newRow("giant") << QByteArray(R"({"depth":1e300,"paused":2})") << qint64{-1} << -1;
        QTest::newRow("zero") << QByteArray(R"({"depth":0,"paused":0})") << qint64{0} << 0;
    }
    void reads()
    {
        QFETCH(QByteArray, body);
        QFETCH(qint64, depth);
        QFETCH(int, paused);
        const UtcTime at = fromUnixMillis(1000);
        const QueueResult result = readQueueAnswer({}, 7, at, body);
        QVERIFY(result.error.isEmpty());
        QCOMPARE(result.node, NodeIndex{7});
        QCOMPARE(result.depthMessages.valueOr(-1), depth);
        QCOMPARE(result.paused.hasValue() ? int(result.paused.value()) : -1, paused);
        if (depth < 0)
            QCOMPARE(result.depthMessages.truth(), Truth::Unknown);
        else
            QCOMPARE(result.depthMessages.takenAt(), at);
    }

    void followsPointersAndKnowsWhatIsNotSupported()
    {
        QueueConfig config;
        config.depthPointer = QStringLiteral("/0/counts/waiting");
        config.oldestAgePointer.clear();
        config.pausedPointer.clear();
        const QueueResult result = readQueueAnswer(config, 0, {}, R"([{"counts":{"waiting":9}}])");
        QCOMPARE(result.depthMessages.valueOr(-1), qint64{9});
        QCOMPARE(result.oldestAge.truth(), Truth::NotSupported);
        QCOMPARE(result.paused.truth(), Truth::NotSupported);
    }

    void tellsGarbage()
    {
        const QueueResult result = readQueueAnswer({}, 0, {}, "<html>");
        QVERIFY(result.error.contains(QStringLiteral("status_url")));
        QVERIFY(!result.depthMessages.hasValue());
    }
};

BAROGRAPH_TEST(TestQueueAnswer)
#include "tst_queue_answer.moc"
