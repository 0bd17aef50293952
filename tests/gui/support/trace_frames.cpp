// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/trace_frames.h"

#include "support/frame_factory.h"

#include <cmath>

namespace barograph::testing {

namespace {

constexpr std::size_t kTraceSeconds = 600;

/// −1..1, the same each time.
float jitter(std::size_t i, std::size_t seed)
{
    const std::size_t mixed = (i * 2654435761U + seed * 40503U) >> 7;
    return static_cast<float>(mixed % 2000) / 1000 - 1;
}

NodeFrame traceNode(const char *id, const char *name)
{
    NodeFrame node = calmNode();
    node.id = QLatin1String(id);
    node.name = QString::fromLatin1(name);
    node.incoming.capacity = 100'000;
    return node;
}

template<typename Value> std::shared_ptr<GaugeSeries> gaugesBy(GaugeKind kind, const Value &value)
{
    auto series = flatGauges(900, 0, 0, 0);
    for (std::size_t i = 0; i < series->samples.size(); ++i)
        series->samples[i].values[indexOf(kind)] = value(i);
    return series;
}

void forget(GaugeSeries &series, GaugeKind kind, std::size_t from, std::size_t to)
{
    for (std::size_t i = from; i < to; ++i)
        series.samples[i].values[indexOf(kind)] = GaugeSample::kUnknown;
}

void estimate(GaugeSeries &series, GaugeKind kind, std::size_t from, std::size_t to)
{
    for (std::size_t i = from; i < to; ++i)
        series.samples[i].estimatedMask |= static_cast<quint8>(1U << indexOf(kind));
}

Marker traceMarker(MarkerKind kind, bool bad, Seconds before, const char *text)
{
    Marker marker;
    marker.id = QStringLiteral("m%1").arg(before.count());
    marker.at = frameTime() - before;
    marker.kind = kind;
    marker.bad = bad;
    marker.nodeId = QStringLiteral("support-eu");
    marker.text = QString::fromLatin1(text);
    return marker;
}

} // namespace

std::shared_ptr<GaugeSeries> flatGauges(float lagMs, float incoming, float outbound, float ageMs)
{
    auto series = std::make_shared<GaugeSeries>();
    series->first = secondOf(frameTime()) - Seconds{static_cast<qint64>(kTraceSeconds)};
    GaugeSample sample;
    sample.values = {lagMs, incoming, outbound, ageMs};
    series->samples.assign(kTraceSeconds, sample);
    return series;
}

std::vector<NodeFrame> lagNodes()
{
    std::vector<NodeFrame> nodes;
    const auto add = [&nodes](const char *id, const char *name, Reading<Millis> lag) -> NodeFrame & {
        nodes.push_back(traceNode(id, name));
        nodes.back().incoming.lag = lag;
        return nodes.back();
    };
    const auto measured = [](qint64 ms) { return Reading<Millis>::measured(Millis{ms}, frameTime()); };
    add("lag-unknown", "Lag unknown", {});
    add("lag-not-supported", "Lag not supported", Reading<Millis>::notSupported());
    add("lag-calm", "Lag calm", measured(900)).gauges =
        gaugesBy(GaugeKind::Lag, [](std::size_t i) { return 900 + 500 * jitter(i, 1); });
    auto &rising = add("lag-rising", "Lag rising", measured(9'000'000));
    const auto steep = gaugesBy(GaugeKind::Lag, [](std::size_t i) {
        const float minutes = static_cast<float>(i) / 60;
        return std::pow(10.0F, 2.7F + minutes * 0.425F) * (1 + 0.2F * jitter(i, 2));
    });
    estimate(*steep, GaugeKind::Lag, 380, 480);
    rising.gauges = steep;
    rising.markers = someMarkers();
    add("lag-below-zero", "Lag below zero", measured(-200)).gauges =
        gaugesBy(GaugeKind::Lag, [](std::size_t i) { return i % 3 == 0 ? -200 : 400 + 900 * jitter(i, 3); });
    const auto gaps = gaugesBy(GaugeKind::Lag, [](std::size_t i) { return 2'000 + 900 * jitter(i, 4); });
    forget(*gaps, GaugeKind::Lag, 150, 280);
    forget(*gaps, GaugeKind::Lag, 400, 420);
    add("lag-gaps", "Lag with gaps", measured(2'000)).gauges = gaps;
    return nodes;
}

std::vector<NodeFrame> incomingTraceNodes()
{
    std::vector<NodeFrame> nodes = incomingNodes();
    for (NodeFrame &node : nodes) {
        if (node.incoming.depth.hasValue()) {
            const auto now = static_cast<float>(node.incoming.depth.value());
            const auto growth = static_cast<float>(node.incoming.growthPerSecond.valueOr(0));
            const auto capacity = static_cast<float>(node.incoming.capacity);
            const auto series = gaugesBy(GaugeKind::Incoming, [&](std::size_t i) {
                const float before = static_cast<float>(kTraceSeconds - i);
                const float value = now - growth * before + 0.01F * now * jitter(i, 5);
                return std::round(std::min(capacity, std::max(0.0F, value)));
            });
            if (node.incoming.depth.truth() == Truth::Estimated ||
                node.incoming.source == DepthSource::GaugesAndEstimate)
                estimate(*series, GaugeKind::Incoming, 0, kTraceSeconds);
            node.gauges = series;
        }
        node.id = QStringLiteral("incoming-") + node.id;
    }
    return nodes;
}

std::vector<NodeFrame> outboundNodes()
{
    std::vector<NodeFrame> nodes;
    auto none = traceNode("outbound-not-configured", "No outbound queue");
    none.outbound = {};
    nodes.push_back(none);
    auto unknown = traceNode("outbound-unknown", "Outbound unknown");
    unknown.outbound.depthMessages = {};
    unknown.outbound.oldestAge = {};
    unknown.outbound.paused = {};
    nodes.push_back(unknown);
    auto never = traceNode("outbound-not-supported", "Outbound not supported");
    never.outbound.depthMessages = Reading<qint64>::notSupported();
    never.outbound.oldestAge = Reading<Millis>::notSupported();
    nodes.push_back(never);
    auto running = traceNode("outbound-running", "Outbound running");
    running.gauges = gaugesBy(GaugeKind::Outbound, [](std::size_t i) {
        return std::round(std::max(0.0F, 30 + 30 * std::sin(static_cast<float>(i) / 40) + 8 * jitter(i, 6)));
    });
    running.outbound.depthMessages = Reading<qint64>::measured(27, frameTime());
    running.outbound.oldestAge = Reading<Millis>::measured(Millis{4'200}, frameTime());
    nodes.push_back(running);

    auto paused = traceNode("outbound-paused", "Outbound paused");
    const auto filling = gaugesBy(GaugeKind::Outbound, [](std::size_t i) {
        const float since = static_cast<float>(i) - 360;
        return since < 0 ? 20 + 6 * jitter(i, 7) : std::round(20 + since * 7.4F);
    });
    for (std::size_t i = 0; i < kTraceSeconds; ++i) {
        filling->samples[i].paused = i >= 360 || (i >= 120 && i < 190);
        filling->samples[i].values[indexOf(GaugeKind::OutboundAge)] =
            i < 360 ? 800 : static_cast<float>(i - 360) * 1000;
    }
    paused.gauges = filling;
    paused.outbound.depthMessages = Reading<qint64>::measured(1'789, frameTime());
    paused.outbound.oldestAge = Reading<Millis>::measured(Millis{240'000}, frameTime());
    paused.outbound.paused = Reading<bool>::measured(true, frameTime());
    paused.outbound.pausedSince = frameTime() - Millis{240'400};
    paused.outbound.pausedWhy = QStringLiteral("storm in a group of 1,024: letting receipts through");
    paused.markers = someMarkers();
    nodes.push_back(paused);

    auto gaps = traceNode("outbound-gaps", "Outbound with gaps");
    const auto holes = gaugesBy(GaugeKind::Outbound, [](std::size_t i) { return i < 500 ? 0.0F : 12.0F; });
    forget(*holes, GaugeKind::Outbound, 200, 330);
    gaps.gauges = holes;
    gaps.outbound.depthMessages = Reading<qint64>::measured(12, frameTime());
    nodes.push_back(gaps);
    return nodes;
}

MarkerList manyMarkers(int count, UtcTime from, UtcTime to)
{
    auto markers = std::make_shared<std::vector<Marker>>();
    markers->reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        Marker marker;
        marker.id = QString::number(i);
        marker.at = from + (to - from) * i / count;
        marker.kind = static_cast<MarkerKind>(i % static_cast<int>(kMarkerKindCount));
        marker.bad = i % 7 == 0;
        marker.nodeId = QStringLiteral("support-eu");
        marker.text = QStringLiteral("marker %1").arg(i);
        markers->push_back(std::move(marker));
    }
    return markers;
}

MarkerList someMarkers()
{
    auto markers = std::make_shared<std::vector<Marker>>();
    *markers = {
        traceMarker(MarkerKind::Annotation, false, Seconds{560}, "newsletter goes out"),
        traceMarker(MarkerKind::StateChange, true, Seconds{480}, "ok to degraded: lag above 30 s"),
        traceMarker(MarkerKind::StateChange, true, Seconds{476}, "degraded to critical: incoming queue fills"),
        traceMarker(MarkerKind::Failover, false, Seconds{400}, "another CoreApp took over"),
        traceMarker(MarkerKind::Drift, false, Seconds{330}, "read callbacks were switched off elsewhere"),
        traceMarker(MarkerKind::Control, false, Seconds{240}, "outbound queue paused"),
        traceMarker(MarkerKind::Control, true, Seconds{150}, "event webhooks off: not verified"),
        traceMarker(MarkerKind::StateChange, false, Seconds{60}, "critical to ok"),
    };
    return markers;
}

} // namespace barograph::testing
