// SPDX-License-Identifier: GPL-3.0-or-later
#include "webhook_connection.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

#include <chrono>
#include <optional>

namespace barograph::sim {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using tcp = asio::ip::tcp;
using namespace std::chrono_literals;
using SteadyClock = std::chrono::steady_clock;

// The client's own limit is not documented; providers give a webhook five seconds.
constexpr auto kRequestLimit = 5s;
constexpr std::uint64_t kAnswerLimit = 64 * 1024;

std::string networkResult(beast::error_code error)
{
    if (error == asio::error::connection_refused)
        return "1";
    if (error == beast::error::timeout)
        return "4";
    if (error.category() == asio::error::get_ssl_category())
        return "6";
    if (error == http::error::end_of_stream || error == asio::error::eof || error == asio::error::connection_reset ||
        error == asio::error::broken_pipe || error == http::error::partial_message ||
        error == asio::ssl::error::stream_truncated)
        return "2";
    return "99";
}

class BeastConnection : public WebhookConnection, public std::enable_shared_from_this<BeastConnection>
{
public:
    BeastConnection(asio::io_context &io, asio::ssl::context &tls, const WebhookUrl &url)
        : m_resolver(io)
        , m_io(io)
        , m_tls(tls)
        , m_url(url)
    {
        m_hostHeader = url.host.find(':') == std::string::npos ? url.host : '[' + url.host + ']';
        if (url.port != (url.tls ? 443 : 80))
            m_hostHeader += ':' + std::to_string(url.port);
    }

    const WebhookUrl &url() const override { return m_url; }

    void post(std::string body, Done done) override
    {
        m_done = std::move(done);
        m_began = SteadyClock::now();
        m_request = {};
        m_request.method(http::verb::post);
        m_request.target(m_url.target);
        m_request.version(11);
        m_request.set(http::field::host, m_hostHeader);
        m_request.set(http::field::user_agent, "WhatsApp/2.45.1 (simulated)");
        m_request.set(http::field::content_type, "application/json");
        m_request.body() = std::move(body);
        m_request.prepare_payload();
        m_reused = m_stream || m_secure;
        if (m_reused)
            write();
        else
            connect();
    }

    void stop() override
    {
        m_done = nullptr;
        ++m_generation;
        m_resolver.cancel();
        // Only closed, not destroyed: operations under way still refer to the stream.
        if (m_stream || m_secure)
            lowest().close();
    }

private:
    using SecureStream = beast::ssl_stream<beast::tcp_stream>;

    beast::tcp_stream &lowest() { return m_secure ? beast::get_lowest_layer(*m_secure) : *m_stream; }

    /// A handler that keeps this alive and is ignored when the connection was given up meanwhile.
    template<typename Next> auto guarded(Next next)
    {
        return [self = shared_from_this(), generation = m_generation, next](beast::error_code error, auto &&...) {
            if (generation != self->m_generation || !self->m_done)
                return;
            if (error)
                self->failed(error);
            else
                next(*self);
        };
    }

    void connect()
    {
        beast::error_code notNumeric;
        const auto address = asio::ip::make_address(m_url.host, notNumeric);
        openStream();
        if (!notNumeric) {
            lowest().async_connect(tcp::endpoint(address, m_url.port),
                                   guarded([](BeastConnection &c) { c.connected(); }));
            return;
        }
        m_resolver.async_resolve(
            m_url.host, std::to_string(m_url.port),
            [self = shared_from_this(), generation = m_generation](beast::error_code error,
                                                                   const tcp::resolver::results_type &endpoints) {
                if (generation != self->m_generation || !self->m_done)
                    return;
                if (error) {
                    self->failed(error);
                    return;
                }
                self->lowest().async_connect(endpoints, self->guarded([](BeastConnection &c) { c.connected(); }));
            });
    }

    void openStream()
    {
        ++m_generation;
        m_buffer.clear();
        if (m_url.tls) {
            m_secure.emplace(m_io, m_tls);
            SSL_set_tlsext_host_name(m_secure->native_handle(), m_url.host.c_str());
            m_secure->set_verify_callback(asio::ssl::host_name_verification(m_url.host));
        } else {
            m_stream.emplace(m_io);
        }
        lowest().expires_after(kRequestLimit);
    }

    void connected()
    {
        beast::error_code ignored;
        lowest().socket().set_option(tcp::no_delay(true), ignored);
        if (m_secure)
            m_secure->async_handshake(asio::ssl::stream_base::client, guarded([](BeastConnection &c) { c.write(); }));
        else
            write();
    }

    void write()
    {
        lowest().expires_after(kRequestLimit);
        const auto then = guarded([](BeastConnection &c) { c.read(); });
        if (m_secure)
            http::async_write(*m_secure, m_request, then);
        else
            http::async_write(*m_stream, m_request, then);
    }

    void read()
    {
        m_parser.emplace();
        m_parser->body_limit(kAnswerLimit);
        const auto then = guarded([](BeastConnection &c) { c.answered(); });
        if (m_secure)
            http::async_read(*m_secure, m_buffer, *m_parser, then);
        else
            http::async_read(*m_stream, m_buffer, *m_parser, then);
    }

    void answered()
    {
        const unsigned status = m_parser->get().result_int();
        if (m_parser->get().keep_alive())
            lowest().expires_never();
        else
            disconnect();
        finish(status == 200 ? "success" : std::to_string(status));
    }

    void failed(beast::error_code error)
    {
        const bool untouched = !m_parser || !m_parser->got_some();
        disconnect();
        // The receiver may close a connection that was idle: that says nothing about this callback.
        if (m_reused && untouched && networkResult(error) == "2") {
            m_reused = false;
            connect();
            return;
        }
        finish(networkResult(error));
    }

    void finish(std::string result)
    {
        const double tookMs = std::chrono::duration<double, std::milli>(SteadyClock::now() - m_began).count();
        Done done;
        done.swap(m_done);
        m_parser.reset();
        done(std::move(result), tookMs);
    }

    void disconnect()
    {
        ++m_generation;
        if (m_stream || m_secure)
            lowest().close();
        m_stream.reset();
        m_secure.reset();
        m_buffer.clear();
    }

    tcp::resolver m_resolver;
    asio::io_context &m_io;
    asio::ssl::context &m_tls;
    WebhookUrl m_url;
    std::string m_hostHeader;
    std::optional<beast::tcp_stream> m_stream;
    std::optional<SecureStream> m_secure;
    beast::flat_buffer m_buffer;
    http::request<http::string_body> m_request;
    std::optional<http::response_parser<http::string_body>> m_parser;
    Done m_done;
    SteadyClock::time_point m_began;
    std::uint64_t m_generation = 0;
    bool m_reused = false;
};

} // namespace

std::shared_ptr<WebhookConnection> WebhookConnection::make(asio::io_context &io, asio::ssl::context &tls,
                                                           const WebhookUrl &url)
{
    return std::make_shared<BeastConnection>(io, tls, url);
}

} // namespace barograph::sim
