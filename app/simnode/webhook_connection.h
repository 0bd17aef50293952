// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "webhook_url.h"

#include <functional>
#include <memory>
#include <string>

namespace boost::asio {
class io_context;
namespace ssl {
class context;
}
} // namespace boost::asio

namespace barograph::sim {

/// One connection to the webhook, opened when first needed and kept while the receiver keeps it. On the thread that
/// runs `io`.
class WebhookConnection
{
public:
    /// See CallbackSender::Done.
    using Done = std::function<void(std::string result, double tookMs)>;

    /// `io` and `tls` have to outlive it.
    static std::shared_ptr<WebhookConnection> make(boost::asio::io_context &io, boost::asio::ssl::context &tls,
                                                   const WebhookUrl &url);
    WebhookConnection() = default;
    WebhookConnection(const WebhookConnection &) = delete;
    WebhookConnection &operator=(const WebhookConnection &) = delete;
    virtual ~WebhookConnection() = default;

    virtual const WebhookUrl &url() const = 0;
    /// Precondition: nothing is under way.
    virtual void post(std::string body, Done done) = 0;
    /// Gives up what is under way; its `done` is not called any more.
    virtual void stop() = 0;
};

} // namespace barograph::sim
