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
        const int blockEnd = (strip.right + kBlockColumns - 1) / kBlockColumns * kBlockColumns;
        for (int y = strip.top; y < strip.bottom; ++y)
            std::fill(pixel(strip.left, y), pixel(blockEnd, y), QRgb{0});
        if (strip.top < strip.bottom)
            m_strips.push_back(strip);
    }
}

void LineRaster::fillRows(QRgb color, int left, const BlockRows &rows)
{
    // What all columns have in common is written row by row; only where they differ, column by column.
    qint32 coreFrom = 0;
    qint32 coreTo = m_image.height();
    for (std::size_t i = 0; i < kBlock; ++i) {
        coreFrom = std::max(coreFrom, rows.from[i]);
        coreTo = std::min(coreTo, rows.to[i]);
    }
    if (coreFrom >= coreTo)
        coreFrom = coreTo = m_image.height();
    QRgb *block = pixel(left, 0);
    for (qint32 y = coreFrom; y < coreTo; ++y)
        std::fill_n(block + y * m_stride, kBlock, color);
    for (std::size_t i = 0; i < kBlock; ++i) {
        const qint32 to = rows.to[i];
        QRgb *column = block + i;
        for (qint32 y = rows.from[i]; y < std::min(to, coreFrom); ++y)
            column[y * m_stride] = color;
        for (qint32 y = std::max(rows.from[i], coreTo); y < to; ++y)
            column[y * m_stride] = color;
    }
}

LineRaster::BlockRows LineRaster::rowsOf(const std::vector<LineBand> &bands, std::size_t left)
{
    BlockRows rows;
    for (std::size_t i = 0; i < std::min(kBlock, bands.size() - left); ++i) {
        const LineBand &band = bands[left + i];
        if (band.isEmpty())
            continue;
        rows.from[i] = static_cast<qint32>(std::ceil(band.top));
        rows.to[i] = static_cast<qint32>(band.bottom);
    }
    return rows;
}

void LineRaster::paintWhole(QRgb color, const std::vector<LineBand> &bands)
{
    for (std::size_t left = 0; left < bands.size(); left += kBlock)
        fillRows(color, static_cast<int>(left), rowsOf(bands, left));
    paintSoftEnds(color, bands);
}

void LineRaster::fillDash(QRgb color, int left, const BlockRows &rows, qint32 from, qint32 to)
{
    BlockRows dash;
    for (std::size_t i = 0; i < kBlock; ++i) {
        dash.from[i] = std::max(rows.from[i], from);
        dash.to[i] = std::min(rows.to[i], to);
    }
    fillRows(color, left, dash);
}

void LineRaster::paintBroken(QRgb color, const std::vector<LineBand> &bands, int ends, const DashPattern &dashes,
                             int dashScale)
{
    const int period = dashes.period * dashScale;
    for (std::size_t left = 0; left < bands.size(); left += kBlock) {
        const BlockRows rows = rowsOf(bands, left);
        const qint32 end = *std::max_element(rows.to.begin(), rows.to.end());
        if (end == 0)
            continue;
        BlockRows upper = rows;
        BlockRows lower = rows;
        qint32 first = end;
        for (std::size_t i = 0; i < kBlock; ++i) {
            first = rows.from[i] < rows.to[i] ? std::min(first, rows.from[i]) : first;
            upper.to[i] = std::min(rows.to[i], rows.from[i] + ends);
            lower.from[i] = std::max(rows.from[i], rows.to[i] - ends);
        }
        fillRows(color, static_cast<int>(left), upper);
        fillRows(color, static_cast<int>(left), lower);
        for (qint32 start = first / period * period; start < end; start += period) {
            qint32 at = start;
            for (std::size_t i = 0; i < dashes.lengths.size(); ++i) {
                const qint32 stop = at + dashes.lengths[i] * dashScale;
                if (i % 2 == 0 && at < stop && stop > first && at < end)
                    fillDash(color, static_cast<int>(left), rows, at, stop);
                at = stop;
            }
        }
    }
    paintSoftEnds(color, bands);
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
    const QSize padded((scene.size.width() + kBlockColumns - 1) / kBlockColumns * kBlockColumns, scene.size.height());
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
        paintWhole(color, m_lines[i].whole);
        const int dashScale = std::max(scene.dashScale, 1);
        if (m_lines[i].anyBroken)
            paintBroken(color, m_lines[i].broken, endRowsOf(line), dashesOf(line.style), dashScale);
        if (m_lines[i].anyGuessed)
            paintBroken(color, m_lines[i].guessed, endRowsOf(line), kEstimatedDashes, dashScale);
    }
    return m_image;
}

} // namespace barograph
