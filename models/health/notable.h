// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event_kind.h"
#include "core/reading.h"
#include "health/told_by_node.h"

#include <QString>

#include <optional>
#include <vector>

namespace barograph {

/// "Connected, but silent": the node says that all is well, and yet events of a kind that its own history leads us to
/// expect at this hour do not come.
struct SilenceView
{
    struct OfKind
    {
        EventKind kind = EventKind::Receive;
        std::optional<UtcTime> last; ///< empty: none ever came
        UtcTime since{};             ///< it was to be expected, and none has come
        Millis usual{};              ///< between two busy moments, at this hour, by the node's history; at most
        Millis alarmAfter{};         ///< silence of this length is no chance any more

        friend bool operator==(const OfKind &, const OfKind &) = default;
    };
    /// The node's own counters: it tells its webhook, and nothing arrives here.
    struct Proof
    {
        UtcTime since{};             ///< nothing has arrived
        quint64 made = 0;            ///< callbacks since then
        quint64 failed = 0;          ///< of these
        bool ofSentMessages = false; ///< `made` are sent messages, each of which makes a callback

        friend bool operator==(const Proof &, const Proof &) = default;
    };
    std::vector<OfKind> silent; ///< empty: nothing is missing, or the history is too short to say
    std::optional<Proof> proof;
    bool known = false; ///< there is enough history for this hour

    bool isSilent() const { return proof.has_value() || !silent.empty(); }

    friend bool operator==(const SilenceView &, const SilenceView &) = default;
};

struct SettingChange
{
    QString key;
    QString before; ///< empty: it was not there
    QString after;  ///< empty: it is gone

    friend bool operator==(const SettingChange &, const SettingChange &) = default;
};

/// Settings of a node that changed since the look before, and not by a control of ours.
struct DriftView
{
    UtcTime seenAt{};
    std::vector<SettingChange> changes;

    friend bool operator==(const DriftView &, const DriftView &) = default;
};

} // namespace barograph
