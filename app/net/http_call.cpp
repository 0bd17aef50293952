// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_call.h"

#include "net/http_date.h"
#include "net/http_fault.h"
#include "net/net_words.h"
#include "net/retry_after.h"
#include "net/shown_url.h"
#include "net/tls_trust.h"

#include <QDateTime>
#include <QSslCertificate>
#include <QSslError>

namespace barograph {

namespace {

/// Small enough that a hostile answer cannot fill memory before we see it grow.
constexpr qint64 kReadBufferBytes = qint64{256} * 1024;

} // namespace

HttpCall::HttpCall(QNetworkReply *reply, TlsTrust trust, HttpLimits limits, QObject *context, HttpClient::Done done,
                   QObject *parent)
    : QObject(parent)
    , m_reply(reply)
    , m_trust(std::move(trust))
    , m_limits(limits)
    , m_context(context)
    , m_done(std::move(done))
{
    m_reply->setParent(this);
    m_reply->setReadBufferSize(kReadBufferBytes);
    connect(m_reply, &QNetworkReply::encrypted, this, &HttpCall::checkPin);
    connect(m_reply, &QNetworkReply::sslErrors, this, &HttpCall::onSslErrors);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpCall::takeBytes);
    connect(m_reply, &QNetworkReply::downloadProgress, this, [this](qint64, qint64 total) {
        if (total > m_limits.maxReplyBytes)
            end(Ended::TooBig);
    });
    connect(m_reply, &QNetworkReply::finished, this, &HttpCall::onFinished);
    connect(context, &QObject::destroyed, this, [this] { delete this; });
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { end(Ended::TooLong); });
    m_deadline.start(m_limits.totalTimeout);
}

HttpCall::~HttpCall()
{
    m_reply->disconnect(this);
    m_reply->abort();
}

void HttpCall::end(Ended why)
{
    if (m_ended != Ended::No)
        return;
    m_ended = why;
    m_reply->abort();
}

void HttpCall::checkPin()
{
    if (m_trust.pinnedSha256.isEmpty())
        return;
    m_seen = fingerprintOf(m_reply->sslConfiguration().peerCertificate());
    // The handshake is complete, but no byte of the request has left: Qt waits for this slot.
    if (m_seen != m_trust.pinnedSha256)
        end(Ended::Certificate);
}

void HttpCall::onSslErrors(const QList<QSslError> &errors)
{
    QSslCertificate certificate = m_reply->sslConfiguration().peerCertificate();
    if (certificate.isNull() && !errors.isEmpty())
        certificate = errors.constFirst().certificate();
    m_seen = fingerprintOf(certificate);
    if (!m_trust.pinnedSha256.isEmpty() && m_seen == m_trust.pinnedSha256) {
        m_reply->ignoreSslErrors(errors);
        return;
    }
    m_tlsReason = errors.isEmpty() ? QString() : errors.constFirst().errorString();
    m_ended = Ended::Certificate; // Qt itself breaks the handshake off when the errors are not ignored.
}

void HttpCall::takeBytes()
{
    if (m_ended != Ended::No)
        return;
    m_body += m_reply->readAll();
    if (m_body.size() > m_limits.maxReplyBytes)
        end(Ended::TooBig);
}

void HttpCall::onFinished()
{
    takeBytes();
    m_deadline.stop();
    // Told from the event loop, so that whoever hears it may destroy the client that is emitting right now.
    if (m_context) {
        QMetaObject::invokeMethod(
            m_context, [done = std::move(m_done), reply = outcome()] { done(reply); }, Qt::QueuedConnection);
        m_context->disconnect(this);
    }
    deleteLater();
}

HttpReply HttpCall::outcome()
{
    const QUrl url = m_reply->url();
    HttpReply reply;
    reply.sentAt = m_sentAt;
    reply.receivedAt = utcNow();
    reply.date = parseHttpDate(m_reply->rawHeader("Date"));
    if (const auto certificate = m_reply->sslConfiguration().peerCertificate(); !certificate.isNull())
        reply.certificateExpires = fromUnixMillis(certificate.expiryDate().toMSecsSinceEpoch());
    const auto fail = [&reply](const FaultText &text) {
        reply.fault = text.fault;
        reply.detail = text.detail;
        return reply;
    };
    switch (m_ended) {
    case Ended::TooLong:
        return fail(faultOfNetworkError(QNetworkReply::TimeoutError, url));
    case Ended::TooBig:
        return fail({ProbeFault::BadAnswer,
                     NetWords::tr("%1 sent more than %2 MiB, which no answer of a node needs. Check its address.")
                         .arg(hostAndPort(url), QString::number(m_limits.maxReplyBytes >> 20))});
    case Ended::Certificate:
        reply.seenFingerprint = m_seen;
        return fail(faultOfCertificate(m_seen, !m_trust.pinnedSha256.isEmpty(), m_tlsReason, url));
    case Ended::No:
        break;
    }
    reply.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    reply.contentType = m_reply->rawHeader("Content-Type");
    reply.body = m_body;
    const auto error = m_reply->error();
    // Qt reports 4xx and 5xx as network errors too. A broken transfer of a 2xx answer is one without a bad status.
    if (reply.status >= 300) {
        if (reply.status == 429 || reply.status == 503)
            reply.retryAfter = parseRetryAfter(m_reply->rawHeader("Retry-After"), utcNow());
        return fail(faultOfStatus(reply.status, reply.body, url));
    }
    if (error != QNetworkReply::NoError)
        return fail(faultOfNetworkError(error, url));
    if (reply.status < 200)
        return fail(faultOfNetworkError(QNetworkReply::ProtocolFailure, url));
    return reply;
}

} // namespace barograph
