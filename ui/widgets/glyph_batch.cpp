// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/glyph_batch.h"

#include <QGlyphRun>
#include <QPainter>

#include <algorithm>

namespace barograph {

void GlyphBatch::setFont(const QFont &font)
{
    m_font = QRawFont::fromFont(font);
    m_glyphs = {};
    m_advances = {};
    m_runs.clear();
    for (std::size_t code = ' '; code < kCodes - 1; ++code) {
        const auto glyphs = m_font.glyphIndexesForString(QString(QChar(static_cast<char16_t>(code))));
        if (glyphs.size() != 1)
            continue;
        m_glyphs[code] = glyphs.first();
        m_advances[code] = m_font.advancesForGlyphIndexes(glyphs).value(0).x();
    }
}

bool GlyphBatch::covers(QStringView text) const
{
    return std::all_of(text.begin(), text.end(),
                       [this](QChar c) { return c.unicode() < kCodes && m_glyphs[c.unicode()] != 0; });
}

qreal GlyphBatch::width(QStringView text) const
{
    qreal sum = 0;
    for (const QChar c : text)
        sum += m_advances[c.unicode()];
    return sum;
}

void GlyphBatch::add(QStringView text, const QPointF &at, const QColor &color)
{
    auto run = std::find_if(m_runs.begin(), m_runs.end(), [&color](const Run &known) { return known.color == color; });
    if (run == m_runs.end())
        run = m_runs.insert(m_runs.end(), Run{color, {}, {}});
    qreal x = at.x();
    for (const QChar c : text) {
        run->glyphs.append(m_glyphs[c.unicode()]);
        run->positions.append({x, at.y()});
        x += m_advances[c.unicode()];
    }
}

void GlyphBatch::draw(QPainter &painter)
{
    for (Run &entry : m_runs) {
        if (entry.glyphs.isEmpty())
            continue;
        QGlyphRun run;
        run.setRawFont(m_font);
        run.setGlyphIndexes(entry.glyphs);
        run.setPositions(entry.positions);
        painter.setPen(entry.color);
        painter.drawGlyphRun({}, run);
    }
    m_runs.clear();
}

} // namespace barograph
