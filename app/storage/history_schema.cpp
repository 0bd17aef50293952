// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/history_schema.h"

#include <QDateTime>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace barograph {

namespace {

HistoryMigration firstVersion()
{
    return {
        // Nodes have an id that never changes and a small key that keeps the rows of the big tables small.
        QStringLiteral("CREATE TABLE node ("
                       " key INTEGER PRIMARY KEY,"
                       " id TEXT NOT NULL UNIQUE,"
                       " name TEXT NOT NULL,"
                       " simulated INTEGER NOT NULL DEFAULT 0) STRICT"),
        // Only seconds in which something happened; idle ones are told by coverage.
        QStringLiteral("CREATE TABLE second ("
                       " node INTEGER NOT NULL REFERENCES node(key),"
                       " second INTEGER NOT NULL,"
                       " receive INTEGER NOT NULL, send INTEGER NOT NULL,"
                       " delivery INTEGER NOT NULL, read INTEGER NOT NULL,"
                       " known_mask INTEGER NOT NULL, not_measured_mask INTEGER NOT NULL,"
                       " redelivered INTEGER NOT NULL, apart INTEGER NOT NULL,"
                       " min_lag_ms INTEGER,"
                       " PRIMARY KEY (node, second)) STRICT, WITHOUT ROWID"),
        // Half-open [from_second, to_second), disjoint per node.
        QStringLiteral("CREATE TABLE coverage ("
                       " node INTEGER NOT NULL REFERENCES node(key),"
                       " from_second INTEGER NOT NULL,"
                       " to_second INTEGER NOT NULL CHECK (to_second > from_second),"
                       " known_mask INTEGER NOT NULL, not_measured_mask INTEGER NOT NULL,"
                       " allocated_tps REAL NOT NULL,"
                       " PRIMARY KEY (node, from_second)) STRICT, WITHOUT ROWID"),
        // message and group_print are keyed hashes of 16 bytes; *_truth is the Truth enumerator.
        QStringLiteral("CREATE TABLE storm ("
                       " node INTEGER NOT NULL REFERENCES node(key),"
                       " message BLOB NOT NULL, group_print BLOB, label TEXT NOT NULL,"
                       " first_ms INTEGER NOT NULL, last_ms INTEGER NOT NULL,"
                       " deliveries INTEGER NOT NULL, reads INTEGER NOT NULL, participants INTEGER NOT NULL,"
                       " group_size INTEGER, group_size_truth INTEGER NOT NULL,"
                       " fan_out INTEGER, fan_out_truth INTEGER NOT NULL,"
                       " peak_per_second REAL NOT NULL,"
                       " PRIMARY KEY (node, message)) STRICT, WITHOUT ROWID"),
        QStringLiteral("CREATE INDEX storm_by_time ON storm(node, last_ms)"),
        QStringLiteral("CREATE TABLE control ("
                       " id TEXT PRIMARY KEY,"
                       " node INTEGER NOT NULL REFERENCES node(key),"
                       " title TEXT NOT NULL, outcome INTEGER NOT NULL, detail TEXT NOT NULL,"
                       " at_ms INTEGER NOT NULL,"
                       " changes TEXT NOT NULL) STRICT, WITHOUT ROWID"),
        QStringLiteral("CREATE INDEX control_by_time ON control(node, at_ms)"),
    };
}

HistoryMigration gaugesAndRollups()
{
    return {
        // Half-open, disjoint per node; NULL is unknown. flags: bits 0 to 3 = estimated, in the order of the columns;
        // bit 4 = the outbound queue was paused.
        QStringLiteral("CREATE TABLE gauge ("
                       " node INTEGER NOT NULL REFERENCES node(key),"
                       " from_second INTEGER NOT NULL,"
                       " to_second INTEGER NOT NULL CHECK (to_second > from_second),"
                       " lag_ms INTEGER, incoming INTEGER, outbound INTEGER, outbound_age_ms INTEGER,"
                       " flags INTEGER NOT NULL,"
                       " PRIMARY KEY (node, from_second)) STRICT, WITHOUT ROWID"),
        // What a minute, ten minutes or an hour come down to; bucket_codec.h has the bytes. Made of the tables above,
        // and can be made again.
        QStringLiteral("CREATE TABLE rollup ("
                       " node INTEGER NOT NULL REFERENCES node(key),"
                       " width INTEGER NOT NULL,"
                       " start INTEGER NOT NULL,"
                       " bucket BLOB NOT NULL,"
                       " PRIMARY KEY (node, width, start)) STRICT, WITHOUT ROWID"),
        // The stretch of whole minutes for which rollups are what the seconds are.
        QStringLiteral("CREATE TABLE rolled ("
                       " node INTEGER PRIMARY KEY REFERENCES node(key),"
                       " from_second INTEGER NOT NULL,"
                       " to_second INTEGER NOT NULL) STRICT"),
    };
}

tl::expected<void, HistoryError> copyBeside(const HistoryDatabase &database, const QString &file, int version)
{
    const QString copy = file % QStringLiteral(".v%1-").arg(version) %
                         QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd'T'HHmmsszzz'Z'"));
    QSqlQuery query(database.connection());
    if (query.prepare(QStringLiteral("VACUUM INTO ?"))) {
        query.addBindValue(copy);
        if (query.exec())
            return {};
    }
    return tl::unexpected(historyError(query.lastError()));
}

tl::expected<void, HistoryError> runMigrations(const HistoryDatabase &database, int version,
                                               const std::vector<HistoryMigration> &migrations)
{
    // Somebody else may have migrated it while it was being copied.
    const auto now = database.value(QStringLiteral("PRAGMA user_version"));
    if (!now)
        return tl::unexpected(now.error());
    if (now->toInt() != version)
        return tl::unexpected(HistoryError{HistoryFault::Busy, QStringLiteral("another program is migrating it")});
    for (auto next = static_cast<std::size_t>(version); next < migrations.size(); ++next) {
        for (const auto &statement : migrations[next]) {
            if (auto done = database.execute(statement); !done)
                return done;
        }
    }
    return database.execute(QStringLiteral("PRAGMA user_version=%1").arg(migrations.size()));
}

} // namespace

const std::vector<HistoryMigration> &historyMigrations()
{
    static const std::vector<HistoryMigration> all{firstVersion(), gaugesAndRollups()};
    return all;
}

int historyVersion()
{
    return static_cast<int>(historyMigrations().size());
}

tl::expected<void, HistoryError> migrateHistory(const HistoryDatabase &database, const QString &file,
                                                const std::vector<HistoryMigration> &migrations)
{
    const auto stored = database.value(QStringLiteral("PRAGMA user_version"));
    if (!stored)
        return tl::unexpected(stored.error());
    const int version = stored->toInt();
    const int newest = static_cast<int>(migrations.size());
    if (version == newest)
        return {};
    if (version > newest || version < 0)
        return tl::unexpected(HistoryError{HistoryFault::TooNew, QStringLiteral("format %1").arg(version)});
    if (version > 0) {
        if (auto copied = copyBeside(database, file, version); !copied)
            return copied;
    }
    if (auto begun = database.execute(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return begun;
    auto done = runMigrations(database, version, migrations);
    if (done)
        done = database.execute(QStringLiteral("COMMIT"));
    if (!done)
        (void)database.execute(QStringLiteral("ROLLBACK"));
    return done;
}

} // namespace barograph
