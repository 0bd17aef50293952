// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/capture/body_capture.h"
#include "test_case.h"

#include <QDateTime>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace barograph;

namespace {

constexpr UtcTime kNow = UtcTime{Millis{1'760'000'000'000}};

QStringList captures(const QString &folder)
{
    return QDir(folder).entryList({QStringLiteral("*.jsonl")}, QDir::Files, QDir::Name);
}

std::vector<QJsonObject> linesOf(const QString &path)
{
    QFile file(path);
    std::vector<QJsonObject> lines;
    if (!file.open(QIODevice::ReadOnly))
        return lines;
    const auto content = file.readAll();
    for (const auto &line : content.split('\n')) {
        if (!line.isEmpty())
            lines.push_back(QJsonDocument::fromJson(line).object());
    }
    return lines;
}

} // namespace

class TestBodyCapture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesWhatItIsOffered();
    void isOffUnlessStarted();
    void endsByItself();
    void lastsAnHourAtMost();
    void restartingBeginsANewFile();
    void dropsWhatIsTooMuchAndSaysSo();
    void endsWhenTheFileIsFull();
    void aFolderThatCannotBeWrittenEndsIt();
    void cutsLongBodies();
    void removesOldFiles();
};

void TestBodyCapture::writesWhatItIsOffered()
{
    QTemporaryDir folder;
    const QString captureFolder = folder.filePath(QStringLiteral("captures"));
    {
        BodyCapture capture(captureFolder);
        capture.start(3, QStringLiteral("node-a"), kCaptureDefault, kNow);
        QVERIFY(capture.isOn(3));
        QVERIFY(!capture.isOn(2));
        QVERIFY(capture.until(3) == kNow + kCaptureDefault);
        capture.offer(3, kNow + Millis{5}, 200, {}, R"({"type":"text","body":"Maria"})");
        capture.offer(3, kNow + Millis{6}, 400, "not well-formed JSON", R"({"body":"Maria)");
        capture.offer(2, kNow, 200, {}, "{}");
        capture.stop(3);
        QVERIFY(!capture.isOn(3));
        capture.offer(3, kNow, 200, {}, "{}");
    }
    QCOMPARE(captures(captureFolder), QStringList{QStringLiteral("node-a-20251009T085320Z.jsonl")});
    const QString path = captureFolder % QLatin1String("/node-a-20251009T085320Z.jsonl");
    struct stat status
    {};
    QCOMPARE(::stat(qPrintable(path), &status), 0);
    QCOMPARE(status.st_mode & 0777U, 0600U);
    QCOMPARE(::stat(qPrintable(captureFolder), &status), 0);
    QCOMPARE(status.st_mode & 0777U, 0700U);
    const auto lines = linesOf(path);
    QCOMPARE(lines.size(), std::size_t{4});
    QCOMPARE(lines[0].value(QLatin1String("capture")).toString(), QStringLiteral("begins"));
    QCOMPARE(lines[0].value(QLatin1String("node")).toString(), QStringLiteral("node-a"));
    QCOMPARE(lines[0].value(QLatin1String("until")).toString(), QStringLiteral("2025-10-09T09:03:20.000Z"));
    QCOMPARE(lines[1].value(QLatin1String("at")).toString(), QStringLiteral("2025-10-09T08:53:20.005Z"));
    QCOMPARE(lines[1].value(QLatin1String("status")).toInt(), 200);
    QCOMPARE(lines[1].value(QLatin1String("body")).toString(), QStringLiteral(R"({"type":"text","body":"‹text 5›"})"));
    QVERIFY(!lines[1].contains(QLatin1String("reason")));
    QCOMPARE(lines[2].value(QLatin1String("status")).toInt(), 400);
    QCOMPARE(lines[2].value(QLatin1String("reason")).toString(), QStringLiteral("not well-formed JSON"));
    QCOMPARE(lines[2].value(QLatin1String("bytes")).toInt(), 14);
    QCOMPARE(lines[3].value(QLatin1String("capture")).toString(), QStringLiteral("ends"));
    QCOMPARE(lines[3].value(QLatin1String("bodies")).toInt(), 2);
    QCOMPARE(lines[3].value(QLatin1String("dropped")).toInt(), 0);
}

void TestBodyCapture::isOffUnlessStarted()
{
    QTemporaryDir folder;
    {
        BodyCapture capture(folder.path());
        capture.offer(0, kNow, 200, {}, "{}");
        capture.stop(0);
        QVERIFY(!capture.stopOverdue());
        BodyCapture nowhere{QString()};
        nowhere.start(0, QStringLiteral("a"), kCaptureDefault, kNow);
        QVERIFY(!nowhere.isOn(0));
    }
    QVERIFY(captures(folder.path()).isEmpty());
}

void TestBodyCapture::endsByItself()
{
    QTemporaryDir folder;
    BodyCapture capture(folder.path());
    capture.start(0, QStringLiteral("a"), Seconds{-5}, kNow); // a second at least
    QVERIFY(!capture.stopOverdue());
    capture.start(1, QStringLiteral("b"), kCaptureDefault, kNow);
    QVERIFY(QTest::qWaitFor([&capture] { return capture.stopOverdue(); }, 20000));
    QVERIFY(!capture.isOn(0));
    QVERIFY(capture.isOn(1));
}

