// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/journal_disk.h"

#include <atomic>
#include <chrono>
#include <thread>

namespace barograph::test {

/// A disk on which chosen calls fail with chosen errors. May be told so from another thread.
class FailingDisk : public JournalDisk
{
public:
    std::atomic<int> createError = 0;
    std::atomic<int> writeError = 0;
    std::atomic<int> syncError = 0;
    std::atomic<int> folderError = 0;
    /// With a write error: how many bytes get through before.
    std::atomic<std::size_t> bytesBeforeError = 0;
    std::atomic<int> syncs = 0;
    std::atomic<int> syncMillis = 0; ///< how long each sync takes at least

    int create(const QString &path, int &descriptor) override
    {
        return createError != 0 ? createError.load() : JournalDisk::create(path, descriptor);
    }
    int writeAt(int descriptor, std::span<const unsigned char> bytes, qint64 offset) override
    {
        if (writeError == 0)
            return JournalDisk::writeAt(descriptor, bytes, offset);
        JournalDisk::writeAt(descriptor, bytes.first(std::min(bytes.size(), bytesBeforeError.load())), offset);
        return writeError;
    }
    int syncData(int descriptor) override
    {
        ++syncs;
        std::this_thread::sleep_for(std::chrono::milliseconds(syncMillis));
        return syncError != 0 ? syncError.load() : JournalDisk::syncData(descriptor);
    }
    int syncFolder(const QString &folder) override
    {
        return folderError != 0 ? folderError.load() : JournalDisk::syncFolder(folder);
    }
};

} // namespace barograph::test
