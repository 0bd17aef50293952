// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/history_schema.h"
#include "test_case.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QVariant>

using namespace barograph;

class TestHistorySchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("history.sqlite"));
        auto opened = HistoryDatabase::open(m_file, HistoryDatabase::Access::ReadWrite);
        QVERIFY(opened);
        m_database = std::move(*opened);
    }
    void cleanup() { m_database.reset(); }

    void opensAsPromised()
    {
        QCOMPARE(number(QStringLiteral("PRAGMA synchronous")), 1);
        QCOMPARE(number(QStringLiteral("PRAGMA foreign_keys")), 1);
        QCOMPARE(number(QStringLiteral("PRAGMA busy_timeout")), 5000);
        QCOMPARE(m_database->value(QStringLiteral("PRAGMA journal_mode"))->toString(), QStringLiteral("wal"));
        QCOMPARE(QFile::permissions(m_file) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
    }

    void newFilesNeedNoCopy()
    {
        QVERIFY(migrateHistory(*m_database, m_file, historyMigrations()));
        QCOMPARE(number(QStringLiteral("PRAGMA user_version")), historyVersion());
        QCOMPARE(copies(), QStringList());
        QVERIFY(migrateHistory(*m_database, m_file, historyMigrations())); // again: nothing to do
        QCOMPARE(number(QStringLiteral("SELECT count(*) FROM node")), 0);
    }

    void migratesOverSeveralVersionsAndKeepsACopy()
    {
        QVERIFY(migrateHistory(*m_database, m_file, {first()}));
        QVERIFY(m_database->execute(QStringLiteral("INSERT INTO t VALUES (42)")));
        QVERIFY(migrateHistory(*m_database, m_file, {first(), second(), third()}));
        QCOMPARE(number(QStringLiteral("PRAGMA user_version")), 3);
        QCOMPARE(number(QStringLiteral("SELECT b FROM t WHERE a = 42")), 7);

        const auto found = copies();
        QCOMPARE(found.size(), 1);
        const auto copy = HistoryDatabase::open(m_folder->filePath(found.first()), HistoryDatabase::Access::ReadOnly);
        QVERIFY(copy);
        QCOMPARE((*copy)->value(QStringLiteral("PRAGMA user_version"))->toInt(), 1);
        QCOMPARE((*copy)->value(QStringLiteral("SELECT a FROM t"))->toInt(), 42);
    }

    void aFailedMigrationChangesNothing()
    {
        QVERIFY(migrateHistory(*m_database, m_file, {first()}));
        const auto failed = migrateHistory(*m_database, m_file, {first(), second(), {QStringLiteral("BROKEN")}});
        QVERIFY(!failed);
        QVERIFY(failed.error().detail.contains(QStringLiteral("BROKEN")));
        QCOMPARE(number(QStringLiteral("PRAGMA user_version")), 1);
        QCOMPARE(number(QStringLiteral("SELECT count(*) FROM pragma_table_info('t')")), 1);
        QVERIFY(m_database->execute(QStringLiteral("BEGIN"))); // no transaction was left open
    }

    void nothingIsMigratedWithoutACopy()
    {
        QVERIFY(migrateHistory(*m_database, m_file, {first()}));
        // VACUUM INTO wants its target absent; a folder that is not there makes it fail for anybody, root included.
        const auto failed =
            migrateHistory(*m_database, m_folder->filePath(QStringLiteral("gone/history.sqlite")), {first(), second()});
        QVERIFY(!failed);
        QCOMPARE(number(QStringLiteral("PRAGMA user_version")), 1);
    }

    void aNewerFileIsLeftAlone()
    {
        QVERIFY(m_database->execute(QStringLiteral("PRAGMA user_version=99")));
        const auto refused = migrateHistory(*m_database, m_file, historyMigrations());
        QVERIFY(!refused);
        QVERIFY(refused.error().fault == HistoryFault::TooNew);
        QVERIFY(describe(refused.error(), m_file).contains(QStringLiteral("Update Barograph")));
        QCOMPARE(number(QStringLiteral("PRAGMA user_version")), 99);
    }

private:
    static HistoryMigration first() { return {QStringLiteral("CREATE TABLE t (a INTEGER)")}; }
    static HistoryMigration second() { return {QStringLiteral("ALTER TABLE t ADD COLUMN b INTEGER")}; }
    static HistoryMigration third() { return {QStringLiteral("UPDATE t SET b = 7")}; }

    int number(const QString &query) const
    {
        const auto value = m_database->value(query);
        return value ? value->toInt() : -1;
    }
    QStringList copies() const
    {
        return QDir(m_folder->path()).entryList({QStringLiteral("history.sqlite.v*")}, QDir::Files);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    std::unique_ptr<HistoryDatabase> m_database;
};

BAROGRAPH_TEST(TestHistorySchema)
#include "tst_history_schema.moc"
