// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/numbers.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace barograph {

namespace {

const QLocale &englishLocale()
{
    static const QLocale locale(QLocale::English, QLocale::UnitedStates);
    return locale;
}

QString durationText(const char *source)
{
    return QCoreApplication::translate("Duration", source);
}

} // namespace

QString formatCount(qint64 count)
{
    return englishLocale().toString(count);
}

QString formatRate(double perSecond)
{
    // Rounded first, so that 99.96 is not shown as 100.0.
    const bool large = std::abs(perSecond) >= 99.95;
    const auto text = englishLocale().toString(perSecond, 'f', large ? 0 : 1);
    return text.endsWith(QLatin1String(".0")) ? text.chopped(2) : text;
}

QString formatPercent(double share)
{
    constexpr double kMost = 9'999;
    const auto percent = share * 100;
    if (percent > kMost)
        return QStringLiteral("> %1%").arg(englishLocale().toString(kMost, 'f', 0));
    const bool small = percent < 9.95 && percent != std::floor(percent);
    return englishLocale().toString(percent, 'f', small ? 1 : 0) + u'%';
}

QString formatDuration(Millis duration)
{
    const auto ms = std::max<qint64>(duration.count(), 0);
    const auto seconds = ms / 1'000;
    const auto minutes = seconds / 60;
    const auto hours = minutes / 60;
    const auto days = hours / 24;
    if (ms > 0 && ms < 950)
        return durationText("%1 s").arg(
            englishLocale().toString(std::max(0.1, static_cast<double>(ms) / 1'000), 'f', 1));
    if (minutes == 0)
        return durationText("%1 s").arg(std::max<qint64>(seconds, ms >= 950 ? 1 : 0));
    if (hours == 0)
        return seconds % 60 == 0 ? durationText("%1 min").arg(minutes)
                                 : durationText("%1 min %2 s").arg(minutes).arg(seconds % 60);
    if (days == 0)
        return minutes % 60 == 0 ? durationText("%1 h").arg(hours)
                                 : durationText("%1 h %2 min").arg(hours).arg(minutes % 60);
    return hours % 24 == 0 ? durationText("%1 d").arg(days) : durationText("%1 d %2 h").arg(days).arg(hours % 24);
}

QString formatAge(UtcTime at, UtcTime now)
{
    const auto age = now - at;
    if (age < Seconds{1})
        return durationText("just now");
    return durationText("%1 ago").arg(formatDuration(std::chrono::floor<Seconds>(age)));
}

QString formatUtc(UtcTime at)
{
    return QDateTime::fromMSecsSinceEpoch(unixMillis(at), Qt::UTC).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) +
           QStringLiteral(" UTC");
}

} // namespace barograph
