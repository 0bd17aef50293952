// SPDX-License-Identifier: GPL-3.0-or-later
#include "storms/storm_outlook.h"

#include <algorithm>
#include <cmath>

namespace barograph {

namespace {

constexpr double kSpeedStep = 0.15;
constexpr double kOddsStep = 0.3;
/// How much storms are taken to differ before there are enough to tell, and for how many storms that counts.
constexpr double kUsualSpread = 0.3;
constexpr double kUsualSpreadStorms = 3;
/// What a receipt says counts for this much: the curve's shape does not hold exactly for any group, and people of one
/// group do not act independently.
constexpr double kTrust = 0.6;
constexpr double kNegligible = 1e-4;
constexpr double kLeastShare = 1e-9;
/// Steps in which the future is looked through: a second, later a part of the age.
constexpr double kStepSeconds = 1;
constexpr double kStepShare = 0.05;

double logistic(double odds)
{
    return 1 / (1 + std::exp(-odds));
}

double normalCdf(double z)
{
    return 0.5 * std::erfc(-z / std::sqrt(2.0));
}

double spreadOf(double squares, int storms)
{
    const auto count = static_cast<double>(storms);
    const auto mean = (squares + kUsualSpread * kUsualSpread * kUsualSpreadStorms) / (count + kUsualSpreadStorms);
    // Few storms have not shown yet how much they can differ.
    return std::sqrt(mean * (1 + 1 / (count + 1)));
}

double endOfBins()
{
    return receipt_bins::start(receipt_bins::kCount);
}

} // namespace

double StormOutlook::logSpeedAt(std::size_t index)
{
    return kSpeedStep * (static_cast<double>(index) - static_cast<double>(kSpeeds / 2));
}

double StormOutlook::logOddsAt(std::size_t index)
{
    return kOddsStep * (static_cast<double>(index) - static_cast<double>(kOdds / 2));
}

StormOutlook::StormOutlook(const ReceiptCurve &curve, const ReceiptShares &shares, const StormProgress &progress)
    : m_shares(shares)
    , m_progress(progress)
    , m_observed(std::min(std::max(progress.observedSeconds, 0.0), endOfBins()))
{
    m_progress.members = std::max(
        {m_progress.members, static_cast<double>(progress.deliveries), static_cast<double>(progress.reads), 1.0});
    weigh(curve);
    m_total = progress.seen() + deliveriesLeft(m_observed) + readsLeft(m_mean, m_observed);
    findEnd();
}

StormOutlook::Reading StormOutlook::readingAt(std::size_t speed, std::size_t odds) const
{
    const auto usual = std::clamp(m_shares.ever(Receipt::Read), 0.001, 0.999);
    return {std::exp(logSpeedAt(speed)), logistic(std::log(usual / (1 - usual)) + logOddsAt(odds))};
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
    const auto open = std::max(1 - by(m_observed), kLeastShare);
    const auto left = m_shares.ever(Receipt::Delivery) - by(ageSeconds);
    return std::max((m_progress.members - m_progress.deliveries) * left / open, 0.0);
}

double StormOutlook::readsLeft(const Reading &reading, double ageSeconds) const
{
    if (!m_progress.kinds.reads)
        return 0;
    const auto open = std::max(1 - readBy(reading, m_observed), kLeastShare);
    const auto left = reading.share - readBy(reading, ageSeconds);
    return std::max((m_progress.members - m_progress.reads) * left / open, 0.0);
}

double StormOutlook::expectedBy(double ageSeconds) const
{
    if (ageSeconds <= m_observed)
        return m_progress.seenBy(Receipt::Delivery, ageSeconds) + m_progress.seenBy(Receipt::Read, ageSeconds);
    return m_total - deliveriesLeft(ageSeconds) - readsLeft(m_mean, ageSeconds);
}

/// Logarithm of how likely just these reads are, up to a constant.
double StormOutlook::explained(std::size_t speed, std::size_t odds) const
{
    const auto reading = readingAt(speed, odds);
    const auto last = receipt_bins::of(m_observed);
    double sum = 0;
    double before = 0;
    for (std::size_t bin = 0; bin <= last; ++bin) {
        const auto edge = bin == last ? m_observed : receipt_bins::start(bin + 1);
        const auto by = readBy(reading, edge);
        if (m_progress.readsIn[bin] > 0)
            sum += m_progress.readsIn[bin] * std::log(std::max(by - before, kLeastShare));
        before = by;
    }
    return sum + (m_progress.members - m_progress.reads) * std::log(std::max(1 - before, kLeastShare));
}

void StormOutlook::weigh(const ReceiptCurve &curve)
{
    const auto speedSpread = spreadOf(curve.speedSquares, curve.storms);
    const auto oddsSpread = spreadOf(curve.readOddsSquares, curve.storms);
    const bool looks = m_progress.kinds.reads && m_shares.ever(Receipt::Read) > 0 && m_observed > 0;
    const auto squared = [](double x) { return x * x; };
    double best = -1e300;
    for (std::size_t speed = 0; speed < kSpeeds; ++speed) {
        for (std::size_t odds = 0; odds < kOdds; ++odds) {
            auto &weight = m_weights[speed * kOdds + odds];
            weight = -0.5 * (squared(logSpeedAt(speed) / speedSpread) + squared(logOddsAt(odds) / oddsSpread)) +
                     (looks ? kTrust * explained(speed, odds) : 0);
            best = std::max(best, weight);
        }
    }
    double sum = 0;
    for (auto &weight : m_weights)
        sum += weight = std::exp(weight - best);
    for (std::size_t speed = 0; speed < kSpeeds; ++speed) {
        for (std::size_t odds = 0; odds < kOdds; ++odds) {
            auto &weight = m_weights[speed * kOdds + odds];
            weight /= sum;
            m_logSpeed += weight * logSpeedAt(speed);
            m_logReadOdds += weight * logOddsAt(odds);
            m_mean.share += weight * readingAt(speed, odds).share;
        }
    }
    m_mean.speed = std::exp(m_logSpeed);
}

double StormOutlook::chanceOverBy(double ageSeconds) const
{
    double chance = 0;
    for (std::size_t i = 0; i < m_weights.size(); ++i) {
        if (m_weights[i] < kNegligible)
            continue;
        const auto reading = readingAt(i / kOdds, i % kOdds);
        const auto total = m_progress.seen() + deliveriesLeft(m_observed) + readsLeft(reading, m_observed);
        const auto left = deliveriesLeft(ageSeconds) + readsLeft(reading, ageSeconds);
        // How many are left then varies as the number of any rare events does.
        const auto allowed = (1 - kEndShare) * total + 0.5;
        chance += m_weights[i] * normalCdf((allowed - left) / std::sqrt(left + 0.25));
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
            const auto part = (quantiles[next].chance - chance) / std::max(then - chance, kLeastShare);
            *quantiles[next].age = age + part * (further - age);
        }
        age = further;
        chance = then;
    }
    for (; next < quantiles.size(); ++next)
        *quantiles[next].age = endOfBins();
}

} // namespace barograph
