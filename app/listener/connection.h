// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "listener/byte_stream.h"
#include "listener/http_session.h"
#include "listener/peer_info.h"
#include "listener/readiness_set.h"
#include "listener/tls_stream.h"

#include <boost/asio/ip/address.hpp>
#include <boost/smart_ptr/intrusive_ref_counter.hpp>

#include <memory>

namespace barograph {

class Connection;

/// What a connection needs from its listener.
class ConnectionOwner
{
public:
    virtual ~ConnectionOwner() = default;
    virtual ReadinessSet &readiness() = 0;
    /// Room that all connections read into, one after the other; kBodyPadding bytes behind it are readable.
    virtual std::span<char> readRoom() = 0;
    /// True: flushBatched() will be called soon with the outcome of sending batchedOutput(), together with those of
    /// others. False: there are no others, the connection sends for itself.
    virtual bool sendsTogether(Connection &connection) = 0;
    /// The listener's coarse time, one step per kTickLength.
    virtual quint32 tick() const = 0;
    /// settle() is to be called when the batch is durable or has failed.
    virtual void awaits(Connection &connection, quint64 ticket) = 0;
    /// The connection is over; it may be released.
    virtual void closed(Connection &connection) = 0;
};
inline constexpr Millis kTickLength{250};

/// One client: moves bytes between its socket and its HttpSession. Lives on the ingest thread. Whoever calls it holds a
/// pointer to it: close() may happen inside of any function.
class Connection final : public ReadinessSet::Member,
                         public boost::intrusive_ref_counter<Connection, boost::thread_unsafe_counter>
{
public:
    /// Takes a connected, non-blocking socket. `tls` null: what comes is HTTP as it is.
    Connection(int socket, ConnectionOwner &owner, const SessionContext &context, SSL_CTX *tls = nullptr);

    void start();
    /// Answers 503 at once and closes: there are too many connections.
    void startRefused();
    void settle(quint64 ticket, bool durable);
    /// What the owner shall send; it stays as it is until flushBatched().
    SocketTransfer batchedOutput() const;
    void flushBatched(long result);
    /// Once per tick: closes what has been too slow or idle for too long.
    void checkTime();
    void close();

    std::size_t place = 0;              ///< where the owner keeps it
    boost::asio::ip::address countedAs; ///< the owner's, see PeerCounts

private:
    void ready(bool readable, bool writable) override;
    int batchedReadDescriptor() const override;
    void received(std::span<char> room, long result) override;
    void broken() override;
    void receive();
    void flush();
    void afterProgress();
    void finishOutput();
    bool goOnWithHandshake();
    bool takesInput() const;
    void tlsReady();
    void drain();
    ByteStream::Result readSome(std::span<char> room) { return m_tls ? m_tls->read(room) : m_stream.read(room); }
    ByteStream::Result writeSome(std::string_view bytes) { return m_tls ? m_tls->write(bytes) : m_stream.write(bytes); }
    /// See ByteStream::batchDescriptor().
    int batchDescriptor() const { return m_tls ? -1 : m_stream.descriptor(); }
    void updateWants();
    bool hasWaited(quint32 sinceTick, Millis limit) const;

    PlainStream m_stream;
    /// Null for plain HTTP, which therefore pays no more than a look at a pointer. Works on m_stream's socket.
    std::unique_ptr<TlsStream> m_tls;
    ConnectionOwner &m_owner;
    const ListenerLimits &m_limits;
    PeerInfo m_peer; ///< what the session judges by
    HttpSession m_session;
    quint64 m_awaitedTicket = 0;
    bool m_open = false;
    bool m_readWanted = true;
    bool m_writeWanted = false;
    bool m_inputEnded = false;
    bool m_draining = false;
    bool m_goodbyeWaits = false;  ///< close_notify found no room in the socket
    bool m_sendsTogether = false; ///< between sendsTogether() and flushBatched()
    quint32 m_phaseSince = 0;
    quint32 m_outputSince = 0; ///< when something could last be sent, while something waits
    HttpSession::Phase m_phase = HttpSession::Phase::Idle;
    quint64 m_requestNumber = 0;
};

} // namespace barograph
