// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "health/notable.h"
#include "silence/callback_evidence.h"
#include "silence/usual_traffic.h"

#include <memory>

namespace barograph {

/// "Connected, but silent": sees that events do not come which should. Two ways: the node's own counters say that it
/// makes callbacks of which none arrives (at once), or its history says that a silence of this length is no chance (in
/// a minute at the earliest). Pure, fixed memory.
class SilenceWatch
{
public:
    /// Busy minutes that should have come: by chance none comes once in e^12 ≈ 160,000 such spans.
    static constexpr double kBeyondChance = 12;
    static constexpr Seconds kShortest{60};

    /// What is to be expected of the node at this moment.
    struct Expected
    {
        bool works = false; ///< its state is OK: it says that it is connected
        quint8 kinds = 0;   ///< by indexOf(kind): visible, not switched off, not held back by a paused queue
    };

    void setUsual(std::shared_ptr<const UsualTraffic> usual) { m_usual = std::move(usual); }
    void setListening(bool listening, UtcTime at);
    /// Anything came, also what was refused or had come before.
    void arrived() { m_evidence.arrived(); }
    void apply(const ProbeResult &result, UtcTime at, bool sentStatuses);
    /// Call often: it remembers since when what is expected is expected.
    SilenceView view(const Expected &expected, const ByKind<std::optional<UtcTime>> &lastEvent, UtcTime now);

private:
    std::shared_ptr<const UsualTraffic> m_usual;
    CallbackEvidence m_evidence;
    bool m_listening = false;
    UtcTime m_listeningSince{};
    std::optional<UtcTime> m_worksSince;
    ByKind<std::optional<UtcTime>> m_expectedSince;
};

/// The judgement with a silence in it: only a node that is otherwise OK is silent. `drift` may name the reason.
/// Pure.
Judgement judgeSilence(const Judgement &judged, const SilenceView &silence, const std::optional<DriftView> &drift,
                       UtcTime now);
/// What does not come, for how long, and what is usual. One or two sentences; empty without a silence. Pure.
QString silenceText(const SilenceView &silence, UtcTime now);

} // namespace barograph
