// SPDX-License-Identifier: GPL-3.0-or-later
#include "meters/send_spreader.h"

#include <algorithm>
#include <limits>

namespace barograph {

quint32 SendSpreader::takeForOneSecond()
{
    constexpr Millis kOneSecond{1'000};
    auto share = m_waiting;
    if (m_span > kOneSecond) {
        // Rounded up, so that a few sends come early rather than after the next poll.
        const auto perSecond = static_cast<double>(m_waiting) * 1'000.0 / static_cast<double>(m_span.count());
        share = std::min(m_waiting, static_cast<quint64>(perSecond + 0.999'999));
        m_span -= kOneSecond;
    } else {
        m_span = Millis{0};
    }
    share = std::min<quint64>(share, std::numeric_limits<quint32>::max());
    m_waiting -= share;
    return static_cast<quint32>(share);
}

void SendSpreader::flushInto(quint32 &sends)
{
    const auto share = std::min<quint64>(m_waiting, std::numeric_limits<quint32>::max() - sends);
    m_waiting -= share;
    m_span = Millis{0};
    sends += static_cast<quint32>(share);
}

} // namespace barograph
