// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation.h"

namespace barograph::sim {
namespace {

using namespace std::chrono_literals;

constexpr ModelTime kFirstFault = 20s;
constexpr ModelTime kConnecting = 2s;

/// The CoreApp that serves shard 0 dies; after the unhealthy interval a standby takes over; later the dead container
/// is started again and becomes the standby.
class Failover : public Scenario
{
public:
    ModelTime wake(Simulation &world, ModelTime now) override
    {
        constexpr ModelTime kRestartAfter = 60s;
        constexpr ModelTime kEvery = 5min;
        Cluster &cluster = world.cluster();
        switch (m_next) {
        case Step::Start:
            m_next = Step::Die;
            return kFirstFault;
        case Step::Die: {
            m_faultAt = now;
            const auto primary = cluster.servedBy(0);
            if (!primary || world.isTrafficOver())
                return world.isTrafficOver() ? kNever : now + kEvery;
            m_dead = *primary;
            cluster.disconnect(m_dead, false);
            world.clusterChanged();
            m_next = Step::Promote;
            return now + world.failoverDelay() - kConnecting;
        }
        case Step::Promote:
            m_successor = cluster.standby();
            if (m_successor)
                cluster.assign(*m_successor, 0);
            m_next = Step::Connect;
            return now + kConnecting;
        case Step::Connect:
            if (m_successor)
                cluster.connect(*m_successor);
            world.clusterChanged();
            m_next = Step::Restart;
            return now + kRestartAfter;
        case Step::Restart:
            world.resetCounters(m_dead);
            cluster.restart(m_dead);
            m_next = Step::Die;
            return m_faultAt + kEvery;
        }
        return kNever;
    }

private:
    enum class Step : std::uint8_t { Start, Die, Promote, Connect, Restart };
    Step m_next = Step::Start;
    ModelTime m_faultAt{};
    std::size_t m_dead = 0;
    std::optional<std::size_t> m_successor;
};

/// The CoreApp of one shard loses its connection and there is no spare: that shard's recipients are cut off until it
/// is back.
class ShardLoss : public Scenario
{
public:
    ModelTime wake(Simulation &world, ModelTime now) override
    {
        constexpr ModelTime kLostFor = 60s;
        constexpr ModelTime kBackFor = 2min;
        if (now < kFirstFault)
            return kFirstFault;
        Cluster &cluster = world.cluster();
        if (m_lost) {
            cluster.connect(*m_lost);
            world.clusterChanged();
            m_lost.reset();
            return now + kBackFor;
        }
        m_lost = cluster.servedBy(cluster.shards() - 1);
        if (!m_lost || world.isTrafficOver()) {
            m_lost.reset();
            return world.isTrafficOver() ? kNever : now + kBackFor;
        }
        cluster.disconnect(*m_lost, true);
        world.clusterChanged();
        return now + kLostFor;
    }

private:
    std::optional<std::size_t> m_lost;
};

} // namespace

std::unique_ptr<Scenario> makeFailover()
{
    return std::make_unique<Failover>();
}

std::unique_ptr<Scenario> makeShardLoss()
{
    return std::make_unique<ShardLoss>();
}

} // namespace barograph::sim
