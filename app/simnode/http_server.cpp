// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_server.h"

#include "self_signed.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

#include <chrono>
#include <optional>
#include <type_traits>

namespace barograph::sim {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using tcp = asio::ip::tcp;
using namespace std::chrono_literals;

constexpr std::uint64_t kBodyLimit = std::uint64_t{1024} * 1024;
constexpr std::uint32_t kHeaderLimit = 16 * 1024;
constexpr std::size_t kMaxConnections = 512;
constexpr auto kIdleLimit = 60s;
constexpr auto kWriteLimit = 30s;
constexpr auto kHandshakeLimit = 15s;

} // namespace

struct HttpServer::State : std::enable_shared_from_this<HttpServer::State>
{
    State(asio::io_context &context, HttpHandler handle)
        : acceptor(context)
        , pause(context)
        , handler(std::move(handle))
    {}
    void accept();

    tcp::acceptor acceptor;
    asio::steady_timer pause;
    std::optional<asio::ssl::context> tls;
    HttpHandler handler;
    std::size_t connections = 0;
};

namespace {

template<typename Stream> class Session : public std::enable_shared_from_this<Session<Stream>>
{
public:
    using Server = HttpServer;
    template<typename State, typename... Arguments>
    explicit Session(std::shared_ptr<State> state, Arguments &&...arguments)
        : m_stream(std::forward<Arguments>(arguments)...)
        , m_handler(state->handler)
        , m_counted(state, &state->connections)
    {
        ++*m_counted;
    }
    ~Session() { --*m_counted; }
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    void start()
    {
        if constexpr (kSecure) {
            lowest().expires_after(kHandshakeLimit);
            m_stream.async_handshake(asio::ssl::stream_base::server,
                                     [self = this->shared_from_this()](beast::error_code error) {
                                         if (!error)
                                             self->read();
                                     });
        } else {
            read();
        }
    }

private:
    static constexpr bool kSecure = !std::is_same_v<Stream, beast::tcp_stream>;

    beast::tcp_stream &lowest() { return beast::get_lowest_layer(m_stream); }

    void read()
    {
        m_parser.emplace();
        m_parser->body_limit(kBodyLimit);
        m_parser->header_limit(kHeaderLimit);
        lowest().expires_after(kIdleLimit);
        http::async_read(
            m_stream, m_buffer, *m_parser,
            [self = this->shared_from_this()](beast::error_code error, std::size_t) { self->onRead(error); });
    }

    void onRead(beast::error_code error)
    {
        if (error) {
            refuse(error);
            return;
        }
        auto &message = m_parser->get();
        HttpRequest request;
        request.method = std::string(message.method_string());
        const std::string target(message.target());
        const auto question = target.find('?');
        request.path = target.substr(0, question);
        request.query = question == std::string::npos ? std::string() : target.substr(question + 1);
        request.authorization = std::string(message[http::field::authorization]);
        request.body = std::move(message.body());
        m_version = message.version();
        m_keepAlive = message.keep_alive();
        lowest().expires_never(); // the handler decides when to answer
        m_handler(request, [self = this->shared_from_this()](HttpReply reply) { self->write(std::move(reply)); });
    }

    void refuse(beast::error_code error)
    {
        HttpReply reply;
        reply.contentType = "text/plain";
        if (error == http::error::body_limit)
            reply.status = 413;
        else if (error == http::error::header_limit)
            reply.status = 431;
        else if (error.category() == make_error_code(http::error::bad_method).category() &&
                 error != http::error::end_of_stream && error != http::error::partial_message)
            reply.status = 400;
        else {
            close();
            return;
        }
        m_keepAlive = false;
        write(std::move(reply));
    }

    void write(HttpReply reply)
    {
        m_response = http::response<http::string_body>(static_cast<http::status>(reply.status), m_version);
        m_response.set(http::field::server, "barograph-simnode");
        m_response.set(http::field::content_type, reply.contentType);
        for (const auto &[name, value] : reply.headers)
            m_response.set(name, value);
        m_response.keep_alive(m_keepAlive);
        m_response.body() = std::move(reply.body);
        m_response.prepare_payload();
        lowest().expires_after(kWriteLimit);
        http::async_write(m_stream, m_response,
                          [self = this->shared_from_this()](beast::error_code error, std::size_t) {
                              if (!error && self->m_keepAlive)
                                  self->read();
                              else
                                  self->close();
                          });
    }

    void close()
    {
        beast::error_code ignored;
        lowest().socket().shutdown(tcp::socket::shutdown_send, ignored);
    }

    Stream m_stream;
    HttpHandler m_handler;
    std::shared_ptr<std::size_t> m_counted;
    beast::flat_buffer m_buffer;
    std::optional<http::request_parser<http::string_body>> m_parser;
    http::response<http::string_body> m_response;
    unsigned m_version = 11;
    bool m_keepAlive = true;
};

} // namespace

void HttpServer::State::accept()
{
    acceptor.async_accept([self = shared_from_this()](beast::error_code error, tcp::socket socket) {
        if (error == asio::error::operation_aborted || !self->acceptor.is_open())
            return;
        if (error) {
            // Out of descriptors, most likely: trying again at once would only burn the processor.
            self->pause.expires_after(100ms);
            self->pause.async_wait([self](beast::error_code) { self->accept(); });
            return;
        }
        if (self->connections < kMaxConnections) {
            beast::error_code ignored;
            socket.set_option(tcp::no_delay(true), ignored);
            if (self->tls) {
                std::make_shared<Session<beast::ssl_stream<beast::tcp_stream>>>(
                    self, beast::tcp_stream(std::move(socket)), *self->tls)
                    ->start();
            } else {
                std::make_shared<Session<beast::tcp_stream>>(self, std::move(socket))->start();
            }
        }
        self->accept();
    });
}

HttpServer::HttpServer(asio::io_context &io, const SelfSigned *identity, HttpHandler handler)
    : m_state(std::make_shared<State>(io, std::move(handler)))
{
    if (identity == nullptr)
        return;
    m_state->tls.emplace(asio::ssl::context::tls_server);
    m_state->tls->set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_tlsv1 |
                              asio::ssl::context::no_tlsv1_1);
    m_state->tls->use_certificate_chain(asio::buffer(identity->certificatePem));
    m_state->tls->use_private_key(asio::buffer(identity->keyPem), asio::ssl::context::pem);
}

HttpServer::~HttpServer()
{
    stop();
}

tl::expected<void, std::string> HttpServer::listen(const std::string &address, std::uint16_t port)
{
    beast::error_code error;
    const auto ip = asio::ip::make_address(address, error);
    if (error)
        return tl::unexpected("--listen: \"" + address + "\" is not a numeric address");
    const tcp::endpoint endpoint(ip, port);
    auto &acceptor = m_state->acceptor;
    acceptor.open(endpoint.protocol(), error);
    if (!error)
        acceptor.set_option(asio::socket_base::reuse_address(true), error);
    if (!error)
        acceptor.bind(endpoint, error);
    if (!error)
        acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error) {
        return tl::unexpected("cannot listen on " + address + ":" + std::to_string(port) + ": " + error.message() +
                              "; choose another --listen address or port 0");
    }
    m_state->accept();
    return {};
}

std::uint16_t HttpServer::port() const
{
    beast::error_code error;
    const auto endpoint = m_state->acceptor.local_endpoint(error);
    return error ? std::uint16_t{0} : endpoint.port();
}

void HttpServer::stop()
{
    beast::error_code ignored;
    m_state->acceptor.close(ignored);
    m_state->pause.cancel();
}

} // namespace barograph::sim
