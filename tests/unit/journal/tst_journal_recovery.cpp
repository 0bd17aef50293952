// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal_fixture.h"
#include "storage/journal_format.h"
#include "test_case.h"

#include <QDir>
#include <QtEndian>

#include <zlib.h>

using namespace barograph;
using namespace barograph::test;

class TestJournalRecovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replaysWhatWasWritten();
    void emptyFolder();
    void tornAtEveryByteOfTheLastBatch();
    void flippedBitInTheMiddle();
    void damagedHeader();
    void missingFileIsReported();
    void retriedBatchCountsOnce();
    void reservedSpaceIsNoDamage();
    void begunFileWithoutContentGoes();
    void refusesNewerVersion();
    void damagedFileIsCleanTheNextTime();

private:
    static void writeBatches(JournalFixture &fixture, int batches);
};

/// Batch i holds the events i*2 and i*2+1.
void TestJournalRecovery::writeBatches(JournalFixture &fixture, int batches)
{
    auto writer = fixture.writer();
    for (quint64 i = 0; i < static_cast<quint64>(batches); ++i)
        QVERIFY(writer.append(std::vector<JournalRecord>{someEvent(i * 2), someEvent(i * 2 + 1)}, {}));
}

void TestJournalRecovery::replaysWhatWasWritten()
{
    JournalFixture fixture;
    fixture.limits.segmentBytes = 400; // a few batches each
    writeBatches(fixture, 20);
    QVERIFY(journalFiles(fixture.folder).size() > 4);
    JournalRecovery details;
    const auto records = fixture.recover(&details);
    QCOMPARE(records.size(), std::size_t{40});
    for (quint64 i = 0; i < 40; ++i)
        QVERIFY(same(records[i], someEvent(i)));
    QVERIFY(details.problems.isEmpty());
    QCOMPARE(details.records, quint64{40});
    QCOMPARE(details.next.sequence, quint64{21});
    QCOMPARE(details.next.segment, journalFiles(fixture.folder).back().number + 1);
}

void TestJournalRecovery::emptyFolder()
{
    JournalFixture fixture;
    JournalRecovery details;
    QVERIFY(fixture.recover(&details).empty());
    QCOMPARE(details.next.segment, quint64{1});
    QCOMPARE(details.next.sequence, quint64{1});
}

void TestJournalRecovery::tornAtEveryByteOfTheLastBatch()
{
    JournalFixture fixture;
    // Ends in a byte that is not zero: zeros that are cut off and zeros that were reserved are the same.
    auto lastEvent = someEvent(5);
    lastEvent.participant.low = ~quint64{0};
    const std::vector<JournalRecord> lastRecords{someEvent(4), lastEvent};
    {
        auto writer = fixture.writer();
        QVERIFY(writer.append(std::vector<JournalRecord>{someEvent(0), someEvent(1)}, {}));
        QVERIFY(writer.append(std::vector<JournalRecord>{someEvent(2), someEvent(3)}, {}));
        QVERIFY(writer.append(lastRecords, {}));
    }
    const auto whole = fixture.content(1);
    std::vector<unsigned char> lastBatch;
    journal::appendFrame(lastBatch, 3, lastRecords);
    const auto lastAt = whole.size() - static_cast<qsizetype>(lastBatch.size());
    for (qsizetype size = lastAt; size < whole.size(); ++size) {
        for (const bool zerosBehind : {false, true}) { // the file was extended before the batch was written
            QVERIFY(fixture.setContent(1, whole.first(size) + QByteArray(zerosBehind ? 5000 : 0, '\0')));
            JournalRecovery details;
            QCOMPARE(fixture.recover(&details).size(), std::size_t{4});
            QCOMPARE(details.next.sequence, quint64{3});
            QVERIFY(details.problems.isEmpty());
            QCOMPARE(fixture.content(1), whole.first(lastAt));
        }
    }
    QVERIFY(!QDir(fixture.folder + QLatin1String("/damaged")).exists());
}

void TestJournalRecovery::flippedBitInTheMiddle()
{
    JournalFixture fixture;
    writeBatches(fixture, 5);
    const auto whole = fixture.content(1);
    auto damaged = whole;
    damaged[static_cast<qsizetype>(journal::kSegmentHeaderBytes + journal::kFrameHeaderBytes + 60)] ^= 4; // batch 1
    QVERIFY(fixture.setContent(1, damaged));
    JournalRecovery details;
    const auto records = fixture.recover(&details);
    QCOMPARE(records.size(), std::size_t{8});
    QVERIFY(same(records.front(), someEvent(2)));
    QVERIFY(same(records.back(), someEvent(9)));
    QCOMPARE(details.problems.size(), 1);
    QVERIFY(details.problems.first().contains(QLatin1String("damaged")));
    QFile aside(fixture.folder + QLatin1String("/damaged/events-0000000000000001.journal"));
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), damaged);
}

