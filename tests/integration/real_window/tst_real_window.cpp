// SPDX-License-Identifier: GPL-3.0-or-later
// The window on an X server, driven by its mouse and keyboard.
#include "charts/tps_chart.h"
#include "main_window.h"
#include "overview/overview_page.h"
#include "overview/tile_grid.h"
#include "palette/command_palette.h"
#include "panels/node_list.h"
#include "panels/node_view.h"
#include "support/frame_factory.h"
#include "test_case.h"
#include "timeline/time_view.h"
#include "x_hands.h"

#include <QApplication>
#include <QLineEdit>

using namespace barograph;
using namespace barograph::testing;

namespace {

constexpr int kPatienceMs = 30'000;

} // namespace

class TestRealWindow : public QObject
{
    Q_OBJECT

    XHands m_hands;
    std::unique_ptr<MainWindow> m_window;

private Q_SLOTS:
    void init()
    {
        QCOMPARE(QGuiApplication::platformName(), QStringLiteral("xcb"));
        m_window = std::make_unique<MainWindow>();
        m_window->setClock(frameTime);
        m_window->move(0, 0);
        m_window->resize(1600, 900);
        m_window->setFrame(fullFrame());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QVERIFY(m_hands.focus(*m_window));
    }

    void cleanup()
    {
        QVERIFY2(m_hands.trouble().isEmpty(), qPrintable(m_hands.trouble()));
        m_window.reset();
    }

    void nodesAreChosenWithTheMouseAndTheKeyboard()
    {
        m_window->chooseNode(fullFrame()->nodes.front().id);
        auto *list = m_window->findChild<NodeList *>();
        const QString first = list->chosenId();
        list->setFocus();
        m_hands.key(QStringLiteral("Down"));
        QTRY_VERIFY_WITH_TIMEOUT(list->chosenId() != first, kPatienceMs);
        m_hands.key(QStringLiteral("Up"));
        QTRY_COMPARE_WITH_TIMEOUT(list->chosenId(), first, kPatienceMs);
    }

    void aTileIsOpenedAndLeftAgain()
    {
        auto *page = m_window->findChild<OverviewPage *>();
        QVERIFY(page->isVisible()); // several numbers begin with the overview
        m_hands.doubleClick(page->grid().mapToGlobal(QPoint(120, 60)));
        auto *view = m_window->findChild<NodeView *>();
        QTRY_VERIFY_WITH_TIMEOUT(view->isVisible(), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(QApplication::activePopupWidget() == nullptr, kPatienceMs);
        m_hands.key(QStringLiteral("alt+Left"));
        QTRY_VERIFY_WITH_TIMEOUT(page->isVisible(), kPatienceMs);
        // Any letter narrows the tiles; Escape brings all of them back.
        m_hands.type(QStringLiteral("latam"));
        auto *filter = page->findChild<QLineEdit *>(QStringLiteral("overviewFilter"));
        QTRY_COMPARE_WITH_TIMEOUT(filter->text(), QStringLiteral("latam"), kPatienceMs);
        m_hands.key(QStringLiteral("Escape"));
        QTRY_VERIFY_WITH_TIMEOUT(filter->text().isEmpty(), kPatienceMs);
    }

    void chartsFollowTheMouse()
    {
        m_window->chooseNode(fullFrame()->nodes.front().id);
        auto *chart = m_window->findChild<TpsChart *>();
        QTRY_VERIFY_WITH_TIMEOUT(chart->isVisible() && chart->plotArea().width() > 100, kPatienceMs);
        TimeView &view = m_window->timeView();
        const QPoint middle = chart->mapToGlobal(chart->plotArea().center());
        m_hands.moveTo(middle);
        QTRY_VERIFY_WITH_TIMEOUT(view.cursor().has_value(), kPatienceMs);
        const Millis before = view.span();
        m_hands.wheel(middle, 2);
        QTRY_VERIFY_WITH_TIMEOUT(view.span() < before, kPatienceMs);
        QVERIFY(view.isLive());
        m_hands.drag(middle, middle + QPoint(150, 0));
        QTRY_VERIFY_WITH_TIMEOUT(!view.isLive(), kPatienceMs);
        m_hands.doubleClick(middle);
        QTRY_VERIFY_WITH_TIMEOUT(view.isLive(), kPatienceMs);
    }

    void paletteAndSheetComeByKeys()
    {
        m_hands.key(QStringLiteral("ctrl+k"));
        auto *palette = m_window->findChild<CommandPalette *>();
        QTRY_VERIFY_WITH_TIMEOUT(palette->isVisible(), kPatienceMs);
        m_hands.type(QStringLiteral("light"));
        QTRY_COMPARE_WITH_TIMEOUT(palette->findChild<QLineEdit *>()->text(), QStringLiteral("light"), kPatienceMs);
        m_hands.key(QStringLiteral("Escape"));
        QTRY_VERIFY_WITH_TIMEOUT(!palette->isVisible(), kPatienceMs);
    }
};

BAROGRAPH_TEST(TestRealWindow)
#include "tst_real_window.moc"
