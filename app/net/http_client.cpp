// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_client.h"

#include "net/http_call.h"
#include "net/tls_trust.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QNetworkRequest>

namespace barograph {

namespace {

/// The system's proxy, but never for the machine itself: a proxy could not reach it, and would see the credentials.
class DirectToLoopback : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        const QString host = query.peerHostName();
        if (host == QLatin1String("localhost") || QHostAddress(host).isLoopback())
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

QNetworkRequest networkRequest(const HttpRequest &request, const HttpLimits &limits)
{
    QNetworkRequest network(request.url);
    network.setTransferTimeout(static_cast<int>(limits.idleTimeout.count()));
    network.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    network.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    network.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::SameOriginRedirectPolicy);
    network.setMaximumRedirectsAllowed(3);
    // Uncompressed, so that the size limit is about what is unpacked too.
    network.setRawHeader("Accept-Encoding", "identity");
    network.setRawHeader("Accept", "application/json, text/plain;q=0.5");
    network.setRawHeader("User-Agent", "Barograph/" BAROGRAPH_VERSION);
    if (!request.authorization.isEmpty())
        network.setRawHeader("Authorization", request.authorization);
    for (const auto &[name, value] : request.headers)
        network.setRawHeader(name, value);
    if (request.verb != HttpVerb::Get)
        network.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    return network;
}

} // namespace

HttpClient::HttpClient(TlsTrust trust, HttpLimits limits, QObject *parent)
    : QObject(parent)
    , m_trust(std::move(trust))
    , m_limits(limits)
    , m_access(new QNetworkAccessManager(this))
{
    m_access->setProxyFactory(new DirectToLoopback);
    m_access->setAutoDeleteReplies(false); // HttpCall owns them
    if (auto tls = tlsConfiguration(m_trust))
        m_tls = *tls;
    else
        m_tlsError = tls.error();
}

HttpClient::~HttpClient()
{
    // Before the manager goes, which would otherwise finish the replies and call back into objects half gone.
    qDeleteAll(findChildren<HttpCall *>(Qt::FindDirectChildrenOnly));
}

void HttpClient::send(const HttpRequest &request, QObject *context, Done done)
{
    const bool encrypted = request.url.scheme() == QLatin1String("https");
    if (encrypted && !m_tlsError.isEmpty()) {
        HttpReply reply;
        reply.fault = ProbeFault::CertificateRejected;
        reply.detail = m_tlsError;
        QMetaObject::invokeMethod(
            context, [done = std::move(done), reply] { done(reply); }, Qt::QueuedConnection);
        return;
    }
    QNetworkRequest network = networkRequest(request, m_limits);
    if (encrypted)
        network.setSslConfiguration(m_tls);
    QNetworkReply *reply = nullptr;
    switch (request.verb) {
    case HttpVerb::Get:
        reply = m_access->get(network);
        break;
    case HttpVerb::Post:
        reply = m_access->post(network, request.body);
        break;
    case HttpVerb::Patch:
        reply = m_access->sendCustomRequest(network, "PATCH", request.body);
        break;
    }
    new HttpCall(reply, m_trust, m_limits, context, std::move(done), this);
}

} // namespace barograph
