// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/secret_vault.h"

#include <QThreadPool>

namespace barograph {

/// A SecretVault behind the store's interface: the disk and Argon2 are waited for on a thread of its own.
class FileSecretStore : public SecretStore
{
    Q_OBJECT

public:
    explicit FileSecretStore(const QString &path, SealCost cost = {}, QObject *parent = nullptr);
    ~FileSecretStore() override; ///< waits for what is under way

    QString statusText() const override;
    bool isPersistent() const override { return true; }
    bool isOpen() const { return m_open; }
    bool fileExists() const;
    const QString &path() const { return m_path; }

    /// Opens the file, or makes it. `done` is called later, on this object's thread.
    void open(const Secret &passphrase, SetDone done);
    void changePassphrase(const Secret &now, const Secret &then, SetDone done);

    void doGet(const QString &nodeId, const QString &name, GetDone done) override;
    void doSet(const QString &nodeId, const QString &name, const Secret &value, SetDone done) override;
    void doRemove(const QString &nodeId, const QString &name, SetDone done) override;

private:
    template<typename Work, typename Done> void run(Work work, Done done);
    void setOpen(bool open);

    QString m_path;
    SecretVault m_vault; ///< used on the pool's one thread only
    QThreadPool m_pool;
    bool m_open = false; ///< as last heard
};

} // namespace barograph
