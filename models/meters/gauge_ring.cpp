// SPDX-License-Identifier: GPL-3.0-or-later
#include "meters/gauge_ring.h"

#include <algorithm>

namespace barograph {

GaugeSample gaugeSampleOf(const IncomingView &incoming, const OutboundView &outbound)
{
    GaugeSample sample;
    const auto take = [&sample](GaugeKind kind, const auto &reading, auto toNumber) {
        if (reading.truth() != Truth::Measured && reading.truth() != Truth::Estimated)
            return;
        sample.values[indexOf(kind)] = static_cast<float>(toNumber(reading.value()));
        if (reading.truth() == Truth::Estimated)
            sample.estimatedMask = static_cast<quint8>(sample.estimatedMask | (1U << indexOf(kind)));
    };
    // A clock that runs ahead gives lags below zero; there is no queue of negative length.
    const auto number = [](qint64 value) { return std::max<qint64>(value, 0); };
    const auto millis = [](Millis value) { return std::max<qint64>(value.count(), 0); };
    take(GaugeKind::Lag, incoming.lag, millis);
    take(GaugeKind::Incoming, incoming.depth, number);
    if (!outbound.configured)
        return sample;
    take(GaugeKind::Outbound, outbound.depthMessages, number);
    take(GaugeKind::OutboundAge, outbound.oldestAge, millis);
    // Where the queue cannot tell, what was done from here is all there is to know.
    sample.paused = outbound.paused.truth() == Truth::NotSupported
                        ? outbound.pausedSince.has_value()
                        : outbound.paused.truth() == Truth::Measured && outbound.paused.value();
    return sample;
}

void GaugeRing::close(UtcSecond second, const GaugeSample &sample)
{
    const bool begins = m_samples.empty() || second < m_end || second - m_end >= kLength;
    if (begins) {
        m_samples.clear();
        m_known = 0;
    } else {
        m_samples.resize(m_samples.size() + static_cast<std::size_t>((second - m_end).count()));
    }
    m_samples.push_back(sample);
    m_known += sample.tellsAnything() ? 1 : 0;
    m_end = second + Seconds{1};
    while (m_samples.size() > static_cast<std::size_t>(kLength.count())) {
        m_known -= m_samples.front().tellsAnything() ? 1 : 0;
        m_samples.pop_front();
    }
    m_series.reset();
}

std::shared_ptr<const GaugeSeries> GaugeRing::series() const
{
    if (m_known == 0)
        return nullptr;
    if (!m_series) {
        const auto first = m_end - Seconds{static_cast<qint64>(m_samples.size())};
        m_series = std::make_shared<const GaugeSeries>(
            GaugeSeries{first, std::vector<GaugeSample>(m_samples.begin(), m_samples.end())});
    }
    return m_series;
}

} // namespace barograph
