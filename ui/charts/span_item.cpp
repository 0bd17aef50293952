// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/span_item.h"

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

} // namespace

void SpanItem::layoutChanged()
{
    if (!colors())
        return;
    QColor ink = colors()->warning;
    ink.setAlpha(90);
    m_pausedTile = strokesTile(ink, 16, 3, false);
    m_notMeasuredTile = strokesTile(colors()->hatch, 8, 1, true);
}

void SpanItem::show(const PlotWindow &window)
{
    m_window = window;
    update();
}

void SpanItem::paint(QPainter *painter, const QStyleOptionGraphicsItem * /*option*/, QWidget * /*widget*/)
{
    if (plotArea().isEmpty() || !colors() || m_spans.empty())
        return;
    const auto phase = static_cast<qreal>(m_window.firstColumn % (kSpanTile * 2)) / ratio();
    painter->setRenderHint(QPainter::Antialiasing, false);
    for (const Span &span : m_spans) {
        const bool paused = span.kind == Kind::Paused;
        QRectF area(xOfColumn(span.begin), plotArea().top(), (span.end - span.begin) / ratio(), plotArea().height());
        area = area.intersected(plotArea());
        if (area.isEmpty())
            continue;
        // Strokes move with the data.
        painter->setBrushOrigin(QPointF(plotArea().left() - phase, plotArea().top()));
        painter->fillRect(area, QBrush(paused ? m_pausedTile : m_notMeasuredTile));
        if (paused) {
            painter->fillRect(QRectF(area.left(), area.top(), 1, area.height()), colors()->warning);
            painter->fillRect(QRectF(area.right() - 1, area.top(), 1, area.height()), colors()->warning);
        }
        paintText(*painter, span, area);
    }
    painter->setBrushOrigin(0, 0);
}

void SpanItem::paintText(QPainter &painter, const Span &span, const QRectF &area) const
{
    if (span.text.isEmpty() || area.width() < kLeastSpanText)
        return;
    const QFontMetricsF metrics(painter.font());
    const QString text = metrics.elidedText(span.text, Qt::ElideRight, area.width() - 2 * kSpanTextMargin);
    QRectF box(area.left() + kSpanTextMargin, area.top() + kSpanTextTop, metrics.horizontalAdvance(text) + 6,
               metrics.height() + 2);
    if (box.bottom() > area.bottom())
        return;
    QColor ground = colors()->plotBackground;
    ground.setAlpha(225);
    painter.fillRect(box, ground);
    painter.setPen(span.kind == Kind::Paused ? colors()->warning : colors()->faintText);
    painter.drawText(box, Qt::AlignCenter, text);
}

} // namespace barograph
