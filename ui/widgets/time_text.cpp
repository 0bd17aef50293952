// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/time_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <cmath>

namespace barograph {

namespace {

struct TimeWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::TimeText)
};

} // namespace

QString durationText(Millis span)
{
    const qint64 ms = std::max<qint64>(span.count(), 0);
    const QLocale locale;
    if (ms < 10'000)
        return TimeWords::tr("%1 s").arg(locale.toString(static_cast<double>(ms / 100) / 10, 'f', 1));
    const qint64 s = ms / 1000;
    if (s < 60)
        return TimeWords::tr("%1 s").arg(s);
    if (s < 3600)
        return s % 60 == 0 ? TimeWords::tr("%1 min").arg(s / 60) : TimeWords::tr("%1 min %2 s").arg(s / 60).arg(s % 60);
    if (s < 86400)
        return TimeWords::tr("%1 h %2 min").arg(s / 3600).arg(s / 60 % 60);
    return TimeWords::tr("%1 d %2 h").arg(s / 86400).arg(s / 3600 % 24);
}

QString rateText(double eventsPerSecond)
{
    const QLocale locale;
    if (eventsPerSecond > 0 && eventsPerSecond < 0.1)
        return QStringLiteral("< ") + locale.toString(0.1, 'f', 1);
    if (eventsPerSecond == 0 || eventsPerSecond >= 100)
        return locale.toString(eventsPerSecond, 'f', 0);
    return locale.toString(eventsPerSecond, 'f', 1);
}

QString budgetText(double tps)
{
    return QLocale().toString(tps, 'f', tps == std::floor(tps) ? 0 : 1);
}

QString clockText(UtcTime at, UtcTime now)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(unixMillis(at));
    const bool today = local.date() == QDateTime::fromMSecsSinceEpoch(unixMillis(now)).date();
    return local.toString(today ? QStringLiteral("HH:mm:ss") : QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

} // namespace barograph
