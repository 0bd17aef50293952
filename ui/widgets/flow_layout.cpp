// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/flow_layout.h"

#include <QWidget>

#include <utility>

namespace barograph {

FlowLayout::FlowLayout(int horizontalSpacing, int verticalSpacing, QWidget *parent)
    : QLayout(parent)
    , m_horizontal(horizontalSpacing)
    , m_vertical(verticalSpacing)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
    invalidate();
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem *item = m_items[static_cast<std::size_t>(index)].release();
    m_items.erase(m_items.begin() + index);
    return item;
}

QSize FlowLayout::minimumSize() const
{
    QSize widest;
    for (const auto &item : m_items)
        widest = widest.expandedTo(item->minimumSize());
    const QMargins margins = contentsMargins();
    return widest + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    place(rect, true);
}

int FlowLayout::place(const QRect &rect, bool apply) const
{
    const QRect inner = rect.marginsRemoved(contentsMargins());
    std::vector<QSize> sizes(m_items.size());
    int width = 0;
    int height = 0;
    int y = inner.y();
    std::size_t begin = 0;
    const auto endRow = [&](std::size_t end) {
        if (apply)
            placeRow(begin, end, sizes, {inner.x(), y, inner.width(), height});
        begin = end;
    };
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const QLayoutItem &item = *m_items[i];
        if (item.isEmpty())
            continue;
        const QSize hint = item.sizeHint();
        const QSize size(std::max(std::min(hint.width(), inner.width()), item.minimumSize().width()), hint.height());
        if (width > 0 && width + m_horizontal + size.width() > inner.width()) {
            endRow(i);
            y += height + m_vertical;
            width = 0;
            height = 0;
        }
        width += (width > 0 ? m_horizontal : 0) + size.width();
        height = std::max(height, size.height());
        sizes[i] = size;
    }
    endRow(m_items.size());
    return y + height - rect.y() + contentsMargins().bottom();
}

void FlowLayout::placeRow(std::size_t begin, std::size_t end, const std::vector<QSize> &sizes, const QRect &row) const
{
    int right = 0;
    for (std::size_t i = std::max(begin, m_rightFrom); i < end; ++i)
        right += m_items[i]->isEmpty() ? 0 : sizes[i].width() + m_horizontal;
    int x = row.x();
    for (std::size_t i = begin; i < end; ++i) {
        if (m_items[i]->isEmpty())
            continue;
        // Not further left than where it would be otherwise.
        if (i >= m_rightFrom && right > 0)
            x = std::max(x, row.x() + row.width() - std::exchange(right, 0) + m_horizontal);
        // What is aligned has the height of the row to be aligned in.
        const bool aligned = (m_items[i]->alignment() & Qt::AlignVertical_Mask) != 0;
        m_items[i]->setGeometry(QRect(x, row.y(), sizes[i].width(), aligned ? row.height() : sizes[i].height()));
        x += sizes[i].width() + m_horizontal;
    }
}

} // namespace barograph
