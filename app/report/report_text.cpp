// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_text.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace barograph {

namespace {

QString wallClock(const QDateTime &moment)
{
    return moment.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString twoDigits(qint64 number)
{
    return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
}

} // namespace

QString kindName(EventKind kind)
{
    static constexpr std::array kNames{QLatin1String("receive"), QLatin1String("send"), QLatin1String("delivery"),
                                       QLatin1String("read")};
    return kNames[indexOf(kind)];
}

QString outcomeName(ControlOutcome outcome)
{
    switch (outcome) {
    case ControlOutcome::Verified:
        return QStringLiteral("verified");
    case ControlOutcome::Unverified:
        return QStringLiteral("unverified");
    case ControlOutcome::Failed:
        return QStringLiteral("failed");
    case ControlOutcome::Cancelled:
        return QStringLiteral("cancelled");
    }
    return QStringLiteral("unknown outcome");
}

QString withThousands(qint64 number)
{
    QLocale english(QLocale::English, QLocale::UnitedStates);
    return english.toString(number);
}

QString tpsText(double tps)
{
    const double tenths = std::round(tps * 10);
    const auto whole = static_cast<qint64>(tenths / 10);
    const auto rest = static_cast<qint64>(tenths) % 10;
    return rest == 0 ? withThousands(whole) : withThousands(whole) + QStringLiteral(".%1").arg(rest);
}

QString percentText(qint64 part, qint64 whole)
{
    if (whole <= 0)
        return QStringLiteral("–");
    if (part > 0 && part * 1000 < whole)
        return QStringLiteral("< 0.1 %");
    if (part < whole && (whole - part) * 1000 < whole)
        return QStringLiteral("> 99.9 %");
    const double percent = 100.0 * static_cast<double>(part) / static_cast<double>(whole);
    return QString::number(percent, 'f', 1) + QStringLiteral(" %");
}

QString durationText(qint64 seconds)
{
    const qint64 minutes = seconds / 60;
    const qint64 hours = minutes / 60;
    if (hours >= 24)
        return QStringLiteral("%1 d %2 h").arg(withThousands(hours / 24), twoDigits(hours % 24));
    if (hours > 0)
        return QStringLiteral("%1 h %2 min").arg(hours).arg(twoDigits(minutes % 60));
    if (minutes > 0)
        return QStringLiteral("%1 min %2 s").arg(minutes).arg(twoDigits(seconds % 60));
    return QStringLiteral("%1 s").arg(seconds);
}

QString readingText(const Reading<quint32> &reading)
{
    switch (reading.truth()) {
    case Truth::Unknown:
        return QStringLiteral("unknown");
    case Truth::NotSupported:
        return QStringLiteral("not supported");
    case Truth::NotMeasured:
        return QStringLiteral("not measured");
    case Truth::Estimated:
        return QStringLiteral("≈ %1").arg(withThousands(reading.value()));
    case Truth::Stale:
        return QStringLiteral("%1 (stale)").arg(withThousands(reading.value()));
    case Truth::Measured:
        return withThousands(reading.value());
    }
    return {};
}

QString unbroken(QString text)
{
    return text.replace(QLatin1Char(' '), QChar(QChar::Nbsp));
}

QString offsetText(UtcSecond second, const QTimeZone &zone)
{
    const auto moment = QDateTime::fromSecsSinceEpoch(unixSeconds(second), Qt::UTC);
    const int offset = zone.offsetFromUtc(moment);
    const int minutes = std::abs(offset) / 60;
    return (offset < 0 ? QStringLiteral("-") : QStringLiteral("+")) % twoDigits(minutes / 60) % QLatin1Char(':') %
           twoDigits(minutes % 60);
}

QString localText(UtcSecond second, const QTimeZone &zone)
{
    return wallClock(QDateTime::fromSecsSinceEpoch(unixSeconds(second), zone)) % QLatin1Char(' ') %
           offsetText(second, zone);
}

QString utcText(UtcSecond second)
{
    return wallClock(QDateTime::fromSecsSinceEpoch(unixSeconds(second), Qt::UTC)) % QLatin1String(" UTC");
}

} // namespace barograph
