// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/audit_log.h"

#include "config/paths.h"
#include "controls/controls_words.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace barograph {

namespace {

/// Longer than any record of ours, so that the tail always holds a whole line.
constexpr qint64 kTailBytes = qint64{256} * 1024;

bool writeAll(int fd, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t written = ::write(fd, bytes.constData() + done, static_cast<std::size_t>(bytes.size() - done));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        done += written;
    }
    return true;
}

struct Tail
{
    QByteArray lastLine; ///< without newline; the torn rest if the file does not end in one
    bool endsTorn = false;
};

Tail readTail(int fd, qint64 size)
{
    QByteArray bytes(static_cast<qsizetype>(std::min(size, kTailBytes)), Qt::Uninitialized);
    const ssize_t got = ::pread(fd, bytes.data(), static_cast<std::size_t>(bytes.size()), size - bytes.size());
    bytes.truncate(std::max<ssize_t>(got, 0));
    Tail tail;
    if (bytes.isEmpty())
        return tail;
    tail.endsTorn = !bytes.endsWith('\n');
    if (!tail.endsTorn)
        bytes.chop(1);
    tail.lastLine = bytes.mid(bytes.lastIndexOf('\n') + 1);
    return tail;
}

} // namespace

AuditLog::AuditLog(QString file)
    : m_file(std::move(file))
{}

AuditLog::~AuditLog()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

QString AuditLog::failure(const QString &doing) const
{
    return ControlWords::tr(
               "The audit trail %1 cannot be %2: %3. Without it nothing is changed; check the folder and the "
               "space on the disk.")
        .arg(m_file, doing, QString::fromLocal8Bit(std::strerror(errno)));
}

tl::expected<void, QString> AuditLog::open()
{
    if (m_fd >= 0)
        return {};
    makePrivateFolder(QFileInfo(m_file).absolutePath());
    m_fd = ::open(QFile::encodeName(m_file).constData(), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (m_fd < 0)
        return tl::unexpected(failure(ControlWords::tr("opened")));
    return {};
}

tl::expected<void, QString> AuditLog::append(const AuditRecord &record)
{
    if (auto opened = open(); !opened)
        return opened;
    if (::flock(m_fd, LOCK_EX) != 0)
        return tl::unexpected(failure(ControlWords::tr("locked")));
    auto appended = appendLocked(record);
    ::flock(m_fd, LOCK_UN);
    return appended;
}

tl::expected<void, QString> AuditLog::appendLocked(const AuditRecord &record)
{
    struct stat status
    {};
    if (::fstat(m_fd, &status) != 0)
        return tl::unexpected(failure(ControlWords::tr("read")));
    QByteArray bytes;
    if (status.st_size != m_knownSize) {
        const Tail tail = readTail(m_fd, status.st_size);
        m_lastHash = status.st_size == 0 ? QString() : auditLineHash(tail.lastLine);
        if (tail.endsTorn)
            bytes += '\n';
    }
    const QByteArray line = auditLine(record, m_lastHash);
    bytes += line;
    bytes += '\n';
    m_knownSize = -1;
    if (!writeAll(m_fd, bytes))
        return tl::unexpected(failure(ControlWords::tr("written")));
    if (::fsync(m_fd) != 0)
        return tl::unexpected(failure(ControlWords::tr("synced")));
    m_knownSize = status.st_size + bytes.size();
    m_lastHash = auditLineHash(line);
    return {};
}

} // namespace barograph
