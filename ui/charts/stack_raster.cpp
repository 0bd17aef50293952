// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/stack_raster.h"

#include "charts/print_shapes.h"
#include "charts/stack_shapes.h"
#include "theme/colors.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace barograph {

namespace {

/// Sparse pattern that tells the kinds apart without their colours: plain, strokes, dots, lines.
bool isPatternPixel(std::size_t kind, int x, int y)
{
    switch (kind) {
    case indexOf(EventKind::Send):
        return ((x + y) & 7) == 0;
    case indexOf(EventKind::Delivery):
        return (x & 3) == 0 && (y & 3) == ((x & 4) != 0 ? 0 : 2);
    case indexOf(EventKind::Read):
        return (y & 3) == 0;
    default:
        return false;
    }
}

QRgb opaque(const QColor &color)
{
    return color.rgb() | 0xff000000U;
}

/// High enough for any count of the sample to fill it.
void paintStackSwatch(const Column &sample, QPainter &painter, const QRect &rect, const ThemeColors &colors)
{
    if (wantsShapes(painter)) {
        painter.fillRect(rect, colors.plotBackground);
        const std::vector<Column> columns(static_cast<std::size_t>(std::max(rect.width(), 0)) * 2, sample);
        paintStackShapes(painter, {columns, QRectF(rect), static_cast<double>(rect.height()), 0}, colors);
        return;
    }
    const std::vector<Column> columns(static_cast<std::size_t>(std::max(rect.width(), 0)), sample);
    StackRaster raster;
    raster.setColors(colors, 1);
    painter.fillRect(rect, colors.plotBackground);
    painter.drawImage(rect.topLeft(), raster.render({columns, 0, rect.height(), 1, 0}));
}

} // namespace

void StackRaster::setColors(const ThemeColors &colors, qreal ratio)
{
    // Tiles are drawn in logical pixels, so that a pattern does not turn into a tint on a dense screen.
    const int scale = ratio >= 1.5 ? 2 : 1;
    for (int row = 0; row < kTile; ++row) {
        const int y = row / scale;
        for (int column = 0; column < kTile; ++column) {
            const int x = column / scale;
            const auto at = [column](int layer) { return cellOf(layer, column); };
            TileRow &normal = m_tiles[0][static_cast<std::size_t>(row)];
            TileRow &over = m_tiles[1][static_cast<std::size_t>(row)];
            const bool stripe = ((x - y) & 7) < 4;
            for (std::size_t kind = 0; kind < kEventKindCount; ++kind) {
                const QRgb fill = opaque(isPatternPixel(kind, x, y) ? colors.kindPatterns[kind] : colors.kinds[kind]);
                normal[at(static_cast<int>(kind))] = fill;
                over[at(static_cast<int>(kind))] = stripe ? opaque(colors.overBudget) : fill;
            }
            for (TileRow *tile : {&normal, &over}) {
                (*tile)[at(kEmptyLayer)] = 0;
                (*tile)[at(kHatchLayer)] = ((x + y) & 7) == 0 ? opaque(colors.hatch) : 0;
                (*tile)[at(kBaseLayer)] = opaque(colors.baseline);
            }
        }
    }
}

int StackRaster::rowOf(double eventsPerSecond, const Scene &scene)
{
    const double rows = std::clamp(eventsPerSecond * scene.pixelsPerEvent, 0.0, static_cast<double>(scene.height));
    return scene.height - static_cast<int>(std::lround(rows));
}

void StackRaster::layOut(const Scene &scene)
{
    const std::size_t width = scene.columns.size();
    for (auto &tops : m_tops)
        tops.resize(width);
    m_ground.resize(width);
    m_baseGround.resize(width);
    m_highestRow = scene.height - kBaselineRows;
    m_anyHatched = false;
    for (std::size_t x = 0; x < width; ++x) {
        const Column &sample = scene.columns[x];
        double sum = 0;
        for (std::size_t kind = 0; kind < kEventKindCount; ++kind) {
            const bool known = (sample.knownMask & (1U << kind)) != 0;
            sum += known ? sample.counts.counts[kind] : 0;
            int top = rowOf(sum, scene);
            // However little it is, it must not look like a measured zero.
            if (sum > 0)
                top = std::min(top, scene.height - kBaselineRows - 1);
            m_tops[kind][x] = top;
        }
        m_highestRow = std::min(m_highestRow, m_tops[kEventKindCount - 1][x]);
        const bool hatched = sample.notMeasuredMask != 0;
        m_anyHatched = m_anyHatched || hatched;
        m_ground[x] = hatched ? kHatchLayer : kEmptyLayer;
        m_baseGround[x] = sample.isGap() ? m_ground[x] : kBaseLayer;
    }
}

