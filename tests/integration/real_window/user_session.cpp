// SPDX-License-Identifier: GPL-3.0-or-later
#include "user_session.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QTest>

namespace barograph::testing {

namespace {

constexpr int kSessionPatienceMs = 60'000;

/// "pid (name) state parent …" of a process that is there.
QByteArray statusOf(const QString &pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

UserSession::UserSession()
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), m_home.path());
    for (const char *folder : {"config", "data", "state", "cache"})
        environment.insert(QStringLiteral("XDG_%1_HOME").arg(QString::fromLatin1(folder).toUpper()),
                           path(QString::fromLatin1(folder)));
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("disabled:"));
    m_process.setProcessEnvironment(environment);
}

UserSession::~UserSession()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished();
}

void UserSession::start(const QStringList &arguments)
{
    m_said.clear();
    m_process.start(QStringLiteral(BAROGRAPH_PROGRAM), arguments);
}

void UserSession::setBus(const QString &address)
{
    auto environment = m_process.processEnvironment();
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), address);
    m_process.setProcessEnvironment(environment);
}

bool UserSession::keepInTray() const
{
    if (!QDir().mkpath(path(QStringLiteral("state/barograph"))))
        return false;
    QSettings settings(path(QStringLiteral("state/barograph/window.ini")), QSettings::IniFormat);
    settings.setValue(QStringLiteral("choices"), QVariantMap{{QStringLiteral("keepInTray"), true}});
    settings.sync();
    return settings.status() == QSettings::NoError;
}

bool UserSession::startInTray(TrayProgram &tray, const QString &title)
{
    constexpr int kIconWidth = 16;
    if (!tray.start() || !keepInTray())
        return false;
    start();
    return window(title) != 0 &&
           QTest::qWaitFor([&tray] { return tray.iconWidth() >= kIconWidth; }, kSessionPatienceMs);
}

XWindows::Id UserSession::window(const QString &title) const
{
    std::optional<XWindows::Id> found;
    (void)QTest::qWaitFor([&] { return (found = m_windows.titled(title)).has_value(); }, kSessionPatienceMs);
    return found.value_or(0);
}

bool UserSession::isGone(const QString &title) const
{
    return QTest::qWaitFor([&] { return !m_windows.titled(title); }, kSessionPatienceMs);
}

QStringList UserSession::children() const
{
    QStringList names;
    const auto processes = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (const QString &pid : processes) {
        if (pid.toLongLong() == 0)
            continue;
        const QByteArray status = statusOf(pid);
        const auto fields = status.mid(status.lastIndexOf(')') + 2).split(' ');
        if (fields.size() > 1 && fields[1].toLongLong() == m_process.processId() && fields[0] != "Z")
            names << QString::fromLatin1(status.mid(status.indexOf('(') + 1).split(')').first());
    }
    return names;
}

bool UserSession::hasEnded()
{
    return QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, kSessionPatienceMs);
}

QString UserSession::said()
{
    m_said += m_process.readAllStandardOutput() + m_process.readAllStandardError();
    return QString::fromLocal8Bit(m_said);
}

bool UserSession::write(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    return QDir().mkpath(QFileInfo(file).path()) && file.open(QIODevice::WriteOnly) &&
           file.write(content) == content.size();
}

} // namespace barograph::testing
