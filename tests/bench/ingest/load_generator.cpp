// SPDX-License-Identifier: GPL-3.0-or-later
#include "load_generator.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cstring>
#include <netinet/tcp.h>
#include <stdexcept>
#include <string_view>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kIdDigits = 16;

/// One request, of which only the digits of the message id change.
class RequestTemplate
{
public:
    explicit RequestTemplate(const Target &target)
    {
        const std::string body =
            R"({"statuses":[{"id":"gBGGFlA5FpafAgkOuJbRq5@@@@@@@@@@@@@@@@","recipient_id":"16315550123",)"
            R"("status":"delivered","timestamp":"1760000000","type":"message","conversation":{)"
            R"("id":"7c1b4b3b0f6f4c1e9d5e2a8b7c6d5e4f","expiration_timestamp":1760086400,)"
            R"("origin":{"type":"business_initiated"}},"pricing":{"billable":true,"pricing_model":"CBP",)"
            R"("category":"business_initiated"},"message":{"recipient_id":"16315550123"}}]})";
        m_text =
            "POST " + target.path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(target.port) +
            "\r\nUser-Agent: WhatsApp/2.45.1\r\nAccept: */*\r\nContent-Type: application/json\r\nContent-Length: " +
            std::to_string(body.size()) + "\r\n\r\n" + body;
        m_idAt = m_text.find('@');
    }

    std::string_view next()
    {
        static std::uint64_t number =
            static_cast<std::uint64_t>(std::chrono::system_clock::now().time_since_epoch().count());
        constexpr std::string_view kHex = "0123456789ABCDEF";
        auto rest = ++number;
        for (std::size_t i = kIdDigits; i-- > 0; rest >>= 4U)
            m_text[m_idAt + i] = kHex[rest & 15U];
        return m_text;
    }

private:
    std::string m_text;
    std::size_t m_idAt = 0;
};

struct Client
{
    int socket = -1;
    Clock::time_point sentAt;
};

int connectTo(const Target &target)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(target.port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        throw std::runtime_error("cannot connect to port " + std::to_string(target.port));
    return socket;
}

double percentile(std::vector<float> &millis, double share)
{
    if (millis.empty())
        return 0;
    const auto at = millis.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(millis.size() - 1));
    std::nth_element(millis.begin(), at, millis.end());
    return static_cast<double>(*at);
}

} // namespace

LoadResult runLoad(const Target &target, int connections, std::chrono::milliseconds duration)
{
    RequestTemplate request(target);
    LoadResult result;
    std::vector<Client> clients(static_cast<std::size_t>(connections));
    std::vector<float> millis;
    millis.reserve(1 << 20);
    const int poll = ::epoll_create1(EPOLL_CLOEXEC);

    const auto send = [&](Client &client) {
        const auto text = request.next();
        client.sentAt = Clock::now();
        if (::send(client.socket, text.data(), text.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(text.size()))
            throw std::runtime_error("a request could not be sent whole");
    };
    const auto begin = Clock::now();
    for (auto &client : clients) {
        client.socket = connectTo(target);
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.ptr = &client;
        ::epoll_ctl(poll, EPOLL_CTL_ADD, client.socket, &event);
        send(client);
    }
    std::array<epoll_event, 256> events{};
    std::array<char, 4096> answer{};
    auto now = begin;
    const auto end = begin + duration;
    while (now < end) {
        const int count = ::epoll_wait(poll, events.data(), static_cast<int>(events.size()), 1000);
        for (int i = 0; i < count; ++i) {
            auto &client = *static_cast<Client *>(events[static_cast<std::size_t>(i)].data.ptr);
            const auto size = ::recv(client.socket, answer.data(), answer.size(), 0);
            if (size <= 0)
                throw std::runtime_error("a connection was closed");
            now = Clock::now();
            const std::string_view text(answer.data(), static_cast<std::size_t>(size));
            ++(text.substr(0, 12) == "HTTP/1.1 200" ? result.answered : result.otherAnswers);
            millis.push_back(std::chrono::duration<float, std::milli>(now - client.sentAt).count());
            send(client);
        }
        now = Clock::now();
    }
    result.seconds = std::chrono::duration<double>(now - begin).count();
    for (const auto &client : clients)
        ::close(client.socket);
    ::close(poll);
    result.p50Millis = percentile(millis, 0.50);
    result.p99Millis = percentile(millis, 0.99);
    return result;
}

} // namespace bench
