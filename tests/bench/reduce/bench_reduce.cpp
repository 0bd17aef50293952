// SPDX-License-Identifier: GPL-3.0-or-later
// One day of seconds into the columns of a chart, beside the plain way of writing it; then 90 days through the store
// that charts read, beside reducing the same seconds.
#include "series/column_reduction.h"
#include "timeline/node_timeline.h"
#include "timeline/timeline_store.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <random>

using namespace barograph;

namespace {

constexpr int kSeconds = 86'400;
constexpr int kColumns = 1'000;
constexpr int kRounds = 400;

SecondSeries oneDay()
{
    std::mt19937 random(7);
    SecondSeries series;
    series.first = fromUnixSeconds(1'772'366'400);
    for (int i = 0; i < kSeconds; ++i) {
        SecondSample sample;
        for (auto &count : sample.counts.counts)
            count = static_cast<quint32>(random() % 40);
        sample.knownMask = random() % 50 == 0 ? 0 : kAllKindsMask;
        series.samples.push_back(sample);
    }
    return series;
}

/// As one would first write it: collect the samples of each column, ask each kind whether it is known.
std::vector<Column> reduceNaively(const SecondSeries &series, UtcSecond from, UtcSecond to, int columns, quint8 wanted)
{
    std::vector<Column> result;
    const auto span = (to - from).count();
    for (int i = 0; i < columns; ++i) {
        const auto begin = i * span / columns;
        const auto end = std::max(begin + 1, (i + 1) * span / columns);
        std::vector<SecondSample> members;
        for (auto second = from + Seconds{begin}; second < from + Seconds{end}; second += Seconds{1}) {
            const auto index = (second - series.first).count();
            const bool inside = index >= 0 && index < static_cast<qint64>(series.samples.size());
            members.push_back(inside ? series.samples[static_cast<std::size_t>(index)] : SecondSample{});
        }
        Column column;
        double sum = 0;
        int known = 0;
        double highest = -1;
        for (const auto &member : members) {
            double total = 0;
            bool any = false;
            SecondCounts counts;
            for (const auto kind : kEventKinds) {
                if ((wanted & SecondSample::bit(kind)) != 0 && member.isKnown(kind)) {
                    any = true;
                    counts[kind] = member.counts[kind];
                    total += member.counts[kind];
                }
            }
            column.notMeasuredMask |= static_cast<quint8>(member.notMeasuredMask & wanted);
            column.hasGap = column.hasGap || !any;
            if (!any)
                continue;
            sum += total;
            ++known;
            if (total > highest) {
                highest = total;
                column.counts = counts;
                column.knownMask = static_cast<quint8>(member.knownMask & wanted);
            }
        }
        column.mean = known > 0 ? static_cast<float>(sum / known) : 0;
        result.push_back(column);
    }
    return result;
}

/// Median time of one round in milliseconds.
template<typename Function> double medianMs(Function function, int rounds = kRounds)
{
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        const auto start = std::chrono::steady_clock::now();
        function();
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::nth_element(times.begin(), times.begin() + rounds / 2, times.end());
    return times[static_cast<std::size_t>(rounds) / 2];
}

constexpr int kDays = 90;
constexpr int kWideColumns = 1'900;
const QString kBenchNode = QStringLiteral("support-eu");

SecondSeries manyDays(const SecondSeries &day)
{
    SecondSeries series;
    series.first = day.first;
    series.samples.reserve(std::size_t{kSeconds} * kDays);
    for (int i = 0; i < kDays; ++i)
        series.samples.insert(series.samples.end(), day.samples.begin(), day.samples.end());
    return series;
}

/// As a frame has it: the last ten minutes and the running second.
FramePtr frameOfEnd(const SecondSeries &series, qint64 before)
{
    auto frame = std::make_shared<Frame>();
    auto tail = std::make_shared<SecondSeries>();
    const auto end = series.samples.end() - before;
    tail->samples.assign(end - 601, end);
    tail->first = series.end() - Seconds{before + 601};
    frame->takenAt = UtcTime{tail->end() - Seconds{1}};
    NodeFrame node;
    node.id = kBenchNode;
    node.allocatedTps = Reading<double>::measured(80, frame->takenAt);
    node.series = tail;
    frame->nodes.push_back(node);
    return frame;
}

/// All tiles of a level, made of the seconds; stored up to a minute before their end.
void giveTiles(TimelineStore &store, const SecondSeries &series, int level)
{
    TileKey key{kBenchNode, level, 0};
    const qint64 width = key.bucketWidth().count();
    const qint64 stored = static_cast<qint64>(series.samples.size()) - 60;
    for (key.index = unixSeconds(series.first) / (width * kBucketsPerTile); key.from() < series.end(); ++key.index) {
        auto buckets = std::make_shared<std::vector<TimeBucket>>(kBucketsPerTile);
        for (int i = 0; i < kBucketsPerTile; ++i) {
            const qint64 from = (key.from() - series.first).count() + i * width;
            for (qint64 at = std::max<qint64>(from, 0); at < std::min(from + width, stored); ++at)
                addSecond((*buckets)[static_cast<std::size_t>(i)], series.first + Seconds{at},
                          series.samples[static_cast<std::size_t>(at)], 80);
        }
        store.setTile({key, buckets, series.first + Seconds{stored}, {}});
    }
}

PlotWindow ninetyDays(const SecondSeries &series, qint64 columnsBack = 0)
{
    auto window = PlotWindow::endingAt(UtcTime{series.end()}, std::chrono::hours{24} * kDays, kWideColumns);
    window.firstColumn -= columnsBack;
    return window;
}

/// Highest second of each column, where the store's are the same to within a bucket: of all columns, the same set of
/// highest ones.
quint64 highestOf(const std::vector<Column> &columns)
{
    quint64 highest = 0;
    for (const auto &column : columns)
        highest = std::max<quint64>(highest, column.counts.total());
    return highest;
}

int benchNinetyDays(const SecondSeries &day)
{
    const auto series = manyDays(day);
    TimelineStore store;
    store.setFrame(frameOfEnd(series, 0));
    giveTiles(store, series, 3);
    giveTiles(store, series, 4);
    std::vector<Column> columns;
    std::vector<Column> plainColumns;
    const auto window = ninetyDays(series);
    store.fillColumns(kBenchNode, window, columns);
    fillColumns(series, window, plainColumns);
    if (store.completeness(kBenchNode) != TimelineStore::Completeness::Complete ||
        highestOf(columns) != highestOf(plainColumns)) {
        std::fputs("The store does not have what the seconds have.\n", stderr);
        return 1;
    }
    constexpr int kFew = 200;
    const TimelineTile again{
        {kBenchNode, 0, 0}, std::make_shared<const std::vector<TimeBucket>>(kBucketsPerTile), series.first, {}};
    // A tile that came in: nothing that was made before is used.
    const auto whole = medianMs(
        [&] {
            store.setTile(again);
            store.fillColumns(kBenchNode, window, columns);
        },
        kFew);
    std::vector<TimeBucket> buckets;
    const auto same = medianMs([&] { store.fillBuckets(kBenchNode, window, buckets); }, kFew);
    qint64 step = 0;
    const auto panned = medianMs([&] { store.fillColumns(kBenchNode, ninetyDays(series, ++step), columns); }, kFew);
    step = 0;
    const auto zoomed = medianMs(
        [&] {
            auto closer = window;
            closer.columnMicros -= ++step * 2'000'000;
            closer.firstColumn = unixSeconds(series.end()) * 1'000'000 / closer.columnMicros - closer.columns + 1;
            store.fillColumns(kBenchNode, closer, columns);
        },
        kFew);
    const auto plain = medianMs([&] { fillColumns(series, window, plainColumns); }, 11);
    std::printf("figure: ninety_days_1900_columns_all_anew %.4f ms\n", whole);
    std::printf("figure: ninety_days_1900_columns_again %.4f ms\n", same);
    std::printf("figure: ninety_days_1900_columns_pan_step %.4f ms\n", panned);
    std::printf("figure: ninety_days_1900_columns_zoom_step %.4f ms\n", zoomed);
    std::printf("figure: ninety_days_1900_columns_plain %.4f ms\n", plain);
    std::printf("figure: ninety_days_memory %.1f MB\n", static_cast<double>(store.usedBytes()) / 1e6);
    std::printf("ratio: ninety_days_all_anew/plain %.5f\n", whole / plain);
    std::printf("ratio: ninety_days_pan_step/plain %.5f\n", panned / plain);

    // The worst zoom: columns just too narrow for buckets of ten seconds.
    giveTiles(store, {series.end() - Seconds{kSeconds}, {series.samples.end() - kSeconds, series.samples.end()}}, 0);
    const auto worst = PlotWindow::endingAt(UtcTime{series.end()}, Seconds{19 * kWideColumns}, kWideColumns);
    store.fillBuckets(kBenchNode, worst, buckets);
    const auto worstWhole = medianMs(
        [&] {
            store.setTile(again);
            store.fillBuckets(kBenchNode, worst, buckets);
        },
        kFew);
    std::printf("figure: ten_hours_1900_columns_all_anew %.4f ms\n", worstWhole);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv); // the store has a timer
    const auto series = oneDay();
    const auto from = series.first;
    const auto to = series.end();
    std::vector<Column> columns;
    const auto naive = reduceNaively(series, from, to, kColumns, kAllKindsMask);
    reduceToColumns(series, from, to, kColumns, kAllKindsMask, columns);
    if (columns != naive) {
        std::fputs("The two reductions differ.\n", stderr);
        return 1;
    }
    const auto ours = medianMs([&] { reduceToColumns(series, from, to, kColumns, kAllKindsMask, columns); });
    const auto sends =
        medianMs([&] { reduceToColumns(series, from, to, kColumns, SecondSample::bit(EventKind::Send), columns); });
    const auto plain = medianMs([&] { columns = reduceNaively(series, from, to, kColumns, kAllKindsMask); });
    std::printf("figure: reduce_day_to_1000_columns %.4f ms\n", ours);
    std::printf("figure: reduce_day_to_1000_columns_one_kind %.4f ms\n", sends);
    std::printf("figure: reduce_day_to_1000_columns_naive %.4f ms\n", plain);
    std::printf("ratio: reduce_day_to_1000_columns/naive %.3f\n", ours / plain);
    return benchNinetyDays(series);
}
