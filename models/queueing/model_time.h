// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace barograph::queueing {

/// Time inside the model, since its start. Passed in by the caller: nothing here reads a clock.
using ModelTime = std::chrono::nanoseconds;
inline constexpr ModelTime kNever = ModelTime::max();

/// For rates and probability distributions, which are worked out in floating point.
inline ModelTime fromSeconds(double seconds)
{
    return std::chrono::duration_cast<ModelTime>(std::chrono::duration<double>(seconds));
}
inline double toSeconds(ModelTime time)
{
    return std::chrono::duration<double>(time).count();
}

} // namespace barograph::queueing