void TestJournalRecovery::damagedHeader()
{
    JournalFixture fixture;
    writeBatches(fixture, 2);
    auto damaged = fixture.content(1);
    damaged[3] ^= 1;
    QVERIFY(fixture.setContent(1, damaged));
    JournalRecovery details;
    QCOMPARE(fixture.recover(&details).size(), std::size_t{4});
    QCOMPARE(details.problems.size(), 1);
}

void TestJournalRecovery::missingFileIsReported()
{
    JournalFixture fixture;
    fixture.limits.segmentBytes = 100; // one batch each
    writeBatches(fixture, 4);
    QVERIFY(QFile::remove(journalFilePath(fixture.folder, 2)));
    JournalRecovery details;
    QCOMPARE(fixture.recover(&details).size(), std::size_t{6});
    QCOMPARE(details.problems.size(), 1);
    QVERIFY(details.problems.first().startsWith(QLatin1String("1 batch is missing")));
}

void TestJournalRecovery::retriedBatchCountsOnce()
{
    JournalFixture fixture;
    fixture.limits.segmentBytes = 100;
    writeBatches(fixture, 2);
    // The sync of batch 2 failed although it reached the disk; it was written again into the next file.
    auto again = fixture.writer({3, 2});
    QVERIFY(again.append(std::vector<JournalRecord>{someEvent(2), someEvent(3)}, {}));
    QVERIFY(again.append(std::vector<JournalRecord>{someEvent(4)}, {}));
    const auto records = fixture.recover();
    QCOMPARE(records.size(), std::size_t{5});
    QVERIFY(same(records.back(), someEvent(4)));
}

void TestJournalRecovery::reservedSpaceIsNoDamage()
{
    JournalFixture fixture;
    QByteArray asLeftByACrash;
    {
        auto writer = fixture.writer();
        QVERIFY(writer.append(oneOfEach(), {}));
        asLeftByACrash = fixture.content(1);
    }
    QVERIFY(asLeftByACrash.size() > fixture.content(1).size());
    const auto trimmed = fixture.content(1);
    QVERIFY(fixture.setContent(1, asLeftByACrash));
    JournalRecovery details;
    QVERIFY(same(fixture.recover(&details), oneOfEach()));
    QVERIFY(details.problems.isEmpty());
    QCOMPARE(fixture.content(1), trimmed);
}

void TestJournalRecovery::begunFileWithoutContentGoes()
{
    for (const qsizetype size : {0, 10, 32, 4096}) {
        JournalFixture fixture;
        fixture.limits.segmentBytes = 100;
        writeBatches(fixture, 1);
        QVERIFY(fixture.setContent(2, QByteArray(size, '\0')));
        JournalRecovery details;
        QCOMPARE(fixture.recover(&details).size(), std::size_t{2});
        QVERIFY(details.problems.isEmpty());
        QVERIFY(!QFile::exists(journalFilePath(fixture.folder, 2)));
        QCOMPARE(details.next.segment, quint64{3});
    }
}

void TestJournalRecovery::refusesNewerVersion()
{
    JournalFixture fixture;
    writeBatches(fixture, 1);
    auto newer = fixture.content(1);
    newer[8] = 2;
    qToLittleEndian(static_cast<quint32>(::crc32(0, reinterpret_cast<const Bytef *>(newer.constData()), 28)),
                    newer.data() + 28);
    QVERIFY(fixture.setContent(1, newer));
    const auto recovery = recoverJournal(fixture.folder, [](const JournalRecord &) {});
    QVERIFY(!recovery);
    QVERIFY(recovery.error().text.contains(QLatin1String("newer Barograph")));
    QCOMPARE(fixture.content(1), newer);
}

void TestJournalRecovery::damagedFileIsCleanTheNextTime()
{
    JournalFixture fixture;
    writeBatches(fixture, 3);
    auto damaged = fixture.content(1);
    damaged[static_cast<qsizetype>(journal::kSegmentHeaderBytes)] ^= 1;
    QVERIFY(fixture.setContent(1, damaged));
    JournalRecovery first;
    const auto records = fixture.recover(&first);
    JournalRecovery second;
    QVERIFY(same(fixture.recover(&second), records));
    QCOMPARE(first.problems.size(), 1);
    QVERIFY(second.problems.isEmpty());
    QCOMPARE(second.next.sequence, first.next.sequence);
}

BAROGRAPH_TEST(TestJournalRecovery)
#include "tst_journal_recovery.moc"
