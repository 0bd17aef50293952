// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/journal_replay.h"

namespace barograph {

namespace {

/// Closed seconds are given out in portions of this many, so that memory stays small however long the journal is.
constexpr std::size_t kEmitAt = 2000;
/// Heartbeats come every second: a longer silence means that nobody listened.
constexpr Millis kSilence{2500};
constexpr std::chrono::hours kClockWasSet{1};

} // namespace

JournalReplay::JournalReplay(const Fingerprinter &prints, DedupeWindow &dedupe, MeterBank &meters, bool startIncomplete)
    : m_prints(prints)
    , m_dedupe(dedupe)
    , m_meters(meters)
    , m_startIncomplete(startIncomplete)
    , m_named(std::in_place)
{}

void JournalReplay::visit(const JournalRecord &record)
{
    if (const auto *node = std::get_if<NodeRecord>(&record)) {
        replayNode(*node);
        return;
    }
    if (const auto *listening = std::get_if<ListeningRecord>(&record)) {
        replayListening(*listening);
        return;
    }
    if (const auto *feed = std::get_if<FeedRecord>(&record)) {
        replayFeed(*feed);
        return;
    }
    if (const auto time = recordTime(record))
        moveTo(*time);
    if (const auto *event = std::get_if<IngestedEvent>(&record)) {
        replayEvent(*event);
    } else if (const auto *counter = std::get_if<CounterRecord>(&record)) {
        replayCounter(*counter);
    } else if (const auto *tally = std::get_if<TallyRecord>(&record)) {
        if (const auto node = nodeOf(tally->node)) {
            auto mapped = *tally;
            mapped.node = *node;
            m_meters.count(mapped);
        }
    }
}

void JournalReplay::finish()
{
    if (m_newest)
        endAt(*m_newest);
    m_meters.emitClosed();
}

void JournalReplay::moveTo(UtcTime time)
{
    // Records that waited for a full disk are a little older than those in front of them. Further back, the clock
    // was set.
    if (m_newest && time < *m_newest && *m_newest - time < kClockWasSet)
        return;
    if (!m_newest && m_startIncomplete)
        m_meters.skipClosedUntil(secondOf(time));
    const bool newSecond = !m_newest || secondOf(time) != secondOf(*m_newest);
    m_newest = time;
    if (newSecond) {
        m_meters.advance(time);
        if (m_meters.closedWaiting() >= kEmitAt)
            m_meters.emitClosed();
    }
    if (const auto named = std::exchange(m_named, {}))
        takeNamed(*named, time);
}

void JournalReplay::replayNode(const NodeRecord &record)
{
    const auto node = m_meters.indexOf(QString::fromStdString(record.id));
    m_sources[record.node] = {m_prints.nodeSalt(record.id), node};
    if (!m_named)
        m_named.emplace();
    if (node)
        m_named->insert(*node);
}

/// Node records come together, of all nodes: who is missing was not set up then. Whoever is meanwhile fed in another
/// way than by the listener says so behind them.
void JournalReplay::takeNamed(const std::unordered_set<NodeIndex> &named, UtcTime at)
{
    for (std::size_t i = 0; i < m_meters.nodeCount(); ++i) {
        const auto node = static_cast<NodeIndex>(i);
        auto *meter = m_meters.meter(node);
        if (!named.contains(node))
            meter->setFeed(EventFeed::Absent, at);
        else if (meter->feed() == EventFeed::Absent)
            meter->setFeed(EventFeed::Listener, at);
    }
}

void JournalReplay::replayEvent(IngestedEvent event)
{
    const auto source = m_sources.find(event.node);
    if (source == m_sources.end())
        return;
    remember(event, source->second.salt, m_dedupe);
    if (!source->second.node)
        return;
    event.node = *source->second.node;
    m_meters.count(event);
}

void JournalReplay::replayCounter(const CounterRecord &record)
{
    const auto node = nodeOf(record.node);
    if (!node)
        return;
    auto state = record.delta;
    state.sends = 0;
    state.span = {};
    const auto known = m_counters.find(*node);
    const bool restatesOnly = record.delta.sends == 0 && known != m_counters.end() &&
                              known->second.counter == state.counter && known->second.source == state.source &&
                              known->second.countsFrom == state.countsFrom;
    if (!restatesOnly)
        m_meters.meter(*node)->replayCounterDelta(record.delta);
    m_counters[*node] = state;
}

void JournalReplay::replayListening(const ListeningRecord &record)
{
    // After a crash nobody wrote that anything had ended: it ended with the last sign of life.
    if (m_newest && record.at - *m_newest > kSilence)
        endAt(*m_newest);
    if (m_meters.isListening() == record.listening)
        return; // restated at the begin of a file
    moveTo(record.at);
    m_meters.setListening(record.listening, record.at);
}

void JournalReplay::replayFeed(FeedRecord record)
{
    const auto node = nodeOf(record.node);
    if (!node)
        return;
    if (m_meters.meter(*node)->feed() == record.feed)
        return; // restated at the begin of a file
    moveTo(record.at);
    record.node = *node;
    m_meters.count(record);
}

void JournalReplay::endAt(UtcTime time)
{
    m_meters.setListening(false, time);
    m_meters.forgetFeeds(time);
}

std::optional<NodeIndex> JournalReplay::nodeOf(NodeIndex journalIndex) const
{
    const auto source = m_sources.find(journalIndex);
    return source == m_sources.end() ? std::nullopt : source->second.node;
}

} // namespace barograph
