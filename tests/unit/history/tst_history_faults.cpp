// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/history_database.h"
#include "storage/history_reader.h"
#include "storage/history_recovery.h"
#include "storage/history_statement.h"
#include "storage/history_writer.h"

#include "history_samples.h"
#include "test_case.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QVariant>

#include <csignal>
#include <mutex>

#include <sys/mount.h>
#include <sys/resource.h>

using namespace barograph;
using samples::at;
using samples::closed;
using samples::idle;
using std::chrono::milliseconds;

namespace {

const QString kNode = QStringLiteral("support-eu");

/// Files of this process cannot grow beyond a limit: what a quota does, without being root.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit lower{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &lower);
    }
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FileSizeLimit(const FileSizeLimit &) = delete;
    FileSizeLimit &operator=(const FileSizeLimit &) = delete;

private:
    rlimit m_before{};
};

std::vector<ClosedSecond> busy(qint64 from, qint64 to)
{
    auto seconds = idle(from, to);
    for (auto &second : seconds)
        second.sample.counts = {{1, 2, 3, 4}};
    return seconds;
}

bool overwrite(const QString &file, qint64 offset, const QByteArray &bytes)
{
    QFile target(file);
    return target.open(QIODevice::ReadWrite) && target.seek(offset) && target.write(bytes) == bytes.size();
}

} // namespace

