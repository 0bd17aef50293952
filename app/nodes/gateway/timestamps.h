// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <optional>
#include <string_view>

namespace barograph::gateway {

/// Unix time as digits, with or without a fraction. Seconds, or milliseconds if seconds would lie beyond the year 5138.
/// Nothing if it is no such number, or not between 1970 and 9999.
std::optional<UtcTime> unixTime(std::string_view text);
/// "2026-06-01T10:00:00Z", also with a fraction of a second and with an offset ("+02:00"). Nothing if it is none.
std::optional<UtcTime> isoTime(std::string_view text);

} // namespace barograph::gateway
