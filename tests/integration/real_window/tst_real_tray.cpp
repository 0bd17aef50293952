// SPDX-License-Identifier: GPL-3.0-or-later
// The window and a tray that another program keeps, driven by mouse and keyboard.
#include "main_window.h"
#include "panels/node_list.h"
#include "panels/node_view.h"
#include "panels/node_view/dock_area.h"
#include "panels/node_view/panel_dock.h"
#include "support/frame_factory.h"
#include "support/overview_frames.h"
#include "test_case.h"
#include "timeline/time_view.h"
#include "tray/tray_hint.h"
#include "tray_program.h"
#include "wall/wall_window.h"
#include "x_hands.h"

#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSystemTrayIcon>

using namespace barograph;
using namespace barograph::testing;
using namespace std::chrono_literals;

namespace {

constexpr int kTrayTestPatienceMs = 30'000;

/// One of Qt's own windows, which have no header: "QTipLabel", "QBalloonTip".
QWidget *shownWindowOf(const char *className)
{
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (window->isVisible() && window->inherits(className))
            return window;
    }
    return nullptr;
}

QString textsIn(const QWidget &widget)
{
    QStringList texts;
    for (const QLabel *label : widget.findChildren<QLabel *>())
        texts << label->text();
    return texts.join(u' ');
}

} // namespace

class TestRealTray : public QObject
{
    Q_OBJECT

    XHands m_hands;
    XWindows m_windows;
    std::unique_ptr<TrayProgram> m_tray;
    std::unique_ptr<MainWindow> m_window;
    FramePtr m_frame;
    UtcTime m_now = frameTime();
    int m_framesTaken = 0;

