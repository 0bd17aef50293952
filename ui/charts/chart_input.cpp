// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart_input.h"

#include "charts/plot_view.h"
#include "timeline/time_view.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace barograph {

namespace {

/// A notch of the wheel, or one press of a key, shows this share of what was shown.
constexpr double kZoomStep = 0.8;
constexpr double kDegreesOfNotch = 120;
/// Shift with the wheel, and a page, move by this share of what is shown.
constexpr double kWheelPan = 0.1;
constexpr double kPagePan = 0.5;
constexpr int kLongSteps = 10;

Millis shareOfSpan(const TimeView &view, double share)
{
    return Millis{std::llround(static_cast<double>(view.span().count()) * share)};
}

} // namespace

ChartInput::ChartInput(TimeView &view, PlotView &plot, QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_plot(plot)
{
    plot.viewport()->installEventFilter(this);
    plot.viewport()->setCursor(Qt::CrossCursor);
}

UtcTime ChartInput::boundedTime(QPointF at) const
{
    return std::clamp(m_plot.timeAt(at), m_plot.geometry().window.left(), m_plot.geometry().window.right());
}

std::optional<std::array<UtcTime, 2>> ChartInput::box() const
{
    if (m_drag != Drag::Box)
        return std::nullopt;
    return std::array{m_pressedTime, m_dragTime};
}

bool ChartInput::eventFilter(QObject * /*watched*/, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        return mousePress(*static_cast<QMouseEvent *>(event));
    case QEvent::MouseMove:
        mouseMove(*static_cast<QMouseEvent *>(event));
        return true;
    case QEvent::MouseButtonRelease:
        return mouseRelease(*static_cast<QMouseEvent *>(event));
    case QEvent::MouseButtonDblClick:
        endDrag();
        m_view.goLive();
        return true;
    case QEvent::Wheel:
        return wheel(*static_cast<QWheelEvent *>(event));
    case QEvent::ContextMenu:
        Q_EMIT menuRequested(static_cast<QContextMenuEvent *>(event)->globalPos());
        return true;
    case QEvent::Leave:
        m_view.setCursor(std::nullopt);
        Q_EMIT hovered(-1, {});
        return false;
    default:
        return false;
    }
}

bool ChartInput::mousePress(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton || !m_plot.isInPlot(event.position()))
        return false;
    // The focus comes with the press, so that the keys go on where the mouse was.
    if (QWidget *chart = m_plot.parentWidget())
        chart->setFocus(Qt::MouseFocusReason);
    m_pressedAt = event.position();
    m_pressedTime = boundedTime(m_pressedAt);
    m_dragTime = m_pressedTime;
    m_pannedPixels = 0;
    m_drag = Drag::Undecided;
    if (event.modifiers().testFlag(Qt::ShiftModifier))
        m_wanted = Drag::Mark;
    else
        m_wanted = event.modifiers().testFlag(Qt::ControlModifier) ? Drag::Box : Drag::Pan;
    return true;
}

void ChartInput::mouseMove(const QMouseEvent &event)
{
    const QPointF at = event.position();
    if (m_drag == Drag::Undecided && std::abs(at.x() - m_pressedAt.x()) >= QApplication::startDragDistance()) {
        m_drag = m_wanted;
        m_view.endStep();
        if (m_drag == Drag::Mark) {
            m_view.setReference(1, std::nullopt);
            m_view.setReference(0, m_pressedTime);
        }
    }
    if (m_drag == Drag::Pan) {
        // Against the place of the press, not the last event: rounding must not add up.
        const double pixels = at.x() - m_pressedAt.x();
        const double share = (m_pannedPixels - pixels) / std::max(1.0, m_plot.geometry().area.width());
        m_pannedPixels = pixels;
        m_view.panBy(shareOfSpan(m_view, share));
    } else if (m_drag == Drag::Box) {
        m_dragTime = boundedTime(at);
        Q_EMIT boxChanged();
    } else if (m_drag == Drag::Mark) {
        m_view.setReference(1, boundedTime(at));
    }
    if (m_plot.isInPlot(at)) {
        m_view.setCursor(m_plot.timeAt(at));
        Q_EMIT hovered(m_plot.columnAt(at), event.globalPosition().toPoint());
    } else {
        m_view.setCursor(std::nullopt);
        Q_EMIT hovered(-1, {});
    }
}

