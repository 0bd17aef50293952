// SPDX-License-Identifier: GPL-3.0-or-later
// Every window in its states through QAccessible and with real Tab keys.
#include "main_window.h"
#include "palette/command_palette.h"
#include "panels/banner.h"
#include "panels/node_view.h"
#include "panels/node_view/dock_area.h"
#include "support/dialog_gallery.h"
#include "support/frame_factory.h"
#include "support/widget_audit.h"
#include "test_case.h"
#include "text/state_news.h"
#include "tray/tray_icon.h"
#include "widgets/announcer.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSet>
#include <QSignalSpy>
#include <QToolButton>
#include <QVBoxLayout>

using namespace barograph;
using namespace barograph::testing;

namespace {

void addWindows(const std::vector<GalleryWindow> &windows)
{
    QTest::addColumn<int>("at");
    for (std::size_t at = 0; at < windows.size(); ++at)
        QTest::newRow(qPrintable(windows[at].name)) << static_cast<int>(at);
}

void audit(const std::vector<GalleryWindow> &windows)
{
    QFETCH(const int, at);
    const auto window = windows[static_cast<std::size_t>(at)].make();
    window->show();
    QStringList faults = nameFaults(*window);
    // What lies over the window goes when the focus goes on; there is no round to go.
    const auto *over = window->findChild<CommandPalette *>();
    if (!over || !over->isVisible())
        faults += focusOrderFaults(*window);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

} // namespace

class TestAccessibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dialogs_data() { addWindows(allDialogs()); }
    void dialogs() { audit(allDialogs()); }

    void sideWindows_data() { addWindows(testing::sideWindows()); }
    void sideWindows() { audit(testing::sideWindows()); }

    void pages_data() { addWindows(pageStates()); }
    void pages() { audit(pageStates()); }

    void mainWindow_data() { addWindows(mainWindowStates()); }
    void mainWindow() { audit(mainWindowStates()); }

    void panelsTornOff()
    {
        const FramePtr frame = fullFrame();
        const auto window = windowOf(frame, frame->nodes.front().id);
        window->show();
        DockArea &area = window->findChild<NodeView *>()->area();
        for (PanelDock *panel : area.docks()) {
            area.toggleFloating(panel);
            settle();
            const QStringList faults = nameFaults(*panel);
            QVERIFY2(faults.isEmpty(), qPrintable(panel->objectName() + u'\n' + faults.join(u'\n')));
            QCOMPARE(panel->windowTitle(), panel->stateText()); // whole: it has no tab
            area.toggleFloating(panel);
        }
    }

    /// Every menu there is: no entry without words, none that shares its letter with another one.
    void menusCanBeUsedByKeys()
    {
        const FramePtr frame = fullFrame();
        const auto window = windowOf(frame, frame->nodes.front().id);
        window->show();
        TrayIcon tray;
        TrayState trouble;
        trouble.troubled = {{frame->nodes.front().id, QStringLiteral("Groups LATAM"), {}}};
        tray.setState(trouble);
        QList<QMenu *> menus = window->findChildren<QMenu *>();
        menus << &tray.menu();
        int entries = 0;
        for (const QMenu *menu : menus) {
            QSet<QChar> taken;
            for (const QAction *entry : menu->actions()) {
                if (entry->isSeparator() || !entry->isVisible())
                    continue;
                ++entries;
                QString text = entry->text();
                QVERIFY2(!text.trimmed().isEmpty(), qPrintable(menu->title()));
                text.remove(QStringLiteral("&&"));
                const auto at = text.indexOf(u'&');
                if (at < 0)
                    continue;
                QVERIFY2(!taken.contains(text.at(at + 1).toLower()), qPrintable(menu->title() + u' ' + text));
                taken.insert(text.at(at + 1).toLower());
            }
        }
        QVERIFY(entries > 60);
        QVERIFY(tray.menu().actions().size() >= 3);
    }