void TestBodyCapture::lastsAnHourAtMost()
{
    QTemporaryDir folder;
    BodyCapture capture(folder.path());
    capture.start(0, QStringLiteral("a"), Seconds{1'000'000}, kNow);
    QVERIFY(capture.until(0) == kNow + std::chrono::hours{1});
}

void TestBodyCapture::restartingBeginsANewFile()
{
    QTemporaryDir folder;
    {
        BodyCapture capture(folder.path());
        for (int i = 0; i < 3; ++i)
            capture.start(0, QStringLiteral("a"), kCaptureDefault, kNow);
    }
    QCOMPARE(captures(folder.path()).size(), 3);
}

void TestBodyCapture::dropsWhatIsTooMuchAndSaysSo()
{
    QTemporaryDir folder;
    BodyCapture::Limits limits;
    limits.waitingBytes = 20000;
    constexpr int kOffered = 2000;
    {
        BodyCapture capture(folder.path(), limits);
        capture.start(0, QStringLiteral("a"), kCaptureDefault, kNow);
        capture.offer(0, kNow, 200, {}, std::string(limits.waitingBytes, '['));
        for (int i = 0; i < kOffered; ++i)
            capture.offer(0, kNow, 200, {}, "{}");
    }
    const auto lines = linesOf(folder.filePath(captures(folder.path()).value(0)));
    QVERIFY(lines.size() > 2);
    const auto &end = lines.back();
    QCOMPARE(end.value(QLatin1String("bodies")).toInt(), static_cast<int>(lines.size()) - 2);
    QVERIFY(end.value(QLatin1String("dropped")).toInt() >= 1);
    QCOMPARE(end.value(QLatin1String("bodies")).toInt() + end.value(QLatin1String("dropped")).toInt(), kOffered + 1);
}

void TestBodyCapture::endsWhenTheFileIsFull()
{
    QTemporaryDir folder;
    BodyCapture::Limits limits;
    limits.fileBytes = 5000;
    BodyCapture capture(folder.path(), limits);
    capture.start(0, QStringLiteral("a"), kCaptureDefault, kNow);
    for (int i = 0; i < 200; ++i)
        capture.offer(0, kNow, 200, {}, R"({"status":"read"})");
    QVERIFY(QTest::qWaitFor([&capture] { return capture.stopOverdue(); }, 20000));
    QVERIFY(!capture.isOn(0));
    const QString path = folder.filePath(captures(folder.path()).value(0));
    QTRY_COMPARE_WITH_TIMEOUT(linesOf(path).back().value(QLatin1String("capture")).toString(), QStringLiteral("ends"),
                              20000);
    QVERIFY(QFileInfo(path).size() < limits.fileBytes + 200);
    const auto end = linesOf(path).back();
    QCOMPARE(end.value(QLatin1String("bodies")).toInt() + end.value(QLatin1String("dropped")).toInt(), 200);
}

void TestBodyCapture::aFolderThatCannotBeWrittenEndsIt()
{
    QTemporaryDir folder;
    const QString blocked = folder.filePath(QStringLiteral("file"));
    QFile file(blocked);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("No capture file can be made")));
    BodyCapture capture(blocked % QLatin1String("/below"));
    capture.start(0, QStringLiteral("a"), kCaptureDefault, kNow);
    capture.offer(0, kNow, 200, {}, "{}");
    QVERIFY(QTest::qWaitFor([&capture] { return capture.stopOverdue(); }, 20000));
    QVERIFY(!capture.isOn(0));
}

void TestBodyCapture::cutsLongBodies()
{
    QTemporaryDir folder;
    BodyCapture::Limits limits;
    limits.bodyBytes = 10;
    {
        BodyCapture capture(folder.path(), limits);
        capture.start(0, QStringLiteral("a"), kCaptureDefault, kNow);
        capture.offer(0, kNow, 200, {}, R"({"status":"read"})");
    }
    const auto lines = linesOf(folder.filePath(captures(folder.path()).value(0)));
    QCOMPARE(lines.size(), std::size_t{3});
    QCOMPARE(lines[1].value(QLatin1String("bytes")).toInt(), 17);
    QCOMPARE(lines[1].value(QLatin1String("body")).toString(), QStringLiteral("{\"status\":‹7 more bytes›"));
}

void TestBodyCapture::removesOldFiles()
{
    QTemporaryDir folder;
    const auto make = [&folder](const QString &name, int days) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write("x") == 1 && file.flush());
        QVERIFY(file.setFileTime(QDateTime::fromMSecsSinceEpoch(unixMillis(kNow), Qt::UTC).addDays(-days),
                                 QFileDevice::FileModificationTime));
    };
    make(QStringLiteral("a-1.jsonl"), 8);
    make(QStringLiteral("a-2.jsonl"), 6);
    make(QStringLiteral("notes.txt"), 100);
    QCOMPARE(removeOldCaptures(folder.path(), kNow), 1);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files, QDir::Name),
             (QStringList{QStringLiteral("a-2.jsonl"), QStringLiteral("notes.txt")}));
    QCOMPARE(removeOldCaptures(folder.filePath(QStringLiteral("nothing")), kNow), 0);
}

BAROGRAPH_TEST(TestBodyCapture)
#include "tst_body_capture.moc"
