// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace barograph::test {

/// Idle connections held by a process of their own, because a process may have only so many descriptors. To be made
/// before any thread is: the process is a fork of this one.
class FarClients
{
public:
    FarClients()
    {
        if (::pipe(m_orders.data()) != 0 || ::pipe(m_answers.data()) != 0)
            return;
        m_process = ::fork();
        if (m_process == 0)
            ::_exit(hold(m_orders[0], m_answers[1], m_orders[1]));
        ::close(m_orders[0]);
        ::close(m_answers[1]);
    }
    ~FarClients()
    {
        ::close(m_orders[1]); // lets the other process end
        ::close(m_answers[0]);
        if (m_process > 0)
            ::waitpid(m_process, nullptr, 0);
    }
    FarClients(const FarClients &) = delete;
    FarClients &operator=(const FarClients &) = delete;

    /// How many of `count` more could be connected. Waits for it. To be called with fewer than a listener's queue of
    /// accepted connections holds: the system drops what is beyond, and tries again seconds later.
    quint32 connectTo(quint16 port, quint32 count)
    {
        const std::array<quint32, 2> order{port, count};
        quint32 connected = 0;
        if (m_process <= 0 || ::write(m_orders[1], order.data(), sizeof order) != sizeof order ||
            ::read(m_answers[0], &connected, sizeof connected) != sizeof connected)
            return 0;
        return connected;
    }

private:
    /// Only system calls in here: it is a copy of a process that may have been in the middle of anything.
    static int hold(int orders, int answers, int othersEnd)
    {
        ::close(othersEnd);
        std::array<quint32, 2> order{};
        while (::read(orders, order.data(), sizeof order) == sizeof order) {
            sockaddr_in address{};
            address.sin_family = AF_INET;
            address.sin_port = htons(static_cast<quint16>(order[0]));
            address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
            quint32 connected = 0;
            while (connected < order[1]) {
                const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
                if (socket < 0 || ::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
                    break;
                ++connected;
            }
            if (::write(answers, &connected, sizeof connected) != sizeof connected)
                return 1;
        }
        return 0; // the other side has closed
    }

    std::array<int, 2> m_orders{-1, -1};
    std::array<int, 2> m_answers{-1, -1};
    pid_t m_process = -1;
};

} // namespace barograph::test
