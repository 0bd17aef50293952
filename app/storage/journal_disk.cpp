// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journal_disk.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace barograph {

int JournalDisk::create(const QString &path, int &descriptor)
{
    descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    return descriptor >= 0 ? 0 : errno;
}

int JournalDisk::writeAt(int descriptor, std::span<const unsigned char> bytes, qint64 offset)
{
    while (!bytes.empty()) {
        const auto written = ::pwrite(descriptor, bytes.data(), bytes.size(), offset);
        if (written < 0) {
            if (errno == EINTR)
                continue;
            return errno;
        }
        bytes = bytes.subspan(static_cast<std::size_t>(written));
        offset += written;
    }
    return 0;
}

int JournalDisk::syncData(int descriptor)
{
    // Not repeated on EINTR or EIO: after a failed sync the kernel may have dropped the pages, so that a second call
    // would succeed without the data being on the disk. The caller starts a new file instead.
    return ::fdatasync(descriptor) == 0 ? 0 : errno;
}

int JournalDisk::truncate(int descriptor, qint64 size)
{
    return ::ftruncate(descriptor, size) == 0 ? 0 : errno;
}

int JournalDisk::syncFolder(const QString &folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return errno;
    const int error = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    return error;
}

int JournalDisk::remove(const QString &path)
{
    return ::unlink(QFile::encodeName(path).constData()) == 0 ? 0 : errno;
}

void JournalDisk::close(int descriptor)
{
    if (descriptor >= 0)
        ::close(descriptor);
}

} // namespace barograph
