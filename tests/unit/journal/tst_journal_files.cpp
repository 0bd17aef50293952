// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal_fixture.h"
#include "storage/journal_lock.h"
#include "test_case.h"

#include <QDateTime>
#include <QDir>

#include <sys/stat.h>

using namespace barograph;
using namespace barograph::test;

class TestJournalFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsOnlyItsOwnFilesInOrder();
    void trims_data();
    void trims();
    void aClockSetForwardMakesNothingOld();
    void onlyOneProcessMayWrite();
    void lockNeedsAFolderItCanWrite();
    void filesArePrivate();

private:
    static bool makeFile(const JournalFixture &fixture, quint64 number, qint64 bytes, Seconds age);
};

bool TestJournalFiles::makeFile(const JournalFixture &fixture, quint64 number, qint64 bytes, Seconds age)
{
    QFile file(journalFilePath(fixture.folder, number));
    return file.open(QIODevice::WriteOnly) && file.resize(bytes) &&
           file.setFileTime(QDateTime::fromMSecsSinceEpoch(unixMillis(fixture.now - age)),
                            QFileDevice::FileModificationTime);
}

void TestJournalFiles::listsOnlyItsOwnFilesInOrder()
{
    JournalFixture fixture;
    for (const quint64 number : {20ULL, 3ULL, 100ULL})
        QVERIFY(makeFile(fixture, number, 10, Seconds{0}));
    for (const char *other : {"events-5.journal", "events-0000000000000007.journal.bak", "lock",
                              "events-000000000000000x.journal", "events-0000000000000000.journal"}) {
        QFile file(fixture.folder + QLatin1Char('/') + QLatin1String(other));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    const auto files = journalFiles(fixture.folder);
    QCOMPARE(files.size(), std::size_t{3});
    QCOMPARE(files[0].number, quint64{3});
    QCOMPARE(files[2].number, quint64{100});
    QCOMPARE(files[2].bytes, qint64{10});
    QVERIFY(isJournalTrimmed(fixture.folder));
    QVERIFY(makeFile(fixture, 1, 1, Seconds{0}));
    QVERIFY(!isJournalTrimmed(fixture.folder));
}

void TestJournalFiles::trims_data()
{
    QTest::addColumn<int>("hoursKept");
    QTest::addColumn<qint64>("bytesKept");
    QTest::addColumn<quint64>("firstLeft");
    // Five files of 100 bytes, written 4, 3, 2, 1 and 0 hours ago; the newest counts as full with 1,000.
    QTest::newRow("nothing to do") << 10 << qint64{10000} << quint64{1};
    QTest::newRow("by age") << 2 << qint64{10000} << quint64{3};
    QTest::newRow("by size") << 10 << qint64{1250} << quint64{3};
    QTest::newRow("just enough room") << 10 << qint64{1400} << quint64{1};
    QTest::newRow("never the newest") << 0 << qint64{0} << quint64{5};
}

void TestJournalFiles::trims()
{
    QFETCH(int, hoursKept);
    QFETCH(qint64, bytesKept);
    QFETCH(quint64, firstLeft);
    JournalFixture fixture;
    for (quint64 i = 1; i <= 5; ++i)
        QVERIFY(makeFile(fixture, i, 100, std::chrono::hours{5 - i}));
    fixture.limits.segmentBytes = 1000;
    fixture.limits.keepFor = std::chrono::hours{hoursKept};
    fixture.limits.keepBytes = bytesKept;
    const auto removed = trimJournal(*fixture.disk, fixture.folder, fixture.limits, fixture.now);
    QVERIFY(removed);
    QCOMPARE(*removed, static_cast<int>(firstLeft) - 1);
    const auto files = journalFiles(fixture.folder);
    QCOMPARE(files.front().number, firstLeft);
    QCOMPARE(files.back().number, quint64{5});
}

void TestJournalFiles::aClockSetForwardMakesNothingOld()
{
    JournalFixture fixture;
    for (quint64 i = 1; i <= 5; ++i)
        QVERIFY(makeFile(fixture, i, 100, std::chrono::hours{5 - i}));
    const auto later = fixture.now + std::chrono::hours{24 * 365};
    const auto removed = trimJournal(*fixture.disk, fixture.folder, fixture.limits, later, 3);
    QVERIFY(removed);
    QCOMPARE(*removed, 2);
    QCOMPARE(journalFiles(fixture.folder).front().number, quint64{3});
    // The room they take is limited all the same.
    fixture.limits.segmentBytes = 100;
    fixture.limits.keepBytes = 200;
    QVERIFY(trimJournal(*fixture.disk, fixture.folder, fixture.limits, later, 3));
    QCOMPARE(journalFiles(fixture.folder).front().number, quint64{4});
}

void TestJournalFiles::onlyOneProcessMayWrite()
{
    JournalFixture fixture;
    const QString folder = fixture.folder + QLatin1String("/new/journal");
    {
        const auto first = JournalLock::take(folder);
        QVERIFY(first);
        const auto second = JournalLock::take(folder);
        QVERIFY(!second);
        QVERIFY(second.error().text.contains(QLatin1String("Another Barograph")));
        QVERIFY(second.error().text.contains(folder));
    }
    QVERIFY(JournalLock::take(folder));
}

void TestJournalFiles::lockNeedsAFolderItCanWrite()
{
    JournalFixture fixture;
    QFile file(fixture.folder + QLatin1String("/file"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto lock = JournalLock::take(file.fileName() + QLatin1String("/journal"));
    QVERIFY(!lock);
    QVERIFY(lock.error().text.contains(QLatin1String("Could not make")));
}

void TestJournalFiles::filesArePrivate()
{
    JournalFixture fixture;
    auto writer = fixture.writer();
    QVERIFY(writer.append(oneOfEach(), {}));
    struct stat status
    {};
    QCOMPARE(::stat(QFile::encodeName(journalFilePath(fixture.folder, 1)).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777U, 0600U);
}

BAROGRAPH_TEST(TestJournalFiles)
#include "tst_journal_files.moc"
