// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/onprem/probe_login.h"

#include "net/http_fault.h"
#include "net/json_pointer.h"
#include "nodes/probe_words.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

namespace barograph {

std::optional<UtcTime> parseExpiresAfter(const QString &text)
{
    constexpr qsizetype kDateDigits = 10;
    if (text.size() > 40)
        return std::nullopt;
    QString iso = text.trimmed();
    if (iso.size() > kDateDigits && iso.at(kDateDigits) == QLatin1Char(' '))
        iso[kDateDigits] = QLatin1Char('T');
    QDateTime time = QDateTime::fromString(iso, Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC); // no zone given: the API speaks UTC
    return fromUnixMillis(time.toMSecsSinceEpoch());
}

tl::expected<LoginAnswer, QString> parseLoginAnswer(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    const QString token = jsonAt(document.object(), QStringLiteral("/users/0/token")).toString();
    constexpr qsizetype kLongestToken = 8192;
    const bool usable = !token.isEmpty() && token.size() <= kLongestToken &&
                        std::all_of(token.begin(), token.end(), [](QChar c) { return c > u' ' && c < u'\x7f'; });
    if (!usable) {
        return tl::unexpected(
            ProbeWords::tr("The login was answered without a usable token. Check that the address is an "
                           "on-premises client's."));
    }
    const QString expires = jsonAt(document.object(), QStringLiteral("/users/0/expires_after")).toString();
    return LoginAnswer{Secret(token.toLatin1()), parseExpiresAfter(expires)};
}

bool asksForNewPassword(int status, const QByteArray &body)
{
    if (status < 400 || status >= 500 || status == 401 || status == 404 || status == 429)
        return false;
    constexpr int kParameterMissing = 1008;
    if (onPremErrorCode(body) == kParameterMissing)
        return true;
    return onPremErrorCode(body) != 0 && body.toLower().contains("password");
}

std::optional<UtcTime> renewalTime(UtcTime now, std::optional<UtcTime> expiresAt)
{
    if (!expiresAt || *expiresAt <= now)
        return std::nullopt;
    const Millis lifetime = *expiresAt - now;
    return now + std::max(Millis{10'000}, lifetime - lifetime / 10);
}

QByteArray basicAuthorization(const QString &userName, const Secret &password)
{
    const QByteArray pair = userName.toUtf8() + ':' + password.reveal();
    return "Basic " + pair.toBase64();
}

} // namespace barograph
