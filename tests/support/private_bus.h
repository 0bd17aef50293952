// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace barograph::testing {

/// A session bus of its own, without anything that could be started on it.
class PrivateBus
{
public:
    PrivateBus()
    {
        QFile config(m_folder.filePath(QStringLiteral("bus.conf")));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("<busconfig><type>session</type><listen>unix:tmpdir=" + m_folder.path().toUtf8() +
                     "</listen><policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>"
                     "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>");
        config.close();
        m_daemon.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--nofork"), QStringLiteral("--print-address=1"),
                                                       QStringLiteral("--config-file=") + config.fileName()});
        QVERIFY2(m_daemon.waitForStarted(kPatienceMs), qPrintable(m_daemon.errorString()));
        while (!m_daemon.canReadLine() && m_daemon.waitForReadyRead(kPatienceMs)) {
        }
        address = QString::fromUtf8(m_daemon.readLine()).trimmed();
        QVERIFY2(!address.isEmpty(), m_daemon.readAllStandardError().constData());
    }
    ~PrivateBus()
    {
        m_daemon.kill();
        m_daemon.waitForFinished(kPatienceMs);
    }
    PrivateBus(const PrivateBus &) = delete;
    PrivateBus &operator=(const PrivateBus &) = delete;

    QString address;

private:
    static constexpr int kPatienceMs = 20'000;

    QTemporaryDir m_folder;
    QProcess m_daemon;
};

} // namespace barograph::testing
