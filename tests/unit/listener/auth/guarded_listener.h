// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../raw_client.h"
#include "../recording_sink.h"
#include "listener/listener.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>

#include <future>
#include <memory>
#include <thread>

namespace barograph::test {

/// A listener on a thread of its own with the route "node-a" (node 7), guarded as told. Answers as soon as a round of
/// requests has been taken.
class GuardedListener
{
public:
    GuardedListener(NodeKind kind, const WebhookConfig &webhook, const std::optional<Secret> &secret = {},
                    const std::string &verifyToken = {})
        : m_guard(boost::asio::make_work_guard(m_context))
        , m_listener(std::in_place, m_context, m_sink, ListenerLimits{}, [this] {
            for (quint64 settled = 0; settled < m_sink.ticket;) {
                settled = m_sink.ticket;
                m_listener->settle(settled, true);
            }
        })
    {
        m_listener->routes().add("node-a", kSecret.toStdString(), 7,
                                 std::make_shared<const RoutePolicy>(kind, webhook, secret, verifyToken));
        port = m_listener->listen(QStringLiteral("127.0.0.1"), 0).value_or(0);
        m_thread = std::thread([this] { m_context.run(); });
    }
    template<typename Action> auto onThread(Action action)
    {
        std::packaged_task<decltype(action())()> task(std::move(action));
        auto result = task.get_future();
        boost::asio::post(m_context, [&task] { task(); });
        return result.get();
    }

    ~GuardedListener()
    {
        onThread([this] { m_listener.reset(); });
        m_guard.reset();
        m_thread.join();
    }
    GuardedListener(const GuardedListener &) = delete;
    GuardedListener &operator=(const GuardedListener &) = delete;

    /// What has come through and what has not, up to now.
    RecordingSink seen()
    {
        return onThread([this] { return m_sink; });
    }
    void guardWith(NodeKind kind, const WebhookConfig &webhook, const std::optional<Secret> &secret)
    {
        onThread([&] {
            m_listener->routes().add("node-a", kSecret.toStdString(), 7,
                                     std::make_shared<const RoutePolicy>(kind, webhook, secret, std::string()));
        });
    }

    quint16 port = 0;

private:
    boost::asio::io_context m_context{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> m_guard;
    RecordingSink m_sink;
    std::optional<Listener> m_listener;
    std::thread m_thread;
};

} // namespace barograph::test
