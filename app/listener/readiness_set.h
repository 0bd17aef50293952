// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>

#include <array>
#include <functional>
#include <sys/epoll.h>

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
        /// Nothing can be sent or received any more. Told again and again until the member is removed.
        virtual void broken() = 0;
    };

    /// `roundEnded` is called after everybody who was ready has been told.
    ReadinessSet(boost::asio::io_context &context, std::function<void()> roundEnded);
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

    boost::asio::posix::stream_descriptor m_set;
    std::function<void()> m_roundEnded;
    std::array<epoll_event, 512> m_events{};
    std::size_t m_eventCount = 0;
};

} // namespace barograph
