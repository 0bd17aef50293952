// SPDX-License-Identifier: GPL-3.0-or-later
#include "reader_bus.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QVariant>

namespace barograph::testing {

namespace {

const QString kBusName = QStringLiteral("reader");
const QString kAccessible = QStringLiteral("org.a11y.atspi.Accessible");
const QString kTable = QStringLiteral("org.a11y.atspi.Table");
const Spoken kRegistry{QStringLiteral("org.a11y.atspi.Registry"), QStringLiteral("/org/a11y/atspi/registry")};
const Spoken kDesktop{kRegistry.service, QStringLiteral("/org/a11y/atspi/accessible/root")};
/// A screen reader gives up sooner.
constexpr int kAnswerMs = 10'000;

QDBusConnection connectToReaders()
{
    const QDBusMessage ask =
        QDBusMessage::createMethodCall(QStringLiteral("org.a11y.Bus"), QStringLiteral("/org/a11y/bus"),
                                       QStringLiteral("org.a11y.Bus"), QStringLiteral("GetAddress"));
    const QDBusMessage answer = QDBusConnection::sessionBus().call(ask, QDBus::Block, kAnswerMs);
    return QDBusConnection::connectToBus(answer.arguments().value(0).toString(), kBusName);
}

} // namespace

ReaderBus::ReaderBus()
    : m_bus(connectToReaders())
{
    m_bus.connect(QString(), QString(), QStringLiteral("org.a11y.atspi.Event.Object"), QStringLiteral("StateChanged"),
                  this, SLOT(onStateChanged(QDBusMessage)));
}

ReaderBus::~ReaderBus()
{
    QDBusConnection::disconnectFromBus(kBusName);
}

QDBusMessage ReaderBus::call(const Spoken &object, const QString &interface, const QString &method,
                             const QVariantList &arguments) const
{
    QDBusMessage message = QDBusMessage::createMethodCall(object.service, object.path, interface, method);
    message.setArguments(arguments);
    return m_bus.call(message, QDBus::Block, kAnswerMs);
}

QVariant ReaderBus::property(const Spoken &object, const QString &interface, const QString &name) const
{
    const QDBusMessage answer =
        call(object, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"), {interface, name});
    return answer.arguments().value(0).value<QDBusVariant>().variant();
}

Spoken ReaderBus::reference(const QDBusMessage &answer)
{
    Spoken found;
    if (answer.signature() != QLatin1String("(so)"))
        return found;
    const auto argument = answer.arguments().constFirst().value<QDBusArgument>();
    QDBusObjectPath path;
    argument.beginStructure();
    argument >> found.service >> path;
    argument.endStructure();
    found.path = path.path();
    return found;
}

bool ReaderBus::listen()
{
    const QDBusMessage answer =
        call(kRegistry, QStringLiteral("org.a11y.atspi.Registry"), QStringLiteral("RegisterEvent"),
             {QStringLiteral("object:state-changed:showing"), QStringList(), QString()});
    return answer.type() == QDBusMessage::ReplyMessage;
}

void ReaderBus::onStateChanged(const QDBusMessage &message)
{
    const QVariantList arguments = message.arguments();
    if (arguments.value(0).toString() != QLatin1String("showing") || arguments.value(1).toInt() != 1)
        return;
    const Spoken source{message.service(), message.path()};
    if (roleName(source) == QLatin1String("notification"))
        heard << name(source);
}

Spoken ReaderBus::application(const QString &wanted) const
{
    for (int i = 0; i < childCount(kDesktop); ++i) {
        const Spoken found = child(kDesktop, i);
        if (name(found) == wanted)
            return found;
    }
    return {};
}

QString ReaderBus::name(const Spoken &object) const
{
    return property(object, kAccessible, QStringLiteral("Name")).toString();
}

QString ReaderBus::description(const Spoken &object) const
{
    return property(object, kAccessible, QStringLiteral("Description")).toString();
}

QString ReaderBus::roleName(const Spoken &object) const
{
    return call(object, kAccessible, QStringLiteral("GetRoleName")).arguments().value(0).toString();
}

bool ReaderBus::hasState(const Spoken &object, int state) const
{
    const QDBusMessage answer = call(object, kAccessible, QStringLiteral("GetState"));
    if (answer.signature() != QLatin1String("au"))
        return false;
    const auto bits = qdbus_cast<QList<uint>>(answer.arguments().constFirst());
    return bits.size() == 2 && (bits[state / 32] & (1U << (state % 32))) != 0;
}

int ReaderBus::childCount(const Spoken &object) const
{
    return property(object, kAccessible, QStringLiteral("ChildCount")).toInt();
}

Spoken ReaderBus::child(const Spoken &object, int index) const
{
    return reference(call(object, kAccessible, QStringLiteral("GetChildAtIndex"), {index}));
}

int ReaderBus::tableRows(const Spoken &object) const
{
    return property(object, kTable, QStringLiteral("NRows")).toInt();
}

Spoken ReaderBus::tableCell(const Spoken &object, int row, int column) const
{
    return reference(call(object, kTable, QStringLiteral("GetAccessibleAt"), {row, column}));
}

} // namespace barograph::testing
