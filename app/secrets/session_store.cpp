// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/session_store.h"

namespace barograph {

SessionSecretStore::SessionSecretStore(GivenSecrets given, Keychain keychain, QObject *parent)
    : SecretStore(parent)
    , m_given(std::move(given))
    , m_keychain(new KeychainSecretStore(this))
{
    if (keychain == Keychain::DoNotUse) {
        m_backend = Backend::Memory;
        m_whyNoKeychain = QStringLiteral("The keychain is not used in this session.");
        return;
    }
    m_keychain->checkAvailable([this](const QString &whyNot) { onKeychainKnown(whyNot); });
}

QString SessionSecretStore::statusText() const
{
    switch (m_backend) {
    case Backend::Asking:
        return QStringLiteral("Looking for the system's keychain…");
    case Backend::Keychain:
        return m_keychain->statusText();
    case Backend::Memory:
        return m_whyNoKeychain % QStringLiteral(" Passwords are kept in memory only and asked for again next time.");
    }
    return {};
}

void SessionSecretStore::keepForSession(const QString &nodeId, const QString &name, const Secret &value)
{
    m_session.insert_or_assign({nodeId, name}, value);
}

void SessionSecretStore::onKeychainKnown(const QString &whyNot)
{
    m_backend = whyNot.isEmpty() ? Backend::Keychain : Backend::Memory;
    m_whyNoKeychain = whyNot;
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &action : waiting)
        action();
    Q_EMIT statusChanged();
}

void SessionSecretStore::whenKnown(std::function<void()> action)
{
    if (m_backend == Backend::Asking)
        m_waiting.push_back(std::move(action));
    else
        action();
}

std::optional<Secret> SessionSecretStore::givenSecret(const QString &nodeId, const QString &name) const
{
    if (const auto kept = m_session.find({nodeId, name}); kept != m_session.end())
        return kept->second;
    if (const auto given = m_given.find({nodeId, name}); given != m_given.end())
        return given->second;
    const QByteArray variable = secretVariable(nodeId, name);
    if (qEnvironmentVariableIsSet(variable.constData()))
        return Secret(qgetenv(variable.constData()));
    return std::nullopt;
}

void SessionSecretStore::doGet(const QString &nodeId, const QString &name, GetDone done)
{
    if (const auto given = givenSecret(nodeId, name)) {
        done(given->isEmpty() ? std::optional<Secret>() : given);
        return;
    }
    whenKnown([this, nodeId, name, done = std::move(done)] {
        if (m_backend == Backend::Keychain)
            m_keychain->doGet(nodeId, name, done);
        else
            done(std::optional<Secret>());
    });
}

void SessionSecretStore::doSet(const QString &nodeId, const QString &name, const Secret &value, SetDone done)
{
    // Also here, so that the new value wins over one given by file or environment.
    keepForSession(nodeId, name, value);
    whenKnown([this, nodeId, name, value, done = std::move(done)] {
        if (m_backend == Backend::Keychain)
            m_keychain->doSet(nodeId, name, value, done);
        else
            done({});
    });
}

void SessionSecretStore::doRemove(const QString &nodeId, const QString &name, SetDone done)
{
    // An empty secret hides a given one.
    keepForSession(nodeId, name, Secret());
    whenKnown([this, nodeId, name, done = std::move(done)] {
        if (m_backend == Backend::Keychain)
            m_keychain->doRemove(nodeId, name, done);
        else
            done({});
    });
}

} // namespace barograph
