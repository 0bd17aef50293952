// SPDX-License-Identifier: GPL-3.0-or-later
// What controls keep on disk: snapshots and pauses; and the turns they take.
#include "controls/node_turns.h"
#include "controls/pause_book.h"
#include "controls/snapshot_store.h"
#include "test_case.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace barograph;

namespace {

mode_t modeOf(const QString &path)
{
    struct stat status
    {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 0777 : 0;
}

} // namespace

class TestControlStores : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsSnapshots()
    {
        QTemporaryDir folder;
        SnapshotStore store(folder.filePath(QStringLiteral("snapshots")));
        const QJsonObject state{{QStringLiteral("paused"), true}};
        QVERIFY(store.save(QStringLiteral("c-1"), {QStringLiteral("n"), QStringLiteral("queue"), state}).has_value());
        const auto loaded = store.load(QStringLiteral("c-1"));
        QVERIFY(loaded.has_value());
        QCOMPARE(loaded->nodeId, QStringLiteral("n"));
        QCOMPARE(loaded->target, QStringLiteral("queue"));
        QCOMPARE(loaded->state, state);
        QCOMPARE(modeOf(folder.filePath(QStringLiteral("snapshots/c-1.json"))), mode_t{0600});
        QCOMPARE(modeOf(folder.filePath(QStringLiteral("snapshots"))), mode_t{0700});
        store.remove(QStringLiteral("c-1"));
        QVERIFY(!store.load(QStringLiteral("c-1")));
    }

    void doesNotLeaveItsFolder_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("up") << "../secret";
        QTest::newRow("slash") << "a/b";
        QTest::newRow("empty") << "";
        QTest::newRow("dot") << ".";
        QTest::newRow("long") << QString(65, QLatin1Char('a'));
    }
    void doesNotLeaveItsFolder()
    {
        QFETCH(QString, id);
        QTemporaryDir folder;
        QFile secret(folder.filePath(QStringLiteral("secret.json")));
        QVERIFY(secret.open(QIODevice::WriteOnly));
        secret.write(R"({"node":"n","target":"queue","state":{"paused":true}})");
        secret.close();
        SnapshotStore store(folder.filePath(QStringLiteral("snapshots")));
        QVERIFY(!store.load(id));
        QVERIFY(!store.save(id, {QStringLiteral("n"), QStringLiteral("queue"), {{QStringLiteral("a"), 1}}}));
        store.remove(id);
        QVERIFY(secret.exists());
    }

    void keepsANumberOfSnapshots()
    {
        QTemporaryDir folder;
        SnapshotStore store(folder.path());
        for (int i = 0; i < 510; ++i) {
            QFile old(folder.filePath(QStringLiteral("old-%1.json").arg(i)));
            QVERIFY(old.open(QIODevice::WriteOnly));
            QVERIFY(old.setFileTime(QDateTime::fromSecsSinceEpoch(1'700'000'000 + i), QFile::FileModificationTime));
        }
        QVERIFY(
            store
                .save(QStringLiteral("new"), {QStringLiteral("n"), QStringLiteral("queue"), {{QStringLiteral("a"), 1}}})
                .has_value());
        QVERIFY(store.load(QStringLiteral("new")).has_value());
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("old-10.json"))));
        QVERIFY(QFile::exists(folder.filePath(QStringLiteral("old-11.json"))));
        QCOMPARE(QDir(folder.path()).entryList({QStringLiteral("*.json")}).size(), qsizetype{500});
    }

    void keepsPausesAcrossRuns()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("data/pauses.json"));
        const PauseEntry timed{QStringLiteral("c-1"), QStringLiteral("Zoë said so"), fromUnixMillis(1'795'485'600'123),
                               fromUnixMillis(1'795'485'700'456)};
        const PauseEntry endless{QStringLiteral("c-2"), QStringLiteral("x"), fromUnixMillis(5), std::nullopt};
        {
            PauseBook book(file);
            QVERIFY(book.put(QStringLiteral("a"), timed).has_value());
            QVERIFY(book.put(QStringLiteral("b"), endless).has_value());
        }
        PauseBook book(file);
        QCOMPARE(book.entries().size(), std::size_t{2});
        QVERIFY(*book.find(QStringLiteral("a")) == timed);
        QVERIFY(*book.find(QStringLiteral("b")) == endless);
        QVERIFY(book.find(QStringLiteral("c")) == nullptr);
        QCOMPARE(modeOf(file), mode_t{0600});
        QVERIFY(book.remove(QStringLiteral("a")).has_value());
        QVERIFY(PauseBook(file).find(QStringLiteral("a")) == nullptr);
    }

    void movesABrokenPauseBookAside()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("pauses.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"a\":{\"reas");
        file.close();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("cannot be read and is moved aside")));
        PauseBook book(path);
        QVERIFY(book.entries().empty());
        QVERIFY(QFile::exists(path + QStringLiteral(".broken")));
    }

    void takesTurnsPerNode()
    {
        NodeTurns turns;
        QStringList log;
        std::function<void()> endA1;
        std::function<void()> endB1;
        const QString a = QStringLiteral("a");
        const QString b = QStringLiteral("b");
        turns.take(a, [&](std::function<void()> done) {
            log << QStringLiteral("a1");
            endA1 = std::move(done);
        });
        turns.take(a, [&](const std::function<void()> &done) {
            log << QStringLiteral("a2");
            done();
        });
        turns.take(a, [&](const std::function<void()> &done) {
            log << QStringLiteral("a3");
            // Asked for from within a turn: comes after it.
            turns.take(a, [&](const std::function<void()> &end) {
                log << QStringLiteral("a4");
                end();
            });
            log << QStringLiteral("a3 ends");
            done();
        });
        turns.take(b, [&](std::function<void()> done) {
            log << QStringLiteral("b1");
            endB1 = std::move(done);
        });
        QCOMPARE(log, (QStringList{QStringLiteral("a1"), QStringLiteral("b1")}));
        QVERIFY(turns.isBusy(a));
        endA1();
        QCOMPARE(log.mid(2), (QStringList{QStringLiteral("a2"), QStringLiteral("a3"), QStringLiteral("a3 ends"),
                                          QStringLiteral("a4")}));
        QVERIFY(!turns.isBusy(a));
        QVERIFY(turns.isBusy(b));
        endB1();
        QVERIFY(!turns.isBusy(b));
    }
};

BAROGRAPH_TEST(TestControlStores)
#include "tst_control_stores.moc"
