// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/capacity.h"

#include <QDateTime>
#include <QTimeZone>

namespace barograph {

namespace {

/// Offsets change on quarters of an hour of UTC; asking the zone for each bucket would cost more than all the rest.
class LocalHours
{
public:
    explicit LocalHours(const QTimeZone &zone)
        : m_zone(zone)
    {}
    std::size_t hourOf(qint64 unixSecond)
    {
        constexpr qint64 kQuarter = 900;
        constexpr qint64 kDay = 86'400;
        if (const qint64 quarter = unixSecond / kQuarter; quarter != m_quarter) {
            m_quarter = quarter;
            m_offset = m_zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(quarter * kQuarter, Qt::UTC));
        }
        const qint64 ofDay = ((unixSecond + m_offset) % kDay + kDay) % kDay;
        return static_cast<std::size_t>(ofDay / 3'600);
    }

private:
    const QTimeZone &m_zone;
    qint64 m_quarter = -1;
    qint64 m_offset = 0;
};

void addTo(CapacityShare &share, const TimeBucket &bucket)
{
    share.seconds += bucket.seconds;
    share.known += bucket.known;
    share.budgetKnown += bucket.budgetKnown;
    share.atEighty += bucket.atEighty;
    share.atBudget += bucket.atBudget;
}

} // namespace

Capacity capacityOf(const std::vector<TimeBucket> &buckets, UtcSecond first, Seconds width, const QTimeZone &zone)
{
    constexpr qint64 kOneIn = 1'000;
    Capacity capacity;
    LocalHours hours(zone);
    std::array<qint64, kTpsSteps.size()> over{};
    qint64 at = unixSeconds(first);
    for (const TimeBucket &bucket : buckets) {
        addTo(capacity.all, bucket);
        addTo(capacity.hours[hours.hourOf(at)], bucket);
        at += width.count();
        if (bucket.known == 0)
            continue;
        if (const quint32 total = bucket.highest.counts.total(); !capacity.highest || total > *capacity.highest) {
            capacity.highest = total;
            capacity.highestAt = bucket.highestAt;
        }
        for (std::size_t step = 0; step < over.size(); ++step)
            over[step] += bucket.over[step];
    }
    capacity.wasLimited = capacity.all.atBudget > 0;
    if (capacity.all.known == 0)
        return capacity;
    capacity.enough = 0;
    for (std::size_t step = over.size(); step-- > 0;) {
        if (over[step] * kOneIn < capacity.all.known)
            capacity.enough = kTpsSteps[step];
    }
    return capacity;
}

} // namespace barograph
