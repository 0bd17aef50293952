// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shown_value.h"

#include "widgets/time_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace barograph {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(barograph::ShownValue)
};

template<typename T, typename Format>
ShownValue shown(const Reading<T> &reading, const QString &source, UtcTime now, Format format)
{
    ShownValue value;
    value.truth = reading.truth();
    switch (reading.truth()) {
    case Truth::Unknown:
        value.text = Words::tr("unknown");
        value.how = Words::tr("Nothing has told this yet. It is not zero.");
        break;
    case Truth::NotSupported:
        value.text = Words::tr("not available");
        value.how = Words::tr("This kind of node cannot tell it.");
        break;
    case Truth::NotMeasured:
        value.text = Words::tr("not measured");
        value.how = Words::tr("Its callbacks are switched off, so nothing can be said about it.");
        break;
    case Truth::Estimated:
        value.text = QStringLiteral("≈ ") + format(reading.value());
        value.how = Words::tr("Estimated: %1.").arg(source);
        break;
    case Truth::Stale: {
        const QString age = durationText(now - reading.takenAt());
        value.text = Words::tr("%1 (%2 old)").arg(format(reading.value()), age);
        value.how = Words::tr("Stale: last told %1 ago, %2.").arg(age, source);
        break;
    }
    case Truth::Measured:
        value.text = format(reading.value());
        value.how = Words::tr("Measured: %1.").arg(source);
        break;
    }
    return value;
}

} // namespace

ShownValue shownRate(const Reading<double> &eventsPerSecond, const QString &source, UtcTime now)
{
    return shown(eventsPerSecond, source, now, [](double rate) -> QString { return rateText(rate); });
}

ShownValue shownBudget(const Reading<double> &tps, UtcTime now)
{
    return shown(tps, Words::tr("as configured for this number"), now,
                 [](double budget) -> QString { return budgetText(budget); });
}

ShownValue shownPercent(const Reading<double> &share, const QString &source, UtcTime now)
{
    return shown(share, source, now,
                 [](double part) -> QString { return QLocale().toString(std::lround(part * 100)) + QStringLiteral(" %"); });
}

ShownValue shownCount(const Reading<qint64> &count, const QString &source, UtcTime now)
{
    return shown(count, source, now, [](qint64 number) -> QString { return QLocale().toString(number); });
}

ShownValue shownDuration(const Reading<Millis> &duration, const QString &source, UtcTime now)
{
    return shown(duration, source, now, [](Millis span) -> QString { return durationText(span); });
}

ShownValue shownSwitch(const Reading<bool> &state, const QString &on, const QString &off, const QString &source,
                       UtcTime now)
{
    return shown(state, source, now, [&](bool isOn) -> QString { return isOn ? on : off; });
}

} // namespace barograph
