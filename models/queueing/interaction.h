// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event_kind.h"
#include "queueing/model_time.h"

namespace barograph::queueing {

/// One countable interaction, reduced to numbers: what a message or a person is called is the caller's business.
struct Interaction
{
    EventKind kind = EventKind::Receive;
    quint32 participant = 0; ///< sender of a receive, recipient of a send or of a receipt; unused for a group send
    quint32 group = 0;       ///< 0 = not a group message
    quint64 message = 0;
    ModelTime happenedAt{}; ///< when it happened at WhatsApp's side, before any waiting

    friend bool operator==(const Interaction &, const Interaction &) = default;
};

} // namespace barograph::queueing
