// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/session_store.h"

#include "secrets/secrets_words.h"
#include "text/joined.h"

#include <QFile>
#include <QSaveFile>

namespace barograph {

namespace {

const QByteArray kFileChosen = "file\n";

} // namespace

bool SecretPlaces::isFileChosen() const
{
    QFile note(choiceFile);
    return !choiceFile.isEmpty() && note.open(QIODevice::ReadOnly) && note.read(64) == kFileChosen;
}

void SecretPlaces::remember(bool fileChosen) const
{
    if (choiceFile.isEmpty())
        return;
    if (!fileChosen) {
        QFile::remove(choiceFile);
        return;
    }
    // Not being able to costs no more than a question at the next start.
    QSaveFile note(choiceFile);
    if (note.open(QIODevice::WriteOnly) && note.write(kFileChosen) == kFileChosen.size())
        note.commit();
}

SessionSecretStore::SessionSecretStore(GivenSecrets given, Keychain keychain, SecretPlaces places, QObject *parent)
    : SecretStore(parent)
    , m_given(std::move(given))
    , m_places(std::move(places))
    , m_keychain(new KeychainSecretStore(this))
{
    if (keychain == Keychain::DoNotUse) {
        m_home = Home::Memory;
        m_whyNoKeychain = SecretWords::tr("The keychain is not used in this session.");
        return;
    }
    if (!m_places.file.isEmpty()) {
        m_file = new FileSecretStore(m_places.file, m_places.cost, this);
        connect(m_file, &SecretStore::statusChanged, this, &SecretStore::statusChanged);
        if (m_places.isFileChosen()) {
            m_home = Home::File;
            return;
        }
    }
    lookForKeychain();
}

void SessionSecretStore::lookForKeychain()
{
    m_home = Home::Asking;
    m_keychain->checkAvailable([this](const QString &whyNot) { onKeychainKnown(whyNot); });
}

void SessionSecretStore::onKeychainKnown(const QString &whyNot)
{
    if (m_home != Home::Asking)
        return; // the operator was faster
    m_whyNoKeychain = whyNot;
    if (whyNot.isEmpty())
        settle(Home::Keychain);
    else
        settle(m_file != nullptr && m_file->fileExists() ? Home::File : Home::Undecided);
}

void SessionSecretStore::settle(Home home)
{
    m_home = home;
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &action : waiting)
        action();
    Q_EMIT statusChanged();
}

bool SessionSecretStore::isPersistent() const
{
    return m_home == Home::Keychain || (m_home == Home::File && m_file->isOpen());
}

QString SessionSecretStore::undecidedText() const
{
    return joinedSentences(
        {m_whyNoKeychain, SecretWords::tr("Choose where secrets shall be kept: in memory until Barograph closes, or "
                                          "in a file that a passphrase protects.")});
}

QString SessionSecretStore::statusText() const
{
    switch (m_home) {
    case Home::Asking:
        return SecretWords::tr("Looking for the system's keychain…");
    case Home::Keychain:
        return m_keychain->statusText();
    case Home::Undecided:
        return undecidedText();
    case Home::Memory:
        return joinedSentences(
            {m_whyNoKeychain, SecretWords::tr("Passwords are kept in memory only and asked for again next time.")});
    case Home::File:
        return m_file->statusText();
    }
    return {};
}

SecretsStatus SessionSecretStore::status() const
{
    SecretsStatus status;
    switch (m_home) {
    case Home::Asking:
        status.home = SecretsHome::Asking;
        break;
    case Home::Keychain:
        status.home = SecretsHome::Keychain;
        break;
    case Home::Undecided:
        status.home = SecretsHome::Undecided;
        break;
    case Home::Memory:
        status.home = SecretsHome::Memory;
        break;
    case Home::File:
        status.home = m_file->isOpen() ? SecretsHome::File : SecretsHome::FileLocked;
        break;
    }
    status.text = statusText();
    status.error = m_choiceError;
    status.fileExists = m_file != nullptr && m_file->fileExists();
    return status;
}

