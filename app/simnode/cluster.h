// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace barograph::sim {

enum class Gateway : std::uint8_t { Connected, Connecting, Disconnected };
enum class Role : std::uint8_t { PrimaryMaster, SecondaryMaster, CoreApp };
const char *gatewayText(Gateway gateway);
const char *roleText(Role role);

/// One container of the simulated client.
struct ClusterMember
{
    std::string name; ///< `host:containerId`; empty for a single container
    Role role = Role::CoreApp;
    Gateway gateway = Gateway::Disconnected;
    int shard = -1;    ///< the shard it serves
    bool alive = true; ///< false: the container is gone, its counters with it
};

enum class Topology : std::uint8_t { Single, HighAvailability, MultiConnect };

/// The containers and which of them serves which part of the recipients.
/// Source: WhatsApp Business API reference, "Health", "High availability" and "MultiConnect".
class Cluster
{
public:
    /// `shards` matters for MultiConnect only. `spare`: one CoreApp more than is needed, for MultiConnect; High
    /// Availability always has one.
    Cluster(Topology topology, int shards, bool spare);

    Topology topology() const { return m_topology; }
    int shards() const { return m_shards; }
    const std::vector<ClusterMember> &members() const { return m_members; }
    std::optional<std::size_t> find(const std::string &name) const;

    /// `shard_id = hash(recipient) % shards`.
    int shardOf(std::uint32_t participant) const;
    /// The connected CoreApp that serves this shard.
    std::optional<std::size_t> servedBy(int shard) const;
    int connectedShards() const;

    /// The container loses its connection; with `alive` false it is gone altogether.
    void disconnect(std::size_t member, bool alive);
    /// A living CoreApp that serves nothing.
    std::optional<std::size_t> standby() const;
    /// Hands a shard to a CoreApp, which is first `connecting`.
    void assign(std::size_t member, int shard);
    void connect(std::size_t member);
    /// The secondary master takes the primary's place; false: there is none.
    bool moveMaster();
    /// Back as a standby.
    void restart(std::size_t member);

private:
    Topology m_topology;
    int m_shards;
    std::vector<ClusterMember> m_members;
};

} // namespace barograph::sim
