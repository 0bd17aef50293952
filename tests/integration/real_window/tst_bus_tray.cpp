// SPDX-License-Identifier: GPL-3.0-or-later
// The program beside a panel that keeps its tray over the session bus, as most desktops do. What the panel asks for and
// gets is asked for and looked at here.
#include "made_panel.h"
#include "private_bus.h"
#include "test_case.h"
#include "user_session.h"

using namespace barograph::testing;

namespace {

constexpr int kPanelPatienceMs = 60'000;
const QString kProgramTitle = QStringLiteral("Barograph");
const QString kNumber = QStringLiteral("Sales_US_2 & more & last");
const QString kNumberLabel = QStringLiteral("Sales__US__2 _& more & last");
const QString kOpen = QStringLiteral("_Open Barograph");
const QString kPause = QStringLiteral("_Pause the view");
const QString kQuit = QStringLiteral("_Quit");

} // namespace

class TestBusTray : public QObject
{
    Q_OBJECT

    std::unique_ptr<PrivateBus> m_bus;
    std::unique_ptr<MadePanel> m_panel;
    std::unique_ptr<UserSession> m_user;
    QString m_item;

    /// The program, its window open, its icon in the panel's tray.
    void startBeside()
    {
        m_user->setBus(m_bus->address);
        QVERIFY(m_user->keepInTray());
        QVERIFY(m_user->write(QStringLiteral("secrets.toml"), "[sales]\npassword = \"wrong\"\n"));
        QFile::setPermissions(m_user->path(QStringLiteral("secrets.toml")), QFile::ReadOwner | QFile::WriteOwner);
        m_user->start({QStringLiteral("--secrets"), m_user->path(QStringLiteral("secrets.toml"))});
        QVERIFY(m_user->window(kProgramTitle) != 0);
        QTRY_COMPARE_WITH_TIMEOUT(m_panel->items().size(), 1, kPanelPatienceMs);
        m_item = m_panel->items().constFirst();
    }
    void close() const
    {
        m_user->windows().askToClose(m_user->window(kProgramTitle));
        QVERIFY(m_user->isGone(kProgramTitle));
        QVERIFY(m_user->process().state() == QProcess::Running);
    }
    QString status() { return m_panel->property(m_item, QStringLiteral("Status")).toString(); }
    QStringList labels()
    {
        QStringList all;
        for (const auto &entry : m_panel->menu(m_item))
            all << (entry.isSeparator ? QStringLiteral("-") : entry.label);
        return all;
    }
    /// The entry that begins so: some have a time in them.
    bool choose(const QString &beginning)
    {
        for (const auto &entry : m_panel->menu(m_item)) {
            if (entry.label.startsWith(beginning) && entry.isEnabled)
                return m_panel->choose(m_item, entry.id);
        }
        return false;
    }

private Q_SLOTS:
    void init()
    {
        m_bus = std::make_unique<PrivateBus>();
        m_panel = std::make_unique<MadePanel>(m_bus->address);
        m_user = std::make_unique<UserSession>();
        QVERIFY(m_user->write(QStringLiteral("config/barograph/config.toml"),
                              "[listener]\nport = 0\n"
                              "[[node]]\nid = \"sales\"\nname = \"Sales_US_2 & more & last\"\nkind = \"on-premises\"\n"
                              "url = \"https://127.0.0.1:1\"\nuser = \"admin\"\nallocated_tps = 20\n"));
    }

    void cleanup()
    {
        if (QTest::currentTestFailed())
            qWarning().noquote() << m_user->process().state() << m_user->said();
        m_user.reset();
        m_panel.reset();
        m_bus.reset();
    }

