// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "listener/socket_batch.h"
#include "nodes/decoder.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>

#include <array>
#include <functional>
#include <span>
#include <sys/epoll.h>
#include <vector>

namespace barograph {

/// Tells who can read or write, many at a time.
///
/// A level-triggered epoll set of its own, whose descriptor is waited for by Asio. Asio's own waits cost two system
/// calls more per request (arming, and reading until it would block), which is a third of what a request costs here.
/// On a system without epoll this class would be written on Asio's async_wait; nobody else would notice.
class ReadinessSet
{
public:
    class Member
    {
    public:
        virtual ~Member() = default;
        virtual void ready(bool readable, bool writable) = 0;
        /// A socket to be read from together with those of others, whose bytes then come by received();
        /// -1: the member reads for itself when it is told that it is ready.
        virtual int batchedReadDescriptor() const = 0;
        /// `room` begins with `result` bytes; kBodyPadding more behind its end are readable. See SocketTransfer.
        virtual void received(std::span<char> room, long result) = 0;
        /// Nothing can be sent or received any more. Told again and again until the member is removed.
        virtual void broken() = 0;
    };

    /// `roundEnded` is called after everybody who was ready has been told.
    ReadinessSet(boost::asio::io_context &context, SocketBatch &batch, std::function<void()> roundEnded);
    ReadinessSet(const ReadinessSet &) = delete;
    ReadinessSet &operator=(const ReadinessSet &) = delete;

    /// 0 or an errno.
    int add(int descriptor, Member &member);
    /// What the member wants to be told from now on.
    void want(int descriptor, Member &member, bool read, bool write);
    /// Before the descriptor is closed. The member is not told anything any more.
    void remove(int descriptor, const Member &member);

private:
    void await();
    void tellAll();
    void tell(std::size_t event);
    void readBatch();

    /// So many sockets are read from together, up to so many bytes of each: more of one client's is read apart.
    static constexpr std::size_t kBatch = 128;
    static constexpr std::size_t kBatchRoom = 4096;

    boost::asio::posix::stream_descriptor m_set;
    SocketBatch &m_batch;
    std::function<void()> m_roundEnded;
    std::array<epoll_event, 512> m_events{};
    std::size_t m_eventCount = 0;
    std::vector<SocketTransfer> m_reads;
    std::vector<std::size_t> m_readEvents; ///< which event each of m_reads belongs to
    std::vector<char> m_rooms;
};

} // namespace barograph