    /// The audit itself: each fault is found.
    void faultsAreFound()
    {
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        auto *iconOnly = new QToolButton(&window);
        iconOnly->setFocusPolicy(Qt::StrongFocus);
        auto *nameless = new QLineEdit(&window);
        auto *trap = new QPlainTextEdit(&window);
        trap->setAccessibleName(QStringLiteral("trap"));
        auto *forNothing = new QLabel(QStringLiteral("&For nothing"), &window);
        auto *cut = new QLabel(QStringLiteral("much too long for its room"), &window);
        cut->setFixedWidth(20);
        for (QWidget *widget : std::initializer_list<QWidget *>{iconOnly, nameless, trap, forNothing, cut})
            layout->addWidget(widget);
        window.show();
        const QString names = nameFaults(window).join(u'\n');
        QVERIFY2(names.contains(QStringLiteral("QToolButton")) && names.contains(QStringLiteral("QLineEdit")) &&
                     names.contains(QStringLiteral("For nothing")),
                 qPrintable(names));
        QCOMPARE(clippedTexts(window).size(), 1);
        QVERIFY(focusOrderFaults(window).join(u'\n').contains(QStringLiteral("keeps the focus: QPlainTextEdit")));
        trap->setTabChangesFocus(true);
        QCOMPARE(focusOrderFaults(window), QStringList());
        QWidget::setTabOrder(trap, nameless);
        QWidget::setTabOrder(nameless, iconOnly);
        QVERIFY(focusOrderFaults(window).join(u'\n').contains(QStringLiteral("goes backwards")));
    }

    void newStatesAreTold()
    {
        MainWindow window;
        window.setClock(frameTime);
        window.setFrame(frameOf({calmNode()}));
        window.show();
        QSignalSpy said(window.findChild<Announcer *>(QString(), Qt::FindDirectChildrenOnly), &Announcer::said);
        window.setFrame(frameOf({calmNode()}));
        QCOMPARE(said.count(), 0);
        NodeFrame down = calmNode();
        down.judgement.state = NodeState::Down;
        window.setFrame(frameOf({down}));
        QCOMPARE(said.count(), 1);
        QVERIFY2(window.accessibleDescription().contains(down.name), qPrintable(window.accessibleDescription()));
        window.setFrame(frameOf({down}));
        QCOMPARE(said.count(), 1);
    }

    void errorsAreTold()
    {
        Banner banner(Banner::Tone::Error);
        QSignalSpy said(banner.findChild<Announcer *>(), &Announcer::said);
        banner.setNotice(QStringLiteral("The disk is full."));
        QCOMPARE(said.count(), 1);
        QCOMPARE(banner.accessibleDescription(), QStringLiteral("The disk is full."));
    }

    void aStormOfNewsIsOneMessage()
    {
        QWidget speaker;
        Announcer announcer(&speaker, Millis{80});
        QSignalSpy said(&announcer, &Announcer::said);
        for (int i = 0; i < 50; ++i)
            announcer.say(QString::number(i));
        QCOMPARE(said.count(), 1); // the first at once
        QTRY_COMPARE_WITH_TIMEOUT(speaker.accessibleDescription(), QStringLiteral("49"), 20'000);
        QCOMPARE(said.count(), 2);
    }

    void manyChangesAreSaidShortly()
    {
        const FramePtr frame = manyNodesFrame(12);
        NodeStates before;
        for (const NodeFrame &node : frame->nodes)
            before.insert(node.id, node.judgement.state == NodeState::Ok ? NodeState::Down : NodeState::Ok);
        const QString news = stateNews(before, *frame);
        QVERIFY2(news.contains(frame->nodes[2].name) && !news.contains(frame->nodes[3].name), qPrintable(news));
        QVERIFY2(news.contains(QStringLiteral("9 more")), qPrintable(news));
        QVERIFY(stateNews({}, *frame).isEmpty());
        QVERIFY(stateNews(nodeStates(*frame), *frame).isEmpty());
    }
};

BAROGRAPH_TEST(TestAccessibility)
#include "tst_accessibility.moc"
