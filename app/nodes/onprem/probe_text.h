// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace barograph {

/// What a node wrote, fit to be shown: at most 128 characters, and nothing that cannot be printed. Pure.
QString printableText(const QString &text);

} // namespace barograph
