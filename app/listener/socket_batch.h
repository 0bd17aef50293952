// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

struct io_uring;

namespace barograph {

/// One receive or send on a non-blocking socket.
struct SocketTransfer
{
    enum class Kind : unsigned char { Receive, Send };

    Kind kind = Kind::Receive;
    int descriptor = -1;
    char *bytes = nullptr; ///< read from only, when sending
    std::size_t size = 0;
    long result = 0; ///< after run(): bytes moved, 0 = the peer closed its side, or a negative errno (-EAGAIN: nothing)
};

/// Moves bytes on many sockets with one system call through io_uring, which halves what a webhook request costs: two
/// calls for each request, and the kernel's work for each, are most of it. Where the kernel has no io_uring or a
/// sandbox forbids it, each transfer is a call of its own and nothing else changes. Used by one thread only.
class SocketBatch
{
public:
    /// Off: never io_uring. The ring itself is made on the first run(), because it belongs to the thread that makes it.
    enum class Ring : bool { Off, IfThere };

    explicit SocketBatch(Ring ring = Ring::IfThere);
    ~SocketBatch();
    SocketBatch(const SocketBatch &) = delete;
    SocketBatch &operator=(const SocketBatch &) = delete;

    /// Runs all of them, in no particular order, and returns when each has its result. Never waits for a peer.
    void run(std::span<SocketTransfer> transfers);
    /// Whether io_uring is used; known after the first run().
    bool usesRing() const { return m_ring != nullptr; }

private:
    void makeRing();
    bool runOnRing(std::span<SocketTransfer> transfers);

    Ring m_wanted;
    bool m_tried = false;
    std::unique_ptr<io_uring> m_ring;
};

} // namespace barograph
