// SPDX-License-Identifier: GPL-3.0-or-later
// Fills a real file system, and a real limit of the size of files, under the ingest service. The file system is a tmpfs
// of some MiB that only this process sees; where the system does not let us have one, that part is skipped.

#include "ingest/fingerprinter.h"
#include "ingest_fixture.h"
#include "journal_facts.h"

#include <QDir>
#include <QTemporaryDir>

#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sched.h>
#include <set>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace barograph;
using namespace barograph::test;

namespace {

constexpr int kDiskMegabytes = 8;
constexpr int kStatusesPerBody = 400; // about 22 KiB in the journal

bool writeText(const char *path, const QByteArray &text)
{
    const int file = ::open(path, O_WRONLY | O_CLOEXEC);
    const bool ok = file >= 0 && ::write(file, text.constData(), static_cast<std::size_t>(text.size())) == text.size();
    ::close(file);
    return ok;
}

/// Mounts a small tmpfs at `folder` for this process alone: as root, else in a user namespace. Why not, if not.
/// Must be called while there is one thread.
QByteArray mountSmallDisk(const QByteArray &folder)
{
    const auto user = QByteArray::number(::getuid());
    const auto group = QByteArray::number(::getgid());
    if (::unshare(CLONE_NEWNS) != 0) {
        if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
            return QByteArray("no mount namespace: ") + std::strerror(errno);
        if (!writeText("/proc/self/setgroups", "deny") || !writeText("/proc/self/uid_map", "0 " + user + " 1") ||
            !writeText("/proc/self/gid_map", "0 " + group + " 1"))
            return QByteArray("no user namespace: ") + std::strerror(errno);
    }
    const QByteArray options = "mode=0700,size=" + QByteArray::number(kDiskMegabytes) + "m";
    if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        ::mount("tmpfs", folder.constData(), "tmpfs", 0, options.constData()) != 0)
        return QByteArray("no mount: ") + std::strerror(errno);
    return {};
}

/// Takes all room there is.
bool fill(const QString &path)
{
    const int file = ::open(qPrintable(path), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (file < 0)
        return false;
    for (std::size_t step = 65536; step > 0;) {
        const QByteArray bytes(static_cast<qsizetype>(step), 'x');
        if (::write(file, bytes.constData(), step) <= 0)
            step /= 2;
    }
    const bool full = errno == ENOSPC;
    ::close(file);
    return full;
}

/// A sender that keeps what was not answered 200 and sends it again, as a node does.
struct Sender
{
    QUrl url;
    int bodies = 0;
    std::set<int> acknowledged;
    QList<int> waiting;

    static QByteArray idOf(int body, int status)
    {
        return "wamid." + QByteArray::number(body) + '.' + QByteArray::number(status);
    }
    int send(int body)
    {
        QByteArrayList statuses;
        for (int i = 0; i < kStatusesPerBody; ++i)
            statuses << R"({"id":")" + idOf(body, i) + R"(","recipient_id":"1","status":"delivered"})";
        const int status = post(url, "{\"statuses\":[" + statuses.join(',') + "]}");
        if (status == 200)
            acknowledged.insert(body);
        else
            waiting << body;
        return status;
    }
    int sendNew() { return send(++bodies); }
    /// Whether all that waited was taken.
    bool sendAgain()
    {
        for (const int body : std::exchange(waiting, {}))
            send(body);
        return waiting.isEmpty();
    }
};

} // namespace

class TestFullDisk : public QObject
{
    Q_OBJECT

public:
    QString smallDisk;
    QByteArray whyNoDisk;

private Q_SLOTS:
    void fullFileSystem();
    void limitedFileSize();

private:
    void sendUntilRefused(IngestService &service, Sender &sender);
    void recover(IngestService &service, Sender &sender);
    void compare(const IngestOptions &options, const Sender &sender);
};

void TestFullDisk::sendUntilRefused(IngestService &service, Sender &sender)
{
    constexpr int kMore = kDiskMegabytes * 60; // than fits
    int status = 200;
    for (int i = 0; i < kMore && status == 200; ++i)
        status = sender.sendNew();
    QCOMPARE(status, 503);
    const auto failing = awaitFrame(service, [](const Frame &frame) { return !frame.journalError.isEmpty(); });
    QVERIFY(failing);
    QVERIFY2(failing->journalError.contains(QLatin1String("disk is full")), qPrintable(failing->journalError));
    for (int i = 0; i < 5; ++i)
        QCOMPARE(sender.sendNew(), 503);
}

