// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"

namespace barograph {

/// Why it would be unsafe to listen like this, and what to do; empty: nothing stands against it. What only this machine
/// can reach is never unsafe. Anything else wants TLS, because the secret in the address is all that some nodes prove
/// themselves by; and it wants more than that secret, because an address ends up in logs and settings pages. An
/// operator who knows better sets ListenerConfig::allowUnprotected. Pure.
QString listenRefusal(const ListenerConfig &listener, const std::vector<NodeConfig> &nodes);

/// The same finding for one who has set it: stands on the screen as long as it is so.
QString listenWarning(const ListenerConfig &listener, const std::vector<NodeConfig> &nodes);

} // namespace barograph
