// SPDX-License-Identifier: GPL-3.0-or-later
#include "live_parts.h"

#include "bench/figures.h"
#include "bench/frame_watch.h"
#include "bench/live_window.h"
#include "bench/open_loop.h"
#include "bench/webhook_bodies.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <cstdio>
#include <stdexcept>
#include <thread>

namespace bench {

namespace {

constexpr QSize kSize(1920, 1080);
constexpr std::size_t kStatuses = 100;
constexpr int kBodiesPerSecond = 500;
constexpr std::chrono::seconds kWarmUp{5};
constexpr std::chrono::minutes kReportEvery{1};
constexpr int kDecimals = 2;
const QString kFolder = QStringLiteral(BENCH_WORK_DIR "/run");

void runFor(std::chrono::milliseconds length)
{
    QEventLoop loop;
    QTimer::singleShot(length, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace

void measureStorm(FrameWatch &application, std::chrono::seconds length)
{
    LiveWindow live(application, kFolder, 1, kSize);
    const Target target = live.awaitTarget();
    NumberedRequests source(target, onPremBatchBody(kStatuses, barograph::utcNow()));
    const OpenLoopPlan plan{.connections = 32, .perSecond = kBodiesPerSecond, .warmUp = kWarmUp, .duration = length};
    OpenLoopResult load;
    std::exception_ptr failure;
    QEventLoop loop;
    double memoryAtBegin = 0;
    QTimer::singleShot(kWarmUp, &loop, [&] {
        memoryAtBegin = residentMegabytes();
        application.watch(live.window());
    });
    // What grows or stalls late in a long storm shows when, and not only that it did.
    QTimer progress;
    QElapsedTimer since;
    QObject::connect(&progress, &QTimer::timeout, &loop, [&] {
        std::printf("after %lld s: %.0f MB, %d stalls, the longest %.0f ms\n", since.elapsed() / 1000,
                    residentMegabytes(), application.stalls(), application.longestStallMillis());
        std::fflush(stdout);
    });
    since.start();
    progress.start(kReportEvery);
    std::thread sender([&] {
        try {
            load = runOpenLoop(target, source, plan);
        } catch (...) {
            failure = std::current_exception();
        }
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
    });
    loop.exec();
    application.unwatch();
    sender.join();
    if (failure)
        std::rethrow_exception(failure);
    if (load.otherAnswers > 0 || load.unanswered > 0)
        throw std::runtime_error("some requests were not answered with 200");
    const auto frames = application.frameMillis();
    if (frames.empty())
        throw std::runtime_error("no frame was drawn");
    printFigure("storm_load", static_cast<double>(load.millis.size() * kStatuses) / static_cast<double>(length.count()),
                "events/s");
    printFigure("storm_length", static_cast<double>(length.count()), "s");
    printFigure("node_view_frame_p50", percentile(frames, 0.5), "ms", kDecimals);
    printFigure("node_view_frame_p99", percentile(frames, 0.99), "ms", kDecimals);
    printFigure("node_view_frame_max", percentile(frames, 1), "ms", kDecimals);
    printFigure("node_view_tick_p50", percentile(application.tickMillis(), 0.5), "ms", kDecimals);
    printFigure("node_view_frames", static_cast<double>(frames.size()) / application.seconds(), "per second", 1);
    printFigure("gui_stalls_over_50ms", application.stalls(), "stalls");
    printFigure("gui_longest_stall", application.longestStallMillis(), "ms", kDecimals);
    printFigure("storm_memory_at_begin", memoryAtBegin, "MB");
    printFigure("storm_memory_at_end", residentMegabytes(), "MB");
}

void measureIdle(FrameWatch &application, std::chrono::seconds length)
{
    LiveWindow live(application, kFolder, 8, kSize);
    live.awaitTarget();
    runFor(kWarmUp);
    const double before = processorSeconds();
    runFor(length);
    const double share = (processorSeconds() - before) / static_cast<double>(length.count());
    printFigure("idle_8_nodes", share * 100, "% of a core", kDecimals);
}

void measureHidden(FrameWatch &application, std::chrono::seconds length)
{
    LiveWindow live(application, kFolder, 1, kSize);
    live.awaitTarget();
    runFor(std::chrono::seconds{1});
    const auto count = [&](const char *name) {
        QCoreApplication::processEvents();
        const int frames = live.framesTaken();
        application.watch(live.window());
        runFor(length);
        application.unwatch();
        std::printf("%s: %zu ticks, %zu paints, %d frames taken\n", name, application.tickMillis().size(),
                    application.paintMillis().size(), live.framesTaken() - frames);
        return static_cast<double>(application.tickMillis().size() + application.paintMillis().size());
    };
    printFigure("drawn_while_shown", count("shown"), "ticks and paints");
    live.window().hide();
    printFigure("drawn_while_hidden", count("hidden"), "ticks and paints");
    live.window().showMinimized();
    // It is shown before it is minimised, and that picture is none of a minimised window.
    runFor(std::chrono::milliseconds{500});
    printFigure("drawn_while_minimised", count("minimised"), "ticks and paints");
}

} // namespace bench
