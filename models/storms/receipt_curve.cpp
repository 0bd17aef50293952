// SPDX-License-Identifier: GPL-3.0-or-later
#include "storms/receipt_curve.h"

#include <algorithm>
#include <cmath>

namespace barograph {

namespace {

constexpr std::size_t kWholeSeconds = 4;
constexpr double kBinsPerOctave = 3;
/// Members in one span after which the older ones begin to fade: some two hundred large groups.
constexpr double kMostAtRisk = 50'000;
/// How much, as a logarithm, audiences of different numbers are taken to differ at least: storms of one number are much
/// more alike, so that they do not tell.
constexpr double kUnlikeAudiences = 0.4;
constexpr double kFirstTenMinutes = 600;

std::array<double, receipt_bins::kCount + 1> makeBinStarts()
{
    std::array<double, receipt_bins::kCount + 1> starts{};
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const auto octaves = (static_cast<double>(i) - static_cast<double>(kWholeSeconds)) / kBinsPerOctave;
        starts[i] =
            i < kWholeSeconds ? static_cast<double>(i) : static_cast<double>(kWholeSeconds) * std::exp2(octaves);
    }
    return starts;
}

std::array<double, receipt_bins::kCount + 1> cumulativeShares(const ReceiptCurve::Spans &spans)
{
    std::array<double, receipt_bins::kCount + 1> edges{};
    double left = 1;
    for (std::size_t i = 0; i < spans.size(); ++i) {
        if (spans[i].atRisk > 0)
            left *= 1 - std::min(spans[i].told / spans[i].atRisk, 1.0);
        edges[i + 1] = 1 - left;
    }
    return edges;
}

bool isSaneSpan(const ReceiptCurve::Span &span)
{
    return std::isfinite(span.atRisk) && std::isfinite(span.told) && span.told >= 0 && span.told <= span.atRisk &&
           span.atRisk <= 4 * kMostAtRisk;
}

void learnHabit(ReceiptCurve::Habit &habit, double difference)
{
    constexpr double kLatest = 8;
    const auto step = difference - habit.recent;
    habit.squares += difference * difference;
    habit.stepSquares += step * step;
    habit.recent += step / kLatest;
}

bool isSaneHabit(const ReceiptCurve::Habit &habit)
{
    return std::isfinite(habit.recent) && std::isfinite(habit.squares) && habit.squares >= 0 &&
           std::isfinite(habit.stepSquares) && habit.stepSquares >= 0;
}

} // namespace

namespace receipt_bins {

double start(std::size_t index)
{
    static const auto starts = makeBinStarts();
    return starts[std::min(index, kCount)];
}

std::size_t of(double ageSeconds)
{
    if (!(ageSeconds > 0))
        return 0;
    constexpr auto kWhole = static_cast<double>(kWholeSeconds);
    const auto index = ageSeconds < kWhole ? ageSeconds : kWhole + kBinsPerOctave * std::log2(ageSeconds / kWhole);
    return std::min(static_cast<std::size_t>(std::min(index, static_cast<double>(kCount))), kCount - 1);
}

} // namespace receipt_bins

void ReceiptCurve::learn(Receipt receipt, std::size_t bin, double atRisk, double told)
{
    if (bin >= receipt_bins::kCount || !(atRisk > 0))
        return;
    auto &span = spansOf(receipt)[bin];
    span.atRisk += atRisk;
    span.told += std::clamp(told, 0.0, atRisk);
    if (span.atRisk > kMostAtRisk) {
        span.atRisk /= 2;
        span.told /= 2;
    }
}

void ReceiptCurve::learnStorm(double logSpeed, double logReadOdds)
{
    ++storms;
    learnHabit(speed, logSpeed);
    learnHabit(readOdds, logReadOdds);
}

void ReceiptCurve::merge(const ReceiptCurve &other)
{
    for (const auto receipt : {Receipt::Delivery, Receipt::Read}) {
        for (std::size_t bin = 0; bin < receipt_bins::kCount; ++bin) {
            const auto &span = other.spansOf(receipt)[bin];
            learn(receipt, bin, span.atRisk, span.told);
        }
    }
    storms += other.storms;
    for (const auto habit : {&ReceiptCurve::speed, &ReceiptCurve::readOdds}) {
        const auto &theirs = other.*habit;
        auto &ours = this->*habit;
        ours.squares += theirs.squares;
        ours.stepSquares += theirs.stepSquares;
        if (other.learntUntil > learntUntil)
            ours.recent = theirs.recent;
    }
    learntUntil = std::max(learntUntil, other.learntUntil);
}

void ReceiptCurve::forgetRecent()
{
    const auto unlike = kUnlikeAudiences * kUnlikeAudiences * storms;
    for (auto *habit : {&speed, &readOdds})
        *habit = {0, std::max(habit->squares, unlike), std::max(habit->squares, unlike)};
}

bool ReceiptCurve::isUsable() const
{
    if (storms < 1)
        return false;
    const auto told = [](const Span &span) { return span.told > 0; };
    const auto covers = [&](const Spans &spans) {
        return std::any_of(spans.begin(), spans.end(), told) && spans[receipt_bins::of(kFirstTenMinutes)].atRisk > 0;
    };
    return covers(deliveries) || covers(reads);
}

bool ReceiptCurve::isSane() const
{
    return std::all_of(deliveries.begin(), deliveries.end(), isSaneSpan) &&
           std::all_of(reads.begin(), reads.end(), isSaneSpan) && storms >= 0 && isSaneHabit(speed) &&
           isSaneHabit(readOdds);
}

ReceiptShares::ReceiptShares(const ReceiptCurve &curve)
    : m_deliveries(cumulativeShares(curve.deliveries))
    , m_reads(cumulativeShares(curve.reads))
{}

double ReceiptShares::by(Receipt receipt, double ageSeconds) const
{
    if (!(ageSeconds > 0))
        return 0;
    const auto &edges = edgesOf(receipt);
    const auto bin = receipt_bins::of(ageSeconds);
    const auto from = receipt_bins::start(bin);
    const auto to = receipt_bins::start(bin + 1);
    const auto part = std::min((ageSeconds - from) / (to - from), 1.0);
    return edges[bin] + part * (edges[bin + 1] - edges[bin]);
}

} // namespace barograph
