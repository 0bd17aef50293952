// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/retry_after.h"

#include "net/http_date.h"

#include <algorithm>

namespace barograph {

std::optional<Millis> parseRetryAfter(const QByteArray &value, UtcTime now)
{
    const QByteArray trimmed = value.trimmed();
    if (trimmed.isEmpty() || trimmed.size() > 64)
        return std::nullopt;
    bool isNumber = false;
    const qint64 seconds = trimmed.toLongLong(&isNumber);
    if (isNumber) {
        if (seconds < 0)
            return std::nullopt;
        return std::min(kLongestRetryAfter, Millis{std::min<qint64>(seconds, 86'400) * 1000});
    }
    const auto when = parseHttpDate(trimmed);
    if (!when)
        return std::nullopt;
    return std::clamp(*when - now, Millis{0}, kLongestRetryAfter);
}

} // namespace barograph
