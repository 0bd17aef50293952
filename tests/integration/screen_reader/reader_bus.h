// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QObject>
#include <QStringList>

#include <optional>

namespace barograph::testing {

/// A thing on the bus of assistive technology.
struct Spoken
{
    QString service;
    QString path;

    bool isValid() const { return !service.isEmpty() && !path.endsWith(QLatin1String("/null")); }
};

/// The other end of the bus: asks what a screen reader asks, by the same calls (https://docs.gtk.org/atspi2).
class ReaderBus : public QObject
{
    Q_OBJECT

public:
    /// Of the session bus. Without a connection where there is none.
    ReaderBus();
    ~ReaderBus() override;

    bool isConnected() const { return m_bus.isConnected(); }
    /// From now on notifications are in `heard`. False: the registry went away instead of answering, as it sometimes
    /// does when it was only just started; another one is for the next call.
    bool listen();

    /// The program of that name, once it is there.
    Spoken application(const QString &name) const;
    QString name(const Spoken &object) const;
    QString description(const Spoken &object) const;
    QString roleName(const Spoken &object) const;
    bool hasState(const Spoken &object, int state) const;
    int childCount(const Spoken &object) const;
    Spoken child(const Spoken &object, int index) const;
    int tableRows(const Spoken &object) const;
    Spoken tableCell(const Spoken &object, int row, int column) const;

    QStringList heard; ///< notifications that appeared

private Q_SLOTS:
    void onStateChanged(const QDBusMessage &message);

private:
    QVariant property(const Spoken &object, const QString &interface, const QString &name) const;
    QDBusMessage call(const Spoken &object, const QString &interface, const QString &method,
                      const QVariantList &arguments = {}) const;
    static Spoken reference(const QDBusMessage &answer);

    QDBusConnection m_bus;
};

/// Bits of AT-SPI's states.
inline constexpr int kFocusableState = 11;
inline constexpr int kShowingState = 25;

} // namespace barograph::testing
