// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nodes/decoder.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>

namespace barograph {

/// How much all connections together may hold of bodies that arrive in pieces.
struct BufferBudget
{
    std::size_t limit = 0;
    std::size_t used = 0;
};

/// A body that arrives in pieces. Grows with what has arrived, not with what was announced.
class BodyBuffer
{
public:
    explicit BodyBuffer(BufferBudget &budget)
        : m_budget(budget)
    {}
    ~BodyBuffer() { release(); }
    BodyBuffer(const BodyBuffer &) = delete;
    BodyBuffer &operator=(const BodyBuffer &) = delete;

    bool isEmpty() const { return m_size == 0; }
    /// False, and nothing is appended, if it would exceed the budget.
    bool append(std::string_view piece)
    {
        if (m_size + piece.size() > m_capacity && !grow(m_size + piece.size()))
            return false;
        std::memcpy(m_bytes.get() + m_size, piece.data(), piece.size());
        m_size += piece.size();
        return true;
    }
    PaddedBody padded() const { return {m_bytes.get(), m_size}; }
    void release()
    {
        if (m_capacity == 0)
            return; // the budget may be gone already
        m_budget.used -= m_capacity;
        m_bytes.reset();
        m_size = 0;
        m_capacity = 0;
    }

private:
    static constexpr std::size_t kFirstCapacity = 4096;

    bool grow(std::size_t needed)
    {
        const auto capacity = std::max({needed, kFirstCapacity, m_capacity * 2});
        // While it is copied, the old and the new one exist.
        if (m_budget.used + capacity > m_budget.limit)
            return false;
        // Zeroed, padding included, so that reading past the end reads defined bytes.
        auto bytes = std::make_unique<char[]>(capacity + kBodyPadding);
        if (m_size > 0)
            std::memcpy(bytes.get(), m_bytes.get(), m_size);
        m_budget.used += capacity - m_capacity;
        m_bytes = std::move(bytes);
        m_capacity = capacity;
        return true;
    }

    BufferBudget &m_budget;
    std::unique_ptr<char[]> m_bytes;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

} // namespace barograph
