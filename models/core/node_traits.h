// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"

namespace barograph {

/// Picky Assist reads the answer to a webhook as a reply to the message and wants JSON: `{}` says nothing.
bool answersWithEmptyObject(NodeKind kind);

/// The kind of node makes sure by a GET with a challenge that a webhook address is ours before it sends anything.
bool asksForHandshake(NodeKind kind);

} // namespace barograph
