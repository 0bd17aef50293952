// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/line_raster.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace barograph {

namespace {

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

void LineRaster::clearStrips(const Scene &scene)
{
    const int width = scene.size.width();
    const std::size_t lines = scene.lines.size();
    const int stripWidth = scene.inOnePiece ? m_image.width() : kStrip;
    for (int left = 0; left < width; left += stripWidth) {
        Strip strip{left, std::min(left + stripWidth, width), m_image.height(), 0};
        for (std::size_t i = 0; i < lines; ++i) {
            for (auto x = static_cast<std::size_t>(strip.left); x < static_cast<std::size_t>(strip.right); ++x) {
                const auto include = [&strip](const LineBand &band) {
                    if (band.isEmpty())
                        return;
                    strip.top = std::min(strip.top, static_cast<int>(band.top));
                    strip.bottom = std::max(strip.bottom, static_cast<int>(std::ceil(band.bottom)));
                };
                include(m_lines[i].whole[x]);
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
void LineRaster::paintRows(QRgb color, const std::vector<LineBand> &bands, int ends, const IsWholeRow &isWholeRow)
{
    for (std::size_t left = 0; left < bands.size(); left += kBlock) {
        std::array<qint32, kBlock> from{};
        std::array<qint32, kBlock> to{};
        int first = m_image.height();
        int end = 0;
        for (std::size_t i = 0; i < std::min<std::size_t>(kBlock, bands.size() - left); ++i) {
            const LineBand &band = bands[left + i];
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

void LineRaster::paintSoftEnds(QRgb color, const std::vector<LineBand> &bands)
{
    const int height = m_image.height();
    for (std::size_t i = 0; i < bands.size(); ++i) {
        const LineBand &band = bands[i];
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
        layOutLine(scene.lines[i], scene, m_lines[i]);
    clearStrips(scene);
    for (std::size_t i = 0; i < scene.lines.size(); ++i) {
        const Line &line = scene.lines[i];
        const QRgb color = line.color | 0xff000000U;
        paintRows(color, m_lines[i].whole, 0, [](int) { return true; });
        paintSoftEnds(color, m_lines[i].whole);
        const int ends = endRowsOf(line);
        const auto paintDashed = [&](const std::vector<LineBand> &bands, const DashPattern &dashes) {
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