    void startTray()
    {
        m_tray = std::make_unique<TrayProgram>();
        QVERIFY(m_tray->start());
        QTRY_VERIFY_WITH_TIMEOUT(QSystemTrayIcon::isSystemTrayAvailable(), kTrayTestPatienceMs);
    }
    void makeWindow(const QVariantMap &choices = {})
    {
        m_window = std::make_unique<MainWindow>();
        m_window->setClock([this] { return m_now; });
        m_window->restoreChoices(choices);
        m_window->setFrameSource([this] {
            ++m_framesTaken;
            return m_frame;
        });
        m_window->move(0, 0);
        m_window->resize(1600, 900);
        m_window->setFrame(m_frame);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    QSystemTrayIcon *icon() const { return m_window->findChild<QSystemTrayIcon *>(); }
    /// Where the icon is, once it stands in the tray.
    QPoint place() const
    {
        QRect inTray;
        (void)QTest::qWaitFor(
            [&] {
                const QRect last = std::exchange(inTray, icon() ? icon()->geometry() : QRect());
                return inTray.width() >= 16 && last == inTray && inTray.contains(m_tray->icon());
            },
            kTrayTestPatienceMs);
        return inTray.center();
    }
    QMenu *openMenu()
    {
        m_hands.click(place(), 3);
        (void)QTest::qWaitFor([] { return QApplication::activePopupWidget() != nullptr; }, kTrayTestPatienceMs);
        return qobject_cast<QMenu *>(QApplication::activePopupWidget());
    }
    /// By the mouse; true if there was one that begins so.
    bool clickEntry(QMenu *menu, const QString &beginning)
    {
        if (!menu)
            return false;
        for (QAction *action : menu->actions()) {
            if (!action->text().remove(u'&').startsWith(beginning))
                continue;
            m_hands.click(menu->mapToGlobal(menu->actionGeometry(action).center()));
            return QTest::qWaitFor([] { return !QApplication::activePopupWidget(); }, kTrayTestPatienceMs);
        }
        return false;
    }
    void closeByTheCross() const { m_windows.askToClose(static_cast<XWindows::Id>(m_window->winId())); }
    bool keepsInTray() const { return m_window->choices().value(QStringLiteral("keepInTray")).toBool(); }
    /// Lets the clock and the frames go on.
    void advance(Seconds by, const FramePtr &frame)
    {
        m_now += by;
        auto later = std::make_shared<Frame>(*frame);
        later->takenAt = m_now;
        m_frame = later;
    }

private Q_SLOTS:
    void init()
    {
        m_now = frameTime();
        m_frame = fullFrame();
        QGuiApplication::setQuitOnLastWindowClosed(true);
        if (QLatin1String(QTest::currentTestFunction()) != QLatin1String("aTrayThatComesLaterIsFound"))
            startTray();
    }

    void cleanup()
    {
        m_window.reset();
        m_tray.reset();
        QTRY_VERIFY_WITH_TIMEOUT(!QSystemTrayIcon::isSystemTrayAvailable(), kTrayTestPatienceMs);
        QVERIFY2(m_hands.trouble().isEmpty(), qPrintable(m_hands.trouble()));
    }

    void theIconShowsTheStateAndSaysIt()
    {
        m_frame = wellFrame(3);
        makeWindow();
        QVERIFY(!place().isNull());
        const QRect inTray = icon()->geometry();
        QTRY_VERIFY_WITH_TIMEOUT(XWindows::picture(inTray) != QImage(), kTrayTestPatienceMs);
        const QImage well = XWindows::picture(inTray);
        advance(1s, fullFrame());
        QTRY_VERIFY_WITH_TIMEOUT(XWindows::picture(inTray) != well, kTrayTestPatienceMs);
        m_hands.moveTo(place() - QPoint(0, 200));
        m_hands.moveTo(place());
        QTRY_VERIFY_WITH_TIMEOUT(shownWindowOf("QTipLabel") != nullptr, kTrayTestPatienceMs);
        auto *tip = qobject_cast<QLabel *>(shownWindowOf("QTipLabel"));
        QVERIFY2(tip->text().contains(QStringLiteral("Sales US is down")), qPrintable(tip->text()));
        QCOMPARE(tip->text(), icon()->toolTip());
    }

    void theMenuOpensNumbersHoldsTheViewAndShowsTheWall()
    {
        makeWindow();
        QVERIFY(clickEntry(openMenu(), QStringLiteral("Sales US")));
        QTRY_COMPARE_WITH_TIMEOUT(m_window->findChild<NodeList *>()->chosenId(), QStringLiteral("sales-us"),
                                  kTrayTestPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<NodeView *>()->isVisible(), kTrayTestPatienceMs);
        QVERIFY(clickEntry(openMenu(), QStringLiteral("Pause the view")));
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->timeView().isLive(), kTrayTestPatienceMs);
        advance(75s, m_frame);
        QMenu *menu = openMenu();
        QTRY_VERIFY_WITH_TIMEOUT(
            menu->actions().at(menu->actions().size() - 3)->text().contains(QStringLiteral("1 min 15 s behind")),
            kTrayTestPatienceMs);
        QVERIFY(clickEntry(menu, QStringLiteral("Continue live")));
        QTRY_VERIFY_WITH_TIMEOUT(m_window->timeView().isLive(), kTrayTestPatienceMs);
        QVERIFY(clickEntry(openMenu(), QStringLiteral("Wall mode")));
        QTRY_VERIFY_WITH_TIMEOUT(qobject_cast<WallWindow *>(QApplication::activeWindow()) ||
                                     shownWindowOf("barograph::WallWindow"),
                                 kTrayTestPatienceMs);
        auto *wall = shownWindowOf("barograph::WallWindow");
        m_hands.focus(*wall);
        m_hands.key(QStringLiteral("Escape"));
        QTRY_VERIFY_WITH_TIMEOUT(!wall->isVisible(), kTrayTestPatienceMs);
    }

