// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command_line.h"
#include "config/paths.h"

namespace barograph {

class SecretStore;

/// `barograph secret --node ID --name NAME [--remove]`: reads one line from standard input, without echo on a terminal,
/// and stores it in the keychain; where none runs, or where it was chosen in the window, in the encrypted file.
/// `--new-passphrase` gives that file another passphrase. Needs a QCoreApplication, runs an event loop, talks on
/// standard output and error, and returns the exit code: 0, or 1 with the reason on standard error.
int runSecretCommand(const CommandLine &line, const Paths &paths);

/// The part behind reading; refuses an empty value. Returns the exit code.
int storeSecret(const CommandLine &line, const QByteArray &value, SecretStore &store);

} // namespace barograph
