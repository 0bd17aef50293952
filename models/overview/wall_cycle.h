// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "overview/trouble.h"

#include <QStringList>

#include <vector>

namespace barograph {

/// Which node the wall shows, and for how long: one after the other in the order of the frame, those worth attention
/// for twice the interval, critical ones for three times. Nodes that are switched off are left out. Pure but for what
/// it remembers; the clock is the caller's.
class WallCycle
{
public:
    static constexpr Seconds kShortest{5};
    static constexpr Seconds kLongest{120};

    /// Call with every frame. What is shown stays, unless it is gone.
    void setFrame(const Frame &frame, const SteadyTrouble &troubles, UtcTime now);
    /// True: another node is to be shown.
    bool advance(UtcTime now);
    /// By hand; the node's time begins anew.
    void next(UtcTime now) { step(1, now); }
    void previous(UtcTime now) { step(-1, now); }
    void setPaused(bool paused, UtcTime now);
    bool isPaused() const { return m_paused; }
    /// Kept within kShortest and kLongest.
    void setInterval(Seconds interval);
    Seconds interval() const { return m_interval; }

    QString currentId() const;
    /// From 1; 0 while there is none.
    int place() const { return m_entries.empty() ? 0 : static_cast<int>(m_at) + 1; }
    int count() const { return static_cast<int>(m_entries.size()); }
    /// Until the next one, never negative; of no meaning while it is paused.
    Millis remaining(UtcTime now) const;

private:
    struct Entry
    {
        QString id;
        Trouble trouble = Trouble::None;
    };

    void step(int by, UtcTime now);
    Millis dwell() const;

    std::vector<Entry> m_entries;
    std::size_t m_at = 0;
    UtcTime m_since{};
    Seconds m_interval{15};
    bool m_paused = false;
};

} // namespace barograph
