// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/keyed_table.h"
#include "text/reading_text.h"

namespace barograph {

inline TableCell textCell(const QString &text, const QString &toolTip = {})
{
    return {text, text, Truth::Measured, toolTip, false};
}

inline TableCell countCell(qint64 count)
{
    return {formatCount(count), QVariant::fromValue<qlonglong>(count), Truth::Measured, {}, true};
}

/// How long ago; sorted by the moment itself, which the hover tells.
inline TableCell ageCell(UtcTime at, UtcTime now)
{
    return {formatAge(at, now), QVariant::fromValue<qlonglong>(unixMillis(at)), Truth::Measured, formatUtc(at), true};
}

/// A cell without a value sorts before all others.
template<typename T> TableCell readingCell(const Reading<T> &reading, const QString &text)
{
    QVariant sortValue;
    if constexpr (std::is_same_v<T, Millis>)
        sortValue = reading.hasValue() ? QVariant::fromValue<qlonglong>(reading.value().count()) : QVariant();
    else
        sortValue = reading.hasValue() ? QVariant::fromValue(reading.value()) : QVariant();
    return {text, sortValue, reading.truth(), {}, true};
}

template<typename T> TableCell readingCell(const Reading<T> &reading, UtcTime now)
{
    return readingCell(reading, formatReading(reading, now));
}

} // namespace barograph