    void closingHidesIntoTheTrayWhenThatWasChosen()
    {
        makeWindow();
        auto *hint = m_window->findChild<TrayHint *>();
        QTRY_VERIFY_WITH_TIMEOUT(hint->isVisible(), kTrayTestPatienceMs);
        QVERIFY(!m_window->choices().contains(QStringLiteral("keepInTray")));
        m_hands.click(middleOf(*hint->findChild<QPushButton *>(QStringLiteral("trayKeep"))));
        QTRY_VERIFY_WITH_TIMEOUT(!hint->isVisible(), kTrayTestPatienceMs);
        QVERIFY(keepsInTray());
        QVERIFY(!place().isNull());
        closeByTheCross();
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), kTrayTestPatienceMs);
        QVERIFY(!QGuiApplication::quitOnLastWindowClosed());
        // The tray goes on telling.
        const int taken = m_framesTaken;
        advance(1s, wellFrame(3));
        QTRY_VERIFY_WITH_TIMEOUT(m_framesTaken > taken && icon()->toolTip().startsWith(QStringLiteral("All ")),
                                 kTrayTestPatienceMs);
        m_hands.click(place());
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isVisible(), kTrayTestPatienceMs);
        QVERIFY(QGuiApplication::quitOnLastWindowClosed());
        QVERIFY(!hint->isVisible());
        // Not asked again in the next session either.
        const QVariantMap choices = m_window->choices();
        m_window.reset();
        makeWindow(choices);
        QVERIFY(!place().isNull());
        QVERIFY(!m_window->findChild<TrayHint *>()->isVisible());
    }

    void theViewIsHeldWhereItIsNowAlsoWhenTheWindowIsHidden()
    {
        makeWindow({{QStringLiteral("keepInTray"), true}});
        QVERIFY(!place().isNull());
        closeByTheCross();
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), kTrayTestPatienceMs);
        advance(600s, m_frame);
        const int taken = m_framesTaken;
        QTRY_VERIFY_WITH_TIMEOUT(m_framesTaken > taken + 1, kTrayTestPatienceMs);
        QVERIFY(clickEntry(openMenu(), QStringLiteral("Pause the view")));
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->timeView().isLive(), kTrayTestPatienceMs);
        QCOMPARE(m_window->timeView().right(), m_now);
    }

    void aPanelThatWasTornOffGoesOnWhileTheWindowIsHidden()
    {
        makeWindow({{QStringLiteral("keepInTray"), true}});
        QVERIFY(!place().isNull());
        m_window->chooseNode(m_frame->nodes.front().id);
        DockArea &area = m_window->findChild<NodeView *>()->area();
        PanelDock *panel = area.dock(PanelId::Tps);
        area.toggleFloating(panel);
        QTRY_VERIFY_WITH_TIMEOUT(panel->isWindow() && panel->isVisible(), kTrayTestPatienceMs);
        closeByTheCross();
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), kTrayTestPatienceMs);
        QVERIFY(panel->isVisible());
        advance(30s, m_frame);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->timeView().right(), m_now, kTrayTestPatienceMs);
    }

    void withoutThatChoiceClosingCloses()
    {
        makeWindow({{QStringLiteral("keepInTray"), false}});
        QVERIFY(!place().isNull());
        closeByTheCross();
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), kTrayTestPatienceMs);
        QVERIFY(QGuiApplication::quitOnLastWindowClosed());
    }

    void quitIsTheEndWhateverWasChosen()
    {
        makeWindow({{QStringLiteral("keepInTray"), true}});
        QVERIFY(!place().isNull());
        QVERIFY(m_hands.focus(*m_window));
        m_hands.key(QStringLiteral("ctrl+q"));
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), kTrayTestPatienceMs);
        QVERIFY(QGuiApplication::quitOnLastWindowClosed());
    }

    void badNewsComesAsAMessageThatOpensTheNumber()
    {
        m_frame = wellFrame(3);
        makeWindow({{QStringLiteral("keepInTray"), true}});
        QVERIFY(!place().isNull());
        QTRY_VERIFY_WITH_TIMEOUT(m_framesTaken > 5, kTrayTestPatienceMs);
        closeByTheCross();
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), kTrayTestPatienceMs);
        auto worse = std::make_shared<Frame>(*wellFrame(3));
        worse->nodes[1].judgement.state = NodeState::Down;
        const auto told = [&] {
            // Steadily: a state that comes and goes is no news.
            advance(1s, worse);
            return shownWindowOf("QBalloonTip") != nullptr;
        };
        QTRY_VERIFY_WITH_TIMEOUT(told(), kTrayTestPatienceMs);
        QWidget *message = shownWindowOf("QBalloonTip");
        QVERIFY2(textsIn(*message).contains(worse->nodes[1].name), qPrintable(textsIn(*message)));
        m_hands.click(middleOf(*message));
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isVisible(), kTrayTestPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->findChild<NodeList *>()->chosenId(), worse->nodes[1].id,
                                  kTrayTestPatienceMs);
    }

    void aTrayThatGoesGivesTheWindowBack()
    {
        makeWindow({{QStringLiteral("keepInTray"), true}});
        QVERIFY(!place().isNull());
        closeByTheCross();
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), kTrayTestPatienceMs);
        m_tray->stop();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isVisible(), kTrayTestPatienceMs);
        // Nothing to come back from: closing is the end now.
        closeByTheCross();
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), kTrayTestPatienceMs);
        QVERIFY(QGuiApplication::quitOnLastWindowClosed());
    }

    void aTrayThatComesLaterIsFound()
    {
        makeWindow();
        QVERIFY(!icon());
        QVERIFY(!m_window->findChild<TrayHint *>()->isVisible());
        startTray();
        QTRY_VERIFY_WITH_TIMEOUT(icon() != nullptr, kTrayTestPatienceMs);
        QVERIFY(!place().isNull());
        QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<TrayHint *>()->isVisible(), kTrayTestPatienceMs);
        QVERIFY(icon()->toolTip().contains(QStringLiteral("Sales US is down")));
    }
};

BAROGRAPH_TEST(TestRealTray)
#include "tst_real_tray.moc"
