// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

#include <QMetaType>
#include <QString>

namespace barograph {

/// Where secrets are kept.
enum class SecretsHome : quint8 {
    Asking,     ///< it is being found out whether a keychain runs
    Keychain,   ///< the operating system's
    Undecided,  ///< no keychain runs and the operator has not chosen yet: nothing can be stored
    Memory,     ///< until Barograph closes
    FileLocked, ///< an encrypted file whose passphrase was not given yet
    File        ///< an encrypted file, open
};

struct SecretsStatus
{
    SecretsHome home = SecretsHome::Asking;
    QString text;  ///< one sentence for the screen
    QString error; ///< why the last choice did not work, e.g. a wrong passphrase; may be empty
    bool fileExists = false;
};

/// What the operator chose where no keychain runs.
struct SecretsChoice
{
    SecretsHome home = SecretsHome::Memory; ///< Memory or File
    Secret passphrase;                      ///< File: of the existing file, or of the one to make
};

} // namespace barograph

Q_DECLARE_METATYPE(barograph::SecretsStatus)
Q_DECLARE_METATYPE(barograph::SecretsChoice)
