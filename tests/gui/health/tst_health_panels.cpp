// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window.h"
#include "panels/members_panel.h"
#include "panels/node_view/panel_id.h"
#include "panels/notices_panel.h"
#include "panels/topology_picture.h"
#include "support/health_frames.h"
#include "test_case.h"
#include "theme/colors.h"
#include "widgets/badge.h"
#include "widgets/table_view.h"

#include <QCheckBox>
#include <QDockWidget>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>

using namespace barograph;
using namespace barograph::testing;

namespace {

QImage drawnMark(Mark mark)
{
    QImage image(32, 32, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    // All in one colour: only the shape is left.
    ThemeColors colors = themeColors(QPalette());
    for (QColor *color : {&colors.ok, &colors.warning, &colors.critical, &colors.unknown, &colors.info})
        *color = Qt::black;
    colors.plotBackground = Qt::white;
    paintMark(painter, QRectF(0, 0, 32, 32), mark, colors);
    return image;
}

} // namespace

class TestHealthPanels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStateHasAShapeOfItsOwn()
    {
        QList<QImage> seen;
        for (const auto mark : {Mark::Ok, Mark::Warning, Mark::Critical, Mark::Unknown, Mark::Silent, Mark::Off,
                                Mark::Standby, Mark::Paused, Mark::Info}) {
            const QImage image = drawnMark(mark);
            QVERIFY(!seen.contains(image));
            seen << image;
        }
        QCOMPARE(markOf(NodeState::Silent), Mark::Silent);
        QCOMPARE(markOf(NodeState::Off), Mark::Off);
    }

    void thePictureSaysWhatTheTableSays()
    {
        MembersPanel panel;
        panel.resize(700, 300);
        panel.setNode(failoverNode(), frameTime());
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        const auto *picture = panel.findChild<TopologyPicture *>();
        auto *table = panel.findChild<TableView *>();
        QVERIFY(picture->isVisible() && !table->isVisible());
        const QString described = picture->accessibleDescription();
        QVERIFY2(described.contains(QStringLiteral("wa-core-1 not connected")), qPrintable(described));
        QVERIFY2(described.contains(QStringLiteral("wa-core-2 stands by")), qPrintable(described));
        QVERIFY2(described.contains(QStringLiteral("Failover under way since 12 s")), qPrintable(described));

        // By keyboard to the table.
        auto *asTable = panel.findChild<QCheckBox *>(QStringLiteral("membersAsTable"));
        asTable->setFocus();
        QTest::keyClick(asTable, Qt::Key_Space);
        QVERIFY(table->isVisible() && !picture->isVisible());
        QCOMPARE(table->model()->rowCount(), 4);
        QStringList expected;
        for (int row = 0; row < 4; ++row)
            expected << table->model()->index(row, 3).data().toString();
        QCOMPARE(expected.join(u','), QStringLiteral("yes, and is not,need not,need not,need not"));
    }

    void thirtyTwoShardsFitIntoTheSmallestWindow()
    {
        MainWindow window;
        window.setClock(frameTime);
        window.resize(1280, 720);
        window.setFrame(healthFrame());
        window.chooseNode(QStringLiteral("mc-32-2-3"));
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.showMembers();
        QCoreApplication::processEvents();
        auto *picture = window.findChild<TopologyPicture *>();
        QVERIFY(picture->isVisible());
        auto *area = qobject_cast<QScrollArea *>(picture->parentWidget()->parentWidget());
        QVERIFY(area);
        QTRY_COMPARE(area->verticalScrollBar()->maximum(), 0);
        QVERIFY(picture->heightForWidth(picture->width()) <= area->viewport()->height());
    }

    void anEmptyPlaceAndAMissingOneAreNotAStandby()
    {
        TopologyPicture picture;
        picture.resize(700, 200);
        const auto criticalPixels = [&picture](const NodeFrame &node) {
            picture.setTopology(node.topology, node.name, true, frameTime());
            const QImage image = picture.grab().toImage();
            const QRgb critical = themeColors(picture.palette()).critical.rgb();
            int count = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    count += image.pixel(x, y) == critical ? 1 : 0;
            }
            return count;
        };
        QCOMPARE(criticalPixels(availabilityNode()), 0);
        QVERIFY(criticalPixels(failoverNode()) > 50);
        QVERIFY(criticalPixels(multiConnectNode(4, 0, 1)) > 50);
        QVERIFY(criticalPixels(unconfiguredShardsNode()) > 50);
        QCOMPARE(criticalPixels(multiConnectNode(4, 1, 0)), 0);
    }

    void noticesShowTheDiffAndCanBeDismissed()
    {
        NoticesPanel panel;
        panel.resize(600, 300);
        panel.setNode(calmNode(), frameTime());
        QCOMPARE(panel.count(), 0);
        QVERIFY(!panel.needsAttention());
        panel.setNode(noticesNode(), frameTime());
        QCOMPARE(panel.count(), 3);
        QVERIFY(panel.needsAttention());
        bool diff = false;
        for (const auto *label : panel.findChildren<QLabel *>())
            diff = diff || label->text().contains(QStringLiteral("webhooks.message.read: on → off"));
        QVERIFY(diff);
        QSignalSpy dismissed(&panel, &NoticesPanel::driftDismissed);
        const auto buttons = panel.findChildren<QPushButton *>();
        QCOMPARE(buttons.size(), 1);
        buttons.front()->click();
        QCOMPARE(dismissed.count(), 1);
        // Ages grow, the button stays: a click must not be lost between two looks.
        panel.setNode(noticesNode(), frameTime() + Seconds{5});
        QCOMPARE(panel.findChildren<QPushButton *>().front(), buttons.front());
        QVERIFY(panel.findChildren<MarkLabel *>().at(1)->text().contains(QStringLiteral("3 min 15 s ago")));
    }

    void theWindowAsksToDismissForTheChosenNode()
    {
        MainWindow window;
        window.setClock(frameTime);
        window.setFrame(healthFrame());
        window.chooseNode(QStringLiteral("notices"));
        window.show();
        QSignalSpy dismissed(&window, &MainWindow::driftDismissed);
        window.showNotices();
        window.findChild<NoticesPanel *>()->findChild<QPushButton *>()->click();
        QCOMPARE(dismissed.count(), 1);
        QCOMPARE(dismissed.front().front().toString(), QStringLiteral("notices"));
        QCOMPARE(window.findChild<QDockWidget *>(panelKey(PanelId::Notices))->windowTitle(),
                 QStringLiteral("Notices (3)"));
    }
};

BAROGRAPH_TEST(TestHealthPanels)
#include "tst_health_panels.moc"
