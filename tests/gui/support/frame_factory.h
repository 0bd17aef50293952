// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/control.h"
#include "frame/frame.h"

namespace barograph::testing {

/// 2026-03-05 02:41:07.400 UTC: the moment at which all made frames are taken.
UtcTime frameTime();

/// Per-second counts of receive, send, delivery and read.
using Counts = std::array<quint32, kEventKindCount>;

/// Ten minutes of fully known seconds and the running one, all with the same counts.
std::shared_ptr<SecondSeries> flatSeries(const Counts &counts);

/// A healthy single node "support-eu" with a budget of 20 TPS at 41 % of it, a running queue, all callbacks on.
NodeFrame calmNode();
/// The same number during a group storm: over budget for two minutes, 71 % reads of one message.
NodeFrame stormNode();
/// MultiConnect with one shard missing, simulated, outbound queue paused, read callbacks off since four minutes.
NodeFrame degradedNode();
/// Not reachable, nothing known any more, the last values stale.
NodeFrame downNode();
/// Never answered yet; no budget, no queue configured.
NodeFrame unknownNode();

/// The same calm number with an incoming queue in each of its states, named by the id: unknown, not-supported, empty,
/// steady, draining, filling, full, estimate, beyond-gauges (more than the gauges show).
std::vector<NodeFrame> incomingNodes();

FramePtr frameOf(std::vector<NodeFrame> nodes);
/// A healthy number on this kind of node with all that its webhooks say beside events: protection, things counted
/// apart, errors by number, a session where there is one.
NodeFrame nodeOfKind(NodeKind kind);
/// One of each kind, over TLS: the Cloud API number lacks its secret, the Evolution one's requests are refused from two
/// addresses, the WAHA one's raw bodies are recorded.
FramePtr kindsFrame();

/// One of each kind but on-premises, as they answer when asked: a limited Cloud API number, a Picky Assist project, a
/// WAHA session on a server in trouble, an Evolution instance that was logged out, a GOWA that cannot be reached while
/// its webhooks arrive.
FramePtr askedFrame();

/// All five nodes above.
FramePtr fullFrame();

/// Seven numbers, four of them in two groups, one switched off.
FramePtr groupedFrame();
/// That many numbers in groups of ten, a few of them in each state.
FramePtr manyNodesFrame(int count);
/// Configurations that such a frame could have come from.
std::vector<NodeConfig> configsOf(const Frame &frame);

/// Group storms in each state there is: named and foretold, about done, foretold without history, of unknown size, and
/// one of which nothing can be said; with the groups that the calculator lists.
NodeFrame foretoldStormsNode();
/// The same number before its first storm has been learnt from.
NodeFrame firstStormsNode();

std::vector<ControlResult> someHistory();
ControlPreview pausePreview();

} // namespace barograph::testing
