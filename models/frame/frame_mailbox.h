// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

#include <mutex>

namespace barograph {

/// Hands the newest frame from the thread that builds it to the thread that draws it. Holds one frame at most: one
/// that was not taken in time is replaced.
///
/// The lock is held for one pointer swap. take() only ever tries it: when it cannot have it, the caller goes on
/// drawing the frame that it has and asks again a tenth of a second later. Frames are destroyed outside the lock.
class FrameMailbox
{
public:
    FrameMailbox() = default;
    FrameMailbox(const FrameMailbox &) = delete;
    FrameMailbox &operator=(const FrameMailbox &) = delete;
    FrameMailbox(FrameMailbox &&) = delete;
    FrameMailbox &operator=(FrameMailbox &&) = delete;
    ~FrameMailbox() = default;

    /// Any thread. Replaces a frame that was not taken.
    void publish(FramePtr frame);
    /// Any thread, never waits. The newest frame, once; null when there is no new one or the lock is busy.
    FramePtr take();

private:
    std::mutex m_mutex;
    FramePtr m_frame;
};

} // namespace barograph
