// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/onprem/probe_watched_settings.h"

#include "net/json_pointer.h"
#include "net/shown_url.h"
#include "nodes/onprem/probe_text.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QStringList>
#include <QUrl>

#include <array>

namespace barograph {

namespace {

constexpr std::array kWatchedKeys{"webhooks.url",
                                  "webhooks.max_concurrent_requests",
                                  "webhooks.message.sent",
                                  "webhooks.message.delivered",
                                  "webhooks.message.read",
                                  "webhooks.message.played",
                                  "sent_status",
                                  "callback_persist",
                                  "callback_backoff_delay_ms",
                                  "max_callback_backoff_delay_ms",
                                  "heartbeat_interval",
                                  "unhealthy_interval",
                                  "media.auto_download",
                                  "pass_through",
                                  "db_garbagecollector_enable",
                                  "garbagecollector_enable.messages",
                                  "garbagecollector_enable.media",
                                  "notify_user_change_number",
                                  "show_security_notifications",
                                  "axolotl_context_striping_disabled"};

QString watchedUrl(const QString &text)
{
    constexpr qsizetype kHexDigits = 6;
    if (text.isEmpty())
        return QStringLiteral("none");
    const QByteArray hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex();
    // Of what is no address at all, nothing can be told to be fit for showing.
    const QUrl url(text);
    const QString shown = url.isValid() && !url.host().isEmpty() ? shownWebhookUrl(url) : QStringLiteral("•••");
    return shown % QLatin1String(" (#") % QString::fromLatin1(hash.left(kHexDigits)) % QLatin1Char(')');
}

/// The order of a list means nothing in these settings.
QString watchedList(const QJsonArray &list)
{
    QStringList parts;
    for (const auto &part : list)
        parts << part.toVariant().toString();
    parts.sort();
    return parts.isEmpty() ? QStringLiteral("none") : printableText(parts.join(QStringLiteral(", ")));
}

QString watchedValue(const QString &key, const QJsonValue &value)
{
    if (key == QLatin1String("webhooks.url"))
        return watchedUrl(value.toString());
    if (value.isArray())
        return watchedList(value.toArray());
    // Switches and numbers are texts in some versions of the API: that alone is no change.
    const QString text = value.toVariant().toString();
    if (text == QLatin1String("true"))
        return QStringLiteral("on");
    if (text == QLatin1String("false"))
        return QStringLiteral("off");
    return text.isEmpty() ? QStringLiteral("none") : printableText(text);
}

} // namespace

std::vector<SettingSeen> watchedSettings(const QJsonObject &settings)
{
    std::vector<SettingSeen> seen;
    for (const char *name : kWatchedKeys) {
        const QString key = QString::fromLatin1(name);
        QString pointer = key;
        const QJsonValue value =
            jsonAt(settings, QLatin1Char('/') % pointer.replace(QLatin1Char('.'), QLatin1Char('/')));
        if (!value.isUndefined() && !value.isNull() && !value.isObject())
            seen.push_back({key, watchedValue(key, value)});
    }
    return seen;
}

} // namespace barograph
