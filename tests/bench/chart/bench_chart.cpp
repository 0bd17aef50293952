// SPDX-License-Identifier: GPL-3.0-or-later
// Milliseconds for one frame of a live chart: hand over the data, move the axes, paint. Four stacked kinds in a window
// that slides by one second a frame, 1000×300, raster, offscreen. All charts get the same noisy seconds, in one run.
#include "peers.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <QWidget>

#include <algorithm>
#include <cstdio>
#include <map>
#include <random>
#include <string>

using namespace barograph;

namespace {

constexpr QSize kSize(1000, 300);
const UtcSecond kStart = fromUnixSeconds(1'790'000'000);

std::vector<std::shared_ptr<const SecondSeries>> slidingWindows(std::size_t points, int frames)
{
    std::mt19937 random(1);
    std::poisson_distribution<quint32> count(18);
    SecondSeries all;
    all.first = kStart;
    for (std::size_t i = 0; i < points + static_cast<std::size_t>(frames); ++i) {
        SecondSample sample;
        sample.knownMask = kAllKindsMask;
        for (auto &value : sample.counts.counts)
            value = count(random);
        all.samples.push_back(sample);
    }
    std::vector<std::shared_ptr<const SecondSeries>> windows;
    for (int frame = 0; frame < frames; ++frame) {
        SecondSeries window;
        window.first = all.first + Seconds{frame};
        const auto begin = all.samples.begin() + frame;
        window.samples.assign(begin, begin + static_cast<std::ptrdiff_t>(points));
        windows.push_back(std::make_shared<const SecondSeries>(std::move(window)));
    }
    return windows;
}

/// Median over the frames, in milliseconds.
double measure(ChartPeer &peer, std::size_t points, int frames)
{
    const auto windows = slidingWindows(points, frames + 1);
    peer.widget().resize(kSize);
    peer.widget().show();
    QCoreApplication::processEvents();
    QImage target(kSize, QImage::Format_ARGB32_Premultiplied);
    std::vector<double> times;
    for (int frame = 0; frame <= frames; ++frame) {
        QElapsedTimer timer;
        timer.start();
        peer.setWindow(windows[static_cast<std::size_t>(frame)]);
        peer.widget().render(&target);
        // The first frame fills caches and lays out the widget.
        if (frame > 0)
            times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    peer.widget().hide();
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

int framesFor(const std::string &name, std::size_t points)
{
    // The peers take seconds for a frame of a day; their medians do not need more than this.
    if (name != "TpsChart")
        return points > 10000 ? 1 : (points > 1000 ? 5 : 20);
    return 200;
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    std::map<std::size_t, std::map<std::string, double>> results;
    for (const std::size_t points : {600UL, 3600UL, 86400UL}) {
        std::vector<std::unique_ptr<ChartPeer>> peers;
        peers.push_back(makeTpsChartPeer(Seconds{static_cast<qint64>(points)}));
        peers.push_back(makeAreaSeriesPeer());
        peers.push_back(makeQCustomPlotPeer());
        for (const auto &peer : peers) {
            if (!peer)
                continue;
            const double ms = measure(*peer, points, framesFor(peer->name(), points));
            results[points][peer->name()] = ms;
            std::printf("%-12s %6zu points  %10.3f ms a frame\n", peer->name(), points, ms);
            std::fflush(stdout);
        }
    }
    for (const auto &[points, byName] : results)
        std::printf("figure: chart_frame_%zu %.3f ms\n", points, byName.at("TpsChart"));
    for (const auto &[points, byName] : results) {
        for (const auto &[name, ms] : byName) {
            if (name != "TpsChart")
                std::printf("ratio: chart_frame_%zu/%s %.4f\n", points, name.c_str(), byName.at("TpsChart") / ms);
        }
    }
    return 0;
}
