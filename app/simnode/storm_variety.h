// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "directory.h"
#include "queueing/model_time.h"
#include "queueing/receipt_curve.h"

#include <array>
#include <cstdint>
#include <vector>

namespace barograph::sim {

/// How the group storms of one simulated number differ from those of another: all of it follows from the seed, so that
/// a forecast that was fitted to some seeds can be tried on others. Pure.
///
/// A number has its own groups (21 to 256 members, spread evenly over the orders of magnitude) and its own audience,
/// which reads between half and twice as fast as the documented curve and between 70 and 110 % as often. Its storms
/// differ by up to 15 % from that, go to three to ten of the groups, begin 4 s to 60 s after the start and come again
/// after 6 to 15 minutes.
class StormVariety
{
public:
    explicit StormVariety(std::uint64_t seed);

    const std::array<std::uint32_t, Directory::kGroups> &groupMembers() const { return m_groupMembers; }
    queueing::ModelTime firstStorm() const { return m_firstStorm; }
    /// From storm `storm` (0, 1, …) to the next.
    queueing::ModelTime pauseAfter(std::uint64_t storm) const;
    /// Group indices that storm `storm` goes to, ascending.
    std::vector<std::uint32_t> groupsOf(std::uint64_t storm) const;
    queueing::ReadingHabits habitsFor(std::uint64_t message) const;

private:
    std::uint64_t m_seed;
    std::array<std::uint32_t, Directory::kGroups> m_groupMembers{};
    queueing::ModelTime m_firstStorm{};
    queueing::ReadingHabits m_audience;
};

} // namespace barograph::sim
