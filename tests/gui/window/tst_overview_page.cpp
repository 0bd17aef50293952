// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window.h"
#include "overview/overview_page.h"
#include "overview/situation_bar.h"
#include "overview/sparkline.h"
#include "overview/tile_delegate.h"
#include "overview/tile_grid.h"
#include "page_switch.h"
#include "panels/empty_state.h"
#include "panels/node_list.h"
#include "panels/node_view.h"
#include "support/frame_factory.h"
#include "support/menu_action.h"
#include "support/overview_frames.h"
#include "test_case.h"
#include "theme/colors.h"
#include "wall/wall_window.h"

#include <QAccessible>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

using namespace barograph;
using namespace barograph::testing;
using namespace std::chrono_literals;

namespace {

struct OverviewProbe
{
    explicit OverviewProbe(const FramePtr &frame, const QSize &size = {1280, 720})
    {
        window.setClock([this] { return now; });
        window.resize(size);
        window.setNodeConfigs(configsOf(*frame));
        window.setFrame(frame);
        window.show();
        window.activateWindow();
        (void)QTest::qWaitForWindowActive(&window);
        page().grid().setFocus();
    }
    OverviewPage &page() const { return *window.findChild<OverviewPage *>(); }
    TileGrid &grid() const { return page().grid(); }
    QLineEdit &filter() const { return *window.findChild<QLineEdit *>(QStringLiteral("overviewFilter")); }
    QString chosen() const { return window.findChild<NodeList *>()->chosenId(); }
    int shownTiles() const { return grid().model()->rowCount(); }
    void press(int key) const { QTest::keyClick(&grid(), static_cast<Qt::Key>(key)); }

    UtcTime now = frameTime();
    MainWindow window;
};

FramePtr withState(const FramePtr &frame, const QString &id, NodeState state)
{
    auto changed = std::make_shared<Frame>(*frame);
    for (NodeFrame &node : changed->nodes) {
        if (node.id == id)
            node.judgement.state = state;
    }
    return changed;
}

} // namespace

class TestOverviewPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneNodeBeginsInItsViewAndMoreInTheOverview()
    {
        const OverviewProbe one(frameOf({calmNode()}));
        QVERIFY(one.window.findChild<NodeView *>()->isVisible());
        const OverviewProbe more(fullFrame());
        QVERIFY(more.page().isVisible());
        // The worst stands first and is chosen.
        QCOMPARE(more.chosen(), QStringLiteral("sales-us"));
        QCOMPARE(more.grid().currentIndex().row(), 0);
    }

    void theChosenPageIsRemembered()
    {
        OverviewProbe probe(fullFrame());
        QVERIFY(!probe.window.choices().contains(QStringLiteral("page")));
        menuAction(probe.window, QStringLiteral("Chosen number"))->trigger();
        QVERIFY(!probe.page().isVisible());
        MainWindow other;
        other.setClock(frameTime);
        other.restoreChoices(probe.window.choices());
        other.setFrame(fullFrame());
        other.show();
        QVERIFY(other.findChild<NodeView *>()->isVisible());
        QVERIFY(!other.findChild<OverviewPage *>()->isVisible());
    }

    void twelveTilesNeedNoScrolling_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("small") << QSize(1280, 720);
        QTest::newRow("large") << QSize(1920, 1080);
    }
    void twelveTilesNeedNoScrolling()
    {
        QFETCH(const QSize, size);
        const OverviewProbe probe(everyStateFrame(), size);
        QCOMPARE(probe.shownTiles(), 12);
        QTRY_COMPARE(probe.grid().verticalScrollBar()->maximum(), 0);
        const QRect last = probe.grid().visualRect(probe.grid().model()->index(11, 0));
        QVERIFY(probe.grid().viewport()->rect().contains(last));
        QVERIFY(last.width() >= 280);
    }

    void fiftyScrollAndShowADozenAtOnce()
    {
        const OverviewProbe probe(manyNodesFrame(50));
        QTRY_VERIFY(probe.grid().verticalScrollBar()->maximum() > 0);
        QCOMPARE(probe.grid().verticalScrollBar()->value(), 0);
        const QRect twelfth = probe.grid().visualRect(probe.grid().model()->index(11, 0));
        QVERIFY(probe.grid().viewport()->rect().contains(twelfth));
        QCOMPARE(probe.grid().visualRect(probe.grid().model()->index(3, 0)).top(),
                 probe.grid().visualRect(probe.grid().model()->index(0, 0)).top());
    }

    void theKeyboardGoesEverywhere()
    {
        OverviewProbe probe(manyNodesFrame(50));
        QTRY_COMPARE(probe.grid().columns(), 4);
        const auto row = [&] { return probe.grid().currentIndex().row(); };
        probe.press(Qt::Key_Home);
        QCOMPARE(row(), 0);
        probe.press(Qt::Key_Right);
        probe.press(Qt::Key_Down);
        QCOMPARE(row(), 5);
        probe.press(Qt::Key_Left);
        probe.press(Qt::Key_Up);
        probe.press(Qt::Key_Up);
        QCOMPARE(row(), 0);
        probe.press(Qt::Key_End);
        QCOMPARE(row(), 49);
        probe.press(Qt::Key_Up);
        QCOMPARE(row(), 45);
        probe.press(Qt::Key_Right);
        probe.press(Qt::Key_Right);
        QCOMPARE(row(), 47);
        probe.press(Qt::Key_Down);
        QCOMPARE(row(), 49); // the last row is shorter
        probe.press(Qt::Key_PageUp);
        QCOMPARE(row(), 37);
        QCOMPARE(probe.chosen(), probe.grid().currentId());
        probe.press(Qt::Key_Return);
        QVERIFY(!probe.page().isVisible());
        QVERIFY(probe.window.findChild<NodeView *>()->isVisible());
        const QString opened = probe.chosen();
        QTest::keyClick(probe.window.findChild<NodeList *>(), Qt::Key_Backspace);
        QVERIFY(probe.page().isVisible());
        QCOMPARE(probe.grid().currentId(), opened);
        menuAction(probe.window, QStringLiteral("Chosen number"))->trigger();
        QTest::keyClick(&probe.window, Qt::Key_Left, Qt::AltModifier);
        QVERIFY(probe.page().isVisible());
    }

    void typingFiltersAndEscapeShowsAll()
    {
        const OverviewProbe probe(manyNodesFrame(50));
        QTest::keyClick(&probe.grid(), Qt::Key_P, Qt::NoModifier);
        QCOMPARE(probe.filter().text(), QStringLiteral("p"));
        QVERIFY(probe.filter().hasFocus());
        QTest::keyClicks(&probe.filter(), QStringLiteral("aused"));
        const int paused = probe.shownTiles();
        QVERIFY(paused > 0 && paused < 50);
        auto *count = probe.window.findChild<QLabel *>(QStringLiteral("overviewCount"));
        QVERIFY(count->text().startsWith(QString::number(paused)));
        QTest::keyClick(&probe.filter(), Qt::Key_Return);
        QVERIFY(probe.grid().hasFocus());
        QVERIFY(probe.page().isVisible());
        probe.press(Qt::Key_Escape);
        QCOMPARE(probe.shownTiles(), 50);
        probe.filter().setText(QStringLiteral("region 3"));
        QCOMPARE(probe.shownTiles(), 10);
        probe.filter().setText(QStringLiteral("nowhere"));
        auto *none = probe.window.findChild<QLabel *>(QStringLiteral("overviewNone"));
        QVERIFY(none->isVisible());
        QVERIFY(none->text().contains(QStringLiteral("nowhere")));
        QTest::keyClick(&probe.filter(), Qt::Key_Escape);
        QVERIFY(!none->isVisible());
    }

    void theChoiceStaysWithItsNode()
    {
        const FramePtr frame = wellFrame(12);
        OverviewProbe probe(frame);
        probe.press(Qt::Key_Right);
        QCOMPARE(probe.chosen(), QStringLiteral("well-02"));
        const QSignalSpy opened(&probe.page(), &OverviewPage::opened);
        // Long enough for tiles to move again.
        QTRY_VERIFY_WITH_TIMEOUT(
            ([&] {
                probe.now += 1s;
                auto worse = std::make_shared<Frame>(*withState(frame, QStringLiteral("well-09"), NodeState::Down));
                worse->takenAt = probe.now;
                probe.window.setFrame(worse);
                return probe.grid().model()->index(0, 0).data().toString() == QStringLiteral("Well 09");
            }()),
            20'000);
        QCOMPARE(probe.grid().currentIndex().row(), 2);
        QCOMPARE(probe.grid().currentId(), QStringLiteral("well-02"));
        QCOMPARE(probe.chosen(), QStringLiteral("well-02"));
        probe.filter().setText(QStringLiteral("down"));
        QCOMPARE(probe.shownTiles(), 1);
        QCOMPARE(probe.chosen(), QStringLiteral("well-02"));
        probe.filter().clear();
        QCOMPARE(probe.grid().currentId(), QStringLiteral("well-02"));
        QCOMPARE(opened.count(), 0);
    }

    void theOrderCanBeChosen()
    {
        const OverviewProbe probe(fullFrame());
        auto *order = probe.window.findChild<QComboBox *>(QStringLiteral("overviewOrder"));
        order->setCurrentIndex(1);
        Q_EMIT order->activated(1);
        QCOMPARE(probe.grid().model()->index(0, 0).data().toString(),
                 QStringLiteral("Campaigns APAC with a rather long name"));
        QCOMPARE(probe.window.choices().value(QStringLiteral("order")).toString(), QStringLiteral("name"));
    }

    void onlyChangedTilesArePaintedAnew()
    {
        const FramePtr frame = wellFrame(12);
        OverviewProbe probe(frame);
        QPixmap canvas(probe.grid().size());
        probe.grid().render(&canvas);
        const quint64 before = probe.grid().tileDelegate().paintedPictures();
        QVERIFY(before >= 12);
        probe.grid().render(&canvas);
        probe.press(Qt::Key_Right);
        probe.grid().render(&canvas);
        QCOMPARE(probe.grid().tileDelegate().paintedPictures(), before);
        auto changed = std::make_shared<Frame>(*frame);
        changed->nodes[3].outbound.depthMessages = Reading<qint64>::measured(77, frameTime());
        probe.window.setFrame(changed);
        probe.grid().render(&canvas);
        QCOMPARE(probe.grid().tileDelegate().paintedPictures(), before + 1);
    }

    void tilesCanBeHeard()
    {
        const OverviewProbe probe(everyStateFrame());
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&probe.grid());
        QVERIFY(list);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->text(QAccessible::Name), QStringLiteral("Overview of all numbers"));
        QCOMPARE(list->childCount(), 12);
        QAccessibleInterface *first = list->child(0);
        QCOMPARE(first->role(), QAccessible::ListItem);
        const QString text = first->text(QAccessible::Name);
        for (const char *part : {"Sales US: Down", "of 20 TPS", "Lag unknown", "Incoming: unknown", "last event"})
            QVERIFY2(text.contains(QString::fromLatin1(part)), qPrintable(text));
    }

    void newsIsSaidAloudAndNumbersAreNot()
    {
        SituationBar bar;
        const QSignalSpy told(&bar, &SituationBar::announced);
        const auto say = [&](const FramePtr &frame) {
            SteadyTrouble fresh;
            fresh.update(*frame, frameTime());
            bar.setSituation(situationOf(frame.get(), fresh, frameTime()));
        };
        say(wellFrame(3));
        QCOMPARE(told.count(), 1);
        auto busier = std::make_shared<Frame>(*wellFrame(3));
        busier->nodes[0].tps[1] = Reading<double>::measured(9.9, frameTime());
        say(busier);
        QCOMPARE(told.count(), 1);
        say(frameOf({downNode()}));
        QCOMPARE(told.count(), 2);
        QVERIFY(bar.accessibleName().contains(QStringLiteral("Sales US is down")));
        QSignalSpy opened(&bar, &SituationBar::openRequested);
        QTest::keyClick(&bar, Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened[0][0].toString(), QStringLiteral("sales-us"));
    }

    void aControlIsDoneInSightOfItsNode()
    {
        qRegisterMetaType<ControlRequest>();
        OverviewProbe probe(fullFrame());
        probe.page().choose(QStringLiteral("campaigns-sim"));
        probe.window.findChild<NodeList *>()->choose(QStringLiteral("groups-latam"));
        QVERIFY(probe.page().isVisible());
        QSignalSpy requested(&probe.window, &MainWindow::controlRequested);
        menuAction(probe.window, QStringLiteral("Pause outbound queue…"))->trigger();
        QVERIFY(!probe.page().isVisible());
        QCOMPARE(requested.count(), 1);
        QCOMPARE(std::get<PauseQueueRequest>(requested[0][0].value<ControlRequest>()).nodeId,
                 QStringLiteral("groups-latam"));
    }

    void aDoubleClickOpens()
    {
        const OverviewProbe probe(fullFrame());
        const QRect third = probe.grid().visualRect(probe.grid().model()->index(2, 0));
        const QString name = probe.grid().model()->index(2, 0).data().toString();
        QTest::mouseClick(probe.grid().viewport(), Qt::LeftButton, {}, third.center());
        QCOMPARE(probe.grid().currentIndex().row(), 2);
        QTest::mouseDClick(probe.grid().viewport(), Qt::LeftButton, {}, third.center());
        QVERIFY(!probe.page().isVisible());
        QVERIFY(probe.window.findChild<NodeView *>()->isVisible());
        QVERIFY(!name.isEmpty());
    }

    void aGapAZeroAndTheUnmeasuredLookDifferent()
    {
        const ThemeColors &colors = themeColors(QPalette());
        SecondSeries series;
        series.first = fromUnixSeconds(1'000);
        series.samples.assign(40, SecondSample{{}, kAllKindsMask, 0});
        for (std::size_t i = 10; i < 20; ++i)
            series.samples[i] = {}; // unknown
        for (std::size_t i = 20; i < 30; ++i) {
            series.samples[i].notMeasuredMask = SecondSample::bit(EventKind::Read);
            series.samples[i].knownMask = kAllKindsMask & ~SecondSample::bit(EventKind::Read);
        }
        for (std::size_t i = 30; i < 40; ++i)
            series.samples[i].counts[EventKind::Send] = 20;
        const QImage image = drawSparkline({&series, series.first, series.end(), 10, QSize(40, 30), 1}, colors);
        const auto columnHas = [&](int x, const QColor &color) {
            for (int y = 0; y < image.height(); ++y) {
                if (image.pixelColor(x, y).rgb() == color.rgb())
                    return true;
            }
            return false;
        };
        const int bottom = image.height() - 1;
        QCOMPARE(image.pixelColor(5, bottom).rgb(), colors.baseline.rgb());
        QCOMPARE(image.pixelColor(15, bottom).rgb(), colors.plotBackground.rgb());
        QVERIFY(columnHas(25, colors.hatch));
        QVERIFY(!columnHas(5, colors.hatch) && !columnHas(15, colors.hatch));
        QVERIFY(columnHas(35, colors.kind(EventKind::Send)));
        QVERIFY(columnHas(35, colors.overBudget));
        for (const int x : {5, 15, 25, 35})
            QVERIFY(columnHas(x, colors.budget));
        // Without a budget there is no line that one could take for it.
        const QImage without = drawSparkline({&series, series.first, series.end(), 0, QSize(40, 30), 1}, colors);
        QCOMPARE(without.pixelColor(15, 10).rgb(), colors.plotBackground.rgb());
        QVERIFY(drawSparkline({nullptr, series.first, series.end(), 0, QSize(), 1}, colors).isNull());
    }

    void tilesFillWhatRoomThereIs()
    {
        const QSize least(300, 180);
        QCOMPARE(tileGridShape({1268, 570}, 12, least, 14), (TileGridShape{4, QSize(317, 190), false}));
        QCOMPARE(tileGridShape({1268, 570}, 1, least, 14).tile, QSize(900, 540));
        QVERIFY(tileGridShape({1268, 570}, 13, least, 14).scrolls);
        QCOMPARE(tileGridShape({1268, 570}, 50, least, 14).columns, 4);
        QCOMPARE(tileGridShape({1268, 570}, 50, least, 14).tile.height(), 190);
        QVERIFY(tileGridShape({100, 100}, 5, least, 14).scrolls);
        QVERIFY(!tileGridShape({100, 100}, 0, least, 14).scrolls);
    }

    void theWallGoesRoundByItsClock()
    {
        const FramePtr frame = frameOf({calmNode(), downNode()});
        SteadyTrouble troubles;
        troubles.update(*frame, frameTime());
        WallWindow wall;
        wall.resize(1280, 720);
        wall.setInterval(10s);
        const auto at = [&](Seconds after) {
            auto later = std::make_shared<Frame>(*frame);
            later->takenAt = frameTime() + after;
            wall.setFrame(later, troubles, later->takenAt);
            return wall.content().tiles.front().name;
        };
        QCOMPARE(at(0s), QStringLiteral("Support EU"));
        QCOMPARE(at(10s), QStringLiteral("Sales US"));
        QCOMPARE(at(30s), QStringLiteral("Sales US"));
        QCOMPARE(at(40s), QStringLiteral("Support EU"));
        QTest::keyClick(&wall, Qt::Key_Space);
        QVERIFY(wall.content().place.contains(QStringLiteral("stopped")));
        QCOMPARE(at(500s), QStringLiteral("Support EU"));
        QTest::keyClick(&wall, Qt::Key_Right);
        QCOMPARE(wall.content().tiles.front().name, QStringLiteral("Sales US"));
        QVERIFY(wall.content().sentence.startsWith(QStringLiteral("Sales US is down")));
        QTest::keyClick(&wall, Qt::Key_Left);
        QCOMPARE(wall.content().tiles.front().name, QStringLiteral("Support EU"));
        QSignalSpy interval(&wall, &WallWindow::intervalChanged);
        QTest::keyClick(&wall, Qt::Key_Plus);
        QCOMPARE(wall.interval(), 15s);
        QCOMPARE(interval.count(), 1);
        QTest::keyClick(&wall, Qt::Key_A);
        QCOMPARE(wall.content().tiles.size(), std::size_t{2});
        QCOMPARE(wall.content().tiles.front().name, QStringLiteral("Sales US"));
        wall.setFrame(frame, troubles, frameTime() + 12s);
        QCOMPARE(wall.content().stale, QStringLiteral("The data are 12 s old"));
        wall.show();
        QSignalSpy closed(&wall, &WallWindow::closed);
        QTest::keyClick(&wall, Qt::Key_Escape);
        QVERIFY(!wall.isVisible());
        QVERIFY(closed.count() >= 1);
    }

    void theWallTellsTheTimeWithItsZone()
    {
        // Tests run in UTC.
        QCOMPARE(wallClockText(frameTime()), QStringLiteral("02:41:07 UTC"));
    }

    void theFirstStartOffersTwoWays()
    {
        MainWindow window;
        window.setClock(frameTime);
        window.setFrame(frameOf({}));
        window.show();
        QVERIFY(window.findChild<EmptyState *>()->isVisible());
        QSignalSpy demo(&window, &MainWindow::tryDemoRequested);
        auto *tryDemo = window.findChild<QPushButton *>(QStringLiteral("tryDemo"));
        QVERIFY(!tryDemo->accessibleName().isEmpty() && !tryDemo->accessibleDescription().isEmpty());
        tryDemo->setFocus();
        QTest::keyClick(tryDemo, Qt::Key_Space);
        QCOMPARE(demo.count(), 1);
        auto *import = window.findChild<QPushButton *>(QStringLiteral("importFirst"));
        import->click();
        QVERIFY(window.findChild<QDialog *>());
    }
};

BAROGRAPH_TEST(TestOverviewPage)
#include "tst_overview_page.moc"
