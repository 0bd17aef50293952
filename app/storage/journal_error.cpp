// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journal_error.h"

#include "storage/storage_words.h"

#include <cerrno>
#include <cstring>

namespace barograph {

JournalError journalSystemError(const QString &doing, int systemError)
{
    QString advice;
    switch (systemError) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        advice = StorageWords::tr("The disk is full. Free some space; storing goes on by itself.");
        break;
    case EACCES:
    case EPERM:
    case EROFS:
        advice = StorageWords::tr("Make the folder writable for the user who runs Barograph.");
        break;
    case EIO:
        advice = StorageWords::tr("The disk reports a fault. Check it; storing is tried again every second.");
        break;
    case EMFILE:
    case ENFILE:
        advice = StorageWords::tr("Too many files are open. Raise the limit of open files.");
        break;
    default:
        advice = StorageWords::tr("Check the folder and its disk.");
    }
    return {
        StorageWords::tr("Could not %1: %2. %3").arg(doing, QString::fromLocal8Bit(std::strerror(systemError)), advice),
        systemError};
}

} // namespace barograph
