// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_panel.h"

#include <QDBusArgument>
#include <QDBusObjectPath>
#include <QDBusPendingCall>
#include <QDBusVariant>
#include <QTest>
#include <QtEndian>

namespace barograph::testing {

namespace {

constexpr int kAskPatienceMs = 30'000;
const QString kWatcherService = QStringLiteral("org.kde.StatusNotifierWatcher");
const QString kWatcherPath = QStringLiteral("/StatusNotifierWatcher");
const QString kItemPath = QStringLiteral("/StatusNotifierItem");
const QString kItemInterface = QStringLiteral("org.kde.StatusNotifierItem");
const QString kMenuInterface = QStringLiteral("com.canonical.dbusmenu");

/// a(iiay): pixels of 32 bits, the alpha first.
std::vector<QImage> imagesIn(const QDBusArgument &argument)
{
    std::vector<QImage> images;
    argument.beginArray();
    while (!argument.atEnd()) {
        int width = 0;
        int height = 0;
        QByteArray data;
        argument.beginStructure();
        argument >> width >> height >> data;
        argument.endStructure();
        if (width <= 0 || height <= 0 || data.size() != qsizetype{4} * width * height)
            continue;
        QImage image(width, height, QImage::Format_ARGB32);
        for (int y = 0; y < height; ++y)
            qFromBigEndian<quint32>(data.constData() + qsizetype{4} * y * width, width, image.scanLine(y));
        images.push_back(image);
    }
    argument.endArray();
    return images;
}

/// (ia{sv}av) and all below it.
void takeEntries(const QDBusArgument &argument, std::vector<MadePanel::Entry> &entries)
{
    MadePanel::Entry entry;
    QVariantMap properties;
    QList<QVariant> below;
    argument.beginStructure();
    argument >> entry.id >> properties >> below;
    argument.endStructure();
    entry.label = properties.value(QStringLiteral("label")).toString();
    entry.isEnabled = properties.value(QStringLiteral("enabled"), true).toBool();
    entry.isSeparator = properties.value(QStringLiteral("type")).toString() == QLatin1String("separator");
    if (entry.id != 0 && properties.value(QStringLiteral("visible"), true).toBool())
        entries.push_back(entry);
    for (const QVariant &child : below) {
        const QVariant inner = child.canConvert<QDBusVariant>() ? child.value<QDBusVariant>().variant() : child;
        takeEntries(inner.value<QDBusArgument>(), entries);
    }
}

} // namespace

MadePanel::MadePanel(const QString &busAddress)
    : m_name(QStringLiteral("made-panel"))
    , m_bus(QDBusConnection::connectToBus(busAddress, m_name))
{
    m_leaving.setConnection(m_bus);
    m_leaving.setWatchMode(QDBusServiceWatcher::WatchForUnregistration);
    connect(&m_leaving, &QDBusServiceWatcher::serviceUnregistered, this,
            [this](const QString &service) { m_items.removeAll(service); });
    if (!m_bus.registerObject(kWatcherPath, this,
                              QDBusConnection::ExportScriptableSlots | QDBusConnection::ExportAllProperties) ||
        !m_bus.registerService(kWatcherService))
        qWarning() << m_bus.lastError().message();
}

MadePanel::~MadePanel()
{
    m_bus.unregisterService(kWatcherService);
    QDBusConnection::disconnectFromBus(m_name);
}

void MadePanel::RegisterStatusNotifierItem(const QString &service)
{
    m_items.removeAll(service);
    m_items << service;
    m_leaving.addWatchedService(service);
}

void MadePanel::RegisterStatusNotifierHost(const QString & /*service*/) {}

std::optional<QDBusMessage> MadePanel::ask(const QDBusMessage &call)
{
    const QDBusPendingCall pending = m_bus.asyncCall(call);
    if (!QTest::qWaitFor([&pending] { return pending.isFinished(); }, kAskPatienceMs) || pending.isError()) {
        qWarning() << call.member() << pending.error().message();
        return std::nullopt;
    }
    return pending.reply();
}

QVariant MadePanel::property(const QString &item, const QString &name)
{
    QDBusMessage call = QDBusMessage::createMethodCall(
        item, kItemPath, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    call << kItemInterface << name;
    const auto answer = ask(call);
    return answer ? answer->arguments().constFirst().value<QDBusVariant>().variant() : QVariant();
}

std::vector<QImage> MadePanel::pixmaps(const QString &item, const QString &name)
{
    return imagesIn(property(item, name).value<QDBusArgument>());
}

MadePanel::ToolTip MadePanel::toolTip(const QString &item)
{
    const auto argument = property(item, QStringLiteral("ToolTip")).value<QDBusArgument>();
    ToolTip tip;
    QString icon;
    argument.beginStructure();
    argument >> icon;
    imagesIn(argument);
    argument >> tip.title >> tip.text;
    argument.endStructure();
    return tip;
}

std::vector<MadePanel::Entry> MadePanel::menu(const QString &item)
{
    const QString path = property(item, QStringLiteral("Menu")).value<QDBusObjectPath>().path();
    QDBusMessage call = QDBusMessage::createMethodCall(item, path, kMenuInterface, QStringLiteral("GetLayout"));
    call << 0 << -1 << QStringList();
    std::vector<Entry> entries;
    if (const auto answer = ask(call); answer && answer->arguments().size() == 2)
        takeEntries(answer->arguments().at(1).value<QDBusArgument>(), entries);
    return entries;
}

bool MadePanel::activate(const QString &item)
{
    QDBusMessage call = QDBusMessage::createMethodCall(item, kItemPath, kItemInterface, QStringLiteral("Activate"));
    call << 0 << 0;
    return ask(call).has_value();
}

bool MadePanel::choose(const QString &item, int entry)
{
    const QString path = property(item, QStringLiteral("Menu")).value<QDBusObjectPath>().path();
    QDBusMessage call = QDBusMessage::createMethodCall(item, path, kMenuInterface, QStringLiteral("Event"));
    call << entry << QStringLiteral("clicked") << QVariant::fromValue(QDBusVariant(QString())) << 0U;
    return ask(call).has_value();
}

} // namespace barograph::testing
