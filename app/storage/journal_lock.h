// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/journal_error.h"

#include <tl/expected.hpp>

#include <utility>

namespace barograph {

/// Held while this process uses a journal folder: two writers would destroy each other's events.
/// The lock goes when the process ends, however it ends.
class JournalLock
{
public:
    /// Makes the folder if need be. Does not wait.
    static tl::expected<JournalLock, JournalError> take(const QString &folder);

    JournalLock(JournalLock &&other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
    {}
    JournalLock &operator=(JournalLock &&other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    ~JournalLock();

private:
    explicit JournalLock(int descriptor)
        : m_descriptor(descriptor)
    {}

    int m_descriptor;
};

} // namespace barograph
