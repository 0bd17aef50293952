// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <sodium.h>

namespace barograph {

/// Bytes that are kept out of swap and core dumps where the system lets us, stand between guard pages, and are
/// overwritten when they go. Empty (null) where there is no memory for that.
class LockedBytes
{
public:
    LockedBytes() = default;
    explicit LockedBytes(std::size_t size)
        : m_bytes(static_cast<unsigned char *>(::sodium_malloc(size)))
        , m_size(m_bytes ? size : 0)
    {}

    unsigned char *data() { return m_bytes.get(); }
    const unsigned char *data() const { return m_bytes.get(); }
    std::size_t size() const { return m_size; }
    bool isNull() const { return !m_bytes; }

private:
    struct Free
    {
        void operator()(unsigned char *bytes) const { ::sodium_free(bytes); }
    };
    std::unique_ptr<unsigned char, Free> m_bytes;
    std::size_t m_size = 0;
};

} // namespace barograph
