// SPDX-License-Identifier: GPL-3.0-or-later
#include "callback_sender.h"

#include "webhook_connection.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ssl/context.hpp>

#include <map>

namespace barograph::sim {
namespace {

namespace asio = boost::asio;

} // namespace

struct CallbackSender::State
{
    explicit State(asio::io_context &context)
        : io(context)
    {}
    asio::io_context &io;
    asio::ssl::context tls{asio::ssl::context::tls_client};
    std::map<int, std::shared_ptr<WebhookConnection>> connections;
};

CallbackSender::CallbackSender(asio::io_context &io)
    : m_state(std::make_shared<State>(io))
{}

CallbackSender::~CallbackSender()
{
    stop();
}

tl::expected<void, std::string> CallbackSender::setTrust(const WebhookTrust &trust)
{
    boost::system::error_code error;
    auto &tls = m_state->tls;
    if (trust.insecure) {
        tls.set_verify_mode(asio::ssl::verify_none, error);
        return {};
    }
    tls.set_verify_mode(asio::ssl::verify_peer, error);
    if (trust.caFile.empty())
        tls.set_default_verify_paths(error);
    else
        tls.load_verify_file(trust.caFile, error);
    if (error)
        return tl::unexpected("--webhook-ca: cannot read " + trust.caFile + " as PEM: " + error.message());
    return {};
}

void CallbackSender::post(int slot, const WebhookUrl &url, std::string body, Done done)
{
    auto &connection = m_state->connections[slot];
    if (!connection || connection->url() != url) {
        if (connection)
            connection->stop();
        connection = WebhookConnection::make(m_state->io, m_state->tls, url);
    }
    connection->post(std::move(body), std::move(done));
}

void CallbackSender::stop()
{
    for (auto &[slot, connection] : m_state->connections)
        connection->stop();
    m_state->connections.clear();
}

} // namespace barograph::sim
