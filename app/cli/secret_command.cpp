// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/secret_command.h"

#include "cli/terminal_input.h"
#include "secrets/session_store.h"

#include <QEventLoop>

namespace barograph {

namespace {

using SecretOutcome = tl::expected<void, QString>;

int failWith(const QString &why)
{
    printLine(stderr, why);
    return 1;
}

/// Empty: a keychain runs.
QString whyNoKeychain(KeychainSecretStore &keychain)
{
    QEventLoop loop;
    QString answer;
    keychain.checkAvailable([&](const QString &whyNot) {
        answer = whyNot;
        loop.quit();
    });
    loop.exec();
    return answer;
}

tl::expected<Secret, QString> passphraseFor(const SecretVault &vault)
{
    if (qEnvironmentVariableIsSet(kPassphraseFileVariable))
        return readPassphraseFile(qEnvironmentVariable(kPassphraseFileVariable));
    if (vault.exists())
        return askPassphrase(QStringLiteral("Passphrase of %1 (is not shown): ").arg(vault.path()));
    auto first = askPassphrase(QStringLiteral("The secret will be kept in a new encrypted file, %1.\nA passphrase for "
                                              "it, of 8 characters at least (is not shown): ")
                                   .arg(vault.path()));
    if (!first)
        return first;
    const auto again = askPassphrase(QStringLiteral("The same again: "));
    if (again && *again == *first)
        return first;
    return tl::unexpected(QStringLiteral("The two are not the same, so nothing was stored."));
}

SecretOutcome changePassphrase(SecretVault &vault)
{
    const auto now = passphraseFor(vault);
    if (!now)
        return tl::unexpected(now.error());
    const auto then = askPassphrase(QStringLiteral("The new passphrase, of 8 characters at least (is not shown): "));
    if (!then)
        return tl::unexpected(then.error());
    const auto again = askPassphrase(QStringLiteral("The same again: "));
    if (!again || !(*again == *then))
        return tl::unexpected(QStringLiteral("The two are not the same, so nothing was changed."));
    return vault.changePassphrase(*now, *then);
}

QString doneText(const CommandLine &line)
{
    return (line.removeSecret ? QStringLiteral("Removed %1 of node %2.") : QStringLiteral("Stored %1 of node %2."))
        .arg(line.secretName, line.nodeId);
}

bool isRefused(const CommandLine &line, const QByteArray &value)
{
    if (!value.isEmpty() || line.removeSecret)
        return false;
    printLine(stderr, QStringLiteral("Nothing was given on standard input, so nothing is stored."));
    return true;
}

int finish(const SecretOutcome &stored, const QString &success)
{
    if (!stored)
        return failWith(stored.error());
    printLine(stdout, success);
    return 0;
}

int storeInFile(const CommandLine &line, const QByteArray &value, SecretVault &vault)
{
    if (isRefused(line, value))
        return 1;
    const auto passphrase = passphraseFor(vault);
    if (!passphrase)
        return failWith(passphrase.error());
    if (const auto opened = vault.open(*passphrase); !opened)
        return failWith(opened.error());
    return finish(line.removeSecret ? vault.remove(line.nodeId, line.secretName)
                                    : vault.set(line.nodeId, line.secretName, Secret(value)),
                  doneText(line));
}

} // namespace

int storeSecret(const CommandLine &line, const QByteArray &value, SecretStore &store)
{
    if (isRefused(line, value))
        return 1;
    QEventLoop loop;
    SecretStore::Stored outcome;
    const auto done = [&](const SecretStore::Stored &stored) {
        outcome = stored;
        loop.quit();
    };
    if (line.removeSecret)
        store.remove(line.nodeId, line.secretName, &loop, done);
    else
        store.set(line.nodeId, line.secretName, Secret(value), &loop, done);
    loop.exec();
    return finish(outcome, doneText(line));
}

int runSecretCommand(const CommandLine &line, const Paths &paths)
{
    const SecretPlaces places{paths.sealedSecretsFile(), paths.secretsChoiceFile(), {}};
    SecretVault vault(places.file, places.cost);
    if (line.newPassphrase)
        return finish(changePassphrase(vault), QStringLiteral("The passphrase of %1 was changed.").arg(vault.path()));
    Secret value;
    if (!line.removeSecret)
        value = readSecretLine(QStringLiteral("%1 of node %2 (is not shown): ").arg(line.secretName, line.nodeId));
    KeychainSecretStore keychain;
    if (!places.isFileChosen() && whyNoKeychain(keychain).isEmpty())
        return storeSecret(line, value.reveal(), keychain);
    return storeInFile(line, value.reveal(), vault);
}

} // namespace barograph
