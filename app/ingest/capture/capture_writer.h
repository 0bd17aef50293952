// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/capture/capture_file.h"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>

namespace barograph {

/// Redacts and writes captured bodies on a thread of its own, which runs only while there is something to do for it.
/// What waits is bounded: give() refuses what is too much.
class CaptureWriter
{
public:
    explicit CaptureWriter(std::size_t maxWaitingBytes)
        : m_maxWaitingBytes(maxWaitingBytes)
    {}
    /// Writes what waits, then ends the thread.
    ~CaptureWriter();
    CaptureWriter(const CaptureWriter &) = delete;
    CaptureWriter &operator=(const CaptureWriter &) = delete;

    /// False: dropped. Never waits for the disk.
    bool give(const std::shared_ptr<CaptureFile> &file, CapturedBody body);
    /// Ends the file behind everything that was given for it.
    void end(const std::shared_ptr<CaptureFile> &file, quint64 dropped);

private:
    struct Job
    {
        std::shared_ptr<CaptureFile> file;
        std::optional<CapturedBody> body; ///< nothing: the file ends
        quint64 dropped = 0;
    };
    void add(Job job);
    void run();

    const std::size_t m_maxWaitingBytes;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    std::size_t m_waitingBytes = 0;
    bool m_stop = false;
    std::thread m_thread; ///< owner's
};

} // namespace barograph
