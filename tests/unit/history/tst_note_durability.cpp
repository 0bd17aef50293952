// SPDX-License-Identifier: GPL-3.0-or-later
// A note is answered when SQLite has it, or has refused it; never before.
#include "storage/history_database.h"
#include "storage/history_writer.h"
#include "storage/marker_reader.h"

#include "history_samples.h"
#include "test_case.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>
#include <cstdio>
#include <mutex>

#include <sys/mount.h>
#include <sys/resource.h>

using namespace barograph;
using samples::at;

namespace {

const QString kNode = QStringLiteral("support-eu");

Marker noteCalled(const QString &id, const QString &text = QStringLiteral("Provider restarted"))
{
    return {id, UtcTime{at(10)}, MarkerKind::Annotation, kNode, text, false};
}

QStringList notesIn(const QString &file)
{
    QStringList texts;
    const auto span = readMarkers(file, kNode, UtcTime{at(0)}, UtcTime{at(100)});
    if (span.markers) {
        for (const auto &marker : *span.markers)
            texts.append(marker.text);
    }
    return texts;
}

/// What the writer answered, and what was in the file at that very moment.
struct Answers
{
    Answers(HistoryWriter &writer, const QString &file)
    {
        QObject::connect(
            &writer, &HistoryWriter::noteAnswered, &writer,
            [this, file](quint64 ticket, const QString &failure) {
                const std::scoped_lock lock(mutex);
                tickets.push_back(ticket);
                failures.push_back(failure);
                seen.push_back(notesIn(file));
            },
            Qt::DirectConnection);
    }
    std::size_t count()
    {
        const std::scoped_lock lock(mutex);
        return tickets.size();
    }

    std::mutex mutex;
    std::vector<quint64> tickets;
    std::vector<QString> failures;
    std::vector<QStringList> seen;
};

/// A program of its own: writes a note, says so on standard output when it is acknowledged, and waits to be killed.
int writeNoteAndWait(int argc, char **argv)
{
    if (argc < 2)
        return 2;
    const QString file = QString::fromLocal8Bit(argv[1]);
    HistoryWriter writer(file);
    QObject::connect(
        &writer, &HistoryWriter::noteAnswered, &writer,
        [](quint64, const QString &failure) {
            std::puts(failure.isEmpty() ? "acknowledged" : "failed");
            std::fflush(stdout);
        },
        Qt::DirectConnection);
    writer.storeNote(1, noteCalled(QStringLiteral("note/1")));
    return QCoreApplication::exec();
}

const bool addedNoteProgram = [] {
    testing::testCases().push_back({"note_program", &writeNoteAndWait});
    return true;
}();

} // namespace

