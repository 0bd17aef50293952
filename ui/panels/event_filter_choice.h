// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event_kind.h"

#include <QString>

#include <array>

namespace barograph {

/// All that is typed and switched above the event log. A value; as made: everything of this node is shown.
struct EventFilterChoice
{
    template<std::size_t Count> static constexpr std::array<bool, Count> all()
    {
        std::array<bool, Count> on{};
        for (bool &each : on)
            each = true;
        return on;
    }

    QString line;
    std::array<bool, kEventKindCount> kinds = all<kEventKindCount>();
    bool apart = true; ///< those of apartKinds, at all
    std::array<bool, kApartKindCount> apartKinds = all<kApartKindCount>();
    bool redelivered = true;
    bool onlyShownRange = false;
    bool followsCrosshair = true;
    bool allNodes = false;

    friend bool operator==(const EventFilterChoice &, const EventFilterChoice &) = default;
};

} // namespace barograph
