// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/paths.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace barograph {

namespace {

QString xdgFolder(const char *variable, QLatin1String fallbackBelowHome)
{
    QString value = qEnvironmentVariable(variable);
    // The base directory specification says that a relative path is to be ignored.
    if (!value.isEmpty() && QDir::isAbsolutePath(value))
        return value;
    return QDir::homePath() % QLatin1Char('/') % fallbackBelowHome;
}

} // namespace

QString Paths::journalDir() const
{
    return dataDir % QLatin1String("/journal");
}
QString Paths::captureDir() const
{
    return dataDir % QLatin1String("/captures");
}

QString Paths::historyFile() const
{
    return dataDir % QLatin1String("/history.sqlite");
}
QString Paths::receiptCurvesFile() const
{
    return dataDir % QLatin1String("/receipt-curves.json");
}
QString Paths::auditFile() const
{
    return dataDir % QLatin1String("/audit.jsonl");
}
QString Paths::settingsMemoryFile() const
{
    return dataDir % QLatin1String("/settings-seen.json");
}
QString Paths::installationKeyFile() const
{
    return dataDir % QLatin1String("/installation.key");
}
QString Paths::listenerCertificateFile() const
{
    return dataDir % QLatin1String("/listener-certificate.pem");
}
QString Paths::listenerKeyFile() const
{
    return dataDir % QLatin1String("/listener-key.pem");
}
QString Paths::sealedSecretsFile() const
{
    return dataDir % QLatin1String("/secrets.sealed");
}
QString Paths::secretsChoiceFile() const
{
    return stateDir % QLatin1String("/secrets-home");
}

Paths standardPaths()
{
    return {xdgFolder("XDG_CONFIG_HOME", QLatin1String(".config")) % QLatin1String("/barograph/config.toml"),
            xdgFolder("XDG_DATA_HOME", QLatin1String(".local/share")) % QLatin1String("/barograph"),
            xdgFolder("XDG_STATE_HOME", QLatin1String(".local/state")) % QLatin1String("/barograph")};
}

Paths pathsBelow(const QString &folder)
{
    return {folder % QLatin1String("/config.toml"), folder % QLatin1String("/data"), folder % QLatin1String("/state")};
}

bool makePrivateFolder(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return false;
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return QFileInfo(folder).isWritable();
}

} // namespace barograph
