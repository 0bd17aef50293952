// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/span_layer.h"

#include "charts/print_shapes.h"
#include "theme/colors.h"

#include <QPainter>

namespace barograph {

namespace {

constexpr int kSpanTile = 16;
constexpr int kSpanTextMargin = 6;
/// Narrower than this, no word can be read.
constexpr int kLeastSpanText = 48;
/// Below the row of markers.
constexpr int kSpanTextTop = 20;

/// Transparent beside the strokes. `rising`: from the lower left to the upper right.
QImage strokesTile(const QColor &ink, int every, int width, bool rising)
{
    QImage tile(kSpanTile, kSpanTile, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < kSpanTile; ++y) {
        auto *line = reinterpret_cast<QRgb *>(tile.scanLine(y));
        for (int x = 0; x < kSpanTile; ++x) {
            const int along = ((rising ? x + y : x - y) + kSpanTile) % every;
            line[x] = along < width ? qPremultiply(ink.rgba()) : 0;
        }
    }
    return tile;
}

QColor pausedInk(const ThemeColors &colors)
{
    QColor ink = colors.warning;
    ink.setAlpha(90);
    return ink;
}

constexpr StrokePattern kPausedStrokes{16, 3, false};
constexpr StrokePattern kNotMeasuredStrokes{8, 1, true};

QImage spanTileOf(const StrokePattern &pattern, const QColor &ink)
{
    return strokesTile(ink, static_cast<int>(pattern.every), static_cast<int>(pattern.width), pattern.rising);
}

} // namespace

void paintPausedSwatch(QPainter &painter, const QRect &rect, const ThemeColors &colors)
{
    if (wantsShapes(painter)) {
        painter.fillPath(strokesOf(spansOf(QRectF(rect)), kPausedStrokes), pausedInk(colors));
    } else {
        painter.setBrushOrigin(rect.topLeft());
        painter.fillRect(rect, QBrush(spanTileOf(kPausedStrokes, pausedInk(colors))));
        painter.setBrushOrigin(0, 0);
    }
    painter.fillRect(QRect(rect.left(), rect.top(), 1, rect.height()), colors.warning);
    painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), colors.warning);
}

SpanLayer::SpanLayer()
    : PlotLayer(LayerDepth::Spans)
{}

void SpanLayer::geometryChanged()
{
    const ThemeColors *colors = geometry().colors;
    if (!colors || colors == m_tileColors)
        return;
    m_tileColors = colors;
    m_pausedTile = spanTileOf(kPausedStrokes, pausedInk(*colors));
    m_notMeasuredTile = spanTileOf(kNotMeasuredStrokes, colors->hatch);
}

void SpanLayer::paintLayer(QPainter &painter, const PlotGeometry &geometry)
{
    const qreal phase =
        geometry.columnWidth() * static_cast<qreal>(geometry.window.firstColumn % (qint64{kSpanTile} * 2));
    for (const Span &span : m_spans) {
        const bool paused = span.kind == Kind::Paused;
        QRectF area(geometry.xOfColumn(span.begin), geometry.area.top(),
                    (span.end - span.begin) * geometry.columnWidth(), geometry.area.height());
        area = area.intersected(geometry.area);
        if (area.isEmpty())
            continue;
        if (wantsShapes(painter)) {
            painter.fillPath(strokesOf(spansOf(area), paused ? kPausedStrokes : kNotMeasuredStrokes),
                             paused ? pausedInk(*geometry.colors) : geometry.colors->hatch);
        } else {
            // Strokes move with the data.
            painter.setBrushOrigin(QPointF(geometry.area.left() - phase, geometry.area.top()));
            painter.fillRect(area, QBrush(paused ? m_pausedTile : m_notMeasuredTile));
        }
        if (paused) {
            painter.fillRect(QRectF(area.left(), area.top(), 1, area.height()), geometry.colors->warning);
            painter.fillRect(QRectF(area.right() - 1, area.top(), 1, area.height()), geometry.colors->warning);
        }
        paintText(painter, span, area);
    }
    painter.setBrushOrigin(0, 0);
}

void SpanLayer::paintText(QPainter &painter, const Span &span, const QRectF &area) const
{
    if (span.text.isEmpty() || area.width() < kLeastSpanText)
        return;
    const QFontMetricsF metrics(painter.font());
    const QString text = metrics.elidedText(span.text, Qt::ElideRight, area.width() - 2 * kSpanTextMargin);
    QRectF box(area.left() + kSpanTextMargin, area.top() + kSpanTextTop, metrics.horizontalAdvance(text) + 6,
               metrics.height() + 2);
    if (box.bottom() > area.bottom())
        return;
    QColor ground = geometry().colors->plotBackground;
    ground.setAlpha(225);
    painter.fillRect(box, ground);
    painter.setPen(span.kind == Kind::Paused ? geometry().colors->warning : geometry().colors->faintText);
    painter.drawText(box, Qt::AlignCenter, text);
}

} // namespace barograph
