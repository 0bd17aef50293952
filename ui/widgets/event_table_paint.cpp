// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/colors.h"
#include "widgets/event_table.h"

#include <QHeaderView>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

namespace barograph {

namespace {

QColor mixed(const QColor &one, const QColor &other, double share)
{
    const auto part = [share](int a, int b) { return static_cast<int>(a + (b - a) * share); };
    return {part(one.red(), other.red()), part(one.green(), other.green()), part(one.blue(), other.blue())};
}

} // namespace

void EventTable::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    if (m_events->rowCount() == 0) {
        painter.setPen(themeColors(palette()).faintText);
        painter.drawText(viewport()->rect().adjusted(12, 12, -12, -12), Qt::AlignCenter | Qt::TextWordWrap,
                         m_emptyText);
        return;
    }
    const int height = lineHeight();
    const int top = topRow();
    const int from = top + event->rect().top() / height;
    const int to = std::min(top + event->rect().bottom() / height, m_events->rowCount() - 1);
    for (int row = from; row <= to; ++row)
        paintRow(painter, row, {0, (row - top) * height, viewport()->width(), height});
    m_glyphs.draw(painter);
}

void EventTable::paintRow(QPainter &painter, int row, const QRect &rect)
{
    const EventRecord &record = m_events->record(row);
    const ThemeColors &colors = themeColors(palette());
    const bool selected = selectionModel()->hasSelection() && selectionModel()->isRowSelected(row, {});
    const bool isCurrent = currentIndex().isValid() && currentIndex().row() == row;
    if (selected) {
        painter.fillRect(rect, palette().highlight());
    } else if (m_marked && secondOf(fromUnixMillis(record.arrivedMs)) == *m_marked) {
        painter.fillRect(rect, mixed(palette().color(QPalette::Base), colors.info, 0.2));
        painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), colors.info);
    }
    const QColor ink = palette().color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor faint = selected ? ink : colors.faintText;
    const bool counts = record.flags == 0;
    const int baseline = rect.top() + 2 + fontMetrics().ascent();
    for (int column = 0; column < EventLogModel::ColumnCount; ++column) {
        QRect cell(columnViewportPosition(column), rect.top(), columnWidth(column), rect.height());
        if (isColumnHidden(column) || cell.right() < 0 || cell.left() > viewport()->width())
            continue;
        cell.adjust(kCellPadding, 0, -kCellPadding, 0);
        const auto which = static_cast<EventLogModel::Column>(column);
        const bool isLag = which == EventLogModel::LagColumn;
        const QColor &pen = counts && !(isLag && record.lagMs == EventRecord::kNoLag) ? ink : faint;
        if (which == EventLogModel::KindColumn) {
            const QRect swatch(cell.left(), rect.top() + (rect.height() - kSwatch) / 2, kSwatch, kSwatch);
            if ((record.flags & EventRecord::Apart) != 0) {
                painter.setPen(pen);
                painter.drawRect(swatch.adjusted(0, 0, -1, -1));
            } else {
                painter.fillRect(swatch, colors.kinds[record.kind % kEventKindCount]);
            }
            cell.setLeft(swatch.right() + kCellPadding);
        }
        paintText(painter, m_events->text(record, which), cell, baseline, pen, isLag ? Qt::AlignRight : Qt::AlignLeft);
    }
    if (isCurrent && hasFocus()) {
        painter.setPen(ink);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect.adjusted(0, 0, -1, -1));
    }
}

void EventTable::paintText(QPainter &painter, const QString &text, const QRect &cell, int baseline, const QColor &ink,
                           Qt::Alignment side)
{
    if (text.isEmpty())
        return;
    if (!m_glyphs.covers(text)) {
        paintWord(painter, text, cell, ink, side);
        return;
    }
    const qreal width = m_glyphs.width(text);
    if (width > cell.width()) {
        paintWord(painter, text, cell, ink, side);
        return;
    }
    m_glyphs.add(text, {side == Qt::AlignRight ? cell.right() + 1 - width : cell.left(), qreal(baseline)}, ink);
}

void EventTable::paintWord(QPainter &painter, const QString &text, const QRect &cell, const QColor &ink,
                           Qt::Alignment side)
{
    const QString key = QString::number(cell.width()) + u'/' + text;
    QStaticText *word = m_words.object(key);
    if (word == nullptr) {
        word = new QStaticText(fontMetrics().elidedText(text, Qt::ElideRight, cell.width()));
        word->setTextFormat(Qt::PlainText);
        word->setPerformanceHint(QStaticText::AggressiveCaching);
        word->prepare({}, font());
        m_words.insert(key, word);
    }
    painter.setPen(ink);
    const qreal left = side == Qt::AlignRight ? cell.right() + 1 - word->size().width() : cell.left();
    painter.drawStaticText(QPointF(left, cell.top() + 2), *word);
}

} // namespace barograph
