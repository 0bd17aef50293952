// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journal_files.h"

#include "storage/storage_words.h"

#include <QDateTime>
#include <QDir>

namespace barograph {

namespace {

constexpr QLatin1String kPrefix("events-");
constexpr QLatin1String kSuffix(".journal");
constexpr int kDigits = 16;

} // namespace

QString journalFilePath(const QString &folder, quint64 number)
{
    return folder % QLatin1Char('/') % kPrefix % QStringLiteral("%1").arg(number, kDigits, 10, QLatin1Char('0')) %
           kSuffix;
}

std::vector<JournalFile> journalFiles(const QString &folder)
{
    std::vector<JournalFile> files;
    // Zero-padded numbers of one width: sorted by name is sorted by number.
    const auto entries = QDir(folder).entryInfoList({kPrefix % QLatin1Char('*') % kSuffix}, QDir::Files, QDir::Name);
    for (const auto &entry : entries) {
        bool ok = false;
        const auto name = entry.fileName();
        const quint64 number = name.mid(kPrefix.size(), name.size() - kPrefix.size() - kSuffix.size()).toULongLong(&ok);
        if (ok && number > 0 && entry.filePath() == journalFilePath(folder, number))
            files.push_back(
                {entry.filePath(), number, entry.size(), fromUnixMillis(entry.lastModified().toMSecsSinceEpoch())});
    }
    return files;
}

bool isJournalTrimmed(const QString &folder)
{
    const auto files = journalFiles(folder);
    return !files.empty() && files.front().number > 1;
}

tl::expected<int, JournalError> trimJournal(JournalDisk &disk, const QString &folder, const JournalLimits &limits,
                                            UtcTime now, quint64 youngFrom)
{
    const auto files = journalFiles(folder);
    if (files.empty())
        return 0;
    qint64 total = limits.segmentBytes;
    for (std::size_t i = 0; i + 1 < files.size(); ++i)
        total += files[i].bytes;
    int removed = 0;
    for (std::size_t i = 0; i + 1 < files.size(); ++i) {
        const bool tooOld = files[i].number < youngFrom && now - files[i].lastWritten > limits.keepFor;
        if (!tooOld && total <= limits.keepBytes)
            break;
        if (const int error = disk.remove(files[i].path))
            return tl::unexpected(
                journalSystemError(StorageWords::tr("remove the old file %1").arg(files[i].path), error));
        total -= files[i].bytes;
        ++removed;
    }
    return removed;
}

} // namespace barograph
