// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

#include <QString>

#include <tl/expected.hpp>

#include <cstdio>

namespace barograph {

void printLine(std::FILE *stream, const QString &text);

/// One line of standard input, at most 4096 bytes, without its end. On a terminal `prompt` is shown and what is typed
/// is not.
Secret readSecretLine(const QString &prompt);

/// A passphrase typed at the terminal, whatever standard input is. The error says that there is none.
tl::expected<Secret, QString> askPassphrase(const QString &prompt);

/// The first line of a file that nobody else may read.
tl::expected<Secret, QString> readPassphraseFile(const QString &path);

/// Names a file with the passphrase of the encrypted secrets, for where nobody can be asked.
inline const char *const kPassphraseFileVariable = "BAROGRAPH_SECRETS_PASSPHRASE_FILE";

} // namespace barograph
