// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace barograph {

/// "a", "a and b", "a, b, and c": as the language of the screen writes it. Empty entries are left out.
QString joinedList(QStringList entries);
/// Whole sentences, one after the other. Empty ones are left out.
QString joinedSentences(QStringList sentences);

} // namespace barograph
