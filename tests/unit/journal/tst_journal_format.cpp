// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal_fixture.h"
#include "storage/journal_scan.h"
#include "test_case.h"

using namespace barograph;
using namespace barograph::test;

class TestJournalFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordsSurviveTheRoundTrip();
    void layoutIsFixed();
    void everyFlippedBitIsNoticed();
    void unknownRecordTypesArePassedOver();
    void headerTellsNewerVersions();
    void findsFramesBehindRubbish();
};

void TestJournalFormat::recordsSurviveTheRoundTrip()
{
    std::vector<unsigned char> bytes;
    journal::appendFrame(bytes, 42, oneOfEach());
    const auto frame = journal::frameAt(bytes, 0);
    QVERIFY(frame);
    QCOMPARE(frame->sequence, quint64{42});
    QCOMPARE(frame->whole.size(), bytes.size());
    std::vector<JournalRecord> records;
    QVERIFY(journal::readRecords(*frame, records));
    QVERIFY(same(records, oneOfEach()));
}

// A journal must be readable by later versions and on other machines: the bytes themselves are the contract.
void TestJournalFormat::layoutIsFixed()
{
    std::vector<unsigned char> bytes;
    journal::appendSegmentHeader(bytes, 3);
    journal::appendFrame(bytes, 5, std::vector<JournalRecord>{HeartbeatRecord{fromUnixMillis(0x0102030405)}});
    const QByteArray expected = QByteArray::fromHex("4241524f4a524e4c" // BAROJRNL
                                                    "0100000020000000" // version 1, 32 bytes
                                                    "0300000000000000" // segment 3
                                                    "00000000");
    std::vector<unsigned char> feedBytes;
    journal::appendFrame(feedBytes, 5, std::vector<JournalRecord>{FeedRecord{3, EventFeed::None, fromUnixMillis(7)}});
    const QByteArray feed = QByteArray::fromHex("0700100003000100" // feed, no flags, 16 bytes, node 3, none
                                                "0700000000000000");
    QVERIFY(std::equal(feedBytes.begin() + journal::kFrameHeaderBytes, feedBytes.end(), feed.begin(), feed.end(),
                       [](unsigned char a, char b) { return a == static_cast<unsigned char>(b); }));
    const QByteArray frame = QByteArray::fromHex("46524d31" // FRM1
                                                 "10000000" // 16 bytes of payload
                                                 "01000000");
    const QByteArray rest = QByteArray::fromHex("0500000000000000" // sequence 5
                                                "0400100000000000" // heartbeat, no flags, 16 bytes
                                                "0504030201000000");
    const QByteArray all(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    QCOMPARE(all.first(28), expected);
    QCOMPARE(all.mid(32, 12), frame);
    QCOMPARE(all.mid(48), rest);
}

void TestJournalFormat::everyFlippedBitIsNoticed()
{
    std::vector<unsigned char> bytes;
    journal::appendFrame(bytes, 1, oneOfEach());
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        auto damaged = bytes;
        damaged[bit / 8] = static_cast<unsigned char>(damaged[bit / 8] ^ (1U << (bit % 8)));
        QVERIFY2(!journal::frameAt(damaged, 0), QByteArray::number(static_cast<qulonglong>(bit)).constData());
    }
}

void TestJournalFormat::unknownRecordTypesArePassedOver()
{
    // Two heartbeats, the first with the type of a later version.
    std::vector<unsigned char> bytes;
    journal::appendFrame(
        bytes, 1, std::vector<JournalRecord>{HeartbeatRecord{fromUnixMillis(1)}, HeartbeatRecord{fromUnixMillis(2)}});
    auto frame = *journal::frameAt(bytes, 0);
    bytes[journal::kFrameHeaderBytes] = 200;
    std::vector<JournalRecord> records;
    QVERIFY(journal::readRecords(frame, records));
    QVERIFY(same(records, {HeartbeatRecord{fromUnixMillis(2)}}));
}

void TestJournalFormat::headerTellsNewerVersions()
{
    std::vector<unsigned char> bytes;
    journal::appendSegmentHeader(bytes, 9);
    const auto good = journal::readSegmentHeader(bytes);
    QVERIFY(good.fault == journal::HeaderFault::None);
    QCOMPARE(good.segment, quint64{9});
    auto damaged = bytes;
    damaged[8] = 2; // a version without its checksum is no version
    QVERIFY(journal::readSegmentHeader(damaged).fault == journal::HeaderFault::Unreadable);
    QVERIFY(journal::readSegmentHeader(journal::Bytes(bytes).first(31)).fault == journal::HeaderFault::Unreadable);
}

void TestJournalFormat::findsFramesBehindRubbish()
{
    std::vector<unsigned char> bytes{'F', 'R', 'M', '1', 'F', 'R', 'M', '1', 1, 2, 3};
    const auto at = bytes.size();
    journal::appendFrame(bytes, 7, oneOfEach());
    QVERIFY(!journal::frameAt(bytes, 0));
    const auto found = journal::findFrame(bytes, 0);
    QVERIFY(found);
    QCOMPARE(found->offset, at);
    QVERIFY(!journal::findFrame(bytes, at + 1));
    QVERIFY(!journal::findFrame(bytes, bytes.size() + 10));
}

BAROGRAPH_TEST(TestJournalFormat)
#include "tst_journal_format.moc"
