// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/frame_watch.h"

#include <algorithm>

namespace bench {

namespace {

constexpr int kHeartbeatMillis = 10;
constexpr double kStallMillis = 50;

} // namespace

FrameWatch::FrameWatch(int &argc, char **argv)
    : QApplication(argc, argv)
{
    m_heartbeat.setInterval(kHeartbeatMillis);
    m_heartbeat.setTimerType(Qt::PreciseTimer);
    connect(&m_heartbeat, &QTimer::timeout, this, &FrameWatch::beat);
}

void FrameWatch::watch(QWidget &window)
{
    m_ticks.clear();
    m_paints.clear();
    m_paintsOfTick.clear();
    m_stalls = 0;
    m_longest = 0;
    m_window = &window;
    m_watchedSince = Clock::now();
    m_lastBeat = m_watchedSince;
    m_heartbeat.start();
}

void FrameWatch::unwatch()
{
    m_heartbeat.stop();
    m_window = nullptr;
    m_seconds = std::chrono::duration<double>(Clock::now() - m_watchedSince).count();
}

std::vector<float> FrameWatch::frameMillis() const
{
    std::vector<float> frames = m_ticks;
    for (std::size_t i = 0; i < frames.size(); ++i)
        frames[i] += m_paintsOfTick[i];
    return frames;
}

void FrameWatch::beat()
{
    const auto now = Clock::now();
    const double late = std::chrono::duration<double, std::milli>(now - m_lastBeat).count() - kHeartbeatMillis;
    m_lastBeat = now;
    m_stalls += late > kStallMillis ? 1 : 0;
    m_longest = std::max(m_longest, late);
}

bool FrameWatch::notify(QObject *receiver, QEvent *event)
{
    const auto type = event->type();
    if (m_window == nullptr || (type != QEvent::Timer && type != QEvent::UpdateRequest))
        return QApplication::notify(receiver, event);
    const bool paints = type == QEvent::UpdateRequest && receiver == m_window;
    m_isTick = false;
    const auto begin = Clock::now();
    const bool handled = QApplication::notify(receiver, event);
    const float took = std::chrono::duration<float, std::milli>(Clock::now() - begin).count();
    if (paints) {
        m_paints.push_back(took);
        if (!m_paintsOfTick.empty())
            m_paintsOfTick.back() += took;
    } else if (type == QEvent::Timer && std::exchange(m_isTick, false)) {
        m_ticks.push_back(took);
        m_paintsOfTick.push_back(0);
    }
    return handled;
}

} // namespace bench
