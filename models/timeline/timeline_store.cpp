// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timeline_store.h"

namespace barograph {

TimelineStore::TimelineStore(QObject *parent)
    : QObject(parent)
{}

void TimelineStore::setFrame(const FramePtr &frame)
{
    for (const NodeFrame &node : frame->nodes)
        m_live[node.id] = {node.series, node.allocatedTps.valueOr(0)};
}

void TimelineStore::fillColumns(const QString &nodeId, const PlotWindow &window, std::vector<Column> &columns)
{
    static const SecondSeries kNothing;
    const auto live = m_live.constFind(nodeId);
    barograph::fillColumns(live != m_live.cend() && live->seconds ? *live->seconds : kNothing, window, columns);
}

void TimelineStore::fillBuckets(const QString &nodeId, const PlotWindow &window, std::vector<TimeBucket> &buckets)
{
    std::vector<Column> columns;
    fillColumns(nodeId, window, columns);
    buckets.assign(columns.size(), {});
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Column &column = columns[i];
        TimeBucket &bucket = buckets[i];
        bucket.highest = {column.counts, column.knownMask, column.notMeasuredMask};
        bucket.most = column.counts;
        bucket.known = column.isGap() ? 0U : 1U;
        bucket.notMeasuredMask = column.notMeasuredMask;
    }
}

TimelineStore::Completeness TimelineStore::completeness(const QString & /*nodeId*/) const
{
    return Completeness::Complete;
}

QString TimelineStore::failure(const QString & /*nodeId*/) const
{
    return {};
}

void TimelineStore::setTile(const TimelineTile &tile)
{
    Q_EMIT changed(tile.key.nodeId);
}

} // namespace barograph
