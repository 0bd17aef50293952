// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "node_state.h"

namespace barograph::sim {

/// The JSON that a client posts to the webhook for this interaction; one item each. Timestamps are Unix seconds of the
/// moment it happened at WhatsApp's side, so that waiting shows as lag at the receiver.
/// Source: WhatsApp Business API reference, "Webhooks".
std::string callbackBody(const NodeState &node, const Interaction &interaction);

/// One line of the log: what was acknowledged, and whether it had been before.
std::string logLine(const NodeState &node, const Interaction &interaction, std::int64_t atMs, bool again);

} // namespace barograph::sim
