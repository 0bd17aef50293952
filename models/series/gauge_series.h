// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <array>
#include <cstddef>
#include <limits>
#include <vector>

namespace barograph {

/// What is looked at over time beside the four kinds.
enum class GaugeKind : quint8 {
    Lag,        ///< milliseconds; IncomingView::lag, clocks' difference taken out
    Incoming,   ///< events waiting; IncomingView::depth
    Outbound,   ///< messages in the bot's own queue
    OutboundAge ///< milliseconds; of the oldest message in it
};
inline constexpr std::size_t kGaugeKindCount = 4;
inline constexpr std::array<GaugeKind, kGaugeKindCount> kGaugeKinds{GaugeKind::Lag, GaugeKind::Incoming,
                                                                    GaugeKind::Outbound, GaugeKind::OutboundAge};
constexpr std::size_t indexOf(GaugeKind kind)
{
    return static_cast<std::size_t>(kind);
}

/// The gauges as they stood at the end of one second. NaN: unknown in that second (also when the last look was too
/// long ago to be believed), never 0.
struct GaugeSample
{
    static constexpr float kUnknown = std::numeric_limits<float>::quiet_NaN();

    std::array<float, kGaugeKindCount> values{kUnknown, kUnknown, kUnknown, kUnknown};
    quint8 estimatedMask = 0; ///< bit indexOf(kind): derived, not measured
    bool paused = false;      ///< the outbound queue was known to be paused

    float value(GaugeKind kind) const { return values[indexOf(kind)]; }
    bool isKnown(GaugeKind kind) const { return value(kind) == value(kind); }
    bool isEstimated(GaugeKind kind) const { return (estimatedMask & (1U << indexOf(kind))) != 0; }
    bool tellsAnything() const
    {
        bool any = paused;
        for (const float each : values)
            any = any || each == each;
        return any;
    }
    /// Unknown is the same as unknown.
    friend bool operator==(const GaugeSample &a, const GaugeSample &b)
    {
        for (std::size_t i = 0; i < kGaugeKindCount; ++i) {
            const bool same = a.values[i] == b.values[i] || (a.values[i] != a.values[i] && b.values[i] != b.values[i]);
            if (!same)
                return false;
        }
        return a.estimatedMask == b.estimatedMask && a.paused == b.paused;
    }
};

/// Consecutive seconds, oldest first. samples[i] is the second first + i.
struct GaugeSeries
{
    UtcSecond first{};
    std::vector<GaugeSample> samples;

    UtcSecond end() const { return first + Seconds{static_cast<qint64>(samples.size())}; }
};

} // namespace barograph
