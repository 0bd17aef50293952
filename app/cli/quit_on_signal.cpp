// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/quit_on_signal.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#include <array>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace barograph {

#ifdef Q_OS_UNIX

namespace {

// A signal handler may do next to nothing; writing a byte to a socket that the event loop watches is allowed.
std::array<int, 2> wakeSockets{-1, -1};

void onTerminationSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(wakeSockets[0], &byte, sizeof byte);
}

} // namespace

void quitOnTerminationSignals()
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, wakeSockets.data()) != 0)
        return;
    auto *notifier = new QSocketNotifier(wakeSockets[1], QSocketNotifier::Read, qApp);
    QObject::connect(notifier, &QSocketNotifier::activated, qApp, [notifier] {
        notifier->setEnabled(false);
        QCoreApplication::quit();
    });
    struct sigaction action
    {};
    action.sa_handler = onTerminationSignal;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (const int number : {SIGINT, SIGTERM, SIGHUP})
        ::sigaction(number, &action, nullptr);
}

#else

void quitOnTerminationSignals() {}

#endif

} // namespace barograph
