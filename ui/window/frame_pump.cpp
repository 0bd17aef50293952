// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/frame_pump.h"

namespace barograph {

namespace {

constexpr int kFrameMs = 100;
/// Until the first frame is here there is nothing to look at.
constexpr int kFirstFrameMs = 2;
/// Figures that change ten times a second cannot be read; the chart can.
constexpr int kDrawnPerFigures = 3;
constexpr Millis kLateFrame{1500};

} // namespace

FramePump::FramePump(WhoLooks whoLooks, QObject *parent)
    : QObject(parent)
    , m_whoLooks(std::move(whoLooks))
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &FramePump::tick);
}

void FramePump::setSource(Source source)
{
    m_source = std::move(source);
    review();
}

void FramePump::review()
{
    // Without a source nobody has to be asked; the window may be on its way out.
    arm(m_source ? m_whoLooks() : Viewers{});
}

bool FramePump::fetchFirst()
{
    if (m_frame || !m_source)
        return false;
    m_frame = m_source();
    return m_frame != nullptr;
}

UtcTime FramePump::liveEdge() const
{
    const UtcTime at = now();
    return at - m_frame->takenAt < kLateFrame ? m_frame->takenAt : at;
}

void FramePump::tick()
{
    if (FramePtr frame = m_source ? m_source() : nullptr)
        m_frame = std::move(frame);
    const Viewers viewers = m_whoLooks();
    // After the first frame, and when a panel that stood outside of the minimised window was closed.
    arm(viewers);
    if (!m_frame)
        return;
    if (viewers.window)
        Q_EMIT due(m_drawn++ % kDrawnPerFigures == 0);
    else
        Q_EMIT dueElsewhere();
}

void FramePump::arm(const Viewers &viewers)
{
    const int every = viewers.window ? (m_frame ? kFrameMs : kFirstFrameMs) : viewers.othersEveryMs;
    if (!m_source || every <= 0)
        m_timer.stop();
    else if (!m_timer.isActive() || m_timer.interval() != every)
        m_timer.start(every);
}

} // namespace barograph