    void theItemSaysTheState()
    {
        startBeside();
        QCOMPARE(m_panel->property(m_item, QStringLiteral("Id")).toString(), QStringLiteral("barograph"));
        QCOMPARE(m_panel->property(m_item, QStringLiteral("Category")).toString(), QStringLiteral("ApplicationStatus"));
        QCOMPARE(m_panel->property(m_item, QStringLiteral("ItemIsMenu")).toBool(), false);
        // Bad news asks for attention, and then stands in the hover for as long as it is so.
        QTRY_COMPARE_WITH_TIMEOUT(status(), QStringLiteral("NeedsAttention"), kPanelPatienceMs);
        QVERIFY2(m_panel->toolTip(m_item).text.startsWith(kNumber), qPrintable(m_panel->toolTip(m_item).text));
        QTRY_COMPARE_WITH_TIMEOUT(status(), QStringLiteral("Active"), kPanelPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(m_panel->toolTip(m_item).title.startsWith(kNumber + QStringLiteral(" is down:")),
                                 kPanelPatienceMs);
        QList<QSize> sizes;
        for (const QImage &image : m_panel->pixmaps(m_item, QStringLiteral("IconPixmap"))) {
            sizes << image.size();
            QCOMPARE(qAlpha(image.pixel(0, 0)), 0);
            QVERIFY(qAlpha(image.pixel(image.width() / 2, image.height() / 2)) == 255);
        }
        QCOMPARE(sizes, (QList<QSize>{{16, 16}, {22, 22}, {32, 32}, {48, 48}}));
        // What is in a name stays in it: to a panel "_" is a mark unless it is doubled.
        QCOMPARE(labels(), (QStringList{kOpen, QStringLiteral("-"), kNumberLabel, QStringLiteral("-"), kPause,
                                        QStringLiteral("_Wall mode"), kQuit}));
    }

    void clicksBringTheWindowBack()
    {
        startBeside();
        close();
        QVERIFY(m_panel->activate(m_item));
        QVERIFY(m_user->window(kProgramTitle) != 0);
        QTRY_VERIFY_WITH_TIMEOUT(labels().contains(kNumberLabel), kPanelPatienceMs);
        for (const QString &label : {kOpen, kNumberLabel}) {
            close();
            QVERIFY2(choose(label), qPrintable(label));
            QVERIFY2(m_user->window(kProgramTitle) != 0, qPrintable(label));
        }
        QVERIFY(choose(kPause));
        QTRY_VERIFY_WITH_TIMEOUT(!labels().contains(kPause), kPanelPatienceMs);
        QVERIFY(choose(QStringLiteral("_Continue live (the view is ")));
        QTRY_VERIFY_WITH_TIMEOUT(labels().contains(kPause), kPanelPatienceMs);
    }

    void quitLeavesTheTray()
    {
        startBeside();
        close();
        QVERIFY(choose(kQuit));
        QVERIFY(m_user->hasEnded());
        QCOMPARE(m_user->process().exitStatus(), QProcess::NormalExit);
        QCOMPARE(m_user->process().exitCode(), 0);
        QTRY_VERIFY_WITH_TIMEOUT(m_panel->items().isEmpty(), kPanelPatienceMs);
    }

    void aPanelThatGoesGivesTheWindowBack()
    {
        startBeside();
        close();
        m_panel.reset();
        QVERIFY(m_user->window(kProgramTitle) != 0);
        // One that comes in its place gets the icon, and the window may go there again.
        m_panel = std::make_unique<MadePanel>(m_bus->address);
        QTRY_COMPARE_WITH_TIMEOUT(m_panel->items().size(), 1, kPanelPatienceMs);
        m_item = m_panel->items().constFirst();
        close();
        QVERIFY(m_panel->activate(m_item));
        QVERIFY(m_user->window(kProgramTitle) != 0);
        // Nothing to come back from: closing is the end.
        m_panel.reset();
        m_user->windows().askToClose(m_user->window(kProgramTitle));
        QVERIFY(m_user->hasEnded());
        QCOMPARE(m_user->process().exitCode(), 0);
    }
};

BAROGRAPH_TEST(TestBusTray)
#include "tst_bus_tray.moc"
