// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <optional>
#include <utility>

namespace barograph {

/// How far a shown value can be believed. Unknown, not supported and zero are three different things.
enum class Truth : quint8 {
    Unknown,      ///< should exist, but nothing told us yet (or the last answer was an error)
    NotSupported, ///< this kind of node can never tell
    NotMeasured,  ///< switched off by a control, so that nothing can be said about this period
    Estimated,    ///< derived, always labelled so
    Stale,        ///< measured, but too long ago to act on
    Measured
};

/// A value together with how it was come by and when. Without a value for the first three truths.
template<typename T> class Reading
{
public:
    Reading() = default;
    static Reading measured(T value, UtcTime at) { return Reading(Truth::Measured, std::move(value), at); }
    static Reading estimated(T value, UtcTime at) { return Reading(Truth::Estimated, std::move(value), at); }
    static Reading notSupported() { return Reading(Truth::NotSupported); }
    static Reading notMeasured() { return Reading(Truth::NotMeasured); }

    Truth truth() const { return m_truth; }
    bool hasValue() const { return m_value.has_value(); }
    /// Precondition: hasValue().
    const T &value() const { return *m_value; }
    T valueOr(T fallback) const { return m_value.value_or(std::move(fallback)); }
    UtcTime takenAt() const { return m_at; }

    /// The same value, marked stale. No effect without a value.
    Reading asStale() const
    {
        Reading copy = *this;
        if (copy.m_value)
            copy.m_truth = Truth::Stale;
        return copy;
    }
    friend bool operator==(const Reading &, const Reading &) = default;

private:
    explicit Reading(Truth truth)
        : m_truth(truth)
    {}
    Reading(Truth truth, T value, UtcTime at)
        : m_truth(truth)
        , m_value(std::move(value))
        , m_at(at)
    {}

    Truth m_truth = Truth::Unknown;
    std::optional<T> m_value;
    UtcTime m_at{};
};

} // namespace barograph
