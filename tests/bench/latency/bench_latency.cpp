// SPDX-License-Identifier: GPL-3.0-or-later
// How long webhook requests wait for their answer while the window is drawn: 50,000 events a second in bodies of 100
// statuses, sent at fixed times, into the whole program (services and window in one process, nothing pinned, offscreen)
// for some seconds. Printed beside it: how often and how fast the window is drawn, and how often its thread stalled.

#include "bench/figures.h"
#include "bench/frame_watch.h"
#include "bench/open_loop.h"
#include "bench/webhook_bodies.h"
#include "main_window.h"
#include "runtime/backend.h"
#include "secrets/session_store.h"
#include "theme/theme.h"

#include <QDir>

#include <cstdio>
#include <stdexcept>
#include <thread>

namespace {

constexpr std::size_t kStatuses = 100;
constexpr bench::OpenLoopPlan kPlan{.connections = 32,
                                    .perSecond = 500,
                                    .warmUp = std::chrono::milliseconds(3000),
                                    .duration = std::chrono::milliseconds(15'000)};

barograph::Config configuration()
{
    barograph::NodeConfig node;
    node.id = QStringLiteral("bench");
    node.name = QStringLiteral("Benchmark");
    node.baseUrl = QUrl(QStringLiteral("https://127.0.0.1:9"));
    node.allocatedTps = 1000;
    barograph::Config config;
    config.listener.port = 0;
    config.nodes = {node};
    return config;
}

/// Runs the event loop until the service listens.
bench::Target awaitTarget(barograph::Backend &backend)
{
    QUrl url;
    while (url.isEmpty()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        url = QUrl(backend.webhookUrl(QStringLiteral("bench")));
    }
    return {static_cast<std::uint16_t>(url.port()), url.path().toStdString()};
}

void print(const bench::FrameWatch &screen, const bench::OpenLoopResult &load)
{
    constexpr int kDecimals = 2;
    const auto figure = [](const char *name, double value, const char *unit) {
        bench::printFigure(name, value, unit, kDecimals);
    };
    if (load.millis.empty() || screen.tickMillis().empty() || screen.paintMillis().empty())
        throw std::runtime_error("nothing was answered or drawn");
    figure("latency_load", static_cast<double>(load.millis.size() * kStatuses) / (kPlan.duration.count() / 1000.0),
           "events/s");
    figure("latency_p50", bench::percentile(load.millis, 0.5), "ms");
    figure("latency_p99", bench::percentile(load.millis, 0.99), "ms");
    figure("latency_max", bench::percentile(load.millis, 1), "ms");
    figure("frames", static_cast<double>(screen.paintMillis().size()) / screen.seconds(), "per second");
    figure("frame_tick_p50", bench::percentile(screen.tickMillis(), 0.5), "ms");
    figure("frame_tick_p99", bench::percentile(screen.tickMillis(), 0.99), "ms");
    figure("frame_paint_p50", bench::percentile(screen.paintMillis(), 0.5), "ms");
    figure("frame_paint_p99", bench::percentile(screen.paintMillis(), 0.99), "ms");
    figure("gui_longest_stall", screen.longestStallMillis(), "ms");
    bench::printFigure("gui_stalls_over_50ms", screen.stalls(), "stalls");
}

int measure(bench::FrameWatch &application)
{
    const QString folder = QStringLiteral(BENCH_WORK_DIR "/run");
    QDir(folder).removeRecursively();
    QDir().mkpath(folder);
    barograph::applyTheme(application, barograph::ThemeChoice::Dark);
    barograph::SessionSecretStore secrets({}, barograph::SessionSecretStore::Keychain::DoNotUse);
    barograph::Backend backend(barograph::pathsBelow(folder), secrets);
    barograph::MainWindow window;
    window.setFrameSource([&application, &backend] {
        application.noteTick();
        return backend.latestFrame();
    });
    window.show();
    if (const auto started = backend.start(configuration()); !started)
        throw std::runtime_error(started.error().toStdString());

    const auto target = awaitTarget(backend);
    bench::NumberedRequests source(target, bench::onPremBatchBody(kStatuses, barograph::utcNow()));
    bench::OpenLoopResult load;
    std::exception_ptr failure;
    QTimer::singleShot(kPlan.warmUp, &application, [&] { application.watch(window); });
    std::thread sender([&] {
        try {
            load = bench::runOpenLoop(target, source, kPlan);
        } catch (...) {
            failure = std::current_exception();
        }
        QMetaObject::invokeMethod(&application, &QCoreApplication::quit, Qt::QueuedConnection);
    });
    bench::FrameWatch::exec();
    application.unwatch();
    sender.join();
    window.setFrameSource({});
    backend.stop();
    if (failure)
        std::rethrow_exception(failure);
    if (load.otherAnswers > 0 || load.unanswered > 0)
        throw std::runtime_error("some requests were not answered with 200");
    print(application, load);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    bench::FrameWatch application(argc, argv);
    try {
        return measure(application);
    } catch (const std::exception &error) {
        std::fprintf(stderr, "bench_latency: %s\n", error.what());
        return 1;
    }
}
