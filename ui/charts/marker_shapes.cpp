// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/marker_shapes.h"

#include "theme/colors.h"

#include <QCoreApplication>
#include <QPainter>

#include <cmath>

namespace barograph {

namespace {

struct MarkerWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Marker)
};

/// Of the size, around a shape that is not for the worse.
constexpr qreal kCalmInset = 0.12;
constexpr qreal kManyShift = 0.16;

} // namespace

QPainterPath markerShape(MarkerKind kind, bool bad, const QRectF &area)
{
    QPainterPath path;
    const qreal x = area.left();
    const qreal y = area.top();
    const qreal w = area.width();
    const qreal h = area.height();
    switch (kind) {
    case MarkerKind::Control:
        path.addRect(area.adjusted(w * 0.1, h * 0.1, -w * 0.1, -h * 0.1));
        break;
    case MarkerKind::StateChange:
        if (bad)
            path.addPolygon(QPolygonF({{x + w / 2, y}, {x + w, y + h * 0.92}, {x, y + h * 0.92}}));
        else
            path.addPolygon(QPolygonF({{x, y + h * 0.08}, {x + w, y + h * 0.08}, {x + w / 2, y + h}}));
        path.closeSubpath();
        break;
    case MarkerKind::Failover:
        path.addPolygon(QPolygonF({{x + w / 2, y}, {x + w, y + h / 2}, {x + w / 2, y + h}, {x, y + h / 2}}));
        path.closeSubpath();
        break;
    case MarkerKind::Drift:
        path.addEllipse(area.adjusted(w * 0.05, h * 0.05, -w * 0.05, -h * 0.05));
        break;
    case MarkerKind::Annotation:
        path.addPolygon(
            QPolygonF({{x + w * 0.2, y + h}, {x + w * 0.2, y}, {x + w, y + h * 0.3}, {x + w * 0.2, y + h * 0.6}}));
        path.closeSubpath();
        break;
    }
    return path;
}

QColor markerColor(const ThemeColors &colors, MarkerKind kind, bool bad)
{
    if (bad)
        return colors.critical;
    switch (kind) {
    case MarkerKind::StateChange:
        return colors.ok;
    case MarkerKind::Failover:
    case MarkerKind::Drift:
        return colors.warning;
    case MarkerKind::Control:
        return colors.info;
    case MarkerKind::Annotation:
        break;
    }
    return colors.axisText;
}

QString markerKindText(MarkerKind kind)
{
    switch (kind) {
    case MarkerKind::Control:
        return MarkerWords::tr("Control");
    case MarkerKind::StateChange:
        return MarkerWords::tr("State");
    case MarkerKind::Failover:
        return MarkerWords::tr("Failover");
    case MarkerKind::Drift:
        return MarkerWords::tr("Settings changed");
    case MarkerKind::Annotation:
        break;
    }
    return MarkerWords::tr("Note");
}

void paintMarkerShape(QPainter &painter, const QRectF &area, MarkerKind kind, bool bad, bool many,
                      const ThemeColors &colors)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = markerColor(colors, kind, bad);
    const qreal inset = 1 + (bad ? 0 : area.width() * kCalmInset);
    QRectF inner = area.adjusted(inset, inset, -inset, -inset);
    painter.setPen(QPen(color, bad ? 1 : 1.6));
    if (many) {
        // The one behind looks out at the upper right.
        const qreal shift = area.width() * kManyShift;
        painter.setBrush(colors.plotBackground);
        inner.adjust(0, shift / 2, -shift / 2, 0);
        painter.drawPath(markerShape(kind, bad, inner.translated(shift, -shift)));
    }
    painter.setBrush(bad ? color : colors.plotBackground);
    painter.drawPath(markerShape(kind, bad, inner));
}

void MarkerShapes::render(const ThemeColors &colors, qreal ratio)
{
    const int pixels = static_cast<int>(std::lround(kSize * ratio));
    for (std::size_t i = 0; i < m_images.size(); ++i) {
        const auto kind = static_cast<MarkerKind>(i / 4);
        const bool bad = (i & 2U) != 0;
        const bool many = (i & 1U) != 0;
        QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.scale(ratio, ratio);
        paintMarkerShape(painter, QRectF(0, 0, kSize, kSize), kind, bad, many, colors);
        painter.end();
        m_images[i] = image;
    }
}

} // namespace barograph
