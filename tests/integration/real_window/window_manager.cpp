// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_manager.h"

#include <QTest>

namespace barograph::testing {

namespace {

constexpr int kManagerPatienceMs = 30'000;

} // namespace

bool WindowManager::start()
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), m_home.path());
    m_process.setProcessEnvironment(environment);
    m_process.start(QStringLiteral("blackbox"), {});
    return m_process.waitForStarted(kManagerPatienceMs) &&
           QTest::qWaitFor([this] { return m_windows.isManaged(); }, kManagerPatienceMs);
}

WindowManager::~WindowManager()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(kManagerPatienceMs))
        m_process.kill();
    m_process.waitForFinished(kManagerPatienceMs);
}

} // namespace barograph::testing
