// SPDX-License-Identifier: GPL-3.0-or-later
#include "overview/wall_cycle.h"

#include <algorithm>

namespace barograph {

void WallCycle::setFrame(const Frame &frame, const SteadyTrouble &troubles, UtcTime now)
{
    const QString shown = currentId();
    m_entries.clear();
    for (const NodeFrame &node : frame.nodes) {
        if (const Trouble trouble = troubles.of(node.id); trouble != Trouble::Off)
            m_entries.push_back({node.id, trouble});
    }
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &entry) { return entry.id == shown; });
    if (found != m_entries.end()) {
        m_at = static_cast<std::size_t>(found - m_entries.begin());
        return;
    }
    m_at = m_entries.empty() ? 0 : std::min(m_at, m_entries.size() - 1);
    m_since = now;
}

QString WallCycle::currentId() const
{
    return m_at < m_entries.size() ? m_entries[m_at].id : QString();
}

Millis WallCycle::dwell() const
{
    if (m_at >= m_entries.size())
        return m_interval;
    const Trouble trouble = m_entries[m_at].trouble;
    return m_interval * (isCritical(trouble) ? 3 : needsAttention(trouble) ? 2 : 1);
}

Millis WallCycle::remaining(UtcTime now) const
{
    return std::clamp<Millis>(dwell() - (now - m_since), Millis{0}, dwell());
}

bool WallCycle::advance(UtcTime now)
{
    // The clock was put back: what remains is not known any more.
    if (now < m_since)
        m_since = now;
    if (m_paused || m_entries.size() < 2 || now - m_since < dwell())
        return false;
    step(1, now);
    return true;
}

void WallCycle::step(int by, UtcTime now)
{
    m_since = now;
    const auto size = static_cast<int>(m_entries.size());
    if (size > 0)
        m_at = static_cast<std::size_t>((static_cast<int>(m_at) + by + size) % size);
}

void WallCycle::setPaused(bool paused, UtcTime now)
{
    m_paused = paused;
    m_since = now;
}

void WallCycle::setInterval(Seconds interval)
{
    m_interval = std::clamp(interval, kShortest, kLongest);
}

} // namespace barograph
