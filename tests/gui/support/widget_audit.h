// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace barograph::testing {

/// What is wrong with a window for those who cannot see it well or use no mouse, one fault a line; empty when nothing
/// is. The window has to be shown; layouts are settled first.

/// Through QAccessible: everything that can have the focus and every button has a name, every label with a mnemonic
/// belongs to something, nothing that can have the focus is without a role.
QStringList nameFaults(QWidget &window);

/// With real Tab keys: everything that Tab should reach is reached once, nothing keeps the focus, the round comes back
/// to its beginning, and among neighbours it goes from top left to bottom right.
QStringList focusOrderFaults(QWidget &window);

/// Texts of labels, buttons, tabs, boxes, columns and choices that have less room than they need, or lie outside of
/// what is around them.
QStringList clippedTexts(QWidget &window);

/// Makes each text of labels and buttons twice as long, as a translation may be.
void doubleTexts(QWidget &window);

/// Lets nested layouts settle from the inside out.
void settle();

} // namespace barograph::testing
