// SPDX-License-Identifier: GPL-3.0-or-later
// The node view's panels: where they are, how they are moved by mouse and keyboard, and one undo for all of it.
#include "charts/tps_chart.h"
#include "dock_probe.h"
#include "panels/event_filter_bar.h"
#include "panels/node_view/dock_title.h"
#include "support/speaking.h"
#include "test_case.h"
#include "widgets/table_view.h"

#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTabBar>
#include <QToolButton>

using namespace barograph;
using namespace barograph::testing;

namespace {

/// QTest leaves the button down after the second press.
void doubleClick(QWidget &widget, QPoint at)
{
    QTest::mouseDClick(&widget, Qt::LeftButton, {}, at);
    QTest::mouseRelease(&widget, Qt::LeftButton, {}, at);
}

int shownCount(const DockProbe &probe)
{
    return static_cast<int>(std::count_if(probe.area->docks().begin(), probe.area->docks().end(),
                                          [](const PanelDock *panel) { return panel->isOnScreen(); }));
}

/// Everything a number is renewed with, counted.
class CountingPanel : public QWidget
{
public:
    int renewed = 0;
    int advanced = 0;
    void setNode(const NodeFrame & /*node*/, UtcTime /*now*/) { ++renewed; }
    void advance() { ++advanced; }
};

/// From now on, what the panel is renewed with is counted, and done as before.
void countRenewals(PanelDock &panel, int &renewed, int &advanced)
{
    panel.make();
    auto &body = const_cast<PanelBody &>(panel.body());
    const PanelBody real = body;
    body.figures = [&renewed, real](const PanelInput &in) {
        ++renewed;
        real.figures(in);
    };
    body.advance = [&advanced, real](const PanelInput &in) {
        ++advanced;
        real.advance(in);
    };
}

/// Tells when a widget is painted for the first time.
class PaintSpy : public QObject
{
public:
    PaintSpy(QWidget &widget, std::function<void()> atFirst)
        : m_atFirst(std::move(atFirst))
    {
        widget.installEventFilter(this);
    }
    int count() const { return m_count; }

protected:
    bool eventFilter(QObject * /*watched*/, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_count++ == 0)
            m_atFirst();
        return false;
    }

private:
    std::function<void()> m_atFirst;
    int m_count = 0;
};

} // namespace

class TestDocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLayoutFits_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("layout");
        QTest::addColumn<int>("least");
        for (const BuiltInLayout layout : kBuiltInLayouts) {
            if (layout == BuiltInLayout::SmallScreen)
                QTest::newRow("small screen on a large one") << QSize(1920, 1080) << static_cast<int>(layout) << 4;
            for (const QSize size : {QSize(1280, 720), QSize(1920, 1080)}) {
                if (layout == BuiltInLayout::SmallScreen && size.width() > 1500)
                    continue;
                QTest::addRow("%s %d", qPrintable(layoutKey(layout)), size.width())
                    << size << static_cast<int>(layout)
                    << (size.width() > 1500                 ? 7
                        : layout == BuiltInLayout::Overview ? 4
                                                            : 2);
            }
        }
    }
    void everyLayoutFits()
    {
        QFETCH(const QSize, size);
        QFETCH(const int, layout);
        QFETCH(const int, least);
        DockProbe probe(size);
        probe.show();
        probe.view->layouts().useBuiltIn(static_cast<BuiltInLayout>(layout));
        probe.settle();
        QCOMPARE(probe.window.size(), size);
        QVERIFY(!overlaps(probe));
        QVERIFY(shownCount(probe) >= least);
        QVERIFY(probe.shown(PanelId::Tps));
        for (PanelDock *panel : probe.area->docks())
            QVERIFY2(!panel->isHidden(), qPrintable(panel->objectName()));
    }

    /// Arranging costs as much as everything else of a start, and before there is a size it is for nothing.
    void arrangedOnceWhenShown()
    {
        DockProbe probe({1920, 1080});
        std::vector<std::unique_ptr<QSignalSpy>> places;
        for (const PanelDock *panel : probe.area->docks()) {
            QVERIFY2(panel->isHidden(), qPrintable(panel->objectName()));
            places.push_back(std::make_unique<QSignalSpy>(panel, &QDockWidget::dockLocationChanged));
        }
        QCOMPARE(probe.area->state().layout, layoutKey(BuiltInLayout::Overview));
        probe.show();
        QVERIFY(shownCount(probe) >= 7);
        for (const auto &panel : places)
            QCOMPARE(panel->count(), 1);
    }

    void panelAloneIsKeptUntilShown()
    {
        DockState alone;
        {
            DockProbe probe;
            probe.show();
            probe.area->setMaximised(probe.dock(PanelId::Storms));
            alone = probe.area->state();
        }
        DockProbe probe;
        QVERIFY(probe.area->restore(alone, probe.area->panelKeys()));
        QCOMPARE(probe.area->state().maximised, panelKey(PanelId::Storms));
        probe.show();
        QCOMPARE(shownCount(probe), 1);
        QVERIFY(probe.shown(PanelId::Storms));
        probe.area->setMaximised(nullptr);
        probe.settle();
        QVERIFY(shownCount(probe) >= 4);
    }

    void panelWantedBeforeShown()
    {
        DockProbe probe;
        probe.view->showPanel(PanelId::Members);
        probe.show();
        QVERIFY(probe.shown(PanelId::Members));
        QVERIFY(probe.shown(PanelId::Tps) || probe.dock(PanelId::Tps)->isVisible());
        QVERIFY(!overlaps(probe));
    }

    void smallScreenCutsNothingOff()
    {
        DockProbe probe;
        probe.show();
        for (const PanelId id : {PanelId::Tps, PanelId::Controls, PanelId::Storms, PanelId::Incoming})
            QVERIFY2(probe.shown(id), qPrintable(panelKey(id)));
        // All of the controls, also those of a paused queue with its reason.
        const FramePtr full = fullFrame();
        for (const NodeFrame &node : full->nodes) {
            probe.window.chooseNode(node.id);
            probe.settle();
            const auto *scroll = probe.dock(PanelId::Controls)->findChild<QScrollArea *>();
            QVERIFY2(scroll->widget()->height() <= scroll->viewport()->height() &&
                         scroll->widget()->width() <= scroll->viewport()->width(),
                     qPrintable(QStringLiteral("%1: %2x%3 in %4x%5")
                                    .arg(node.id)
                                    .arg(scroll->widget()->width())
                                    .arg(scroll->widget()->height())
                                    .arg(scroll->viewport()->width())
                                    .arg(scroll->viewport()->height())));
        }
        QVERIFY(probe.dock(PanelId::Tps)->height() >= 260);
    }

    /// In every built-in layout, at every usual size, of the number with the longest tabs.
    void tabsCanBeRead_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("language");
        for (const char *language : {"en", "es", "pseudo"}) {
            for (const QSize size : {QSize(1280, 720), QSize(1600, 900), QSize(1920, 1080)})
                QTest::addRow("%s %d", language, size.width()) << size << QString::fromLatin1(language);
        }
    }
    void tabsCanBeRead()
    {
        QFETCH(const QSize, size);
        QFETCH(const QString, language);
        const Speaking speaking(language);
        DockProbe probe(size);
        probe.show();
        for (const BuiltInLayout layout : kBuiltInLayouts) {
            probe.view->layouts().useBuiltIn(layout);
            probe.settle();
            for (const auto *bar : probe.area->findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly)) {
                if (!bar->isVisible())
                    continue;
                // Everything at once, but for texts that are 40 % longer than ours.
                if (language != QLatin1String("pseudo"))
                    QVERIFY2(bar->sizeHint().width() <= bar->width(), qPrintable(layoutKey(layout)));
                for (int tab = 0; tab < bar->count(); ++tab) {
                    const int words = bar->fontMetrics().horizontalAdvance(bar->tabText(tab));
                    const int icon = bar->tabIcon(tab).isNull() ? 0 : bar->iconSize().width();
                    const int missing = words + icon - bar->tabRect(tab).width();
                    QVERIFY2(missing <= 0, qPrintable(layoutKey(layout) + u' ' + bar->tabText(tab)));
                    QVERIFY(!bar->accessibleTabName(tab).isEmpty());
                }
            }
        }
    }

    void largeScreenHasRoomForEight()
    {
        // With every panel that there can be: those of other parts, made up.
        DockArea area;
        for (const PanelId id : kPanelIds)
            area.addPanel(id, [] { return bodyOf(new CountingPanel); });
        area.resize(1620, 900);
        area.arrange(BuiltInLayout::Overview);
        area.show();
        QVERIFY(QTest::qWaitForWindowExposed(&area));
        const auto seen = [&area] {
            return std::count_if(area.docks().begin(), area.docks().end(),
                                 [](const PanelDock *panel) { return panel->isOnScreen(); });
        };
        QTRY_VERIFY_WITH_TIMEOUT(seen() >= 8, kPatience);
        for (const PanelDock *panel : area.docks())
            QVERIFY(!panel->isOnScreen() || (panel->width() >= 250 && panel->height() >= 150));
    }

    void panelsAreMadeWhenTheyAreSeen()
    {
        DockArea area;
        std::map<PanelId, int> made;
        for (const PanelId id : kPanelIds) {
            area.addPanel(id, [&made, id] {
                ++made[id];
                return bodyOf(new CountingPanel);
            });
        }
        area.dock(PanelId::Tps)->make();
        // Of the first picture only what was made for it: the rest must not keep it waiting.
        std::map<PanelId, int> madeForFirstPicture;
        PaintSpy painted(*area.dock(PanelId::Tps)->body().widget, [&] { madeForFirstPicture = made; });
        area.resize(900, 500);
        area.arrange(BuiltInLayout::Overview);
        area.show();
        QTRY_VERIFY_WITH_TIMEOUT(painted.count() > 0, kPatience);
        QCOMPARE(madeForFirstPicture, (std::map<PanelId, int>{{PanelId::Tps, 1}}));
        QTRY_VERIFY_WITH_TIMEOUT(!area.isSettling(), kPatience);
        int seen = 0;
        PanelDock *behind = nullptr;
        for (PanelDock *panel : area.docks()) {
            QCOMPARE(panel->isMade(), panel->isOnScreen());
            seen += panel->isOnScreen() ? 1 : 0;
            behind = panel->isMade() ? behind : panel;
        }
        QVERIFY(seen > 1);
        QVERIFY(behind);
        area.showPanel(behind->id(), false);
        QVERIFY(behind->isMade() && behind->body().widget->isVisible());
        for (const auto &[id, count] : made)
            QCOMPARE(count, 1);
    }

    void panelMadeLateIsLikeTheOthers()
    {
        DockProbe probe;
        probe.view->setControlsEnabled(false);
        probe.show();
        QVERIFY(!probe.dock(PanelId::History)->isMade());
        probe.later(std::chrono::seconds{30}, false); // what is shown is old by now: grey
        probe.window.setControlHistory(someHistory());
        QVERIFY(!probe.dock(PanelId::Members)->isMade());
        for (const PanelId late : {PanelId::Members, PanelId::History}) {
            probe.view->showPanel(late);
            probe.settle();
        }
        const auto ink = [&probe](PanelId id) {
            return probe.dock(id)->widget()->palette().color(QPalette::WindowText);
        };
        QVERIFY(ink(PanelId::Controls) != ink(PanelId::History));
        QCOMPARE(ink(PanelId::Members), ink(PanelId::Controls));
        const auto usable = [&probe] {
            const auto buttons = probe.dock(PanelId::Controls)->findChildren<QPushButton *>();
            return std::any_of(buttons.begin(), buttons.end(), [](const auto *button) { return button->isEnabled(); });
        };
        QVERIFY(!usable());
        probe.view->setControlsEnabled(true);
        QVERIFY(usable());
    }

    void everyPlaceNamesAPanelOnce()
    {
        const std::function<void(const LayoutCell &, std::vector<PanelId> &)> collect =
            [&](const LayoutCell &cell, std::vector<PanelId> &found) {
                found.insert(found.end(), cell.panels.begin(), cell.panels.end());
                for (const LayoutCell &part : cell.parts)
                    collect(part, found);
            };
        for (const BuiltInLayout layout : kBuiltInLayouts) {
            for (const Room room : {Room::Tiny, Room::Small, Room::Medium, Room::Large}) {
                std::vector<PanelId> found;
                collect(layoutCell(layout, room, 1), found);
                QCOMPARE(found.size(), kPanelIds.size());
                std::sort(found.begin(), found.end());
                QVERIFY(std::adjacent_find(found.begin(), found.end()) == found.end());
            }
        }
    }

    void followsTheWindowUntilItIsTouched()
    {
        DockProbe probe;
        probe.show();
        QVERIFY(!probe.shown(PanelId::Lag));
        probe.window.resize(1920, 1080);
        QTRY_VERIFY_WITH_TIMEOUT(probe.shown(PanelId::Lag), kPatience);
        probe.dock(PanelId::Members)->close();
        probe.settle();
        QVERIFY(!probe.area->layout());
        probe.window.resize(1280, 720);
        probe.settle();
        QVERIFY(probe.dock(PanelId::Members)->isHidden());
        QVERIFY(probe.shown(PanelId::Lag));
    }

    void onlyWhatIsSeenIsRenewed()
    {
        DockProbe probe;
        PanelDock *added = probe.dock(PanelId::Lag); // a tab behind the chart
        int renewed = 0;
        int advanced = 0;
        countRenewals(*added, renewed, advanced);
        const QWidget *hidden = added->body().widget;
        probe.show();
        QVERIFY(!added->isOnScreen());
        QVERIFY(!hidden->isVisible());
        probe.window.setFrame(fullFrame());
        QCOMPARE(renewed, 0);
        QCOMPARE(advanced, 0);
        probe.view->showPanel(PanelId::Lag);
        QTRY_VERIFY_WITH_TIMEOUT(hidden->isVisible(), kPatience);
        QVERIFY(renewed >= 1); // at once, not with the next frame
        QVERIFY(advanced >= 1);
        // Torn off it is seen while the window is minimised, and not while it is itself.
        probe.area->toggleFloating(added);
        probe.window.showMinimized();
        int before = renewed;
        probe.window.setFrame(fullFrame());
        QVERIFY(renewed > before);
        QVERIFY(probe.view->isWatched());
        added->showMinimized();
        before = renewed;
        probe.window.setFrame(fullFrame());
        QCOMPARE(renewed, before);
        QVERIFY(!probe.view->isWatched());
    }

    void tornOffPanelGoesOnWhileTheWindowIsMinimised()
    {
        DockProbe probe;
        probe.show();
        PanelDock *lag = probe.dock(PanelId::Lag);
        int renewed = 0;
        int advanced = 0;
        countRenewals(*lag, renewed, advanced);
        probe.view->showPanel(PanelId::Lag);
        probe.area->toggleFloating(lag);
        probe.window.showMinimized();
        int asked = 0;
        probe.window.setFrameSource([&asked] {
            ++asked;
            return fullFrame();
        });
        renewed = 0;
        advanced = 0;
        QTRY_VERIFY_WITH_TIMEOUT(renewed > 1 && advanced > 1, kPatience);
        // Once that is gone too, nobody looks, and nobody asks any more.
        lag->showMinimized();
        const int before = advanced;
        QTRY_VERIFY_WITH_TIMEOUT(!probe.window.findChild<FramePump *>()->isRunning(), kPatience);
        QCOMPARE(advanced, before);
        const int askedBefore = asked;
        probe.window.showNormal();
        QTRY_VERIFY_WITH_TIMEOUT(asked > askedBefore, kPatience);
    }

    void titleIsDraggedOutAndPutBack()
    {
        DockProbe probe(QSize(1600, 900));
        probe.show();
        PanelDock *controls = probe.dock(PanelId::Controls);
        DockTitle &title = controls->title();
        QVERIFY(title.isVisible() && !title.isCollapsed());
        const QPoint grip(40, title.height() / 2);
        QTest::mousePress(&title, Qt::LeftButton, {}, grip);
        QTest::mouseMove(&title, grip + QPoint(0, 40));
        QTest::mouseMove(&title, grip + QPoint(200, -260));
        QTest::mouseMove(&title, grip + QPoint(260, -300));
        QTest::mouseRelease(&title, Qt::LeftButton, {}, grip + QPoint(260, -300));
        // Where it is let go decides whether it floats or lands; both are another place than before.
        QTRY_VERIFY_WITH_TIMEOUT(probe.steps().count() == 1, kPatience);
        probe.steps().undo();
        probe.settle();
        QVERIFY(!controls->isFloating());
        QVERIFY(!overlaps(probe));
    }

    void buttonTearsOffAndPutsBack()
    {
        DockProbe probe;
        probe.show();
        PanelDock *controls = probe.dock(PanelId::Controls);
        QAbstractButton *tearOff = nullptr;
        for (auto *button : controls->title().findChildren<QAbstractButton *>()) {
            if (button->accessibleName().startsWith(QStringLiteral("Tear")))
                tearOff = button;
        }
        QVERIFY(tearOff);
        QTest::mouseClick(tearOff, Qt::LeftButton);
        QVERIFY(controls->isFloating() && controls->isVisible());
        probe.settle();
        QVERIFY(!overlaps(probe));
        QCOMPARE(probe.steps().count(), 1);
        QTest::mouseClick(tearOff, Qt::LeftButton);
        QVERIFY(!controls->isFloating());
    }

    void doubleClickShowsOneAlone()
    {
        DockProbe probe;
        probe.show();
        const auto before = probe.area->state();
        PanelDock *controls = probe.dock(PanelId::Controls);
        doubleClick(controls->title(), QPoint(30, 8));
        probe.settle();
        QCOMPARE(shownCount(probe), 1);
        QVERIFY(probe.shown(PanelId::Controls));
        QVERIFY(controls->width() >= probe.area->width() - 4);
        doubleClick(controls->title(), QPoint(30, 8));
        probe.settle();
        QVERIFY(!probe.area->maximised());
        QCOMPARE(probe.area->state(), before);
        // A tab does the same; asking for another panel ends it.
        QTabBar *bar = probe.tabBar();
        doubleClick(*bar, bar->tabRect(bar->currentIndex()).center());
        QTRY_COMPARE_WITH_TIMEOUT(shownCount(probe), 1, kPatience);
        probe.view->showPanel(PanelId::Webhooks);
        QTRY_VERIFY_WITH_TIMEOUT(probe.shown(PanelId::Webhooks) && probe.shown(PanelId::Tps), kPatience);
    }

    void keyboardDoesItAll()
    {
        DockProbe probe;
        probe.show();
        probe.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&probe.window));
        int controls = 0;
        for (std::size_t i = 0; i < probe.area->docks().size(); ++i) {
            if (probe.area->docks()[i]->id() == PanelId::Controls)
                controls = static_cast<int>(i) + 1;
        }
        QTest::keyClick(&probe.window, Qt::Key(Qt::Key_0 + controls), Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(probe.area->activeDock(), probe.dock(PanelId::Controls), kPatience);
        QTest::keyClick(&probe.window, Qt::Key_F10);
        QTRY_COMPARE_WITH_TIMEOUT(shownCount(probe), 1, kPatience);
        QTest::keyClick(&probe.window, Qt::Key_F10);
        QTRY_VERIFY_WITH_TIMEOUT(shownCount(probe) > 1, kPatience);
        const QRect place = probe.dock(PanelId::Controls)->geometry();
        QTest::keyClick(&probe.window, Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(probe.dock(PanelId::Controls)->x() < place.x(), kPatience);
        probe.settle();
        QVERIFY(!overlaps(probe));
        QTest::keyClick(&probe.window, Qt::Key_Z, Qt::ControlModifier);
        probe.settle();
        QCOMPARE(probe.dock(PanelId::Controls)->geometry(), place);
        QTest::keyClick(&probe.window, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        probe.settle();
        QVERIFY(probe.dock(PanelId::Controls)->x() < place.x());
        QTest::keyClick(&probe.window, Qt::Key_F6);
        QTRY_VERIFY_WITH_TIMEOUT(probe.area->activeDock() != probe.dock(PanelId::Controls), kPatience);
        PanelDock *next = probe.area->activeDock();
        QTest::keyClick(&probe.window, Qt::Key_W, Qt::ControlModifier);
        QVERIFY(next->isHidden());
    }

    void shortcutsAreUnique()
    {
        DockProbe probe;
        QMap<QString, QString> owners;
        for (const auto *action : probe.window.findChildren<QAction *>()) {
            for (const QKeySequence &key : action->shortcuts()) {
                QVERIFY2(!owners.contains(key.toString()),
                         qPrintable(QStringLiteral("%1: %2, %3")
                                        .arg(key.toString(), action->text(), owners.value(key.toString()))));
                owners.insert(key.toString(), action->text());
            }
        }
        QVERIFY(owners.contains(QStringLiteral("F10")));
    }

    void oneUndoForTimeAndPanels()
    {
        DockProbe probe;
        probe.show();
        TimeView &time = probe.window.timeView();
        time.setSpan(std::chrono::hours{1});
        probe.dock(PanelId::Controls)->close();
        probe.settle();
        time.endStep();
        time.pause();
        QCOMPARE(probe.steps().count(), 3);
        probe.steps().undo();
        QVERIFY(time.isLive());
        probe.steps().undo();
        QVERIFY(!probe.dock(PanelId::Controls)->isHidden());
        QCOMPARE(time.span(), Millis{std::chrono::hours{1}});
        probe.steps().undo();
        QVERIFY(time.span() < std::chrono::hours{1});
        QVERIFY(!probe.steps().canUndo());
        probe.steps().redo();
        probe.steps().redo();
        QVERIFY(probe.dock(PanelId::Controls)->isHidden());
        QVERIFY(time.isLive());
        // A layout is one step as well, and brings back what was closed.
        probe.view->layouts().useBuiltIn(BuiltInLayout::Storm);
        probe.settle();
        QVERIFY(!probe.dock(PanelId::Controls)->isHidden());
        probe.steps().undo();
        probe.settle();
        QVERIFY(probe.dock(PanelId::Controls)->isHidden());
    }

    void whatIsChosenInChartsAndTablesIsAStep()
    {
        DockProbe probe;
        probe.show();
        auto *chart = probe.view->findChild<TpsChart *>();
        auto *storms = probe.dock(PanelId::Storms)->findChild<TableView *>();
        const auto sorted = [storms] {
            return std::pair(storms->header()->sortIndicatorSection(), storms->header()->sortIndicatorOrder());
        };
        const auto before = sorted();
        chart->setMode(TpsChart::Lines);
        chart->setSeriesShown(0, false);
        storms->sortBy(0, before.first == 0 && before.second == Qt::AscendingOrder ? Qt::DescendingOrder
                                                                                   : Qt::AscendingOrder);
        const auto after = sorted();
        QVERIFY(after != before);
        QCOMPARE(probe.steps().count(), 3);
        probe.steps().undo();
        QCOMPARE(sorted(), before);
        QVERIFY(!chart->series(0).shown);
        probe.steps().undo();
        QVERIFY(chart->series(0).shown);
        QCOMPARE(chart->mode(), int(TpsChart::Lines));
        probe.steps().undo();
        QCOMPARE(chart->mode(), int(TpsChart::Stacked));
        QVERIFY(!probe.steps().canUndo());
        for (int step = 0; step < 3; ++step)
            probe.steps().redo();
        QCOMPARE(sorted(), after);
        QCOMPARE(chart->mode(), int(TpsChart::Lines));
        QVERIFY(!chart->series(0).shown);
        // Another number has the same charts: what it does not tell is no choice.
        probe.window.chooseNode(fullFrame()->nodes[2].id);
        probe.settle();
        QCOMPARE(probe.steps().count(), 3);
    }

    void whatTheLogShowsIsAStep()
    {
        // Made when it is opened: what was done before knows nothing of it.
        DockProbe probe;
        probe.show();
        QVERIFY(!probe.dock(PanelId::EventLog)->isMade());
        auto *chart = probe.view->findChild<TpsChart *>();
        chart->setMode(TpsChart::Lines);
        probe.view->showPanel(PanelId::EventLog);
        probe.settle();
        auto *bar = probe.view->findChild<EventFilterBar *>();
        const int before = probe.steps().count();
        const EventFilterChoice all = bar->choice();
        std::vector<EventFilterChoice> after;
        QStringList names;
        const auto chosen = [&] {
            after.push_back(bar->choice());
            names << probe.steps().undoText();
            QVERIFY(after.back() != (after.size() > 1 ? after[after.size() - 2] : all));
        };
        for (auto *button : bar->findChildren<QToolButton *>()) {
            if (!button->isCheckable())
                continue;
            button->click();
            chosen();
        }
        for (QAction *kind : bar->findChild<QMenu *>()->actions()) {
            kind->trigger();
            chosen();
        }
        for (auto *option : bar->findChildren<QCheckBox *>()) {
            option->click();
            chosen();
        }
        bar->setLine(QStringLiteral("group:4f2a91bc")); // what a key in the table does
        chosen();
        bar->clear();
        chosen();
        QCOMPARE(after.size(), 6 + kApartKindCount + 3 + 2);
        QCOMPARE(probe.steps().count(), before + static_cast<int>(after.size()));
        names.removeDuplicates();
        QCOMPARE(names.size(), 6); // kinds, range, nodes, crosshair, filter, clearing
        QVERIFY(!names.contains(QString()));

        // Also where it cannot be seen.
        probe.dock(PanelId::EventLog)->close();
        probe.settle();
        probe.steps().undo();
        probe.settle();
        for (std::size_t step = after.size(); step-- > 0;) {
            QCOMPARE(bar->choice(), after[step]);
            probe.steps().undo();
        }
        QCOMPARE(bar->choice(), all);
        QCOMPARE(bar->filter(), EventFilter());
        while (probe.steps().canUndo())
            probe.steps().undo();
        QCOMPARE(chart->mode(), int(TpsChart::Stacked));
        QCOMPARE(bar->choice(), all);
        while (probe.steps().canRedo())
            probe.steps().redo();
        QCOMPARE(bar->choice(), after.back());
        QCOMPARE(chart->mode(), int(TpsChart::Lines));
        QVERIFY(probe.dock(PanelId::EventLog)->isHidden());
    }

    void typedFilterIsAStepForEachPause()
    {
        DockProbe probe;
        probe.show();
        probe.view->showPanel(PanelId::EventLog);
        probe.settle();
        auto *bar = probe.view->findChild<EventFilterBar *>();
        auto *line = bar->findChild<QLineEdit *>();
        const int before = probe.steps().count();
        bar->focusLine();
        QTest::keyClicks(line, QStringLiteral("read"));
        QCOMPARE(probe.steps().count(), before + 1);
        QCOMPARE(probe.steps().undoText(), QStringLiteral("change of the event log's filter"));
        QTRY_VERIFY_WITH_TIMEOUT(!bar->isTyping(), kPatience);
        QTest::keyClicks(line, QStringLiteral(" lag>=5s"));
        QCOMPARE(probe.steps().count(), before + 2);
        QTest::keyClick(line, Qt::Key_Return); // finished, without a pause
        line->setFocus();
        QTest::keyClicks(line, QStringLiteral(" x"));
        QCOMPARE(probe.steps().count(), before + 3);
        QTest::keyClick(line, Qt::Key_Return);
        probe.steps().undo();
        QCOMPARE(line->text(), QStringLiteral("read lag>=5s"));
        QCOMPARE(bar->filter().leastLag, std::optional(Millis{5'000})); // at once, not after a pause
        probe.steps().undo();
        QCOMPARE(line->text(), QStringLiteral("read"));
        QVERIFY(!bar->filter().leastLag);
        // Escape takes all of it; that can be taken back.
        line->setFocus();
        QTest::keyClick(line, Qt::Key_Escape);
        QCOMPARE(line->text(), QString());
        probe.steps().undo();
        QCOMPARE(line->text(), QStringLiteral("read"));
        probe.steps().undo();
        QCOMPARE(probe.steps().index(), before);
        QCOMPARE(line->text(), QString());
        QVERIFY(bar->filter() == EventFilter());
    }

    void lineKeepsItsOwnUndoWhileItIsTyped()
    {
        DockProbe probe;
        probe.show();
        probe.view->showPanel(PanelId::EventLog);
        probe.settle();
        TimeView &time = probe.window.timeView();
        auto *bar = probe.view->findChild<EventFilterBar *>();
        auto *line = bar->findChild<QLineEdit *>();
        const Millis span = time.span();
        const auto press = [line](Qt::KeyboardModifiers with = Qt::ControlModifier) {
            QTest::keyClick(line, Qt::Key_Z, with);
        };
        time.setSpan(std::chrono::hours{1});
        time.endStep();
        const int before = probe.steps().count();
        // Being typed: the line's own, and what is taken back by it is no step.
        bar->focusLine();
        QTest::keyClicks(line, QStringLiteral("read"));
        QVERIFY(bar->isTyping());
        QCOMPARE(probe.steps().count(), before + 1);
        press();
        QCOMPARE(line->text(), QString());
        QCOMPARE(probe.steps().count(), before);
        press(Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(line->text(), QStringLiteral("read"));
        QCOMPARE(probe.steps().count(), before + 1);
        // Typed: one of the view's, in its order, with the focus where it is.
        QTRY_VERIFY_WITH_TIMEOUT(!bar->isTyping(), kPatience);
        press();
        QCOMPARE(line->text(), QString());
        QVERIFY(line->hasFocus());
        QCOMPARE(time.span(), Millis{std::chrono::hours{1}});
        press();
        QCOMPARE(time.span(), span);
        press(Qt::ControlModifier | Qt::ShiftModifier);
        press(Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(time.span(), Millis{std::chrono::hours{1}});
        QCOMPARE(line->text(), QStringLiteral("read"));
    }

    void oneGestureIsOneStep()
    {
        DockProbe probe;
        probe.show();
        TimeView &time = probe.window.timeView();
        const Millis before = time.span();
        for (int i = 0; i < 5; ++i)
            time.zoomAt(time.right(), 0.8);
        QCOMPARE(probe.steps().count(), 1);
        probe.steps().undo();
        QCOMPARE(time.span(), before);
    }

    void windowsComeBackToTheScreens_data()
    {
        QTest::addColumn<QRect>("window");
        QTest::addColumn<bool>("stays");
        QTest::newRow("there") << QRect(100, 100, 400, 300) << true;
        QTest::newRow("second screen") << QRect(2000, 100, 400, 300) << true;
        QTest::newRow("screen is gone") << QRect(4000, 100, 400, 300) << false;
        QTest::newRow("above") << QRect(100, -290, 400, 300) << false;
        QTest::newRow("a corner only") << QRect(3800, 100, 400, 300) << false;
        QTest::newRow("too large") << QRect(-5000, 0, 4000, 3000) << false;
    }
    void windowsComeBackToTheScreens()
    {
        QFETCH(const QRect, window);
        QFETCH(const bool, stays);
        const QList<QRect> screens{QRect(0, 0, 1920, 1080), QRect(1920, 0, 1920, 1080)};
        const QRect placed = placedOnScreens(window, screens);
        QCOMPARE(placed == window, stays);
        QVERIFY(stays || screens.front().contains(placed));
    }
};

BAROGRAPH_TEST(TestDocks)
#include "tst_docks.moc"