void StackRaster::paintRow(QRgb *line, int y, int phase, const TileRow &tile, const std::vector<quint8> &ground,
                           std::size_t begin) const
{
    const int *receive = m_tops[0].data();
    const int *send = m_tops[1].data();
    const int *delivery = m_tops[2].data();
    const int *read = m_tops[3].data();
    const std::size_t width = ground.size();
    for (std::size_t x = begin; x < width; ++x) {
        // Each boundary that lies below this row is one layer up; above all four is the ground.
        const int passed = static_cast<int>(y < receive[x]) + static_cast<int>(y < send[x]) +
                           static_cast<int>(y < delivery[x]) + static_cast<int>(y < read[x]);
        const int layer = passed == kEmptyLayer ? ground[x] : passed;
        const int column = (static_cast<int>(x) + phase) & (kTile - 1);
        line[x] = tile[cellOf(layer, column)];
    }
}

std::size_t StackRaster::paintBlocks(QRgb *line, int y, int phase, const TileRow &tile) const
{
    // The tile of each kind as it stands at the left edge: so it fits every block alike.
    std::array<std::array<QRgb, kTile>, kEventKindCount> kinds{};
    for (std::size_t kind = 0; kind < kEventKindCount; ++kind) {
        for (int i = 0; i < kTile; ++i)
            kinds[kind][static_cast<std::size_t>(i)] = tile[cellOf(static_cast<int>(kind), (i + phase) & (kTile - 1))];
    }
    const std::size_t end = m_ground.size() / std::size_t{kTile} * std::size_t{kTile};
    for (std::size_t left = 0; left < end; left += kTile) {
        const int *receive = m_tops[0].data() + left;
        const int *send = m_tops[1].data() + left;
        const int *delivery = m_tops[2].data() + left;
        const int *read = m_tops[3].data() + left;
        QRgb *out = line + left;
        // No branch and no look-up, and always as many columns: compilers make vector instructions of it.
        for (std::size_t i = 0; i < kTile; ++i) {
            const auto isAbove = [y](int top) { return static_cast<quint32>(-static_cast<qint32>(y < top)); };
            const auto choose = [](quint32 mask, QRgb above, QRgb below) { return (above & mask) | (below & ~mask); };
            QRgb color = choose(isAbove(receive[i]), kinds[1][i], kinds[0][i]);
            color = choose(isAbove(send[i]), kinds[2][i], color);
            color = choose(isAbove(delivery[i]), kinds[3][i], color);
            out[i] = color & ~isAbove(read[i]);
        }
    }
    return end;
}

const QImage &StackRaster::render(const Scene &scene)
{
    const QSize size(static_cast<int>(scene.columns.size()), std::max(scene.height, 0));
    if (m_image.size() != size)
        m_image = QImage(size, QImage::Format_ARGB32_Premultiplied);
    if (size.isEmpty())
        return m_image;
    layOut(scene);
    const int first = m_anyHatched ? 0 : std::clamp(m_highestRow, 0, size.height());
    const int overRow = scene.budget > 0 ? rowOf(scene.budget, scene) : 0;
    const int phase = static_cast<int>(scene.firstColumn & (kTile - 1));
    const auto stride = m_image.bytesPerLine();
    uchar *bits = m_image.bits();
    std::fill_n(bits, stride * first, uchar{0});
    for (int y = first; y < size.height(); ++y) {
        const auto &tile = m_tiles[y < overRow ? 1 : 0][static_cast<std::size_t>(y & (kTile - 1))];
        const bool base = y >= size.height() - kBaselineRows;
        auto *line = reinterpret_cast<QRgb *>(bits + stride * y);
        // Where nothing is above the stack, which is nearly everywhere.
        const std::size_t done = base || m_anyHatched ? 0 : paintBlocks(line, y, phase, tile);
        paintRow(line, y, phase, tile, base ? m_baseGround : m_ground, done);
    }
    return m_image;
}

void paintKindSwatch(EventKind kind, QPainter &painter, const QRect &rect, const ThemeColors &colors)
{
    Column sample;
    sample.knownMask = kAllKindsMask;
    sample.counts[kind] = 100;
    paintStackSwatch(sample, painter, rect, colors);
}

void paintNotMeasuredSwatch(QPainter &painter, const QRect &rect, const ThemeColors &colors)
{
    Column sample;
    sample.notMeasuredMask = kAllKindsMask;
    paintStackSwatch(sample, painter, rect, colors);
}

} // namespace barograph
