// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "listener/connection.h"
#include "listener/peer_counts.h"
#include "listener/tls_context.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/smart_ptr/intrusive_ptr.hpp>

#include <QString>

#include <tl/expected.hpp>

namespace barograph {

/// The webhook endpoint: accepts connections, keeps the limits, hands whole requests to the sink.
/// All functions are called on the thread that runs the io_context.
class Listener final : private ConnectionOwner
{
public:
    /// `roundEnded` is called when all requests that were waiting to be read have been taken.
    Listener(boost::asio::io_context &context, HookSink &sink, const ListenerLimits &limits,
             std::function<void()> roundEnded);
    ~Listener() override;
    Listener(const Listener &) = delete;
    Listener &operator=(const Listener &) = delete;

    /// Begins to accept. The port that is listened on, or one sentence that says why not and what to do.
    tl::expected<quint16, QString> listen(const QString &address, quint16 port);
    bool isListening() const { return m_acceptor.is_open(); }
    /// For connections accepted from now on; null: plain HTTP.
    void setTls(std::shared_ptr<const TlsContext> tls) { m_tls = std::move(tls); }
    /// Accepts nothing more; connections go on.
    void stopAccepting();
    void closeAll();

    RouteTable &routes() { return m_routes; }
    std::size_t connectionCount() const { return m_connections.size(); }
    /// Answers all requests whose events are in batch `ticket` or before.
    void settle(quint64 ticket, bool durable);

private:
    using ConnectionPtr = boost::intrusive_ptr<Connection>;
    struct Waiting
    {
        quint64 ticket = 0;
        ConnectionPtr connection;
    };

    void acceptNext();
    void acceptAll();
    void accepted(int socket);
    void armTimer();
    void sendTogether();

    ReadinessSet &readiness() override { return m_readiness; }
    std::span<char> readRoom() override;
    bool sendsTogether(Connection &connection) override;
    quint32 tick() const override { return m_tick; }
    void awaits(Connection &connection, quint64 ticket) override;
    void closed(Connection &connection) override;

    ListenerLimits m_limits;
    RouteTable m_routes;
    BufferBudget m_budget;
    SessionContext m_sessionContext;
    std::shared_ptr<const TlsContext> m_tls;
    SocketBatch m_batch;
    ReadinessSet m_readiness;
    boost::asio::ip::tcp::acceptor m_acceptor;
    boost::asio::steady_timer m_acceptPause;
    boost::asio::steady_timer m_timer;
    quint32 m_tick = 0;
    std::vector<char> m_readRoom;
    std::vector<ConnectionPtr> m_connections;
    PeerCounts m_peers;
    std::vector<Waiting> m_waiting;
    std::vector<Waiting> m_settling;
    bool m_isSettling = false;
    std::vector<ConnectionPtr> m_senders;
    std::vector<SocketTransfer> m_sends;
    /// Cancelling does not reach what has completed and only waits for its turn: handlers look whether we are still
    /// there.
    std::shared_ptr<const bool> m_life = std::make_shared<bool>(true);
};

} // namespace barograph
