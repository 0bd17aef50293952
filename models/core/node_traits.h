// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"

namespace barograph {

/// Answers to webhooks of this kind of node have to be an empty JSON object: it takes an answer's body for an instant
/// reply, and anything that is not JSON for a mistake.
bool answersWithEmptyObject(NodeKind kind);
/// The kind of node makes sure by a GET with a challenge that a webhook address is ours before it sends anything.
bool asksForHandshake(NodeKind kind);

} // namespace barograph
