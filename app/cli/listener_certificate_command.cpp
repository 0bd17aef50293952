// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/listener_certificate_command.h"

#include "config/config_file.h"
#include "listener/own_certificate.h"
#include "listener/tls_context.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QTextStream>

#include <cstdio>

namespace barograph {

namespace {

using CertificateOutcome = tl::expected<void, QString>;

tl::expected<ListenerConfig, QString> configuredListener(const CommandLine &line, const Paths &paths)
{
    if (line.configFile.isEmpty() && !QFileInfo::exists(paths.configFile))
        return ListenerConfig{};
    const auto loaded = loadConfig(paths.configFile);
    if (!loaded)
        return tl::unexpected(paths.configFile % QLatin1String(": ") % loaded.error().toString());
    return loaded->config.listener;
}

/// Makes or renews the listener's own certificate, if that is the one in use.
tl::expected<TlsFiles, QString> certificateFiles(const ListenerConfig &listener, bool renew, const Paths &paths)
{
    if (!listener.certificateFile.isEmpty()) {
        if (renew)
            return tl::unexpected(
                QStringLiteral("The certificate in use is %1, which only you can renew. Put a new one there; the "
                               "running listener takes it up within a minute.")
                    .arg(listener.certificateFile));
        return TlsFiles{listener.certificateFile, listener.keyFile, {}};
    }
    if (!makePrivateFolder(paths.dataDir))
        return tl::unexpected(QStringLiteral("The folder %1 cannot be made or written.").arg(paths.dataDir));
    TlsFiles files{paths.listenerCertificateFile(), paths.listenerKeyFile(), {}};
    const auto made = ensureOwnCertificate({files.certificate, files.key, listener.address},
                                           renew ? Renewal::Now : Renewal::WhenNeeded, utcNow());
    if (!made)
        return tl::unexpected(made.error());
    return files;
}

CertificateOutcome writeCertificate(const QString &path, const QByteArray &pem)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(pem) == pem.size() && file.commit())
        return {};
    return tl::unexpected(
        QStringLiteral("%1 cannot be written: %2.").arg(QDir::toNativeSeparators(path), file.errorString()));
}

CertificateOutcome giveCertificate(const CommandLine &line, const Paths &paths)
{
    const auto listener = configuredListener(line, paths);
    if (!listener)
        return tl::unexpected(listener.error());
    const auto files = certificateFiles(*listener, line.renew, paths);
    if (!files)
        return tl::unexpected(files.error());
    const auto tls = TlsContext::make(*files, utcNow());
    if (!tls)
        return tl::unexpected(tls.error());
    const QByteArray &pem = (*tls)->certificatePem();
    // Beside the certificate, not in it: a node wants the PEM alone.
    QTextStream beside(line.outFile.isEmpty() ? stderr : stdout);
    if (line.outFile.isEmpty())
        QTextStream(stdout) << pem;
    else if (auto written = writeCertificate(line.outFile, pem); !written)
        return written;
    beside << "SHA-256 " << (*tls)->sha256() << Qt::endl;
    if (!listener->tls)
        QTextStream(stderr) << "The listener does not use it yet: set tls = true under [listener] in the configuration."
                            << Qt::endl;
    return {};
}

} // namespace

int runListenerCertificateCommand(const CommandLine &line, const Paths &paths)
{
    const auto given = giveCertificate(line, paths);
    if (!given)
        QTextStream(stderr) << given.error() << Qt::endl;
    return given ? 0 : 1;
}

} // namespace barograph
