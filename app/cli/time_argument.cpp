// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/time_argument.h"

#include <QDateTime>
#include <QRegularExpression>

#include <optional>

namespace barograph {

namespace {

std::optional<UtcSecond> parseRelative(const QString &text, UtcTime now)
{
    static const QRegularExpression kPattern(QStringLiteral("^-([0-9]{1,9})([smhd])$"));
    const auto match = kPattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    qint64 seconds = match.captured(1).toLongLong();
    switch (match.captured(2).front().unicode()) {
    case 'm':
        seconds *= 60;
        break;
    case 'h':
        seconds *= 3600;
        break;
    case 'd':
        seconds *= 86400;
        break;
    default:
        break;
    }
    return secondOf(now) - Seconds{seconds};
}

std::optional<UtcSecond> parseAbsolute(const QString &text, const QTimeZone &zone)
{
    static const QRegularExpression kPattern(
        QStringLiteral("^(\\d{4})-(\\d\\d)-(\\d\\d)"
                       "(?:[T ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.\\d+)?)?(Z|[+-]\\d\\d:?\\d\\d)?)?$"));
    const auto match = kPattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto number = [&](int group) { return match.captured(group).toInt(); };
    const QDate date(number(1), number(2), number(3));
    const QTime time(number(4), number(5), number(6));
    if (!date.isValid() || !time.isValid())
        return std::nullopt;
    const QString offset = match.captured(7);
    if (offset.isEmpty()) {
        const QDateTime local(date, time, zone);
        // A skipped hour is moved by Qt instead of refused.
        if (!local.isValid() || local.date() != date || local.time() != time)
            return std::nullopt;
        return fromUnixSeconds(local.toSecsSinceEpoch());
    }
    const auto utc = fromUnixSeconds(QDateTime(date, time, Qt::UTC).toSecsSinceEpoch());
    if (offset == QLatin1String("Z"))
        return utc;
    const int hours = offset.mid(1, 2).toInt();
    const int minutes = offset.right(2).toInt();
    if (hours > 14 || minutes > 59)
        return std::nullopt;
    const Seconds shift{hours * 3600 + minutes * 60};
    return offset.front() == QLatin1Char('-') ? utc + shift : utc - shift;
}

} // namespace

tl::expected<UtcSecond, QString> parseTimeArgument(const QString &text, UtcTime now, const QTimeZone &zone)
{
    const QString trimmed = text.trimmed();
    if (trimmed == QLatin1String("now"))
        return secondOf(now);
    if (const auto relative = parseRelative(trimmed, now))
        return *relative;
    if (const auto absolute = parseAbsolute(trimmed, zone))
        return *absolute;
    return tl::unexpected(QStringLiteral("\"%1\" is not a time. Give for instance 2026-01-31T14:00, "
                                         "2026-01-31T14:00:00+05:30, 2026-01-31T08:30:00Z, -2h or now.")
                              .arg(text));
}

} // namespace barograph
