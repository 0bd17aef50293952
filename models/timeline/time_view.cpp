// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/time_view.h"

#include <algorithm>
#include <cmath>

namespace barograph {

namespace {

constexpr std::size_t kMostSteps = 100;
constexpr Millis kOneGesture{1'000};
/// A clock that was set back by more than this was wrong before.
constexpr Millis kClockSetBack{60'000};

} // namespace

TimeView::TimeView(QObject *parent)
    : QObject(parent)
{}

void TimeView::setNow(UtcTime now)
{
    // A live edge that moves back for a moment makes everything on screen jump.
    if (now > m_now || m_now - now > kClockSetBack)
        m_now = now;
}

Millis TimeView::behind() const
{
    return m_range.right ? std::max(Millis{0}, m_now - *m_range.right) : Millis{0};
}

bool TimeView::continuesStep() const
{
    if (m_gesture)
        return m_gesture->changedIt;
    return !m_stepEnded && m_lastChange && m_now >= *m_lastChange && m_now - *m_lastChange < kOneGesture;
}

void TimeView::apply(ViewRange range)
{
    range.span = std::clamp(range.span, kLeastSpan, kMostSpan);
    // Nothing is kept for longer: further back there would only be emptiness.
    if (range.right)
        range.right = std::max(*range.right, m_now - kMostSpan + range.span);
    if (range.right && *range.right > m_now)
        range.right.reset();
    if (range == m_range)
        return;
    if (!continuesStep()) {
        m_past.push_back(m_range);
        if (m_past.size() > kMostSteps)
            m_past.erase(m_past.begin());
    }
    m_future.clear();
    if (m_gesture)
        m_gesture->changedIt = true;
    m_stepEnded = false;
    m_lastChange = m_now;
    m_range = range;
    Q_EMIT rangeChanged();
}

void TimeView::show(UtcTime left, UtcTime right)
{
    if (right < left)
        std::swap(left, right);
    m_stepEnded = true;
    const Millis span = std::clamp(right - left, kLeastSpan, kMostSpan);
    if (right >= m_now)
        apply({span, {}});
    else // What is too short to be shown alone is shown in the middle.
        apply({span, right + (span - (right - left)) / 2});
}

void TimeView::setSpan(Millis span)
{
    m_stepEnded = true;
    apply({span, m_range.right});
}

void TimeView::zoomAt(UtcTime at, double factor)
{
    if (!(factor > 0))
        return;
    const auto wanted = std::llround(static_cast<double>(span().count()) * factor);
    const Millis newSpan = std::clamp(Millis{wanted}, kLeastSpan, kMostSpan);
    ViewRange range{newSpan, m_range.right};
    if (range.right) {
        const double share = static_cast<double>((*range.right - at).count()) / static_cast<double>(span().count());
        range.right = at + Millis{std::llround(share * static_cast<double>(newSpan.count()))};
    }
    apply(range);
}

void TimeView::panBy(Millis distance)
{
    const UtcTime to = right() + distance;
    apply({span(), to < m_now ? std::optional(to) : std::nullopt});
}

void TimeView::goLive()
{
    m_stepEnded = true;
    apply({span(), {}});
}

void TimeView::pause()
{
    m_stepEnded = true;
    if (isLive())
        apply({span(), m_now});
}

void TimeView::beginGesture()
{
    m_gesture = Gesture{m_range, m_past, m_future};
}

void TimeView::endGesture()
{
    m_gesture.reset();
    m_stepEnded = true;
}

void TimeView::cancelGesture()
{
    if (!m_gesture)
        return;
    const Gesture before = *m_gesture;
    endGesture();
    m_past = before.past;
    m_future = before.future;
    if (before.range == m_range)
        return;
    m_range = before.range;
    Q_EMIT rangeChanged();
}

void TimeView::restore(std::vector<ViewRange> &from, std::vector<ViewRange> &to)
{
    if (from.empty())
        return;
    to.push_back(m_range);
    m_range = from.back();
    from.pop_back();
    endGesture();
    Q_EMIT rangeChanged();
}

void TimeView::undo()
{
    restore(m_past, m_future);
}

void TimeView::redo()
{
    restore(m_future, m_past);
}

void TimeView::setCursor(std::optional<UtcTime> at)
{
    if (at == m_cursor)
        return;
    m_cursor = at;
    Q_EMIT cursorChanged();
}

void TimeView::setReference(std::size_t which, std::optional<UtcTime> at)
{
    if (which >= m_references.size() || m_references[which] == at)
        return;
    m_references[which] = at;
    Q_EMIT referencesChanged();
}

void TimeView::clearReferences()
{
    if (!m_references[0] && !m_references[1])
        return;
    m_references = {};
    Q_EMIT referencesChanged();
}

} // namespace barograph
