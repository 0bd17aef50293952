// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstddef>
#include <span>

namespace barograph {

/// The few system calls the journal writes with, so that a full or faulty disk can be had in a test.
/// All return 0 or an errno. Called on one thread at a time.
class JournalDisk
{
public:
    virtual ~JournalDisk() = default;

    /// Makes a file that must not exist yet, mode 0600, for reading and writing.
    virtual int create(const QString &path, int &descriptor);
    /// Writes all of `bytes` at `offset`.
    virtual int writeAt(int descriptor, std::span<const unsigned char> bytes, qint64 offset);
    /// fdatasync: the content and the size that is needed to read it.
    virtual int syncData(int descriptor);
    virtual int truncate(int descriptor, qint64 size);
    /// fsync of a folder, after which a file made or renamed in it stays so.
    virtual int syncFolder(const QString &folder);
    virtual int remove(const QString &path);
    void close(int descriptor);
};

} // namespace barograph
