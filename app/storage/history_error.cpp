// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/history_error.h"

#include "storage/storage_words.h"

#include <QSqlError>

namespace barograph {

HistoryError historyError(const QSqlError &error)
{
    // Extended codes carry the primary one in their low byte.
    const int code = error.nativeErrorCode().toInt() & 0xFF;
    const QString detail = error.databaseText().isEmpty() ? error.text() : error.databaseText();
    switch (code) {
    case 5:  // SQLITE_BUSY
    case 6:  // SQLITE_LOCKED
    case 15: // SQLITE_PROTOCOL
        return {HistoryFault::Busy, detail};
    case 13: // SQLITE_FULL
        return {HistoryFault::Full, detail};
    case 3:  // SQLITE_PERM
    case 8:  // SQLITE_READONLY
    case 23: // SQLITE_AUTH
        return {HistoryFault::ReadOnly, detail};
    case 14: // SQLITE_CANTOPEN
        return {HistoryFault::CannotOpen, detail};
    case 10: // SQLITE_IOERR
        return {HistoryFault::DiskError, detail};
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return {HistoryFault::Damaged, detail};
    case 7: // SQLITE_NOMEM
        return {HistoryFault::NoMemory, detail};
    default:
        return {HistoryFault::Refused, detail};
    }
}

QString describe(const HistoryError &error, const QString &file)
{
    switch (error.fault) {
    case HistoryFault::Busy:
        return StorageWords::tr("Another program holds %1 locked. Close other programs that have it open.").arg(file);
    case HistoryFault::Full:
        return StorageWords::tr("The disk with %1 is full. Free some space; writing is tried again by itself.")
            .arg(file);
    case HistoryFault::ReadOnly:
        return StorageWords::tr("%1 cannot be written. Give yourself write permission on it and on its folder.")
            .arg(file);
    case HistoryFault::CannotOpen:
        return StorageWords::tr("%1 cannot be opened. Check that its folder exists and that you may use it.").arg(file);
    case HistoryFault::DiskError:
        return StorageWords::tr(
                   "The disk failed while %1 was being used (%2). Check the disk and the space left on it.")
            .arg(file, error.detail);
    case HistoryFault::Damaged:
        return StorageWords::tr("%1 is damaged (%2). Start Barograph: it puts the file aside and begins a new one.")
            .arg(file, error.detail);
    case HistoryFault::TooNew:
        return StorageWords::tr("%1 was made by a newer Barograph (%2). Update Barograph, or move the file away.")
            .arg(file, error.detail);
    case HistoryFault::NoMemory:
        return StorageWords::tr("There was not enough memory to use %1. Close other programs.").arg(file);
    case HistoryFault::Refused:
        break;
    }
    return StorageWords::tr("SQLite refused an operation on %1: %2. Please report this.").arg(file, error.detail);
}

QString describeForNote(const HistoryError &error, const QString &file)
{
    switch (error.fault) {
    case HistoryFault::Full:
        return StorageWords::tr("The disk with %1 is full. Free some space, then save again.").arg(file);
    case HistoryFault::Damaged:
        return StorageWords::tr(
                   "%1 is damaged (%2), and no new one could be begun in its place. Save again in a moment.")
            .arg(file, error.detail);
    default:
        return describe(error, file);
    }
}

} // namespace barograph
