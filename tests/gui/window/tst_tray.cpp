// SPDX-License-Identifier: GPL-3.0-or-later
// What the tray offers, without a tray: with one, see tests/integration/real_window.
#include "main_window.h"
#include "support/frame_factory.h"
#include "support/menu_action.h"
#include "test_case.h"
#include "tray/tray_hint.h"
#include "tray/tray_icon.h"

#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

using namespace barograph;
using namespace barograph::testing;
using namespace std::chrono_literals;

namespace {

TrayState trayStateOf(const FramePtr &frame)
{
    SteadyTrouble troubles;
    troubles.update(*frame, frameTime());
    return trayStateOf(*frame, troubles, situationOf(frame.get(), troubles, frameTime()));
}

QStringList entriesOf(const QMenu &menu)
{
    QStringList texts;
    for (QAction *action : menu.actions()) {
        if (!action->isSeparator())
            texts << action->text().remove(u'&');
    }
    return texts;
}

QAction *entry(const QMenu &menu, const QString &beginning)
{
    for (QAction *action : menu.actions()) {
        if (action->text().remove(u'&').startsWith(beginning))
            return action;
    }
    return nullptr;
}

} // namespace

class TestTray : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theMenuOpensWhatIsInTrouble()
    {
        TrayIcon tray;
        tray.setState(trayStateOf(fullFrame()));
        QSignalSpy opened(&tray, &TrayIcon::openRequested);
        QVERIFY2(entriesOf(tray.menu()).contains(QStringLiteral("Sales US")),
                 qPrintable(entriesOf(tray.menu()).join(u',')));
        tray.menu().actions().at(2)->trigger();
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened[0][0].toString(), QStringLiteral("sales-us"));
        entry(tray.menu(), QStringLiteral("Open Barograph"))->trigger();
        QCOMPARE(opened[1][0].toString(), QString());
    }

    void thePictureTellsStatesAndNumbersApart()
    {
        const auto picture = [](SituationKind kind, int inTrouble) {
            TrayState state;
            state.kind = kind;
            state.inTrouble = inTrouble;
            return trayPicture(state, QPalette()).pixmap(32, 32).toImage();
        };
        QVERIFY(picture(SituationKind::Well, 0) != picture(SituationKind::CannotTell, 0));
        QVERIFY(picture(SituationKind::Critical, 1) != picture(SituationKind::Critical, 2));
    }

    void theMenuHoldsTheViewAndSaysHowFarItIsBehind()
    {
        TrayIcon tray;
        QSignalSpy held(&tray, &TrayIcon::holdRequested);
        QSignalSpy wall(&tray, &TrayIcon::wallRequested);
        QSignalSpy quit(&tray, &TrayIcon::quitRequested);
        const QStringList before{QStringLiteral("Open Barograph"), QStringLiteral("Pause the view"),
                                 QStringLiteral("Wall mode"), QStringLiteral("Quit")};
        QCOMPARE(entriesOf(tray.menu()), before);
        // Without a number there is nothing to hold and nothing for a wall.
        QVERIFY(!entry(tray.menu(), QStringLiteral("Pause"))->isEnabled());
        QVERIFY(!entry(tray.menu(), QStringLiteral("Wall"))->isEnabled());
        tray.setView({true, {}});
        entry(tray.menu(), QStringLiteral("Pause"))->trigger();
        QCOMPARE(held.count(), 1);
        tray.setView({true, Millis{252'000}});
        QCOMPARE(entriesOf(tray.menu()).at(1), QStringLiteral("Continue live (the view is 4 min 12 s behind)"));
        tray.setView({true, Millis{253'000}});
        QCOMPARE(entriesOf(tray.menu()).at(1), QStringLiteral("Continue live (the view is 4 min 13 s behind)"));
        // Nor do others' entries take it along when they change.
        tray.setState(trayStateOf(fullFrame()));
        entry(tray.menu(), QStringLiteral("Continue live"))->trigger();
        QCOMPARE(held.count(), 2);
        entry(tray.menu(), QStringLiteral("Wall"))->trigger();
        entry(tray.menu(), QStringLiteral("Quit"))->trigger();
        QCOMPARE(wall.count(), 1);
        QCOMPARE(quit.count(), 1);
    }

    void anOpenMenuIsLeftAloneAndMadeUpForLater()
    {
        TrayIcon tray;
        tray.menu().popup(QPoint(10, 10));
        QTRY_VERIFY(tray.menu().isVisible());
        const TrayState state = trayStateOf(fullFrame());
        tray.setState(state);
        QVERIFY(!entriesOf(tray.menu()).contains(QStringLiteral("Sales US")));
        tray.menu().hide();
        tray.setState(state); // the same as before
        QVERIFY(entriesOf(tray.menu()).contains(QStringLiteral("Sales US")));
    }

    void theHintAsksOnceAndNotInTheWay()
    {
        QWidget window;
        TrayHint hint(&window);
        QVERIFY(!hint.isVisibleTo(&window)); // until somebody shows it
        hint.setVisible(true);
        window.show();
        QSignalSpy answered(&hint, &TrayHint::answered);
        auto *keep = hint.findChild<QPushButton *>(QStringLiteral("trayKeep"));
        auto *end = hint.findChild<QPushButton *>(QStringLiteral("trayEnd"));
        QVERIFY(!hint.isWindow() && !keep->hasFocus() && !end->hasFocus());
        QTest::mouseClick(keep, Qt::LeftButton);
        QCOMPARE(answered.count(), 1);
        QCOMPARE(answered[0][0].toBool(), true);
        end->setFocus();
        QTest::keyClick(end, Qt::Key_Space);
        QCOMPARE(answered.count(), 2);
        QCOMPARE(answered[1][0].toBool(), false);
    }

    void withoutATrayClosingCloses()
    {
        if (QSystemTrayIcon::isSystemTrayAvailable())
            QSKIP("there is a tray here");
        MainWindow window;
        window.setClock(frameTime);
        // Kept from a session that had one.
        window.restoreChoices({{QStringLiteral("keepInTray"), true}});
        window.setFrame(fullFrame());
        window.show();
        QVERIFY(!window.findChild<TrayHint *>()->isVisible());
        QVERIFY(!menuAction(window, QStringLiteral("Keep running in the tray"))->isVisible());
        QVERIFY(window.close());
        QVERIFY(!window.isVisible());
        // And it is still chosen where there is one again.
        QVERIFY(window.choices().value(QStringLiteral("keepInTray")).toBool());
    }
};

BAROGRAPH_TEST(TestTray)
#include "tst_tray.moc"
