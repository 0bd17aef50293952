// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/history_recovery.h"

#include "config/paths.h"
#include "storage/history_schema.h"
#include "storage/storage_words.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QVariant>

namespace barograph {

namespace {

tl::expected<void, HistoryError> quickCheck(const HistoryDatabase &database)
{
    const auto verdict = database.value(QStringLiteral("PRAGMA quick_check(1)"));
    if (!verdict)
        return tl::unexpected(verdict.error());
    if (verdict->toString() != QLatin1String("ok"))
        return tl::unexpected(HistoryError{HistoryFault::Damaged, verdict->toString()});
    return {};
}

tl::expected<std::unique_ptr<HistoryDatabase>, HistoryError> openAndMigrate(const QString &file)
{
    const bool check = endedUncleanly(file);
    auto database = HistoryDatabase::open(file, HistoryDatabase::Access::ReadWrite);
    if (!database)
        return database;
    if (check) {
        if (auto sound = quickCheck(**database); !sound)
            return tl::unexpected(sound.error());
    }
    if (auto migrated = migrateHistory(**database, file, historyMigrations()); !migrated)
        return tl::unexpected(migrated.error());
    return database;
}

} // namespace

bool endedUncleanly(const QString &file)
{
    return QFileInfo(file % QLatin1String("-wal")).size() > 0;
}

tl::expected<QString, QString> moveAside(const QString &file)
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd'T'HHmmsszzz'Z'"));
    const QString target = file % QLatin1String(".damaged-") % stamp;
    // The database last: while it is still in place, a failure leaves something that is tried again.
    for (const auto &suffix : {QStringLiteral("-wal"), QStringLiteral("-shm"), QString()}) {
        const QString from = file % suffix;
        if (QFile::exists(from) && !QFile::rename(from, target % suffix))
            return tl::unexpected(
                StorageWords::tr("%1 is damaged and cannot be renamed. Move it away yourself.").arg(from));
    }
    return target;
}

tl::expected<OpenedHistory, HistoryError> openHistoryForWriting(const QString &file)
{
    const QString folder = QFileInfo(file).absolutePath();
    if (!QFileInfo::exists(folder) && !makePrivateFolder(folder))
        return tl::unexpected(HistoryError{HistoryFault::CannotOpen, StorageWords::tr("no folder")});
    auto opened = openAndMigrate(file);
    if (opened)
        return OpenedHistory{std::move(*opened), {}};
    if (opened.error().fault != HistoryFault::Damaged)
        return tl::unexpected(opened.error());
    return replaceDamagedHistory(file, opened.error().detail);
}

tl::expected<OpenedHistory, HistoryError> replaceDamagedHistory(const QString &file, const QString &damage)
{
    const auto moved = moveAside(file);
    if (!moved)
        return tl::unexpected(HistoryError{HistoryFault::ReadOnly, moved.error()});
    auto opened = openAndMigrate(file);
    if (!opened)
        return tl::unexpected(opened.error());
    return OpenedHistory{std::move(*opened),
                         StorageWords::tr("%1 was damaged (%2). It was kept as %3 and a new history "
                                          "was begun; older reports need the kept file.")
                             .arg(file, damage, *moved)};
}

} // namespace barograph
