// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"
#include "storage/journal_disk.h"
#include "storage/journal_error.h"

#include <tl/expected.hpp>

#include <limits>
#include <vector>

namespace barograph {

/// How much the journal may hold and how it is cut into files.
struct JournalLimits
{
    qint64 segmentBytes = qint64{64} << 20; ///< a new file is begun beyond this
    Seconds segmentAge{3600};               ///< and at the latest after this long, so that trimming by age can work
    Seconds keepFor{std::chrono::hours{48}};
    qint64 keepBytes = qint64{2} << 30; ///< all files together, the one being written counted as full
};

/// One file of the journal, as found in its folder.
struct JournalFile
{
    QString path;
    quint64 number = 0; ///< from 1, rising; taken from the file's name
    qint64 bytes = 0;
    UtcTime lastWritten{}; ///< the file's modification time
};

/// `<folder>/events-0000000000000001.journal`
QString journalFilePath(const QString &folder, quint64 number);
/// All files of the journal in `folder`, lowest number first. Other files are left out.
std::vector<JournalFile> journalFiles(const QString &folder);

/// Whether earlier files have been removed, so that the first second in what is left may be incomplete.
bool isJournalTrimmed(const QString &folder);

/// Removes whole files, oldest first, until age and total size are within the limits. The newest file always stays.
/// Files from number `youngFrom` on are not too old, whatever the clock and their times say: it may have been set.
/// Returns how many were removed. Called on the committer thread, never on the ingest thread.
tl::expected<int, JournalError> trimJournal(JournalDisk &disk, const QString &folder, const JournalLimits &limits,
                                            UtcTime now, quint64 youngFrom = std::numeric_limits<quint64>::max());

} // namespace barograph
