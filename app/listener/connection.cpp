// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener/connection.h"

#include "listener/peer_counts.h"

#include <boost/smart_ptr/intrusive_ptr.hpp>

#include <cerrno>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace barograph {

namespace {

/// A client that is sending a lot must not keep the others waiting.
constexpr int kReadsInARow = 8;
/// How long what a client still sends is read and dropped after the last answer, so that it can read that answer.
constexpr Millis kDrainTime{2000};
/// Answers that the client has not taken; with more waiting, nothing is read from it. The many small answers to bad
/// requests would otherwise pile up as fast as it sends.
constexpr std::size_t kMostUnsentBytes = std::size_t{256} << 10U;

} // namespace

Connection::Connection(int socket, ConnectionOwner &owner, const SessionContext &context, SSL_CTX *tls)
    : m_stream(socket)
    , m_tls(tls == nullptr ? nullptr : std::make_unique<TlsStream>(socket, *tls))
    , m_owner(owner)
    , m_limits(context.limits)
    , m_peer{peerAddress(socket), false, {}}
    , m_session(context, m_peer)
    , m_phaseSince(owner.tick())
{
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

void Connection::start()
{
    m_open = true;
    if (m_owner.readiness().add(m_stream.descriptor(), *this) != 0)
        close();
}

void Connection::startRefused()
{
    start();
    m_session.refuse(Answer::Unavailable);
    flush();
}

void Connection::ready(bool readable, bool writable)
{
    const boost::intrusive_ptr<Connection> stayAlive(this);
    if (m_tls) {
        tlsReady();
        return;
    }
    if (writable && m_writeWanted)
        flush();
    if (!readable || !m_open)
        return;
    if (m_draining)
        drain();
    else
        receive();
}

/// Which of the two became possible does not matter: a read may have waited for either, and so may a write.
void Connection::tlsReady()
{
    if (m_draining) {
        drain();
        return;
    }
    if (!m_tls->isEstablished() && !goOnWithHandshake())
        return;
    flush();
    if (m_open && !m_draining && !m_inputEnded && takesInput())
        receive();
}

/// True when it is over and the connection is open.
bool Connection::goOnWithHandshake()
{
    switch (m_tls->handshake().state) {
    case ByteStream::Result::State::Done:
        break;
    case ByteStream::Result::State::WouldBlock:
        updateWants();
        return false;
    case ByteStream::Result::State::Ended:
        close();
        return false;
    }
    m_peer.tls = true;
    m_peer.certificateName = m_tls->certificateName();
    m_phaseSince = m_outputSince = m_owner.tick();
    return true;
}

bool Connection::takesInput() const
{
    return m_session.wantsInput() && m_session.output().size() < kMostUnsentBytes;
}

int Connection::batchedReadDescriptor() const
{
    const bool reads = m_open && !m_draining && !m_inputEnded && takesInput();
    return reads ? batchDescriptor() : -1;
}

void Connection::received(std::span<char> room, long result)
{
    const boost::intrusive_ptr<Connection> stayAlive(this);
    if (result == -EAGAIN || result == -EINTR)
        return;
    if (result <= 0) {
        m_inputEnded = true;
        afterProgress();
        return;
    }
    const auto bytes = static_cast<std::size_t>(result);
    m_session.receive(room.data(), bytes);
    if (bytes == room.size())
        receive(); // there may be more
    else
        afterProgress();
}

void Connection::broken()
{
    const boost::intrusive_ptr<Connection> stayAlive(this);
    close();
}

void Connection::receive()
{
    const auto room = m_owner.readRoom();
    for (int i = 0; i < kReadsInARow && takesInput(); ++i) {
        const auto result = readSome(room);
        if (result.state == ByteStream::Result::State::Ended) {
            m_inputEnded = true;
            break;
        }
        if (result.state == ByteStream::Result::State::WouldBlock)
            break;
        m_session.receive(room.data(), result.bytes);
        if (result.bytes < room.size())
            break;
    }
    afterProgress();
}

void Connection::settle(quint64 ticket, bool durable)
{
    if (!m_open)
        return;
    m_session.settle(ticket, durable);
    afterProgress();
}

void Connection::afterProgress()
{
    if (m_session.phase() != m_phase || m_session.requestNumber() != m_requestNumber) {
        m_phase = m_session.phase();
        m_requestNumber = m_session.requestNumber();
        m_phaseSince = m_owner.tick();
    }
    if (const auto ticket = m_session.newestTicket(); ticket > m_awaitedTicket) {
        m_awaitedTicket = ticket;
        m_owner.awaits(*this, ticket);
    }
    if (m_sendsTogether ||
        (m_open && !m_session.output().empty() && batchDescriptor() >= 0 && m_owner.sendsTogether(*this))) {
        m_sendsTogether = true;
        return;
    }
    flush();
}

SocketTransfer Connection::batchedOutput() const
{
    const auto output = m_open ? m_session.output() : std::string_view();
    return {SocketTransfer::Kind::Send, m_open ? batchDescriptor() : -1,
            const_cast<char *>(output.data()), // only read from
            output.size(), 0};
}

void Connection::flushBatched(long result)
{
    m_sendsTogether = false;
    if (result > 0 && m_open) {
        m_session.sent(static_cast<std::size_t>(result));
        m_outputSince = m_owner.tick();
    }
    // What went wrong, or is left over, comes out again here.
    flush();
}

void Connection::flush()
{
    if (m_open && m_tls && !m_tls->isEstablished()) {
        updateWants(); // the answer waits for the handshake
        return;
    }
    while (m_open && !m_session.output().empty()) {
        const auto result = writeSome(m_session.output());
        if (result.state == ByteStream::Result::State::Ended) {
            close();
            return;
        }
        if (result.state == ByteStream::Result::State::WouldBlock)
            break;
        m_session.sent(result.bytes);
        m_outputSince = m_owner.tick();
    }
    if (!m_open)
        return;
    if (m_session.output().empty())
        finishOutput();
    updateWants();
}

/// Everything that can be said now has been said.
void Connection::finishOutput()
{
    if (m_session.isFinished() && !m_draining) {
        m_goodbyeWaits = m_tls && m_tls->endWriting().state == ByteStream::Result::State::WouldBlock;
        if (m_goodbyeWaits)
            return;
        // Closing with unread bytes would reset the connection and could take the answer from the client.
        ::shutdown(m_stream.descriptor(), SHUT_WR);
        m_draining = true;
        m_phaseSince = m_owner.tick();
    }
    if (m_inputEnded && !m_session.owesAnswers())
        close();
}

void Connection::updateWants()
{
    if (!m_open)
        return;
    bool read = !m_inputEnded && (m_draining || takesInput());
    bool write = !m_session.output().empty();
    if (m_tls && !m_draining) {
        const bool reads = !m_tls->isEstablished() || read;
        const bool writes = m_tls->isEstablished() && (write || m_goodbyeWaits);
        read = (reads && m_tls->readWants() == TlsStream::Wants::Readable) ||
               (writes && m_tls->writeWants() == TlsStream::Wants::Readable);
        write = (reads && m_tls->readWants() == TlsStream::Wants::Writable) ||
                (writes && m_tls->writeWants() == TlsStream::Wants::Writable);
    }
    if (read == m_readWanted && write == m_writeWanted)
        return;
    if (write && !m_writeWanted)
        m_outputSince = m_owner.tick();
    m_readWanted = read;
    m_writeWanted = write;
    m_owner.readiness().want(m_stream.descriptor(), *this, read, write);
}

void Connection::drain()
{
    const auto room = m_owner.readRoom();
    for (int i = 0; i < kReadsInARow; ++i) {
        const auto result = m_stream.read(room);
        if (result.state == ByteStream::Result::State::Ended) {
            close();
            return;
        }
        if (result.state == ByteStream::Result::State::WouldBlock)
            return;
    }
}

bool Connection::hasWaited(quint32 sinceTick, Millis limit) const
{
    return (m_owner.tick() - sinceTick) * kTickLength >= limit;
}

void Connection::checkTime()
{
    if (m_draining) {
        if (hasWaited(m_phaseSince, kDrainTime))
            close();
        return;
    }
    if (m_tls && !m_tls->isEstablished()) {
        // From its beginning, however many bytes came: a byte now and then must not hold a connection.
        if (hasWaited(m_phaseSince, m_limits.handshakeTimeout))
            close();
        return;
    }
    if (m_writeWanted && hasWaited(m_outputSince, m_limits.writeTimeout)) {
        close();
        return;
    }
    switch (m_phase) {
    case HttpSession::Phase::Idle:
        // An answer that waits for the disk, or for the client to read, is no idleness.
        if (!m_session.owesAnswers() && m_session.output().empty() && hasWaited(m_phaseSince, m_limits.idleTimeout))
            close();
        break;
    case HttpSession::Phase::Header:
    case HttpSession::Phase::Body:
        if (hasWaited(m_phaseSince,
                      m_phase == HttpSession::Phase::Header ? m_limits.headerTimeout : m_limits.bodyTimeout)) {
            m_session.refuse(Answer::RequestTimeout);
            afterProgress();
        }
        break;
    }
}

void Connection::close()
{
    if (!m_open)
        return;
    m_open = false;
    if (m_tls)
        m_tls->endWriting(); // once; nobody waits for it to get through
    m_owner.readiness().remove(m_stream.descriptor(), *this);
    m_stream.close();
    m_session.abandon();
    m_owner.closed(*this);
}

} // namespace barograph
