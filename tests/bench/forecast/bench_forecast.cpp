// SPDX-License-Identifier: GPL-3.0-or-later
// How well the end of a group storm is told ahead: learns from simulated numbers of some seeds, foretells storms of
// numbers of other seeds, and compares with what came. A number has its own groups, audience and storms.
//
// Twice: by what was learnt from other numbers only, which is the harder, and by the number's own earlier storms, which
// is what a dashboard has after some hours.
//
//   bench_forecast [FIRST_SEED]
//
// The numbers foretold are of seeds from kFirstForetold on. They are held out: whatever is tuned in the model is tuned
// on others, e.g. with `bench_forecast 201`.
#include "bench/figures.h"
#include "watched_number.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>

using namespace bench;

namespace {

constexpr std::uint64_t kLearntNumbers = 5;
constexpr Seconds kLearntFor{2 * 3'600};
constexpr std::uint64_t kForetoldNumbers = 12;
constexpr std::uint64_t kFirstForetold = 1'001;
/// Storms that begin within this time are foretold.
constexpr Seconds kWatched{1'500};
/// The last members read some six hours after a message.
constexpr Seconds kLastReads{6 * 3'600 + 1'200};
constexpr std::array<double, 2> kBudgets{6, 20};
constexpr std::array<int, 3> kPercents{10, 25, 50};
/// By how many receipts the group should have been named.
constexpr std::size_t kNamedBy = 20;

/// What is asked of a storm: when 10, 25 and 50 % of its receipts are there, when as much of its time has passed, and
/// when the group should have been named.
constexpr std::size_t kByTime = kPercents.size();
constexpr std::size_t kNaming = 2 * kPercents.size();

std::vector<Look> looksAt(const std::map<std::uint64_t, TrueStorm> &storms)
{
    std::vector<Look> looks;
    for (const auto &[message, storm] : storms) {
        for (std::size_t i = 0; i < kPercents.size(); ++i) {
            const auto share = kPercents[i] / 100.0;
            looks.push_back({storm.reached(share), message, i});
            looks.push_back({storm.begin() + share * storm.duration(), message, kByTime + i});
        }
        looks.push_back({storm.arrivals[std::min(kNamedBy, storm.arrivals.size()) - 1], message, kNaming});
    }
    std::sort(looks.begin(), looks.end(), [](const Look &a, const Look &b) { return a.at < b.at; });
    return looks;
}

struct Errors
{
    std::vector<double> ours;
    std::vector<double> naive;
    std::size_t early = 0; ///< it was over before the band
    std::size_t late = 0;  ///< it was over after the band

    double shareInBand() const
    {
        return 1 - static_cast<double>(early + late) / static_cast<double>(std::max<std::size_t>(ours.size(), 1));
    }
};

double p90(const std::vector<double> &values)
{
    return percentile(std::vector<float>(values.begin(), values.end()), 0.9F);
}

/// Errors are shares of how long the storm took.
void judge(const TrueStorm &storm, const Shown &shown, Errors &errors)
{
    if (!shown.end)
        return;
    const auto end = storm.begin() + storm.duration();
    errors.ours.push_back(std::abs(*shown.end - end) / storm.duration());
    errors.naive.push_back(std::abs(shown.naive - end) / storm.duration());
    errors.early += end < shown.earliest ? 1 : 0;
    errors.late += end > shown.latest ? 1 : 0;
}

using Results = std::array<Errors, kNaming>;

void printTable(const std::string &what, const Results &results, std::size_t from)
{
    for (std::size_t i = 0; i < kPercents.size(); ++i) {
        const auto &errors = results[from + i];
        if (errors.ours.empty())
            continue;
        std::printf("%-34s %3d %%  storms %4zu  error: median %5.1f %%  p90 %5.1f %%   naive: median %5.1f %%  p90 "
                    "%5.1f %%   in band %4.1f %% (over before it %zu, after it %zu)\n",
                    what.c_str(), kPercents[i], errors.ours.size(), 100 * median(errors.ours), 100 * p90(errors.ours),
                    100 * median(errors.naive), 100 * p90(errors.naive), 100 * errors.shareInBand(), errors.early,
                    errors.late);
    }
}

ReceiptCurve learn()
{
    ReceiptCurve curve;
    for (std::uint64_t seed = 1; seed <= kLearntNumbers; ++seed) {
        WatchedNumber number({seed, 20}, curve);
        number.run(kLearntFor);
        curve = number.curve();
    }
    // Those foretold have audiences of their own.
    curve.forgetRecent();
    return curve;
}

const char *sizeName(std::uint32_t members)
{
    return members < 50 ? "groups of 20 to 49" : members < 120 ? "groups of 50 to 119" : "groups of 120 to 255";
}

struct Trial
{
    Results all;
    std::map<std::string, Results> parts;
    std::vector<double> durations;
    std::size_t storms = 0;
    std::size_t named = 0;
    std::size_t mistaken = 0;
    double frameSeconds = 0;
    quint64 shownStorms = 0;

    /// Foretells the storms that begin from `from` on.
    void watch(const NumberSetup &setup, const ReceiptCurve &learnt, Seconds from)
    {
        const auto truth = playOut(setup, from, from + kWatched, from + kWatched + kLastReads);
        WatchedNumber number(setup, learnt);
        for (const auto &shown : number.look(looksAt(truth)))
            add(setup, truth.at(shown.look.message), shown);
        for (const auto &[message, storm] : truth)
            durations.push_back(storm.duration());
        storms += truth.size();
        frameSeconds += number.frameSeconds();
        shownStorms += number.shownStorms();
    }

    void add(const NumberSetup &setup, const TrueStorm &storm, const Shown &shown)
    {
        const auto question = shown.look.question;
        if (question == kNaming) {
            const bool right = shown.group == WatchedNumber::trueGroup(storm.group);
            named += right ? 1 : 0;
            mistaken += !right && !shown.group.isNull() ? 1 : 0;
            return;
        }
        judge(storm, shown, all[question]);
        judge(storm, shown, parts["budget " + std::to_string(static_cast<int>(setup.tps)) + " a second"][question]);
        judge(storm, shown, parts[sizeName(storm.members)][question]);
    }
};

void printFigures(const Trial &trial, const std::string &prefix)
{
    std::size_t outside = 0;
    std::size_t judged = 0;
    for (std::size_t i = 0; i < trial.all.size(); ++i) {
        const auto &errors = trial.all[i];
        const std::string at = (i >= kByTime ? "time_" : "") + std::to_string(kPercents[i % kPercents.size()]);
        printFigure(prefix + "forecast_error_" + at, 100 * median(errors.ours), "percent", 1);
        printFigure(prefix + "forecast_error_" + at + "_p90", 100 * p90(errors.ours), "percent", 1);
        printFigure(prefix + "naive_error_" + at, 100 * median(errors.naive), "percent", 1);
        printFigure(prefix + "band_coverage_" + at, 100 * errors.shareInBand(), "percent", 1);
        printRatio(prefix + "forecast_error_" + at, "naive", median(errors.ours) / median(errors.naive));
        outside += errors.early + errors.late;
        judged += errors.ours.size();
    }
    printFigure(prefix + "band_coverage", 100 - 100 * static_cast<double>(outside) / static_cast<double>(judged),
                "percent", 1);
}

void printNumbers(const Trial &trial, const char *learntFrom)
{
    std::printf("\nBy the storms of %s: foretold %zu storms; they lasted %.0f s (median), %.0f s (p90).\n", learntFrom,
                trial.storms, median(trial.durations), p90(trial.durations));
    printTable("by receipts seen", trial.all, 0);
    printTable("by time passed", trial.all, kByTime);
    for (const auto &[name, results] : trial.parts) {
        printTable(name + ", by receipts", results, 0);
        printTable(name + ", by time", results, kByTime);
    }
}

} // namespace

int main(int argc, char **argv)
{
    const std::uint64_t first = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : kFirstForetold;
    if (first <= kLearntNumbers) {
        std::fprintf(stderr, "The first seed has to be above %llu: those before are learnt from.\n",
                     static_cast<unsigned long long>(kLearntNumbers));
        return 2;
    }
    const ReceiptCurve learnt = learn();
    std::printf("Learnt from %d storms of %llu numbers; foretold %llu numbers, seeds from %llu on.\n", learnt.storms,
                static_cast<unsigned long long>(kLearntNumbers), static_cast<unsigned long long>(kForetoldNumbers),
                static_cast<unsigned long long>(first));
    Trial unknown;
    Trial known;
    for (const double budget : kBudgets) {
        for (std::uint64_t i = 0; i < kForetoldNumbers; ++i) {
            unknown.watch({first + i, budget}, learnt, Seconds{0});
            known.watch({first + i, budget}, {}, kLearntFor);
        }
    }
    printNumbers(unknown, "other numbers");
    printNumbers(known, "the number itself, two hours of them");
    std::printf("\n");
    printFigures(unknown, {});
    printFigures(known, "own_");
    const auto storms = static_cast<double>(unknown.storms);
    printFigure("groups_named_within_20_receipts", 100 * static_cast<double>(unknown.named) / storms, "percent", 1);
    printFigure("groups_mistaken", static_cast<double>(unknown.mistaken), "storms");
    printFigure("forecast_time", 1e6 * unknown.frameSeconds / static_cast<double>(unknown.shownStorms), "us_per_storm",
                1);
    return 0;
}
