// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/history_database.h"

#include <QString>

#include <memory>

namespace barograph {

/// Whether the last writer ended without closing `file`: SQLite removes the write-ahead log on an orderly close.
bool endedUncleanly(const QString &file);

/// Renames `file` and its -wal and -shm to `<file>.damaged-<time>`; nothing is ever deleted. The new name, or why not.
tl::expected<QString, QString> moveAside(const QString &file);

struct OpenedHistory
{
    std::unique_ptr<HistoryDatabase> database; ///< migrated and ready to write
    QString notice;                            ///< what the operator should know, else empty
};

/// Opens `file` for writing, making it and its folder if need be. After an unclean end it is checked first
/// (`quick_check`, about a second for some hundred MB). A damaged file is moved aside and a new one begun, which
/// `notice` says.
tl::expected<OpenedHistory, HistoryError> openHistoryForWriting(const QString &file);
/// The second half of that, for a file that turned out to be damaged while in use. No connection to it may be open.
tl::expected<OpenedHistory, HistoryError> replaceDamagedHistory(const QString &file, const QString &damage);

} // namespace barograph
