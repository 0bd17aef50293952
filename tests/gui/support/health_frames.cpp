// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/health_frames.h"

#include "silence/silence_watch.h"

namespace barograph::testing {

namespace {

Member clusterMember(const QString &host, MemberRole role, GatewayStatus gateway)
{
    return {host + QStringLiteral(":6d0f2c91ab3e"), role, gateway};
}

HealthReport availability(GatewayStatus first, GatewayStatus second)
{
    return {{clusterMember(QStringLiteral("wa-master-1"), MemberRole::PrimaryMaster, GatewayStatus::Disconnected),
             clusterMember(QStringLiteral("wa-master-2"), MemberRole::SecondaryMaster, GatewayStatus::Disconnected),
             clusterMember(QStringLiteral("wa-core-1"), MemberRole::CoreApp, first),
             clusterMember(QStringLiteral("wa-core-2"), MemberRole::CoreApp, second)},
            QStringLiteral("2.53.1")};
}

HealthReport multiConnect(int shards, int spares, int lost)
{
    HealthReport report;
    report.version = QStringLiteral("2.53.1");
    report.members = {
        clusterMember(QStringLiteral("wa-master-1"), MemberRole::PrimaryMaster, GatewayStatus::Connected),
        clusterMember(QStringLiteral("wa-master-2"), MemberRole::SecondaryMaster, GatewayStatus::Disconnected)};
    for (int i = 0; i < shards + spares; ++i) {
        const bool connected = i < shards - lost;
        report.members.push_back(clusterMember(QStringLiteral("wa-core-%1").arg(i + 1, 2, 10, QLatin1Char('0')),
                                               MemberRole::CoreApp,
                                               connected ? GatewayStatus::Connected : GatewayStatus::Disconnected));
    }
    return report;
}

NodeFrame nodeWith(const char *id, const char *name, const TopologyWatch &watch, const HealthReport &now,
                   int configuredShards)
{
    NodeFrame node = calmNode();
    node.id = QString::fromLatin1(id);
    node.name = QString::fromLatin1(name);
    node.health = Reading<HealthReport>::measured(now, frameTime() - Millis{800});
    node.topology = watch.view(frameTime(), configuredShards);
    node.judgement = judgeTopology(node.health, node.probe, node.topology, configuredShards, frameTime());
    return node;
}

TopologyWatch watchOf(std::vector<std::pair<Seconds, HealthReport>> reports)
{
    TopologyWatch watch;
    for (const auto &[age, report] : reports)
        watch.apply(report, frameTime() - age);
    return watch;
}

const auto kConnected = GatewayStatus::Connected;
const auto kDisconnected = GatewayStatus::Disconnected;

} // namespace

NodeFrame availabilityNode()
{
    const auto report = availability(kConnected, kDisconnected);
    return nodeWith("ha", "High Availability", watchOf({{Seconds{90'000}, report}, {Seconds{1}, report}}), report, 0);
}

NodeFrame failoverNode()
{
    const auto now = availability(kDisconnected, kDisconnected);
    const auto watch =
        watchOf({{Seconds{12}, availability(kConnected, kDisconnected)}, {Seconds{7}, now}, {Seconds{2}, now}});
    return nodeWith("ha-failover", "Failover under way", watch, now, 0);
}

NodeFrame afterFailoverNode()
{
    const auto now = availability(kDisconnected, kConnected);
    const auto watch = watchOf({{Seconds{161}, availability(kConnected, kDisconnected)},
                                {Seconds{156}, availability(kDisconnected, kDisconnected)},
                                {Seconds{130}, availability(kDisconnected, GatewayStatus::Connecting)},
                                {Seconds{125}, now},
                                {Seconds{1}, now}});
    return nodeWith("ha-after", "Failover over", watch, now, 0);
}

NodeFrame multiConnectNode(int shards, int spares, int lost)
{
    const auto before = multiConnect(shards, spares, 0);
    const auto now = multiConnect(shards, spares, lost);
    auto watch = watchOf({{Seconds{45}, before}, {Seconds{40}, now}, {Seconds{1}, now}});
    watch.applyShards(shards, frameTime() - Seconds{30});
    return nodeWith(qPrintable(QStringLiteral("mc-%1-%2-%3").arg(shards).arg(spares).arg(lost)), "MultiConnect", watch,
                    now, shards);
}

NodeFrame unconfiguredShardsNode()
{
    const auto now = multiConnect(3, 0, 0);
    auto watch = watchOf({{Seconds{1}, now}});
    watch.applyShards(4, frameTime() - Seconds{30});
    return nodeWith("mc-differs", "Shards differ", watch, now, 0);
}

NodeFrame silentNode()
{
    NodeFrame node = calmNode();
    node.id = QStringLiteral("silent");
    node.name = QStringLiteral("Silent webhooks");
    TopologyWatch watch;
    watch.apply(node.health.value(), frameTime() - Seconds{1});
    node.topology = watch.view(frameTime(), 0);
    node.drift = DriftView{frameTime() - Seconds{100},
                           {{QStringLiteral("webhooks.url"), QStringLiteral("https://ops.example/hook/••• #4c1d"),
                             QStringLiteral("https://other.example/••• #90aa")}}};
    node.silence.proof = SilenceView::Proof{frameTime() - Seconds{96}, 1040, 0, false};
    node.judgement = judgeSilence({NodeState::Ok, {}, 1, 1}, node.silence, node.drift, frameTime());
    for (const EventKind kind : kEventKinds)
        node.lastEvent[kind] = frameTime() - Seconds{97};
    return node;
}

NodeFrame quietNode()
{
    NodeFrame node = silentNode();
    node.id = QStringLiteral("quiet");
    node.name = QStringLiteral("Silent by its history");
    node.drift.reset();
    node.silence = {};
    node.silence.known = true;
    for (const EventKind kind : {EventKind::Receive, EventKind::Send}) {
        const auto since = frameTime() - std::chrono::minutes{14};
        node.silence.silent.push_back({kind, since, since, Seconds{20}, Seconds{240}});
        node.lastEvent[kind] = since;
    }
    node.judgement = judgeSilence({NodeState::Ok, {}, 1, 1}, node.silence, {}, frameTime());
    return node;
}

NodeFrame switchedOffNode()
{
    NodeFrame node = calmNode();
    node.id = QStringLiteral("off");
    node.name = QStringLiteral("Switched off");
    node.enabled = false;
    node.judgement = judgeOff();
    node.health = node.health.asStale();
    return node;
}

NodeFrame noticesNode()
{
    NodeFrame node = availabilityNode();
    node.id = QStringLiteral("notices");
    node.name = QStringLiteral("Settings changed");
    node.drift =
        DriftView{frameTime() - Seconds{190},
                  {{QStringLiteral("webhooks.max_concurrent_requests"), QStringLiteral("6"), QStringLiteral("24")},
                   {QStringLiteral("webhooks.message.read"), QStringLiteral("on"), QStringLiteral("off")},
                   {QStringLiteral("webhooks.url"), QStringLiteral("https://ops.example/hook/••• #4c1d"), QString()}}};
    node.expiries = {{ExpiringThing::AccessToken, frameTime() + std::chrono::hours{19}, false},
                     {ExpiringThing::NodeCertificate, frameTime() + std::chrono::hours{24 * 26}, false}};
    return node;
}

FramePtr healthFrame()
{
    return frameOf({availabilityNode(), failoverNode(), afterFailoverNode(), multiConnectNode(4, 0, 1),
                    multiConnectNode(8, 1, 1), multiConnectNode(32, 2, 3), unconfiguredShardsNode(), silentNode(),
                    quietNode(), switchedOffNode(), noticesNode(), nodeOfKind(NodeKind::CloudApi)});
}

} // namespace barograph::testing
