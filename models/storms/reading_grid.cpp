// SPDX-License-Identifier: GPL-3.0-or-later
#include "storms/reading_grid.h"

#include <algorithm>
#include <cmath>

namespace barograph {

namespace {

// These were chosen on simulated numbers of the seeds 1 to 5 (learnt) and 201 to 224 (foretold), so that the band of
// 80 % holds 80 %. The seeds of the benchmark are others, and nothing may be fitted to them.
constexpr double kSpeedStep = 0.15;
constexpr double kOddsStep = 0.3;
/// What a read says counts for this much: the curve's shape does not hold exactly for any group, and people of one
/// group do not act independently.
constexpr double kTrust = 0.5;
/// How much storms are taken to differ before there are enough to tell, and for how many storms that counts.
constexpr double kUsualSpread = 0.3;
constexpr double kUsualSpreadStorms = 3;
/// An audience can be quite another one than up to now.
constexpr double kSurprise = 0.3;
constexpr double kSurpriseSpread = 0.5;
/// How much storms of one node that run at the same time differ from each other, beside how much one differs from those
/// before it.
constexpr double kAtOneTime = 0.75;
constexpr double kLeastAtOneTime = 0.1;
/// Logarithms of what is so much less likely than the best need no exactness.
constexpr double kAsGoodAsNever = -30;
constexpr double kLeastChance = 1e-9;

using Values = ReadingGrid::Values;

struct Spread
{
    double middle = 0;
    double usual = kUsualSpread; ///< of a storm from `middle`
    double wide = kSurpriseSpread;
    double atOneTime = kLeastAtOneTime;
};

Spread habitSpread(const ReceiptCurve::Habit &habit, int storms)
{
    const auto mean = [storms](double squares) {
        const auto count = static_cast<double>(storms);
        return std::sqrt((squares + kUsualSpread * kUsualSpread * kUsualSpreadStorms) / (count + kUsualSpreadStorms));
    };
    Spread spread;
    spread.middle = habit.recent;
    spread.usual = mean(habit.stepSquares);
    spread.wide = std::max(mean(habit.squares), kSurpriseSpread);
    spread.atOneTime = std::max(kAtOneTime * std::min(spread.usual, kUsualSpread), kLeastAtOneTime);
    return spread;
}

double bell(double distance, double spread)
{
    const auto z = distance / spread;
    return std::exp(-0.5 * z * z) / spread;
}

double likelyHabit(double value, const Spread &spread)
{
    return (1 - kSurprise) * bell(value - spread.middle, spread.usual) + kSurprise * bell(value, spread.wide);
}

/// Each value becomes the mean of those around it: what is true of one storm is nearly true of the next.
class Blur
{
public:
    Blur(const Spread &speed, const Spread &odds)
    {
        for (std::size_t i = 0; i < m_speed.size(); ++i)
            m_speed[i] = bell(kSpeedStep * static_cast<double>(i), speed.atOneTime);
        for (std::size_t i = 0; i < m_odds.size(); ++i)
            m_odds[i] = bell(kOddsStep * static_cast<double>(i), odds.atOneTime);
    }

    Values of(const Values &values) const
    {
        Values along{};
        for (std::size_t speed = 0; speed < ReadingGrid::kSpeeds; ++speed) {
            for (std::size_t odds = 0; odds < ReadingGrid::kOdds; ++odds) {
                auto &sum = along[speed * ReadingGrid::kOdds + odds];
                for (std::size_t other = 0; other < ReadingGrid::kOdds; ++other)
                    sum += values[speed * ReadingGrid::kOdds + other] * m_odds[distance(odds, other)];
            }
        }
        Values result{};
        for (std::size_t speed = 0; speed < ReadingGrid::kSpeeds; ++speed) {
            for (std::size_t other = 0; other < ReadingGrid::kSpeeds; ++other) {
                const auto weight = m_speed[distance(speed, other)];
                for (std::size_t odds = 0; odds < ReadingGrid::kOdds; ++odds)
                    result[speed * ReadingGrid::kOdds + odds] += weight * along[other * ReadingGrid::kOdds + odds];
            }
        }
        return result;
    }

private:
    static std::size_t distance(std::size_t a, std::size_t b) { return a > b ? a - b : b - a; }

