// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe_result.h"
#include "health/notable.h"

#include <optional>

namespace barograph {

/// Compares what a node says that it has told its webhook with what arrives here. A node that makes callbacks of which
/// none arrives is silent for us without any history: the counters are the proof.
///
/// Pure; times are those of the probe's answers. The listener has to be up for any of it to mean something.
class CallbackEvidence
{
public:
    /// So many callbacks that the node made and that did not arrive are no chance any more.
    static constexpr quint64 kEnough = 5;
    /// Copies may take another way (a relay, a queue) and come late. Where they came at once until now, nothing is
    /// waited for.
    static constexpr Seconds kWaitForLateCopies{4};

    void restart();
    /// Anything came from this node, whatever became of it.
    void arrived();
    /// Counters told by the node. `sentStatuses`: it is known to tell its webhook of each sent message.
    void apply(const ProbeResult &result, UtcTime at, bool sentStatuses);
    /// Empty: what the node makes arrives, or it makes nothing, or does not tell.
    std::optional<SilenceView::Proof> proof(UtcTime now) const;

private:
    enum class Source : quint8 { None, Callbacks, SentMessages };
    struct Sample
    {
        UtcTime at{};
        quint64 made = 0;
        quint64 failed = 0;
        quint64 arrivals = 0;
    };

    void begin(const Sample &sample);

    Source m_source = Source::None;
    quint64 m_arrivals = 0;
    std::optional<Sample> m_base; ///< the newest sample before which something arrived
    std::optional<Sample> m_last;
    std::optional<UtcTime> m_evidentSince;
    std::optional<UtcTime> m_wasEvidentSince; ///< the same, until the sample after the silence has ended
    int m_promptSamples = 0;                  ///< in which as much arrived as the node made
    int m_settling = 0;                       ///< samples after a restart of a counter that are not believed
};

} // namespace barograph
