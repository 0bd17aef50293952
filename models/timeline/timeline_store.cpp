// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timeline_store.h"

#include <algorithm>
#include <cmath>

namespace barograph {

namespace {

/// Adds what the gauges were in [from, to).
void addGauges(const GaugeSeries &series, UtcSecond from, UtcSecond to, TimeBucket &bucket)
{
    for (UtcSecond at = std::max(from, series.first); at < std::min(to, series.end()); at += Seconds{1}) {
        const GaugeSample &sample = series.samples[static_cast<std::size_t>((at - series.first).count())];
        bucket.estimatedMask |= sample.estimatedMask;
        bucket.paused = bucket.paused || sample.paused;
        for (const GaugeKind kind : kGaugeKinds) {
            GaugeRange &range = bucket.gauges[indexOf(kind)];
            // fmin and fmax pass over what is not known.
            range.least = std::fmin(range.least, sample.value(kind));
            range.most = std::fmax(range.most, sample.value(kind));
        }
    }
}

} // namespace

TimelineStore::TimelineStore(QObject *parent)
    : QObject(parent)
{}

void TimelineStore::setFrame(const FramePtr &frame)
{
    for (const NodeFrame &node : frame->nodes)
        m_live[node.id] = {node.series, node.gauges, node.allocatedTps.valueOr(0)};
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
        bucket.known = column.isGap() ? 0 : 1;
        bucket.notMeasuredMask = column.notMeasuredMask;
    }
    const auto live = m_live.constFind(nodeId);
    if (live == m_live.cend() || !live->gauges)
        return;
    for (int x = 0; x < window.columns; ++x) {
        const UtcSecond from = window.secondAt(x);
        const UtcSecond to = window.repeatsSeconds() ? from + Seconds{1} : window.secondAt(x + 1);
        addGauges(*live->gauges, from, to, buckets[static_cast<std::size_t>(x)]);
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
