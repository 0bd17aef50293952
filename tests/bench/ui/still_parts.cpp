// SPDX-License-Identifier: GPL-3.0-or-later
#include "still_parts.h"

#include "bench/figures.h"
#include "main_window.h"
#include "support/frame_factory.h"
#include "timeline/time_view.h"
#include "timeline/timeline_store.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>

#include <vector>

namespace bench {

namespace {

constexpr QSize kSize(1920, 1080);
constexpr int kFrames = 100;
constexpr int kDecimals = 2;

/// Tiles as the history would have them, of a number that is busy all day.
void answerFromHistory(barograph::TimelineStore &store)
{
    using namespace barograph;
    QObject::connect(
        &store, &TimelineStore::wanted, &store,
        [&store](const std::vector<TileKey> &keys) {
            for (const TileKey &key : keys) {
                auto buckets = std::make_shared<std::vector<TimeBucket>>(kBucketsPerTile);
                const auto width = key.bucketWidth();
                for (std::size_t i = 0; i < buckets->size(); ++i) {
                    const UtcSecond at = key.from() + width * static_cast<qint64>(i);
                    const auto reads = static_cast<quint32>(unixSeconds(at) / width.count() * 7 % 23);
                    TimeBucket &bucket = (*buckets)[i];
                    addSecond(bucket, at, {{{3, 2, 4, reads}}, kAllKindsMask, 0}, 20);
                }
                store.setTile({key, buckets, UtcSecond::max(), {}});
            }
        },
        Qt::QueuedConnection);
}

} // namespace

void measurePast()
{
    barograph::MainWindow window;
    window.setClock(barograph::testing::frameTime);
    window.resize(kSize);
    answerFromHistory(window.timeline());
    const auto frame = barograph::testing::frameOf({barograph::testing::stormNode()});
    window.setFrame(frame);
    window.show();
    barograph::TimeView &view = window.timeView();
    QImage target(kSize, QImage::Format_RGB32);
    const auto step = [&](auto change) {
        std::vector<float> times;
        for (int i = 0; i < kFrames; ++i) {
            QElapsedTimer timer;
            timer.start();
            change(i);
            window.setFrame(frame);
            window.QWidget::render(&target);
            times.push_back(static_cast<float>(timer.nsecsElapsed()) / 1e6F);
            QCoreApplication::processEvents();
        }
        return times;
    };
    const auto now = barograph::testing::frameTime();
    view.show(now - std::chrono::hours{24 * 90}, now);
    // What is read from the disk is not a step; by the end of these all of it is here.
    step([](int) {});
    const auto pans = step([&view](int i) { view.panBy(std::chrono::hours{i % 2 == 0 ? -24 : 24}); });
    const auto zooms = step([&](int i) { view.zoomAt(now - std::chrono::hours{1000}, i % 2 == 0 ? 0.8 : 1.25); });
    printFigure("pan_90_days_p50", percentile(pans, 0.5), "ms", kDecimals);
    printFigure("pan_90_days_p99", percentile(pans, 0.99), "ms", kDecimals);
    printFigure("zoom_90_days_p50", percentile(zooms, 0.5), "ms", kDecimals);
    printFigure("zoom_90_days_p99", percentile(zooms, 0.99), "ms", kDecimals);
}

void measureOverview()
{
    barograph::MainWindow window;
    window.setClock(barograph::testing::frameTime);
    window.resize(kSize);
    const auto frame = barograph::testing::manyNodesFrame(50);
    window.restoreChoices({{QStringLiteral("page"), QStringLiteral("overview")}});
    window.setFrame(frame);
    window.show();
    QCoreApplication::processEvents();
    QImage target(kSize, QImage::Format_RGB32);
    std::vector<float> times;
    for (int i = 0; i <= kFrames; ++i) {
        auto next = std::make_shared<barograph::Frame>(*frame);
        next->sequence = static_cast<quint64>(i);
        // Figures change in every tile, as they do in a storm.
        for (auto &node : next->nodes) {
            if (node.tps[1].hasValue())
                node.tps[1] = barograph::Reading<double>::measured(node.tps[1].value() + 0.1 * i, frame->takenAt);
        }
        QElapsedTimer timer;
        timer.start();
        window.setFrame(next);
        window.QWidget::render(&target);
        if (i > 0)
            times.push_back(static_cast<float>(timer.nsecsElapsed()) / 1e6F);
    }
    printFigure("overview_50_p50", percentile(times, 0.5), "ms", kDecimals);
    printFigure("overview_50_p99", percentile(times, 0.99), "ms", kDecimals);
}

} // namespace bench
