// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "listener/byte_stream.h"
#include "listener/http_session.h"

#include <boost/smart_ptr/intrusive_ref_counter.hpp>

namespace barograph {

class Connection;

/// What a connection needs from its listener.
class ConnectionOwner
{
public:
    virtual ~ConnectionOwner() = default;
    /// Room that all connections read into, one after the other; kBodyPadding bytes behind it are readable.
    virtual std::span<char> readRoom() = 0;
    /// The listener's coarse time, one step per kTickLength.
    virtual quint32 tick() const = 0;
    /// settle() is to be called when the batch is durable or has failed.
    virtual void awaits(Connection &connection, quint64 ticket) = 0;
    /// The socket is closed.
    virtual void closed(Connection &connection) = 0;
};
inline constexpr Millis kTickLength{250};

/// One client: moves bytes between its socket and its HttpSession. Lives on the ingest thread, kept alive by the
/// listener and by the waits that are under way.
class Connection : public boost::intrusive_ref_counter<Connection, boost::thread_unsafe_counter>
{
public:
    Connection(boost::asio::ip::tcp::socket socket, ConnectionOwner &owner, const SessionContext &context);

    void start();
    /// Answers 503 at once and closes: there are too many connections.
    void startRefused();
    void settle(quint64 ticket, bool durable);
    /// Once per tick: closes what has been too slow or idle for too long.
    void checkTime();
    void close();

    std::size_t place = 0; ///< where the owner keeps it

private:
    void awaitReadable();
    void readable();
    void flush();
    void afterProgress();
    void drain();
    bool hasWaited(quint32 sinceTick, Seconds limit) const;

    boost::asio::ip::tcp::socket m_socket;
    PlainStream m_stream;
    ConnectionOwner &m_owner;
    const ListenerLimits &m_limits;
    HttpSession m_session;
    quint64 m_awaitedTicket = 0;
    bool m_awaitingReadable = false;
    bool m_awaitingWritable = false;
    bool m_inputEnded = false;
    bool m_draining = false;
    quint32 m_phaseSince = 0;
    quint32 m_outputSince = 0;
    HttpSession::Phase m_phase = HttpSession::Phase::Idle;
    quint64 m_requestNumber = 0;
};

} // namespace barograph
