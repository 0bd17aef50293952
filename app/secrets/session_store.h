// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/keychain_store.h"
#include "secrets/secrets_file.h"

#include <vector>

namespace barograph {

/// What the program uses. Looks in this order: set during this session; given by file (--secrets); given by
/// environment; the keychain. Stores into the keychain, or into memory only where no keychain runs, and says so.
class SessionSecretStore : public SecretStore
{
    Q_OBJECT

public:
    enum class Keychain : quint8 { UseIfThere, DoNotUse };

    explicit SessionSecretStore(GivenSecrets given = {}, Keychain keychain = Keychain::UseIfThere,
                                QObject *parent = nullptr);

    QString statusText() const override;
    bool isPersistent() const override { return m_backend == Backend::Keychain; }

    /// Keeps a secret in memory for this session only, whatever the keychain does: for the demo's throw-away password.
    void keepForSession(const QString &nodeId, const QString &name, const Secret &value);

protected:
    void doGet(const QString &nodeId, const QString &name, GetDone done) override;
    void doSet(const QString &nodeId, const QString &name, const Secret &value, SetDone done) override;
    void doRemove(const QString &nodeId, const QString &name, SetDone done) override;

private:
    enum class Backend : quint8 { Asking, Keychain, Memory };

    std::optional<Secret> givenSecret(const QString &nodeId, const QString &name) const;
    /// Runs `action` once it is known whether a keychain runs.
    void whenKnown(std::function<void()> action);
    void onKeychainKnown(const QString &whyNot);

    GivenSecrets m_given;
    std::map<std::pair<QString, QString>, Secret> m_session;
    KeychainSecretStore *m_keychain;
    Backend m_backend = Backend::Asking;
    QString m_whyNoKeychain;
    std::vector<std::function<void()>> m_waiting;
};

} // namespace barograph
