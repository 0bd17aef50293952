// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/reading_text.h"

#include <QCoreApplication>

namespace barograph {

namespace {

struct ReadingWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Reading)
};

} // namespace

QString markedAbout(Truth truth, const QString &text)
{
    return truth == Truth::Estimated ? ReadingWords::tr("≈ %1").arg(text) : text;
}

QString formatTruth(Truth truth, const QString &value, UtcTime takenAt, UtcTime now)
{
    switch (truth) {
    case Truth::Unknown:
        break;
    case Truth::NotSupported:
        return ReadingWords::tr("not available");
    case Truth::NotMeasured:
        return ReadingWords::tr("not measured");
    case Truth::Estimated:
        return ReadingWords::tr("≈ %1").arg(value);
    case Truth::Stale:
        return ReadingWords::tr("%1 (stale %2)").arg(value, formatDuration(std::chrono::floor<Seconds>(now - takenAt)));
    case Truth::Measured:
        return value;
    }
    return ReadingWords::tr("unknown");
}

QString formatReading(const Reading<double> &tps, UtcTime now)
{
    return formatReading(tps, now, [](double value) { return ReadingWords::tr("%1/s").arg(formatRate(value)); });
}

QString formatReading(const Reading<qint64> &count, UtcTime now)
{
    return formatReading(count, now, formatCount);
}

QString formatReading(const Reading<quint32> &count, UtcTime now)
{
    return formatReading(count, now, formatCount);
}

QString formatReading(const Reading<Millis> &duration, UtcTime now)
{
    return formatReading(duration, now, formatDuration);
}

QString formatUtilisation(const Reading<double> &utilisation, UtcTime now)
{
    return formatReading(utilisation, now, formatPercent);
}

} // namespace barograph
