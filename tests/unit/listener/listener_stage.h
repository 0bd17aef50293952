// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "listener/listener.h"
#include "recording_sink.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>

#include <future>
#include <memory>
#include <optional>
#include <thread>

namespace barograph::test {

/// A listener on a thread of its own, as in the program. Everything of it is touched on that thread only.
class ListenerStage
{
public:
    explicit ListenerStage(const ListenerLimits &limits = {}, std::shared_ptr<const TlsContext> tls = {})
        : m_guard(boost::asio::make_work_guard(m_context))
        , m_listener(std::in_place, m_context, m_sink, limits, [this] {
            // A session takes its next requests while it is answered, so there may be more to settle.
            for (quint64 settled = 0; m_settleAtOnce && settled < m_sink.ticket;) {
                settled = m_sink.ticket;
                m_listener->settle(settled, true);
            }
        })
    {
        m_listener->routes().add("node-a", kSecret.toStdString(), 0);
        m_listener->setTls(std::move(tls));
        const auto listening = m_listener->listen(QStringLiteral("127.0.0.1"), 0);
        port = listening.value_or(0);
        m_thread = std::thread([this] { m_context.run(); });
    }
    template<typename Action> auto onThread(Action action)
    {
        std::packaged_task<decltype(action())()> task(std::move(action));
        auto result = task.get_future();
        boost::asio::post(m_context, [&task] { task(); });
        return result.get();
    }
    ~ListenerStage()
    {
        onThread([this] { m_listener.reset(); });
        m_guard.reset();
        m_thread.join();
    }
    void settleAtOnce(bool on)
    {
        onThread([this, on] { m_settleAtOnce = on; });
    }
    void settle(bool durable)
    {
        onThread([this, durable] { m_listener->settle(m_sink.ticket, durable); });
    }
    void stopAccepting()
    {
        onThread([this] { m_listener->stopAccepting(); });
    }
    void setTls(std::shared_ptr<const TlsContext> tls)
    {
        onThread([this, tls] { m_listener->setTls(tls); });
    }
    /// What the one route asks for from now on.
    void guard(std::shared_ptr<const RoutePolicy> policy)
    {
        onThread([this, policy] { m_listener->routes().add("node-a", kSecret.toStdString(), 0, policy); });
    }
    QByteArrayList bodies()
    {
        return onThread([this] { return m_sink.bodies; });
    }
    std::size_t connections()
    {
        return onThread([this] { return m_listener->connectionCount(); });
    }
    int taken()
    {
        return onThread([this] { return static_cast<int>(m_sink.bodies.size()); });
    }

    quint16 port = 0;

private:
    boost::asio::io_context m_context{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> m_guard;
    RecordingSink m_sink;
    bool m_settleAtOnce = true;
    std::optional<Listener> m_listener;
    std::thread m_thread;
};

inline ListenerLimits quickLimits()
{
    ListenerLimits limits;
    limits.handshakeTimeout = Millis{500};
    limits.headerTimeout = Millis{500};
    limits.bodyTimeout = Millis{500};
    limits.idleTimeout = Millis{500};
    limits.writeTimeout = Millis{500};
    return limits;
}

} // namespace barograph::test
