// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace barograph {

/// Why the journal cannot be used or written. `text` says what to do.
struct JournalError
{
    QString text;
    int systemError = 0; ///< errno, 0 if the operating system was not the cause
};

/// `doing` is what failed, e.g. "write to the journal in /home/a/journal".
JournalError journalSystemError(const QString &doing, int systemError);

} // namespace barograph
