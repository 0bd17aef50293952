// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_fault.h"

#include "net/json_pointer.h"
#include "net/net_words.h"
#include "net/shown_url.h"
#include "net/tls_trust.h"
#include "text/joined.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace barograph {

QString httpVerbName(HttpVerb verb)
{
    switch (verb) {
    case HttpVerb::Get:
        return QStringLiteral("GET");
    case HttpVerb::Post:
        return QStringLiteral("POST");
    case HttpVerb::Patch:
        return QStringLiteral("PATCH");
    }
    return {};
}

int onPremErrorCode(const QByteArray &body)
{
    // An error body is short; anything long is some proxy's page.
    constexpr qsizetype kLongestErrorBody = qsizetype{64} * 1024;
    if (body.size() > kLongestErrorBody)
        return 0;
    const QJsonDocument document = QJsonDocument::fromJson(body);
    return document.isObject() ? jsonAt(document.object(), QStringLiteral("/errors/0/code")).toInt() : 0;
}

QString onPremErrorText(int code)
{
    switch (code) {
    case 1005:
        return NetWords::tr("access denied, or the client version has expired");
    case 1006:
        return NetWords::tr("not found");
    case 1011:
        return NetWords::tr("the service is not ready yet");
    case 1014:
        return NetWords::tr("internal error, often the CoreApp being down");
    case 1015:
        return NetWords::tr("too many requests");
    case 1016:
        return NetWords::tr("the node is overloaded, a queue of it may be full");
    case 1017:
        return NetWords::tr("asked a node that is not the primary master; a failover may be under way");
    case 1018:
        return NetWords::tr("asked a node that is not the primary CoreApp; a failover may be under way");
    default:
        return {};
    }
}

namespace {

QString codeNote(const QByteArray &body)
{
    const int code = onPremErrorCode(body);
    if (code == 0)
        return {};
    const QString text = onPremErrorText(code);
    return text.isEmpty() ? NetWords::tr("It tells error %1.").arg(code)
                          : NetWords::tr("It tells error %1: %2.").arg(QString::number(code), text);
}

} // namespace

FaultText faultOfStatus(int status, const QByteArray &body, const QUrl &url)
{
    const QString where = hostAndPort(url);
    const auto said = [note = codeNote(body)](const QString &what, const QString &advice) {
        return joinedSentences({what, note, advice});
    };
    switch (status) {
    case 401:
        return {ProbeFault::Unauthorized,
                said(NetWords::tr("%1 refused the user name, password or key (401).").arg(where),
                     NetWords::tr("Check what is stored for this node."))};
    case 403:
        return {ProbeFault::Forbidden,
                said(NetWords::tr("%1 does not allow this user to ask for %2 (403).").arg(where, url.path()),
                     NetWords::tr("Use an account with the admin role."))};
    case 404:
        return {ProbeFault::BadAnswer, said(NetWords::tr("%1 knows no %2 (404).").arg(where, url.path()),
                                            NetWords::tr("Check the address of this node and its client version."))};
    case 429:
        return {ProbeFault::TooManyRequests,
                said(NetWords::tr("%1 says that it is asked too often (429).").arg(where),
                     NetWords::tr("Barograph asks less often now; check what else asks this node."))};
    case 503:
        return {ProbeFault::Overloaded, said(NetWords::tr("%1 is overloaded (503).").arg(where),
                                             NetWords::tr("Send less until it has caught up."))};
    default:
        break;
    }
    const QString number = QString::number(status);
    if (status >= 500) {
        return {ProbeFault::ServerError, said(NetWords::tr("%1 failed (HTTP %2).").arg(where, number),
                                              NetWords::tr("Look into the logs of its WebApp and CoreApp."))};
    }
    if (status >= 300 && status < 400) {
        return {ProbeFault::BadAnswer,
                NetWords::tr("%1 points somewhere else (HTTP %2), which is not followed. Configure the final address.")
                    .arg(where, number)};
    }
    return {ProbeFault::BadAnswer, said(NetWords::tr("%1 answered HTTP %2 to %3.").arg(where, number, url.path()),
                                        NetWords::tr("Check the address of this node."))};
}

FaultText faultOfNetworkError(QNetworkReply::NetworkError error, const QUrl &url)
{
    const QString where = hostAndPort(url);
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return {ProbeFault::NameNotFound,
                NetWords::tr("The name %1 cannot be resolved. Check the address of this node and the DNS.")
                    .arg(url.host())};
    case QNetworkReply::ConnectionRefusedError:
        return {
            ProbeFault::Unreachable,
            NetWords::tr("%1 refused the connection. Check that the node runs and that the port is right.").arg(where)};
    case QNetworkReply::RemoteHostClosedError:
        return {ProbeFault::Unreachable,
                NetWords::tr("%1 closed the connection without an answer. Check that the port is the node's and "
                             "whether the address should start with https.")
                    .arg(where)};
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        return {ProbeFault::Timeout,
                NetWords::tr("%1 did not answer in time. It may be overloaded, or a firewall drops the packets.")
                    .arg(where)};
    case QNetworkReply::SslHandshakeFailedError:
        return {ProbeFault::BadAnswer,
                NetWords::tr("%1 does not speak TLS the way we do. Check the port, and whether the address should "
                             "start with http.")
                    .arg(where)};
    case QNetworkReply::InsecureRedirectError:
    case QNetworkReply::TooManyRedirectsError:
        return {ProbeFault::BadAnswer,
                NetWords::tr("%1 redirects to another place, which is not followed. Configure the final address.")
                    .arg(where)};
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return {ProbeFault::BadAnswer,
                NetWords::tr("%1 answered something that is not HTTP. Check the port, and whether the address should "
                             "start with https.")
                    .arg(where)};
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return {ProbeFault::Unreachable,
                NetWords::tr("The proxy on the way to %1 cannot be used. Check the proxy settings, or add this host "
                             "to no_proxy.")
                    .arg(where)};
    default:
        return {ProbeFault::Unreachable,
                NetWords::tr("%1 cannot be reached. Check the network between this machine and the node.").arg(where)};
    }
}

FaultText faultOfCertificate(const QString &seen, bool pinned, const QString &reason, const QUrl &url)
{
    const QString where = hostAndPort(url);
    const QString print = shownFingerprint(seen);
    if (pinned) {
        return {ProbeFault::CertificateRejected,
                NetWords::tr("%1 showed another certificate than the pinned one. Nothing was sent. It showed SHA-256 "
                             "%2. If the node's certificate was renewed, compare and pin the new one.")
                    .arg(where, print)};
    }
    return {ProbeFault::CertificateRejected,
            NetWords::tr("The certificate of %1 is not trusted (%2). Nothing was sent. Its SHA-256 is %3. Compare it "
                         "with the node's own, then pin it or name its CA file.")
                .arg(where, reason, print)};
}

} // namespace barograph
