// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/capacity.h"

#include <QWidget>

namespace barograph {

/// The 24 hours of the day as a row of cells: how much of each was at 80 % of the budget (striped) and at 100 %
/// (solid), from the bottom up, by the square root, so that half a minute of an hour can be seen. What was not measured
/// is hatched from the top down, an hour without a known budget has a question mark, one that is not part of the time a
/// dotted frame. Arrow keys go from hour to hour; the hour under the mouse or with the focus tells itself in words.
class HourCells : public QWidget
{
    Q_OBJECT

public:
    explicit HourCells(QWidget *parent = nullptr);

    void setHours(const std::array<CapacityShare, 24> &hours);
    int chosenHour() const { return m_chosen; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Words about the hour that is looked at; empty: none is.
    void told(const QString &words);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRect cellRect(int hour) const;
    int hourAt(const QPoint &point) const;
    void choose(int hour);
    void paintCell(QPainter &painter, const QRect &cell, const CapacityShare &share) const;

    std::array<CapacityShare, 24> m_hours;
    int m_chosen = -1;
};

} // namespace barograph
