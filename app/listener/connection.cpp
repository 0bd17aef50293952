// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener/connection.h"

#include <boost/smart_ptr/intrusive_ptr.hpp>

namespace barograph {

namespace asio = boost::asio;
using ConnectionPtr = boost::intrusive_ptr<Connection>;

namespace {

/// A client that is sending a lot must not keep the others waiting.
constexpr int kReadsInARow = 8;
/// How long what a client still sends is read and dropped after the last answer, so that it can read that answer.
constexpr Seconds kDrainTime{2};

} // namespace

Connection::Connection(asio::ip::tcp::socket socket, ConnectionOwner &owner, const SessionContext &context)
    : m_socket(std::move(socket))
    , m_stream(m_socket)
    , m_owner(owner)
    , m_limits(context.limits)
    , m_session(context)
    , m_phaseSince(owner.tick())
{
    boost::system::error_code ignored;
    m_socket.non_blocking(true, ignored);
    m_socket.set_option(asio::ip::tcp::no_delay(true), ignored);
}

void Connection::start()
{
    awaitReadable();
}

void Connection::startRefused()
{
    m_session.refuse(Answer::Unavailable);
    flush();
}

void Connection::awaitReadable()
{
    if (m_awaitingReadable || m_inputEnded || !m_socket.is_open())
        return;
    m_awaitingReadable = true;
    m_socket.async_wait(asio::socket_base::wait_read,
                        [self = ConnectionPtr(this)](const boost::system::error_code &error) {
                            self->m_awaitingReadable = false;
                            if (!error && self->m_socket.is_open())
                                self->readable();
                        });
}

void Connection::readable()
{
    if (m_draining) {
        drain();
        return;
    }
    const auto room = m_owner.readRoom();
    for (int i = 0; i < kReadsInARow && m_session.wantsInput(); ++i) {
        const auto result = m_stream.read(room);
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
    if (!m_socket.is_open())
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
    if (!m_session.output().empty() || m_session.isFinished())
        flush();
    if (m_inputEnded && !m_session.owesAnswers() && m_session.output().empty())
        close();
    else if (!m_draining && m_session.wantsInput())
        awaitReadable();
}

void Connection::flush()
{
    if (m_awaitingWritable || !m_socket.is_open())
        return;
    while (!m_session.output().empty()) {
        const auto result = m_stream.write(m_session.output());
        if (result.state == ByteStream::Result::State::Ended) {
            close();
            return;
        }
        if (result.state == ByteStream::Result::State::WouldBlock) {
            m_awaitingWritable = true;
            m_outputSince = m_owner.tick();
            m_socket.async_wait(asio::socket_base::wait_write,
                                [self = ConnectionPtr(this)](const boost::system::error_code &error) {
                                    self->m_awaitingWritable = false;
                                    if (!error && self->m_socket.is_open())
                                        self->afterProgress();
                                });
            return;
        }
        m_session.sent(result.bytes);
    }
    if (m_session.isFinished() && !m_draining) {
        // Closing with unread bytes would reset the connection and could take the answer from the client.
        boost::system::error_code ignored;
        m_socket.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
        m_draining = true;
        m_phaseSince = m_owner.tick();
        if (m_inputEnded)
            close();
        else
            awaitReadable();
    }
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
            break;
    }
    awaitReadable();
}

bool Connection::hasWaited(quint32 sinceTick, Seconds limit) const
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
    if (m_awaitingWritable && hasWaited(m_outputSince, m_limits.writeTimeout)) {
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
    if (!m_socket.is_open())
        return;
    boost::system::error_code ignored;
    m_socket.close(ignored);
    m_session.abandon(); // waits that were cancelled may keep this object alive for longer than its owner
    m_owner.closed(*this);
}

} // namespace barograph
