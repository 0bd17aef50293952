// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"
#include "nodes/json_walk.h"

namespace barograph::json {

/// Unix seconds as the digits of a string or a number. Nothing if it is none, or not between 1970 and 9999.
std::optional<UtcTime> unixTimestamp(std::string_view text);

/// An error's number. 0, which stands for none, if it is not a whole number of 32 bits.
quint32 errorNumber(std::string_view text);

/// Passes over a list `[{"code":…},…]` and gives the number of its first error; 0 where there is none.
Fault readFirstErrorCode(Value &value, std::size_t depth, std::size_t maxDepth, quint32 &code);
/// The same for one `{"code":…}`. The value is known to be an object.
Fault readErrorCode(Value &value, std::size_t depth, std::size_t maxDepth, quint32 &code);

} // namespace barograph::json
