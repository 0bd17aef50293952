// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journal_recovery.h"

#include "config/paths.h"
#include "storage/journal_scan.h"
#include "storage/storage_words.h"
#include "text/numbers.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace barograph {

namespace {

journal::Bytes asBytes(const QByteArray &content)
{
    return {reinterpret_cast<const unsigned char *>(content.constData()), static_cast<std::size_t>(content.size())};
}

bool onlyZerosBehindHeader(const QByteArray &content)
{
    const auto bytes = asBytes(content);
    const auto behind = bytes.subspan(std::min(journal::kSegmentHeaderBytes, bytes.size()));
    return std::all_of(behind.begin(), behind.end(), [](unsigned char byte) { return byte == 0; });
}

JournalError fileError(const QString &doing, const QFileDevice &file)
{
    return {StorageWords::tr("Could not %1 %2: %3. Check the folder and its disk.")
                .arg(doing, file.fileName(), file.errorString())};
}

/// Reads one file after the other and keeps what has to be known across files.
class Recovery
{
public:
    Recovery(QString folder, const std::function<void(const JournalRecord &)> &visit)
        : m_folder(std::move(folder))
        , m_visit(visit)
    {}

    tl::expected<JournalRecovery, JournalError> run();

private:
    tl::expected<void, JournalError> recoverFile(const JournalFile &file, bool newest);
    void replay(const journal::FrameView &frame);
    tl::expected<void, JournalError> cutOff(const QString &path, std::size_t end);
    tl::expected<void, JournalError> salvage(const JournalFile &file, const QByteArray &content);
    tl::expected<QString, JournalError> damagedPath(const QString &path) const;

    QString m_folder;
    const std::function<void(const JournalRecord &)> &m_visit;
    JournalRecovery m_result;
    quint64 m_lastSequence = 0;
    std::vector<JournalRecord> m_records;
    bool m_oddRecords = false;
};

tl::expected<JournalRecovery, JournalError> Recovery::run()
{
    const auto files = journalFiles(m_folder);
    for (const auto &file : files) {
        if (auto done = recoverFile(file, &file == &files.back()); !done)
            return tl::unexpected(done.error());
    }
    if (!files.empty())
        m_result.next.segment = files.back().number + 1;
    m_result.next.sequence = m_lastSequence + 1;
    return std::move(m_result);
}

tl::expected<void, JournalError> Recovery::recoverFile(const JournalFile &file, bool newest)
{
    QFile source(file.path);
    if (!source.open(QIODevice::ReadOnly))
        return tl::unexpected(fileError(StorageWords::tr("read"), source));
    const QByteArray content = source.readAll();
    if (source.error() != QFileDevice::NoError)
        return tl::unexpected(fileError(StorageWords::tr("read"), source));

    // Read before the visits, which raise m_lastSequence.
    const quint64 sequenceBefore = m_lastSequence;
    m_oddRecords = false;
    const auto scan = journal::scanSegment(asBytes(content), [this](const auto &frame) { replay(frame); });
    if (scan.header.fault == journal::HeaderFault::NewerVersion)
        return tl::unexpected(JournalError{
            StorageWords::tr("%1 was written by a newer Barograph. Use that version, or another data folder.")
                .arg(file.path)});

    const bool gap = scan.firstSequence > sequenceBefore + 1 && sequenceBefore != 0;
    if (gap)
        m_result.problems << StorageWords::tr("%n batch(es) are missing before %1.", nullptr,
                                              pluralOf(static_cast<qint64>(scan.firstSequence - sequenceBefore - 1)))
                                 .arg(file.path);
    if (newest && scan.frames == 0 && onlyZerosBehindHeader(content)) {
        // The program ended while it began this file, before anything was promised.
        QFile::remove(file.path);
        return {};
    }
    if (scan.damagedBytes > 0 || m_oddRecords || scan.header.fault == journal::HeaderFault::Unreadable)
        return salvage(file, content);
    // Zeros are only reserved space, which a crash leaves behind.
    if (scan.zerosBehindEnd && scan.end == static_cast<std::size_t>(content.size()))
        return {};
    return cutOff(file.path, scan.end);
}

void Recovery::replay(const journal::FrameView &frame)
{
    // A batch whose first attempt was reported as failed, yet reached the disk, is there a second time.
    if (frame.sequence != journal::kRestatingSequence && frame.sequence <= m_lastSequence)
        return;
    m_records.clear();
    if (!journal::readRecords(frame, m_records))
        m_oddRecords = true;
    for (const auto &record : m_records)
        m_visit(record);
    m_result.records += m_records.size();
    if (frame.sequence != journal::kRestatingSequence)
        m_lastSequence = frame.sequence;
}

tl::expected<void, JournalError> Recovery::cutOff(const QString &path, std::size_t end)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || !file.resize(static_cast<qint64>(end)))
        return tl::unexpected(fileError(StorageWords::tr("cut off the torn end of"), file));
    return {};
}

tl::expected<void, JournalError> Recovery::salvage(const JournalFile &file, const QByteArray &content)
{
    auto aside = damagedPath(file.path);
    if (!aside)
        return tl::unexpected(aside.error());
    if (!QFile::copy(file.path, *aside))
        return tl::unexpected(
            JournalError{StorageWords::tr("Could not copy the damaged %1 to %2. Free some space on the disk.")
                             .arg(file.path, *aside)});

    std::vector<unsigned char> intact;
    journal::appendSegmentHeader(intact, file.number);
    journal::scanSegment(asBytes(content), [&intact](const journal::FrameView &frame) {
        intact.insert(intact.end(), frame.whole.begin(), frame.whole.end());
    });
    QSaveFile target(file.path);
    if (!target.open(QIODevice::WriteOnly) ||
        target.write(reinterpret_cast<const char *>(intact.data()), static_cast<qint64>(intact.size())) < 0 ||
        !target.commit())
        return tl::unexpected(fileError(StorageWords::tr("write the readable part of"), target));
    m_result.problems << StorageWords::tr("%1 is damaged: its intact batches are used, the original was moved to %2.")
                             .arg(file.path, *aside);
    return {};
}

tl::expected<QString, JournalError> Recovery::damagedPath(const QString &path) const
{
    const QString folder = m_folder % QLatin1String("/damaged");
    if (!makePrivateFolder(folder))
        return tl::unexpected(
            JournalError{StorageWords::tr("Could not make the folder %1. Check permissions and disk.").arg(folder)});
    const QString base = folder % QLatin1Char('/') % QFileInfo(path).fileName();
    QString candidate = base;
    for (int i = 2; QFile::exists(candidate); ++i)
        candidate = base % QStringLiteral(".%1").arg(i);
    return candidate;
}

} // namespace

tl::expected<JournalRecovery, JournalError> recoverJournal(const QString &folder,
                                                           const std::function<void(const JournalRecord &)> &visit)
{
    if (!makePrivateFolder(folder))
        return tl::unexpected(JournalError{
            StorageWords::tr("Could not make or write the folder %1. Check permissions and disk.").arg(folder)});
    return Recovery(folder, visit).run();
}

} // namespace barograph
