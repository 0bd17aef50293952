// SPDX-License-Identifier: GPL-3.0-or-later
#include "silence/usual_traffic.h"

#include <algorithm>
#include <cmath>

namespace barograph {

namespace {

constexpr std::chrono::hours kOneHour{1};
constexpr qint64 kHoursKept = qint64{TrafficTally::kDays} * 24;

qint64 hourNumber(UtcTime at)
{
    return std::chrono::floor<std::chrono::hours>(at).time_since_epoch().count();
}

bool isWeekend(qint64 hour)
{
    // 1970-01-01 was a Thursday.
    const auto weekday = (hour / 24 + 4) % 7; // 0 = Sunday
    return weekday == 0 || weekday == 6;
}

/// The lowest of the shares when the lowest tenth is left out.
double quietest(std::vector<double> &shares)
{
    const auto left = shares.begin() + static_cast<std::ptrdiff_t>(shares.size() / 10);
    std::nth_element(shares.begin(), left, shares.end());
    return *left;
}

} // namespace

const UsualTraffic::Hour &UsualTraffic::hour(EventKind kind, UtcTime at) const
{
    const auto number = hourNumber(at);
    return m_days[isWeekend(number) ? 1 : 0][static_cast<std::size_t>(number % 24)][kind];
}

bool UsualTraffic::isKnown(EventKind kind, UtcTime at) const
{
    return hour(kind, at).days > 0;
}

double UsualTraffic::paceOfHour(EventKind kind, UtcTime at) const
{
    // Of independent minutes, a share p is busy at a pace of −ln(1 − p).
    return -std::log1p(-std::min(hour(kind, at).share, 0.999));
}

double UsualTraffic::pace(EventKind kind, UtcTime at) const
{
    if (!isKnown(kind, at))
        return 0;
    double slowest = paceOfHour(kind, at);
    for (const auto beside : {at - kOneHour, at + kOneHour}) {
        if (isKnown(kind, beside))
            slowest = std::min(slowest, paceOfHour(kind, beside));
    }
    return slowest;
}

double UsualTraffic::expectedIn(EventKind kind, UtcTime from, UtcTime to) const
{
    constexpr std::chrono::hours kWeek{168};
    constexpr double kMillisPerMinute = 60'000;
    double expected = 0;
    for (UtcTime at = std::max(from, to - kWeek); at < to;) {
        const UtcTime end = std::min(to, UtcTime{std::chrono::floor<std::chrono::hours>(at) + kOneHour});
        expected += pace(kind, at) * static_cast<double>((end - at).count()) / kMillisPerMinute;
        at = end;
    }
    return expected;
}

TrafficTally::TrafficTally()
    : m_cells(static_cast<std::size_t>(kHoursKept))
{}

void TrafficTally::add(UtcTime minute, quint8 known, quint8 busy)
{
    const auto hour = hourNumber(minute);
    if (hour < 0)
        return;
    auto &cell = m_cells[static_cast<std::size_t>(hour % kHoursKept)];
    if (cell.hour > hour)
        return;
    if (cell.hour < hour)
        cell = {hour, {}, {}};
    for (std::size_t kind = 0; kind < kEventKindCount; ++kind) {
        const auto bit = 1U << kind;
        if ((known & bit) == 0 || cell.known[kind] >= 60)
            continue;
        ++cell.known[kind];
        if ((busy & bit) != 0)
            ++cell.busy[kind];
    }
}

UsualTraffic TrafficTally::usual(UtcTime now) const
{
    UsualTraffic result;
    const auto running = hourNumber(now);
    std::array<std::array<ByKind<std::vector<double>>, UsualTraffic::kHours>, 2> shares;
    for (const auto &cell : m_cells) {
        if (cell.hour < 0 || cell.hour >= running || running - cell.hour >= kHoursKept)
            continue;
        auto &ofHour = shares[isWeekend(cell.hour) ? 1 : 0][static_cast<std::size_t>(cell.hour % 24)];
        for (const auto kind : kEventKinds) {
            const int known = cell.known[indexOf(kind)];
            // One more minute than there were: 60 busy ones of 60 do not prove that there never is a quiet one.
            if (known >= kLeastMinutes)
                ofHour[kind].push_back(static_cast<double>(cell.busy[indexOf(kind)]) / (known + 1));
        }
    }
    for (std::size_t day = 0; day < shares.size(); ++day) {
        const auto least = day == 0 ? kLeastWorkingDays : kLeastWeekendDays;
        auto &into = day == 0 ? result.workingDay() : result.weekend();
        for (std::size_t hour = 0; hour < UsualTraffic::kHours; ++hour) {
            for (const auto kind : kEventKinds) {
                auto &found = shares[day][hour][kind];
                if (found.size() >= least)
                    into[hour][kind] = {static_cast<int>(found.size()), quietest(found)};
            }
        }
    }
    return result;
}

} // namespace barograph
