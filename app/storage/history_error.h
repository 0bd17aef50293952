// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

QT_BEGIN_NAMESPACE
class QSqlError;
QT_END_NAMESPACE

namespace barograph {

/// Why the history file could not be used, by what can be done about it.
enum class HistoryFault : quint8 {
    Busy,       ///< another program holds it locked
    Full,       ///< no space left
    ReadOnly,   ///< no permission to write
    CannotOpen, ///< neither found nor made
    DiskError,  ///< the disk failed to read or write
    Damaged,    ///< not, or no longer, a sound SQLite file
    TooNew,     ///< made by a newer Barograph
    NoMemory,
    Refused ///< SQLite refused these very rows; trying again cannot help
};

struct HistoryError
{
    HistoryFault fault = HistoryFault::Refused;
    QString detail; ///< SQLite's own words
};

/// From the primary result code of a failed statement or open (sqlite.org/rescode.html).
HistoryError historyError(const QSqlError &error);
/// One or two sentences: what is wrong with `file` and what to do.
QString describe(const HistoryError &error, const QString &file);
/// The same of what is not tried again by itself: a note, which its writer still has.
QString describeForNote(const HistoryError &error, const QString &file);

} // namespace barograph
