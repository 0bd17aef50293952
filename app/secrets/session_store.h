// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/file_store.h"
#include "secrets/keychain_store.h"
#include "secrets/secrets_file.h"
#include "setup/secrets_status.h"

#include <set>
#include <vector>

namespace barograph {

/// Where an encrypted file of secrets is, or would be, and where it is noted that it was chosen.
struct SecretPlaces
{
    QString file; ///< empty: none can be chosen
    QString choiceFile;
    SealCost cost; ///< of a file that is made

    /// Whether the file was chosen in an earlier session.
    bool isFileChosen() const;
    void remember(bool fileChosen) const;
};

/// What the program uses. Looks in this order: set during this session; given by file (--secrets); given by
/// environment; the keychain, or what was chosen where none runs: an encrypted file, or memory.
///
/// Until that was chosen nothing can be stored. That a file was chosen is remembered, its passphrase is not: the next
/// start asks for it, also where a keychain runs by then.
class SessionSecretStore : public SecretStore
{
    Q_OBJECT

public:
    enum class Keychain : quint8 { UseIfThere, DoNotUse };

    explicit SessionSecretStore(GivenSecrets given = {}, Keychain keychain = Keychain::UseIfThere,
                                SecretPlaces places = {}, QObject *parent = nullptr);

    QString statusText() const override;
    bool isPersistent() const override;
    /// For the screen; statusChanged() says when to look again. Only on this object's thread, as all below.
    SecretsStatus status() const;

    /// The operator's choice; statusChanged() follows when it is done, which takes a second for a file. Secrets that
    /// were stored in memory so far go into the file. Keychain: forgets about the file and looks for a keychain again.
    void applyChoice(const SecretsChoice &choice);

    /// Keeps a secret in memory for this session only, whatever the keychain does: for the demo's throw-away password.
    void keepForSession(const QString &nodeId, const QString &name, const Secret &value);

protected:
    void doGet(const QString &nodeId, const QString &name, GetDone done) override;
    void doSet(const QString &nodeId, const QString &name, const Secret &value, SetDone done) override;
    void doRemove(const QString &nodeId, const QString &name, SetDone done) override;

private:
    enum class Home : quint8 { Asking, Keychain, Undecided, Memory, File };
    using Key = std::pair<QString, QString>; ///< node id, name

    std::optional<Secret> givenSecret(const Key &key) const;
    /// Runs `action` once it is known where secrets live.
    void whenKnown(std::function<void()> action);
    void lookForKeychain();
    void onKeychainKnown(const QString &whyNot);
    void settle(Home home);
    void onFileOpened(const Stored &opened);
    /// Stores an empty value by removing.
    void write(const Key &key, const Secret &value, SetDone done);
    QString undecidedText() const;

    GivenSecrets m_given;
    SecretPlaces m_places;
    std::map<Key, Secret> m_session; ///< wins over everything; an empty one hides a given one
    std::set<Key> m_written;         ///< stored for good during this session: wins over what was given
    std::set<Key> m_inMemory;        ///< part of m_session only because there was no other place
    KeychainSecretStore *m_keychain;
    FileSecretStore *m_file = nullptr; ///< null where none can be chosen
    Home m_home = Home::Asking;
    QString m_whyNoKeychain;
    QString m_choiceError;
    std::vector<std::function<void()>> m_waiting;
};

} // namespace barograph
