// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/line_raster.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace barograph {

namespace {

/// Dash patterns in pixels, on and off by turns, starting with on.
struct DashPattern
{
    std::array<int, 4> lengths{};
    int period = 0;

    bool isOn(qint64 at) const
    {
        auto rest = static_cast<int>(((at % period) + period) % period);
        for (std::size_t i = 0; i < lengths.size(); ++i) {
            if (rest < lengths[i])
                return i % 2 == 0;
            rest -= lengths[i];
        }
        return true;
    }
};

constexpr DashPattern kEstimatedDashes{{4, 4, 0, 0}, 8};

DashPattern dashesOf(LineStyle style)
{
    switch (style) {
    case LineStyle::Dashed:
        return {{10, 4, 0, 0}, 14};
    case LineStyle::Dotted:
        return {{2, 3, 0, 0}, 5};
    case LineStyle::DashDot:
        return {{8, 3, 2, 3}, 16};
    case LineStyle::Solid:
        break;
    }
    return {{1, 0, 0, 0}, 1};
}

/// A band this many times higher than the line is wide is a stroke upwards, and is broken upwards.
constexpr float kTallFrom = 3;
/// A point alone in its column and with no neighbours would hardly be seen.
constexpr float kLonePointWidth = 2;

/// `color` with an opacity of 0..1 over `under`; both premultiplied.
QRgb blended(QRgb color, float opacity, QRgb under)
{
    const auto alpha = static_cast<quint32>(opacity * 256);
    const quint32 rest = 256 - alpha * (color >> 24) / 255;
    const auto mix = [&](quint32 shift) {
        const quint32 over = ((color >> shift) & 0xffU) * alpha;
        const quint32 below = ((under >> shift) & 0xffU) * rest;
        return std::min((over + below) >> 8U, quint32{255}) << shift;
    };
    return mix(24) | mix(16) | mix(8) | mix(0);
}

} // namespace

void LineRaster::layOut(const Line &line, const Scene &scene, LaidOut &out)
{
    const auto rows = static_cast<float>(scene.size.height());
    const auto count = std::min(line.columns.size(), static_cast<std::size_t>(scene.size.width()));
    const auto half = static_cast<float>(line.width / 2);
    const auto rowOf = [&](float value) {
        const float row = rows * (1 - static_cast<float>(scene.scale.shareOf(static_cast<double>(value))));
        // At the edges the line stays whole.
        return std::clamp(row, std::min(half, rows / 2), std::max(rows - half, rows / 2));
    };
    out.bands.assign(static_cast<std::size_t>(scene.size.width()), {});
    for (std::size_t x = 0; x < count; ++x) {
        const TraceColumn &column = line.columns[x];
        if (column.isGap())
            continue;
        // Where a second is wider than a pixel, columns repeat.
        const bool repeats =
            x > 0 && column.most == line.columns[x - 1].most && column.least == line.columns[x - 1].least;
        out.bands[x] = repeats ? out.bands[x - 1] : Band{rowOf(column.most), rowOf(column.least)};
    }
    joinNeighbours(out.bands);
    out.anyBroken = false;
    out.anyGuessed = false;
    breakIntoDashes(line, scene, out);
    for (std::size_t x = 0; x < out.bands.size(); ++x) {
        for (Band *band :
             {&out.bands[x], out.anyBroken ? &out.broken[x] : nullptr, out.anyGuessed ? &out.guessed[x] : nullptr}) {
            if (!band || band->isEmpty())
                continue;
            const bool alone =
                (x == 0 || line.columns[x - 1].isGap()) && (x + 1 >= count || line.columns[x + 1].isGap());
            const float reach = alone ? half * kLonePointWidth : half;
            const float thick = band->bottom - band->top;
            band->top = std::max(0.0F, band->top - reach);
            band->bottom = std::min(rows, band->bottom + reach);
            // A level line is crisp; a sloping one is smooth.
            if (thick == 0) {
                band->top = std::round(band->top);
                band->bottom = std::round(band->bottom);
            }
        }
    }
}

void LineRaster::joinNeighbours(std::vector<Band> &bands) const
{
    for (std::size_t x = 1; x < bands.size(); ++x) {
        Band &before = bands[x - 1];
        Band &here = bands[x];
        if (before.isEmpty() || here.isEmpty())
            continue;
        if (before.bottom < here.top)
            before.bottom = here.top = (before.bottom + here.top) / 2;
        else if (here.bottom < before.top)
            before.top = here.bottom = (here.bottom + before.top) / 2;
    }
}

void LineRaster::breakIntoDashes(const Line &line, const Scene &scene, LaidOut &out) const
{
    const DashPattern own = dashesOf(line.style);
    const float tall = static_cast<float>(line.width) * kTallFrom;
    const int scale = std::max(scene.dashScale, 1);
    for (std::size_t x = 0; x < out.bands.size(); ++x) {
        Band &band = out.bands[x];
        const bool estimated = x < line.columns.size() && line.columns[x].estimated;
        if (band.isEmpty() || (line.style == LineStyle::Solid && !estimated))
            continue;
        if (band.bottom - band.top >= tall) {
            std::vector<Band> &group = estimated ? out.guessed : out.broken;
            bool &any = estimated ? out.anyGuessed : out.anyBroken;
            if (!any)
                group.assign(out.bands.size(), {});
            any = true;
            group[x] = band;
            band = {};
        } else if (!(estimated ? kEstimatedDashes : own).isOn((scene.firstColumn + static_cast<qint64>(x)) / scale)) {
            band = {};
        }
    }
}

