// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace barograph::test {

/// A TCP client that does exactly what it is told, and waits at most ten seconds for anything.
class RawClient
{
public:
    explicit RawClient(quint16 port, int receiveBuffer = 0)
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        if (receiveBuffer > 0)
            ::setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_connected = ::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    }
    ~RawClient() { ::close(m_socket); }
    RawClient(const RawClient &) = delete;
    RawClient &operator=(const RawClient &) = delete;

    bool isConnected() const { return m_connected; }
    bool send(const QByteArray &bytes)
    {
        return ::send(m_socket, bytes.constData(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL) ==
               bytes.size();
    }
    /// As much as goes without waiting; -1 when the connection is gone.
    qint64 trySend(const QByteArray &bytes)
    {
        return ::send(m_socket, bytes.constData(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
    }
    bool canSend(int millis)
    {
        pollfd entry{m_socket, POLLOUT, 0};
        return ::poll(&entry, 1, millis) == 1;
    }
    void endSending() { ::shutdown(m_socket, SHUT_WR); }

    /// Reads until `count` answers have come, or the end.
    QByteArray answers(int count = 1)
    {
        while (m_received.count("HTTP/1.1 ") < count || !m_received.contains("\r\n\r\n")) {
            if (!receive())
                break;
        }
        return std::exchange(m_received, {});
    }
    int status() { return answers().mid(9, 3).toInt(); }
    /// Reads to the end, which must come.
    QByteArray untilClosed()
    {
        while (receive()) {
        }
        return m_closed ? std::exchange(m_received, {}) : QByteArray("still open");
    }
    bool hasSomething(int millis)
    {
        pollfd entry{m_socket, POLLIN, 0};
        return ::poll(&entry, 1, millis) == 1;
    }

private:
    bool receive()
    {
        constexpr int kPatience = 10000;
        if (!hasSomething(kPatience))
            return false;
        char bytes[65536];
        const auto size = ::recv(m_socket, bytes, sizeof bytes, 0);
        if (size <= 0) {
            m_closed = true;
            return false;
        }
        m_received.append(bytes, static_cast<qsizetype>(size));
        return true;
    }

    int m_socket;
    bool m_connected = false;
    bool m_closed = false;
    QByteArray m_received;
};

} // namespace barograph::test
