// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event_kind.h"
#include "core/fingerprint.h"
#include "core/node_config.h"
#include "core/time.h"

#include <optional>

namespace barograph {

/// One interaction told by a webhook, reduced to what may be kept: no text, no names, hashed identifiers.
struct IngestedEvent
{
    NodeIndex node = 0;
    /// One of the four kinds, or nothing when it is counted apart (then `apart` says as what).
    std::optional<EventKind> kind;
    ApartKind apart = ApartKind::NotUnderstood;
    bool redelivered = false;    ///< already seen before: counted apart, spends no TPS
    SendWay way = SendWay::Only; ///< of a Send, or of a SendEcho
    /// Failed and ErrorNotice: the error's number as the node gives it. SessionNotice: a SessionState. 0 = none.
    quint32 code = 0;
    Fingerprint message;              ///< null where the notice has no message id
    Fingerprint participant;          ///< sender of a receive, recipient of a status
    Fingerprint group;                ///< null unless the body names a group
    UtcTime arrival{};                ///< when the request was complete here; decides the second it is counted in
    std::optional<UtcTime> eventTime; ///< the node's own timestamp (whole seconds on-premises)

    friend bool operator==(const IngestedEvent &, const IngestedEvent &) = default;
};

} // namespace barograph
