// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/shown_url.h"

namespace barograph {

QString hostAndPort(const QUrl &url)
{
    const QString host = url.host();
    const QString bracketed = host.contains(QLatin1Char(':')) ? QLatin1Char('[') % host % QLatin1Char(']') : host;
    return url.port() < 0 ? bracketed : bracketed % QLatin1Char(':') % QString::number(url.port());
}

QString shownUrl(const QUrl &url)
{
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

QString shownWebhookUrl(const QUrl &url)
{
    if (url.isEmpty())
        return {};
    QUrl shown = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    const QString path = url.path();
    const qsizetype second = path.indexOf(QLatin1Char('/'), 1);
    const bool hidesSomething = url.hasQuery() || url.hasFragment() || (second > 0 && second + 1 < path.size());
    if (second > 0)
        shown.setPath(path.left(second));
    QString text = shown.toString();
    if (hidesSomething)
        text += QStringLiteral("/•••");
    return text;
}

} // namespace barograph
