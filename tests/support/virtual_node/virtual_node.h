// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"
#include "frame/frame.h"
#include "ingest/fingerprinter.h"
#include "meters/node_meter.h"
#include "node_state.h"
#include "nodes/decoder.h"
#include "nodes/name_tally.h"

#include <functional>
#include <string>
#include <vector>

namespace barograph::testing {

/// What is simulated, and how it is watched.
struct VirtualSetup
{
    std::vector<std::string> scenarios{"steady"};
    quint64 seed = 1;
    double tps = 20;
    int shards = 0; ///< > 0: MultiConnect
    bool highAvailability = false;
    std::optional<std::size_t> incomingCapacity; ///< at WhatsApp's end
    Millis clockAhead{0};                        ///< of the node, told by its `Date`; its timestamps are not moved
    NodeConfig config;                           ///< allocatedTps 0: the simulated one is put in; likewise the shards
};

/// A simulated on-premises node watched by a meter, in simulated time and with no sockets: half an hour takes about a
/// second, and the same seed gives the same run. Callbacks are the real bodies, read by the real decoder; what polling
/// would bring is taken from the same handlers that the simulated node's API answers with, in the real rhythm: health
/// every 5 s, stats every 2 s, settings and shards every 60 s, one group every 5 s.
class VirtualNode
{
public:
    explicit VirtualNode(const VirtualSetup &setup);

    /// Moves on in steps of 50 ms. `eachSecond`, if given, is called once a simulated second with the frame of then.
    void run(Seconds length, const std::function<void(const NodeFrame &)> &eachSecond = {});

    UtcTime now() const { return m_start + std::chrono::duration_cast<Millis>(m_at); }
    Seconds elapsed() const { return std::chrono::floor<Seconds>(m_at); }
    NodeFrame frame() const { return m_meter.frame(now()); }
    NodeMeter &meter() { return m_meter; }
    sim::Simulation &simulation() { return m_node.simulation; }
    sim::NodeState &node() { return m_node; }
    const Fingerprinter &prints() const { return m_prints; }

private:
    void deliverCallbacks();
    void count(const std::string &body);
    void poll();
    void askHealth(ProbeResult &result);
    void askStats(ProbeResult &result);
    void askSettings(ProbeResult &result);
    void askNextGroup(ProbeResult &result);

    VirtualSetup m_setup;
    sim::NodeState m_node;
    UtcTime m_start;
    queueing::ModelTime m_at{};
    Fingerprinter m_prints;
    NameTally m_unknown;
    std::unique_ptr<Decoder> m_decoder;
    NodeMeter m_meter;
    std::vector<DecodedItem> m_items;
    std::uint32_t m_nextGroup = 1;
};

} // namespace barograph::testing
