// SPDX-License-Identifier: GPL-3.0-or-later
#include "start_part.h"

#include "bench/figures.h"
#include "main_window.h"
#include "runtime/backend.h"
#include "secrets/session_store.h"
#include "theme/theme.h"
#include "wiring.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QMainWindow>
#include <QProcess>
#include <QtCharts/QChartView>

#include <cstdio>
#include <cstring>
#include <stdexcept>
#include <vector>

namespace bench {

namespace {

constexpr int kRounds = 9;
constexpr int kDecimals = 1;

/// Ends the program when a chart was painted.
class PaintWatch : public QObject
{
public:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        // The viewport paints what the view shows; the event comes before, and what is posted now runs after it.
        auto *view = watched->parent() ? qobject_cast<QChartView *>(watched->parent()) : nullptr;
        if (event->type() == QEvent::Paint && view && view->isVisible())
            QMetaObject::invokeMethod(
                qApp,
                [] {
                    std::puts("painted");
                    std::fflush(stdout);
                    std::_Exit(0);
                },
                Qt::QueuedConnection);
        return false;
    }
};

double millisOf(const char *program, const char *which)
{
    QProcess process;
    QElapsedTimer timer;
    timer.start();
    process.start(QString::fromLocal8Bit(program), {QStringLiteral("--start"), QString::fromLatin1(which)});
    if (!process.waitForReadyRead(60'000) || !process.readAllStandardOutput().contains("painted"))
        throw std::runtime_error("a started window was not painted");
    const double millis = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    process.waitForFinished();
    return millis;
}

QString startFolder()
{
    return QStringLiteral(BENCH_WORK_DIR "/start");
}

void showOurs(QApplication &application)
{
    barograph::applyTheme(application, barograph::ThemeChoice::Dark);
    // Live until the process ends, which the first painted chart does.
    auto *secrets = new barograph::SessionSecretStore({}, barograph::SessionSecretStore::Keychain::DoNotUse);
    auto *backend = new barograph::Backend(barograph::pathsBelow(startFolder()), *secrets);
    barograph::NodeConfig node;
    node.id = QStringLiteral("bench");
    node.baseUrl = QUrl(QStringLiteral("https://127.0.0.1:9"));
    barograph::Config config;
    config.listener.port = 0;
    config.nodes = {node};
    if (const auto started = backend->start(config); !started)
        throw std::runtime_error(started.error().toStdString());
    auto *window = new barograph::MainWindow;
    barograph::connectScreen(*window, *backend);
    window->show();
}

void showEmpty()
{
    auto *window = new QMainWindow;
    window->resize(1280, 720);
    window->setCentralWidget(new QChartView(new QChart));
    window->show();
}

} // namespace

void measureStart(const char *program)
{
    std::vector<double> ours;
    std::vector<double> empty;
    for (int round = 0; round < kRounds; ++round) {
        // A first start, each of them; that what an earlier one left is removed is no part of it.
        QDir(startFolder()).removeRecursively();
        ours.push_back(millisOf(program, "ours"));
        empty.push_back(millisOf(program, "empty"));
    }
    printFigure("start_to_chart", median(ours), "ms", kDecimals);
    printFigure("start_to_chart_empty_window", median(empty), "ms", kDecimals);
    printRatio("start_to_chart", "empty_window", median(ours) / median(empty));
}

bool runStart(QApplication &application, const char *which)
{
    static PaintWatch watch;
    application.installEventFilter(&watch);
    if (std::strcmp(which, "ours") == 0)
        showOurs(application);
    else if (std::strcmp(which, "empty") == 0)
        showEmpty();
    else
        return false;
    QApplication::exec();
    return true;
}

} // namespace bench
