// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/retry_after.h"

#include <QDateTime>
#include <QString>

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
    // IMF-fixdate ends in "GMT", which Qt's RFC 2822 parser does not know.
    QByteArray date = trimmed;
    if (date.endsWith("GMT"))
        date.replace(date.size() - 3, 3, "+0000");
    const QDateTime when = QDateTime::fromString(QString::fromLatin1(date), Qt::RFC2822Date);
    if (!when.isValid())
        return std::nullopt;
    return std::clamp(Millis{when.toMSecsSinceEpoch() - unixMillis(now)}, Millis{0}, kLongestRetryAfter);
}

} // namespace barograph
