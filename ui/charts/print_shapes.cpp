// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/print_shapes.h"

#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace barograph {

namespace {

/// Cuts of slanted strokes are right to this.
constexpr qreal kFineColumn = 0.5;
constexpr qreal kSameLine = 1e-6;

/// A line of corners without those that lie on the way from one to the next.
class ShapeOutline
{
public:
    void add(QPointF at)
    {
        while (m_points.size() > 1 && isOnTheWay(m_points[m_points.size() - 2], m_points.back(), at))
            m_points.pop_back();
        if (m_points.empty() || m_points.back() != at)
            m_points.push_back(at);
    }
    const std::vector<QPointF> &points() const { return m_points; }
    void clear() { m_points.clear(); }

private:
    static bool isOnTheWay(QPointF from, QPointF middle, QPointF to)
    {
        const QPointF one = middle - from;
        const QPointF other = to - middle;
        return std::abs(one.x() * other.y() - one.y() * other.x()) < kSameLine &&
               one.x() * other.x() + one.y() * other.y() >= 0;
    }

    std::vector<QPointF> m_points;
};

/// An area between an upper and a lower edge, both from the left to the right, which is closed again and again.
class ShapeBand
{
public:
    explicit ShapeBand(QPainterPath &path)
        : m_path(path)
    {}
    void add(qreal x, qreal top, qreal bottom)
    {
        m_upper.add({x, top});
        m_lower.add({x, bottom});
    }
    void close()
    {
        const auto &upper = m_upper.points();
        const auto &lower = m_lower.points();
        if (!upper.empty()) {
            m_path.moveTo(upper.front());
            std::for_each(upper.begin() + 1, upper.end(), [this](QPointF at) { m_path.lineTo(at); });
            std::for_each(lower.rbegin(), lower.rend(), [this](QPointF at) {
                if (m_path.currentPosition() != at)
                    m_path.lineTo(at);
            });
            m_path.closeSubpath();
        }
        m_upper.clear();
        m_lower.clear();
    }

private:
    QPainterPath &m_path;
    ShapeOutline m_upper;
    ShapeOutline m_lower;
};

/// Of all columns that are not empty; the top below the bottom where all are.
ColumnSpan extentOf(const ColumnSpans &columns)
{
    ColumnSpan extent;
    bool any = false;
    for (const ColumnSpan &span : columns.spans) {
        if (span.isEmpty())
            continue;
        extent.top = any ? std::min(extent.top, span.top) : span.top;
        extent.bottom = any ? std::max(extent.bottom, span.bottom) : span.bottom;
        any = true;
    }
    return extent;
}

} // namespace

bool wantsShapes(const QPainter &painter)
{
    const QPaintEngine *engine = painter.paintEngine();
    return (engine && engine->type() == QPaintEngine::SVG) || painter.worldTransform().isScaling();
}

ColumnSpans spansOf(const QRectF &area)
{
    ColumnSpans columns;
    columns.left = area.left();
    const auto count = static_cast<std::size_t>(std::max(1.0, std::ceil(area.width() / kFineColumn)));
    columns.width = area.width() / static_cast<qreal>(count);
    columns.spans.assign(count, {area.top(), area.bottom()});
    return columns;
}

QPainterPath stepsOf(const ColumnSpans &columns)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    ShapeBand band(path);
    for (std::size_t i = 0; i < columns.spans.size(); ++i) {
        const ColumnSpan &span = columns.spans[i];
        if (span.isEmpty()) {
            band.close();
            continue;
        }
        // Each from its own number: sums of widths would drift.
        band.add(columns.left + columns.width * static_cast<qreal>(i), span.top, span.bottom);
        band.add(columns.left + columns.width * static_cast<qreal>(i + 1), span.top, span.bottom);
    }
    band.close();
    return path;
}

