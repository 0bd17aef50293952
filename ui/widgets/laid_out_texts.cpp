// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/laid_out_texts.h"

#include <QPainter>
#include <QTextOption>

namespace barograph {

namespace {

/// A few screens full.
constexpr qsizetype kMostTexts = 4'000;

} // namespace

LaidOutTexts::LaidOutTexts(const QFont &font)
    : m_font(font)
    , m_metrics(font)
{}

int LaidOutTexts::width(const QString &text) const
{
    const auto known = m_widths.constFind(text);
    if (known != m_widths.constEnd())
        return *known;
    if (m_widths.size() >= kMostTexts)
        m_widths.clear();
    return *m_widths.insert(text, m_metrics.horizontalAdvance(text));
}

void LaidOutTexts::draw(QPainter &painter, const QRect &box, const QString &text, Qt::Alignment side) const
{
    if (text.isEmpty() || box.width() <= 0)
        return;
    painter.setFont(m_font);
    const bool fits = width(text) <= box.width();
    const Line line{text, fits ? 0 : box.width()};
    auto known = m_lines.find(line);
    if (known == m_lines.end()) {
        if (m_lines.size() >= kMostTexts)
            m_lines.clear();
        QStaticText laidOut(fits ? text : m_metrics.elidedText(text, Qt::ElideRight, box.width()));
        laidOut.setTextFormat(Qt::PlainText);
        laidOut.setPerformanceHint(QStaticText::AggressiveCaching);
        QTextOption option;
        option.setWrapMode(QTextOption::NoWrap);
        laidOut.setTextOption(option);
        laidOut.prepare({}, m_font);
        known = m_lines.insert(line, laidOut);
    }
    const int wide = fits ? width(text) : box.width();
    const int free = box.width() - wide;
    const int x = box.left() + (side.testFlag(Qt::AlignRight) ? free : side.testFlag(Qt::AlignHCenter) ? free / 2 : 0);
    painter.drawStaticText(QPoint(x, box.top() + (box.height() - m_metrics.height()) / 2), *known);
}

} // namespace barograph
