// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/open_loop.h"

#include "bench/load_generator.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <deque>
#include <stdexcept>
#include <string_view>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <unistd.h>

namespace bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds kPatience{5};

struct Sender
{
    int socket = -1;
    std::string request;
    std::size_t sent = 0;
    Clock::time_point due;
};

class OpenLoop
{
public:
    OpenLoop(const Target &target, RequestSource &source, const OpenLoopPlan &plan)
        : m_target(target)
        , m_source(source)
        , m_senders(static_cast<std::size_t>(plan.connections))
        , m_poll(::epoll_create1(EPOLL_CLOEXEC))
        , m_timer(::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK))
        , m_step(std::chrono::nanoseconds(std::chrono::seconds(1)) / plan.perSecond)
        , m_begin(Clock::now())
        , m_countFrom(m_begin + plan.warmUp)
        , m_end(m_countFrom + plan.duration)
        , m_next(m_begin)
    {
        for (auto &sender : m_senders) {
            sender.socket = connectTo(target);
            sender.request = source.text();
            watch(sender, EPOLL_CTL_ADD, EPOLLIN);
            m_free.push_back(&sender);
        }
        epoll_event event{};
        event.events = EPOLLIN;
        ::epoll_ctl(m_poll, EPOLL_CTL_ADD, m_timer, &event);
        const auto step = m_step.count();
        const itimerspec every{{step / 1'000'000'000, step % 1'000'000'000}, {0, 1}};
        ::timerfd_settime(m_timer, 0, &every, nullptr);
    }
    ~OpenLoop()
    {
        for (const auto &sender : m_senders)
            ::close(sender.socket);
        ::close(m_timer);
        ::close(m_poll);
    }
    OpenLoop(const OpenLoop &) = delete;
    OpenLoop &operator=(const OpenLoop &) = delete;

    OpenLoopResult run()
    {
        while (Clock::now() < m_end + kPatience && (m_next < m_end || !m_waiting.empty() || isUnderWay())) {
            std::array<epoll_event, 64> events{};
            const int count = ::epoll_wait(m_poll, events.data(), static_cast<int>(events.size()), 100);
            for (int i = 0; i < count; ++i) {
                const auto &event = events[static_cast<std::size_t>(i)];
                if (auto *sender = static_cast<Sender *>(event.data.ptr))
                    (event.events & EPOLLOUT) != 0 ? goOn(*sender) : answered(*sender);
            }
            takeDue();
            while (!m_waiting.empty() && !m_free.empty())
                begin();
        }
        m_result.unanswered = m_waiting.size() + m_senders.size() - m_free.size();
        return std::move(m_result);
    }

private:
    bool isUnderWay() const { return m_free.size() < m_senders.size(); }

    void watch(Sender &sender, int operation, unsigned events) const
    {
        epoll_event event{};
        event.events = events;
        event.data.ptr = &sender;
        ::epoll_ctl(m_poll, operation, sender.socket, &event);
    }

    void takeDue()
    {
        std::uint64_t expirations = 0;
        while (::read(m_timer, &expirations, sizeof expirations) > 0) {
        }
        for (const auto now = Clock::now(); m_next <= now && m_next < m_end; m_next += m_step)
            m_waiting.push_back(m_next);
    }

    void begin()
    {
        auto &sender = *m_free.back();
        m_free.pop_back();
        sender.due = m_waiting.front();
        m_waiting.pop_front();
        sender.sent = 0;
        m_source.renew(sender.request);
        goOn(sender);
    }

    void goOn(Sender &sender)
    {
        const auto size = ::send(sender.socket, sender.request.data() + sender.sent,
                                 sender.request.size() - sender.sent, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (size < 0 && errno != EAGAIN && errno != EINTR)
            throw std::runtime_error("a request could not be sent");
        sender.sent += size > 0 ? static_cast<std::size_t>(size) : 0;
        watch(sender, EPOLL_CTL_MOD, sender.sent < sender.request.size() ? EPOLLOUT : EPOLLIN);
    }

    void answered(Sender &sender)
    {
        std::array<char, 1024> answer{};
        const auto size = ::recv(sender.socket, answer.data(), answer.size(), MSG_DONTWAIT);
        if (size < 0 && (errno == EAGAIN || errno == EINTR))
            return;
        if (size <= 0 && std::find(m_free.begin(), m_free.end(), &sender) != m_free.end()) {
            // It was not needed for so long that the server has let it go.
            ::close(sender.socket);
            sender.socket = connectTo(m_target);
            watch(sender, EPOLL_CTL_ADD, EPOLLIN);
            return;
        }
        if (size <= 0)
            throw std::runtime_error("a connection was closed");
        if (std::string_view(answer.data(), static_cast<std::size_t>(size)).substr(0, 12) != "HTTP/1.1 200")
            ++m_result.otherAnswers;
        if (sender.due >= m_countFrom)
            m_result.millis.push_back(std::chrono::duration<float, std::milli>(Clock::now() - sender.due).count());
        m_free.push_back(&sender);
    }

    const Target m_target;
    RequestSource &m_source;
    std::vector<Sender> m_senders;
    std::vector<Sender *> m_free;
    int m_poll;
    int m_timer;
    std::chrono::nanoseconds m_step;
    Clock::time_point m_begin;
    Clock::time_point m_countFrom;
    Clock::time_point m_end;
    Clock::time_point m_next; ///< when the next request is due
    std::deque<Clock::time_point> m_waiting;
    OpenLoopResult m_result;
};

} // namespace

OpenLoopResult runOpenLoop(const Target &target, RequestSource &source, const OpenLoopPlan &plan)
{
    return OpenLoop(target, source, plan).run();
}

} // namespace bench
