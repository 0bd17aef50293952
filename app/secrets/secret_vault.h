// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/sealed_format.h"
#include "secrets/secret_store.h"

namespace barograph {

/// Secrets in one encrypted file. Every change is read, made and written under a lock that other processes respect
/// (`barograph secret`), through a temporary file that is on the disk before it takes the old one's place; mode 0600.
/// What another process has changed is seen at the next look, as long as it kept the passphrase.
///
/// All functions wait, for the disk or for Argon2. Not thread-safe. Errors are sentences.
class SecretVault
{
public:
    using Done = tl::expected<void, QString>;

    explicit SecretVault(QString path, SealCost cost = {});

    const QString &path() const { return m_path; }
    bool exists() const;
    bool isOpen() const { return m_key.has_value(); }

    /// Opens the file, or makes it where there is none. A new passphrase needs kLeastPassphrase characters.
    Done open(const Secret &passphrase);
    void close() { m_key.reset(); }
    /// Everything is encrypted anew under another salt.
    Done changePassphrase(const Secret &now, const Secret &then);

    SecretStore::Found get(const QString &nodeId, const QString &name);
    Done set(const QString &nodeId, const QString &name, const Secret &value);
    Done remove(const QString &nodeId, const QString &name);

    static constexpr qsizetype kLeastPassphrase = 8;

private:
    tl::expected<QByteArray, QString> readFile() const;
    Done writeFile(const QByteArray &content) const;
    tl::expected<GivenSecrets, QString> load();
    Done store(const GivenSecrets &secrets);
    Done change(const std::function<void(GivenSecrets &)> &make);
    Done make(const Secret &passphrase, const GivenSecrets &secrets);
    Done busy() const;
    QString closedText() const;

    QString m_path;
    SealCost m_cost;
    std::optional<SealKey> m_key;
};

} // namespace barograph
