// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/node_timeline.h"

#include <vector>

namespace barograph {

/// The columns of one chart as they were made last, to be used again while the window slides or is moved. Valid for one
/// width of column and one state of the tiles.
class FilledColumns
{
public:
    bool fits(const PlotWindow &window) const
    {
        return m_window.columnMicros == window.columnMicros && m_window.columns == window.columns;
    }
    /// Makes what is new in `window`, or everything when `revision` is another than the last time.
    void fill(NodeTimeline &past, const PlotWindow &window, quint64 revision, quint64 use);

    const std::vector<TimeBucket> &buckets() const { return m_buckets; }
    const NodeTimeline::Missing &missing() const { return m_missing; }
    quint64 lastUse() const { return m_lastUse; }
    /// One line for the benchmark: columns that the last fill() had to make.
    int columnsMade() const { return m_made; }

private:
    void make(NodeTimeline &past, qint64 fromColumn, qint64 toColumn, quint64 use);
    void makeNarrow(NodeTimeline &past, quint64 use);
    void forgetMissingOutside();

    PlotWindow m_window;
    std::vector<TimeBucket> m_buckets;
    qint64 m_finalUntil = 0; ///< columns before this one do not change any more
    quint64 m_revision = 0;
    quint64 m_lastUse = 0;
    int m_made = 0;
    NodeTimeline::Missing m_missing;
};

} // namespace barograph
