// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/secret_store.h"

namespace barograph {

/// The operating system's keychain (Secret Service, KWallet, …) through QtKeychain, under the service "barograph" and
/// the key "<node id>/<name>". Never falls back to a plain file.
class KeychainSecretStore : public SecretStore
{
    Q_OBJECT

public:
    using SecretStore::SecretStore;

    QString statusText() const override;
    bool isPersistent() const override { return true; }

    /// Asks the keychain for an entry that cannot exist: the only portable way to learn whether one runs.
    /// `done` gets an empty text if it does, else a sentence why not. Called later, on this object's thread.
    void checkAvailable(std::function<void(const QString &)> done);

    void doGet(const QString &nodeId, const QString &name, GetDone done) override;
    void doSet(const QString &nodeId, const QString &name, const Secret &value, SetDone done) override;
    void doRemove(const QString &nodeId, const QString &name, SetDone done) override;
};

} // namespace barograph
