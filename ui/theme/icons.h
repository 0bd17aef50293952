// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "health/health.h"

#include <QIcon>
#include <QRectF>

class QPainter;
class QPalette;

namespace barograph {

struct ThemeColors;

/// Shapes that stand for a state. Each has an outline of its own, so that it can be told without its colour.
enum class Mark : quint8 {
    Ok,       ///< disc with a tick
    Warning,  ///< triangle with an exclamation mark
    Critical, ///< octagon with a cross
    Unknown,  ///< ring with a question mark
    Paused,   ///< square with two bars
    Playing,  ///< square with a triangle
    Copy,     ///< two sheets
    Info,     ///< disc with an i
    Lock,     ///< padlock: the way is encrypted
    Record,   ///< ring around a disc: something is being written down
    Silent,   ///< speech bubble, struck through: it should be talking
    Off,      ///< the sign of a power switch: switched off on purpose
    Standby,  ///< ring with the hands of a clock: waits to take over
    Skipped   ///< ring with a dash: was not looked at
};

Mark markOf(NodeState state);
QColor markColor(Mark mark, const ThemeColors &colors);

/// Draws the mark into the largest square in the middle of `rect`.
void paintMark(QPainter &painter, const QRectF &rect, Mark mark, const ThemeColors &colors);
/// The mark as an icon in the colours that fit `palette`. Fetch it anew on PaletteChange.
QIcon markIcon(Mark mark, const QPalette &palette);
/// The program's own icon.
QIcon applicationIcon();

} // namespace barograph
