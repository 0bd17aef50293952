// SPDX-License-Identifier: GPL-3.0-or-later
#include "still_parts.h"

#include "bench/figures.h"
#include "main_window.h"
#include "support/frame_factory.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>

#include <vector>

namespace bench {

namespace {

constexpr QSize kSize(1920, 1080);
constexpr int kFrames = 100;
constexpr int kDecimals = 2;

} // namespace

void measureOverview()
{
    barograph::MainWindow window;
    window.setClock(barograph::testing::frameTime);
    window.resize(kSize);
    const auto frame = barograph::testing::manyNodesFrame(50);
    window.setFrame(frame);
    window.show();
    QCoreApplication::processEvents();
    QImage target(kSize, QImage::Format_RGB32);
    std::vector<float> times;
    for (int i = 0; i <= kFrames; ++i) {
        auto next = std::make_shared<barograph::Frame>(*frame);
        next->sequence = static_cast<quint64>(i);
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