QPainterPath strokesOf(const ColumnSpans &columns, const StrokePattern &pattern)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    const ColumnSpan extent = extentOf(columns);
    if (extent.isEmpty() || columns.spans.empty())
        return path;
    const auto count = static_cast<qreal>(columns.spans.size());
    const qreal right = columns.left + columns.width * count;
    const qreal slope = pattern.rising ? -1 : 1;
    // A stroke is where y lies between start + slope · x and that much plus its width.
    const qreal first = std::min(extent.top - slope * columns.left, extent.top - slope * right) - pattern.width;
    const qreal last = std::max(extent.bottom - slope * columns.left, extent.bottom - slope * right);
    ShapeBand band(path);
    const auto lastStroke = static_cast<int>(std::floor(last / pattern.every));
    for (auto stroke = static_cast<int>(std::floor(first / pattern.every)); stroke <= lastStroke; ++stroke) {
        const qreal start = stroke * pattern.every;
        const qreal one = (extent.top - pattern.width - start) / slope;
        const qreal other = (extent.bottom - start) / slope;
        const qreal from = std::floor((std::min(one, other) - columns.left) / columns.width);
        const qreal to = std::ceil((std::max(one, other) - columns.left) / columns.width);
        for (auto i = static_cast<std::size_t>(std::clamp(from, 0.0, count));
             i < static_cast<std::size_t>(std::clamp(to, 0.0, count)); ++i) {
            const ColumnSpan &span = columns.spans[i];
            const qreal x = columns.left + columns.width * static_cast<qreal>(i);
            const qreal upper = start + slope * x;
            const qreal upperEnd = upper + slope * columns.width;
            const bool outside =
                std::max(upper, upperEnd) + pattern.width <= span.top || std::min(upper, upperEnd) >= span.bottom;
            if (span.isEmpty() || outside) {
                band.close();
                continue;
            }
            const auto cut = [&span](qreal y) { return std::clamp(y, span.top, span.bottom); };
            band.add(x, cut(upper), cut(upper + pattern.width));
            band.add(x + columns.width, cut(upperEnd), cut(upperEnd + pattern.width));
        }
        band.close();
    }
    return path;
}

QPainterPath rowsOf(const ColumnSpans &columns, int every)
{
    QPainterPath path;
    const ColumnSpan extent = extentOf(columns);
    if (extent.isEmpty())
        return path;
    for (int row = static_cast<int>(std::floor(extent.top / every)) * every; row < extent.bottom; row += every) {
        const qreal middle = row + 0.5;
        const auto covers = [&](std::size_t i) {
            return columns.spans[i].top <= middle && middle < columns.spans[i].bottom;
        };
        for (std::size_t begin = 0; begin < columns.spans.size();) {
            std::size_t end = begin;
            while (end < columns.spans.size() && covers(end))
                ++end;
            if (end > begin) {
                path.moveTo(columns.left + columns.width * static_cast<qreal>(begin), middle);
                path.lineTo(columns.left + columns.width * static_cast<qreal>(end), middle);
            }
            begin = end + 1;
        }
    }
    return path;
}

QPainterPath dotsOf(const ColumnSpans &columns, int every)
{
    QPainterPath path;
    const qreal right = columns.left + columns.width * static_cast<qreal>(columns.spans.size());
    for (int place = 0; columns.left + place * every < right; ++place) {
        const qreal x = columns.left + place * every;
        const auto column = static_cast<std::size_t>((x + 0.5 - columns.left) / columns.width);
        if (column >= columns.spans.size() || columns.spans[column].isEmpty())
            continue;
        const ColumnSpan &span = columns.spans[column];
        const qreal shift = (place % 2 != 0 ? every / 2.0 : 0.0) + 0.5;
        for (int row = static_cast<int>(std::ceil((span.top - shift) / every)); row * every + shift < span.bottom;
             ++row) {
            const qreal y = row * every + shift;
            path.moveTo(x, y);
            path.lineTo(std::min(x + 1, right), y);
        }
    }
    return path;
}

} // namespace barograph
