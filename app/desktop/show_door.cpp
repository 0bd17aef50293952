// SPDX-License-Identifier: GPL-3.0-or-later
#include "show_door.h"

#include "show_request.h"

#include <QLocalSocket>
#include <QLoggingCategory>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace barograph {

namespace {

Q_LOGGING_CATEGORY(lcShowDoor, "barograph.instance", QtWarningMsg)

constexpr int kMostVisitors = 8;
constexpr int kQueue = 16;
constexpr int kVisitMs = 2'000;
/// While the system has no descriptors left, the socket would wake us without end.
constexpr int kRestMs = 500;

bool bindShowSocket(int socket, int folder)
{
    const QByteArray path = showSocketPath(folder);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= qsizetype{sizeof address.sun_path})
        return false;
    std::copy(path.begin(), path.end(), static_cast<char *>(address.sun_path));
    // Before it has a name: there is no moment in which others could come in.
    return ::fchmod(socket, 0600) == 0 && (::unlinkat(folder, kShowSocketName, 0) == 0 || errno == ENOENT) &&
           ::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0 &&
           ::listen(socket, kQueue) == 0;
}

bool isSameUser(int visitor)
{
    ucred who{};
    socklen_t size = sizeof who;
    return ::getsockopt(visitor, SOL_SOCKET, SO_PEERCRED, &who, &size) == 0 && who.uid == ::geteuid();
}

void hangUp(QLocalSocket &visitor)
{
    visitor.abort();
    visitor.deleteLater();
}

} // namespace

ShowDoor::ShowDoor(const InstanceClaim &claim, QObject *parent)
    : QObject(parent)
    , m_folder(claim.folder())
    , m_socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0))
{
    if (!m_socket || !bindShowSocket(m_socket.get(), m_folder)) {
        qCWarning(lcShowDoor) << "another start cannot bring this window up:" << std::strerror(errno);
        return;
    }
    m_watch = std::make_unique<QSocketNotifier>(m_socket.get(), QSocketNotifier::Read);
    connect(m_watch.get(), &QSocketNotifier::activated, this, &ShowDoor::letIn);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, [this] { m_watch->setEnabled(true); });
}

ShowDoor::~ShowDoor()
{
    // The claim is still ours, and with it whatever stands there.
    if (isOpen())
        ::unlinkat(m_folder, kShowSocketName, 0);
    // They would report to what is gone.
    qDeleteAll(visitors());
}

QList<QLocalSocket *> ShowDoor::visitors() const
{
    return findChildren<QLocalSocket *>(Qt::FindDirectChildrenOnly);
}

void ShowDoor::letIn()
{
    for (int taken = 0; taken < kQueue; ++taken) {
        OwnedDescriptor visitor(::accept4(m_socket.get(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
        if (!visitor) {
            if (errno != EAGAIN && errno != EINTR && errno != ECONNABORTED) {
                m_watch->setEnabled(false);
                m_rest.start();
            }
            return;
        }
        if (visitors().size() >= kMostVisitors || !isSameUser(visitor.get()))
            continue;
        greet(visitor.release());
    }
}

void ShowDoor::greet(int descriptor)
{
    auto *visitor = new QLocalSocket(this);
    connect(visitor, &QLocalSocket::readyRead, this, [this, visitor] { hear(*visitor); });
    connect(visitor, &QLocalSocket::disconnected, visitor, &QObject::deleteLater);
    QTimer::singleShot(kVisitMs, visitor, [visitor] { hangUp(*visitor); });
    visitor->setReadBufferSize(kMostShowRequest + 1);
    if (visitor->setSocketDescriptor(descriptor))
        return;
    ::close(descriptor);
    visitor->deleteLater();
}

void ShowDoor::hear(QLocalSocket &visitor)
{
    const QByteArray said = visitor.peek(kMostShowRequest + 1);
    if (!said.contains('\n') && said.size() <= kMostShowRequest)
        return; // the rest is on its way
    const auto token = readShowRequest(said);
    if (!token) {
        hangUp(visitor);
        return;
    }
    visitor.readAll();
    Q_EMIT asked(*token);
    visitor.write(kShownAnswer);
    visitor.disconnectFromServer();
}

} // namespace barograph
