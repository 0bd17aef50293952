// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/icons.h"

#include <QString>

namespace barograph {

/// A hint, not a proof: how long somebody would guess at random.
struct PassphraseHint
{
    Mark mark = Mark::Unknown;
    QString text;
    bool usable = false; ///< false: too short to be taken at all
};
PassphraseHint passphraseHint(const QString &passphrase);

} // namespace barograph
