// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/live_window.h"

#include "wiring.h"

#include <QDir>
#include <QFile>

#include <sys/resource.h>

#include <stdexcept>

namespace bench {

namespace {

barograph::Config configurationOf(int nodes)
{
    barograph::Config config;
    config.listener.port = 0;
    for (int i = 0; i < nodes; ++i) {
        barograph::NodeConfig node;
        node.id = QStringLiteral("bench-%1").arg(i);
        node.name = QStringLiteral("Benchmark %1").arg(i);
        node.baseUrl = QUrl(QStringLiteral("https://127.0.0.1:9"));
        node.allocatedTps = 1000;
        config.nodes.push_back(node);
    }
    return config;
}

QString emptied(const QString &folder)
{
    QDir(folder).removeRecursively();
    QDir().mkpath(folder);
    return folder;
}

} // namespace

LiveWindow::LiveWindow(FrameWatch &application, const QString &folder, int nodes, const QSize &size)
    : m_secrets({}, barograph::SessionSecretStore::Keychain::DoNotUse)
    , m_backend(barograph::pathsBelow(emptied(folder)), m_secrets)
{
    barograph::connectScreen(m_window, m_backend);
    m_window.setFrameSource([this, &application] {
        application.noteTick();
        auto frame = m_backend.latestFrame();
        m_framesTaken += frame ? 1 : 0;
        return frame;
    });
    m_window.resize(size);
    if (const auto started = m_backend.start(configurationOf(nodes)); !started)
        throw std::runtime_error(started.error().toStdString());
    m_window.show();
}

LiveWindow::~LiveWindow()
{
    m_window.setFrameSource({});
    m_backend.stop();
}

Target LiveWindow::awaitTarget()
{
    QUrl url;
    while (url.isEmpty()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        url = QUrl(m_backend.webhookUrl(QStringLiteral("bench-0")));
    }
    return {static_cast<std::uint16_t>(url.port()), url.path().toStdString()};
}

double residentMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

double processorSeconds()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

} // namespace bench
