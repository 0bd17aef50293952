// SPDX-License-Identifier: GPL-3.0-or-later
#include "portal_listener.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusPendingCallWatcher>
#include <QDBusServiceWatcher>
#include <QDBusVariant>
#include <QLoggingCategory>
#include <QMap>
#include <QVariantMap>

namespace barograph {

namespace {

Q_LOGGING_CATEGORY(lcDesktop, "barograph.desktop", QtWarningMsg)

const QString kPortalService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPortalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kPortalSettings = QStringLiteral("org.freedesktop.portal.Settings");
const QString kAppearance = QStringLiteral("org.freedesktop.appearance");
const QString kGnome = QStringLiteral("org.gnome.desktop.a11y.interface");

constexpr uint kPrefersDark = 1;
constexpr uint kPrefersLight = 2;
constexpr uint kHigherContrast = 1;

/// Some portals wrap a value once more than they say.
QVariant unwrapped(QVariant value)
{
    while (value.metaType() == QMetaType::fromType<QDBusVariant>())
        value = qvariant_cast<QDBusVariant>(value).variant();
    return value;
}

} // namespace

PortalListener::PortalListener(QString busAddress)
    : m_address(std::move(busAddress))
{}

PortalListener::~PortalListener()
{
    if (!m_connection.isEmpty())
        QDBusConnection::disconnectFromBus(m_connection);
}

void PortalListener::begin()
{
    // Of its own: a name that nobody else uses, so that nobody else waits for it.
    const QString name = QStringLiteral("barograph-desktop-%1").arg(reinterpret_cast<quintptr>(this));
    QDBusConnection bus = QDBusConnection::connectToBus(m_address, name);
    m_connection = name;
    if (!bus.isConnected()) {
        qCDebug(lcDesktop) << "no session bus:" << bus.lastError().message();
        return;
    }
    if (!bus.connect(kPortalService, kPortalPath, kPortalSettings, QStringLiteral("SettingChanged"), this,
                     SLOT(onSettingChanged(QDBusMessage))))
        qCWarning(lcDesktop) << "changes of the desktop's look are not told";
    auto *watcher = new QDBusServiceWatcher(kPortalService, bus, QDBusServiceWatcher::WatchForRegistration, this);
    connect(watcher, &QDBusServiceWatcher::serviceRegistered, this, &PortalListener::ask);
    ask();
}

void PortalListener::ask()
{
    QDBusMessage call =
        QDBusMessage::createMethodCall(kPortalService, kPortalPath, kPortalSettings, QStringLiteral("ReadAll"));
    call << QStringList{kAppearance, kGnome};
    const QDBusPendingCall pending = QDBusConnection(m_connection).asyncCall(call);
    auto *watcher = new QDBusPendingCallWatcher(pending, this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, &PortalListener::takeAnswer);
}

void PortalListener::takeAnswer(QDBusPendingCallWatcher *watcher)
{
    watcher->deleteLater();
    const QDBusMessage answer = watcher->reply();
    if (answer.type() != QDBusMessage::ReplyMessage || answer.signature() != QLatin1String("a{sa{sv}}")) {
        qCDebug(lcDesktop) << "no portal:" << answer.errorName() << answer.signature();
        return;
    }
    const auto groups = qdbus_cast<QMap<QString, QVariantMap>>(answer.arguments().constFirst());
    for (auto group = groups.begin(); group != groups.end(); ++group) {
        for (auto key = group->begin(); key != group->end(); ++key)
            take(group.key(), key.key(), key.value());
    }
    tell();
}

void PortalListener::onSettingChanged(const QDBusMessage &message)
{
    if (message.signature() != QLatin1String("ssv"))
        return;
    const QVariantList arguments = message.arguments();
    take(arguments[0].toString(), arguments[1].toString(), arguments[2]);
    tell();
}

void PortalListener::take(const QString &group, const QString &key, const QVariant &value)
{
    const QVariant plain = unwrapped(value);
    if (group == kGnome && key == QLatin1String("high-contrast"))
        m_gnomeContrast = plain.toBool();
    else if (group == kAppearance && key == QLatin1String("contrast"))
        m_contrast = plain.toUInt();
    else if (group == kAppearance && key == QLatin1String("color-scheme"))
        m_scheme = plain.toUInt();
}

void PortalListener::tell()
{
    DesktopLook look;
    // What is not among the known values is no preference, as the portal's description wants it.
    if (m_scheme == kPrefersDark)
        look.scheme = DesktopLook::Scheme::Dark;
    else if (m_scheme == kPrefersLight)
        look.scheme = DesktopLook::Scheme::Light;
    look.highContrast = m_contrast == kHigherContrast || m_gnomeContrast;
    if (m_hasTold && look == m_told)
        return;
    m_hasTold = true;
    m_told = look;
    Q_EMIT looked(look);
}

} // namespace barograph
