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
        Millis usual{};              ///< between two, at this hour, by the node's history
        Millis alarmAfter{};         ///< silence of this length is no chance any more

        friend bool operator==(const OfKind &, const OfKind &) = default;
    };
    std::vector<OfKind> silent; ///< empty: nothing is missing, or the history is too short to say
    bool known = false;         ///< there is enough history for this hour

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
