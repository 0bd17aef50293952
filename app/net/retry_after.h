// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <QByteArray>

#include <optional>

namespace barograph {

/// How long a `Retry-After` header asks to wait: seconds or an HTTP date (RFC 9110 §10.2.3). Never negative, at most
/// five minutes, because a wrong header must not silence a node's panel for a day. Nothing if it cannot be read.
std::optional<Millis> parseRetryAfter(const QByteArray &value, UtcTime now);

inline constexpr Millis kLongestRetryAfter{300'000};

} // namespace barograph
