// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/live_seconds.h"

#include <algorithm>

namespace barograph {

void LiveSeconds::setLimit(std::size_t seconds)
{
    m_limit = seconds;
    while (m_closed.size() > m_limit)
        m_closed.pop_front();
}

void LiveSeconds::append(const SecondSeries &seconds, const GaugeSeries *gauges, UtcSecond from, UtcSecond to,
                         float allocated)
{
    for (auto second = from; second < to; second += Seconds{1}) {
        Kept kept;
        kept.sample = seconds.samples[static_cast<std::size_t>((second - seconds.first).count())];
        kept.allocatedTps = allocated;
        if (gauges && second >= gauges->first && second < gauges->end())
            kept.gauges = gauges->samples[static_cast<std::size_t>((second - gauges->first).count())];
        const bool tells = kept.sample.anyKnown() || kept.sample.notMeasuredMask != 0 || kept.gauges.tellsAnything();
        if (tells || !m_closed.empty())
            m_closed.push_back(kept);
    }
    m_closedEnd = to;
    while (m_closed.size() > m_limit)
        m_closed.pop_front();
}

bool LiveSeconds::take(const SecondSeries &seconds, const GaugeSeries *gauges, double allocatedTps)
{
    if (seconds.samples.empty())
        return true;
    const UtcSecond closedEnd = seconds.end() - Seconds{1};
    const auto allocated = static_cast<float>(allocatedTps);
    const bool continues = isEmpty() || (closedEnd >= m_closedEnd && seconds.first <= m_closedEnd);
    if (!continues) {
        m_closed.clear();
        m_hasRunning = false;
    }
    const UtcSecond from = isEmpty() ? seconds.first : std::max(m_closedEnd, seconds.first);
    append(seconds, gauges, from, closedEnd, allocated);
    m_running = {seconds.samples.back(), allocated, {}};
    m_hasRunning = true;
    return continues;
}

void LiveSeconds::addTo(TimeBucket &bucket, UtcSecond from, UtcSecond to) const
{
    const auto add = [&bucket](UtcSecond second, const Kept &kept) {
        addSecond(bucket, second, kept.sample, double{kept.allocatedTps});
        addGauges(bucket, kept.gauges);
    };
    auto at = m_closed.cbegin() + (from - first()).count();
    for (auto second = from; second < std::min(to, m_closedEnd); second += Seconds{1})
        add(second, *at++);
    if (m_hasRunning && from <= m_closedEnd && to > m_closedEnd)
        add(m_closedEnd, m_running);
}

} // namespace barograph
