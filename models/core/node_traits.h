// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"

namespace barograph {

/// The kind of node makes sure by a GET with a challenge that a webhook address is ours before it sends anything.
bool asksForHandshake(NodeKind kind);

} // namespace barograph
