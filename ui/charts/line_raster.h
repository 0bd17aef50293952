// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/line_bands.h"

#include <QImage>

namespace barograph {

/// Paints lines of one min–max band for each pixel column into an image that stays transparent elsewhere.
///
/// See LineBands for what is painted. Only what lines pass through is touched, in blocks of columns that are compared
/// as a whole, plus the soft first and last row of each band. Buffers are kept between calls. GUI thread.
class LineRaster
{
public:
    using Line = LineTrace;
    using Scene = LineScene;
    /// Columns and rows of the image that are worth drawing; all else in it is transparent or has not been cleared.
    struct Strip
    {
        int left = 0;
        int right = 0;
        int top = 0;
        int bottom = 0;
    };

    const QImage &render(const Scene &scene);
    const QImage &image() const { return m_image; }
    std::span<const Strip> strips() const { return m_strips; }

private:
    static constexpr std::size_t kBlock = 16; ///< columns painted at once: a line of the processor's cache
    static constexpr int kBlockColumns = static_cast<int>(kBlock);
    static constexpr int kStrip = 128;

    /// Whole rows [from, to) of each column of a block; none where from ≥ to.
    struct BlockRows
    {
        std::array<qint32, kBlock> from{};
        std::array<qint32, kBlock> to{};
    };

    void clearStrips(const Scene &scene);
    static BlockRows rowsOf(const std::vector<LineBand> &bands, std::size_t left);
    void fillRows(QRgb color, int left, const BlockRows &rows);
    /// What of `rows` lies in [from, to).
    void fillDash(QRgb color, int left, const BlockRows &rows, qint32 from, qint32 to);
    void paintWhole(QRgb color, const std::vector<LineBand> &bands);
    void paintBroken(QRgb color, const std::vector<LineBand> &bands, int ends, const DashPattern &dashes,
                     int dashScale);
    void paintSoftEnds(QRgb color, const std::vector<LineBand> &bands);
    QRgb *pixel(int x, int y) { return m_bits + static_cast<std::ptrdiff_t>(y) * m_stride + x; }

    QImage m_image; ///< its width is a multiple of kBlock
    QRgb *m_bits = nullptr;
    std::ptrdiff_t m_stride = 0; ///< in pixels
    std::vector<LineBands> m_lines;
    std::vector<Strip> m_strips;
};

} // namespace barograph
