// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <vector>

namespace bench {

/// An application that takes the time of what its GUI thread does while the window is watched.
class FrameWatch : public QApplication
{
public:
    FrameWatch(int &argc, char **argv);

    /// From now on and forgetting what was seen before, for the tick during which noteTick() is called and for what
    /// paints this window.
    void watch(QWidget &window);
    void unwatch();
    void noteTick() { m_isTick = true; }

    const std::vector<float> &tickMillis() const { return m_ticks; }
    const std::vector<float> &paintMillis() const { return m_paints; }
    /// All that the GUI thread did for one frame: its tick and what was painted before the next.
    std::vector<float> frameMillis() const;
    /// How often a heartbeat of 10 ms came more than kStall late: nothing was drawn and no click answered meanwhile.
    int stalls() const { return m_stalls; }
    double longestStallMillis() const { return m_longest; }
    double seconds() const { return m_seconds; }

    bool notify(QObject *receiver, QEvent *event) override;

private:
    using Clock = std::chrono::steady_clock;
    void beat();

    QWidget *m_window = nullptr;
    QTimer m_heartbeat;
    Clock::time_point m_watchedSince;
    Clock::time_point m_lastBeat;
    std::vector<float> m_ticks;
    std::vector<float> m_paints;
    std::vector<float> m_paintsOfTick; ///< what was painted since the tick of the same index
    int m_stalls = 0;
    double m_longest = 0;
    double m_seconds = 0;
    bool m_isTick = false;
};

} // namespace bench
