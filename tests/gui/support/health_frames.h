// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/frame_factory.h"

namespace barograph::testing {

/// Nodes in every state of health, as their meters would give them. All at frameTime().

/// High Availability: two masters, one CoreApp connected, one standing by.
NodeFrame availabilityNode();
/// The same, twelve seconds after its CoreApp lost its connection.
NodeFrame failoverNode();
/// The same, two minutes after another one took over.
NodeFrame afterFailoverNode();
/// MultiConnect with `shards` and `spares`; of the shards `lost` are not connected.
NodeFrame multiConnectNode(int shards, int spares, int lost);
/// MultiConnect of four, told by a node that is configured here as none.
NodeFrame unconfiguredShardsNode();
/// Webhooks are made and do not arrive.
NodeFrame silentNode();
/// Nothing has come that its history leads to expect.
NodeFrame quietNode();
NodeFrame switchedOffNode();
/// Settings changed elsewhere, a token and a certificate that end.
NodeFrame noticesNode();

FramePtr healthFrame();

} // namespace barograph::testing
