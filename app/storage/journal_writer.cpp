// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journal_writer.h"

#include "storage/journal_format.h"
#include "storage/storage_words.h"

#include <array>

namespace barograph {

namespace {

constexpr qint64 kReserveStep = qint64{1} << 20;

std::span<const unsigned char> zeros()
{
    static const std::array<unsigned char, kReserveStep> kZeros{};
    return kZeros;
}

} // namespace

JournalWriter::JournalWriter(QString folder, const JournalLimits &limits, Start start,
                             std::shared_ptr<JournalDisk> disk, std::function<UtcTime()> clock)
    : m_folder(std::move(folder))
    , m_limits(limits)
    , m_next(start)
    , m_disk(std::move(disk))
    , m_clock(std::move(clock))
{}

JournalWriter::~JournalWriter()
{
    endFile();
}

tl::expected<void, JournalError> JournalWriter::append(std::span<const JournalRecord> records,
                                                       std::span<const JournalRecord> restating)
{
    if (mustBeginFile()) {
        endFile();
        if (auto begun = beginFile(restating); !begun)
            return begun;
    }
    m_bytes.clear();
    journal::appendFrame(m_bytes, m_next.sequence, records);
    auto written = writeDurably();
    if (written)
        ++m_next.sequence;
    return written;
}

bool JournalWriter::mustBeginFile() const
{
    return m_descriptor < 0 || m_end >= m_limits.segmentBytes || m_clock() - m_begunAt >= m_limits.segmentAge;
}

tl::expected<void, JournalError> JournalWriter::beginFile(std::span<const JournalRecord> restating)
{
    const QString path = journalFilePath(m_folder, m_next.segment);
    int descriptor = -1;
    if (const int error = m_disk->create(path, descriptor))
        return tl::unexpected(journalSystemError(StorageWords::tr("begin the journal file %1").arg(path), error));
    m_descriptor = descriptor;
    m_end = 0;
    m_reserved = 0;
    m_bytes.clear();
    journal::appendSegmentHeader(m_bytes, m_next.segment);
    if (!restating.empty())
        journal::appendFrame(m_bytes, journal::kRestatingSequence, restating);
    auto written = writeDurably();
    if (written) {
        if (const int error = m_disk->syncFolder(m_folder))
            written = tl::unexpected(journalSystemError(StorageWords::tr("sync the folder %1").arg(m_folder), error));
    }
    if (!written) {
        // Nothing in it was promised to anybody.
        m_disk->close(std::exchange(m_descriptor, -1));
        m_disk->remove(path);
        return written;
    }
    ++m_next.segment;
    m_begunAt = m_clock();
    m_begunFile = true;
    return {};
}

tl::expected<void, JournalError> JournalWriter::writeDurably()
{
    const qint64 end = m_end + static_cast<qint64>(m_bytes.size());
    int error = reserveAhead(end);
    if (error == 0)
        error = m_disk->writeAt(m_descriptor, m_bytes, m_end);
    if (error != 0)
        return tl::unexpected(journalSystemError(StorageWords::tr("write to the journal in %1").arg(m_folder), error));
    error = m_disk->syncData(m_descriptor);
    if (error != 0) {
        // What of this file the disk holds is unknown from here on; the batch is written anew into the next one.
        abandonFile();
        return tl::unexpected(
            journalSystemError(StorageWords::tr("make the journal in %1 durable").arg(m_folder), error));
    }
    m_end = end;
    return {};
}

int JournalWriter::reserveAhead(qint64 end)
{
    while (m_reserved < end) {
        if (const int error = m_disk->writeAt(m_descriptor, zeros(), m_reserved))
            return error;
        m_reserved += kReserveStep;
    }
    return 0;
}

void JournalWriter::endFile()
{
    if (m_descriptor < 0)
        return;
    // Gives the reserved space back. If it fails the zeros stay, which recovery understands.
    if (m_disk->truncate(m_descriptor, m_end) == 0)
        m_disk->syncData(m_descriptor);
    abandonFile();
}

void JournalWriter::abandonFile()
{
    m_disk->close(std::exchange(m_descriptor, -1));
}

} // namespace barograph
