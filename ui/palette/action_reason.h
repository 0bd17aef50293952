// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

QT_BEGIN_NAMESPACE
class QAction;
QT_END_NAMESPACE

namespace barograph {

/// Enables or disables it, and keeps in the latter case why, for the palette and the status tip.
void setAvailable(QAction &action, bool available, const QString &whyNot);
/// Why the action is disabled; empty if it is not, or if nobody said.
QString whyNot(const QAction &action);

} // namespace barograph
