// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue_gauge.h"

#include "incoming/queue_risk.h"
#include "text/numbers.h"
#include "theme/colors.h"
#include "widgets/font_scaled.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace barograph {

namespace {

constexpr int kGaugeBar = 16;
constexpr int kTickLength = 4;
constexpr int kGaugeArrow = 18;
constexpr int kGaugeGap = 6;

bool isThere(Truth truth)
{
    return truth == Truth::Measured || truth == Truth::Estimated || truth == Truth::Stale;
}

/// 1,000 → "1k": there is room for little.
QString shortCount(double count)
{
    if (count >= 1'000'000)
        return QueueGauge::tr("%1M").arg(formatRate(count / 1'000'000));
    return count >= 1'000 ? QueueGauge::tr("%1k").arg(formatRate(count / 1'000)) : formatRate(count);
}

} // namespace

QueueGauge::QueueGauge(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Incoming queue against its capacity"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void QueueGauge::setView(const IncomingView &view, const QString &words)
{
    if (accessibleDescription() != words)
        setAccessibleDescription(words);
    if (view == m_view)
        return;
    m_view = view;
    update();
}

double QueueGauge::positionOf(double depth, double capacity)
{
    if (depth <= 0 || capacity <= 0)
        return 0;
    return std::clamp(std::log10(1 + depth) / std::log10(1 + capacity), 0.0, 1.0);
}

QSize QueueGauge::sizeHint() const
{
    return {240, barHeight() + kTickLength + fontMetrics().height() + 2};
}

QSize QueueGauge::minimumSizeHint() const
{
    return {160, sizeHint().height()};
}

QRect QueueGauge::barRect() const
{
    const int left = arrowWidth() + kGaugeGap;
    return {left, 1, width() - left - 1, barHeight()};
}

int QueueGauge::barHeight() const
{
    return fontScaled(kGaugeBar, font());
}

int QueueGauge::arrowWidth() const
{
    return fontScaled(kGaugeArrow, font());
}

QColor QueueGauge::ink() const
{
    const ThemeColors &colors = themeColors(palette());
    if (m_view.depth.truth() == Truth::Stale)
        return colors.faintText;
    switch (riskOf(m_view)) {
    case QueueRisk::Losing:
    case QueueRisk::Imminent:
    case QueueRisk::Soon:
        return colors.critical;
    case QueueRisk::Watch:
        return colors.warning;
    case QueueRisk::Unknown:
    case QueueRisk::None:
        break;
    }
    return m_view.trend == QueueTrend::Filling ? colors.warning : colors.info;
}

void QueueGauge::paintArrow(QPainter &painter, const QRectF &rect) const
{
    const ThemeColors &colors = themeColors(palette());
    const QPointF middle = rect.center();
    const double reach = rect.width() / 2 - 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink());
    if (m_view.full) {
        // An arrow that runs against a wall.
        painter.drawPolygon(QPolygonF(
            {middle + QPointF(-reach, reach), middle + QPointF(reach, reach), middle + QPointF(0, -reach + 3)}));
        painter.drawRect(QRectF(rect.left() + 1, rect.top() + 1, rect.width() - 2, 3));
        return;
    }
    switch (m_view.trend) {
    case QueueTrend::Filling:
        painter.drawPolygon(
            QPolygonF({middle + QPointF(-reach, reach), middle + QPointF(reach, reach), middle + QPointF(0, -reach)}));
        return;
    case QueueTrend::Draining:
        painter.setBrush(colors.ok);
        painter.drawPolygon(
            QPolygonF({middle + QPointF(-reach, -reach), middle + QPointF(reach, -reach), middle + QPointF(0, reach)}));
        return;
    case QueueTrend::Steady:
        painter.drawRect(QRectF(middle.x() - reach, middle.y() - 5, 2 * reach, 3));
        painter.drawRect(QRectF(middle.x() - reach, middle.y() + 2, 2 * reach, 3));
        return;
    case QueueTrend::Empty:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colors.ok, 2));
        painter.drawEllipse(middle, reach - 1, reach - 1);
        return;
    case QueueTrend::Unknown:
        break;
    }
    painter.setPen(colors.faintText);
    const bool never = m_view.depth.truth() == Truth::NotSupported;
    painter.drawText(rect, Qt::AlignCenter, never ? QStringLiteral("–") : QStringLiteral("?"));
}

void QueueGauge::paintFill(QPainter &painter, const QRect &bar) const
{
    if (!isThere(m_view.depth.truth()))
        return;
    const auto capacity = static_cast<double>(m_view.capacity);
    const auto depth = static_cast<double>(m_view.depth.value());
    QRectF fill(bar);
    fill.setWidth(std::round(positionOf(depth, capacity) * bar.width()));
    // Even one message has to be seen.
    if (depth > 0)
        fill.setWidth(std::max(fill.width(), 3.0));
    if (m_view.depth.truth() == Truth::Measured) {
        painter.fillRect(fill, ink());
        return;
    }
    QColor faint = ink();
    faint.setAlpha(70);
    painter.fillRect(fill, faint);
    painter.fillRect(fill, QBrush(ink(), m_view.depth.truth() == Truth::Stale ? Qt::Dense6Pattern : Qt::BDiagPattern));
    painter.fillRect(QRectF(fill.right() - 2, fill.top(), std::min(2.0, fill.width()), fill.height()), ink());
}

void QueueGauge::paintTicks(QPainter &painter, const QRect &bar) const
{
    const ThemeColors &colors = themeColors(palette());
    const auto capacity = static_cast<double>(m_view.capacity);
    painter.setPen(colors.axisText);
    const QFontMetrics metrics(painter.font());
    const int baseline = bar.bottom() + kTickLength + 2;
    const auto label = [&](double value, double x, Qt::Alignment side) {
        const QString text = shortCount(value);
        const int textWidth = metrics.horizontalAdvance(text);
        const double left = side == Qt::AlignRight ? x - textWidth : side == Qt::AlignLeft ? x : x - textWidth / 2.0;
        painter.drawLine(QPointF(x, bar.bottom() + 1), QPointF(x, bar.bottom() + kTickLength));
        painter.drawText(QRectF(left, baseline, textWidth + 1, metrics.height()), Qt::AlignLeft, text);
        return QRectF(left - 8, baseline, textWidth + 16, metrics.height());
    };
    label(0, bar.left(), Qt::AlignLeft);
    if (m_view.capacity <= 0)
        return; // not known in a frame that tells nothing of it
    const QRectF last = label(capacity, bar.right(), Qt::AlignRight);
    for (qint64 tick = 10; tick < m_view.capacity; tick *= 10) {
        const auto value = static_cast<double>(tick);
        const double x = bar.left() + positionOf(value, capacity) * bar.width();
        if (x < last.left() - metrics.horizontalAdvance(shortCount(value)))
            label(value, x, Qt::AlignHCenter);
    }
}

void QueueGauge::paintEvent(QPaintEvent * /*event*/)
{
    const ThemeColors &colors = themeColors(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect bar = barRect();
    paintArrow(painter, QRectF(0, bar.top(), arrowWidth(), bar.height()));
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(bar, colors.plotBackground);
    paintFill(painter, bar);
    const bool there = isThere(m_view.depth.truth());
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(there ? colors.axisText : colors.grid, 1, there ? Qt::SolidLine : Qt::DashLine));
    painter.drawRect(bar.adjusted(0, 0, -1, -1));
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    painter.setFont(small);
    paintTicks(painter, bar);
}

} // namespace barograph
