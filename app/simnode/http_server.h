// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http_types.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <memory>
#include <string>

namespace boost::asio {
class io_context;
}

namespace barograph {
struct SelfSigned;
}

namespace barograph::sim {

/// HTTP/1.1 over TCP or TLS on one thread: keep-alive, body and header limits, time limits, a cap on connections.
class HttpServer
{
public:
    /// `identity` null: plain HTTP. The handler runs on the thread that runs `io`.
    HttpServer(boost::asio::io_context &io, const SelfSigned *identity, HttpHandler handler);
    ~HttpServer();

    /// Port 0: any. The error says what to do.
    tl::expected<void, std::string> listen(const std::string &address, std::uint16_t port);
    std::uint16_t port() const;
    void stop();

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace barograph::sim