class TestNoteDurability : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("history.sqlite"));
    }

    void isInTheFileWhenItIsAnswered()
    {
        HistoryWriter writer(m_file);
        Answers answers(writer, m_file);
        writer.storeNote(7, noteCalled(QStringLiteral("note/1")));
        QTRY_COMPARE_WITH_TIMEOUT(answers.count(), std::size_t{1}, kPatience);
        writer.storeNote(8, noteCalled(QStringLiteral("note/1"), QStringLiteral("It was the provider")));
        QTRY_COMPARE_WITH_TIMEOUT(answers.count(), std::size_t{2}, kPatience);
        writer.removeNote(9, QStringLiteral("note/1"));
        QTRY_COMPARE_WITH_TIMEOUT(answers.count(), std::size_t{3}, kPatience);
        QCOMPARE(answers.tickets, (std::vector<quint64>{7, 8, 9}));
        for (const auto &failure : answers.failures)
            QCOMPARE(failure, QString());
        QCOMPARE(answers.seen[0], QStringList{QStringLiteral("Provider restarted")});
        QCOMPARE(answers.seen[1], QStringList{QStringLiteral("It was the provider")});
        QCOMPARE(answers.seen[2], QStringList());
    }

    void doesNotWaitBehindAnythingElse()
    {
        HistoryWriter writer(m_file);
        Answers answers(writer, m_file);
        QVERIFY(writer.flush());
        for (int i = 0; i < 3; ++i)
            writer.enqueue(kNode, QStringLiteral("Support EU"), false, samples::idle(i * 20'000, (i + 1) * 20'000));
        writer.storeNote(1, noteCalled(QStringLiteral("note/1")));
        QTRY_COMPARE_WITH_TIMEOUT(answers.count(), std::size_t{1}, kPatience);
        QCOMPARE(answers.failures[0], QString());
        QVERIFY(writer.flush());
    }

    void isAnsweredBeforeTheWriterEnds()
    {
        std::vector<QString> failures;
        {
            HistoryWriter writer(m_file);
            connect(
                &writer, &HistoryWriter::noteAnswered, &writer,
                [&failures](quint64, const QString &failure) { failures.push_back(failure); }, Qt::DirectConnection);
            for (int i = 0; i < 20; ++i)
                writer.storeNote(static_cast<quint64>(i), noteCalled(QStringLiteral("note/%1").arg(i)));
        }
        QCOMPARE(failures, std::vector<QString>(20));
        QCOMPARE(notesIn(m_file).size(), 20);
    }

    void anAcknowledgedNoteOutlivesAKill()
    {
        QProcess program;
        program.start(QCoreApplication::applicationFilePath(), {QStringLiteral("note_program"), m_file});
        QVERIFY(program.waitForStarted(kPatience));
        QTRY_VERIFY_WITH_TIMEOUT(program.canReadLine(), kPatience);
        ::kill(static_cast<pid_t>(program.processId()), SIGKILL);
        QCOMPARE(program.readLine().trimmed(), QByteArray("acknowledged"));
        QVERIFY(program.waitForFinished(kPatience));
        QCOMPARE(program.exitStatus(), QProcess::CrashExit);
        QCOMPARE(notesIn(m_file), QStringList{QStringLiteral("Provider restarted")});
    }

    void aFullDiskIsTold()
    {
        HistoryWriter writer(m_file);
        Answers answers(writer, m_file);
        writer.storeNote(1, noteCalled(QStringLiteral("note/1")));
        QTRY_COMPARE_WITH_TIMEOUT(answers.count(), std::size_t{1}, kPatience);
        {
            // Files of this process cannot grow: what a quota does, without being root.
            ::signal(SIGXFSZ, SIG_IGN);
            rlimit before{};
            ::getrlimit(RLIMIT_FSIZE, &before);
            const rlimit lower{4096, before.rlim_max};
            ::setrlimit(RLIMIT_FSIZE, &lower);
            const auto restore = qScopeGuard([&before] { ::setrlimit(RLIMIT_FSIZE, &before); });
            writer.storeNote(2, noteCalled(QStringLiteral("note/2"), QStringLiteral("lost?")));
            writer.removeNote(3, QStringLiteral("note/1"));
            QTRY_COMPARE_WITH_TIMEOUT(answers.count(), std::size_t{3}, kPatience);
        }
        for (const std::size_t failed : {1U, 2U}) {
            QVERIFY2(answers.failures[failed].contains(QStringLiteral("space")), qPrintable(answers.failures[failed]));
            QVERIFY(!answers.failures[failed].contains(QStringLiteral("by itself")));
        }
        // It is not written behind the back of somebody who was told that it failed.
        writer.enqueue(kNode, QStringLiteral("Support EU"), false, samples::idle(0, 5));
        QVERIFY(writer.flush());
        QCOMPARE(notesIn(m_file), QStringList{QStringLiteral("Provider restarted")});
        writer.storeNote(4, noteCalled(QStringLiteral("note/2"), QStringLiteral("again")));
        QTRY_COMPARE_WITH_TIMEOUT(answers.count(), std::size_t{4}, kPatience);
        QCOMPARE(answers.failures[3], QString());
        QCOMPARE(notesIn(m_file).size(), 2);
    }

    void aReadOnlyAndAFullDiskAreTold()
    {
        const QString disk = m_folder->filePath(QStringLiteral("disk"));
        QVERIFY(QDir().mkpath(disk));
        const QByteArray path = disk.toLocal8Bit();
        if (::mount("tmpfs", path.constData(), "tmpfs", 0, "size=4m") != 0)
            QSKIP("mounting a small disk takes root");
        const auto unmount = qScopeGuard([&path] { ::umount2(path.constData(), MNT_DETACH); });
        const QString file = disk + QStringLiteral("/history.sqlite");
        QCOMPARE(::mount("tmpfs", path.constData(), "tmpfs", MS_REMOUNT | MS_RDONLY, "size=4m"), 0);
        HistoryWriter writer(file);
        Answers answers(writer, file);
        writer.storeNote(1, noteCalled(QStringLiteral("note/1")));
        QTRY_COMPARE_WITH_TIMEOUT(answers.count(), std::size_t{1}, kPatience);
        QVERIFY2(answers.failures[0].contains(QStringLiteral("permission")) ||
                     answers.failures[0].contains(QStringLiteral("cannot be opened")),
                 qPrintable(answers.failures[0]));
        QCOMPARE(::mount("tmpfs", path.constData(), "tmpfs", MS_REMOUNT, "size=4m"), 0);
        writer.storeNote(2, noteCalled(QStringLiteral("note/1")));
        QTRY_COMPARE_WITH_TIMEOUT(answers.count(), std::size_t{2}, kPatience);
        QCOMPARE(answers.failures[1], QString());
        QCOMPARE(answers.seen[1].size(), 1);

        // No room left at all, on the same disk.
        QFile ballast(disk + QStringLiteral("/ballast"));
        QVERIFY(ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        const QByteArray block(1024, 'x');
        while (ballast.write(block) == block.size()) {
        }
        writer.storeNote(3, noteCalled(QStringLiteral("note/2"), QStringLiteral("again")));
        QTRY_COMPARE_WITH_TIMEOUT(answers.count(), std::size_t{3}, kPatience);
        QVERIFY2(answers.failures[2].contains(QStringLiteral("full. Free some space, then save again.")),
                 qPrintable(answers.failures[2]));
        QCOMPARE(answers.seen[2], answers.seen[1]);
        QVERIFY(ballast.remove());
        writer.storeNote(4, noteCalled(QStringLiteral("note/2"), QStringLiteral("again")));
        QTRY_COMPARE_WITH_TIMEOUT(answers.count(), std::size_t{4}, kPatience);
        QCOMPARE(answers.failures[3], QString());
        QCOMPARE(answers.seen[3].size(), 2);
    }

    void aRefusedNoteIsToldAndHoldsUpNoOther()
    {
        HistoryWriter writer(m_file);
        Answers answers(writer, m_file);
        writer.storeNote(0, noteCalled(QStringLiteral("note/0"), QStringLiteral("first")));
        QTRY_COMPARE_WITH_TIMEOUT(answers.count(), std::size_t{1}, kPatience);
        {
            const auto other = HistoryDatabase::open(m_file, HistoryDatabase::Access::ReadWrite);
            QVERIFY(other);
            QVERIFY((*other)->execute(QStringLiteral("CREATE TRIGGER no BEFORE INSERT ON marker WHEN new.text = 'bad'"
                                                     " BEGIN SELECT raise(ABORT, 'not this one'); END")));
        }
        writer.storeNote(1, noteCalled(QStringLiteral("note/1"), QStringLiteral("bad")));
        writer.storeNote(2, noteCalled(QStringLiteral("note/2"), QStringLiteral("good")));
        QTRY_COMPARE_WITH_TIMEOUT(answers.count(), std::size_t{3}, kPatience);
        QVERIFY(answers.failures[1].contains(QStringLiteral("not this one")));
        QCOMPARE(answers.failures[2], QString());
        auto stored = notesIn(m_file);
        stored.sort(); // all at the same moment
        QCOMPARE(stored, (QStringList{QStringLiteral("first"), QStringLiteral("good")}));
        QCOMPARE(writer.droppedRows(), 0U);
    }

private:
    static constexpr int kPatience = 60'000;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

BAROGRAPH_TEST(TestNoteDurability)
#include "tst_note_durability.moc"
