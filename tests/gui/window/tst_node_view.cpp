// SPDX-License-Identifier: GPL-3.0-or-later
// What the node view keeps of its panels between two runs, and what it tells of itself.
#include "dock_probe.h"
#include "panels/node_view/dock_title.h"
#include "panels/node_view/range_popup.h"
#include "panels/node_view/view_bar.h"
#include "test_case.h"
#include "widgets/badge.h"

#include <QAbstractButton>
#include <QDataStream>
#include <QDateTimeEdit>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>
#include <QUndoStack>

using namespace barograph;
using namespace barograph::testing;

class TestNodeView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void layoutsAreKept()
    {
        QByteArray saved;
        QRect controls;
        {
            DockProbe probe;
            probe.show();
            probe.dock(PanelId::Members)->close();
            probe.area->movePanel(probe.dock(PanelId::Controls), Qt::TopEdge);
            probe.settle();
            QVERIFY(probe.view->layouts().saveAs(QStringLiteral("Night & day")).isEmpty());
            QCOMPARE(probe.view->layouts().presentName(), QStringLiteral("Night & day"));
            controls = probe.dock(PanelId::Controls)->geometry();
            saved = probe.window.saveLayout();
        }
        DockProbe probe;
        QVERIFY(probe.window.restoreLayout(saved));
        probe.show();
        QVERIFY(probe.dock(PanelId::Members)->isHidden());
        QVERIFY(probe.dock(PanelId::Controls)->isVisible());
        const QRect restored = probe.dock(PanelId::Controls)->geometry();
        QVERIFY2(qAbs(restored.width() - controls.width()) < 20 && qAbs(restored.height() - controls.height()) < 20 &&
                     restored.topLeft() == controls.topLeft(),
                 qPrintable(QStringLiteral("%1x%2, was %3x%4")
                                .arg(restored.width())
                                .arg(restored.height())
                                .arg(controls.width())
                                .arg(controls.height())));
        QCOMPARE(probe.view->layouts().presentName(), QStringLiteral("Night & day"));
        QVERIFY(!probe.steps().canUndo());
        NodeLayouts &layouts = probe.view->layouts();
        layouts.useBuiltIn(BuiltInLayout::Incident);
        probe.settle();
        QVERIFY(!probe.dock(PanelId::Members)->isHidden());
        QVERIFY(layouts.rename(QStringLiteral("Night & day"), QStringLiteral("Mine")).isEmpty());
        QVERIFY(!layouts.saveAs(QStringLiteral("incident")).isEmpty()); // a built-in one
        QVERIFY(layouts.use(QStringLiteral("Mine")));
        probe.settle();
        QVERIFY(probe.dock(PanelId::Members)->isHidden());
        layouts.remove(QStringLiteral("Mine"));
        QVERIFY(layouts.book().layouts().empty());
    }

    void damagedLayoutsLoseNothing()
    {
        DockProbe maker;
        maker.show();
        QVERIFY(maker.view->layouts().saveAs(QStringLiteral("Mine")).isEmpty());
        maker.dock(PanelId::Members)->close();
        maker.settle();
        bool complete = false;
        SavedView saved = unpackView(maker.view->saveLayout(), complete);
        QVERIFY(complete);
        saved.present.docks.docks = QByteArray("damaged");
        DockProbe probe;
        probe.view->restoreLayout(packView(saved));
        probe.show();
        QVERIFY(!overlaps(probe));
        QVERIFY(!probe.dock(PanelId::Members)->isHidden());
        QVERIFY(probe.view->layouts().book().find(QStringLiteral("Mine")));
        bool told = false;
        for (const auto *label : probe.view->findChildren<QLabel *>())
            told = told || (label->isVisible() && label->text().contains(QStringLiteral("could not be read")));
        QVERIFY(told);
        // Cut short anywhere: never a crash, and the named one goes only when it is hit itself.
        const QByteArray whole = packView(saved);
        for (qsizetype length = 0; length < whole.size(); length += 13) {
            unpackView(whole.left(length), complete);
            QVERIFY(!complete);
        }
        unpackView(whole, complete);
        QVERIFY(complete);
    }

    void olderLayoutsKeepTheWindow()
    {
        DockProbe maker(QSize(1400, 800));
        maker.show();
        QByteArray old;
        QDataStream stream(&old, QIODevice::WriteOnly);
        stream << quint32{1} << maker.window.saveGeometry() << QByteArray() << QByteArray("two splitters");
        DockProbe probe;
        QVERIFY(probe.window.restoreLayout(old));
        QCOMPARE(probe.window.size(), maker.window.size());
        probe.show();
        QVERIFY(!overlaps(probe));
    }

    void filesGoThereAndBack()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("mine.json"));
        DockProbe probe;
        probe.show();
        NodeLayouts &layouts = probe.view->layouts();
        QVERIFY(layouts.saveAs(QStringLiteral("Mine")).isEmpty());
        QSignalSpy notices(&layouts, &NodeLayouts::notice);
        layouts.exportTo(path, QStringLiteral("Mine"));
        QTRY_COMPARE_WITH_TIMEOUT(notices.count(), 1, kPatience);
        // Not over the one that is there.
        layouts.importFrom(path);
        QTRY_VERIFY_WITH_TIMEOUT(layouts.book().find(QStringLiteral("Mine (2)")), kPatience);
        layouts.importFrom(folder.filePath(QStringLiteral("none.json")));
        QTRY_VERIFY_WITH_TIMEOUT(notices.count() >= 3, kPatience);
        for (const char *text :
             {"", "{}", R"({"barograph-layout":9})", R"({"barograph-layout":1,"name":"x","docks":"?"})"})
            QVERIFY2(!layoutFromFile(QByteArray(text)), text);
        const auto read = layoutFromFile(layoutToFile(*layouts.book().find(QStringLiteral("Mine"))));
        QVERIFY(read && *read == *layouts.book().find(QStringLiteral("Mine")));
    }

    void newPanelsGetAPlaceInOldLayouts()
    {
        DockProbe probe;
        probe.show();
        DockState state = probe.area->state();
        state.layout.clear();
        QStringList known = probe.area->panelKeys();
        known.removeAll(panelKey(PanelId::Notices));
        QVERIFY(probe.area->restore(state, known));
        probe.settle();
        QVERIFY(!probe.dock(PanelId::Notices)->isHidden());
        QVERIFY(!overlaps(probe));
    }

    void barTellsLiveAndPaused()
    {
        DockProbe probe;
        probe.show();
        auto *live = probe.view->findChild<QAbstractButton *>(QStringLiteral("liveButton"));
        QCOMPARE(live->text(), QStringLiteral("Live"));
        QTest::keyClick(probe.view, Qt::Key_Space);
        QVERIFY(!probe.window.timeView().isLive());
        probe.later(Seconds{130}, true);
        // What goes on beside charts that stand still says so.
        QCOMPARE(probe.dock(PanelId::Controls)->title().toolTip(), QStringLiteral("Controls, of now"));
        QCOMPARE(probe.dock(PanelId::Storms)->windowTitle(), QStringLiteral("Storms (2 running)"));
        QCOMPARE(probe.dock(PanelId::Tps)->title().toolTip(), QStringLiteral("Events per second"));
        QCOMPARE(live->text(), QStringLiteral("Paused: 2 min 10 s behind, still collecting"));
        QTest::mouseClick(live, Qt::LeftButton);
        QVERIFY(probe.window.timeView().isLive());
        QCOMPARE(live->text(), QStringLiteral("Live"));
        probe.later(Seconds{1}, true);
        QCOMPARE(probe.dock(PanelId::Controls)->title().toolTip(), QStringLiteral("Controls"));
    }

    void barTellsHowMuchOfThePastIsThere()
    {
        TimeView time;
        time.setNow(frameTime());
        QUndoStack steps;
        ViewBar bar(time, steps, nullptr);
        bar.show();
        const auto said = [&bar] {
            QString all;
            for (const auto *label : bar.findChildren<MarkLabel *>()) {
                if (label->isVisible())
                    all += label->text() + label->toolTip();
            }
            return all;
        };
        bar.updateState(TimelineStore::Completeness::Complete, {});
        QCOMPARE(said(), QString());
        bar.updateState(TimelineStore::Completeness::Loading, {});
        QVERIFY(said().startsWith(QStringLiteral("Reading the history")));
        bar.updateState(TimelineStore::Completeness::Failed, QStringLiteral("disk is gone"));
        QVERIFY(said().contains(QStringLiteral("cannot be read")) && said().contains(QStringLiteral("disk is gone")));
    }

    void barGoesOnInMoreLines()
    {
        TimeView time;
        time.setNow(frameTime());
        QUndoStack steps;
        ViewBar bar(time, steps, nullptr);
        QMenu menu;
        bar.setMenus(&menu, &menu);
        bar.setLayoutName(QStringLiteral("Overview of a number"));
        bar.updateState(TimelineStore::Completeness::Loading, {});
        time.pause();
        bar.show();
        const auto parts = [&bar] {
            std::vector<QRect> places;
            for (const auto *part : bar.findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
                if (part->isVisible())
                    places.push_back(part->geometry());
            }
            return places;
        };
        int lastHeight = 0;
        for (const int width : {1600, 700, 350}) {
            bar.resize(width, bar.heightForWidth(width));
            QCoreApplication::processEvents();
            const auto places = parts();
            QCOMPARE(places.size(), std::size_t{6});
            int right = 0;
            for (std::size_t i = 0; i < places.size(); ++i) {
                right = std::max(right, places[i].right());
                QVERIFY2(bar.rect().contains(places[i]), qPrintable(QString::number(width)));
                for (std::size_t k = i + 1; k < places.size(); ++k)
                    QVERIFY(!places[i].intersects(places[k]));
            }
            QCOMPARE(right, width - 3); // layouts and panels stay at the end
            QVERIFY(bar.height() > lastHeight);
            lastHeight = bar.height();
        }
        QVERIFY(bar.minimumSizeHint().width() < 350);
        // Undo and redo are never torn apart.
        const auto topOf = [&bar](const QString &text) {
            for (const auto *button : bar.findChildren<QToolButton *>()) {
                if (button->text() == text)
                    return button->mapTo(&bar, QPoint()).y();
            }
            return -1;
        };
        for (int width = 350; width < 1600; width += 50) {
            bar.resize(width, bar.heightForWidth(width));
            QCoreApplication::processEvents();
            QVERIFY(topOf(QStringLiteral("Undo")) >= 0);
            QCOMPARE(topOf(QStringLiteral("Redo")), topOf(QStringLiteral("Undo")));
        }
    }

    void rangeIsEntered()
    {
        TimeView time;
        time.setNow(frameTime());
        auto *popup = new RangePopup(time, nullptr);
        popup->show();
        auto *show = popup->findChild<QPushButton *>();
        const auto edits = popup->findChildren<QDateTimeEdit *>();
        QCOMPARE(edits.size(), 2);
        QVERIFY(show->isEnabled());
        const QDateTime to = QDateTime::fromMSecsSinceEpoch(unixMillis(frameTime()));
        edits[1]->setDateTime(to.addSecs(-7200));
        QVERIFY(!show->isEnabled()); // ends before it begins
        edits[0]->setDateTime(to.addDays(-100));
        QVERIFY(!show->isEnabled()); // longer than there is
        edits[0]->setDateTime(to.addSecs(-10'800));
        QVERIFY(show->isEnabled());
        QTest::mouseClick(show, Qt::LeftButton);
        QCOMPARE(time.span(), Millis{std::chrono::hours{1}});
        QVERIFY(!time.isLive());
        QCOMPARE(std::chrono::round<Seconds>(time.behind()), Seconds{7200});
    }

    void silenceOfTheSourceIsTold()
    {
        DockProbe probe;
        probe.show();
        const auto texts = [&probe] {
            QString all;
            for (const auto *label : probe.view->findChildren<QLabel *>()) {
                if (label->isVisible())
                    all += label->text() + u'\n';
            }
            return all;
        };
        QVERIFY(!texts().contains(QStringLiteral("STALE")));
        probe.later(Seconds{12}, false);
        const QString stale = texts();
        QVERIFY2(stale.contains(QStringLiteral("STALE: no new figures for 12 s")), qPrintable(stale));
        QVERIFY(stale.contains(QStringLiteral("131% (stale 12 s)")));
        QVERIFY(stale.contains(QStringLiteral("Running when it last answered")));
        QVERIFY(stale.contains(QStringLiteral("Not known at present")));
        probe.later(Seconds{1}, true);
        QVERIFY(!texts().contains(QStringLiteral("STALE")));
        QVERIFY(!texts().contains(QStringLiteral("Not known at present")));
    }

    void viewHasAStateForEverything()
    {
        auto off = std::make_shared<Frame>(*fullFrame());
        off->nodes = {calmNode(), unknownNode()};
        off->nodes[0].enabled = false;
        DockProbe probe;
        probe.show();
        const auto tells = [&probe](const QString &words) {
            for (const auto *label : probe.view->findChildren<QLabel *>()) {
                if (label->isVisible() && label->text().contains(words))
                    return true;
            }
            return false;
        };
        probe.window.setFrame(off);
        probe.window.chooseNode(off->nodes[0].id);
        QVERIFY(tells(QStringLiteral("Switched off: what it would")));
        probe.window.chooseNode(off->nodes[1].id);
        QVERIFY(tells(QStringLiteral("has not answered")));
        probe.view->showNothing();
        QVERIFY(tells(QStringLiteral("No number is chosen")));
    }
};

BAROGRAPH_TEST(TestNodeView)
#include "tst_node_view.moc"
