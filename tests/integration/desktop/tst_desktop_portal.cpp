// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop's wishes over a real bus: a dbus-daemon of this test's own, and a service on it that answers as the
// portal.
#include "desktop_portal.h"
#include "private_bus.h"
#include "test_case.h"
#include "theme/theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QLocalServer>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

using namespace barograph;
using namespace barograph::testing;

using SettingGroups = QMap<QString, QVariantMap>;
Q_DECLARE_METATYPE(SettingGroups)

namespace {

constexpr int kBusPatience = 20'000;
const QString kService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kSettings = QStringLiteral("org.freedesktop.portal.Settings");
const QString kAppearance = QStringLiteral("org.freedesktop.appearance");

/// Answers ReadAll and tells of changes, as xdg-desktop-portal does.
class MadePortal : public QDBusVirtualObject
{
public:
    explicit MadePortal(const QString &address, SettingGroups settings)
        : m_settings(std::move(settings))
        , m_bus(QDBusConnection::connectToBus(address, QStringLiteral("made-portal")))
    {
        qDBusRegisterMetaType<SettingGroups>();
        QVERIFY(m_bus.isConnected());
        QVERIFY(m_bus.registerVirtualObject(kPath, this));
        QVERIFY(m_bus.registerService(kService));
    }
    ~MadePortal() override
    {
        m_bus.unregisterService(kService);
        QDBusConnection::disconnectFromBus(QStringLiteral("made-portal"));
    }

    void change(const QString &group, const QString &key, const QVariant &value)
    {
        QDBusMessage signal = QDBusMessage::createSignal(kPath, kSettings, QStringLiteral("SettingChanged"));
        signal << group << key << QVariant::fromValue(QDBusVariant(value));
        QVERIFY(m_bus.send(signal));
    }

    QString introspect(const QString & /*path*/) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        if (message.interface() != kSettings || message.member() != QLatin1String("ReadAll"))
            return false;
        asked = message.arguments().constFirst().toStringList();
        return connection.send(message.createReply(QVariant::fromValue(m_settings)));
    }

    QStringList asked;

private:
    SettingGroups m_settings;
    QDBusConnection m_bus;
};

SettingGroups appearance(uint scheme, uint contrast)
{
    return {{kAppearance,
             {{QStringLiteral("color-scheme"), scheme},
              {QStringLiteral("contrast"), contrast},
              {QStringLiteral("something-later"), QStringLiteral("x")}}}};
}

struct Following
{
    DesktopPortal portal;
    DesktopLook look;
    int told = 0;

    explicit Following(const QString &address)
    {
        QObject::connect(&portal, &DesktopPortal::looked, &portal, [this](const DesktopLook &now) {
            look = now;
            ++told;
        });
        portal.start(address);
    }
};

} // namespace

