// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/meter_bank.h"

#include <algorithm>

namespace barograph {

MeterBank::MeterBank(Sinks sinks)
    : m_sinks(std::move(sinks))
{}

void MeterBank::setNodes(const std::vector<IndexedNode> &nodes, UtcTime now)
{
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        const bool stays =
            std::any_of(nodes.begin(), nodes.end(), [i](const IndexedNode &node) { return node.index == i; });
        if (!stays && std::exchange(m_nodes[i].active, false))
            m_nodes[i].meter.setListening(false, now);
    }
    m_order.clear();
    for (const auto &[index, config] : nodes) {
        m_order.push_back(index);
        if (index == m_nodes.size()) {
            auto &added = m_nodes.emplace_back(Node{config, false, NodeMeter(index, config)});
            const auto learnt = m_sinks.curveOf ? m_sinks.curveOf(config.id) : std::nullopt;
            if (learnt)
                added.meter.setReceiptCurve(*learnt);
        }
        auto &node = m_nodes[index];
        node.config = config;
        node.meter.setConfig(config);
        if (!std::exchange(node.active, true) && m_listening)
            node.meter.setListening(true, now);
    }
    m_changed = true;
}

std::optional<NodeIndex> MeterBank::indexOf(const QString &nodeId) const
{
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        if (m_nodes[i].config.id == nodeId)
            return static_cast<NodeIndex>(i);
    }
    return std::nullopt;
}

NodeMeter *MeterBank::meter(NodeIndex node)
{
    return node < m_nodes.size() ? &m_nodes[node].meter : nullptr;
}

void MeterBank::count(const JournalRecord &record)
{
    if (const auto *event = std::get_if<IngestedEvent>(&record)) {
        if (auto *nodeMeter = meter(event->node))
            m_events.add(*event, nodeMeter->count(*event));
    } else if (const auto *tally = std::get_if<TallyRecord>(&record)) {
        auto *nodeMeter = meter(tally->node);
        if (nodeMeter == nullptr)
            return;
        if (tally->what == TallyRecord::What::RejectedItems)
            nodeMeter->countRejected(tally->count, tally->at);
        else
            nodeMeter->countBadRequest(tally->at);
    } else if (const auto *feed = std::get_if<FeedRecord>(&record)) {
        if (auto *nodeMeter = meter(feed->node))
            nodeMeter->setFeed(feed->feed, feed->at);
    } else {
        return;
    }
    m_changed = true;
}

void MeterBank::countUnroutable()
{
    ++m_unroutable;
    m_changed = true;
}

void MeterBank::setListening(bool listening, UtcTime at)
{
    if (m_listening == listening)
        return;
    m_listening = listening;
    for (auto &node : m_nodes) {
        if (node.active)
            node.meter.setListening(listening, at);
    }
    m_changed = true;
}

void MeterBank::forgetFeeds(UtcTime at)
{
    for (auto &node : m_nodes) {
        if (node.meter.feed() != EventFeed::Absent)
            node.meter.setFeed(EventFeed::Listener, at);
    }
}

void MeterBank::advance(UtcTime now)
{
    for (auto &node : m_nodes) {
        for (auto &second : node.meter.advance(now)) {
            if (!m_skipUntil || second.second > *m_skipUntil)
                m_closed.push_back(second);
        }
    }
}

void MeterBank::emitClosed()
{
    if (m_closed.empty())
        return;
    if (m_sinks.closedSeconds)
        m_sinks.closedSeconds(m_closed, [this](NodeIndex node) { return m_nodes[node].config.id; });
    m_closed.clear();
}

void MeterBank::emitStorms(UtcTime now)
{
    for (auto &node : m_nodes) {
        for (const auto &storm : node.meter.takeStormsToStore(now)) {
            if (m_sinks.storm)
                m_sinks.storm(node.config.id, storm);
        }
        const auto learnt = node.meter.takeChangedReceiptCurve(now);
        if (learnt && m_sinks.curve)
            m_sinks.curve(node.config.id, *learnt);
    }
}

void MeterBank::emitSettings()
{
    for (auto &node : m_nodes) {
        const auto memory = node.meter.takeSettingsToStore();
        if (memory && m_sinks.settings)
            m_sinks.settings(node.config.id, *memory);
    }
}

void MeterBank::emitMarkers()
{
    for (auto &node : m_nodes) {
        for (const auto &marker : node.meter.takeMarkersToStore()) {
            if (m_sinks.marker)
                m_sinks.marker(marker);
        }
    }
}

void MeterBank::fillFrame(Frame &frame, UtcTime now)
{
    frame.takenAt = now;
    frame.events = m_events.view();
    frame.ingest.badRequests = m_unroutable;
    frame.nodes.reserve(m_order.size());
    for (const auto &node : m_nodes) {
        const auto &totals = node.meter.ingest();
        frame.ingest.received += totals.received;
        frame.ingest.counted += totals.counted;
        frame.ingest.apart += totals.apart;
        frame.ingest.redelivered += totals.redelivered;
        frame.ingest.rejected += totals.rejected;
        frame.ingest.badRequests += totals.badRequests;
    }
    for (const auto index : m_order)
        frame.nodes.push_back(m_nodes[index].meter.frame(now));
}

} // namespace barograph
