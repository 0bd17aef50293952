// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/numbers.h"

#include "text/shown_locale.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace barograph {

namespace {

struct NumberWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Number)
};

/// Groups of three always. Qt 6.4 writes 1234567 as "1234.567" in languages that leave four digits together.
QString grouped(const QLocale &locale, QString number)
{
    const auto point = number.indexOf(locale.decimalPoint());
    for (auto at = (point < 0 ? number.size() : point) - 3; at > 0 && number.at(at - 1).isDigit(); at -= 3)
        number.insert(at, locale.groupSeparator());
    return number;
}

QString writtenNumber(double number, int decimals)
{
    const QLocale locale = shownLocale();
    return grouped(locale, locale.toString(number, 'f', decimals));
}

struct DurationWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Duration)
};

} // namespace

QString formatCount(qint64 count)
{
    const QLocale locale = shownLocale();
    return grouped(locale, locale.toString(count));
}

int pluralOf(qint64 count)
{
    // Languages choose by the last two digits at most, but for what is a round million.
    constexpr qint64 kWritten = 1'000'000;
    return static_cast<int>(count < kWritten ? count : kWritten + count % kWritten);
}

QString formatRate(double perSecond)
{
    // Rounded first, so that 99.96 is not shown as 100.0.
    const bool large = std::abs(perSecond) >= 99.95;
    const QLocale locale = shownLocale();
    const auto text = writtenNumber(perSecond, large ? 0 : 1);
    const QString noTenths = locale.decimalPoint() + locale.zeroDigit();
    return !large && text.endsWith(noTenths) ? text.chopped(noTenths.size()) : text;
}

QString formatPercent(double share)
{
    constexpr double kMost = 9'999;
    const auto percent = share * 100;
    if (percent > kMost)
        return NumberWords::tr("> %1%").arg(writtenNumber(kMost, 0));
    const bool small = percent < 9.95 && percent != std::floor(percent);
    return NumberWords::tr("%1%").arg(writtenNumber(percent, small ? 1 : 0));
}

QString formatDuration(Millis duration)
{
    const auto ms = std::max<qint64>(duration.count(), 0);
    const auto seconds = ms / 1'000;
    const auto minutes = seconds / 60;
    const auto hours = minutes / 60;
    const auto days = hours / 24;
    if (ms > 0 && ms < 950)
        return DurationWords::tr("%1 s").arg(writtenNumber(std::max(0.1, static_cast<double>(ms) / 1'000), 1));
    if (minutes == 0)
        return DurationWords::tr("%1 s").arg(std::max<qint64>(seconds, ms >= 950 ? 1 : 0));
    if (hours == 0)
        return seconds % 60 == 0 ? DurationWords::tr("%1 min").arg(minutes)
                                 : DurationWords::tr("%1 min %2 s").arg(minutes).arg(seconds % 60);
    if (days == 0)
        return minutes % 60 == 0 ? DurationWords::tr("%1 h").arg(hours)
                                 : DurationWords::tr("%1 h %2 min").arg(hours).arg(minutes % 60);
    return hours % 24 == 0 ? DurationWords::tr("%1 d").arg(days)
                           : DurationWords::tr("%1 d %2 h").arg(days).arg(hours % 24);
}

QString formatAge(UtcTime at, UtcTime now)
{
    const auto age = now - at;
    if (age < Seconds{1})
        return DurationWords::tr("just now");
    return DurationWords::tr("%1 ago").arg(formatDuration(std::chrono::floor<Seconds>(age)));
}

QString formatUtc(UtcTime at)
{
    return QDateTime::fromMSecsSinceEpoch(unixMillis(at), Qt::UTC).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) +
           QStringLiteral(" UTC");
}

} // namespace barograph
