// SPDX-License-Identifier: GPL-3.0-or-later
#include "palette/command_delegate.h"

#include "theme/colors.h"

#include <QPainter>
#include <QTextLayout>

namespace barograph {

namespace {

constexpr int kRowPadding = 5;
constexpr int kBetween = 12;

/// One line of text with the matched characters in bold and underlined: told apart without colour, at any size.
void drawName(QPainter &painter, const QRect &rect, const QFont &font, const QString &text, const QList<int> &matched)
{
    QList<QTextLayout::FormatRange> ranges;
    QTextCharFormat strong;
    strong.setFontWeight(QFont::Bold);
    strong.setFontUnderline(true);
    for (const int at : matched) {
        if (!ranges.isEmpty() && ranges.last().start + ranges.last().length == at)
            ++ranges.last().length;
        else
            ranges.append({at, 1, strong});
    }
    QTextLayout layout(text, font);
    layout.setFormats(ranges);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(100'000);
    layout.endLayout();
    painter.save();
    painter.setClipRect(rect);
    layout.draw(&painter, QPointF(rect.left(), rect.center().y() + 0.5 - line.height() / 2));
    painter.restore();
}

} // namespace

QSize CommandDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int lines = index.data(CommandWhyNotRole).toString().isEmpty() ? 1 : 2;
    return {option.fontMetrics.averageCharWidth() * 40, lines * option.fontMetrics.height() + 2 * kRowPadding};
}

void CommandDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QPalette &palette = option.palette;
    const ThemeColors &colors = themeColors(palette);
    const bool chosen = (option.state & QStyle::State_Selected) != 0;
    const bool usable = (index.flags() & Qt::ItemIsEnabled) != 0 && index.data(CommandWhyNotRole).isNull();
    painter->save();
    painter->setFont(option.font);
    if (chosen)
        painter->fillRect(option.rect, palette.brush(QPalette::Active, QPalette::Highlight));
    const QColor ink = chosen ? palette.color(QPalette::Active, QPalette::HighlightedText)
                              : palette.color(QPalette::Active, QPalette::Text);
    const QColor faint = chosen ? ink : colors.faintText;
    const QFontMetrics &metrics = option.fontMetrics;
    const int tick = metrics.height();
    QRect row = option.rect.adjusted(8, kRowPadding, -8, -kRowPadding);
    row.setHeight(metrics.height());
    if (index.data(CommandOnRole).toBool()) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(ink, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF at = row.topLeft();
        painter->drawPolyline(QPolygonF({at + QPointF(tick * 0.2, tick * 0.55), at + QPointF(tick * 0.42, tick * 0.78),
                                         at + QPointF(tick * 0.78, tick * 0.25)}));
    }
    const QString shortcut = index.data(CommandShortcutRole).toString();
    const QString section = index.data(CommandSectionRole).toString();
    painter->setPen(faint);
    int right = row.right();
    if (!shortcut.isEmpty()) {
        painter->drawText(QRect(row.left(), row.top(), right - row.left(), row.height()),
                          Qt::AlignRight | Qt::AlignVCenter, shortcut);
        right -= metrics.horizontalAdvance(shortcut) + kBetween;
    }
    painter->drawText(QRect(row.left(), row.top(), right - row.left(), row.height()), Qt::AlignRight | Qt::AlignVCenter,
                      section);
    right -= metrics.horizontalAdvance(section) + kBetween;
    painter->setPen(usable ? ink : faint);
    const int left = row.left() + tick + 4;
    drawName(*painter, QRect(left, row.top(), std::max(0, right - left), row.height()), option.font,
             index.data().toString(), index.data(CommandMatchRole).value<QList<int>>());
    const QString why = index.data(CommandWhyNotRole).toString();
    if (!why.isEmpty()) {
        QFont slanted = option.font;
        slanted.setItalic(true);
        painter->setFont(slanted);
        painter->setPen(faint);
        const QRect below(left, row.bottom() + 1, option.rect.right() - 8 - left, metrics.height());
        painter->drawText(below, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(slanted).elidedText(why, Qt::ElideRight, below.width()));
    }
    painter->restore();
}

} // namespace barograph
