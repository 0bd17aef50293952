// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/column_reduction.h"

#include <QColor>
#include <QImage>

#include <array>
#include <span>
#include <vector>

class QPainter;

namespace barograph {

struct ThemeColors;

/// Paints stacked pixel columns into an image whose pixels outside the stack stay transparent. Rows are written whole
/// from a small table of colours, without a painter: its cost depends on the size of the image and not on the data.
/// Buffers are kept between calls. GUI thread.
class StackRaster
{
public:
    /// What to paint. All lengths are device pixels.
    struct Scene
    {
        std::span<const Column> columns; ///< one for each pixel column of the image, left to right
        qint64 firstColumn = 0;          ///< number of the first column since the epoch: patterns move with data
        int height = 0;
        double pixelsPerEvent = 0; ///< rows for one event per second
        double budget = 0;         ///< events per second; what is above is marked. 0 = not known, nothing is marked
    };

    /// `ratio`: device pixels for one logical pixel; patterns keep their size on dense screens.
    void setColors(const ThemeColors &colors, qreal ratio);
    const QImage &render(const Scene &scene);

    /// Row (from the top) that a rate of `eventsPerSecond` reaches up to, clamped to the image.
    static int rowOf(double eventsPerSecond, const Scene &scene);
    /// Rows at the bottom that mark a measured second.
    static constexpr int kBaselineRows = 2;

private:
    static constexpr int kTile = 16; ///< patterns repeat after this many device pixels
    /// Four kinds, then nothing, hatching, and the baseline.
    static constexpr std::size_t kLayers = 7;
    static constexpr int kEmptyLayer = 4;
    static constexpr int kHatchLayer = 5;
    static constexpr int kBaseLayer = 6;
    using TileRow = std::array<QRgb, kLayers * std::size_t{kTile}>;
    static constexpr std::size_t cellOf(int layer, int column)
    {
        return static_cast<std::size_t>(layer) * std::size_t{kTile} + static_cast<std::size_t>(column);
    }

    void layOut(const Scene &scene);
    /// From column `begin` on.
    void paintRow(QRgb *line, int y, int phase, const TileRow &tile, const std::vector<quint8> &ground,
                  std::size_t begin) const;
    /// The same for whole blocks of kTile columns with nothing above the stack; returns the first column after them.
    std::size_t paintBlocks(QRgb *line, int y, int phase, const TileRow &tile) const;

    std::array<std::array<TileRow, kTile>, 2> m_tiles{};  ///< [over budget][row in the tile]
    std::array<std::vector<int>, kEventKindCount> m_tops; ///< row at which each layer ends, cumulated from the bottom
    std::vector<quint8> m_ground;                         ///< layer above the stack
    std::vector<quint8> m_baseGround;                     ///< the same for the rows of the baseline
    int m_highestRow = 0;
    bool m_anyHatched = false;
    QImage m_image;
};

/// Pieces of the plot for legends, painted by the same code.
void paintKindSwatch(EventKind kind, QPainter &painter, const QRect &rect, const ThemeColors &colors);
void paintNotMeasuredSwatch(QPainter &painter, const QRect &rect, const ThemeColors &colors);

} // namespace barograph
