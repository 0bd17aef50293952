// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_drag.h"

#include <QObject>
#include <QPoint>

class QKeyEvent;
class QMouseEvent;
class QWheelEvent;

namespace barograph {

/// What the mouse and the keyboard do in a chart: turns them into changes of the TimeView. See chartShortcuts() for
/// what does what. Only for use inside this folder.
class ChartInput : public QObject
{
    Q_OBJECT

public:
    /// Listens to the mouse in `plot`. Both must outlive it.
    ChartInput(TimeView &view, PlotView &plot, QObject *parent);

    /// Whether keyPress() would do something with it.
    static bool wants(const QKeyEvent &event);
    /// Returns false for keys that mean nothing to a chart.
    bool keyPress(const QKeyEvent &event);
    /// The moments between which a box is being drawn.
    std::optional<std::array<UtcTime, 2>> box() const { return m_drag.box(); }
    /// The keyboard has gone elsewhere: whatever is being dragged is let go.
    void letGo();

Q_SIGNALS:
    /// `column` counts device pixel columns from the left of the plot area; -1 when the mouse left it.
    void hovered(int column, QPoint globalPosition);
    void menuRequested(QPoint globalPosition);
    void boxChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool mousePress(const QMouseEvent &event);
    void mouseMove(const QMouseEvent &event);
    bool mouseRelease(const QMouseEvent &event);
    bool doubleClick(const QMouseEvent &event);
    bool wheel(const QWheelEvent &event);
    bool cancelDrag();
    void updateMouseCursor();
    void moveCursor(int columns);
    void zoom(double factor);

    TimeView &m_view;
    PlotView &m_plot;
    ChartDrag m_drag;
    QPointF m_mouseAt{-1, -1}; ///< where it was last
};

} // namespace barograph
