// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"
#include "frame/notices.h"
#include "listener/auth/keyed_mac.h"

#include <string_view>

namespace barograph {

/// How far the sender's clock may be from ours.
inline constexpr Seconds kTokenLeeway{60};
/// Longer tokens are refused unread; Evolution's have about 200 characters.
inline constexpr std::size_t kMostTokenChars = 4096;

/// A JSON Web Token signed with HS256 (RFC 7515, 7519). `key` must be a SHA-256 one. None: it is right.
/// ExpiredToken: signed by the right key, but now is not between `nbf` and `exp`. A token without them has no time.
/// Other algorithms ("none" above all), critical extensions and anything not exactly encoded are wrong.
RefusalReason judgeToken(std::string_view token, const KeyedMac &key, UtcTime now);

} // namespace barograph
