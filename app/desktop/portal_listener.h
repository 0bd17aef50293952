// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desktop_look.h"

// Whole, not only its name: the bus finds the slot by the type of its parameter.
#include <QDBusMessage>
#include <QObject>

QT_BEGIN_NAMESPACE
class QDBusPendingCallWatcher;
QT_END_NAMESPACE

namespace barograph {

/// The end of DesktopPortal that talks to the bus, and waits for it while it connects: on a thread that has nothing
/// else to do.
class PortalListener : public QObject
{
    Q_OBJECT

public:
    explicit PortalListener(QString busAddress);
    ~PortalListener() override;

    void begin();

Q_SIGNALS:
    void looked(const barograph::DesktopLook &look);

private Q_SLOTS:
    void onSettingChanged(const QDBusMessage &message);

private:
    void ask();
    void takeAnswer(QDBusPendingCallWatcher *watcher);
    void take(const QString &group, const QString &key, const QVariant &value);
    void tell();

    const QString m_address;
    QString m_connection; ///< its name; empty: there is none
    uint m_scheme = 0;
    uint m_contrast = 0;
    bool m_gnomeContrast = false;
    bool m_hasTold = false;
    DesktopLook m_told;
};

} // namespace barograph
