// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/secret_vault.h"

#include "config/paths.h"
#include "secrets/secrets_words.h"

#include <QFile>
#include <QFileInfo>
#include <QLockFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace barograph {

namespace {

constexpr qint64 kLargestVault = 16 << 20;
constexpr int kLockPatienceMs = 10'000;

/// A descriptor that closes itself.
class VaultDescriptor
{
public:
    VaultDescriptor(const QString &path, int flags)
        : m_value(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, 0600))
    {}
    ~VaultDescriptor()
    {
        if (m_value >= 0)
            ::close(m_value);
    }
    VaultDescriptor(const VaultDescriptor &) = delete;
    VaultDescriptor &operator=(const VaultDescriptor &) = delete;
    int value() const { return m_value; }

private:
    int m_value;
};

bool writeAll(int descriptor, const QByteArray &content)
{
    qsizetype done = 0;
    while (done < content.size()) {
        const ssize_t wrote =
            ::write(descriptor, content.constData() + done, static_cast<std::size_t>(content.size() - done));
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote <= 0)
            return false;
        done += wrote;
    }
    return true;
}

SecretVault::Done vaultError(const QString &text)
{
    return tl::unexpected(text);
}

} // namespace

SecretVault::SecretVault(QString path, SealCost cost)
    : m_path(std::move(path))
    , m_cost(cost)
{}

bool SecretVault::exists() const
{
    return QFileInfo::exists(m_path);
}

tl::expected<QByteArray, QString> SecretVault::readFile() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(
            SecretWords::tr("%1 cannot be read: %2. Check its permissions.").arg(m_path, file.errorString()));
    if (file.size() > kLargestVault)
        return tl::unexpected(sealFaultText(SealFault::NotOurs, m_path));
    return file.readAll();
}

SecretVault::Done SecretVault::writeFile(const QByteArray &content) const
{
    const QString folder = QFileInfo(m_path).absolutePath();
    const QString temporary = m_path % QLatin1String(".new.") % QString::number(::getpid());
    const auto cannot = [this, &temporary](int error) {
        ::unlink(QFile::encodeName(temporary).constData());
        return vaultError(SecretWords::tr("%1 cannot be written: %2. Check the folder's permissions and the space on "
                                          "the disk. Nothing was stored.")
                              .arg(m_path, QString::fromLocal8Bit(std::strerror(error))));
    };
    ::unlink(QFile::encodeName(temporary).constData());
    {
        const VaultDescriptor file(temporary, O_WRONLY | O_CREAT | O_EXCL);
        if (file.value() < 0 || !writeAll(file.value(), content) || ::fsync(file.value()) != 0)
            return cannot(errno);
    }
    if (::rename(QFile::encodeName(temporary).constData(), QFile::encodeName(m_path).constData()) != 0)
        return cannot(errno);
    const VaultDescriptor directory(folder, O_RDONLY | O_DIRECTORY);
    if (directory.value() >= 0)
        ::fsync(directory.value());
    return {};
}

SecretVault::Done SecretVault::make(const Secret &passphrase, const GivenSecrets &secrets)
{
    if (QString::fromUtf8(passphrase.reveal()).size() < kLeastPassphrase)
        return vaultError(SecretWords::tr("A passphrase needs at least %n characters. Several words are best.", nullptr,
                                          static_cast<int>(kLeastPassphrase)));
    if (::sodium_init() < 0)
        return vaultError(SecretWords::tr("libsodium could not be started. Reinstall libsodium."));
    auto key = SealKey::derive(passphrase, newSealedHead(m_cost));
    if (!key)
        return vaultError(sealFaultText(key.error(), m_path));
    const auto file = seal(secrets, *key);
    if (!file)
        return vaultError(sealFaultText(file.error(), m_path));
    if (auto written = writeFile(*file); !written)
        return written;
    m_key = std::move(*key);
    return {};
}

