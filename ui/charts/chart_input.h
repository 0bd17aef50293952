// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <QObject>
#include <QPoint>
#include <QPointF>

#include <optional>
#include <vector>

class QKeyEvent;
class QMouseEvent;
class QWheelEvent;

namespace barograph {

class PlotView;
class TimeView;

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
    /// Sets the mark that is next: A, then B, then A again without B.
    void markAt(UtcTime at);
    /// The moments between which a box is being drawn.
    std::optional<std::array<UtcTime, 2>> box() const;

Q_SIGNALS:
    /// `column` counts device pixel columns from the left of the plot area; -1 when the mouse left it.
    void hovered(int column, QPoint globalPosition);
    void menuRequested(QPoint globalPosition);
    void boxChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Drag { None, Undecided, Pan, Box, Mark };

    bool mousePress(const QMouseEvent &event);
    void mouseMove(const QMouseEvent &event);
    bool mouseRelease(const QMouseEvent &event);
    bool wheel(const QWheelEvent &event);
    void endDrag();
    void moveCursor(int columns);
    void zoom(double factor);
    UtcTime boundedTime(QPointF at) const;

    TimeView &m_view;
    PlotView &m_plot;
    Drag m_drag = Drag::None;
    Drag m_wanted = Drag::None; ///< once the mouse has moved far enough
    QPointF m_pressedAt;
    UtcTime m_pressedTime{};
    UtcTime m_dragTime{};
    double m_pannedPixels = 0;
};

} // namespace barograph
