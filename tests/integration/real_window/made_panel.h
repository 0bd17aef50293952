// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusServiceWatcher>
#include <QImage>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

#include <optional>
#include <vector>

namespace barograph::testing {

/// A panel of a desktop as programs see it over the session bus: it keeps the list of tray items
/// (org.kde.StatusNotifierWatcher) and is the one who shows them. Asks items as panels do, without ever stopping to
/// answer itself.
class MadePanel : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.StatusNotifierWatcher")
    Q_PROPERTY(bool IsStatusNotifierHostRegistered READ hasHost)
    Q_PROPERTY(int ProtocolVersion READ version)
    Q_PROPERTY(QStringList RegisteredStatusNotifierItems READ items)

public:
    struct Entry
    {
        int id = 0;
        QString label; ///< "_" stands before the letter that chooses it
        bool isEnabled = true;
        bool isSeparator = false;
    };
    struct ToolTip
    {
        QString title;
        QString text;
    };

    explicit MadePanel(const QString &busAddress);
    ~MadePanel() override;

    bool hasHost() const { return true; }
    int version() const { return 0; }
    /// Names on the bus of those that are there.
    QStringList items() const { return m_items; }

    QVariant property(const QString &item, const QString &name);
    std::vector<QImage> pixmaps(const QString &item, const QString &name);
    ToolTip toolTip(const QString &item);
    std::vector<Entry> menu(const QString &item);
    /// A click on it with the left button.
    bool activate(const QString &item);
    /// A click on the entry.
    bool choose(const QString &item, int entry);

public Q_SLOTS:
    Q_SCRIPTABLE void RegisterStatusNotifierItem(const QString &service);
    Q_SCRIPTABLE void RegisterStatusNotifierHost(const QString &service);

private:
    std::optional<QDBusMessage> ask(const QDBusMessage &call);

    QString m_name;
    QDBusConnection m_bus;
    QDBusServiceWatcher m_leaving;
    QStringList m_items;
};

} // namespace barograph::testing
