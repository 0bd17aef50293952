// SPDX-License-Identifier: GPL-3.0-or-later
#include "instance_claim.h"

#include <QFile>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace barograph {

namespace {

constexpr const char *kClaimFile = "window.lock";

QByteArray commandOfProcess(const QByteArray &process)
{
    QFile file(QLatin1String("/proc/%1/comm").arg(QString::fromLatin1(process)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The number in the file may be of another machine or container, where it means somebody else.
qint64 claimHolder(int lock)
{
    std::array<char, 20> text{};
    const auto length = ::pread(lock, text.data(), text.size(), 0);
    const qint64 process = length > 0 ? QByteArray(text.data(), length).trimmed().toLongLong() : 0;
    const bool isOurKind =
        process > 0 && commandOfProcess(QByteArray::number(process)) == commandOfProcess(QByteArrayLiteral("self"));
    return isOurKind ? process : 0;
}

} // namespace

OwnedDescriptor::~OwnedDescriptor()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

OwnedDescriptor openFolder(const QString &folder)
{
    return OwnedDescriptor(::open(QFile::encodeName(folder).constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
}

QByteArray showSocketPath(int folder)
{
    return QByteArray("/proc/self/fd/") + QByteArray::number(folder) + '/' + kShowSocketName;
}

tl::expected<InstanceClaim, ClaimRefusal> InstanceClaim::take(const QString &folder)
{
    OwnedDescriptor place = openFolder(folder);
    if (!place)
        return tl::unexpected(ClaimRefusal{});
    OwnedDescriptor lock(::openat(place.get(), kClaimFile, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!lock)
        return tl::unexpected(ClaimRefusal{});
    if (::flock(lock.get(), LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK)
            return tl::unexpected(ClaimRefusal{});
        return tl::unexpected(ClaimRefusal{true, claimHolder(lock.get())});
    }
    // For the words to who comes second. Without it these say less, no more.
    const QByteArray process = QByteArray::number(qint64{::getpid()}) + '\n';
    if (::ftruncate(lock.get(), 0) == 0) [[maybe_unused]]
        const auto written = ::pwrite(lock.get(), process.constData(), std::size_t(process.size()), 0);
    return InstanceClaim(std::move(place), std::move(lock));
}

} // namespace barograph
