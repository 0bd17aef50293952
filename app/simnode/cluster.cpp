// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster.h"

#include "random.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

namespace barograph::sim {
namespace {

// `host:containerId`, the latter twelve hexadecimal digits as Docker's.
std::string memberName(const std::string &host, int number)
{
    std::uint64_t hash = static_cast<std::uint64_t>(number);
    for (const char c : host)
        hash = mix(hash + static_cast<unsigned char>(c));
    std::array<char, 16> id{};
    std::snprintf(id.data(), id.size(), "%012llx", static_cast<unsigned long long>(hash >> 16U));
    return host + '-' + std::to_string(number) + ':' + id.data();
}

ClusterMember makeMember(const std::string &host, int number, Role role, Gateway gateway, int shard)
{
    ClusterMember member;
    member.name = memberName(host, number);
    member.role = role;
    member.gateway = gateway;
    member.shard = shard;
    return member;
}

} // namespace

const char *gatewayText(Gateway gateway)
{
    switch (gateway) {
    case Gateway::Connected:
        return "connected";
    case Gateway::Connecting:
        return "connecting";
    case Gateway::Disconnected:
        break;
    }
    return "disconnected";
}

const char *roleText(Role role)
{
    switch (role) {
    case Role::PrimaryMaster:
        return "primary_master";
    case Role::SecondaryMaster:
        return "secondary_master";
    case Role::CoreApp:
        break;
    }
    return "coreapp";
}

Cluster::Cluster(Topology topology, int shards, bool spare)
    : m_topology(topology)
    , m_shards(topology == Topology::MultiConnect ? std::max(shards, 1) : 1)
{
    if (topology == Topology::Single) {
        ClusterMember only;
        only.gateway = Gateway::Connected;
        only.shard = 0;
        m_members.push_back(only);
        return;
    }
    // In MultiConnect the primary master holds a connection too; in High Availability no master does.
    const Gateway primary = topology == Topology::MultiConnect ? Gateway::Connected : Gateway::Disconnected;
    m_members.push_back(makeMember("wa-master", 1, Role::PrimaryMaster, primary, -1));
    m_members.push_back(makeMember("wa-master", 2, Role::SecondaryMaster, Gateway::Disconnected, -1));
    for (int shard = 0; shard < m_shards; ++shard)
        m_members.push_back(makeMember("wa-core", shard + 1, Role::CoreApp, Gateway::Connected, shard));
    if (spare || topology == Topology::HighAvailability)
        m_members.push_back(makeMember("wa-core", m_shards + 1, Role::CoreApp, Gateway::Disconnected, -1));
}

std::optional<std::size_t> Cluster::find(const std::string &name) const
{
    for (std::size_t i = 0; i < m_members.size(); ++i) {
        if (m_members[i].name == name)
            return i;
    }
    return std::nullopt;
}

int Cluster::shardOf(std::uint32_t participant) const
{
    return static_cast<int>(mix(participant) % static_cast<std::uint64_t>(m_shards));
}

std::optional<std::size_t> Cluster::servedBy(int shard) const
{
    for (std::size_t i = 0; i < m_members.size(); ++i) {
        const ClusterMember &member = m_members[i];
        if (member.role == Role::CoreApp && member.shard == shard && member.gateway == Gateway::Connected)
            return i;
    }
    return std::nullopt;
}

int Cluster::connectedShards() const
{
    int connected = 0;
    for (int shard = 0; shard < m_shards; ++shard)
        connected += servedBy(shard) ? 1 : 0;
    return connected;
}

void Cluster::disconnect(std::size_t member, bool alive)
{
    m_members.at(member).gateway = Gateway::Disconnected;
    m_members.at(member).alive = alive;
    if (!alive)
        m_members.at(member).shard = -1;
}

std::optional<std::size_t> Cluster::standby() const
{
    for (std::size_t i = 0; i < m_members.size(); ++i) {
        const ClusterMember &member = m_members[i];
        if (member.role == Role::CoreApp && member.alive && member.shard < 0)
            return i;
    }
    return std::nullopt;
}

void Cluster::assign(std::size_t member, int shard)
{
    m_members.at(member).shard = shard;
    m_members.at(member).gateway = Gateway::Connecting;
}

void Cluster::connect(std::size_t member)
{
    m_members.at(member).gateway = Gateway::Connected;
}

bool Cluster::moveMaster()
{
    ClusterMember *primary = nullptr;
    ClusterMember *secondary = nullptr;
    for (ClusterMember &member : m_members) {
        if (member.role == Role::PrimaryMaster)
            primary = &member;
        else if (member.role == Role::SecondaryMaster)
            secondary = &member;
    }
    if (primary == nullptr || secondary == nullptr)
        return false;
    std::swap(primary->role, secondary->role);
    std::swap(primary->gateway, secondary->gateway);
    return true;
}

void Cluster::restart(std::size_t member)
{
    m_members.at(member).alive = true;
    m_members.at(member).gateway = Gateway::Disconnected;
}

} // namespace barograph::sim
