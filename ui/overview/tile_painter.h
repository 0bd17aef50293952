// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "overview/overview_tile.h"
#include "theme/icons.h"
#include "widgets/laid_out_texts.h"

#include <QPalette>
#include <QRect>

class QPainter;

namespace barograph {

struct ThemeColors;

/// What tiles of one size are written in. Made once for all of them: to find a font and to lay out a text cost more
/// than to use them.
struct TileFonts
{
    /// `tile` includes the gap between tiles; letters grow with it.
    TileFonts(const QFont &font, const QSize &tile);

    double scale;
    LaidOutTexts bold;
    LaidOutTexts small;
    LaidOutTexts badge;
};

/// Paints a tile of the overview: name, state in a shape and words, what the budget is spent on, the last ten minutes,
/// what waits, badges, age. Holds nothing; make one where it is needed.
class TilePainter
{
public:
    /// `size` includes the gap between tiles.
    TilePainter(const OverviewTile &tile, const TileFonts &fonts, const QPalette &palette, const QSize &size);

    /// The smallest tile in which everything can be read.
    static QSize leastSize(const QFont &font);
    /// At the upper left corner. `ratio` is the device's.
    void paint(QPainter &painter, qreal ratio) const;

private:
    void paintHead(QPainter &painter, QRect row) const;
    void paintLoad(QPainter &painter, const QRect &row) const;
    void paintSparkline(QPainter &painter, const QRect &rect, qreal ratio) const;
    void paintFoot(QPainter &painter, const QRect &row) const;
    void paintFact(QPainter &painter, const QRect &row, const QString &label, const TileFact &fact,
                   bool critical = false) const;

    const OverviewTile &m_tile;
    const TileFonts &m_fonts;
    QSize m_size;
    const QPalette &m_palette;
    const ThemeColors &m_colors;
};

/// The bar of the four kinds against the budget, which stands at four fifths of it; also on the wall.
void paintSpendBar(QPainter &painter, const QRect &rect, const OverviewTile &tile, const ThemeColors &colors);
/// The shape that goes with the tile's words for its state.
Mark markOf(const OverviewTile &tile);
/// The colour in which a value of this truth is written.
QColor truthColor(Truth truth, const QColor &ink, const ThemeColors &colors);

} // namespace barograph
