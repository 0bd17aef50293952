// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

namespace barograph {

/// How numbers are written on the screen: the one place that knows. English of the United States until told otherwise,
/// whatever the system says. Digits are not grouped: formatCount() and its like do that. Reports, files and the command
/// line never ask it. Any thread.
QLocale shownLocale();
/// For all texts made from now on. Main thread, before others make texts.
void setShownLocale(const QLocale &locale);

} // namespace barograph
