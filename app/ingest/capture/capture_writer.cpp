// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/capture/capture_writer.h"

#include <pthread.h>
#include <system_error>

namespace barograph {

namespace {

/// What a waiting body costs beside its bytes.
constexpr std::size_t kPerBody = 256;

} // namespace

CaptureWriter::~CaptureWriter()
{
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

bool CaptureWriter::give(const std::shared_ptr<CaptureFile> &file, CapturedBody body)
{
    const auto cost = body.bytes.size() + kPerBody;
    {
        const std::lock_guard lock(m_mutex);
        if (m_waitingBytes + cost > m_maxWaitingBytes)
            return false;
        m_waitingBytes += cost;
    }
    add({file, std::move(body), 0});
    return true;
}

void CaptureWriter::end(const std::shared_ptr<CaptureFile> &file, quint64 dropped)
{
    add({file, std::nullopt, dropped});
}

void CaptureWriter::add(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        return;
    try {
        m_thread = std::thread([this] { run(); });
    } catch (const std::system_error &) {
        // No thread to be had just now: what waits stays, within its bound, and the next job tries again.
    }
}

void CaptureWriter::run()
{
    pthread_setname_np(pthread_self(), "capture");
    while (true) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stop || !m_jobs.empty(); });
            if (m_jobs.empty())
                return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        if (!job.body) {
            job.file->end(job.dropped);
            continue;
        }
        job.file->write(*job.body);
        const std::lock_guard lock(m_mutex);
        m_waitingBytes -= job.body->bytes.size() + kPerBody;
    }
}

} // namespace barograph
