// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/onprem/probe_settings.h"

#include "net/json_pointer.h"
#include "nodes/probe_words.h"

#include <QJsonDocument>

namespace barograph {

namespace {

/// Old clients write some switches as texts.
std::optional<bool> toBool(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool();
    if (value.toString() == QLatin1String("true"))
        return true;
    if (value.toString() == QLatin1String("false"))
        return false;
    return std::nullopt;
}

} // namespace

tl::expected<QJsonObject, QString> parseSettingsAnswer(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return tl::unexpected(
            ProbeWords::tr("The settings answer is not JSON. Check that the address is an on-premises "
                           "client's."));
    const QJsonValue wrapped = jsonAt(document.object(), QStringLiteral("/settings/application"));
    if (wrapped.isObject())
        return wrapped.toObject();
    if (document.object().contains(QLatin1String("settings")) || document.object().contains(QLatin1String("errors"))) {
        return tl::unexpected(ProbeWords::tr("The settings answer holds no application settings. Check the client's "
                                             "version."));
    }
    return document.object();
}

CallbackSwitch callbackSwitchOf(const QJsonObject &settings)
{
    if (jsonAt(settings, QStringLiteral("/webhooks/message")).isObject())
        return CallbackSwitch::EachStatus;
    return toBool(settings.value(QLatin1String("sent_status"))) ? CallbackSwitch::SentOnly : CallbackSwitch::Unknown;
}

std::optional<CallbackSettings> callbacksOf(const QJsonObject &settings)
{
    const QJsonValue message = jsonAt(settings, QStringLiteral("/webhooks/message"));
    if (message.isObject()) {
        const auto sent = toBool(message[QLatin1String("sent")]);
        const auto delivered = toBool(message[QLatin1String("delivered")]);
        const auto read = toBool(message[QLatin1String("read")]);
        if (sent && delivered && read)
            return CallbackSettings{*sent, *delivered, *read};
        return std::nullopt;
    }
    if (const auto sent = toBool(settings.value(QLatin1String("sent_status"))))
        return CallbackSettings{*sent, true, true};
    return std::nullopt;
}

} // namespace barograph
