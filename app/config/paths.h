// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace barograph {

/// Where files live, by the XDG base directory rules. Folders are made on first use, readable by the user only.
struct Paths
{
    QString configFile; ///< $XDG_CONFIG_HOME/barograph/config.toml
    QString dataDir;    ///< $XDG_DATA_HOME/barograph: journal/, history.sqlite, audit.jsonl, installation.key,
                        ///< secrets.sealed, …
    QString stateDir;   ///< $XDG_STATE_HOME/barograph: log, window geometry, instance lock

    QString journalDir() const;
    QString captureDir() const;
    QString historyFile() const;
    QString auditFile() const;
    QString installationKeyFile() const;
    QString listenerCertificateFile() const; ///< the one that the listener makes for itself
    QString listenerKeyFile() const;
    QString sealedSecretsFile() const; ///< encrypted, where no keychain runs and it was chosen
    QString secretsChoiceFile() const; ///< that it was chosen
};

/// The user's own paths.
Paths standardPaths();
/// Everything below one folder: for the demo, which must not mix with real data, and for tests.
Paths pathsBelow(const QString &folder);

/// Makes `folder` and its parents with access for the user only. False if it cannot be made or written.
bool makePrivateFolder(const QString &folder);

} // namespace barograph
