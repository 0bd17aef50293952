// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QList>
#include <QPointF>
#include <QRawFont>
#include <QStringView>

#include <array>
#include <vector>

class QPainter;

namespace barograph {

/// Draws many short texts of plain ASCII that never come again (times, hashes) in one call for each colour. Laying
/// each of them out costs more than drawing it, and among digits there is nothing to lay out.
class GlyphBatch
{
public:
    void setFont(const QFont &font);
    /// The texts can be drawn here: ASCII that the font itself has.
    bool covers(QStringView text) const;
    qreal width(QStringView text) const;
    /// `at` is on the base line. Only what it covers().
    void add(QStringView text, const QPointF &at, const QColor &color);
    /// Draws all of them and forgets them.
    void draw(QPainter &painter);

private:
    static constexpr std::size_t kCodes = 128;
    struct Run
    {
        QColor color;
        QList<quint32> glyphs;
        QList<QPointF> positions;
    };

    QRawFont m_font;
    std::array<quint32, kCodes> m_glyphs{}; ///< 0: not in the font
    std::array<qreal, kCodes> m_advances{};
    std::vector<Run> m_runs;
};

} // namespace barograph
