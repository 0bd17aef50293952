// SPDX-License-Identifier: GPL-3.0-or-later
#include "storms/storm_forecaster.h"

#include "storms/storm_outlook.h"

#include <algorithm>
#include <cmath>

namespace barograph {

namespace {

constexpr Millis kMeanStampError{500};
/// What a storm may take of the budget that is called free of it.
constexpr double kFreeShare = 0.1;
/// However much else there is, something of the budget goes to the storm.
constexpr double kLeastLeft = 0.05;
constexpr double kQueueStepSeconds = 1;
constexpr double kQueueStepShare = 0.02;

UtcTime later(UtcTime from, double seconds)
{
    return from + Millis{static_cast<qint64>(std::llround(seconds * 1000))};
}

/// How long what happens at a moment waits before the budget carries it, and until when each storm takes a good part
/// of the budget. Moments are seconds from now.
class BudgetQueue
{
public:
    BudgetQueue(const std::vector<StormOutlook> &storms, const BudgetState &budget)
        : m_budget(budget)
        , m_lag(std::chrono::duration<double>(withoutStampError(budget.lag)).count())
        , m_freeAt(storms.size(), 0)
    {
        if (m_budget.tps > 0)
            run(storms);
    }

    /// When what happens at `moment` arrives here.
    double arrivalOf(double moment) const
    {
        if (m_points.empty() || moment <= m_points.front().moment)
            return moment + m_lag;
        const auto after = std::lower_bound(m_points.begin(), m_points.end(), moment,
                                            [](const Point &point, double wanted) { return point.moment < wanted; });
        if (after == m_points.end())
            return moment + m_points.back().wait;
        const auto &b = *after;
        const auto &a = *(after - 1);
        return moment + a.wait + (b.wait - a.wait) * (moment - a.moment) / (b.moment - a.moment);
    }
    double freeAt(std::size_t storm) const { return m_freeAt[storm]; }
    double lag() const { return m_lag; }

private:
    struct Point
    {
        double moment = 0;
        double wait = 0;
    };

    void run(const std::vector<StormOutlook> &storms)
    {
        const auto last = receipt_bins::start(receipt_bins::kCount);
        double moment = -m_lag;
        double wait = m_lag;
        m_points.push_back({moment, wait});
        std::vector<double> come(storms.size());
        std::vector<double> own(storms.size());
        for (std::size_t i = 0; i < storms.size(); ++i)
            come[i] = storms[i].expectedBy(storms[i].observedSeconds());
        while (moment < last) {
            const auto passed = moment + m_lag;
            const auto step = std::max(kQueueStepSeconds, kQueueStepShare * passed);
            double arrivals = m_budget.otherPerSecond * step;
            for (std::size_t i = 0; i < storms.size(); ++i) {
                const auto then = storms[i].expectedBy(storms[i].observedSeconds() + passed + step);
                own[i] = std::max(then - come[i], 0.0);
                come[i] = then;
                arrivals += own[i];
            }
            const auto before = moment + wait;
            wait = std::max(wait + arrivals / m_budget.tps - step, 0.0);
            moment += step;
            const auto carriedIn = std::max(moment + wait - before, step / 1000);
            for (std::size_t i = 0; i < storms.size(); ++i) {
                if (own[i] / carriedIn >= kFreeShare * m_budget.tps)
                    m_freeAt[i] = moment + wait;
            }
            m_points.push_back({moment, wait});
        }
    }

    BudgetState m_budget;
    double m_lag;
    std::vector<Point> m_points;
    std::vector<double> m_freeAt;
};

double mostLeft(const StormProgress &storm)
{
    return std::max(storm.members * storm.kinds.count() - storm.seen(), 0.0);
}

std::vector<StormForecast> upperBounds(std::span<const StormProgress> storms, const BudgetState &budget, UtcTime now)
{
    std::vector<StormForecast> forecasts(storms.size());
    if (!(budget.tps > 0))
        return forecasts;
    double all = 0;
    for (const auto &storm : storms)
        all += mostLeft(storm);
    const auto left = std::max(budget.tps - budget.otherPerSecond, kLeastLeft * budget.tps);
    for (std::size_t i = 0; i < storms.size(); ++i) {
        if (storms[i].members < 1 || storms[i].kinds.count() == 0)
            continue;
        auto &forecast = forecasts[i];
        forecast.basis = ForecastBasis::UpperBound;
        // First in, first out: what the others bring may all come before the last of this one.
        const auto end = later(now, mostLeft(storms[i]) > 0 ? all / left : 0);
        forecast.end = forecast.earliest = forecast.latest = forecast.budgetFreeAt = end;
        forecast.expectedReceipts =
            Reading<quint32>::estimated(static_cast<quint32>(storms[i].seen() + std::lround(mostLeft(storms[i]))), now);
    }
    return forecasts;
}

} // namespace

Millis withoutStampError(Millis lag)
{
    return std::max(lag - kMeanStampError, Millis{0});
}

std::vector<StormForecast> forecastStorms(const ReceiptCurve &curve, std::span<const StormProgress> storms,
                                          const BudgetState &budget, UtcTime now)
{
    if (!curve.isUsable())
        return upperBounds(storms, budget, now);
    const ReceiptShares shares(curve);
    std::vector<std::size_t> places;
    std::vector<ReadingGrid::Values> explained;
    for (std::size_t i = 0; i < storms.size(); ++i) {
        if (storms[i].members < 1 || storms[i].kinds.count() == 0)
            continue;
        places.push_back(i);
        explained.push_back(explainReads(shares, storms[i]));
    }
    const auto weights = weighReading(curve, explained);
    std::vector<StormOutlook> outlooks;
    outlooks.reserve(places.size());
    for (std::size_t i = 0; i < places.size(); ++i)
        outlooks.emplace_back(shares, storms[places[i]], weights[i]);
    const BudgetQueue queue(outlooks, budget);
    std::vector<StormForecast> forecasts(storms.size());
    for (std::size_t i = 0; i < outlooks.size(); ++i) {
        const auto &outlook = outlooks[i];
        const auto at = [&](double age) {
            // What has happened already has arrived, and as late as it was then; how late is not remembered.
            const auto moment = age - outlook.observedSeconds() - queue.lag();
            return later(now, queue.arrivalOf(moment));
        };
        auto &forecast = forecasts[places[i]];
        forecast.basis = ForecastBasis::History;
        forecast.end = at(outlook.end().likely);
        forecast.earliest = at(outlook.end().earliest);
        forecast.latest = at(outlook.end().latest);
        if (budget.tps > 0)
            forecast.budgetFreeAt = later(now, queue.freeAt(i));
        forecast.expectedReceipts =
            Reading<quint32>::estimated(static_cast<quint32>(std::lround(outlook.expectedTotal())), now);
        forecast.earlierStorms = curve.storms;
    }
    return forecasts;
}

} // namespace barograph
