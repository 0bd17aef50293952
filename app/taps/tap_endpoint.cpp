// SPDX-License-Identifier: GPL-3.0-or-later
#include "taps/tap_endpoint.h"

#include <QUrlQuery>

namespace barograph {

namespace {

const QLatin1String kSocketIoPath("/socket.io");

/// A path without slashes at its end.
QString barePath(const QUrl &url)
{
    QString path = url.path();
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    return path;
}

QString encoded(const QByteArray &text)
{
    return QString::fromLatin1(text.toPercentEncoding("*"));
}

} // namespace

bool kindHasTap(NodeKind kind)
{
    return kind == NodeKind::Waha || kind == NodeKind::Evolution;
}

QStringList defaultWahaEvents()
{
    return {QStringLiteral("message.any"), QStringLiteral("message.ack"), QStringLiteral("message.ack.group"),
            QStringLiteral("session.status")};
}

QNetworkRequest wahaTapRequest(const TapConfig &tap, const Secret &key)
{
    QUrl url = tap.url;
    if (barePath(url).isEmpty())
        url.setPath(QStringLiteral("/ws"));
    QStringList query;
    const auto given = QUrlQuery(url).queryItems(QUrl::FullyEncoded);
    bool hasSession = false;
    for (const auto &[name, value] : given) {
        hasSession = hasSession || name == QLatin1String("session");
        query << name % QLatin1Char('=') % value;
    }
    if (!hasSession)
        query << QStringLiteral("session=*");
    for (const auto &event : tap.events.isEmpty() ? defaultWahaEvents() : tap.events)
        query << QLatin1String("events=") % encoded(event.toUtf8());
    if (!key.isEmpty())
        query << QLatin1String("x-api-key=") % encoded(key.reveal());
    url.setQuery(query.join(QLatin1Char('&')), QUrl::StrictMode);
    return QNetworkRequest(url);
}

QNetworkRequest evolutionTapRequest(const TapConfig &tap, const Secret &key)
{
    QUrl url = tap.url;
    const QString path = barePath(url);
    url.setPath((path.endsWith(kSocketIoPath) ? path : QString(kSocketIoPath)) % QLatin1Char('/'));
    url.setQuery(QStringLiteral("EIO=4&transport=websocket"));
    QNetworkRequest request(url);
    if (!key.isEmpty())
        request.setRawHeader("apikey", key.reveal());
    return request;
}

QString evolutionNameSpace(const TapConfig &tap)
{
    if (!tap.instance.isEmpty())
        return QLatin1Char('/') % tap.instance;
    const QString path = barePath(tap.url);
    return path.isEmpty() || path.endsWith(kSocketIoPath) ? QStringLiteral("/") : path;
}

} // namespace barograph
