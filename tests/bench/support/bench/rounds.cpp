// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/rounds.h"

#include "bench/figures.h"

#include <algorithm>
#include <cstdio>
#include <stdexcept>

namespace bench {

namespace {

void prepareFor(Contestant &contestant, const RoundPlan &plan, std::chrono::milliseconds length)
{
    contestant.source.prepare(plan.mostPerSecond * static_cast<std::size_t>(length.count()) / 1000);
}

void warmUp(Contestant &contestant, const RoundPlan &plan)
{
    prepareFor(contestant, plan, plan.warmUp);
    contestant.answered += runLoad(contestant.served.target, contestant.source, plan.connections, plan.warmUp).answered;
}

void runRound(Contestant &contestant, const RoundPlan &plan, int round)
{
    prepareFor(contestant, plan, plan.length);
    const double before = contestant.served.process->processorSeconds();
    const auto result = runLoad(contestant.served.target, contestant.source, plan.connections, plan.length);
    const double used = contestant.served.process->processorSeconds() - before;
    if (result.otherAnswers > 0)
        throw std::runtime_error(contestant.name + ": answers other than 200");
    contestant.answered += result.answered;
    contestant.perSecond.push_back(result.perSecond());
    contestant.perProcessorSecond.push_back(static_cast<double>(result.answered) / std::max(used, 0.01));
    contestant.busy.push_back(used / result.seconds);
    contestant.loadBusy.push_back(result.processorSeconds / result.seconds);
    std::printf("round %d  %-16s %8.0f req/s  p50 %.2f ms  p99 %.2f ms  busy: server %3.0f %%, load %3.0f %%\n", round,
                contestant.name.c_str(), result.perSecond(), result.p50Millis, result.p99Millis,
                100 * contestant.busy.back(), 100 * contestant.loadBusy.back());
    std::fflush(stdout);
}

double medianRatio(const std::vector<double> &a, const std::vector<double> &b)
{
    std::vector<double> ratios;
    for (std::size_t i = 0; i < a.size(); ++i)
        ratios.push_back(a[i] / b[i]);
    return median(ratios);
}

} // namespace

void runRounds(std::vector<Contestant> &contestants, const RoundPlan &plan)
{
    for (auto &contestant : contestants)
        warmUp(contestant, plan);
    for (int round = 1; round <= plan.rounds; ++round) {
        for (auto &contestant : contestants)
            runRound(contestant, plan, round);
    }
}

void printRatios(const Contestant &a, const Contestant &b)
{
    printRatio(a.name, b.name, medianRatio(a.perSecond, b.perSecond));
    printRatio(a.name + "_per_cpu", b.name + "_per_cpu", medianRatio(a.perProcessorSecond, b.perProcessorSecond));
}

void printFigures(const Contestant &contestant, double perRequest, const char *unit)
{
    printFigure(contestant.name, perRequest * median(contestant.perSecond), unit);
    printFigure(contestant.name + "_per_cpu", perRequest * median(contestant.perProcessorSecond), unit);
    printFigure(contestant.name + "_busy", median(contestant.busy), "share", 2);
    printFigure(contestant.name + "_load_busy", median(contestant.loadBusy), "share", 2);
}

} // namespace bench
