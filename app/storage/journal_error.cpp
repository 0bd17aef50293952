// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journal_error.h"

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
        advice = QStringLiteral("The disk is full. Free some space; storing goes on by itself.");
        break;
    case EACCES:
    case EPERM:
    case EROFS:
        advice = QStringLiteral("Make the folder writable for the user who runs Barograph.");
        break;
    case EIO:
        advice = QStringLiteral("The disk reports a fault. Check it; storing is tried again every second.");
        break;
    case EMFILE:
    case ENFILE:
        advice = QStringLiteral("Too many files are open. Raise the limit of open files.");
        break;
    default:
        advice = QStringLiteral("Check the folder and its disk.");
    }
    return {
        QStringLiteral("Could not %1: %2. %3").arg(doing, QString::fromLocal8Bit(std::strerror(systemError)), advice),
        systemError};
}

} // namespace barograph
