// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace barograph {

/// What came of storing and reading secrets. Any thread may ask for them.
struct SecretWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Secrets)
};

} // namespace barograph