SecretVault::Done SecretVault::open(const Secret &passphrase)
{
    if (!exists()) {
        if (!makePrivateFolder(QFileInfo(m_path).absolutePath()))
            return vaultError(
                SecretWords::tr("The folder of %1 cannot be made or written. Check its permissions.").arg(m_path));
        QLockFile lock(m_path % QLatin1String(".lock"));
        if (!lock.tryLock(kLockPatienceMs))
            return busy();
        if (!exists()) // nobody was faster
            return make(passphrase, {});
    }
    const auto file = readFile();
    if (!file)
        return vaultError(file.error());
    const auto head = readSealedHead(*file);
    if (!head)
        return vaultError(sealFaultText(head.error(), m_path));
    auto key = SealKey::derive(passphrase, *head);
    if (!key)
        return vaultError(sealFaultText(key.error(), m_path));
    if (const auto secrets = openSealed(*file, *key); !secrets)
        return vaultError(sealFaultText(secrets.error(), m_path));
    m_key = std::move(*key);
    return {};
}

SecretVault::Done SecretVault::changePassphrase(const Secret &now, const Secret &then)
{
    if (!exists())
        return vaultError(SecretWords::tr("There is no %1 yet, so it has no passphrase to change.").arg(m_path));
    QLockFile lock(m_path % QLatin1String(".lock"));
    if (!lock.tryLock(kLockPatienceMs))
        return busy();
    if (auto opened = open(now); !opened)
        return opened;
    const auto secrets = load();
    if (!secrets)
        return vaultError(secrets.error());
    return make(then, *secrets);
}

SecretVault::Done SecretVault::busy() const
{
    return vaultError(SecretWords::tr("%1 is in use by another program. Try again.").arg(m_path));
}

QString SecretVault::closedText() const
{
    return SecretWords::tr("The secrets in %1 are locked. Enter the passphrase first.").arg(m_path);
}

tl::expected<GivenSecrets, QString> SecretVault::load()
{
    if (!m_key)
        return tl::unexpected(closedText());
    const auto file = readFile();
    if (!file)
        return tl::unexpected(file.error());
    auto secrets = openSealed(*file, *m_key);
    if (!secrets && secrets.error() == SealFault::WrongPassphrase) {
        m_key.reset();
        return tl::unexpected(
            SecretWords::tr("The passphrase of %1 was changed elsewhere. Enter the new one.").arg(m_path));
    }
    if (!secrets)
        return tl::unexpected(sealFaultText(secrets.error(), m_path));
    return *std::move(secrets);
}

SecretVault::Done SecretVault::store(const GivenSecrets &secrets)
{
    const auto file = seal(secrets, *m_key);
    if (!file)
        return vaultError(sealFaultText(file.error(), m_path));
    return writeFile(*file);
}

SecretVault::Done SecretVault::change(const std::function<void(GivenSecrets &)> &make)
{
    QLockFile lock(m_path % QLatin1String(".lock"));
    if (!lock.tryLock(kLockPatienceMs))
        return busy();
    auto secrets = load();
    if (!secrets)
        return vaultError(secrets.error());
    make(*secrets);
    return store(*secrets);
}

SecretStore::Found SecretVault::get(const QString &nodeId, const QString &name)
{
    const auto secrets = load();
    if (!secrets)
        return tl::unexpected(secrets.error());
    const auto found = secrets->find({nodeId, name});
    return found == secrets->end() ? std::optional<Secret>() : std::optional(found->second);
}

SecretVault::Done SecretVault::set(const QString &nodeId, const QString &name, const Secret &value)
{
    return change([&](GivenSecrets &secrets) { secrets.insert_or_assign({nodeId, name}, value); });
}

SecretVault::Done SecretVault::remove(const QString &nodeId, const QString &name)
{
    return change([&](GivenSecrets &secrets) { secrets.erase({nodeId, name}); });
}

} // namespace barograph