/// What goes wrong with disks and files, on real ones.
class TestHistoryFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("history.sqlite"));
    }

    void noFolderMayBeMade()
    {
        QVERIFY(overwrite(m_folder->filePath(QStringLiteral("plain-file")), 0, "x"));
        HistoryWriter writer(m_folder->filePath(QStringLiteral("plain-file/history.sqlite")));
        QTRY_VERIFY(!writer.status().writing);
        QVERIFY(writer.status().message.contains(QStringLiteral("cannot be opened")));
        store(writer, idle(0, 5));
        QVERIFY(!writer.flush(milliseconds{50}));
    }

    void becomesPossibleLater()
    {
        const QString folder = m_folder->filePath(QStringLiteral("later"));
        QVERIFY(overwrite(folder, 0, "in the way"));
        HistoryWriter writer(folder + QStringLiteral("/history.sqlite"));
        QTRY_VERIFY(!writer.status().writing);
        store(writer, idle(0, 5));
        QVERIFY(QFile::remove(folder));
        QVERIFY(writer.flush());
        QVERIFY(writer.status() == HistoryStatus{});
        QCOMPARE(known(folder + QStringLiteral("/history.sqlite"), 0, 5), 5);
    }

    void lockedByAnotherProgram()
    {
        HistoryWriter writer(m_file);
        store(writer, idle(0, 5));
        QVERIFY(writer.flush());
        {
            const auto other = HistoryDatabase::open(m_file, HistoryDatabase::Access::ReadWrite);
            QVERIFY(other);
            QVERIFY((*other)->execute(QStringLiteral("BEGIN IMMEDIATE")));
            store(writer, idle(5, 10));
            QTRY_VERIFY_WITH_TIMEOUT(!writer.status().writing, 20'000);
            QVERIFY(writer.status().message.contains(QStringLiteral("locked")));
            QCOMPARE(known(m_file, 0, 10), 5); // reading goes on
        }
        QVERIFY(writer.flush());
        QVERIFY(writer.status() == HistoryStatus{});
        QCOMPARE(known(m_file, 0, 10), 10);
    }

    void aLimitOnFileSizeIsWaitedOut()
    {
        HistoryWriter writer(m_file);
        store(writer, busy(0, 10));
        QVERIFY(writer.flush());
        const QSignalSpy told(&writer, &HistoryWriter::statusChanged);
        {
            const FileSizeLimit limit(200'000);
            store(writer, busy(10, 20'000));
            QTRY_VERIFY_WITH_TIMEOUT(!writer.status().writing, 20'000);
            QVERIFY(writer.status().message.contains(QStringLiteral("space")));
            QVERIFY(!writer.flush(milliseconds{300}));
        }
        QVERIFY(writer.flush());
        QVERIFY(writer.status() == HistoryStatus{});
        QCOMPARE(writer.droppedRows(), 0U);
        QCOMPARE(known(m_file, 0, 20'000), 20'000); // nothing is missing
        QVERIFY(told.count() >= 2);
    }

    void aFullDiskIsWaitedOut()
    {
        const QString disk = m_folder->filePath(QStringLiteral("disk"));
        QVERIFY(QDir().mkpath(disk));
        if (::mount("tmpfs", disk.toLocal8Bit().constData(), "tmpfs", 0, "size=1m") != 0)
            QSKIP("mounting a small disk takes root");
        const auto unmount = qScopeGuard([&] { ::umount2(disk.toLocal8Bit().constData(), MNT_DETACH); });
        const QString file = disk + QStringLiteral("/history.sqlite");
        HistoryWriter writer(file);
        store(writer, busy(0, 10));
        QVERIFY(writer.flush());
        const QString ballast = disk + QStringLiteral("/ballast");
        overwrite(ballast, 0, QByteArray(600'000, 'x'));
        store(writer, busy(10, 12'000));
        QTRY_VERIFY_WITH_TIMEOUT(!writer.status().writing, 20'000);
        QVERIFY2(writer.status().message.contains(QStringLiteral("full")), qPrintable(writer.status().message));
        QVERIFY(QFile::remove(ballast));
        QVERIFY(::mount("tmpfs", disk.toLocal8Bit().constData(), "tmpfs", MS_REMOUNT, "size=16m") == 0);
        QVERIFY(writer.flush());
        QCOMPARE(known(file, 0, 12'000), 12'000);
    }

    void damagedBeyondRecognition()
    {
        QVERIFY(overwrite(m_file, 0, QByteArray("this is no database at all, but somebody's letter. ").repeated(100)));
        HistoryWriter writer(m_file);
        store(writer, idle(0, 5));
        QVERIFY(writer.flush());
        QVERIFY(writer.status().writing);
        QVERIFY(writer.status().message.contains(QStringLiteral("was damaged")));
        QCOMPARE(known(m_file, 0, 5), 5);
        QFile kept(onlyKept());
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QVERIFY(kept.readAll().startsWith("this is no database")); // kept, not deleted
    }

    void damagedInsideIsFoundAfterAnUncleanEnd()
    {
        {
            HistoryWriter writer(m_file);
            store(writer, busy(0, 20'000));
            QVERIFY(writer.flush());
        }
        // As if the power had gone: a log is left, and a page in the middle is garbage.
        QVERIFY(overwrite(m_file, QFile(m_file).size() / 2, QByteArray(8192, '\xA5')));
        QVERIFY(overwrite(m_file + QStringLiteral("-wal"), 0, QByteArray(64, '\0')));
        QVERIFY(endedUncleanly(m_file));
        HistoryWriter writer(m_file);
        store(writer, idle(0, 5));
        QVERIFY(writer.flush());
        QVERIFY(writer.status().message.contains(QStringLiteral("was damaged")));
        QVERIFY(!onlyKept().isEmpty());
        QCOMPARE(known(m_file, 0, 20'000), 5);
    }

    void damagedWhileInUse()
    {
        HistoryWriter writer(m_file);
        store(writer, busy(0, 20'000));
        QVERIFY(writer.flush());
        {
            // Everything into the file, so that the damage is met and not the copy in the log.
            const auto other = HistoryDatabase::open(m_file, HistoryDatabase::Access::ReadWrite);
            QVERIFY(other);
            QVERIFY((*other)->execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
        }
        const auto size = QFile(m_file).size();
        QVERIFY(overwrite(m_file, 4096, QByteArray(static_cast<qsizetype>(size) - 4096, '\xA5')));
        store(writer, busy(5, 10'000));
        QVERIFY(writer.flush());
        QTRY_VERIFY(writer.status().message.contains(QStringLiteral("was damaged")));
        QVERIFY(writer.status().writing);
        QVERIFY(!onlyKept().isEmpty());
        QVERIFY(known(m_file, 0, 20'000) > 0);
    }

    /// What was read until the damage is not all there is.
    void damagedBehindTheFirstRows()
    {
        {
            const auto database = HistoryDatabase::open(m_file, HistoryDatabase::Access::ReadWrite);
            QVERIFY(database);
            QVERIFY((*database)->execute(QStringLiteral(
                "CREATE TABLE row AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000)"
                " SELECT i FROM n")));
            QVERIFY((*database)->execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
        }
        const auto size = QFile(m_file).size();
        QVERIFY(overwrite(m_file, size / 2, QByteArray(static_cast<qsizetype>(size / 4), '\xA5')));
        const auto database = HistoryDatabase::open(m_file, HistoryDatabase::Access::ReadOnly);
        QVERIFY(database);
        int rows = 0;
        const auto read =
            forEachRow(**database, QStringLiteral("SELECT i FROM row"), [&rows](const QSqlQuery & /*row*/) { ++rows; });
        QVERIFY(rows > 0);
        QVERIFY(!read);
        QCOMPARE(read.error().fault, HistoryFault::Damaged);
    }

    void aSoundFileSurvivesAnUncleanEnd()
    {
        const QString copy = m_folder->filePath(QStringLiteral("copy.sqlite"));
        {
            HistoryWriter writer(m_file);
            store(writer, busy(0, 500));
            QVERIFY(writer.flush());
            // What a crash leaves: the file and its log as they are now.
            QVERIFY(QFile::copy(m_file, copy));
            QVERIFY(QFile::copy(m_file + QStringLiteral("-wal"), copy + QStringLiteral("-wal")));
        }
        QVERIFY(endedUncleanly(copy));
        HistoryWriter writer(copy);
        store(writer, busy(500, 600));
        QVERIFY(writer.flush());
        QVERIFY(writer.status() == HistoryStatus{});
        QCOMPARE(known(copy, 0, 600), 600);
    }

    void deletedWhileInUse()
    {
        HistoryWriter writer(m_file);
        store(writer, idle(0, 5));
        QVERIFY(writer.flush());
        for (const auto &suffix : {QStringLiteral(""), QStringLiteral("-wal"), QStringLiteral("-shm")})
            QFile::remove(m_file + suffix);
        store(writer, idle(5, 10));
        QVERIFY(writer.flush());
        QCOMPARE(known(m_file, 0, 10), 5); // what comes after is found, not written to a file without a name
    }

    void aNewerFileIsNeitherWrittenNorMoved()
    {
        {
            const auto newer = HistoryDatabase::open(m_file, HistoryDatabase::Access::ReadWrite);
            QVERIFY(newer);
            QVERIFY((*newer)->execute(QStringLiteral("CREATE TABLE future (x)")));
            QVERIFY((*newer)->execute(QStringLiteral("PRAGMA user_version=1000")));
        }
        HistoryWriter writer(m_file);
        QTRY_VERIFY(!writer.status().writing);
        QVERIFY(writer.status().message.contains(QStringLiteral("Update Barograph")));
        QVERIFY(kept().isEmpty());
        const auto nodes = HistoryReader(m_file).nodes();
        QVERIFY(!nodes);
        QVERIFY(nodes.error().contains(QStringLiteral("Update Barograph")));
    }

    void refusedRowsAreCountedAndDoNotBlockOthers()
    {
        HistoryWriter writer(m_file);
        store(writer, idle(0, 5));
        QVERIFY(writer.flush());
        {
            const auto other = HistoryDatabase::open(m_file, HistoryDatabase::Access::ReadWrite);
            QVERIFY(other);
            QVERIFY((*other)->execute(QStringLiteral("CREATE TRIGGER no BEFORE INSERT ON second WHEN new.send = 13"
                                                     " BEGIN SELECT raise(ABORT, 'not this one'); END")));
        }
        store(writer, {closed(5, {{0, 13, 0, 0}})});
        QVERIFY(!writer.flush());
        QTRY_COMPARE(writer.droppedRows(), 1U);
        QVERIFY(writer.status().message.contains(QStringLiteral("not this one")));
        store(writer, {closed(6, {{0, 14, 0, 0}})});
        QVERIFY(writer.flush());
        QVERIFY(writer.status().writing);
        QCOMPARE(writer.status().droppedRows, 1U);
    }

    void readingWhatIsNotThere()
    {
        const auto absent = HistoryReader(m_file).load(kNode, at(0), at(1));
        QVERIFY(!absent);
        QVERIFY(absent.error().contains(QStringLiteral("There is no history in")));
        QVERIFY(!QFile::exists(m_file));

        QVERIFY(overwrite(m_file, 0, QByteArray("no database").repeated(1000)));
        const auto damaged = HistoryReader(m_file).nodes();
        QVERIFY(!damaged);
        QVERIFY2(damaged.error().contains(QStringLiteral("is damaged")), qPrintable(damaged.error()));

        QVERIFY(QFile::remove(m_file));
        QVERIFY(HistoryDatabase::open(m_file, HistoryDatabase::Access::ReadWrite)); // version 0: nothing in it
        QVERIFY(HistoryReader(m_file).nodes().error().contains(QStringLiteral("older Barograph")));

        QVERIFY(QFile::remove(m_file));
        HistoryWriter writer(m_file);
        QTRY_VERIFY(HistoryReader(m_file).nodes());
        QVERIFY(HistoryReader(m_file).nodes()->empty());
        const auto unknown = HistoryReader(m_file).load(kNode, at(0), at(1));
        QVERIFY(unknown.error().contains(QStringLiteral("Nothing is recorded of")));
        QVERIFY(HistoryReader(m_file).load(kNode, at(1), at(1)).error().contains(QStringLiteral("range is empty")));
    }

    void everyFaultSaysWhatToDo()
    {
        for (int fault = 0; fault <= static_cast<int>(HistoryFault::Refused); ++fault) {
            const auto text =
                describe({static_cast<HistoryFault>(fault), QStringLiteral("detail")}, QStringLiteral("/x/h.sqlite"));
            QVERIFY(text.contains(QStringLiteral("/x/h.sqlite")));
            QVERIFY(text.count(QLatin1Char('.')) >= 2);
        }
    }

private:
    static void store(HistoryWriter &writer, std::vector<ClosedSecond> seconds)
    {
        writer.enqueue(kNode, QStringLiteral("Support EU"), false, std::move(seconds));
    }
    static qint64 known(const QString &file, qint64 from, qint64 to)
    {
        const auto data = HistoryReader(file).load(kNode, at(from), at(to));
        if (!data)
            qCritical() << data.error();
        return data ? data->knownSeconds : -1;
    }
    QStringList kept() const
    {
        QStringList databases;
        const QDir folder(m_folder->path());
        for (const auto &name : folder.entryList({QStringLiteral("*.damaged-*")}, QDir::Files)) {
            if (!name.endsWith(QLatin1String("-wal")) && !name.endsWith(QLatin1String("-shm")))
                databases.append(folder.filePath(name));
        }
        return databases;
    }
    QString onlyKept() const { return kept().size() == 1 ? kept().first() : QString(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

BAROGRAPH_TEST(TestHistoryFaults)
#include "tst_history_faults.moc"
