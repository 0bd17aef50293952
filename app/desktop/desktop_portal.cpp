// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop_portal.h"

#include "portal_listener.h"

#include <QFileInfo>
#include <QStringBuilder>
#include <QThread>

namespace barograph {

namespace {

/// Longer than a bus takes that answers at all. One that does not must not keep the program from ending.
constexpr int kLeaveAfterMs = 500;

} // namespace

QString sessionBusAddress()
{
    const QString given = qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS");
    if (!given.isEmpty())
        return given.startsWith(QLatin1String("autolaunch:")) ? QString() : given;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (runtime.isEmpty() || !QFileInfo::exists(runtime % QLatin1String("/bus")))
        return {};
    return QLatin1String("unix:path=") % runtime % QLatin1String("/bus");
}

DesktopPortal::DesktopPortal(QObject *parent)
    : QObject(parent)
{}

DesktopPortal::~DesktopPortal()
{
    if (!m_thread)
        return;
    m_thread->quit();
    // One that still waits for the bus goes by itself when the bus has answered, or with the program.
    if (m_thread->wait(kLeaveAfterMs))
        delete m_thread;
    else
        QObject::connect(m_thread, &QThread::finished, m_thread, &QObject::deleteLater);
}

void DesktopPortal::start(const QString &busAddress)
{
    if (m_thread || busAddress.isEmpty())
        return;
    m_thread = new QThread;
    m_thread->setObjectName(QStringLiteral("desktop portal"));
    auto *listener = new PortalListener(busAddress);
    listener->moveToThread(m_thread);
    connect(m_thread, &QThread::started, listener, &PortalListener::begin);
    connect(m_thread, &QThread::finished, listener, &QObject::deleteLater);
    connect(listener, &PortalListener::looked, this, &DesktopPortal::looked);
    m_thread->start(QThread::LowPriority);
}

} // namespace barograph
