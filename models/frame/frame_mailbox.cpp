// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame/frame_mailbox.h"

#include <utility>

namespace barograph {

void FrameMailbox::publish(FramePtr frame)
{
    const std::scoped_lock lock(m_mutex);
    // The replaced frame leaves in `frame`, which outlives the lock.
    m_frame.swap(frame);
}

FramePtr FrameMailbox::take()
{
    const std::unique_lock lock(m_mutex, std::try_to_lock);
    return lock.owns_lock() ? std::exchange(m_frame, nullptr) : nullptr;
}

} // namespace barograph
