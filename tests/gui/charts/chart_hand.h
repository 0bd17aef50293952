// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shown_chart.h"

#include <QWindow>

namespace barograph::testing {

/// One hand on the mouse over a chart that is on screen.
class Hand
{
public:
    Hand(TimeChart &chart, PlotView &plot)
        : m_chart(chart)
        , m_plot(plot)
    {}
    explicit Hand(ShownChart &shown)
        : Hand(shown.chart, *shown.plot)
    {}

    QPoint at(double share, int right = 0, int down = 0) const
    {
        const QRectF area = m_plot.geometry().area;
        const QPointF point(area.left() + share * area.width() + right, area.center().y() + down);
        return m_plot.viewport()->mapTo(&m_chart, point.toPoint());
    }
    void press(QPoint point, Qt::KeyboardModifiers keys = {}, Qt::MouseButton button = Qt::LeftButton) const
    {
        QTest::mousePress(m_chart.windowHandle(), button, keys, point);
    }
    void move(QPoint point) const { QTest::mouseMove(m_chart.windowHandle(), point); }
    void release(QPoint point, Qt::KeyboardModifiers keys = {}, Qt::MouseButton button = Qt::LeftButton) const
    {
        QTest::mouseRelease(m_chart.windowHandle(), button, keys, point);
    }
    /// In a few steps; stays pressed.
    void pull(QPoint from, QPoint to, Qt::KeyboardModifiers keys = {}) const
    {
        press(from, keys);
        for (int step = 1; step <= 4; ++step)
            move(from + (to - from) * step / 4);
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers keys = {}) const
    {
        pull(from, to, keys);
        release(to, keys);
    }
    Qt::CursorShape shape() const { return m_plot.viewport()->cursor().shape(); }

private:
    TimeChart &m_chart;
    PlotView &m_plot;
};

/// In the middle of the plot.
inline void turnWheel(const ShownChart &shown, QPoint angle, QPoint pixels = {},
                      Qt::ScrollPhase phase = Qt::NoScrollPhase)
{
    const QPointF at = shown.inPane(0.5);
    QWheelEvent event(at, shown.pane->mapToGlobal(at), pixels, angle, Qt::NoButton, {}, phase, false);
    QApplication::sendEvent(shown.pane, &event);
}

} // namespace barograph::testing
