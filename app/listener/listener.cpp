// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener/listener.h"

#include "listener/listener_words.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace barograph {

namespace asio = boost::asio;

namespace {

constexpr std::size_t kReadRoomBytes = std::size_t{128} << 10U;
/// Connections beyond the limit that may exist for a moment to be told 503.
constexpr std::size_t kRefusedRoom = 64;
/// The same of one peer, so that those it may not have do not take the room of others either.
constexpr std::size_t kRefusedRoomPerPeer = 16;
/// Pause after an accept that failed for lack of file descriptors.
constexpr Millis kAcceptPause{100};
constexpr int kAcceptsInARow = 64;

QString listenError(const QString &address, quint16 port, const boost::system::error_code &error)
{
    if (error == asio::error::address_in_use)
        return ListenerWords::tr(
                   "Port %1 on %2 is in use by another program. Stop that program, or set another port under "
                   "[listener] in the configuration.")
            .arg(port)
            .arg(address);
    if (error == asio::error::access_denied)
        return ListenerWords::tr(
                   "Port %1 on %2 may not be used without more rights. Set a port above 1023 under [listener] "
                   "in the configuration.")
            .arg(port)
            .arg(address);
    if (error == asio::error::make_error_code(asio::error::invalid_argument) ||
        error == boost::system::errc::address_not_available)
        return ListenerWords::tr(
                   "%1 is not an address of this computer. Set [listener] address in the configuration to "
                   "127.0.0.1 or to one that is.")
            .arg(address);
    return ListenerWords::tr("Cannot listen on %1, port %2: %3. Check [listener] in the configuration.")
        .arg(address)
        .arg(port)
        .arg(QString::fromStdString(error.message()));
}

/// Each connection needs a file descriptor; the usual soft limit is 1,024.
void raiseDescriptorLimit(std::size_t connections)
{
    constexpr rlim_t kForEverythingElse = 256;
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    const rlim_t wanted = std::min<rlim_t>(connections + kRefusedRoom + kForEverythingElse, limit.rlim_max);
    if (limit.rlim_cur < wanted) {
        limit.rlim_cur = wanted;
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
}

} // namespace

Listener::Listener(asio::io_context &context, HookSink &sink, const ListenerLimits &limits,
                   std::function<void()> roundEnded)
    : m_limits(limits)
    , m_budget{limits.maxBufferedBytes, 0}
    , m_sessionContext{m_limits, m_routes, sink, m_budget}
    , m_readiness(context, m_batch, std::move(roundEnded))
    , m_acceptor(context)
    , m_acceptPause(context)
    , m_timer(context)
    , m_readRoom(kReadRoomBytes + kBodyPadding)
{
    raiseDescriptorLimit(limits.maxConnections);
}

Listener::~Listener()
{
    stopAccepting();
    closeAll();
}

tl::expected<quint16, QString> Listener::listen(const QString &address, quint16 port)
{
    using Acceptor = asio::ip::tcp::acceptor;
    boost::system::error_code error;
    const auto ip = asio::ip::make_address(address.toStdString(), error);
    const asio::ip::tcp::endpoint endpoint(ip, port);
    if (!error)
        m_acceptor.open(endpoint.protocol(), error);
    if (!error)
        m_acceptor.set_option(Acceptor::reuse_address(true), error);
    // A child process that inherits the socket would keep the port taken, and connections unanswered, after we are
    // gone.
    if (!error)
        ::fcntl(m_acceptor.native_handle(), F_SETFD, FD_CLOEXEC);
    if (!error)
        m_acceptor.bind(endpoint, error);
    if (!error)
        m_acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (!error)
        m_acceptor.non_blocking(true, error);
    const auto local = error ? asio::ip::tcp::endpoint() : m_acceptor.local_endpoint(error);
    if (error) {
        stopAccepting();
        return tl::unexpected(listenError(address, port, error));
    }
    acceptNext();
    armTimer();
    return local.port();
}

void Listener::stopAccepting()
{
    boost::system::error_code ignored;
    m_acceptor.close(ignored);
    m_acceptPause.cancel();
}

void Listener::closeAll()
{
    m_timer.cancel();
    m_waiting.clear();
    const auto connections = m_connections; // close() takes each out of the list
    for (const auto &connection : connections)
        connection->close();
}

void Listener::acceptNext()
{
    m_acceptor.async_wait(asio::socket_base::wait_read,
                          [this, life = std::weak_ptr(m_life)](const boost::system::error_code &error) {
                              if (!error && !life.expired() && m_acceptor.is_open())
                                  acceptAll();
                          });
}

void Listener::acceptAll()
{
    // A burst of new clients must not keep those who are there waiting for long.
    for (int i = 0; i < kAcceptsInARow; ++i) {
        const int socket = ::accept4(m_acceptor.native_handle(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (socket >= 0) {
            accepted(socket);
            continue;
        }
        if (errno != EMFILE && errno != ENFILE && errno != ENOBUFS && errno != ENOMEM)
            break;
        m_acceptPause.expires_after(kAcceptPause);
        m_acceptPause.async_wait([this, life = std::weak_ptr(m_life)](const boost::system::error_code &error) {
            if (!error && !life.expired() && m_acceptor.is_open())
                acceptNext();
        });
        return;
    }
    acceptNext();
}

void Listener::accepted(int socket)
{
    const auto count = m_connections.size();
    if (count >= m_limits.maxConnections + kRefusedRoom) {
        ::close(socket);
        return;
    }
    const auto peer = PeerCounts::peerOf(peerAddress(socket), m_limits.countLoopbackPeers);
    const auto ofPeer = m_peers.enter(peer);
    if (ofPeer > m_limits.maxConnectionsPerPeer + kRefusedRoomPerPeer) {
        m_peers.leave(peer);
        ::close(socket);
        return;
    }
    const ConnectionPtr connection(new Connection(socket, static_cast<ConnectionOwner &>(*this), m_sessionContext,
                                                  m_tls ? &m_tls->native() : nullptr));
    connection->place = count;
    connection->countedAs = peer;
    m_connections.push_back(connection);
    if (count >= m_limits.maxConnections || ofPeer > m_limits.maxConnectionsPerPeer)
        connection->startRefused();
    else
        connection->start();
}

void Listener::armTimer()
{
    m_timer.expires_after(kTickLength);
    m_timer.async_wait([this, life = std::weak_ptr(m_life)](const boost::system::error_code &error) {
        if (error || life.expired())
            return;
        ++m_tick;
        // Backwards: closing one moves the last one, already seen, into its place.
        for (auto i = m_connections.size(); i-- > 0;) {
            const auto stayAlive = m_connections[i];
            stayAlive->checkTime();
        }
        armTimer();
    });
}

std::span<char> Listener::readRoom()
{
    return std::span<char>(m_readRoom).first(kReadRoomBytes);
}

void Listener::awaits(Connection &connection, quint64 ticket)
{
    m_waiting.push_back({ticket, ConnectionPtr(&connection)});
}

void Listener::closed(Connection &connection)
{
    const auto place = connection.place;
    const ConnectionPtr keepAlive(&connection);
    m_peers.leave(connection.countedAs);
    std::swap(m_connections[place], m_connections.back());
    m_connections[place]->place = place;
    m_connections.pop_back();
}

void Listener::settle(quint64 ticket, bool durable)
{
    // Connections that take their next request while being answered go to m_waiting again.
    m_settling.swap(m_waiting);
    m_isSettling = true;
    for (auto &waiting : m_settling) {
        if (waiting.ticket > ticket)
            m_waiting.push_back(waiting);
        else
            waiting.connection->settle(ticket, durable);
    }
    m_settling.clear();
    m_isSettling = false;
    sendTogether();
}

bool Listener::sendsTogether(Connection &connection)
{
    if (m_isSettling)
        m_senders.emplace_back(&connection);
    return m_isSettling;
}

void Listener::sendTogether()
{
    m_sends.clear();
    for (const auto &sender : m_senders)
        m_sends.push_back(sender->batchedOutput());
    m_batch.run(m_sends);
    for (std::size_t i = 0; i < m_senders.size(); ++i)
        m_senders[i]->flushBatched(m_sends[i].result);
    m_senders.clear();
}

} // namespace barograph
