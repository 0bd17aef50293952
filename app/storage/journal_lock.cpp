// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journal_lock.h"

#include "config/paths.h"
#include "storage/storage_words.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace barograph {

tl::expected<JournalLock, JournalError> JournalLock::take(const QString &folder)
{
    if (!makePrivateFolder(folder))
        return tl::unexpected(JournalError{
            StorageWords::tr("Could not make or write the folder %1. Check its permissions and its disk.").arg(folder),
            EACCES});
    const QString path = folder % QLatin1String("/lock");
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return tl::unexpected(journalSystemError(StorageWords::tr("open %1").arg(path), errno));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        const int error = errno;
        ::close(descriptor);
        if (error == EWOULDBLOCK)
            return tl::unexpected(JournalError{
                StorageWords::tr("Another Barograph already writes to %1, perhaps with its window closed into the "
                                 "tray. Use that one or quit it, or start this one with another folder "
                                 "(--data FOLDER).")
                    .arg(folder),
                error});
        return tl::unexpected(journalSystemError(StorageWords::tr("lock %1").arg(path), error));
    }
    return JournalLock(descriptor);
}

JournalLock::~JournalLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace barograph
