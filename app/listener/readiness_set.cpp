// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener/readiness_set.h"

#include <cerrno>

namespace barograph {

namespace {

epoll_event wantedEvents(ReadinessSet::Member &member, bool read, bool write)
{
    epoll_event event{};
    event.events = (read ? EPOLLIN : 0U) | (write ? EPOLLOUT : 0U);
    event.data.ptr = &member;
    return event;
}

} // namespace

ReadinessSet::ReadinessSet(boost::asio::io_context &context, SocketBatch &batch, std::function<void()> roundEnded)
    : m_set(context, ::epoll_create1(EPOLL_CLOEXEC))
    , m_batch(batch)
    , m_roundEnded(std::move(roundEnded))
    , m_rooms(kBatch * (kBatchRoom + kBodyPadding))
{
    await();
}

int ReadinessSet::add(int descriptor, Member &member)
{
    auto event = wantedEvents(member, true, false);
    return ::epoll_ctl(m_set.native_handle(), EPOLL_CTL_ADD, descriptor, &event) == 0 ? 0 : errno;
}

void ReadinessSet::want(int descriptor, Member &member, bool read, bool write)
{
    auto event = wantedEvents(member, read, write);
    ::epoll_ctl(m_set.native_handle(), EPOLL_CTL_MOD, descriptor, &event);
}

void ReadinessSet::remove(int descriptor, const Member &member)
{
    ::epoll_ctl(m_set.native_handle(), EPOLL_CTL_DEL, descriptor, nullptr);
    // It may be among those that are being told at this moment.
    for (std::size_t i = 0; i < m_eventCount; ++i) {
        if (m_events[i].data.ptr == &member)
            m_events[i].data.ptr = nullptr;
    }
}

void ReadinessSet::await()
{
    m_set.async_wait(boost::asio::posix::stream_descriptor::wait_read, [this](const boost::system::error_code &error) {
        if (error)
            return;
        tellAll();
        await();
    });
}

void ReadinessSet::tellAll()
{
    const int count = ::epoll_wait(m_set.native_handle(), m_events.data(), static_cast<int>(m_events.size()), 0);
    m_eventCount = count > 0 ? static_cast<std::size_t>(count) : 0;
    for (std::size_t i = 0; i < m_eventCount; ++i)
        tell(i);
    readBatch();
    m_eventCount = 0;
    m_roundEnded();
}

void ReadinessSet::tell(std::size_t event)
{
    auto *member = static_cast<Member *>(m_events[event].data.ptr);
    if (member == nullptr)
        return;
    const auto events = m_events[event].events;
    const bool readable = (events & EPOLLIN) != 0;
    const bool writable = (events & EPOLLOUT) != 0;
    const int descriptor = readable && !writable ? member->batchedReadDescriptor() : -1;
    if ((events & (EPOLLERR | EPOLLHUP)) != 0) {
        member->broken();
    } else if (descriptor < 0) {
        member->ready(readable, writable);
    } else {
        char *room = m_rooms.data() + m_reads.size() * (kBatchRoom + kBodyPadding);
        m_reads.push_back({SocketTransfer::Kind::Receive, descriptor, room, kBatchRoom, 0});
        m_readEvents.push_back(event);
        if (m_reads.size() == kBatch)
            readBatch();
    }
}

void ReadinessSet::readBatch()
{
    m_batch.run(m_reads);
    for (std::size_t i = 0; i < m_reads.size(); ++i) {
        // Whoever was closed meanwhile has been taken out of the events.
        if (auto *member = static_cast<Member *>(m_events[m_readEvents[i]].data.ptr))
            member->received({m_reads[i].bytes, kBatchRoom}, m_reads[i].result);
    }
    m_reads.clear();
    m_readEvents.clear();
}

} // namespace barograph
