// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"
#include "core/time.h"

namespace barograph {

/// Whether this kind of node reads the answer to its webhooks as JSON, so that 200 has to come with the empty object
/// `{}`; all others want no body. Picky Assist takes the answer for a reply to be sent, which `{}` is not, and its
/// console calls an answer that is no JSON a failure.
bool answersWithEmptyObject(NodeKind kind);

/// The kind of node makes sure by a GET with a challenge that a webhook address is ours before it sends anything.
bool asksForHandshake(NodeKind kind);

/// There is something to ask this node about itself. What is not asked is known by its webhooks only. An on-premises
/// client is always asked, the others where an address or an account is configured; none that is switched off.
bool isAsked(const NodeConfig &node);

/// Only its tap brings its events: the configuration does not say that its webhooks are delivered here too. Every node
/// has a webhook address, used or not, and one that waits in vain is as silent as one that nobody uses: so it has to be
/// said. Also where the node is switched off, which switches off its tap.
bool isFedByTapOnly(const NodeConfig &node);

/// Its answer to "how are you" names members with a gateway status (on-premises), and not a session or an account.
bool tellsMembers(NodeKind kind);

/// Its answer tells of a session with WhatsApp: the gateways and Picky Assist.
bool tellsSession(NodeKind kind);

/// Meta allows 200 management calls an hour, and Picky Assist 3 status calls a minute.
inline constexpr Millis kCloudAskedEvery{60'000};
inline constexpr Millis kPickyAskedEvery{20'000};
/// How often the node is asked how it is: as configured, and never more often than its kind allows.
Millis askedEvery(const NodeConfig &node);

} // namespace barograph
