// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/journal_writer.h"

#include <QStringList>

#include <functional>

namespace barograph {

/// What was found when the journal was read back.
struct JournalRecovery
{
    JournalWriter::Start next; ///< where writing goes on
    quint64 records = 0;
    QStringList problems; ///< one sentence each; empty if all was well
};

/// Reads the whole journal in order and repairs it.
///
/// A torn batch at the very end is cut off: nobody was told that it is stored. Where something is unreadable before
/// that, the intact batches around it are used and kept, and the damaged original is moved to `<folder>/damaged`.
/// Nothing that is readable is ever removed. Fails only if the folder cannot be read or written, or if a newer
/// Barograph wrote it. Must hold the JournalLock. Needs as much memory as the largest file.
tl::expected<JournalRecovery, JournalError> recoverJournal(const QString &folder,
                                                           const std::function<void(const JournalRecord &)> &visit);

} // namespace barograph
