// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingested_event.h"
#include "frame/notices.h"

#include <optional>
#include <vector>

namespace barograph {

/// What a node's own notices say: the errors it gives by number, and the state of its session. Fixed memory: beyond
/// kPlaces different errors, the one that has not been seen for longest makes room.
class NoticeBoard
{
public:
    static constexpr std::size_t kPlaces = 16;

    /// Looks at events that are counted apart, not redelivered.
    void add(const IngestedEvent &event, UtcTime arrival);

    /// Latest first.
    std::vector<ErrorSeen> errors() const;
    std::optional<SessionView> session() const { return m_session; }

private:
    void addError(quint32 code, UtcTime arrival);
    void addSession(quint32 code, UtcTime arrival);

    std::vector<ErrorSeen> m_errors;
    std::optional<SessionView> m_session;
};

} // namespace barograph
