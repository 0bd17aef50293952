// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/stack_shapes.h"

#include "charts/print_shapes.h"
#include "charts/stack_raster.h"
#include "theme/colors.h"

#include <QPainter>

#include <algorithm>
#include <array>

namespace barograph {

namespace {

constexpr StrokePattern kSendStrokes{8, 1, true};
constexpr StrokePattern kHatchStrokes{8, 1, true};
constexpr StrokePattern kOverStripes{8, 4, false};
constexpr int kPatternEvery = 4;

/// The columns of a picture as heights in its area.
class StackHeights
{
public:
    explicit StackHeights(const StackPicture &picture)
        : m_picture(picture)
    {
        for (auto &tops : m_tops)
            tops.reserve(picture.columns.size());
        for (const Column &column : picture.columns)
            append(column);
    }

    /// From the top of a kind down to the bottom, so that no seam shows between it and those below.
    ColumnSpans down(std::size_t kind) const
    {
        return spans([&](std::size_t x) { return ColumnSpan{m_tops[kind][x], m_picture.area.bottom()}; });
    }
    /// Of a kind alone.
    ColumnSpans band(std::size_t kind) const
    {
        return spans([&](std::size_t x) {
            return ColumnSpan{m_tops[kind][x], kind > 0 ? m_tops[kind - 1][x] : m_picture.area.bottom()};
        });
    }
    /// Of all kinds, what is above the budget.
    ColumnSpans over() const
    {
        const qreal limit = yOf(m_picture.budget);
        return spans([&](std::size_t x) { return ColumnSpan{m_tops.back()[x], limit}; });
    }
    /// Above all kinds, where one of them was not measured.
    ColumnSpans notMeasured() const
    {
        return spans([&](std::size_t x) {
            return m_picture.columns[x].notMeasuredMask != 0 ? ColumnSpan{m_picture.area.top(), m_tops.back()[x]}
                                                             : ColumnSpan{};
        });
    }
    ColumnSpans baseline() const
    {
        const qreal bottom = m_picture.area.bottom();
        return spans([&](std::size_t x) {
            return m_picture.columns[x].isGap() ? ColumnSpan{}
                                                : ColumnSpan{bottom - StackRaster::kBaselineRows, bottom};
        });
    }

private:
    qreal yOf(double eventsPerSecond) const
    {
        const QRectF &area = m_picture.area;
        return area.bottom() - area.height() * std::clamp(eventsPerSecond / m_picture.top, 0.0, 1.0);
    }
    void append(const Column &column)
    {
        double sum = 0;
        for (std::size_t kind = 0; kind < kEventKindCount; ++kind) {
            sum += (column.knownMask & (1U << kind)) != 0 ? column.counts.counts[kind] : 0;
            // However little it is, it must not look like a measured zero.
            const qreal highest = m_picture.area.bottom() - (sum > 0 ? StackRaster::kBaselineRows + 1 : 0);
            m_tops[kind].push_back(std::min(yOf(sum), highest));
        }
    }
    template<typename Make> ColumnSpans spans(const Make &make) const
    {
        ColumnSpans columns;
        columns.left = m_picture.area.left();
        columns.width = m_picture.area.width() / static_cast<qreal>(std::max<std::size_t>(1, m_picture.columns.size()));
        columns.spans.reserve(m_picture.columns.size());
        for (std::size_t x = 0; x < m_picture.columns.size(); ++x)
            columns.spans.push_back(make(x));
        return columns;
    }

    const StackPicture &m_picture;
    std::array<std::vector<qreal>, kEventKindCount> m_tops; ///< cumulated from the bottom
};

void paintPattern(QPainter &painter, std::size_t kind, const ColumnSpans &band, const QColor &ink)
{
    QPen pen(ink, 1);
    pen.setCapStyle(Qt::FlatCap);
    switch (kind) {
    case indexOf(EventKind::Send):
        painter.fillPath(strokesOf(band, kSendStrokes), ink);
        break;
    case indexOf(EventKind::Delivery):
        painter.strokePath(dotsOf(band, kPatternEvery), pen);
        break;
    case indexOf(EventKind::Read):
        painter.strokePath(rowsOf(band, kPatternEvery), pen);
        break;
    default:
        break;
    }
}

} // namespace

void paintStackShapes(QPainter &painter, const StackPicture &picture, const ThemeColors &colors)
{
    if (picture.columns.empty() || picture.area.isEmpty())
        return;
    const StackHeights heights(picture);
    const auto fill = [&painter](const QPainterPath &path, const QColor &color) {
        if (!path.isEmpty())
            painter.fillPath(path, color);
    };
    fill(strokesOf(heights.notMeasured(), kHatchStrokes), colors.hatch);
    fill(stepsOf(heights.baseline()), colors.baseline);
    for (std::size_t kind = kEventKindCount; kind-- > 0;)
        fill(stepsOf(heights.down(kind)), colors.kinds[kind]);
    for (std::size_t kind = 0; kind < kEventKindCount; ++kind)
        paintPattern(painter, kind, heights.band(kind), colors.kindPatterns[kind]);
    if (picture.budget > 0)
        fill(strokesOf(heights.over(), kOverStripes), colors.overBudget);
}

} // namespace barograph
