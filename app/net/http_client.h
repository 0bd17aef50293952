// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"
#include "net/http_types.h"

#include <QObject>
#include <QSslConfiguration>

#include <functional>

class QNetworkAccessManager;

namespace barograph {

/// HTTP/1.1 client of one node: asynchronous, with limits, and with this node's own idea of whom to trust.
///
/// Every instance has a QNetworkAccessManager of its own, because a manager reuses connections per host: two nodes
/// behind one address with different pins must never share one.
/// No cookies, no HTTP/2, no redirects to another origin, no proxy for loopback addresses. If a certificate is pinned,
/// exactly that certificate is accepted, and nothing is sent before it was compared.
/// Not thread-safe: lives on one thread with an event loop.
class HttpClient : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const HttpReply &)>;

    explicit HttpClient(TlsTrust trust, HttpLimits limits = {}, QObject *parent = nullptr);
    /// Aborts what is under way; its callbacks are not called.
    ~HttpClient() override;

    /// Calls `done` exactly once, always later and from the event loop. If `context` or this client is destroyed while
    /// the request is under way, it is aborted and `done` is not called. A 2xx answer gives fault None.
    void send(const HttpRequest &request, QObject *context, Done done);

private:
    TlsTrust m_trust;
    HttpLimits m_limits;
    QSslConfiguration m_tls;
    QString m_tlsError; ///< not empty: https cannot be used, and why
    QNetworkAccessManager *m_access;
};

} // namespace barograph
