// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/journal_recovery.h"

#include <map>
#include <optional>

namespace barograph::test {

/// How often one message is in a journal.
struct JournalFacts
{
    int counted = 0;
    int redelivered = 0;
};

/// What the journal in `folder` holds; nothing if it cannot be read. No service may be using it.
inline std::optional<std::map<Fingerprint, JournalFacts>> readJournalFacts(const QString &folder)
{
    std::map<Fingerprint, JournalFacts> facts;
    const auto recovery = recoverJournal(folder, [&facts](const JournalRecord &record) {
        if (const auto *event = std::get_if<IngestedEvent>(&record)) {
            auto &entry = facts[event->message];
            ++(event->redelivered ? entry.redelivered : entry.counted);
        }
    });
    return recovery ? std::optional(facts) : std::nullopt;
}

} // namespace barograph::test
