// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

#include <QByteArray>
#include <QJsonObject>

#include <tl/expected.hpp>

#include <optional>

namespace barograph {

/// The settings object inside the answer of GET /v1/settings/application, which is wrapped as
/// {"settings":{"application":{…}}} or stands alone. The error is a sentence. Pure.
tl::expected<QJsonObject, QString> parseSettingsAnswer(const QByteArray &body);

/// How a client lets its status callbacks be switched.
enum class CallbackSwitch : quint8 {
    Unknown,   ///< neither of the two is in the settings
    SentOnly,  ///< `sent_status` (before v2.41.2): delivered and read are always on
    EachStatus ///< `webhooks.message.{sent,delivered,read}` (v2.41.2 and later)
};
CallbackSwitch callbackSwitchOf(const QJsonObject &settings);

/// Which status callbacks the settings ask for; nothing where they do not say. `webhooks.message.*` is preferred, then
/// `sent_status`. Source: WhatsApp Business API reference, "Application settings". Pure.
std::optional<CallbackSettings> callbacksOf(const QJsonObject &settings);

} // namespace barograph
