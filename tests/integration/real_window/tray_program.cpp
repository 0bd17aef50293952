// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray_program.h"

#include <QTest>

namespace barograph::testing {

namespace {

constexpr int kTrayPatienceMs = 30'000;

} // namespace

bool TrayProgram::start()
{
    m_process.start(QStringLiteral("trayer"),
                    {QStringLiteral("--edge"), QStringLiteral("bottom"), QStringLiteral("--align"),
                     QStringLiteral("right"), QStringLiteral("--widthtype"), QStringLiteral("request"),
                     QStringLiteral("--height"), QStringLiteral("32")});
    return m_process.waitForStarted(kTrayPatienceMs) &&
           QTest::qWaitFor([this] { return m_windows.tray().has_value(); }, kTrayPatienceMs);
}

void TrayProgram::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(kTrayPatienceMs))
        m_process.kill();
    m_process.waitForFinished(kTrayPatienceMs);
}

QPoint TrayProgram::icon() const
{
    const auto panel = m_windows.titled(QStringLiteral("panel"));
    return panel ? m_windows.geometry(*panel).center() : QPoint();
}

int TrayProgram::iconWidth() const
{
    const auto panel = m_windows.titled(QStringLiteral("panel"));
    return panel ? m_windows.geometry(*panel).width() : 0;
}

} // namespace barograph::testing
