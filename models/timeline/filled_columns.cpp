// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/filled_columns.h"

#include <algorithm>

namespace barograph {

namespace {

constexpr qint64 kMicrosInSecond = 1'000'000;

} // namespace

/// Columns [fromColumn, toColumn), numbered as the window's are, all in it.
void FilledColumns::make(NodeTimeline &past, qint64 fromColumn, qint64 toColumn, quint64 use)
{
    if (fromColumn >= toColumn)
        return;
    m_made += static_cast<int>(toColumn - fromColumn);
    const qint64 width = m_window.columnMicros / kMicrosInSecond;
    TimeBucket *column = m_buckets.data() + (fromColumn - m_window.firstColumn);
    std::fill(column, column + (toColumn - fromColumn), TimeBucket{});
    // Columns need not be whole seconds wide.
    const auto beginOf = [this](qint64 number) {
        return m_window.secondAt(static_cast<int>(number - m_window.firstColumn));
    };
    qint64 next = fromColumn + 1;
    UtcSecond end = beginOf(next);
    past.collect(levelForColumn(width), beginOf(fromColumn), beginOf(toColumn), use, m_missing,
                 [&](UtcSecond start, const TimeBucket &bucket) {
                     while (start >= end) {
                         ++column;
                         end = beginOf(++next);
                     }
                     if (column->seconds == 0)
                         *column = bucket;
                     else
                         merge(*column, bucket);
                 });
}

/// Columns narrower than a second show the second in which they begin.
void FilledColumns::makeNarrow(NodeTimeline &past, quint64 use)
{
    m_made = m_window.columns;
    m_missing = {};
    m_buckets.assign(static_cast<std::size_t>(m_window.columns), {});
    if (m_window.columns == 0)
        return;
    int x = 0;
    past.collect(0, m_window.secondAt(0), m_window.secondAt(m_window.columns - 1) + Seconds{1}, use, m_missing,
                 [&](UtcSecond start, const TimeBucket &bucket) {
                     for (; x < m_window.columns && m_window.secondAt(x) <= start; ++x)
                         m_buckets[static_cast<std::size_t>(x)] = bucket;
                 });
}

void FilledColumns::forgetMissingOutside()
{
    const UtcSecond from = m_window.secondAt(0);
    const UtcSecond to = m_window.secondAt(m_window.columns);
    for (auto *places : {&m_missing.tiles, &m_missing.older}) {
        std::erase_if(*places, [&](const TilePlace &place) {
            const TileKey key{{}, place.level, place.index};
            return key.to() <= from || key.from() >= to;
        });
    }
}

void FilledColumns::fill(NodeTimeline &past, const PlotWindow &window, quint64 revision, quint64 use)
{
    m_lastUse = use;
    m_made = 0;
    const bool again = fits(window) && revision == m_revision && m_buckets.size() == std::size_t(window.columns);
    const PlotWindow before = std::exchange(m_window, window);
    m_revision = revision;
    if (window.columnMicros < kMicrosInSecond) {
        makeNarrow(past, use);
        return;
    }
    const qint64 first = window.firstColumn;
    const qint64 end = first + window.columns;
    qint64 keepFrom = std::max(first, before.firstColumn);
    qint64 keepTo = std::min({end, before.firstColumn + before.columns, m_finalUntil});
    if (!again || keepFrom >= keepTo) {
        keepFrom = keepTo = first;
        m_missing = {};
        m_buckets.assign(static_cast<std::size_t>(window.columns), {});
    } else if (first != before.firstColumn) {
        const auto from = m_buckets.begin() + (keepFrom - before.firstColumn);
        const auto to = m_buckets.begin() + (keepTo - before.firstColumn);
        const auto target = m_buckets.begin() + (keepFrom - first);
        if (target < from)
            std::copy(from, to, target);
        else
            std::copy_backward(from, to, target + (to - from));
    }
    make(past, first, keepFrom, use);
    make(past, keepTo, end, use);
    forgetMissingOutside();

    // The last bucket of a column may reach into the next one.
    const qint64 width = window.columnMicros / kMicrosInSecond;
    const qint64 reach = kTimelineLevels[static_cast<std::size_t>(levelForColumn(width))];
    const UtcSecond settled = past.live.isEmpty() ? window.secondAt(window.columns) : past.live.closedEnd();
    m_finalUntil = std::clamp((unixSeconds(settled) - reach) * kMicrosInSecond / window.columnMicros, first, end);
}

} // namespace barograph
