// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/installation_key.h"

#include "ingest/ingest_words.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

namespace barograph {

namespace {

QString keyError(const QString &doing, const QString &path, int error)
{
    return IngestWords::tr("Could not %1 the installation key %2: %3. Check the folder's permissions and its disk.")
        .arg(doing, path, QString::fromLocal8Bit(std::strerror(error)));
}

/// A descriptor that closes itself.
class KeyDescriptor
{
public:
    KeyDescriptor(const QByteArray &path, int flags)
        : m_value(::open(path.constData(), flags | O_CLOEXEC, 0600))
    {}
    ~KeyDescriptor()
    {
        if (m_value >= 0)
            ::close(m_value);
    }
    KeyDescriptor(const KeyDescriptor &) = delete;
    KeyDescriptor &operator=(const KeyDescriptor &) = delete;
    int value() const { return m_value; }

private:
    int m_value;
};

tl::expected<InstallationKey, QString> readKey(const QString &path)
{
    const KeyDescriptor file(QFile::encodeName(path), O_RDONLY);
    if (file.value() < 0)
        return tl::unexpected(keyError(IngestWords::tr("read"), path, errno));
    struct stat status
    {};
    if (::fstat(file.value(), &status) != 0)
        return tl::unexpected(keyError(IngestWords::tr("read"), path, errno));
    InstallationKey::Bytes bytes{};
    if (status.st_size != static_cast<off_t>(bytes.size()) ||
        ::read(file.value(), bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()))
        return tl::unexpected(
            IngestWords::tr(
                "The installation key %1 is not 32 bytes long. Restore it from a backup; or remove it to get "
                "a new one, after which every webhook address changes.")
                .arg(path));
    // A key that others can read is no secret any more than the file's mode lets it be.
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0 && ::fchmod(file.value(), S_IRUSR | S_IWUSR) != 0)
        return tl::unexpected(keyError(IngestWords::tr("protect"), path, errno));
    InstallationKey key(bytes);
    ::sodium_memzero(bytes.data(), bytes.size());
    return key;
}

int syncFolderOf(const QString &path)
{
    const KeyDescriptor folder(QFile::encodeName(QFileInfo(path).absolutePath()), O_RDONLY | O_DIRECTORY);
    return folder.value() >= 0 && ::fsync(folder.value()) == 0 ? 0 : errno;
}

/// Returns 0 or an errno. EEXIST: somebody else was faster, whose key is valid.
int makeKey(const QString &path)
{
    const QByteArray target = QFile::encodeName(path);
    const QByteArray temporary = target + ".new." + QByteArray::number(::getpid());
    ::unlink(temporary.constData());
    InstallationKey::Bytes bytes{};
    ::randombytes_buf(bytes.data(), bytes.size());
    int error = 0;
    {
        const KeyDescriptor file(temporary, O_WRONLY | O_CREAT | O_EXCL);
        if (file.value() < 0)
            return errno;
        if (::write(file.value(), bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()) ||
            ::fsync(file.value()) != 0)
            error = errno != 0 ? errno : EIO;
    }
    ::sodium_memzero(bytes.data(), bytes.size());
    // link() fails if the target exists, which rename() would silently replace.
    if (error == 0 && ::link(temporary.constData(), target.constData()) != 0)
        error = errno;
    ::unlink(temporary.constData());
    return error != 0 ? error : syncFolderOf(path);
}

} // namespace

InstallationKey::~InstallationKey()
{
    ::sodium_memzero(m_bytes.data(), m_bytes.size());
}

void InstallationKey::derive(std::string_view purpose, unsigned char *out, std::size_t size) const
{
    ::crypto_generichash(out, size, reinterpret_cast<const unsigned char *>(purpose.data()), purpose.size(),
                         m_bytes.data(), m_bytes.size());
}

tl::expected<InstallationKey, QString> loadOrMakeInstallationKey(const QString &path)
{
    if (::sodium_init() < 0)
        return tl::unexpected(IngestWords::tr("libsodium could not be started. Reinstall libsodium."));
    if (!QFile::exists(path)) {
        const int error = makeKey(path);
        if (error != 0 && error != EEXIST)
            return tl::unexpected(keyError(IngestWords::tr("make"), path, error));
    }
    return readKey(path);
}

} // namespace barograph
