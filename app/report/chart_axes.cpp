// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/chart_axes.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>

namespace barograph {

namespace {

constexpr qint64 kMinuteSeconds = 60;
constexpr qint64 kHourSeconds = 60 * kMinuteSeconds;
constexpr qint64 kDaySeconds = 24 * kHourSeconds;

qint64 timeStep(qint64 length, int most)
{
    static constexpr std::array<qint64, 20> kSteps{1,
                                                   2,
                                                   5,
                                                   10,
                                                   15,
                                                   30,
                                                   kMinuteSeconds,
                                                   2 * kMinuteSeconds,
                                                   5 * kMinuteSeconds,
                                                   10 * kMinuteSeconds,
                                                   15 * kMinuteSeconds,
                                                   30 * kMinuteSeconds,
                                                   kHourSeconds,
                                                   2 * kHourSeconds,
                                                   3 * kHourSeconds,
                                                   6 * kHourSeconds,
                                                   12 * kHourSeconds,
                                                   kDaySeconds,
                                                   2 * kDaySeconds,
                                                   7 * kDaySeconds};
    for (const qint64 step : kSteps) {
        if (length / step + 1 <= most)
            return step;
    }
    const qint64 weeks = length / (7 * kDaySeconds) / std::max(1, most - 1) + 1;
    return weeks * 7 * kDaySeconds;
}

/// The first moment ≥ `from` at which the wall clock shows a whole multiple of `step`, counted from midnight (or from
/// 1970-01-01 for steps of days).
QDateTime firstTick(const QDateTime &from, qint64 step)
{
    const QDate date = from.date();
    if (step >= kDaySeconds) {
        const qint64 days = step / kDaySeconds;
        const qint64 day = QDate(1970, 1, 1).daysTo(date);
        const bool exactly = day % days == 0 && from.time() == QTime(0, 0);
        return exactly ? from : date.addDays(days - day % days).startOfDay(from.timeZone());
    }
    const qint64 inDay = QTime(0, 0).secsTo(from.time());
    const qint64 missing = (step - inDay % step) % step;
    return from.addSecs(missing);
}

/// Steps of hours and days go by the wall clock, so that they stay round when the clocks change.
QDateTime nextTick(const QDateTime &tick, qint64 step)
{
    if (step < kHourSeconds)
        return tick.addSecs(step);
    const qint64 inDay = QTime(0, 0).secsTo(tick.time()) + step;
    const auto next = inDay >= kDaySeconds
                          ? tick.date().addDays(inDay / kDaySeconds).startOfDay(tick.timeZone())
                          : QDateTime(tick.date(), QTime(0, 0).addSecs(static_cast<int>(inDay)), tick.timeZone());
    return next > tick ? next : tick.addSecs(step);
}

} // namespace

std::vector<qint64> valueTicks(double highest, int most)
{
    const double wanted = std::max(1.0, highest);
    qint64 step = 1;
    for (qint64 power = 1;; power *= 10) {
        const auto fits = [&](qint64 factor) {
            step = factor * power;
            return std::ceil(wanted / static_cast<double>(step)) <= most;
        };
        if (fits(1) || fits(2) || fits(5))
            break;
    }
    std::vector<qint64> ticks{0};
    while (static_cast<double>(ticks.back()) < wanted)
        ticks.push_back(ticks.back() + step);
    return ticks;
}

std::vector<TimeTick> timeTicks(UtcSecond from, UtcSecond to, const QTimeZone &zone, int most)
{
    const qint64 step = timeStep((to - from).count(), most);
    const auto format = step >= kDaySeconds      ? QString()
                        : step >= kMinuteSeconds ? QStringLiteral("HH:mm")
                                                 : QStringLiteral("HH:mm:ss");
    std::vector<TimeTick> ticks;
    QDate lastDate;
    const auto end = unixSeconds(to);
    for (auto tick = firstTick(QDateTime::fromSecsSinceEpoch(unixSeconds(from), zone), step);
         tick.isValid() && tick.toSecsSinceEpoch() <= end && ticks.size() < static_cast<std::size_t>(most);
         tick = nextTick(tick, step)) {
        QString label = format.isEmpty() ? QString() : tick.toString(format);
        if (tick.date() != lastDate) {
            lastDate = tick.date();
            label += (label.isEmpty() ? QString() : QStringLiteral("\n")) % tick.toString(QStringLiteral("yyyy-MM-dd"));
        }
        ticks.push_back({fromUnixSeconds(tick.toSecsSinceEpoch()), label});
    }
    return ticks;
}

} // namespace barograph