void TestFullDisk::recover(IngestService &service, Sender &sender)
{
    QVERIFY(awaitFrame(service, [](const Frame &frame) { return frame.journalError.isEmpty(); }));
    QTRY_VERIFY_WITH_TIMEOUT(sender.sendAgain(), 30000);
    QCOMPARE(static_cast<int>(sender.acknowledged.size()), sender.bodies);
    const auto all = static_cast<quint64>(sender.bodies * kStatusesPerBody);
    const auto frame = awaitFrame(service, [all](const Frame &f) { return f.ingest.counted >= all; });
    QVERIFY(frame);
    QCOMPARE(frame->ingest.counted, all);
}

/// What was acknowledged is in the journal, once; and a restart says the same.
void TestFullDisk::compare(const IngestOptions &options, const Sender &sender)
{
    const auto key = loadOrMakeInstallationKey(options.installationKeyFile);
    QVERIFY(key);
    const Fingerprinter prints(*key);
    const auto facts = readJournalFacts(options.journalFolder);
    QVERIFY(facts);
    for (const int body : sender.acknowledged) {
        for (int i = 0; i < kStatusesPerBody; ++i) {
            const auto entry = facts->find(prints.message(Sender::idOf(body, i).toStdString()));
            QVERIFY2(entry != facts->end(), Sender::idOf(body, i).constData());
            QVERIFY2(entry->second.counted == 1, Sender::idOf(body, i).constData());
        }
    }
    IngestService again(options);
    again.start();
    const auto frame = awaitFrame(again, [](const Frame &f) { return f.listener.listening; });
    QVERIFY(frame);
    QCOMPARE(frame->ingest.counted, static_cast<quint64>(facts->size()));
    qInfo("%d bodies of %d statuses, %llu of them redelivered", sender.bodies, kStatusesPerBody,
          static_cast<unsigned long long>(frame->ingest.redelivered));
}

void TestFullDisk::fullFileSystem()
{
    if (!whyNoDisk.isEmpty())
        QSKIP(whyNoDisk.constData());
    auto options = optionsBelow(smallDisk);
    options.journal.segmentBytes = 1 << 20; // so that the disk is also full when a file begins
    Sender sender;
    {
        IngestService service(options);
        service.start();
        const QString filler = smallDisk % QLatin1String("/filler");
        for (int round = 0; round < 3; ++round) {
            sender.url = awaitUrl(service);
            QCOMPARE(sender.sendNew(), 200);
            QVERIFY(fill(filler));
            sendUntilRefused(service, sender);
            if (QTest::currentTestFailed())
                return;
            QVERIFY(QFile::remove(filler));
            recover(service, sender);
            if (QTest::currentTestFailed())
                return;
        }
    }
    compare(options, sender);
}

void TestFullDisk::limitedFileSize()
{
    QTemporaryDir folder;
    const auto options = optionsBelow(folder.path());
    ::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    Sender sender;
    {
        IngestService service(options);
        service.start();
        sender.url = awaitUrl(service);
        QCOMPARE(sender.sendNew(), 200);
        // Not a whole number of the journal's steps: a write is cut in its middle.
        const rlimit low{(3 << 20) - 12345, before.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &low), 0);
        sendUntilRefused(service, sender);
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        if (QTest::currentTestFailed())
            return;
        recover(service, sender);
    }
    if (!QTest::currentTestFailed())
        compare(options, sender);
}

int main(int argc, char **argv)
{
    TestFullDisk test;
    const QTemporaryDir folder;
    test.smallDisk = folder.path();
    test.whyNoDisk = mountSmallDisk(QFile::encodeName(folder.path()));
    QCoreApplication application(argc, argv);
    const int result = QTest::qExec(&test, argc, argv);
    if (test.whyNoDisk.isEmpty())
        ::umount2(qPrintable(test.smallDisk), MNT_DETACH);
    return result;
}
#include "tst_full_disk.moc"
