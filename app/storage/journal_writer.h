// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/journal_files.h"
#include "storage/journal_record.h"

#include <functional>
#include <memory>
#include <span>

namespace barograph {

/// Appends batches to the journal so that each is durable before append() returns.
///
/// Zeros are written ahead in steps of 1 MiB: then most batches change no file size, which makes fdatasync cheaper,
/// and a full disk is noticed while there is still room. Not thread-safe; lives on the committer thread.
class JournalWriter
{
public:
    struct Start
    {
        quint64 segment = 1;  ///< number of the next file
        quint64 sequence = 1; ///< of the next frame
    };

    JournalWriter(QString folder, const JournalLimits &limits, Start start, std::shared_ptr<JournalDisk> disk,
                  std::function<UtcTime()> clock);
    ~JournalWriter();
    JournalWriter(const JournalWriter &) = delete;
    JournalWriter &operator=(const JournalWriter &) = delete;

    /// Begins the first file of this run, whose restating frame so tells where the run began. Fails where append()
    /// would.
    tl::expected<void, JournalError> begin(std::span<const JournalRecord> restating) { return beginFile(restating); }
    /// When it fails nothing may be taken as stored; the same records have to be given again before any others.
    /// They then get the same sequence, so that recovery counts them once even if the failed attempt reached the disk.
    /// `restating` opens every new file (see journal_format.h).
    tl::expected<void, JournalError> append(std::span<const JournalRecord> records,
                                            std::span<const JournalRecord> restating);

    /// True once after a new file was begun: the moment to trim.
    bool takeBegunFile() { return std::exchange(m_begunFile, false); }

private:
    bool mustBeginFile() const;
    tl::expected<void, JournalError> beginFile(std::span<const JournalRecord> restating);
    tl::expected<void, JournalError> writeDurably();
    int reserveAhead(qint64 end);
    void endFile();
    void abandonFile();

    QString m_folder;
    JournalLimits m_limits;
    Start m_next;
    std::shared_ptr<JournalDisk> m_disk;
    std::function<UtcTime()> m_clock;
    int m_descriptor = -1;
    qint64 m_end = 0;      ///< bytes in use in the present file
    qint64 m_reserved = 0; ///< bytes it has been filled up to with zeros
    UtcTime m_begunAt{};
    bool m_begunFile = false;
    std::vector<unsigned char> m_bytes;
};

} // namespace barograph
