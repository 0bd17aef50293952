// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "webhook_url.h"

#include <tl/expected.hpp>

#include <functional>
#include <memory>
#include <string>

namespace boost::asio {
class io_context;
}

namespace barograph::sim {

/// How the receiver's certificate is trusted.
struct WebhookTrust
{
    std::string caFile; ///< PEM; empty = the system's CAs
    bool insecure = false;
};

/// Posts callbacks over keep-alive connections, one request at a time on each slot. On the thread that runs `io`.
class CallbackSender
{
public:
    /// `result` as in the client's statistics: "success" for 200, another HTTP status, or the small number of a
    /// network error ("1" refused, "2" closed, "4" timed out, "6" TLS, "99" other).
    using Done = std::function<void(std::string result, double tookMs)>;

    explicit CallbackSender(boost::asio::io_context &io);
    ~CallbackSender();

    /// The error says what to do.
    tl::expected<void, std::string> setTrust(const WebhookTrust &trust);
    /// Precondition: nothing is under way on this slot. Redirects are not followed.
    void post(int slot, const WebhookUrl &url, std::string body, Done done);
    /// Drops all connections; done callbacks that are under way are not called any more.
    void stop();

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace barograph::sim
