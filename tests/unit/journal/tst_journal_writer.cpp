// SPDX-License-Identifier: GPL-3.0-or-later
#include "failing_disk.h"
#include "journal_fixture.h"
#include "test_case.h"

#include <QDir>

#include <cerrno>
#include <sys/mount.h>
#include <unistd.h>

using namespace barograph;
using namespace barograph::test;

class TestJournalWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsFilesBySizeAndAge();
    void restatesInEveryFile();
    void recoversFromFailures_data();
    void recoversFromFailures();
    void startsAnotherFileAfterAFailedSync();
    void leavesNoFileThatCouldNotBeBegun();
    void reallyFullDisk();
};

void TestJournalWriter::beginsFilesBySizeAndAge()
{
    JournalFixture fixture;
    fixture.limits.segmentBytes = 1000;
    auto writer = fixture.writer();
    QVERIFY(writer.append({}, {}));
    QVERIFY(writer.takeBegunFile());
    for (quint64 i = 0; i < 100; ++i)
        QVERIFY(writer.append(std::vector<JournalRecord>{someEvent(i)}, {}));
    const auto bySize = journalFiles(fixture.folder).size();
    QVERIFY(bySize > 5 && bySize < 20);
    QVERIFY(writer.takeBegunFile());
    QVERIFY(!writer.takeBegunFile());

    fixture.limits.segmentBytes = 1 << 20;
    auto slow = fixture.writer({100, 1000});
    QVERIFY(slow.append({}, {}));
    fixture.now += fixture.limits.segmentAge - Seconds{1};
    QVERIFY(slow.append({}, {}));
    QCOMPARE(journalFiles(fixture.folder).back().number, quint64{100});
    fixture.now += Seconds{1};
    QVERIFY(slow.append({}, {}));
    QCOMPARE(journalFiles(fixture.folder).back().number, quint64{101});
}

void TestJournalWriter::restatesInEveryFile()
{
    JournalFixture fixture;
    fixture.limits.segmentBytes = 100;
    const std::vector<JournalRecord> restating{NodeRecord{0, "node-a"}};
    {
        auto writer = fixture.writer();
        for (quint64 i = 0; i < 3; ++i)
            QVERIFY(writer.append(std::vector<JournalRecord>{someEvent(i)}, restating));
    }
    const std::vector<JournalRecord> expected{NodeRecord{0, "node-a"}, someEvent(0),
                                              NodeRecord{0, "node-a"}, someEvent(1),
                                              NodeRecord{0, "node-a"}, someEvent(2)};
    JournalRecovery details;
    QVERIFY(same(fixture.recover(&details), expected));
    QCOMPARE(details.next.sequence, quint64{4});
}

void TestJournalWriter::recoversFromFailures_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<int>("error");
    QTest::addColumn<int>("bytesBefore");
    QTest::newRow("write, disk full") << QStringLiteral("write") << ENOSPC << 0;
    QTest::newRow("write, disk full in the middle") << QStringLiteral("write") << ENOSPC << 50;
    QTest::newRow("write, disk faulty") << QStringLiteral("write") << EIO << 0;
    QTest::newRow("sync, disk faulty") << QStringLiteral("sync") << EIO << 0;
    QTest::newRow("sync, disk full") << QStringLiteral("sync") << ENOSPC << 0;
}

void TestJournalWriter::recoversFromFailures()
{
    QFETCH(QString, call);
    QFETCH(int, error);
    QFETCH(int, bytesBefore);
    JournalFixture fixture;
    const auto disk = std::make_shared<FailingDisk>();
    fixture.disk = disk;
    std::vector<JournalRecord> expected;
    {
        auto writer = fixture.writer();
        for (quint64 i = 0; i < 10; ++i) {
            const std::vector<JournalRecord> batch{someEvent(i)};
            if (i % 3 == 1) {
                disk->bytesBeforeError = static_cast<std::size_t>(bytesBefore);
                (call == QLatin1String("write") ? disk->writeError : disk->syncError) = error;
                for (int attempt = 0; attempt < 2; ++attempt) {
                    const auto failed = writer.append(batch, {});
                    QVERIFY(!failed);
                    QCOMPARE(failed.error().systemError, error);
                    QVERIFY(!failed.error().text.isEmpty());
                }
                disk->writeError = 0;
                disk->syncError = 0;
            }
            QVERIFY(writer.append(batch, {}));
            expected.push_back(batch[0]);
        }
    }
    JournalRecovery details;
    QVERIFY(same(fixture.recover(&details), expected));
    QVERIFY(details.problems.isEmpty());
}

void TestJournalWriter::startsAnotherFileAfterAFailedSync()
{
    JournalFixture fixture;
    const auto disk = std::make_shared<FailingDisk>();
    fixture.disk = disk;
    auto writer = fixture.writer();
    QVERIFY(writer.append(std::vector<JournalRecord>{someEvent(1)}, {}));
    disk->syncError = EIO;
    QVERIFY(!writer.append(std::vector<JournalRecord>{someEvent(2)}, {}));
    disk->syncError = 0;
    QVERIFY(writer.append(std::vector<JournalRecord>{someEvent(2)}, {}));
    QCOMPARE(journalFiles(fixture.folder).size(), std::size_t{2});
}

void TestJournalWriter::leavesNoFileThatCouldNotBeBegun()
{
    JournalFixture fixture;
    const auto disk = std::make_shared<FailingDisk>();
    fixture.disk = disk;
    auto writer = fixture.writer();
    for (auto *error : {&disk->createError, &disk->writeError, &disk->syncError, &disk->folderError}) {
        *error = EIO;
        QVERIFY(!writer.append(oneOfEach(), {}));
        QVERIFY(journalFiles(fixture.folder).empty());
        *error = 0;
    }
    QVERIFY(writer.append(oneOfEach(), {}));
    QCOMPARE(journalFiles(fixture.folder).size(), std::size_t{1});
}

void TestJournalWriter::reallyFullDisk()
{
    JournalFixture fixture;
    const auto path = QFile::encodeName(fixture.folder);
    if (::geteuid() != 0 || ::mount("tmpfs", path.constData(), "tmpfs", 0, "size=4m") != 0)
        QSKIP("needs the right to mount a small file system");
    const auto unmount = qScopeGuard([&path] { ::umount2(path.constData(), MNT_DETACH); });
    fixture.limits.segmentBytes = 64 << 20;
    std::vector<JournalRecord> batch;
    for (quint64 i = 0; i < 1000; ++i)
        batch.emplace_back(someEvent(i));
    std::size_t stored = 0;
    {
        // Half of the room belongs to somebody else.
        QFile other(fixture.folder + QLatin1String("/other"));
        QVERIFY(other.open(QIODevice::WriteOnly));
        QVERIFY(other.write(QByteArray(2 << 20, 'x')) > 0 && other.flush());
        auto writer = fixture.writer();
        tl::expected<void, JournalError> result;
        while ((result = writer.append(batch, {})))
            stored += batch.size();
        QCOMPARE(result.error().systemError, ENOSPC);
        QVERIFY(result.error().text.contains(QLatin1String("disk is full")));
        QVERIFY(stored > 0);
        QVERIFY(other.remove());
        QVERIFY(writer.append(batch, {}));
        stored += batch.size();
    }
    JournalRecovery details;
    QCOMPARE(fixture.recover(&details).size(), stored);
    QVERIFY(details.problems.isEmpty());
}

BAROGRAPH_TEST(TestJournalWriter)
#include "tst_journal_writer.moc"
