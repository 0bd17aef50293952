// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/history_database.h"

#include <QStringList>

#include <vector>

namespace barograph {

/// Statements that turn a database of version n into one of version n + 1.
using HistoryMigration = QStringList;

/// historyMigrations()[n] leads from version n to n + 1; the version is in `PRAGMA user_version`. Append only: what was
/// released is never changed.
const std::vector<HistoryMigration> &historyMigrations();
int historyVersion();

/// Brings the database in `file` to the newest version, all in one transaction; on failure it stays as it was. A
/// database that already holds a version is copied beside itself first (`<file>.v<version>-<time>`); nothing is
/// migrated if that fails. HistoryFault::TooNew if the file knows more versions than `migrations`.
tl::expected<void, HistoryError> migrateHistory(const HistoryDatabase &database, const QString &file,
                                                const std::vector<HistoryMigration> &migrations);

} // namespace barograph
