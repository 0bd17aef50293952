// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/second_series.h"

#include <vector>

namespace barograph {

/// The newest hour of one node, second by second. Fixed memory (72 KB).
class SecondRing
{
public:
    static constexpr qint64 kSeconds = 3'600;

    SecondRing();

    UtcSecond newest() const { return m_newest; }
    /// The second that is still counted into.
    SecondSample &open() { return slot(m_newest); }
    const SecondSample &open() const { return slot(m_newest); }
    /// The second, or an unknown one when it lies outside the ring.
    const SecondSample &at(UtcSecond second) const;

    /// Forgets everything and opens `second`.
    void restart(UtcSecond second);
    /// Opens `second`, which is later than newest(). Seconds left out are unknown.
    void openNext(UtcSecond second);

    /// The `seconds` newest whole seconds and the open one, for which `open` is taken.
    SecondSeries tail(qint64 seconds, const SecondSample &open) const;

private:
    SecondSample &slot(UtcSecond second) { return m_slots[slotIndex(second)]; }
    const SecondSample &slot(UtcSecond second) const { return m_slots[slotIndex(second)]; }
    static std::size_t slotIndex(UtcSecond second);

    UtcSecond m_newest{};
    std::vector<SecondSample> m_slots;
};

} // namespace barograph
