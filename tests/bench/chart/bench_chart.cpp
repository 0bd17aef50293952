// SPDX-License-Identifier: GPL-3.0-or-later
// Milliseconds for one frame of a live chart: hand over the data, move the axes, paint the whole widget into a raster
// image. The four kinds in a window that slides by one second a frame, stacked and as lines, in two sizes; all charts
// get the same noisy seconds, in one run. Then what 10,000 markers add. `bench_chart ours` leaves the peers out,
// `bench_chart lines` all but the lines.
#include "peers.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <QWidget>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <random>
#include <string>

using namespace barograph;

namespace {

const UtcSecond kStart = fromUnixSeconds(1'790'000'000);
constexpr int kOurFrames = 200;
constexpr int kManyMarkers = 10'000;
constexpr int kTurnsToSettle = 3;
using Windows = std::vector<std::shared_ptr<const SecondSeries>>;

Windows slidingWindows(std::size_t points, int frames)
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
    Windows windows;
    for (int frame = 0; frame < frames; ++frame) {
        SecondSeries window;
        window.first = all.first + Seconds{frame};
        const auto begin = all.samples.begin() + frame;
        window.samples.assign(begin, begin + static_cast<std::ptrdiff_t>(points));
        windows.push_back(std::make_shared<const SecondSeries>(std::move(window)));
    }
    return windows;
}

void printFigure(const std::string &name, double ms)
{
    std::printf("figure: %s %.3f ms\n", name.c_str(), ms);
    std::fflush(stdout);
}

/// Medians over the frames, in milliseconds.
struct FrameTime
{
    double wall = 0;
    double processor = 0; ///< of the whole process: says more than the wall on a machine that does other work too
};

double processorMs()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double medianOf(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

FrameTime measure(ChartPeer &peer, const Windows &windows, QSize size, int frames)
{
    peer.widget().resize(size);
    peer.widget().show();
    QCoreApplication::processEvents();
    QImage target(size, QImage::Format_ARGB32_Premultiplied);
    // Ours asks for its past and gets it in the event loop. The others have it, and would only take longer.
    for (int turn = 0; frames == kOurFrames && turn < kTurnsToSettle; ++turn) {
        peer.setWindow(windows[0]);
        QCoreApplication::processEvents();
    }
    std::vector<double> walls;
    std::vector<double> processors;
    for (int frame = 0; frame <= frames; ++frame) {
        QElapsedTimer timer;
        const double before = processorMs();
        timer.start();
        peer.setWindow(windows[static_cast<std::size_t>(frame)]);
        peer.widget().render(&target);
        // The first frame fills caches and lays out the widget.
        if (frame == 0)
            continue;
        walls.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        processors.push_back(processorMs() - before);
    }
    peer.widget().hide();
    return {medianOf(walls), medianOf(processors)};
}

/// The peers take up to seconds for a frame of a day; their medians do not need more than this.
int framesFor(const ChartPeer &peer, std::size_t points)
{
    if (std::strcmp(peer.name(), "TpsChart") == 0 || std::strcmp(peer.name(), "Lines") == 0)
        return kOurFrames;
    return points > 10000 ? 1 : (points > 1000 ? 5 : 21);
}

std::string figureName(ChartForm form, std::size_t points, QSize size)
{
    std::string name = form == ChartForm::Lines ? "lines_frame_" : "chart_frame_";
    name += std::to_string(points);
    // The first size is the one that the figures are compared by since they are taken.
    return size.width() == 1000 ? name
                                : name + "_" + std::to_string(size.width()) + "x" + std::to_string(size.height());
}

void printRow(const char *name, std::size_t points, QSize size, const FrameTime &time)
{
    std::printf("%-16s %6zu points %4dx%d %10.3f ms a frame, %10.3f ms of the processor\n", name, points, size.width(),
                size.height(), time.wall, time.processor);
    std::fflush(stdout);
}

void compare(ChartForm form, std::size_t points, QSize size, bool withPeers)
{
    const Windows windows = slidingWindows(points, kOurFrames + 1);
    const auto ours = makeOurPeer(form, Seconds{static_cast<qint64>(points)});
    const FrameTime time = measure(*ours, windows, size, framesFor(*ours, points));
    printRow(ours->name(), points, size, time);
    const std::string name = figureName(form, points, size);
    printFigure(name, time.wall);
    if (!withPeers)
        return;
    std::vector<std::unique_ptr<ChartPeer>> peers;
    peers.push_back(makeQCustomPlotPeer(form, true));
    if (form == ChartForm::Lines)
        peers.push_back(makeQCustomPlotPeer(form, false));
    else if (size.width() == 1000 && points <= 3600)
        peers.push_back(makeAreaSeriesPeer());
    for (const auto &peer : peers) {
        if (!peer)
            continue;
        const FrameTime theirs = measure(*peer, windows, size, framesFor(*peer, points));
        printRow(peer->name(), points, size, theirs);
        std::printf("ratio: %s/%s %.4f\n", name.c_str(), peer->name(), time.wall / theirs.wall);
        std::fflush(stdout);
    }
}

/// So that always `inView` of them are in a window of `span`.
MarkerList evenMarkers(Seconds span, int inView)
{
    auto markers = std::make_shared<std::vector<Marker>>();
    const Millis apart = Millis(span) / inView;
    const int count = static_cast<int>((span + Seconds{kOurFrames}) / apart);
    for (int i = 0; i < count; ++i) {
        Marker marker;
        marker.at = UtcTime{kStart} + apart * i;
        marker.kind = static_cast<MarkerKind>(i % static_cast<int>(kMarkerKindCount));
        marker.bad = i % 7 == 0;
        marker.text = QStringLiteral("marker");
        markers->push_back(marker);
    }
    return markers;
}

/// What many markers in view add to a frame.
void measureMarkers(QSize size)
{
    constexpr Seconds kSpan{3600};
    const Windows windows = slidingWindows(3600, kOurFrames + 1);
    const auto without = makeOurPeer(ChartForm::Stacked, kSpan);
    const auto with = makeOurPeer(ChartForm::Stacked, kSpan, evenMarkers(kSpan, kManyMarkers));
    const FrameTime bare = measure(*without, windows, size, kOurFrames);
    const FrameTime marked = measure(*with, windows, size, kOurFrames);
    printRow("without markers", 3600, size, bare);
    printRow("10,000 markers", 3600, size, marked);
    printFigure("chart_10000_markers_add_" + std::to_string(size.width()), marked.wall - bare.wall);
}

/// One move of the crosshair, with all that it sets off: the legend's figures and what is painted.
void measureCrosshair(QSize size)
{
    constexpr Seconds kSpan{3600};
    const Windows windows = slidingWindows(3600, 1);
    const auto peer = makeOurPeer(ChartForm::Stacked, kSpan);
    peer->widget().resize(size);
    peer->widget().show();
    peer->setWindow(windows.front());
    QCoreApplication::processEvents();
    std::vector<double> times;
    for (int move = 0; move <= kOurFrames; ++move) {
        QElapsedTimer timer;
        timer.start();
        peer->setCursor(windows.front()->first + Seconds{60 + 7 * move});
        QCoreApplication::processEvents();
        if (move > 0)
            times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    printFigure("chart_crosshair_move_" + std::to_string(size.width()), times[times.size() / 2]);
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    const bool withPeers = !QCoreApplication::arguments().contains(QStringLiteral("ours"));
    const bool linesOnly = QCoreApplication::arguments().contains(QStringLiteral("lines"));
    for (const QSize size : {QSize(1000, 300), QSize(1900, 400)}) {
        for (const ChartForm form : {ChartForm::Stacked, ChartForm::Lines}) {
            for (const std::size_t points : {600UL, 3600UL, 86400UL}) {
                if (form == ChartForm::Lines || !linesOnly)
                    compare(form, points, size, withPeers);
            }
        }
        if (linesOnly)
            continue;
        measureMarkers(size);
        measureCrosshair(size);
    }
    return 0;
}