class TestDesktopPortal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAndFollows()
    {
        PrivateBus bus;
        MadePortal made(bus.address, appearance(1, 0));
        Following following(bus.address);
        QTRY_COMPARE_WITH_TIMEOUT(following.told, 1, kBusPatience);
        QVERIFY(made.asked.contains(kAppearance));
        QCOMPARE(following.look, (DesktopLook{DesktopLook::Scheme::Dark, false}));
        made.change(kAppearance, QStringLiteral("contrast"), 1U);
        QTRY_COMPARE_WITH_TIMEOUT(following.told, 2, kBusPatience);
        QCOMPARE(following.look, (DesktopLook{DesktopLook::Scheme::Dark, true}));
        // What is not ours, says nothing new, or is not known yet, in between; some portals wrap once too often.
        made.change(QStringLiteral("org.kde.kdeglobals"), QStringLiteral("contrast"), 0U);
        made.change(kAppearance, QStringLiteral("accent-color"), 7U);
        made.change(kAppearance, QStringLiteral("contrast"), 1U);
        made.change(kAppearance, QStringLiteral("color-scheme"), QVariant::fromValue(QDBusVariant(2U)));
        QTRY_COMPARE_WITH_TIMEOUT(following.told, 3, kBusPatience);
        QCOMPARE(following.look, (DesktopLook{DesktopLook::Scheme::Light, true}));
        made.change(kAppearance, QStringLiteral("color-scheme"), 99U);
        QTRY_COMPARE_WITH_TIMEOUT(following.told, 4, kBusPatience);
        QCOMPARE(following.look.scheme, DesktopLook::Scheme::NoPreference);
    }

    void gnomeBeforeTheContrastKey()
    {
        PrivateBus bus;
        MadePortal made(bus.address, {{QStringLiteral("org.gnome.desktop.a11y.interface"),
                                       {{QStringLiteral("high-contrast"), true}}}});
        Following following(bus.address);
        QTRY_COMPARE_WITH_TIMEOUT(following.told, 1, kBusPatience);
        QVERIFY(following.look.highContrast);
    }

    void aPortalThatComesLaterIsAsked()
    {
        PrivateBus bus;
        Following following(bus.address);
        {
            MadePortal made(bus.address, appearance(2, 0));
            QTRY_COMPARE_WITH_TIMEOUT(following.told, 1, kBusPatience);
        }
        MadePortal again(bus.address, appearance(2, 1));
        QTRY_COMPARE_WITH_TIMEOUT(following.told, 2, kBusPatience);
        QVERIFY(following.look.highContrast);
    }

    void withoutABusNothingIsDone()
    {
        const QByteArray address = qgetenv("DBUS_SESSION_BUS_ADDRESS");
        const QByteArray runtime = qgetenv("XDG_RUNTIME_DIR");
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        const QTemporaryDir empty;
        qputenv("XDG_RUNTIME_DIR", empty.path().toUtf8());
        QCOMPARE(sessionBusAddress(), QString());
        qputenv("DBUS_SESSION_BUS_ADDRESS", "autolaunch:");
        QCOMPARE(sessionBusAddress(), QString());
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/there");
        QCOMPARE(sessionBusAddress(), QStringLiteral("unix:path=/there"));
        qputenv("XDG_RUNTIME_DIR", runtime);
        address.isNull() ? qunsetenv("DBUS_SESSION_BUS_ADDRESS") : qputenv("DBUS_SESSION_BUS_ADDRESS", address);
        DesktopPortal portal;
        portal.start({});
        QVERIFY(portal.findChildren<QThread *>().isEmpty());
    }

    /// A bus that takes the connection and never says a word: whoever asks goes on at once.
    void aBusThatDoesNotAnswerStopsNothing()
    {
        const QTemporaryDir folder;
        QLocalServer silent;
        QVERIFY(silent.listen(folder.filePath(QStringLiteral("silent"))));
        int ticks = 0;
        QTimer timer;
        connect(&timer, &QTimer::timeout, this, [&ticks] { ++ticks; });
        timer.start(1);
        Following following(QStringLiteral("unix:path=") + silent.fullServerName());
        QTRY_VERIFY_WITH_TIMEOUT(silent.hasPendingConnections(), kBusPatience);
        ticks = 0;
        // This thread still runs its timers while the other one waits for the greeting.
        QTRY_VERIFY_WITH_TIMEOUT(ticks > 20, kBusPatience);
        QCOMPARE(following.told, 0);
        silent.close();
        while (silent.hasPendingConnections())
            delete silent.nextPendingConnection();
    }

    void theThemeFollowsWhereItIsTheSystems()
    {
        applyTheme(*qApp, ThemeChoice::System);
        const bool platformDark = isDark(QApplication::palette());
        setDesktopLook({DesktopLook::Scheme::Dark, true});
        QVERIFY(isDark(QApplication::palette()) && isHighContrast(QApplication::palette()));
        setDesktopLook({DesktopLook::Scheme::Light, true});
        QVERIFY(!isDark(QApplication::palette()) && isHighContrast(QApplication::palette()));
        applyTheme(*qApp, ThemeChoice::Dark);
        QVERIFY(isDark(QApplication::palette()) && !isHighContrast(QApplication::palette()));
        setDesktopLook({DesktopLook::Scheme::Light, false}); // chosen by hand: not followed
        QVERIFY(isDark(QApplication::palette()));
        applyTheme(*qApp, ThemeChoice::System);
        QVERIFY(!isDark(QApplication::palette()));
        setDesktopLook({});
        QCOMPARE(isDark(QApplication::palette()), platformDark);
        QVERIFY(!isHighContrast(QApplication::palette()));
    }

    void whatTheDesktopMeans()
    {
        using Scheme = DesktopLook::Scheme;
        QCOMPARE(themeOfDesktop({}, true, false), ThemeChoice::System);
        QCOMPARE(themeOfDesktop({Scheme::Dark, false}, true, false), ThemeChoice::System); // its own dark is best
        QCOMPARE(themeOfDesktop({Scheme::Dark, false}, false, false), ThemeChoice::Dark);
        QCOMPARE(themeOfDesktop({Scheme::Light, false}, true, false), ThemeChoice::Light);
        QCOMPARE(themeOfDesktop({Scheme::NoPreference, true}, true, false), ThemeChoice::HighContrastDark);
        QCOMPARE(themeOfDesktop({Scheme::NoPreference, true}, false, false), ThemeChoice::HighContrastLight);
        QCOMPARE(themeOfDesktop({Scheme::Light, true}, true, true), ThemeChoice::HighContrastLight);
        QCOMPARE(themeOfDesktop({Scheme::Dark, true}, true, true),
                 ThemeChoice::System); // it is of high contrast already
    }
};

BAROGRAPH_TEST(TestDesktopPortal)
#include "tst_desktop_portal.moc"
