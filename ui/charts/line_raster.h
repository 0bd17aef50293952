// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/value_scale.h"
#include "series/trace.h"

#include <QColor>
#include <QImage>

#include <span>
#include <vector>

namespace barograph {

/// How a line is told from others without its colour.
enum class LineStyle : quint8 { Solid, Dashed, Dotted, DashDot };

/// Paints lines of one min–max band for each pixel column into an image that stays transparent elsewhere.
///
/// A band reaches from the least to the most of its column and on to the bands beside it, so that no extreme and no
/// connection is lost however many seconds a column holds. Gaps stay gaps. Estimated parts are broken into short
/// dashes; of a tall band both ends are always drawn. Only what lines pass through is touched, in blocks of columns
/// that are compared as a whole, plus the soft first and last row of each band. Buffers are kept between calls. GUI
/// thread.
class LineRaster
{
public:
    struct Line
    {
        std::span<const TraceColumn> columns; ///< one for each pixel column
        QRgb color = 0;                       ///< opaque
        LineStyle style = LineStyle::Solid;
        double width = 2; ///< device pixels
    };
    struct Scene
    {
        std::span<const Line> lines; ///< later ones are in front
        ValueScale scale;
        qint64 firstColumn = 0;  ///< number of the first column since the epoch: dashes move with data
        QSize size;              ///< device pixels
        int dashScale = 1;       ///< device pixels for one pixel of a dash pattern
        bool inOnePiece = false; ///< for painters that scale: the seams between strips would show
    };
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
    /// Rows from the top; `top` > `bottom`: nothing there.
    struct Band
    {
        float top = 1;
        float bottom = 0;

        bool isEmpty() const { return !(top <= bottom); }
    };
    struct LaidOut
    {
        std::vector<Band> bands;
        std::vector<Band> broken;  ///< tall ones of which only dashes are drawn
        std::vector<Band> guessed; ///< the same of what is estimated
        bool anyBroken = false;
        bool anyGuessed = false;
    };
    static constexpr int kBlock = 16; ///< columns compared at once
    static constexpr int kStrip = 128;

    void layOut(const Line &line, const Scene &scene, LaidOut &out);
    void joinNeighbours(std::vector<Band> &bands) const;
    void breakIntoDashes(const Line &line, const Scene &scene, LaidOut &out) const;
    void clearStrips(const Scene &scene);
    template<typename IsWholeRow>
    void paintRows(QRgb color, const std::vector<Band> &bands, int ends, const IsWholeRow &isWholeRow);
    void paintSoftEnds(QRgb color, const std::vector<Band> &bands);
    QRgb *pixel(int x, int y) { return m_bits + static_cast<std::ptrdiff_t>(y) * m_stride + x; }

    QImage m_image; ///< its width is a multiple of kBlock
    QRgb *m_bits = nullptr;
    std::ptrdiff_t m_stride = 0; ///< in pixels
    std::vector<LaidOut> m_lines;
    std::vector<Strip> m_strips;
};

} // namespace barograph
