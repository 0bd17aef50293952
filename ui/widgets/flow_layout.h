// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

#include <limits>
#include <memory>
#include <vector>

namespace barograph {

/// Puts its items side by side and goes on in the next row where they do not fit, so that a long value never clips
/// its neighbours. What is wider than a whole row, and may be narrower, gets the row. Nothing is left free for what is
/// hidden.
class FlowLayout : public QLayout
{
public:
    FlowLayout(int horizontalSpacing, int verticalSpacing, QWidget *parent = nullptr);
    ~FlowLayout() override;

    /// What is added from here on goes to the right end of its row.
    void addStretch() { m_rightFrom = m_items.size(); }

    void addItem(QLayoutItem *item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return place(QRect(0, 0, width, 0), false); }
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    /// Returns the height that is needed in the width of `rect`.
    int place(const QRect &rect, bool apply) const;
    /// One row, as far as `end`, whose items have these sizes.
    void placeRow(std::size_t begin, std::size_t end, const std::vector<QSize> &sizes, const QRect &row) const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
    std::size_t m_rightFrom = std::numeric_limits<std::size_t>::max();
    int m_horizontal;
    int m_vertical;
};

} // namespace barograph