bool ChartInput::mouseRelease(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton || m_drag == Drag::None)
        return false;
    if (m_drag == Drag::Box && m_dragTime != m_pressedTime)
        m_view.show(m_pressedTime, m_dragTime);
    else if (m_drag == Drag::Undecided && m_wanted == Drag::Mark)
        markAt(m_pressedTime);
    endDrag();
    return true;
}

void ChartInput::endDrag()
{
    m_drag = Drag::None;
    m_view.endStep();
    Q_EMIT boxChanged();
}

bool ChartInput::wheel(const QWheelEvent &event)
{
    const QPoint delta = event.angleDelta();
    if (!m_plot.isInPlot(event.position()) || delta.isNull())
        return false;
    // Alt and the wheel, and a sideways wheel, come as horizontal.
    const bool sideways = delta.y() == 0 || event.modifiers().testFlag(Qt::ShiftModifier);
    const double notches = (delta.y() != 0 ? delta.y() : delta.x()) / kDegreesOfNotch;
    if (sideways)
        m_view.panBy(shareOfSpan(m_view, -notches * kWheelPan));
    else
        m_view.zoomAt(m_plot.timeAt(event.position()), std::pow(kZoomStep, notches));
    return true;
}

void ChartInput::markAt(UtcTime at)
{
    const auto &marks = m_view.references();
    if (marks[0] && !marks[1]) {
        m_view.setReference(1, at);
        return;
    }
    m_view.setReference(1, std::nullopt);
    m_view.setReference(0, at);
}

void ChartInput::moveCursor(int columns)
{
    const PlotWindow &window = m_plot.geometry().window;
    if (window.columns <= 0)
        return;
    // Where a second is wider than a column, a step is a second.
    const Millis step = std::max(Millis{1'000}, Millis{window.columnMicros / 1'000});
    const UtcTime last = window.right() - Millis{1};
    const UtcTime from = m_view.cursor().value_or(columns < 0 ? last : window.left());
    m_view.setCursor(std::clamp(from + columns * step, window.left(), last));
}

void ChartInput::zoom(double factor)
{
    const PlotWindow &window = m_plot.geometry().window;
    m_view.zoomAt(m_view.cursor().value_or(window.left() + (window.right() - window.left()) / 2), factor);
}

bool ChartInput::wants(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Plus:
    case Qt::Key_Equal:
    case Qt::Key_Minus:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_L:
        return (event.modifiers() & (Qt::AltModifier | Qt::MetaModifier)) == Qt::NoModifier;
    case Qt::Key_Escape:
        return event.modifiers() == Qt::NoModifier;
    default:
        return false;
    }
}

bool ChartInput::keyPress(const QKeyEvent &event)
{
    if (!wants(event))
        return false;
    const bool shift = event.modifiers().testFlag(Qt::ShiftModifier);
    const int steps = event.modifiers().testFlag(Qt::ControlModifier) || shift ? kLongSteps : 1;
    const PlotWindow &window = m_plot.geometry().window;
    switch (event.key()) {
    case Qt::Key_Left:
        moveCursor(-steps);
        break;
    case Qt::Key_Right:
        moveCursor(steps);
        break;
    case Qt::Key_Home:
        m_view.setCursor(window.left());
        break;
    case Qt::Key_End:
        m_view.setCursor(window.right() - Millis{1});
        break;
    case Qt::Key_PageUp:
        m_view.panBy(shareOfSpan(m_view, -kPagePan));
        break;
    case Qt::Key_PageDown:
        m_view.panBy(shareOfSpan(m_view, kPagePan));
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(kZoomStep);
        break;
    case Qt::Key_Minus:
        zoom(1 / kZoomStep);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_view.cursor())
            markAt(*m_view.cursor());
        break;
    case Qt::Key_L:
        m_view.goLive();
        break;
    default:
        // Escape takes away what is nearest first, and is left to others when there is nothing.
        if (m_view.cursor())
            m_view.setCursor(std::nullopt);
        else if (m_view.references()[0] || m_view.references()[1])
            m_view.clearReferences();
        else
            return false;
    }
    return true;
}

} // namespace barograph
