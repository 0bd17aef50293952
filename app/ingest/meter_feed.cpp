// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/meter_feed.h"

#include "ingest/group_prints.h"

#include <utility>

namespace barograph {

void MeterFeed::apply(const ProbeResult &result)
{
    // A probe may close a second of which events are still on their way to the disk.
    const auto &commit = m_parts.commit;
    const auto waiting = commit ? commit->oldestWaiting() : std::nullopt;
    if (waiting && secondOf(*waiting) < secondOf(result.at) && commit->error().isEmpty())
        m_deferred.push_back(result);
    else
        applyNow(result);
}

void MeterFeed::catchUp()
{
    if (m_deferred.empty())
        return;
    for (const auto &result : std::exchange(m_deferred, {}))
        applyNow(result);
}

void MeterFeed::applyNow(const ProbeResult &result)
{
    auto *meter = m_parts.meters.meter(result.node);
    if (meter == nullptr)
        return;
    meter->apply(result);
    takeGroups(result, *meter);
    m_parts.meters.markChanged();
    if (const auto delta = meter->takeCounterDelta())
        m_parts.counterMoved(result.node, *delta);
}

/// Here is where raw identifiers end. Before the key could be read nothing can be made of them; the probe brings them
/// again.
void MeterFeed::takeGroups(const ProbeResult &result, NodeMeter &meter)
{
    const auto *prints = m_parts.prints();
    if (prints == nullptr)
        return;
    const auto kind = m_parts.meters.config(result.node).kind;
    for (const auto &group : result.groups)
        meter.setGroup(hashedGroup(group, kind, *prints), result.at);
}

void MeterFeed::apply(const QueueResult &result)
{
    if (auto *meter = m_parts.meters.meter(result.node)) {
        meter->apply(result);
        m_parts.meters.markChanged();
    }
}

void MeterFeed::apply(const PauseNote &note)
{
    m_pauseNotes.insert_or_assign(note.node, note);
    if (auto *meter = m_parts.meters.meter(note.node)) {
        meter->apply(note);
        m_parts.meters.markChanged();
    }
}

void MeterFeed::apply(NodeIndex node, const ControlResult &result)
{
    if (auto *meter = m_parts.meters.meter(node))
        meter->apply(result);
}

void MeterFeed::setUsualTraffic(NodeIndex node, std::shared_ptr<const UsualTraffic> usual)
{
    m_usual[node] = usual;
    if (auto *meter = m_parts.meters.meter(node)) {
        meter->setUsualTraffic(std::move(usual));
        m_parts.meters.markChanged();
    }
}

void MeterFeed::restoreSettings(NodeIndex node, const DriftMemory &memory)
{
    m_settingsSeen[node] = memory;
    if (auto *meter = m_parts.meters.meter(node)) {
        meter->restoreSettings(memory);
        m_parts.meters.markChanged();
    }
}

void MeterFeed::dismissDrift(NodeIndex node)
{
    if (auto *meter = m_parts.meters.meter(node)) {
        meter->dismissDrift();
        m_parts.meters.markChanged();
    }
}

void MeterFeed::resetPeak(NodeIndex node)
{
    if (auto *meter = m_parts.meters.meter(node)) {
        meter->resetPeak();
        m_parts.meters.markChanged();
    }
}

void MeterFeed::tellAgain()
{
    for (const auto &[node, note] : m_pauseNotes) {
        if (auto *meter = m_parts.meters.meter(node))
            meter->apply(note);
    }
    for (const auto &[node, usual] : m_usual) {
        if (auto *meter = m_parts.meters.meter(node))
            meter->setUsualTraffic(usual);
    }
    for (const auto &[node, memory] : m_settingsSeen) {
        if (auto *meter = m_parts.meters.meter(node))
            meter->restoreSettings(memory);
    }
}

} // namespace barograph
