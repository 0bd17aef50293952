// SPDX-License-Identifier: GPL-3.0-or-later
#include "storms/storm_outlook.h"

#include <algorithm>
#include <cmath>

namespace barograph {

namespace {

/// What is less likely than this is left out.
constexpr double kLeftOut = 4e-3;
constexpr double kLeastOpen = 1e-9;
/// Steps in which the future is looked through: a second, later a part of the age.
constexpr double kStepSeconds = 1;
constexpr double kStepShare = 0.08;

double normalCdf(double z)
{
    return 0.5 * std::erfc(-z / std::sqrt(2.0));
}

double endOfBins()
{
    return receipt_bins::start(receipt_bins::kCount);
}

} // namespace

StormOutlook::StormOutlook(const ReceiptShares &shares, const StormProgress &progress,
                           const ReadingGrid::Values &weights)
    : m_shares(shares)
    , m_progress(progress)
    , m_observed(std::min(std::max(progress.observedSeconds, 0.0), endOfBins()))
{
    m_progress.members = std::max(
        {m_progress.members, static_cast<double>(progress.deliveries), static_cast<double>(progress.reads), 1.0});
    takeLikely(weights);
    m_total = progress.seen() + deliveriesLeft(m_observed) + readsLeft(m_mean, m_observed);
    findEnd();
}

/// Share of the members who have read by then.
double StormOutlook::readBy(const Reading &reading, double ageSeconds) const
{
    const auto ever = m_shares.ever(Receipt::Read);
    return ever > 0 ? reading.share * m_shares.by(Receipt::Read, ageSeconds * reading.speed) / ever : 0;
}

/// Deliveries still to come after this age, which is at least what has been observed.
double StormOutlook::deliveriesLeft(double ageSeconds) const
{
    if (!m_progress.kinds.deliveries)
        return 0;
    const auto by = [this](double age) { return m_shares.by(Receipt::Delivery, age); };
    const auto open = std::max(1 - by(m_observed), kLeastOpen);
    const auto left = m_shares.ever(Receipt::Delivery) - by(ageSeconds);
    return std::max((m_progress.members - m_progress.deliveries) * left / open, 0.0);
}

double StormOutlook::readsLeft(const Reading &reading, double ageSeconds) const
{
    if (!m_progress.kinds.reads)
        return 0;
    const auto open = std::max(1 - readBy(reading, m_observed), kLeastOpen);
    const auto left = reading.share - readBy(reading, ageSeconds);
    return std::max((m_progress.members - m_progress.reads) * left / open, 0.0);
}

double StormOutlook::expectedBy(double ageSeconds) const
{
    if (ageSeconds <= m_observed)
        return m_progress.seenBy(Receipt::Delivery, ageSeconds) + m_progress.seenBy(Receipt::Read, ageSeconds);
    return m_total - deliveriesLeft(ageSeconds) - readsLeft(m_mean, ageSeconds);
}

void StormOutlook::takeLikely(const ReadingGrid::Values &weights)
{
    const auto ever = m_shares.ever(Receipt::Read);
    double kept = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (weights[i] < kLeftOut)
            continue;
        const Reading reading{ReadingGrid::speed(i), ever > 0 ? ReadingGrid::share(i, ever) : 0};
        kept += weights[i];
        m_logSpeed += weights[i] * ReadingGrid::logSpeed(i);
        m_logReadOdds += weights[i] * ReadingGrid::logOdds(i);
        m_mean.share += weights[i] * reading.share;
        const auto open = std::max(1 - readBy(reading, m_observed), kLeastOpen);
        const auto silent = m_progress.kinds.reads ? m_progress.members - m_progress.reads : 0;
        m_likely.push_back({weights[i], reading,
                            m_progress.seen() + deliveriesLeft(m_observed) + readsLeft(reading, m_observed),
                            silent / open});
    }
    for (auto &likely : m_likely)
        likely.weight /= kept;
    m_logSpeed /= kept;
    m_logReadOdds /= kept;
    m_mean.share /= kept;
    m_mean.speed = std::exp(m_logSpeed);
}

double StormOutlook::chanceOverBy(double ageSeconds) const
{
    double chance = 0;
    const auto deliveries = deliveriesLeft(ageSeconds);
    for (const auto &[weight, reading, total, perShare] : m_likely) {
        const auto left = deliveries + std::max(perShare * (reading.share - readBy(reading, ageSeconds)), 0.0);
        // How many are left then varies as the number of any rare events does. The end needs whole receipts, rounded
        // up: on average that takes as much as the step between whole numbers gives.
        const auto allowed = (1 - kEndShare) * total;
        chance += weight * normalCdf((allowed - left) / std::sqrt(left + 0.25));
    }
    return chance;
}

/// The age at which the storm had all but the last few of `total` receipts. Precondition: it has them by now.
double StormOutlook::seenAllButLast(double total) const
{
    const auto wanted = kEndShare * total;
    double sum = 0;
    for (std::size_t bin = 0; bin < receipt_bins::kCount; ++bin) {
        const double here = m_progress.deliveriesIn[bin] + m_progress.readsIn[bin];
        if (here > 0 && sum + here >= wanted) {
            const auto from = receipt_bins::start(bin);
            const auto to = std::min(receipt_bins::start(bin + 1), std::max(m_observed, from));
            return from + std::max((wanted - sum) / here, 0.0) * (to - from);
        }
        sum += here;
    }
    return m_observed;
}

void StormOutlook::findEnd()
{
    struct Quantile
    {
        double chance;
        double *age;
    };
    const std::array<Quantile, 3> quantiles{{{0.1, &m_end.earliest}, {0.5, &m_end.likely}, {0.9, &m_end.latest}}};
    auto age = m_observed;
    auto chance = chanceOverBy(age);
    std::size_t next = 0;
    for (; next < quantiles.size() && chance >= quantiles[next].chance; ++next)
        *quantiles[next].age = std::min(seenAllButLast(m_total), m_observed);
    while (next < quantiles.size() && age < endOfBins()) {
        const auto further = age + std::max(kStepSeconds, kStepShare * age);
        const auto then = chanceOverBy(further);
        for (; next < quantiles.size() && then >= quantiles[next].chance; ++next) {
            const auto part = (quantiles[next].chance - chance) / std::max(then - chance, kLeastOpen);
            *quantiles[next].age = age + part * (further - age);
        }
        age = further;
        chance = then;
    }
    for (; next < quantiles.size(); ++next)
        *quantiles[next].age = endOfBins();
}

} // namespace barograph
