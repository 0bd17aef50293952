// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/file_store.h"

#include "secrets/secrets_words.h"

#include <QFileInfo>

namespace barograph {

FileSecretStore::FileSecretStore(const QString &path, SealCost cost, QObject *parent)
    : SecretStore(parent)
    , m_path(path)
    , m_vault(path, cost)
{
    m_pool.setMaxThreadCount(1); // one after the other
}

FileSecretStore::~FileSecretStore()
{
    m_pool.waitForDone();
}

QString FileSecretStore::statusText() const
{
    return m_open ? SecretWords::tr("Secrets are kept in the encrypted file %1.").arg(m_path)
                  : SecretWords::tr("The encrypted file %1 is locked. Enter its passphrase.").arg(m_path);
}

bool FileSecretStore::fileExists() const
{
    return QFileInfo::exists(m_path);
}

template<typename Work, typename Done> void FileSecretStore::run(Work work, Done done)
{
    m_pool.start([this, work = std::move(work), done = std::move(done)] {
        auto result = work(m_vault);
        QMetaObject::invokeMethod(
            this,
            [this, done, result = std::move(result), open = m_vault.isOpen()] {
                setOpen(open);
                done(result);
            },
            Qt::QueuedConnection);
    });
}

void FileSecretStore::setOpen(bool open)
{
    if (std::exchange(m_open, open) != open)
        Q_EMIT statusChanged();
}

void FileSecretStore::open(const Secret &passphrase, SetDone done)
{
    run([passphrase](SecretVault &vault) { return vault.open(passphrase); }, std::move(done));
}

void FileSecretStore::changePassphrase(const Secret &now, const Secret &then, SetDone done)
{
    run([now, then](SecretVault &vault) { return vault.changePassphrase(now, then); }, std::move(done));
}

void FileSecretStore::doGet(const QString &nodeId, const QString &name, GetDone done)
{
    run([nodeId, name](SecretVault &vault) { return vault.get(nodeId, name); }, std::move(done));
}

void FileSecretStore::doSet(const QString &nodeId, const QString &name, const Secret &value, SetDone done)
{
    run([nodeId, name, value](SecretVault &vault) { return vault.set(nodeId, name, value); }, std::move(done));
}

void FileSecretStore::doRemove(const QString &nodeId, const QString &name, SetDone done)
{
    run([nodeId, name](SecretVault &vault) { return vault.remove(nodeId, name); }, std::move(done));
}

} // namespace barograph
