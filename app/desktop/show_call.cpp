// SPDX-License-Identifier: GPL-3.0-or-later
#include "show_call.h"

#include "instance_claim.h"
#include "show_request.h"

#include <QEventLoop>
#include <QFile>
#include <QLocalSocket>
#include <QTimer>

#include <utility>

namespace barograph {

namespace {

/// What ends the loop besides the end of the program, which gives 0 or, once more asked for, -1.
constexpr int kAnswered = 10;
constexpr int kClosed = 11;
constexpr int kTimeIsUp = 12;

} // namespace

ShowAnswer askToShow(const QString &folder, const QByteArray &token, std::chrono::milliseconds patience)
{
    const OwnedDescriptor place = openFolder(folder);
    if (!place)
        return ShowAnswer::Nobody;
    QEventLoop loop;
    QByteArray said;
    QLocalSocket socket;
    socket.setReadBufferSize(kMostShowRequest);
    // The first outcome counts: who answers hangs up right after.
    bool ended = false;
    const auto end = [&loop, &ended](int outcome) {
        if (!std::exchange(ended, true))
            loop.exit(outcome);
    };
    const auto hear = [&] {
        said += socket.readAll();
        if (said == kShownAnswer)
            end(kAnswered);
        else if (!QByteArray(kShownAnswer).startsWith(said))
            end(kClosed);
    };
    QObject::connect(&socket, &QLocalSocket::connected, &loop, [&] { socket.write(showRequest(token)); });
    QObject::connect(&socket, &QLocalSocket::readyRead, &loop, hear);
    // Also where connecting fails, which can be told before the loop runs.
    const auto closed = [&end] { end(kClosed); };
    QObject::connect(&socket, &QLocalSocket::disconnected, &loop, closed, Qt::QueuedConnection);
    QObject::connect(&socket, &QLocalSocket::errorOccurred, &loop, closed, Qt::QueuedConnection);
    QTimer::singleShot(patience, &loop, [&end] { end(kTimeIsUp); });
    socket.connectToServer(QFile::decodeName(showSocketPath(place.get())), QIODevice::ReadWrite);
    switch (loop.exec()) {
    case kAnswered:
        return ShowAnswer::Shown;
    case kClosed:
        return ShowAnswer::Nobody;
    case kTimeIsUp:
        return ShowAnswer::Silent;
    default:
        return ShowAnswer::Interrupted;
    }
}

bool waitInLoop(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, [&loop] { loop.exit(kTimeIsUp); });
    return loop.exec() == kTimeIsUp;
}

} // namespace barograph
