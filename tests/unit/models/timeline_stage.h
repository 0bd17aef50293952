// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/node_timeline.h"
#include "timeline/timeline_store.h"
#include "timeline_fixture.h"

#include <QCoreApplication>

namespace barograph::test {

inline const QString kSupport = QStringLiteral("support-eu");

/// What the history and the frames know of one node.
struct TimelineStage
{
    RandomPast past;
    TimelineStore store;
    std::vector<TileKey> asked;

    explicit TimelineStage(std::size_t seconds = 8'000, unsigned seed = 1)
        : past(seed, seconds)
    {
        QObject::connect(&store, &TimelineStore::wanted, &store,
                         [this](const std::vector<TileKey> &keys) { asked = keys; });
    }
    UtcSecond at(qint64 second) const { return past.first + Seconds{second}; }
    qint64 length() const { return static_cast<qint64>(past.seconds.size()); }

    /// The frame of the moment in which `second` runs, with ten minutes as a meter has them.
    FramePtr frameAt(qint64 second) const
    {
        auto frame = std::make_shared<Frame>();
        frame->takenAt = UtcTime{at(second)};
        auto series = std::make_shared<SecondSeries>();
        auto gauges = std::make_shared<GaugeSeries>();
        const qint64 from = std::max<qint64>(0, second - 600);
        series->first = gauges->first = at(from);
        for (qint64 i = from; i <= second; ++i) {
            series->samples.push_back(past.seconds[static_cast<std::size_t>(i)]);
            if (i < second)
                gauges->samples.push_back(past.gauges[static_cast<std::size_t>(i)]);
        }
        NodeFrame node;
        node.id = kSupport;
        node.series = series;
        node.gauges = gauges;
        const double budget = past.budget[static_cast<std::size_t>(second)];
        if (budget > 0)
            node.allocatedTps = Reading<double>::measured(budget, frame->takenAt);
        frame->nodes.push_back(node);
        return frame;
    }
    /// As the history would have it that has stored everything before `until`.
    TimelineTile tile(const TileKey &key, qint64 until) const
    {
        auto buckets = std::make_shared<std::vector<TimeBucket>>();
        const qint64 width = key.bucketWidth().count();
        for (int i = 0; i < kBucketsPerTile; ++i) {
            const qint64 from = (key.from() - past.first).count() + i * width;
            TimeBucket bucket;
            const qint64 before = std::clamp<qint64>(-from, 0, width);
            addUnknown(bucket, static_cast<quint32>(before)); // nothing was stored then
            merge(bucket, past.of(static_cast<std::size_t>(std::clamp<qint64>(from, 0, until)),
                                  static_cast<std::size_t>(std::clamp<qint64>(from + width, 0, until))));
            buckets->push_back(bucket);
        }
        return {key, buckets, at(until), {}};
    }
    void answerAll(qint64 until)
    {
        for (int round = 0; round < 10; ++round) {
            QCoreApplication::processEvents();
            const auto keys = std::exchange(asked, {});
            if (keys.empty())
                break;
            for (const auto &key : keys)
                store.setTile(tile(key, until));
        }
    }
    /// Each bucket of the level counted into the column in which it begins; seconds from `end` on are not there yet.
    std::vector<TimeBucket> brute(const PlotWindow &window, qint64 end) const
    {
        const qint64 width = window.columnMicros / 1'000'000;
        const qint64 bucketWidth = kTimelineLevels[static_cast<std::size_t>(levelForColumn(width))];
        std::vector<TimeBucket> columns(static_cast<std::size_t>(window.columns));
        const qint64 from = unixSeconds(window.secondAt(0));
        const qint64 to = unixSeconds(window.secondAt(window.columns));
        for (qint64 start = (from + bucketWidth - 1) / bucketWidth * bucketWidth; start < to; start += bucketWidth) {
            auto &column = columns[static_cast<std::size_t>((start - from) / width)];
            for (qint64 second = start; second < start + bucketWidth; ++second) {
                const qint64 i = second - unixSeconds(past.first);
                if (i < 0)
                    addUnknown(column, 1);
                else if (i < end)
                    merge(column, past.of(static_cast<std::size_t>(i), static_cast<std::size_t>(i) + 1));
            }
        }
        return columns;
    }
};

inline PlotWindow windowOf(UtcSecond right, qint64 columnSeconds, int columns)
{
    PlotWindow window;
    window.columns = columns;
    window.columnMicros = columnSeconds * 1'000'000;
    window.firstColumn = unixSeconds(right) / columnSeconds - columns + 1;
    return window;
}

} // namespace barograph::test
