// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart_drag.h"

#include "charts/plot_view.h"
#include "timeline/time_view.h"

#include <QApplication>

#include <algorithm>
#include <cmath>

namespace barograph {

namespace {

/// A mark is moved by a pixel or two on purpose; only the tremor of a click must not move it.
constexpr qreal kReferenceSlop = 2;

} // namespace

ChartDrag::ChartDrag(TimeView &view, PlotView &plot)
    : m_view(view)
    , m_plot(plot)
{}

ChartDrag::~ChartDrag()
{
    // A gesture that nobody ends would swallow all later steps.
    abandon();
}

UtcTime ChartDrag::boundedTime(QPointF at) const
{
    // The end of the last column is the first moment that is not in view.
    const PlotWindow &window = m_plot.geometry().window;
    return std::clamp(m_plot.timeAt(at), window.left(), std::max(window.left(), window.right() - Millis{1}));
}

std::optional<std::size_t> ChartDrag::referenceAt(QPointF at) const
{
    return referenceNear(m_view.references(), at, m_plot.geometry());
}

std::optional<std::array<UtcTime, 2>> ChartDrag::box() const
{
    if (m_kind != Kind::Box || !m_moving)
        return std::nullopt;
    return std::array{m_pressedTime, m_dragTime};
}

void ChartDrag::press(QPointF at, Kind kind)
{
    abandon();
    m_kind = kind;
    m_moving = false;
    m_pressedAt = at;
    m_pressedTime = boundedTime(at);
    m_dragTime = m_pressedTime;
    m_rightBefore = m_view.right();
    m_referencesBefore = m_view.references();
    const auto reference = kind == Kind::Pan ? referenceAt(at) : std::nullopt;
    if (!reference)
        return;
    m_kind = Kind::Reference;
    m_held = *reference;
}

bool ChartDrag::hasMovedFarEnough(QPointF at) const
{
    const qreal distance = std::abs(at.x() - m_pressedAt.x());
    return distance >= (m_kind == Kind::Reference ? kReferenceSlop : QApplication::startDragDistance());
}

void ChartDrag::begin()
{
    m_moving = true;
    if (m_kind == Kind::Pan)
        m_view.beginGesture();
    if (m_kind == Kind::Marks) {
        m_view.setReference(1, std::nullopt);
        m_view.setReference(0, m_pressedTime);
    }
}

void ChartDrag::pan(QPointF at)
{
    // Against the place of the press, not the last event: rounding must not add up, and who comes back from beyond an
    // end of the range has what was held under the mouse again.
    const double share = (m_pressedAt.x() - at.x()) / std::max(1.0, m_plot.geometry().area.width());
    const Millis distance{std::llround(static_cast<double>(m_view.span().count()) * share)};
    m_view.panBy(m_rightBefore + distance - m_view.right());
}

void ChartDrag::move(QPointF at)
{
    if (!m_kind)
        return;
    if (!m_moving && hasMovedFarEnough(at))
        begin();
    if (!m_moving)
        return;
    switch (*m_kind) {
    case Kind::Pan:
        pan(at);
        break;
    case Kind::Box:
        m_dragTime = boundedTime(at);
        break;
    case Kind::Marks:
        m_view.setReference(1, boundedTime(at));
        break;
    case Kind::Reference: {
        // By as much as the mouse moved: a mark that is held at its side must not jump to the mouse.
        const qreal from = m_plot.geometry().xOf(m_pressedTime);
        const qreal held = m_plot.geometry().xOf(*m_referencesBefore[m_held]);
        m_view.setReference(m_held, boundedTime(at + QPointF(held - from, 0)));
        break;
    }
    }
}

void ChartDrag::zoomIntoBox(QPointF at)
{
    // Who came back to where the box began has thought better of it.
    if (!hasMovedFarEnough(at))
        return;
    // Of what is still to come there is nothing to zoom into.
    const UtcTime other = boundedTime(at);
    const UtcTime from = std::min(m_pressedTime, other);
    const UtcTime to = std::min(std::max(m_pressedTime, other) + Millis{1}, m_view.now());
    if (from < to)
        m_view.show(from, to);
}

void ChartDrag::release(QPointF at)
{
    if (!m_kind)
        return;
    const Kind kind = *m_kind;
    const bool moved = m_moving;
    abandon();
    if (kind == Kind::Box && moved)
        zoomIntoBox(at);
    else if (kind == Kind::Marks && !moved)
        setNextReference(m_view, m_pressedTime);
}

bool ChartDrag::cancel()
{
    if (!m_kind)
        return false;
    const Kind kind = *m_kind;
    if (m_moving && kind == Kind::Pan)
        m_view.cancelGesture();
    abandon();
    if (kind == Kind::Marks || kind == Kind::Reference) {
        for (std::size_t i = 0; i < m_referencesBefore.size(); ++i)
            m_view.setReference(i, m_referencesBefore[i]);
    }
    return true;
}

void ChartDrag::abandon()
{
    if (m_moving && m_kind == Kind::Pan)
        m_view.endGesture();
    m_kind.reset();
    m_moving = false;
}

void setNextReference(TimeView &view, UtcTime at)
{
    const auto &references = view.references();
    if (references[0] && !references[1]) {
        view.setReference(1, at);
        return;
    }
    view.setReference(1, std::nullopt);
    view.setReference(0, at);
}

} // namespace barograph
