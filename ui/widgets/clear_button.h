// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QLineEdit;
QT_END_NAMESPACE

namespace barograph {

/// QLineEdit's own button that clears it, with the name that Qt does not give it.
void addClearButton(QLineEdit &line);

} // namespace barograph
