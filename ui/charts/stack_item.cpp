// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/stack_item.h"

#include "theme/colors.h"

#include <QPainter>

namespace barograph {

namespace {

constexpr int kStripHeight = 4;
constexpr int kMinGapTextWidth = 70;
constexpr int kGapTextLift = 8;

} // namespace

StackItem::StackItem(QGraphicsItem *parent)
    : QGraphicsItem(parent)
{
    // Above the chart's grid and below its axes' labels.
    setZValue(3);
}

void StackItem::setPlotArea(const QRectF &exact)
{
    const QRectF area(exact.toRect());
    if (area == m_area)
        return;
    prepareGeometryChange();
    m_area = area;
    m_dirty = true;
}

void StackItem::setColors(const ThemeColors &colors, qreal ratio)
{
    m_colors = &colors;
    m_ratio = ratio;
    m_raster.setColors(colors, ratio);
    changed();
}

void StackItem::changed()
{
    m_dirty = true;
    update();
}

double StackItem::columnWidth() const
{
    return m_content.columns.empty() ? 1 : m_area.width() / static_cast<double>(m_content.columns.size());
}

void StackItem::paint(QPainter *painter, const QStyleOptionGraphicsItem * /*option*/, QWidget * /*widget*/)
{
    if (m_area.isEmpty() || !m_colors)
        return;
    const int rows = qRound(m_area.height() * m_ratio);
    if (m_dirty || !m_image) {
        m_image = &m_raster.render(
            {m_content.columns, m_content.window.firstColumn, rows, rows / m_content.yMax, m_content.budget});
        m_dirty = false;
    }
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->drawImage(m_area, *m_image);
    paintOverBudgetStrip(*painter);
    paintBudget(*painter);
    paintGaps(*painter);
    if (m_content.cursorColumn >= 0) {
        painter->setPen(QPen(m_colors->axisText, 0, Qt::DotLine));
        const qreal x = m_area.left() + (m_content.cursorColumn + 0.5) * columnWidth();
        painter->drawLine(QPointF(x, m_area.top()), QPointF(x, m_area.bottom()));
    }
}

void StackItem::paintBudget(QPainter &painter) const
{
    if (m_content.budget <= 0 || m_content.budget > m_content.yMax)
        return;
    const qreal y = m_area.bottom() - m_area.height() * m_content.budget / m_content.yMax;
    // A halo in the background's colour keeps the line visible across all four fills.
    QColor halo = m_colors->plotBackground;
    halo.setAlpha(190);
    painter.fillRect(QRectF(m_area.left(), qRound(y) - 2, m_area.width(), 4), halo);
    painter.fillRect(QRectF(m_area.left(), qRound(y) - 1, m_area.width(), 2), m_colors->budget);
}

void StackItem::paintOverBudgetStrip(QPainter &painter) const
{
    if (m_content.budget <= 0)
        return;
    const double width = columnWidth();
    const std::size_t count = m_content.columns.size();
    for (std::size_t begin = 0; begin < count;) {
        const auto isOver = [&](std::size_t x) { return m_content.columns[x].counts.total() > m_content.budget; };
        std::size_t end = begin + 1;
        if (isOver(begin)) {
            while (end < count && isOver(end))
                ++end;
            painter.fillRect(QRectF(m_area.left() + static_cast<double>(begin) * width, m_area.top(),
                                    std::max(1.0, static_cast<double>(end - begin) * width), kStripHeight),
                             m_colors->overBudget);
        }
        begin = end;
    }
}

void StackItem::paintGaps(QPainter &painter) const
{
    if (m_gapText.isEmpty())
        return;
    const double width = columnWidth();
    const std::size_t count = m_content.columns.size();
    painter.setPen(m_colors->faintText);
    for (std::size_t begin = 0; begin < count;) {
        const auto isGap = [&](std::size_t x) {
            return m_content.columns[x].isGap() && m_content.columns[x].notMeasuredMask == 0;
        };
        std::size_t end = begin + 1;
        if (isGap(begin)) {
            while (end < count && isGap(end))
                ++end;
            const QRectF gap(m_area.left() + static_cast<double>(begin) * width, m_area.top(),
                             static_cast<double>(end - begin) * width, m_area.height() - kGapTextLift);
            if (gap.width() >= kMinGapTextWidth)
                painter.drawText(gap, Qt::AlignHCenter | Qt::AlignBottom, m_gapText);
        }
        begin = end;
    }
}

} // namespace barograph
