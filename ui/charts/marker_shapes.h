// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markers/marker.h"

#include <QImage>
#include <QPainterPath>

#include <array>

class QPainter;

namespace barograph {

struct ThemeColors;

/// A shape for each kind of marker, so that none needs its colour: square (control), triangle (state: upwards for the
/// worse, downwards for the better), diamond (failover), ring (drift), flag (annotation). What is for the worse is
/// filled and larger, everything else is an outline.
QPainterPath markerShape(MarkerKind kind, bool bad, const QRectF &area);
/// In the colours of its kind. `many`: with another shape behind it.
void paintMarkerShape(QPainter &painter, const QRectF &area, MarkerKind kind, bool bad, bool many,
                      const ThemeColors &colors);
QColor markerColor(const ThemeColors &colors, MarkerKind kind, bool bad);
/// "Control", "State", "Failover", "Settings changed", "Note".
QString markerKindText(MarkerKind kind);

/// The shapes as small pictures: ten thousand markers are drawn as copies. GUI thread.
class MarkerShapes
{
public:
    /// Logical pixels; also the width of a slot of markers.
    static constexpr int kSize = 13;

    void render(const ThemeColors &colors, qreal ratio);
    /// `many`: with another shape behind it.
    const QImage &image(MarkerKind kind, bool bad, bool many) const { return m_images[indexOf(kind, bad, many)]; }

private:
    static std::size_t indexOf(MarkerKind kind, bool bad, bool many)
    {
        return static_cast<std::size_t>(kind) * 4 + (bad ? 2U : 0U) + (many ? 1U : 0U);
    }
    std::array<QImage, kMarkerKindCount * 4> m_images;
};

} // namespace barograph
