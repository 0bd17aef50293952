// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "core/time.h"

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

#include <optional>

namespace barograph {

/// Answer of POST /v1/users/login. Source: WhatsApp Business API reference, "Users: login".
struct LoginAnswer
{
    Secret token;
    std::optional<UtcTime> expiresAt; ///< empty if `expires_after` is absent or not readable
};

/// `expires_after` is "2021-09-14 15:29:26+00:00": a blank instead of the T of ISO 8601. Both are accepted. Pure.
std::optional<UtcTime> parseExpiresAfter(const QString &text);

/// Reads {"users":[{"token":"…","expires_after":"…"}]}. The error is a sentence. Pure.
tl::expected<LoginAnswer, QString> parseLoginAnswer(const QByteArray &body);

/// True if a refused login says that the first password has to be changed. The documentation says that an error is
/// returned, but not which; so anything is accepted that is an error of the API about a (new) password, other than 401.
bool asksForNewPassword(int status, const QByteArray &body);

/// When to log in again, given the lifetime told at `now`: a tenth of it before its end, but at least ten seconds
/// after `now`. Nothing if the lifetime is unknown or already over, which means that the clocks disagree; then the
/// token is used until the node refuses it. Pure.
std::optional<UtcTime> renewalTime(UtcTime now, std::optional<UtcTime> expiresAt);

QByteArray basicAuthorization(const QString &userName, const Secret &password);

} // namespace barograph
