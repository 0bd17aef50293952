// SPDX-License-Identifier: GPL-3.0-or-later
// How fluid the screen is: the whole program in one process, offscreen raster.
//
//   bench_ui [PART…] [--storm-seconds N]     parts: storm overview past idle hidden start; all without one
//
// Everything that the GUI thread does for a frame counts: taking it, renewing panels, painting all of the window.
#include "bench/frame_watch.h"
#include "live_parts.h"
#include "start_part.h"
#include "still_parts.h"
#include "theme/theme.h"

#include <QStringList>

#include <cstdio>
#include <stdexcept>

namespace {

constexpr int kUsualStorm = 30;
constexpr std::chrono::seconds kIdle{20};
constexpr std::chrono::seconds kHidden{3};

int measure(bench::FrameWatch &application)
{
    QStringList parts = bench::FrameWatch::arguments().mid(1);
    int stormSeconds = kUsualStorm;
    if (const auto at = parts.indexOf(QStringLiteral("--storm-seconds")); at >= 0 && at + 1 < parts.size()) {
        stormSeconds = std::max(1, parts[at + 1].toInt());
        parts.remove(at, 2);
    }
    barograph::applyTheme(application, barograph::ThemeChoice::Dark);
    bench::FrameWatch::setQuitOnLastWindowClosed(false);
    const auto wants = [&parts](const char *part) {
        return parts.isEmpty() || parts.contains(QString::fromLatin1(part));
    };
    if (wants("start"))
        bench::measureStart(bench::FrameWatch::applicationFilePath().toLocal8Bit().constData());
    if (wants("overview"))
        bench::measureOverview();
    if (wants("past"))
        bench::measurePast();
    if (wants("hidden"))
        bench::measureHidden(application, kHidden);
    if (wants("idle"))
        bench::measureIdle(application, kIdle);
    if (wants("storm"))
        bench::measureStorm(application, std::chrono::seconds{stormSeconds});
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    bench::FrameWatch application(argc, argv);
    try {
        if (argc == 3 && std::string_view(argv[1]) == "--start")
            return bench::runStart(application, argv[2]) ? 0 : 2;
        return measure(application);
    } catch (const std::exception &error) {
        std::fprintf(stderr, "bench_ui: %s\n", error.what());
        return 1;
    }
}
