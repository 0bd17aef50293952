// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace bench {

/// Where the measured server and the load generator run.
struct Processors
{
    std::optional<int> server; ///< nothing: not pinned
    std::optional<int> load;
};

/// One processor for each, out of those that this process may use. Where there is only one, neither is pinned, and a
/// line on standard output says what that means for the figures.
Processors chooseProcessors();

/// Lets the calling thread, and all that it starts, run on one processor only; does nothing for nothing.
void pinTo(std::optional<int> processor);

} // namespace bench
