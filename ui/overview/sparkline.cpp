// SPDX-License-Identifier: GPL-3.0-or-later
#include "overview/sparkline.h"

#include "series/column_reduction.h"
#include "theme/colors.h"

#include <algorithm>
#include <cmath>

namespace barograph {

namespace {

constexpr double kRoomAbove = 1.2;
/// Every so many pixels one stripe of the patterns.
constexpr int kStripe = 6;

double topOf(const std::vector<Column> &columns, double budget)
{
    quint32 highest = 0;
    for (const Column &column : columns)
        highest = std::max(highest, column.counts.total());
    return std::max({budget, static_cast<double>(highest), 1.0}) * kRoomAbove;
}

std::vector<Column> columnsOf(const SparklineRequest &request)
{
    if (!request.series)
        return std::vector<Column>(static_cast<std::size_t>(std::max(request.size.width(), 0)));
    return reduceToColumns(*request.series, request.from, request.until, request.size.width());
}

/// One pixel column, from its lower edge up.
class ColumnPen
{
public:
    ColumnPen(QImage &image, int x)
        : m_bits(reinterpret_cast<QRgb *>(image.bits()) + x)
        , m_stride(static_cast<int>(image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb))))
        , m_height(image.height())
        , m_x(x)
    {}

    void fill(int from, int to, QRgb color)
    {
        for (int y = std::max(from, 0); y < std::min(to, m_height); ++y)
            at(y) = color;
    }
    void stripe(int from, int to, QRgb color, bool rising)
    {
        for (int y = std::max(from, 0); y < std::min(to, m_height); ++y) {
            if ((rising ? m_x - y + m_height * kStripe : m_x + y) % kStripe < 2)
                at(y) = color;
        }
    }

private:
    QRgb &at(int y) { return m_bits[static_cast<std::ptrdiff_t>(m_height - 1 - y) * m_stride]; }

    QRgb *m_bits;
    int m_stride;
    int m_height;
    int m_x;
};

} // namespace

double sparklineTop(const SparklineRequest &request)
{
    return topOf(columnsOf(request), request.budget);
}

QImage drawSparkline(const SparklineRequest &request, const ThemeColors &colors)
{
    QImage image(request.size, QImage::Format_RGB32);
    image.fill(colors.plotBackground);
    if (image.isNull())
        return image;
    const auto columns = columnsOf(request);
    const double scale = image.height() / topOf(columns, request.budget);
    const int budgetY = static_cast<int>(std::lround(request.budget * scale));
    for (std::size_t x = 0; x < columns.size(); ++x) {
        const Column &column = columns[x];
        ColumnPen pen(image, static_cast<int>(x));
        if (column.notMeasuredMask != 0)
            pen.stripe(0, image.height(), colors.hatch.rgb(), false);
        if (column.isGap())
            continue;
        double sum = 0;
        int y = 0;
        for (const EventKind kind : kEventKinds) {
            sum += column.counts[kind];
            const int top = static_cast<int>(std::lround(sum * scale));
            pen.fill(y, top, colors.kind(kind).rgb());
            y = std::max(y, top);
        }
        if (request.budget > 0 && y > budgetY) {
            pen.stripe(budgetY, y, colors.overBudget.rgb(), true);
            pen.fill(std::max(budgetY, y - 2 * request.line), y, colors.overBudget.rgb());
        }
        // A measured zero is not a gap.
        pen.fill(0, request.line, colors.baseline.rgb());
    }
    if (request.budget > 0) {
        for (int x = 0; x < image.width(); ++x)
            ColumnPen(image, x).fill(budgetY - request.line / 2, budgetY - request.line / 2 + request.line,
                                     colors.budget.rgb());
    }
    return image;
}

} // namespace barograph
