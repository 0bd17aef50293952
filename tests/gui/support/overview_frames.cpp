// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/overview_frames.h"

#include "support/frame_factory.h"

#include <algorithm>

namespace barograph::testing {

namespace {

NodeFrame named(NodeFrame node, const char *id, const char *name, const char *group)
{
    node.id = QString::fromLatin1(id);
    node.name = QString::fromLatin1(name);
    node.group = QString::fromLatin1(group);
    return node;
}

NodeFrame incomingNode(const char *id)
{
    for (NodeFrame &node : incomingNodes()) {
        if (node.id == QLatin1String(id))
            return std::move(node);
    }
    return calmNode();
}

/// Rates of flat seconds, over all windows.
void setFlat(NodeFrame &node, const Counts &counts)
{
    node.series = flatSeries(counts);
    double sum = 0;
    for (const EventKind kind : kEventKinds) {
        const double rate = counts[indexOf(kind)];
        node.tpsByKind[kind] = Reading<double>::measured(rate, frameTime());
        sum += rate;
    }
    for (auto &window : node.tps)
        window = Reading<double>::measured(sum, frameTime());
}

} // namespace

NodeFrame supportInStorm()
{
    NodeFrame node = named(incomingNode("filling"), "support-eu", "support-eu", "Europe");
    node.allocatedTps = Reading<double>::measured(10, frameTime());
    setFlat(node, {1, 1, 1, 7});
    auto series = std::make_shared<SecondSeries>(*node.series);
    // Two minutes at the budget, quiet before.
    for (std::size_t i = 0; i + 121 < series->samples.size(); ++i)
        series->samples[i].counts.counts = {1, 1, 1, 0};
    node.series = series;
    StormView storm = stormNode().storms.front();
    storm.deliveries = 0;
    storm.groupSubject = QStringLiteral("Subscribers 3");
    storm.receiptsPerSecond = 7.1;
    node.storms = {storm};
    node.botServer = {};
    node.callbackQueueSize = Reading<qint64>::measured(12'400, frameTime());
    node.incoming.depth = node.callbackQueueSize;
    return node;
}

FramePtr everyStateFrame()
{
    NodeFrame losing = named(incomingNode("full"), "sales-mx", "Sales MX", "Latin America");
    NodeFrame filling = named(incomingNode("filling"), "care-co", "Care CO", "Latin America");
    NodeFrame silent = named(calmNode(), "press-eu", "Press EU", "Europe");
    silent.judgement = {NodeState::Silent, QStringLiteral("no receive for 14 min, usual is 20 s"), 1, 1};
    silent.silence.known = true;
    silent.silence.silent.push_back(
        {EventKind::Receive, frameTime() - Seconds{840}, frameTime() - Seconds{840}, Millis{20'000}, Millis{240'000}});
    NodeFrame near = named(calmNode(), "orders-uk", "Orders UK", "Europe");
    setFlat(near, {5, 4, 4, 3});
    NodeFrame little = nodeOfKind(NodeKind::Gowa);
    little.incoming.depth = Reading<qint64>::notSupported();
    little.incoming.lag = Reading<Millis>::notSupported();
    little.lag = Reading<Millis>::notSupported();
    little.outbound = {};
    NodeFrame off = named(calmNode(), "winter-sale", "Winter sale", "Europe");
    off.enabled = false;
    off.judgement = {NodeState::Off, QStringLiteral("switched off by the operator"), 0, 0};
    return frameOf({calmNode(), stormNode(), degradedNode(), downNode(), unknownNode(), losing, filling, silent, near,
                    little, named(incomingNode("estimate"), "cloud-eu", "Cloud EU", "Europe"), off});
}

FramePtr wellFrame(int count)
{
    std::vector<NodeFrame> nodes;
    for (int i = 0; i < count; ++i) {
        NodeFrame node = calmNode();
        node.id = QStringLiteral("well-%1").arg(i + 1, 2, 10, QLatin1Char('0'));
        node.name = QStringLiteral("Well %1").arg(i + 1, 2, 10, QLatin1Char('0'));
        nodes.push_back(std::move(node));
    }
    return frameOf(std::move(nodes));
}

} // namespace barograph::testing
