// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

#include <array>
#include <atomic>
#include <mutex>

namespace barograph {

/// Hands the newest frame from one writer to any number of readers, of whom none ever waits. Two places in turn: while
/// the writer fills one, readers take from the other; each lock is held for one pointer copy.
class FrameMailbox
{
public:
    /// Called by one thread only.
    void put(FramePtr frame)
    {
        const auto next = 1 - m_newest.load(std::memory_order_relaxed);
        {
            auto &place = m_places[next];
            const std::lock_guard lock(place.mutex);
            place.frame.swap(frame); // the old frame is freed outside the lock
        }
        m_newest.store(next, std::memory_order_release);
    }

    /// The newest frame. Null before the first, or if others read at the very same moment: then the caller keeps the
    /// frame that it has.
    FramePtr take() const
    {
        for (int attempt = 0; attempt < kAttempts; ++attempt) {
            const auto &place = m_places[m_newest.load(std::memory_order_acquire)];
            if (const std::unique_lock lock(place.mutex, std::try_to_lock); lock)
                return place.frame;
        }
        return {};
    }

private:
    static constexpr int kAttempts = 8;
    struct Place
    {
        mutable std::mutex mutex;
        FramePtr frame;
    };
    std::array<Place, 2> m_places;
    std::atomic<std::size_t> m_newest{0};
};

} // namespace barograph
