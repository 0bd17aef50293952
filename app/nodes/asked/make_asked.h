// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nodes/asked/asked_session.h"
#include "nodes/node_probe.h"

#include <memory>

namespace barograph {

/// What asks one node that is not on-premises. The probe uses the session: it has to go first.
struct AskedParts
{
    std::unique_ptr<AskedSession> session;
    std::unique_ptr<NodeProbe> probe;
};

/// Both empty for an on-premises node.
AskedParts makeAskedParts(NodeIndex index, const NodeConfig &config, SecretStore &secrets, const HttpLimits &limits,
                          const AskedPace &pace);

} // namespace barograph
