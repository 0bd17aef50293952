// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QFontMetrics>
#include <QHash>
#include <QStaticText>

class QPainter;

namespace barograph {

/// Texts in one font, each laid out once: to shape a text costs more than to draw it, and most of what is on a screen
/// is there again in the next frame. What has not been drawn for long is forgotten. GUI thread.
class LaidOutTexts
{
public:
    explicit LaidOutTexts(const QFont &font);

    const QFont &font() const { return m_font; }
    int height() const { return m_metrics.height(); }
    /// In pixels, as a whole.
    int width(const QString &text) const;
    /// One line in the middle of the box's height, to the side that is wanted, with dots where it does not fit; in the
    /// painter's pen. Sets the painter's font.
    void draw(QPainter &painter, const QRect &box, const QString &text, Qt::Alignment side = Qt::AlignLeft) const;

private:
    struct Line
    {
        QString text;
        int room; ///< the text is cut to this

        friend bool operator==(const Line &, const Line &) = default;
    };
    friend size_t qHash(const Line &line, size_t seed) { return qHashMulti(seed, line.text, line.room); }

    QFont m_font;
    QFontMetrics m_metrics;
    mutable QHash<QString, int> m_widths;
    mutable QHash<Line, QStaticText> m_lines; ///< of those that fit: room 0
};

} // namespace barograph