void SessionSecretStore::applyChoice(const SecretsChoice &choice)
{
    m_choiceError.clear();
    if (choice.home == SecretsHome::Memory) {
        m_places.remember(false);
        if (m_whyNoKeychain.isEmpty())
            m_whyNoKeychain = SecretWords::tr("The keychain is not used in this session.");
        settle(Home::Memory);
    } else if (choice.home == SecretsHome::Keychain) {
        m_places.remember(false);
        lookForKeychain();
        Q_EMIT statusChanged();
    } else if (m_file == nullptr) {
        m_choiceError = SecretWords::tr("No file can be used in this session.");
        Q_EMIT statusChanged();
    } else {
        m_file->open(choice.passphrase, [this](const Stored &opened) { onFileOpened(opened); });
    }
}

void SessionSecretStore::onFileOpened(const Stored &opened)
{
    if (!opened) {
        m_choiceError = opened.error();
        Q_EMIT statusChanged();
        return;
    }
    m_places.remember(true);
    for (const Key &key : std::exchange(m_inMemory, {})) {
        const auto kept = m_session.find(key);
        if (kept == m_session.end())
            continue;
        const Secret value = kept->second;
        m_file->doSet(key.first, key.second, value, [this, key, value](const Stored &stored) {
            const auto now = m_session.find(key);
            if (stored && now != m_session.end() && now->second == value) {
                m_session.erase(now);
                m_written.insert(key);
            }
        });
    }
    settle(Home::File);
}

void SessionSecretStore::keepForSession(const QString &nodeId, const QString &name, const Secret &value)
{
    m_session.insert_or_assign({nodeId, name}, value);
}

void SessionSecretStore::whenKnown(std::function<void()> action)
{
    if (m_home == Home::Asking)
        m_waiting.push_back(std::move(action));
    else
        action();
}

std::optional<Secret> SessionSecretStore::givenSecret(const Key &key) const
{
    if (const auto kept = m_session.find(key); kept != m_session.end())
        return kept->second;
    if (m_written.count(key) != 0)
        return std::nullopt;
    if (const auto given = m_given.find(key); given != m_given.end())
        return given->second;
    const QByteArray variable = secretVariable(key.first, key.second);
    if (qEnvironmentVariableIsSet(variable.constData()))
        return Secret(qgetenv(variable.constData()));
    return std::nullopt;
}

void SessionSecretStore::doGet(const QString &nodeId, const QString &name, GetDone done)
{
    if (const auto given = givenSecret({nodeId, name})) {
        done(given->isEmpty() ? std::optional<Secret>() : given);
        return;
    }
    // Asked each time and not remembered: another process may store it, and then it has to be found.
    whenKnown([this, nodeId, name, done = std::move(done)] {
        if (m_home == Home::Keychain)
            m_keychain->doGet(nodeId, name, done);
        else if (m_home == Home::File)
            m_file->doGet(nodeId, name, done);
        else
            done(std::optional<Secret>());
    });
}

void SessionSecretStore::doSet(const QString &nodeId, const QString &name, const Secret &value, SetDone done)
{
    whenKnown([this, key = Key(nodeId, name), value, done = std::move(done)] { write(key, value, done); });
}

void SessionSecretStore::doRemove(const QString &nodeId, const QString &name, SetDone done)
{
    whenKnown([this, key = Key(nodeId, name), done = std::move(done)] { write(key, Secret(), done); });
}

void SessionSecretStore::write(const Key &key, const Secret &value, SetDone done)
{
    if (m_home == Home::Undecided && !value.isEmpty()) {
        done(tl::unexpected(undecidedText()));
        return;
    }
    if (m_home == Home::Memory || m_home == Home::Undecided) {
        m_session.insert_or_assign(key, value); // an empty secret hides a given one
        m_inMemory.insert(key);
        done({});
        return;
    }
    const auto written = [this, key, done = std::move(done)](const Stored &stored) {
        if (stored) {
            m_inMemory.erase(key);
            m_written.insert(key);
            m_session.erase(key);
        }
        done(stored);
    };
    if (m_home == Home::Keychain) {
        if (value.isEmpty())
            m_keychain->doRemove(key.first, key.second, written);
        else
            m_keychain->doSet(key.first, key.second, value, written);
    } else if (value.isEmpty()) {
        m_file->doRemove(key.first, key.second, written);
    } else {
        m_file->doSet(key.first, key.second, value, written);
    }
}

} // namespace barograph
