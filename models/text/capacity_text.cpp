// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/capacity_text.h"

#include "text/numbers.h"

#include <QCoreApplication>

namespace barograph {

namespace {

struct CapacityWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Capacity)
};

QString lengthText(qint64 seconds)
{
    return formatDuration(Seconds{seconds});
}

QString hourName(int hour)
{
    const QString pattern = CapacityWords::tr("%1:00 to %2:00");
    return pattern.arg(hour, 2, 10, QLatin1Char('0')).arg(hour + 1, 2, 10, QLatin1Char('0'));
}

} // namespace

QString shareText(qint64 part, qint64 of)
{
    if (of <= 0)
        return CapacityWords::tr("unknown");
    const double share = static_cast<double>(part) / static_cast<double>(of);
    if (part > 0 && share < 0.001)
        return CapacityWords::tr("less than 0.1%");
    if (part < of && share > 0.999)
        return CapacityWords::tr("more than 99.9%");
    // Just below all is not all.
    return part < of && share >= 0.995 ? CapacityWords::tr("more than 99%") : formatPercent(share);
}

QString budgetShareText(qint64 seconds, const CapacityShare &of)
{
    if (of.budgetKnown == 0)
        return CapacityWords::tr("unknown");
    if (seconds == 0)
        return CapacityWords::tr("not one second");
    return CapacityWords::tr("%1 of the time, %2").arg(shareText(seconds, of.budgetKnown), lengthText(seconds));
}

QString budgetShareHow(const CapacityShare &share)
{
    if (share.known == 0)
        return CapacityWords::tr("Nothing is known of any second in this time. That is not zero.");
    if (share.budgetKnown == 0)
        return CapacityWords::tr("The allocated TPS was not known in any of these seconds. Enter it in this number's "
                                 "configuration.");
    return CapacityWords::tr("Counted second by second from webhooks, by when they arrived. %1 of seconds that were "
                             "known are compared, each with the allocated TPS that was in force in it. Where only some "
                             "kinds were known, only those count.")
        .arg(lengthText(share.budgetKnown));
}

QString highestSecondText(const Capacity &capacity, const QString &when)
{
    if (!capacity.highest)
        return CapacityWords::tr("unknown");
    if (*capacity.highest == 0)
        return CapacityWords::tr("no event at all");
    return CapacityWords::tr("%1 a second, %2").arg(formatCount(*capacity.highest), when);
}

QString measuredText(const CapacityShare &share)
{
    if (share.seconds == 0)
        return CapacityWords::tr("Nothing of this time is here yet.");
    const qint64 unknown = share.seconds - share.known;
    if (unknown == 0)
        return CapacityWords::tr("Measured: all of %1.").arg(lengthText(share.seconds));
    if (share.known == 0)
        return CapacityWords::tr("Measured: nothing of %1.").arg(lengthText(share.seconds));
    return CapacityWords::tr("Measured: %1 of %2 (%3). Not measured: %4.")
        .arg(lengthText(share.known), lengthText(share.seconds), shareText(share.known, share.seconds),
             lengthText(unknown));
}

QString enoughText(const Capacity &capacity)
{
    if (!capacity.enough)
        return CapacityWords::tr("What budget would have been enough is not known.");
    if (*capacity.enough == 0)
        return CapacityWords::tr("Not even %1 TPS would have been enough for 999 of 1,000 seconds.")
            .arg(formatCount(kTpsSteps.back()));
    return CapacityWords::tr("%1 TPS would have been enough: less than 0.1% of the known seconds were above.")
        .arg(formatCount(*capacity.enough));
}

QString enoughCaveat(const Capacity &capacity)
{
    if (!capacity.enough || !capacity.wasLimited)
        return {};
    return CapacityWords::tr("Computed from seconds that the present budget limited: without it they might have been "
                             "higher.");
}

QString capacityHourText(int hour, const CapacityShare &share)
{
    if (share.seconds == 0)
        return CapacityWords::tr("%1: not part of this time.").arg(hourName(hour));
    if (share.known == 0)
        return CapacityWords::tr("%1: not measured.").arg(hourName(hour));
    if (share.budgetKnown == 0)
        return CapacityWords::tr("%1: the budget was not known.").arg(hourName(hour));
    const QString of = share.known < share.seconds
                           ? CapacityWords::tr("%1 measured").arg(shareText(share.known, share.seconds))
                           : CapacityWords::tr("all measured");
    return CapacityWords::tr("%1: at 80% or more for %2, at 100% or more for %3; %4.")
        .arg(hourName(hour), lengthText(share.atEighty), lengthText(share.atBudget), of);
}

} // namespace barograph
