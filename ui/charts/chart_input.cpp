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
/// Eighths of a degree for a pixel of a touchpad that tells no angle: about a notch for the height of three lines.
constexpr int kAngleOfPixel = 2;
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
    , m_drag(view, plot)
{
    plot.viewport()->installEventFilter(this);
    plot.viewport()->setCursor(Qt::CrossCursor);
    // A mark may come to stand under the mouse, or go away from there, by what another chart or a key does.
    connect(&view, &TimeView::referencesChanged, this, &ChartInput::updateMouseCursor);
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
        return doubleClick(*static_cast<QMouseEvent *>(event));
    case QEvent::Wheel:
        return wheel(*static_cast<QWheelEvent *>(event));
    case QEvent::ContextMenu:
        // A menu that opens while something is held would take its release away.
        if (!m_drag.isActive())
            Q_EMIT menuRequested(static_cast<QContextMenuEvent *>(event)->globalPos());
        return true;
    case QEvent::Leave:
        m_mouseAt = {-1, -1};
        m_view.setCursor(std::nullopt);
        Q_EMIT hovered(-1, {});
        return false;
    case QEvent::Hide:
        letGo();
        return false;
    default:
        return false;
    }
}

bool ChartInput::mousePress(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton)
        return m_drag.isActive();
    if (!m_plot.isInPlot(event.position()))
        return false;
    // The focus comes with the press, so that the keys go on where the mouse was.
    if (QWidget *chart = m_plot.parentWidget())
        chart->setFocus(Qt::MouseFocusReason);
    ChartDrag::Kind kind = ChartDrag::Kind::Pan;
    if (event.modifiers().testFlag(Qt::ShiftModifier))
        kind = ChartDrag::Kind::Marks;
    else if (event.modifiers().testFlag(Qt::ControlModifier))
        kind = ChartDrag::Kind::Box;
    m_drag.press(event.position(), kind);
    return true;
}

void ChartInput::mouseMove(const QMouseEvent &event)
{
    const QPointF at = event.position();
    m_mouseAt = at;
    // The release went to somebody else, e.g. a menu or another window.
    if (m_drag.isActive() && !event.buttons().testFlag(Qt::LeftButton))
        letGo();
    m_drag.move(at);
    if (m_drag.box())
        Q_EMIT boxChanged();
    updateMouseCursor();
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
    if (!m_drag.isActive())
        return false;
    if (event.button() != Qt::LeftButton)
        return true;
    m_drag.release(event.position());
    Q_EMIT boxChanged();
    m_view.endStep();
    updateMouseCursor();
    return true;
}

bool ChartInput::doubleClick(const QMouseEvent &event)
{
    // With Shift or Ctrl it is two clicks: two marks at one place, or the press of a box.
    if (event.button() != Qt::LeftButton || (event.modifiers() & (Qt::ShiftModifier | Qt::ControlModifier)) != 0)
        return mousePress(event);
    letGo();
    m_view.goLive();
    return true;
}

bool ChartInput::cancelDrag()
{
    if (!m_drag.cancel())
        return false;
    Q_EMIT boxChanged();
    updateMouseCursor();
    return true;
}

void ChartInput::letGo()
{
    if (!m_drag.isActive())
        return;
    m_drag.abandon();
    Q_EMIT boxChanged();
    updateMouseCursor();
}

void ChartInput::updateMouseCursor()
{
    const bool overMark = m_drag.holdsReference() || (!m_drag.isActive() && m_drag.referenceAt(m_mouseAt));
    const Qt::CursorShape shape = overMark ? Qt::SizeHorCursor : Qt::CrossCursor;
    if (m_plot.viewport()->cursor().shape() != shape)
        m_plot.viewport()->setCursor(shape);
}

bool ChartInput::wheel(const QWheelEvent &event)
{
    // Touchpads tell pixels, some of them nothing else.
    const QPoint delta = event.angleDelta().isNull() ? event.pixelDelta() * kAngleOfPixel : event.angleDelta();
    if (!m_plot.isInPlot(event.position()) || delta.isNull())
        return false;
    // What is held stands under the mouse, and a box begins where it began.
    if (m_drag.isActive())
        return true;
    // Alt and the wheel, and a sideways wheel, come as horizontal. Fingers never move quite straight.
    const bool horizontal = std::abs(delta.x()) > std::abs(delta.y());
    const double notches = (horizontal ? delta.x() : delta.y()) / kDegreesOfNotch;
    if (horizontal || event.modifiers().testFlag(Qt::ShiftModifier))
        m_view.panBy(shareOfSpan(m_view, -notches * kWheelPan));
    else if (event.phase() != Qt::ScrollMomentum) // it would go on zooming when the fingers are up already
        m_view.zoomAt(m_plot.timeAt(event.position()), std::pow(kZoomStep, notches));
    return true;
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
            setNextReference(m_view, *m_view.cursor());
        break;
    case Qt::Key_L:
        m_view.goLive();
        break;
    default:
        // Escape takes away what is nearest first, and is left to others when there is nothing.
        if (cancelDrag())
            break;
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
