// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"
#include "health/health.h"

#include <QString>

#include <optional>

namespace barograph {

/// What a gateway last said about its session by webhook (WAHA `session.status`, Evolution `connection.update`). The
/// numbers are in the journal: only append.
enum class SessionState : quint32 {
    Unknown = 0, ///< nothing said, or a word that this version does not know
    Starting,
    Working,
    NeedsLogin, ///< a QR code or passkey has to be confirmed on a phone
    Stopped,
    Failed
};

struct SessionView
{
    SessionState state = SessionState::Unknown;
    UtcTime since{}; ///< arrival of the first notice with this state

    friend bool operator==(const SessionView &, const SessionView &) = default;
};

QString sessionStateText(SessionState state);

/// State of a node that is not asked for its health, by what it tells of its session itself. Without a word of it the
/// state is unknown. Pure.
Judgement judgeSession(const std::optional<SessionView> &session);

} // namespace barograph