    std::array<double, ReadingGrid::kSpeeds> m_speed{};
    std::array<double, ReadingGrid::kOdds> m_odds{};
};

/// From logarithms to probabilities that add up to 1.
Values probabilities(const Values &logs)
{
    const auto best = *std::max_element(logs.begin(), logs.end());
    Values values{};
    double sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
        sum += values[i] = std::exp(std::max(logs[i] - best, kAsGoodAsNever));
    for (auto &value : values)
        value /= sum;
    return values;
}

} // namespace

double ReadingGrid::logSpeed(std::size_t index)
{
    constexpr std::size_t kMiddle = kSpeeds / 2;
    const std::size_t row = index / kOdds;
    return kSpeedStep * (static_cast<double>(row) - static_cast<double>(kMiddle));
}

double ReadingGrid::logOdds(std::size_t index)
{
    constexpr std::size_t kMiddle = kOdds / 2;
    return kOddsStep * (static_cast<double>(index % kOdds) - static_cast<double>(kMiddle));
}

double ReadingGrid::speed(std::size_t index)
{
    return std::exp(logSpeed(index));
}

double ReadingGrid::share(std::size_t index, double usual)
{
    const auto sure = std::clamp(usual, 0.001, 0.999);
    return 1 / (1 + std::exp(-std::log(sure / (1 - sure)) - logOdds(index)));
}

ReadingGrid::Values explainReads(const ReceiptShares &shares, const StormProgress &progress)
{
    Values explained{};
    const auto ever = shares.ever(Receipt::Read);
    const auto observed = std::min(progress.observedSeconds, receipt_bins::start(receipt_bins::kCount));
    if (!progress.kinds.reads || !(ever > 0) || !(observed > 0))
        return explained;
    const auto last = receipt_bins::of(observed);
    const auto silent = std::max(progress.members - progress.reads, 0.0);
    for (std::size_t speed = 0; speed < ReadingGrid::kSpeeds; ++speed) {
        const auto first = speed * ReadingGrid::kOdds;
        const auto pace = ReadingGrid::speed(first);
        // The share of those who ever read divides out of all but the last term.
        double shape = 0;
        double before = 0;
        for (std::size_t bin = 0; bin <= last; ++bin) {
            const auto edge = bin == last ? observed : receipt_bins::start(bin + 1);
            const auto by = shares.by(Receipt::Read, edge * pace) / ever;
            if (progress.readsIn[bin] > 0)
                shape += progress.readsIn[bin] * std::log(std::max(by - before, kLeastChance));
            before = by;
        }
        for (std::size_t odds = 0; odds < ReadingGrid::kOdds; ++odds) {
            const auto share = ReadingGrid::share(first + odds, ever);
            explained[first + odds] = kTrust * (shape + progress.reads * std::log(share) +
                                                silent * std::log(std::max(1 - share * before, kLeastChance)));
        }
    }
    return explained;
}

std::vector<ReadingGrid::Values> weighReading(const ReceiptCurve &curve, std::span<const ReadingGrid::Values> explained)
{
    const auto speed = habitSpread(curve.speed, curve.storms);
    const auto odds = habitSpread(curve.readOdds, curve.storms);
    const Blur blur(speed, odds);

    // What each storm says about the node's members, and all of them together.
    std::vector<Values> says;
    Values together{};
    for (std::size_t i = 0; i < together.size(); ++i)
        together[i] = std::log(likelyHabit(ReadingGrid::logSpeed(i), speed)) +
                      std::log(likelyHabit(ReadingGrid::logOdds(i), odds));
    for (const auto &storm : explained) {
        auto &said = says.emplace_back(blur.of(probabilities(storm)));
        for (std::size_t i = 0; i < said.size(); ++i) {
            said[i] = std::log(said[i]);
            together[i] += said[i];
        }
    }
    std::vector<Values> weights;
    weights.reserve(explained.size());
    for (std::size_t storm = 0; storm < explained.size(); ++storm) {
        Values others = together;
        for (std::size_t i = 0; i < others.size(); ++i)
            others[i] -= says[storm][i];
        const auto expected = blur.of(probabilities(others));
        Values own{};
        for (std::size_t i = 0; i < own.size(); ++i)
            own[i] = std::log(expected[i]) + explained[storm][i];
        weights.push_back(probabilities(own));
    }
    return weights;
}

} // namespace barograph
