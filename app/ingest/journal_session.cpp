// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/journal_session.h"

#include "ingest/ingest_log.h"
#include "ingest/journal_replay.h"
#include "storage/journal_recovery.h"

#include <limits>

namespace barograph {

tl::expected<void, QString> JournalSession::open(DedupeWindow &dedupe, MeterBank &meters,
                                                 const std::function<void()> &renewMeters)
{
    if (!m_lock) {
        auto lock = JournalLock::take(m_options.journalFolder);
        if (!lock)
            return tl::unexpected(lock.error().text);
        m_lock = std::move(*lock);
    }
    if (!m_key) {
        const auto key = loadOrMakeInstallationKey(m_options.installationKeyFile);
        if (!key)
            return tl::unexpected(key.error());
        m_key = *key;
        m_prints.emplace(*m_key);
    }
    if (m_end)
        return {};
    return replay(dedupe, meters, renewMeters);
}

tl::expected<void, QString> JournalSession::replay(DedupeWindow &dedupe, MeterBank &meters,
                                                   const std::function<void()> &renewMeters)
{
    // What probes have moved the meters on in the meantime would be in the way of older seconds; so would what an
    // attempt before this one has counted.
    renewMeters();
    const auto &folder = m_options.journalFolder;
    JournalReplay reader(*m_prints, dedupe, meters, isJournalTrimmed(folder));
    const auto recovery = recoverJournal(folder, [&reader](const JournalRecord &record) { reader.visit(record); });
    if (!recovery) {
        renewMeters();
        return tl::unexpected(recovery.error().text);
    }
    reader.finish();
    for (const auto &problem : recovery->problems)
        qCWarning(lcIngest).noquote() << problem;
    m_counters.insert(reader.counters().begin(), reader.counters().end());
    m_lastWrittenAt = reader.newest().value_or(m_options.clock());
    m_end = recovery->next;
    return {};
}

tl::expected<std::unique_ptr<JournalWriter>, QString>
JournalSession::begin(const std::vector<JournalRecord> &restating) const
{
    auto writer = std::make_unique<JournalWriter>(m_options.journalFolder, m_options.journal, *m_end, m_options.disk,
                                                  m_options.clock);
    if (const auto begun = writer->begin(restating); !begun)
        return tl::unexpected(begun.error().text);
    return writer;
}

std::function<tl::expected<int, JournalError>()> JournalSession::trimmer() const
{
    return
        [disk = m_options.disk, folder = m_options.journalFolder, limits = m_options.journal, clock = m_options.clock,
         captures = m_options.captureFolder, firstOfRun = m_end->segment, began = std::chrono::steady_clock::now()] {
            // At least once an hour, and on a thread that may wait for the disk.
            if (!captures.isEmpty())
                removeOldCaptures(captures, clock());
            // What this run has written is as old as the run at most, also when the clock is set forward by days.
            const bool isYoungRun = std::chrono::steady_clock::now() - began <= limits.keepFor;
            constexpr auto kNoFile = std::numeric_limits<quint64>::max();
            return trimJournal(*disk, folder, limits, clock(), isYoungRun ? firstOfRun : kNoFile);
        };
}

std::vector<JournalRecord> JournalSession::restating(const std::vector<MeterBank::IndexedNode> &nodes, bool listening,
                                                     const NodeFeeds &feeds) const
{
    // The first file of a run says so when the run before it ended.
    const auto now = m_everListened ? m_options.clock() : m_lastWrittenAt;
    std::vector<JournalRecord> records;
    records.reserve(2 * nodes.size() + 1 + m_counters.size());
    for (const auto &[index, config] : nodes)
        records.emplace_back(NodeRecord{index, config.id.toStdString()});
    records.emplace_back(ListeningRecord{listening, now});
    for (const auto &feed : feeds.all(now))
        records.emplace_back(feed);
    for (auto [index, delta] : m_counters) {
        delta.at = now;
        records.emplace_back(CounterRecord{index, delta});
    }
    return records;
}

void JournalSession::setCounter(NodeIndex node, const CounterDelta &counter)
{
    auto kept = counter;
    kept.sends = 0;
    kept.span = {};
    m_counters[node] = kept;
}

} // namespace barograph
