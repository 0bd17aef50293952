// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener/socket_batch.h"

#include <algorithm>
#include <cerrno>
#include <liburing.h>
#include <sys/socket.h>
#include <utility>

namespace barograph {

namespace {

constexpr unsigned kRingEntries = 256;

void runAlone(SocketTransfer &transfer)
{
    const auto moved = transfer.kind == SocketTransfer::Kind::Receive
                           ? ::recv(transfer.descriptor, transfer.bytes, transfer.size, MSG_DONTWAIT)
                           : ::send(transfer.descriptor, transfer.bytes, transfer.size, MSG_DONTWAIT | MSG_NOSIGNAL);
    transfer.result = moved >= 0 ? static_cast<long>(moved) : -static_cast<long>(errno);
}

void prepare(io_uring_sqe &entry, SocketTransfer &transfer)
{
    if (transfer.kind == SocketTransfer::Kind::Receive)
        io_uring_prep_recv(&entry, transfer.descriptor, transfer.bytes, transfer.size, MSG_DONTWAIT);
    else
        io_uring_prep_send(&entry, transfer.descriptor, transfer.bytes, transfer.size, MSG_DONTWAIT | MSG_NOSIGNAL);
    io_uring_sqe_set_data(&entry, &transfer);
}

} // namespace

SocketBatch::SocketBatch(Ring ring)
    : m_wanted(ring)
{}

SocketBatch::~SocketBatch()
{
    if (m_ring)
        io_uring_queue_exit(m_ring.get());
}

void SocketBatch::makeRing()
{
    if (std::exchange(m_tried, true) || m_wanted == Ring::Off)
        return;
    // The first set of flags saves interrupts of this thread, from kernel 6.0 on.
    for (const unsigned flags : {IORING_SETUP_SINGLE_ISSUER | IORING_SETUP_COOP_TASKRUN, 0U}) {
        auto ring = std::make_unique<io_uring>();
        io_uring_params parameters{};
        parameters.flags = flags;
        if (io_uring_queue_init_params(kRingEntries, ring.get(), &parameters) == 0) {
            m_ring = std::move(ring);
            return;
        }
    }
}

void SocketBatch::run(std::span<SocketTransfer> transfers)
{
    makeRing();
    while (!transfers.empty()) {
        const auto part = transfers.first(std::min<std::size_t>(transfers.size(), kRingEntries));
        // A call of its own costs a single one less than the ring does.
        if (part.size() == 1 || !m_ring || !runOnRing(part)) {
            for (auto &transfer : part)
                runAlone(transfer);
        }
        transfers = transfers.subspan(part.size());
    }
}

/// False if the ring failed before anything was begun.
bool SocketBatch::runOnRing(std::span<SocketTransfer> transfers)
{
    for (auto &transfer : transfers)
        prepare(*io_uring_get_sqe(m_ring.get()), transfer);
    const auto all = static_cast<unsigned>(transfers.size());
    unsigned done = 0;
    bool begun = false;
    while (done < all) {
        const int submitted = io_uring_submit_and_wait(m_ring.get(), all - done);
        if (submitted < 0 && submitted != -EINTR && submitted != -EAGAIN && submitted != -EBUSY && !begun) {
            io_uring_queue_exit(m_ring.get());
            m_ring.reset();
            return false;
        }
        begun = begun || submitted > 0;
        io_uring_cqe *answer = nullptr;
        while (io_uring_peek_cqe(m_ring.get(), &answer) == 0) {
            static_cast<SocketTransfer *>(io_uring_cqe_get_data(answer))->result = answer->res;
            io_uring_cqe_seen(m_ring.get(), answer);
            ++done;
        }
    }
    return true;
}

} // namespace barograph
