// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/audit_log.h"
#include "test_case.h"

#include <QFile>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace barograph;

namespace {

const UtcTime kStart = fromUnixMillis(1'795'485'600'000);

AuditRecord record(const QString &controlId, AuditPhase phase, qint64 secondsLater = 0,
                   const QString &nodeId = QStringLiteral("support-eu"))
{
    AuditRecord made;
    made.phase = phase;
    made.at = kStart + Seconds{secondsLater};
    made.who = QStringLiteral("ana@desk");
    made.nodeId = nodeId;
    made.controlId = controlId;
    made.action = QStringLiteral("pause-queue");
    made.title = QStringLiteral("Pause \"outbound\"\nof Zoë");
    made.reason = QStringLiteral("storm");
    made.changes = {{QStringLiteral("queue"), QStringLiteral("running"), QStringLiteral("paused")}};
    if (phase == AuditPhase::Result) {
        made.outcome = ControlOutcome::Verified;
        made.detail = QStringLiteral("Read back.");
        made.restorable = true;
    }
    return made;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write");
}

} // namespace

class TestAuditLog : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_count = 0;
    QString newFile() { return m_folder.filePath(QStringLiteral("%1/audit.jsonl").arg(++m_count)); }
    static std::vector<ControlResult> all(const QString &file)
    {
        return loadAudit(file, {}, kStart, kStart + Seconds{3600});
    }

private Q_SLOTS:
    void keepsRecordsWhole()
    {
        const QString file = newFile();
        AuditLog log(file);
        QVERIFY(log.append(record(QStringLiteral("c1"), AuditPhase::Intent)).has_value());
        QVERIFY(log.append(record(QStringLiteral("c1"), AuditPhase::Result, 2)).has_value());
        const auto results = all(file);
        QCOMPARE(results.size(), std::size_t{1});
        QCOMPARE(results.front().id, QStringLiteral("c1"));
        QCOMPARE(results.front().title, QStringLiteral("Pause \"outbound\"\nof Zoë"));
        QCOMPARE(results.front().outcome, ControlOutcome::Verified);
        QCOMPARE(results.front().at, kStart + Seconds{2});
        QVERIFY(results.front().restorable);
        QCOMPARE(results.front().changes.front().after, QStringLiteral("paused"));
        QCOMPARE(contentOf(file).count('\n'), 2);
        QVERIFY(contentOf(file).contains("\"who\":\"ana@desk\""));
        struct stat status
        {};
        QCOMPARE(::stat(QFile::encodeName(file).constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777, mode_t{0600});
    }

    void showsAnIntentWithoutResultAsUnverified()
    {
        const QString file = newFile();
        AuditLog log(file);
        QVERIFY(log.append(record(QStringLiteral("c1"), AuditPhase::Intent)).has_value());
        const auto results = all(file);
        QCOMPARE(results.size(), std::size_t{1});
        QCOMPARE(results.front().outcome, ControlOutcome::Unverified);
        QVERIFY(results.front().detail.contains(QStringLiteral("ended before it could verify")));
    }

    void selectsByNodeAndTime()
    {
        const QString file = newFile();
        AuditLog log(file);
        for (int i = 0; i < 5; ++i)
            QVERIFY(log.append(record(QStringLiteral("c%1").arg(i), AuditPhase::Result, i)).has_value());
        QVERIFY(log.append(record(QStringLiteral("x"), AuditPhase::Result, 2, QStringLiteral("other"))).has_value());
        const auto some = loadAudit(file, QStringLiteral("support-eu"), kStart + Seconds{1}, kStart + Seconds{3});
        QCOMPARE(some.size(), std::size_t{2});
        QCOMPARE(some.front().id, QStringLiteral("c1"));
        QCOMPARE(some.back().id, QStringLiteral("c2"));
        QVERIFY(loadAudit(m_folder.filePath(QStringLiteral("none")), {}, kStart, kStart + Seconds{9}).empty());
    }

    void survivesATornLine()
    {
        const QString file = newFile();
        {
            AuditLog log(file);
            QVERIFY(log.append(record(QStringLiteral("c1"), AuditPhase::Result)).has_value());
            QVERIFY(log.append(record(QStringLiteral("c2"), AuditPhase::Result)).has_value());
        }
        const QByteArray whole = contentOf(file);
        const qsizetype secondLine = whole.indexOf('\n') + 1;
        for (qsizetype cut = secondLine + 1; cut < whole.size(); cut += 17) {
            write(file, whole.left(cut));
            QCOMPARE(all(file).size(), std::size_t{1});
            QCOMPARE(firstBrokenAuditLine(file), qint64{0});
            AuditLog log(file);
            QVERIFY(log.append(record(QStringLiteral("c3"), AuditPhase::Result, 1)).has_value());
            QCOMPARE(all(file).size(), std::size_t{2});
            QCOMPARE(all(file).back().id, QStringLiteral("c3"));
            QCOMPARE(firstBrokenAuditLine(file), qint64{0});
        }
    }

    void showsTampering()
    {
        const QString file = newFile();
        AuditLog log(file);
        for (int i = 0; i < 4; ++i)
            QVERIFY(log.append(record(QStringLiteral("c%1").arg(i), AuditPhase::Result, i)).has_value());
        const QByteArray whole = contentOf(file);
        QCOMPARE(firstBrokenAuditLine(file), qint64{0});

        QByteArray altered = whole;
        altered.replace(altered.indexOf("storm"), 5, "other");
        write(file, altered);
        QCOMPARE(firstBrokenAuditLine(file), qint64{2});

        QList<QByteArray> lines = whole.split('\n');
        lines.removeAt(1);
        write(file, lines.join('\n'));
        QCOMPARE(firstBrokenAuditLine(file), qint64{2});

        lines = whole.split('\n');
        lines.removeFirst();
        write(file, lines.join('\n'));
        QCOMPARE(firstBrokenAuditLine(file), qint64{1});
    }

    void isSharedBySeveralWriters()
    {
        const QString file = newFile();
        AuditLog first(file);
        AuditLog second(file);
        for (int i = 0; i < 10; ++i) {
            QVERIFY(first.append(record(QStringLiteral("a%1").arg(i), AuditPhase::Result, i)).has_value());
            QVERIFY(second.append(record(QStringLiteral("b%1").arg(i), AuditPhase::Result, i)).has_value());
        }
        QCOMPARE(all(file).size(), std::size_t{20});
        QCOMPARE(firstBrokenAuditLine(file), qint64{0});
    }

    void saysWhyItCannotWrite()
    {
        AuditLog log(m_folder.path()); // a folder
        const auto written = log.append(record(QStringLiteral("c"), AuditPhase::Intent));
        QVERIFY(!written);
        QVERIFY(written.error().contains(m_folder.path()));
    }

    void ignoresForeignLines_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("hello");
        QTest::newRow("other JSON") << QByteArray("{}");
        QTest::newRow("no outcome") << QByteArray(
            R"({"time":"2026-11-24T02:00:00.000Z","control":"c","phase":"result"})");
        QTest::newRow("no control") << QByteArray(R"({"time":"2026-11-24T02:00:00.000Z","phase":"intent"})");
        QTest::newRow("no time") << QByteArray(R"({"time":"yesterday","control":"c","phase":"intent"})");
        QTest::newRow("binary") << QByteArray("\x00\xff\x01", 3);
    }
    void ignoresForeignLines()
    {
        QFETCH(QByteArray, line);
        QVERIFY(!parseAuditLine(line));
    }
};

BAROGRAPH_TEST(TestAuditLog)
#include "tst_audit_log.moc"
