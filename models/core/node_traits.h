// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"

namespace barograph {

/// Whether this kind of node reads the answer to its webhooks as JSON, so that 200 has to come with the empty object
/// `{}`; all others want no body. Picky Assist takes the answer for a reply to be sent, which `{}` is not, and its
/// console calls an answer that is no JSON a failure.
bool answersWithEmptyObject(NodeKind kind);

/// The kind of node makes sure by a GET with a challenge that a webhook address is ours before it sends anything.
bool asksForHandshake(NodeKind kind);

/// Nodes of this kind are asked for their health. All others are known by their webhooks only.
bool isAskedForHealth(NodeKind kind);

} // namespace barograph
