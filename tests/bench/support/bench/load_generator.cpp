// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/load_generator.h"

#include "bench/figures.h"
#include "listener/socket_batch.h"

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <netinet/tcp.h>
#include <stdexcept>
#include <string_view>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace bench {

namespace {

using Clock = std::chrono::steady_clock;
using barograph::SocketTransfer;

constexpr std::size_t kAnswerRoom = 1024;
constexpr std::string_view kOk = "HTTP/1.1 200";

double ownProcessorSeconds()
{
    rusage usage{};
    ::getrusage(RUSAGE_THREAD, &usage);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

struct Client
{
    int socket = -1;
    std::string request;
    std::size_t sent = 0;
    bool waitsForRoom = false;
    Clock::time_point sentAt;
    std::array<char, kAnswerRoom> answer{};
};

class Load
{
public:
    Load(const Target &target, RequestSource &source, int connections)
        : m_source(source)
        , m_clients(static_cast<std::size_t>(connections))
        , m_poll(::epoll_create1(EPOLL_CLOEXEC))
    {
        m_millis.reserve(1 << 20);
        for (auto &client : m_clients) {
            client.socket = connectTo(target);
            client.request = source.text();
            watch(client, EPOLL_CTL_ADD);
        }
    }
    ~Load()
    {
        for (const auto &client : m_clients)
            ::close(client.socket);
        ::close(m_poll);
    }
    Load(const Load &) = delete;
    Load &operator=(const Load &) = delete;

    LoadResult run(std::chrono::milliseconds duration)
    {
        const double processorBefore = ownProcessorSeconds();
        const auto begin = Clock::now();
        m_now = begin;
        for (auto &client : m_clients)
            beginRequest(client);
        sendAll();
        while (m_now < begin + duration && m_underWay > 0) {
            awaitEvents();
            receiveAll();
            sendAll();
            m_now = Clock::now();
        }
        m_result.seconds = std::chrono::duration<double>(m_now - begin).count();
        m_result.processorSeconds = ownProcessorSeconds() - processorBefore;
        if (!m_millis.empty()) {
            m_result.p50Millis = percentile(m_millis, 0.50);
            m_result.p99Millis = percentile(m_millis, 0.99);
        }
        return m_result;
    }

private:
    void watch(Client &client, int operation)
    {
        epoll_event event{};
        event.events = client.waitsForRoom ? EPOLLOUT : EPOLLIN;
        event.data.ptr = &client;
        ::epoll_ctl(m_poll, operation, client.socket, &event);
    }

    void beginRequest(Client &client)
    {
        if (!m_source.renew(client.request))
            return;
        ++m_underWay;
        client.sent = 0;
        client.sentAt = m_now;
        continueRequest(client);
    }

    void continueRequest(Client &client)
    {
        m_senders.push_back(&client);
        m_sends.push_back({SocketTransfer::Kind::Send, client.socket, client.request.data() + client.sent,
                           client.request.size() - client.sent, 0});
    }

    void awaitEvents()
    {
        const int count = ::epoll_wait(m_poll, m_events.data(), static_cast<int>(m_events.size()), 1000);
        for (int i = 0; i < count; ++i) {
            const auto &event = m_events[static_cast<std::size_t>(i)];
            auto &client = *static_cast<Client *>(event.data.ptr);
            if (client.waitsForRoom) {
                continueRequest(client);
            } else {
                m_receivers.push_back(&client);
                m_receives.push_back(
                    {SocketTransfer::Kind::Receive, client.socket, client.answer.data(), client.answer.size(), 0});
            }
        }
    }

    void receiveAll()
    {
        m_batch.run(m_receives);
        m_now = Clock::now();
        for (std::size_t i = 0; i < m_receives.size(); ++i) {
            auto &client = *m_receivers[i];
            const auto size = m_receives[i].result;
            if (size == -EAGAIN || size == -EINTR)
                continue;
            if (size <= 0)
                throw std::runtime_error("a connection was closed");
            const std::string_view text(client.answer.data(), static_cast<std::size_t>(size));
            ++(text.substr(0, kOk.size()) == kOk ? m_result.answered : m_result.otherAnswers);
            m_millis.push_back(std::chrono::duration<float, std::milli>(m_now - client.sentAt).count());
            --m_underWay;
            beginRequest(client);
        }
        m_receives.clear();
        m_receivers.clear();
    }

    void sendAll()
    {
        m_batch.run(m_sends);
        for (std::size_t i = 0; i < m_sends.size(); ++i) {
            auto &client = *m_senders[i];
            const auto size = m_sends[i].result;
            if (size < 0 && size != -EAGAIN && size != -EINTR)
                throw std::runtime_error("a request could not be sent");
            client.sent += size > 0 ? static_cast<std::size_t>(size) : 0;
            const bool waits = client.sent < client.request.size();
            if (waits != std::exchange(client.waitsForRoom, waits))
                watch(client, EPOLL_CTL_MOD);
        }
        m_sends.clear();
        m_senders.clear();
    }

    RequestSource &m_source;
    std::vector<Client> m_clients;
    int m_poll;
    barograph::SocketBatch m_batch;
    std::array<epoll_event, 256> m_events{};
    std::vector<SocketTransfer> m_receives;
    std::vector<Client *> m_receivers;
    std::vector<SocketTransfer> m_sends;
    std::vector<Client *> m_senders;
    std::vector<float> m_millis;
    Clock::time_point m_now;
    std::size_t m_underWay = 0; ///< requests without an answer
    LoadResult m_result;
};

} // namespace

int connectTo(const Target &target)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(target.port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        ::close(socket);
        throw std::runtime_error("cannot connect to port " + std::to_string(target.port));
    }
    return socket;
}

LoadResult runLoad(const Target &target, RequestSource &source, int connections, std::chrono::milliseconds duration)
{
    return Load(target, source, connections).run(duration);
}

int statusOfOne(const Target &target, const std::string &request)
{
    const int socket = connectTo(target);
    std::array<char, kAnswerRoom> answer{};
    const bool sent =
        ::send(socket, request.data(), request.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(request.size());
    const auto size = sent ? ::recv(socket, answer.data(), answer.size(), 0) : 0;
    ::close(socket);
    constexpr std::size_t kStatusAt = 9;
    if (size < static_cast<ssize_t>(kOk.size()))
        throw std::runtime_error("no answer");
    return std::stoi(std::string(answer.data() + kStatusAt, 3));
}

} // namespace bench
