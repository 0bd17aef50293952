// SPDX-License-Identifier: GPL-3.0-or-later
// How well the end of a group storm is told ahead: learns from simulated numbers of some seeds, foretells storms of
// numbers of other seeds, and compares with what came. A number has its own groups, audience and storms.
#include "bench/figures.h"
#include "watched_number.h"

#include <cmath>
#include <cstdio>
#include <string>

using namespace bench;

namespace {

constexpr std::uint64_t kLearntNumbers = 5;
constexpr std::uint64_t kForetoldNumbers = 3;
constexpr std::uint64_t kFirstForetold = 1'001;
constexpr Seconds kWatched{3'600};
/// The last members read some six hours after a message.
constexpr Seconds kLength{3'600 + 6 * 3'600 + 1'200};
constexpr std::array<double, 3> kBudgets{6, 20};
constexpr std::array<int, 3> kPercents{10, 25, 50};

struct Errors
{
    std::vector<double> ours;
    std::vector<double> naive;
    std::size_t inBand = 0;
};

double p90(std::vector<double> values)
{
    return percentile(std::vector<float>(values.begin(), values.end()), 0.9);
}

const Shown *shownWhen(const WatchedStorm &storm, const std::function<bool(const Shown &)> &reached)
{
    const auto found = std::find_if(storm.shown.begin(), storm.shown.end(), reached);
    return found == storm.shown.end() ? nullptr : &*found;
}

void judge(const WatchedStorm &storm, const Shown *shown, Errors &errors)
{
    if (shown == nullptr || !shown->end)
        return;
    const auto truth = storm.duration();
    errors.ours.push_back(std::abs(*shown->end - truth) / truth);
    errors.naive.push_back(std::abs(shown->naive - truth) / truth);
    if (truth >= shown->earliest && truth <= shown->latest)
        ++errors.inBand;
}

struct Results
{
    std::array<Errors, kPercents.size()> byReceipts;
    std::array<Errors, kPercents.size()> byTime;

    void add(const WatchedStorm &storm)
    {
        const auto all = static_cast<double>(storm.arrivals.size());
        for (std::size_t i = 0; i < kPercents.size(); ++i) {
            const auto share = kPercents[i] / 100.0;
            judge(storm, shownWhen(storm, [&](const Shown &s) { return s.seen >= share * all; }), byReceipts[i]);
            judge(storm, shownWhen(storm, [&](const Shown &s) { return s.at >= share * storm.duration(); }), byTime[i]);
        }
    }
};

void printTable(const char *what, const std::array<Errors, kPercents.size()> &all)
{
    for (std::size_t i = 0; i < kPercents.size(); ++i) {
        const auto &errors = all[i];
        if (errors.ours.empty())
            continue;
        std::printf("%-28s %3d %%  storms %4zu  error: median %5.1f %%  p90 %5.1f %%   naive: median %5.1f %%  p90 "
                    "%5.1f %%   in band %4.1f %%\n",
                    what, kPercents[i], errors.ours.size(), 100 * median(errors.ours), 100 * p90(errors.ours),
                    100 * median(errors.naive), 100 * p90(errors.naive),
                    100.0 * static_cast<double>(errors.inBand) / static_cast<double>(errors.ours.size()));
    }
}

ReceiptCurve learn(int numbers)
{
    ReceiptCurve curve;
    for (std::uint64_t seed = 1; seed <= static_cast<std::uint64_t>(numbers); ++seed) {
        WatchedNumber number(seed, 20, curve);
        number.run(Seconds{0}, Seconds{3 * 3'600});
        curve = number.curve();
    }
    curve.forgetRecent();
    return curve;
}

const char *sizeName(quint32 members)
{
    return members < 50 ? "groups of 20 to 49" : members < 120 ? "groups of 50 to 119" : "groups of 120 to 255";
}

} // namespace

int main()
{
    const ReceiptCurve learnt = learn(kLearntNumbers);
    std::printf("Learnt from %d storms of %llu numbers.\n", learnt.storms,
                static_cast<unsigned long long>(kLearntNumbers));

    Results all;
    std::map<std::string, Results> parts;
    std::vector<double> durations;
    std::size_t storms = 0;
    std::size_t matched = 0;
    std::size_t mistaken = 0;
    double frameSeconds = 0;
    quint64 shownStorms = 0;
    for (const double budget : kBudgets) {
        for (std::uint64_t i = 0; i < kForetoldNumbers; ++i) {
            WatchedNumber number(kFirstForetold + i, budget, learnt);
            number.run(kWatched, kLength);
            frameSeconds += number.frameSeconds();
            shownStorms += number.shownStorms();
            for (const auto &storm : number.storms()) {
                all.add(storm);
                parts["budget " + std::to_string(static_cast<int>(budget)) + " a second"].add(storm);
                parts[sizeName(storm.members)].add(storm);
                durations.push_back(storm.duration());
                ++storms;
                matched += storm.matchedRight ? 1 : 0;
                mistaken += storm.matchedWrong ? 1 : 0;
            }
        }
    }

    std::printf("Foretold %zu storms of numbers not seen before; they lasted %.0f s (median), %.0f s (p90).\n\n",
                storms, median(durations), p90(durations));
    printTable("by receipts seen", all.byReceipts);
    printTable("by time passed", all.byTime);
    for (const auto &[name, results] : parts)
        printTable((name + ", by receipts").c_str(), results.byReceipts);
    std::printf("\n");

    std::size_t inBand = 0;
    std::size_t judged = 0;
    for (std::size_t i = 0; i < kPercents.size(); ++i) {
        for (const auto *kind : {&all.byReceipts[i], &all.byTime[i]}) {
            const auto &errors = *kind;
            const std::string at = (kind == &all.byTime[i] ? "time_" : "") + std::to_string(kPercents[i]);
            printFigure("forecast_error_" + at, 100 * median(errors.ours), "percent", 1);
            printFigure("forecast_error_" + at + "_p90", 100 * p90(errors.ours), "percent", 1);
            printFigure("naive_error_" + at, 100 * median(errors.naive), "percent", 1);
            printFigure("band_coverage_" + at,
                        100 * static_cast<double>(errors.inBand) / static_cast<double>(errors.ours.size()), "percent",
                        1);
            inBand += errors.inBand;
            judged += errors.ours.size();
        }
    }
    printFigure("band_coverage", 100 * static_cast<double>(inBand) / static_cast<double>(judged), "percent", 1);
    printFigure("groups_named_within_20_receipts", 100 * static_cast<double>(matched) / static_cast<double>(storms),
                "percent", 1);
    printFigure("groups_mistaken", static_cast<double>(mistaken), "storms");
    printFigure("forecast_time", 1e6 * frameSeconds / static_cast<double>(shownStorms), "us_per_storm", 1);
    for (std::size_t i = 0; i < kPercents.size(); ++i) {
        const auto at = std::to_string(kPercents[i]);
        printRatio("forecast_error_" + at, "naive", median(all.byReceipts[i].ours) / median(all.byReceipts[i].naive));
        printRatio("forecast_error_time_" + at, "naive", median(all.byTime[i].ours) / median(all.byTime[i].naive));
    }
    return 0;
}
