// SPDX-License-Identifier: GPL-3.0-or-later
// How the simulation follows its cluster: who serves whom, and what has to wait while nobody does.
#include "simulation.h"

namespace barograph::sim {
namespace {

constexpr std::size_t kMaxHeld = 100'000;
constexpr ModelTime kMasterSettles = std::chrono::seconds(8);

} // namespace

bool Simulation::isServed(std::uint32_t participant, std::uint32_t group) const
{
    // A group message goes to members of all shards; whichever CoreApp is connected takes it.
    if (group != 0)
        return m_cluster.connectedShards() > 0;
    return m_cluster.servedBy(m_cluster.shardOf(participant)).has_value();
}

std::size_t Simulation::memberFor(const Interaction &interaction) const
{
    const auto member = m_cluster.servedBy(m_cluster.shardOf(interaction.participant));
    return member.value_or(activeMember());
}

std::size_t Simulation::activeMember() const
{
    std::size_t firstCore = 0;
    for (std::size_t i = m_cluster.members().size(); i-- > 0;) {
        const ClusterMember &member = m_cluster.members()[i];
        if (member.role != Role::CoreApp)
            continue;
        if (member.gateway == Gateway::Connected && member.shard >= 0)
            return i;
        firstCore = i;
    }
    return firstCore;
}

void Simulation::clusterChanged()
{
    const int connected = m_cluster.connectedShards();
    m_model.setTps(m_config.tps * connected / m_cluster.shards());
    std::vector<Interaction> held;
    held.swap(m_held);
    for (const Interaction &interaction : held) {
        if (!isServed(interaction.participant, 0))
            m_held.push_back(interaction);
        else if (!m_model.arrive(interaction))
            ++m_totals.lost[interaction.kind];
    }
    std::vector<queueing::OutboundMessage> sends;
    sends.swap(m_heldSends);
    for (const auto &message : sends) {
        if (!isServed(message.recipient, message.group) || !m_model.submit(message))
            m_heldSends.push_back(message);
    }
}

bool Simulation::moveMaster()
{
    if (!m_cluster.moveMaster())
        return false;
    m_masterSettledAt = m_now + kMasterSettles;
    return true;
}

void Simulation::updateBlocked()
{
    const int connected = m_cluster.connectedShards();
    // A full callback queue takes nothing more in: what then arrives has to wait at WhatsApp's end.
    m_model.setBlocked(connected == 0 || m_callbacks.isFull());
    if (connected > 0 && connected < m_cluster.shards())
        holdUnservedSends();
}

void Simulation::holdUnservedSends()
{
    for (auto *message = m_model.peekSend(); message != nullptr && m_heldSends.size() < kMaxHeld;
         message = m_model.peekSend()) {
        if (isServed(message->recipient, message->group))
            return;
        m_heldSends.push_back(m_model.takeSend());
    }
}

} // namespace barograph::sim