void LineRaster::clearStrips(const Scene &scene)
{
    const int width = scene.size.width();
    const std::size_t lines = scene.lines.size();
    const int stripWidth = scene.inOnePiece ? m_image.width() : kStrip;
    for (int left = 0; left < width; left += stripWidth) {
        Strip strip{left, std::min(left + stripWidth, width), m_image.height(), 0};
        for (std::size_t i = 0; i < lines; ++i) {
            for (auto x = static_cast<std::size_t>(strip.left); x < static_cast<std::size_t>(strip.right); ++x) {
                const auto include = [&strip](const Band &band) {
                    if (band.isEmpty())
                        return;
                    strip.top = std::min(strip.top, static_cast<int>(band.top));
                    strip.bottom = std::max(strip.bottom, static_cast<int>(std::ceil(band.bottom)));
                };
                include(m_lines[i].bands[x]);
                if (m_lines[i].anyBroken)
                    include(m_lines[i].broken[x]);
                if (m_lines[i].anyGuessed)
                    include(m_lines[i].guessed[x]);
            }
        }
        strip.bottom = std::min(strip.bottom, m_image.height());
        const int blockEnd = (strip.right + kBlock - 1) / kBlock * kBlock;
        for (int y = strip.top; y < strip.bottom; ++y)
            std::fill(pixel(strip.left, y), pixel(blockEnd, y), QRgb{0});
        if (strip.top < strip.bottom)
            m_strips.push_back(strip);
    }
}

template<typename IsWholeRow>
void LineRaster::paintRows(QRgb color, const std::vector<Band> &bands, int ends, const IsWholeRow &isWholeRow)
{
    for (std::size_t left = 0; left < bands.size(); left += kBlock) {
        std::array<qint32, kBlock> from{};
        std::array<qint32, kBlock> to{};
        int first = m_image.height();
        int end = 0;
        for (std::size_t i = 0; i < std::min<std::size_t>(kBlock, bands.size() - left); ++i) {
            const Band &band = bands[left + i];
            if (band.isEmpty())
                continue;
            from[i] = static_cast<qint32>(std::ceil(band.top));
            to[i] = static_cast<qint32>(band.bottom);
            first = std::min(first, from[i]);
            end = std::max(end, to[i]);
        }
        for (int y = first; y < end; ++y) {
            QRgb *line = pixel(static_cast<int>(left), y);
            // Between dashes, what is no end counts as outside.
            const qint32 gap = isWholeRow(y) ? 0 : -1;
            // No branch, and always as many columns: compilers make a handful of vector instructions of it.
            for (std::size_t i = 0; i < kBlock; ++i) {
                const qint32 inside = -static_cast<qint32>((from[i] <= y) & (y < to[i]));
                const qint32 between = -static_cast<qint32>((from[i] + ends <= y) & (y < to[i] - ends));
                const auto mask = static_cast<quint32>(inside & ~(between & gap));
                line[i] = (line[i] & ~mask) | (color & mask);
            }
        }
    }
}

void LineRaster::paintSoftEnds(QRgb color, const std::vector<Band> &bands)
{
    const int height = m_image.height();
    for (std::size_t i = 0; i < bands.size(); ++i) {
        const Band &band = bands[i];
        if (band.isEmpty())
            continue;
        const int x = static_cast<int>(i);
        const auto from = static_cast<int>(std::ceil(band.top));
        const auto to = static_cast<int>(band.bottom);
        if (from > to) {
            // Less than a row.
            QRgb *at = pixel(x, std::min(to, height - 1));
            *at = blended(color, band.bottom - band.top, *at);
            continue;
        }
        const float above = static_cast<float>(from) - band.top;
        if (above > 0 && from > 0) {
            QRgb *at = pixel(x, from - 1);
            *at = blended(color, above, *at);
        }
        const float below = band.bottom - static_cast<float>(to);
        if (below > 0 && to < height) {
            QRgb *at = pixel(x, to);
            *at = blended(color, below, *at);
        }
    }
}

const QImage &LineRaster::render(const Scene &scene)
{
    m_strips.clear();
    if (scene.size.isEmpty())
        return m_image;
    const QSize padded((scene.size.width() + kBlock - 1) / kBlock * kBlock, scene.size.height());
    if (m_image.size() != padded)
        m_image = QImage(padded, QImage::Format_ARGB32_Premultiplied);
    if (m_image.isNull())
        return m_image;
    m_bits = reinterpret_cast<QRgb *>(m_image.bits());
    m_stride = m_image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb));
    m_lines.resize(std::max(m_lines.size(), scene.lines.size()));
    for (std::size_t i = 0; i < scene.lines.size(); ++i)
        layOut(scene.lines[i], scene, m_lines[i]);
    clearStrips(scene);
    for (std::size_t i = 0; i < scene.lines.size(); ++i) {
        const Line &line = scene.lines[i];
        const QRgb color = line.color | 0xff000000U;
        paintRows(color, m_lines[i].bands, 0, [](int) { return true; });
        paintSoftEnds(color, m_lines[i].bands);
        // The extremes are what a band is there for: both its ends are drawn whatever the dashes say.
        const int ends = std::max(1, static_cast<int>(std::lround(line.width)));
        const auto paintDashed = [&](const std::vector<Band> &bands, const DashPattern &dashes) {
            paintRows(color, bands, ends, [&](int y) { return dashes.isOn(y / std::max(scene.dashScale, 1)); });
            paintSoftEnds(color, bands);
        };
        if (m_lines[i].anyBroken)
            paintDashed(m_lines[i].broken, dashesOf(line.style));
        if (m_lines[i].anyGuessed)
            paintDashed(m_lines[i].guessed, kEstimatedDashes);
    }
    return m_image;
}

} // namespace barograph
