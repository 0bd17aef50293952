// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_date.h"

#include <QDateTime>
#include <QString>

namespace barograph {

std::optional<UtcTime> parseHttpDate(const QByteArray &value)
{
    QByteArray date = value.trimmed();
    if (date.isEmpty() || date.size() > 64)
        return std::nullopt;
    // IMF-fixdate ends in "GMT", which Qt's RFC 2822 parser does not know.
    if (date.endsWith("GMT"))
        date.replace(date.size() - 3, 3, "+0000");
    const QDateTime when = QDateTime::fromString(QString::fromLatin1(date), Qt::RFC2822Date);
    if (!when.isValid())
        return std::nullopt;
    return fromUnixMillis(when.toMSecsSinceEpoch());
}

} // namespace barograph
