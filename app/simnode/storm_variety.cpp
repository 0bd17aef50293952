// SPDX-License-Identifier: GPL-3.0-or-later
#include "storm_variety.h"

#include "random.h"

#include <algorithm>
#include <cmath>

namespace barograph::sim {
namespace {

constexpr std::uint64_t kNumberStream = 101;
constexpr std::uint64_t kPauseStream = 102;
constexpr std::uint64_t kGroupStream = 103;
constexpr std::uint64_t kHabitStream = 104;

constexpr std::uint32_t kFewestMembers = 21;
constexpr double kFirstSeconds = 4;
constexpr double kFirstSecondsLatest = 60;
constexpr double kShortestPauseSeconds = 360;
constexpr double kLongestPauseSeconds = 900;
constexpr std::uint32_t kFewestGroups = 3;
constexpr double kPaceFactor = 2;
constexpr double kLeastReads = 0.7;
constexpr double kMostReads = 1.1;
constexpr double kOfOneStorm = 0.15;

Random streamOf(std::uint64_t seed, std::uint64_t stream, std::uint64_t number = 0)
{
    return Random(mix(seed) ^ mix(stream) ^ mix(mix(number)));
}

/// Between the two, every factor as likely as every other.
double logBetween(Random &random, double low, double high)
{
    return low * std::pow(high / low, random.uniform());
}

} // namespace

StormVariety::StormVariety(std::uint64_t seed)
    : m_seed(seed)
{
    Random random = streamOf(seed, kNumberStream);
    for (std::uint32_t &members : m_groupMembers)
        members = static_cast<std::uint32_t>(std::lround(logBetween(random, kFewestMembers, Directory::kGroupMembers)));
    m_firstStorm = queueing::fromSeconds(random.between(kFirstSeconds, kFirstSecondsLatest));
    m_audience.pace = logBetween(random, 1 / kPaceFactor, kPaceFactor);
    m_audience.readShare = random.between(kLeastReads, kMostReads);
}

queueing::ModelTime StormVariety::pauseAfter(std::uint64_t storm) const
{
    return queueing::fromSeconds(
        streamOf(m_seed, kPauseStream, storm).between(kShortestPauseSeconds, kLongestPauseSeconds));
}

std::vector<std::uint32_t> StormVariety::groupsOf(std::uint64_t storm) const
{
    Random random = streamOf(m_seed, kGroupStream, storm);
    const std::uint32_t wanted = kFewestGroups + random.below(Directory::kGroups - kFewestGroups + 1);
    std::vector<std::uint32_t> groups;
    for (std::uint32_t group = 1; group <= Directory::kGroups; ++group)
        groups.push_back(group);
    while (groups.size() > wanted)
        groups.erase(groups.begin() + random.below(static_cast<std::uint32_t>(groups.size())));
    return groups;
}

queueing::ReadingHabits StormVariety::habitsFor(std::uint64_t message) const
{
    Random random = streamOf(m_seed, kHabitStream, message);
    queueing::ReadingHabits habits = m_audience;
    habits.pace *= random.between(1 - kOfOneStorm, 1 + kOfOneStorm);
    habits.readShare *= random.between(1 - kOfOneStorm, 1);
    return habits;
}

} // namespace barograph::sim
