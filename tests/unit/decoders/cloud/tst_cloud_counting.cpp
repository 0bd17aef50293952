// SPDX-License-Identifier: GPL-3.0-or-later
// From bodies to counts: what is told twice is counted once, and a read needs no delivery before it.

#include "../decoder_bench.h"
#include "ingest/dedupe_window.h"
#include "meters/node_meter.h"
#include "test_case.h"

using namespace barograph;
using namespace barograph::test;

namespace {

constexpr qint64 kStartMs = 1'780'000'100'000;

/// What the ingest thread does with a body.
class Counting
{
public:
    explicit Counting(NodeKind kind)
        : m_bench(kind)
        , m_meter(0, configOf(kind))
    {
        m_meter.setListening(true, fromUnixMillis(kStartMs));
    }

    bool post(const QByteArray &body, qint64 second = 0)
    {
        const auto stats = m_bench.decode(body);
        if (!stats)
            return false;
        m_now = fromUnixMillis(kStartMs + second * 1000);
        for (const DecodedItem &item : m_bench.items) {
            IngestedEvent event = eventOf(0, item, m_now);
            classify(event, 7, m_window);
            m_meter.count(event);
        }
        return true;
    }
    TotalCounts totals() const { return m_meter.totals(); }
    IngestTotals ingest() const { return m_meter.ingest(); }
    NodeFrame frame()
    {
        m_meter.advance(m_now + Millis{1000});
        return m_meter.frame(m_now + Millis{1000});
    }

private:
    static NodeConfig configOf(NodeKind kind)
    {
        NodeConfig config;
        config.id = QStringLiteral("n");
        config.kind = kind;
        config.allocatedTps = 80;
        return config;
    }

    DecoderBench m_bench;
    DedupeWindow m_window{1 << 20};
    NodeMeter m_meter;
    UtcTime m_now = fromUnixMillis(kStartMs);
};

TotalCounts counts(quint64 receive, quint64 send, quint64 delivery, quint64 read)
{
    return {{receive, send, delivery, read}};
}

} // namespace

class TestCloudCounting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsDeliveredTwiceCountsOnce();
    void everyMemberOfAGroupCounts();
    void aReadNeedsNoDelivery();
    void aThousandReadsWithoutDeliveries();
    void messagesAreTheSameByTheirId();
    void pickyReportsCountOnce();
};

void TestCloudCounting::whatIsDeliveredTwiceCountsOnce()
{
    Counting counting(NodeKind::CloudApi);
    const QByteArray body = dataFile("cloud/statuses_batch.json");
    QVERIFY(counting.post(body));
    QVERIFY(counting.post(body, 1));
    QVERIFY(counting.totals() == counts(0, 1, 1, 1));
    QCOMPARE(counting.ingest().received, quint64{12});
    QCOMPARE(counting.ingest().counted, quint64{3});
    // Errors of the value name no message, so that each telling stands for itself.
    QCOMPARE(counting.ingest().redelivered, quint64{5});
    QCOMPARE(counting.ingest().apart, quint64{4});
}

void TestCloudCounting::everyMemberOfAGroupCounts()
{
    Counting counting(NodeKind::CloudApi);
    const QByteArray body = dataFile("cloud/statuses_group.json");
    QVERIFY(counting.post(body));
    QVERIFY(counting.post(body, 1));
    QVERIFY(counting.totals() == counts(0, 0, 0, 3));
    QCOMPARE(counting.ingest().redelivered, quint64{3});
}

void TestCloudCounting::aReadNeedsNoDelivery()
{
    Counting counting(NodeKind::CloudApi);
    const auto status = [](const char *what) -> QByteArray {
        return QByteArray(R"({"entry":[{"changes":[{"field":"messages","value":{"statuses":[{"id":"m","status":")") +
               what + R"(","recipient_id":"1","timestamp":"1780000100"}]}}]}]})";
    };
    QVERIFY(counting.post(status("read")));
    QVERIFY(counting.totals() == counts(0, 0, 0, 1));
    QVERIFY(counting.post(status("delivered"), 1)); // late, and still an event of its own
    QVERIFY(counting.post(status("sent"), 2));
    QVERIFY(counting.totals() == counts(0, 1, 1, 1));
    QCOMPARE(counting.ingest().redelivered, quint64{0});
}

void TestCloudCounting::aThousandReadsWithoutDeliveries()
{
    Counting counting(NodeKind::CloudApi);
    QByteArray list;
    for (int i = 0; i < 1000; ++i)
        list +=
            QByteArray(i == 0 ? "" : ",") +
            R"({"id":"wamid.G","status":"read","recipient_type":"group","recipient_id":"G","timestamp":"1780000100",)"
            R"("recipient_participant_id":")" +
            QByteArray::number(5511900000000 + i) + R"("})";
    QVERIFY(counting.post(R"({"entry":[{"changes":[{"field":"messages","value":{"statuses":[)" + list + "]}}]}]}"));
    QVERIFY(counting.totals() == counts(0, 0, 0, 1000));
    const NodeFrame frame = counting.frame();
    QVERIFY(frame.totals == counts(0, 0, 0, 1000));
    QCOMPARE(frame.storms.size(), std::size_t{1});
    QCOMPARE(frame.storms[0].reads, 1000U);
    QCOMPARE(frame.storms[0].deliveries, 0U);
}

void TestCloudCounting::messagesAreTheSameByTheirId()
{
    Counting counting(NodeKind::CloudApi);
    const auto message = [](const char *fields) -> QByteArray {
        return QByteArray(R"({"entry":[{"changes":[{"field":"messages","value":{"messages":[{"id":"m","type":"text")") +
               fields + "}]}}]}]}";
    };
    QVERIFY(counting.post(message(R"(,"from":"5511900000001")")));
    QVERIFY(counting.post(message(R"(,"from_user_id":"BR.1")"))); // the same, with the number hidden meanwhile
    QVERIFY(counting.totals() == counts(1, 0, 0, 0));
    QCOMPARE(counting.ingest().redelivered, quint64{1});
}

void TestCloudCounting::pickyReportsCountOnce()
{
    Counting counting(NodeKind::PickyAssist);
    QVERIFY(counting.post(dataFile("picky/reports.json")));
    QVERIFY(counting.post(dataFile("picky/reports.json")));
    QVERIFY(counting.post(dataFile("picky/incoming.json")));
    QVERIFY(counting.post(dataFile("picky/incoming.json")));
    QVERIFY(counting.totals() == counts(1, 1, 1, 1));
}

BAROGRAPH_TEST(TestCloudCounting)
#include "tst_cloud_counting.moc"
