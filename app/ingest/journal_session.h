// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/dedupe_window.h"
#include "ingest/fingerprinter.h"
#include "ingest/ingest_options.h"
#include "ingest/installation_key.h"
#include "ingest/node_feeds.h"
#include "storage/journal_lock.h"
#include "storage/journal_writer.h"

#include <map>

namespace barograph {

/// The journal as this run has it: the right to write it, the key that its records are hashed with, what earlier runs
/// have left in it, and what each of its files has to begin with. Lives on the ingest thread.
class JournalSession
{
public:
    /// The options outlive it.
    explicit JournalSession(const IngestOptions &options)
        : m_options(options)
    {}

    /// Takes the lock, loads the key and replays what earlier runs have written. Each is done once: what has succeeded
    /// is not done again when it is called again. `renewMeters` empties the meters. The error is for the operator.
    tl::expected<void, QString> open(DedupeWindow &dedupe, MeterBank &meters, const std::function<void()> &renewMeters);
    /// A writer that goes on where earlier runs have ended. After open().
    tl::expected<std::unique_ptr<JournalWriter>, QString> begin(const std::vector<JournalRecord> &restating) const;
    /// Removes what is too old or too much; for the committer's thread. After open().
    std::function<tl::expected<int, JournalError>()> trimmer() const;
    /// Another service may use the journal from here on.
    void release() { m_lock.reset(); }

    /// Empty, or null, before the key could be read.
    const std::optional<InstallationKey> &key() const { return m_key; }
    const Fingerprinter *prints() const { return m_prints ? &*m_prints : nullptr; }

    /// What a file has to begin with, as of now.
    std::vector<JournalRecord> restating(const std::vector<MeterBank::IndexedNode> &nodes, bool listening,
                                         const NodeFeeds &feeds) const;
    /// The newest counter of a node, without sends: they are in a record of their own.
    void setCounter(NodeIndex node, const CounterDelta &counter);
    /// This run has begun to say whether it listens, or by what else events come.
    void noteListening() { m_everListened = true; }

private:
    tl::expected<void, QString> replay(DedupeWindow &dedupe, MeterBank &meters,
                                       const std::function<void()> &renewMeters);

    const IngestOptions &m_options;
    std::optional<JournalLock> m_lock;
    std::optional<InstallationKey> m_key;
    std::optional<Fingerprinter> m_prints;
    std::optional<JournalWriter::Start> m_end; ///< once it has been replayed
    UtcTime m_lastWrittenAt{};                 ///< what the journal of earlier runs ends with
    std::map<NodeIndex, CounterDelta> m_counters;
    bool m_everListened = false;
};

} // namespace barograph
