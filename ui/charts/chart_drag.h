// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <QPointF>

#include <array>
#include <optional>

namespace barograph {

class PlotView;
class TimeView;

/// What the left button does in a plot from its press to its release: moves the view, draws a box to zoom into, sets
/// reference marks or moves one of them. Knows no events; see ChartInput. All points are in the plot's coordinates.
/// Only for use inside this folder. GUI thread.
class ChartDrag
{
public:
    enum class Kind {
        Pan,      ///< of the view
        Box,      ///< to zoom into
        Marks,    ///< both anew; without moving, the next one
        Reference ///< one that is there
    };

    /// Both must outlive it.
    ChartDrag(TimeView &view, PlotView &plot);
    ~ChartDrag();
    ChartDrag(const ChartDrag &) = delete;
    ChartDrag &operator=(const ChartDrag &) = delete;

    /// Between press and release, whether or not the mouse has moved.
    bool isActive() const { return m_kind.has_value(); }
    /// `kind` without Reference, which is what a Pan becomes that begins on a mark.
    void press(QPointF at, Kind kind);
    void move(QPointF at);
    void release(QPointF at);
    /// Puts back what was moved; false where nothing was held.
    bool cancel();
    /// The mouse or the keyboard went elsewhere: what was moved stays where it is, and nothing is zoomed into.
    void abandon();

    /// The mark that a press at `at` would hold.
    std::optional<std::size_t> referenceAt(QPointF at) const;
    /// The one that is held.
    bool holdsReference() const { return m_kind == Kind::Reference; }
    /// The moments between which a box is being drawn.
    std::optional<std::array<UtcTime, 2>> box() const;

private:
    bool hasMovedFarEnough(QPointF at) const;
    void begin();
    void pan(QPointF at);
    void zoomIntoBox(QPointF at);
    UtcTime boundedTime(QPointF at) const;

    TimeView &m_view;
    PlotView &m_plot;
    std::optional<Kind> m_kind;
    bool m_moving = false; ///< it has moved far enough to be no click
    QPointF m_pressedAt;
    UtcTime m_pressedTime{};
    UtcTime m_dragTime{};
    UtcTime m_rightBefore{}; ///< of the view, at the press
    std::size_t m_held = 0;  ///< the reference mark
    std::array<std::optional<UtcTime>, 2> m_referencesBefore;
};

/// Sets the mark that is next: A, then B, then A again without B.
void setNextReference(TimeView &view, UtcTime at);

} // namespace barograph
