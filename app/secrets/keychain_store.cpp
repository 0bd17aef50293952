// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/keychain_store.h"

#include "secrets/secrets_words.h"

#include <qt6keychain/keychain.h>

namespace barograph {

namespace {

const QString kService = QStringLiteral("barograph");

QString entryOf(const QString &nodeId, const QString &name)
{
    return nodeId % QLatin1Char('/') % name;
}

/// Starts a job that deletes itself and calls `finished` with it.
template<typename Job> void run(Job *job, std::function<void(Job *)> finished)
{
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, job,
                     [job, finished = std::move(finished)](QKeychain::Job *) { finished(job); });
    job->start();
}

QString whyNot(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return SecretWords::tr("The keychain refused access. Unlock it and allow Barograph to use it.");
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return SecretWords::tr("No keychain runs in this session. Start a Secret Service (GNOME Keyring, KWallet), or "
                               "give a file with --secrets.");
    default:
        // The keychain's own words name services, never values.
        return SecretWords::tr("The keychain cannot be used: %1. Start or unlock it, or give a file with --secrets.")
            .arg(job.errorString());
    }
}

} // namespace

QString KeychainSecretStore::statusText() const
{
    return SecretWords::tr("Secrets are kept in the system's keychain.");
}

void KeychainSecretStore::checkAvailable(std::function<void(const QString &)> done)
{
    auto *job = new QKeychain::ReadPasswordJob(kService, this);
    job->setKey(QStringLiteral("availability-check"));
    run<QKeychain::ReadPasswordJob>(job, [done = std::move(done)](QKeychain::ReadPasswordJob *finished) {
        const bool works = finished->error() == QKeychain::NoError || finished->error() == QKeychain::EntryNotFound;
        done(works ? QString() : whyNot(*finished));
    });
}

void KeychainSecretStore::doGet(const QString &nodeId, const QString &name, GetDone done)
{
    auto *job = new QKeychain::ReadPasswordJob(kService, this);
    job->setKey(entryOf(nodeId, name));
    run<QKeychain::ReadPasswordJob>(job, [done = std::move(done)](QKeychain::ReadPasswordJob *finished) {
        if (finished->error() == QKeychain::NoError)
            done(std::optional(Secret(finished->binaryData())));
        else if (finished->error() == QKeychain::EntryNotFound)
            done(std::optional<Secret>());
        else
            done(tl::unexpected(whyNot(*finished)));
    });
}

void KeychainSecretStore::doSet(const QString &nodeId, const QString &name, const Secret &value, SetDone done)
{
    auto *job = new QKeychain::WritePasswordJob(kService, this);
    job->setKey(entryOf(nodeId, name));
    job->setBinaryData(value.reveal());
    run<QKeychain::WritePasswordJob>(job, [done = std::move(done)](QKeychain::WritePasswordJob *finished) {
        if (finished->error() == QKeychain::NoError)
            done({});
        else
            done(tl::unexpected(whyNot(*finished)));
    });
}

void KeychainSecretStore::doRemove(const QString &nodeId, const QString &name, SetDone done)
{
    auto *job = new QKeychain::DeletePasswordJob(kService, this);
    job->setKey(entryOf(nodeId, name));
    run<QKeychain::DeletePasswordJob>(job, [done = std::move(done)](QKeychain::DeletePasswordJob *finished) {
        if (finished->error() == QKeychain::NoError || finished->error() == QKeychain::EntryNotFound)
            done({});
        else
            done(tl::unexpected(whyNot(*finished)));
    });
}

} // namespace barograph
