// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/forecast_layer.h"

#include "theme/colors.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace barograph {

namespace {

constexpr qreal kForecastMargin = 6;
constexpr qreal kEndRadius = 4;

} // namespace

ForecastLayer::ForecastLayer()
    : PlotLayer(LayerDepth::Fill)
{}

void ForecastLayer::paintFuture(QPainter &painter, const PlotGeometry &geometry) const
{
    const qreal from = std::round(geometry.xOf(m_content.now));
    if (from >= geometry.area.right() - 1)
        return;
    QColor ground = geometry.colors->grid;
    ground.setAlpha(110);
    const QRectF future(QPointF(std::max(from, geometry.area.left()), geometry.area.top()),
                        geometry.area.bottomRight());
    painter.fillRect(future, ground);
    painter.setPen(QPen(geometry.colors->axisText, 1, Qt::DotLine));
    painter.drawLine(future.topLeft(), future.bottomLeft());
}

void ForecastLayer::paintLimit(QPainter &painter, const PlotGeometry &geometry) const
{
    if (m_content.limit <= 0 || m_content.limit > geometry.scale.top)
        return;
    const QRectF &area = geometry.area;
    const qreal y = std::round(geometry.yOf(m_content.limit));
    painter.fillRect(QRectF(area.left(), std::max(area.top(), y - 1), area.width(), 2), geometry.colors->overBudget);
    painter.setPen(geometry.colors->axisText);
    const QRectF room(area.left() + kForecastMargin, area.top(), area.width() - 2 * kForecastMargin,
                      y - 2 - area.top());
    painter.drawText(room, Qt::AlignLeft | Qt::AlignBottom, m_content.limitText);
}

void ForecastLayer::paintTrend(QPainter &painter, const PlotGeometry &geometry) const
{
    const QColor color = m_content.isBad ? geometry.colors->critical : geometry.colors->info;
    if (!m_content.endsIn || geometry.xOf(m_content.now) >= geometry.area.right())
        return;
    // Down to the last pixel of the plot and no further: the far end may be days away.
    const Millis room = std::max(Millis{0}, geometry.window.right() - m_content.now);
    const Millis shown = std::min(*m_content.endsIn, room);
    const double end = m_content.value + m_content.perSecond * static_cast<double>(shown.count()) / 1'000;
    const QPointF from(geometry.xOf(m_content.now), geometry.yOf(m_content.value));
    const QPointF to(geometry.xOf(m_content.now + shown), geometry.yOf(std::max(0.0, end)));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 2, Qt::DashLine));
    painter.drawLine(from, to);
    if (*m_content.endsIn <= room) {
        painter.setPen(QPen(color, 2));
        painter.setBrush(geometry.colors->plotBackground);
        painter.drawEllipse(to, kEndRadius, kEndRadius);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void ForecastLayer::paintLayer(QPainter &painter, const PlotGeometry &geometry)
{
    paintFuture(painter, geometry);
    paintLimit(painter, geometry);
    paintTrend(painter, geometry);
}

} // namespace barograph
