// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window.h"
#include "palette/command_delegate.h"
#include "palette/command_palette.h"
#include "panels/node_list.h"
#include "setup/setup_probe.h"
#include "support/frame_factory.h"
#include "support/widget_audit.h"
#include "test_case.h"

#include <QAccessible>
#include <QListView>

using namespace barograph;
using namespace barograph::testing;

class TestCommandPalette : public QObject
{
    Q_OBJECT

    struct Opened : SetupProbe
    {
        Opened()
        {
            watch(fullFrame());
            palette = window.findChild<CommandPalette *>();
            typed = named<QLineEdit>(palette, "paletteTyped");
            list = named<QListView>(palette, "paletteList");
            QVERIFY(QTest::qWaitForWindowActive(&window));
            nodes = window.findChild<NodeList *>();
            nodes->setFocus();
            QTest::keyClick(nodes, Qt::Key_K, Qt::ControlModifier);
            QTRY_VERIFY(palette->isVisible());
        }
        QString row(int at) const { return list->model()->index(at, 0).data().toString(); }

        CommandPalette *palette = nullptr;
        QLineEdit *typed = nullptr;
        QListView *list = nullptr;
        NodeList *nodes = nullptr;
    };

private Q_SLOTS:
    void goesToANode()
    {
        Opened open;
        QVERIFY(open.typed->hasFocus());
        QTest::keyClicks(open.typed, QStringLiteral("salesus"));
        QTest::keyClick(open.typed, Qt::Key_Return);
        QVERIFY(!open.palette->isVisible());
        QCOMPARE(open.nodes->chosenId(), QStringLiteral("sales-us"));
        QVERIFY(open.nodes->hasFocus());
    }

    void doesWhatTheMenuDoes()
    {
        Opened open;
        QSignalSpy peak(&open.window, &MainWindow::resetPeakRequested);
        QTest::keyClicks(open.typed, QStringLiteral("rst pk"));
        QCOMPARE(open.row(0), QStringLiteral("Reset peak"));
        QTest::keyClick(open.typed, Qt::Key_Return);
        QCOMPARE(peak.count(), 1);
    }

    void knowsSubmenusStatesAndShortcuts()
    {
        Opened open;
        QTest::keyClicks(open.typed, QStringLiteral("theme dark"));
        const QModelIndex dark = open.list->model()->index(0, 0);
        QCOMPARE(dark.data().toString(), QStringLiteral("Theme: Dark"));
        QVERIFY(dark.data(CommandOnRole).isValid());
        open.typed->clear();
        QTest::keyClicks(open.typed, QStringLiteral("full screen"));
        QCOMPARE(open.list->model()->index(0, 0).data(CommandShortcutRole).toString(), QStringLiteral("F11"));
    }

    void saysWhyNot()
    {
        Opened open;
        QSignalSpy triggered(open.palette, &CommandPalette::triggered);
        QTest::keyClicks(open.typed, QStringLiteral("save webhook cert"));
        const QModelIndex save = open.list->model()->index(0, 0);
        QVERIFY2(save.data(CommandWhyNotRole).toString().contains(QStringLiteral("TLS")),
                 qPrintable(save.data(CommandWhyNotRole).toString()));
        QVERIFY(save.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("TLS")));
        QTest::keyClick(open.typed, Qt::Key_Return);
        QVERIFY(open.palette->isVisible());
        QCOMPARE(triggered.count(), 0);
    }

    void recentOnesComeFirst()
    {
        Opened open;
        QTest::keyClicks(open.typed, QStringLiteral("Show members"));
        QTest::keyClick(open.typed, Qt::Key_Return);
        open.palette->toggle();
        QCOMPARE(open.row(0), QStringLiteral("Show members"));
        QCOMPARE(open.palette->recent().first(), QStringLiteral("panel/members"));
    }

    void recentOnesOutliveTheRunButNotTheirNumber()
    {
        QVariantMap kept;
        {
            Opened open;
            QTest::keyClicks(open.typed, QStringLiteral("salesus"));
            QTest::keyClick(open.typed, Qt::Key_Return);
            open.palette->toggle();
            QTest::keyClicks(open.typed, QStringLiteral("Show members"));
            QTest::keyClick(open.typed, Qt::Key_Return);
            kept = open.window.choices();
            QCOMPARE(kept.value(QStringLiteral("recentCommands")).toStringList().size(), 2);
            QVERIFY(!kept.value(QStringLiteral("recentCommands"))
                         .toStringList()
                         .join(u' ')
                         .contains(QStringLiteral("Show"))); // ids, not what is shown
        }
        Opened open;
        QStringList ids = kept.value(QStringLiteral("recentCommands")).toStringList();
        ids.prepend(QStringLiteral("node/removed-long-ago"));
        kept.insert(QStringLiteral("recentCommands"), ids);
        open.window.restoreChoices(kept);
        open.palette->toggle();
        open.palette->toggle();
        QCOMPARE(open.row(0), QStringLiteral("Show members"));
        QVERIFY(open.row(1).contains(QStringLiteral("Sales US")) || open.row(1).contains(QStringLiteral("sales-us")));
        const auto again = open.window.choices().value(QStringLiteral("recentCommands")).toStringList();
        QCOMPARE(again, ids.mid(1));
        // What somebody wrote into the file by hand.
        open.window.restoreChoices({{QStringLiteral("recentCommands"), 7}});
        QVERIFY(open.palette->recentToKeep().isEmpty());
    }

    void keysWalkTheListAndEscapeLeaves()
    {
        Opened open;
        QTest::keyClick(open.typed, Qt::Key_Down);
        QCOMPARE(open.list->currentIndex().row(), 1);
        QTest::keyClick(open.typed, Qt::Key_Up);
        QTest::keyClick(open.typed, Qt::Key_Up);
        QCOMPARE(open.list->currentIndex().row(), open.list->model()->rowCount() - 1);
        QTest::keyClick(open.typed, Qt::Key_PageUp);
        QCOMPARE(open.list->currentIndex().row(), open.list->model()->rowCount() - 12);
        QTest::keyClick(open.typed, Qt::Key_Escape);
        QVERIFY(!open.palette->isVisible());
        QVERIFY(open.nodes->hasFocus());
    }

    void itsOwnKeyClosesItToo()
    {
        Opened open;
        QTest::keyClicks(open.typed, QStringLiteral("ab"));
        QTest::keyClick(open.typed, Qt::Key_K, Qt::ControlModifier);
        QVERIFY(!open.palette->isVisible());
        QVERIFY(open.nodes->hasFocus());
    }

    void leavesWhenTheFocusDoes()
    {
        Opened open;
        open.nodes->setFocus();
        QTRY_VERIFY(!open.palette->isVisible());
        QVERIFY(open.nodes->hasFocus());
    }

    void nothingFoundIsSaid()
    {
        Opened open;
        QTest::keyClicks(open.typed, QStringLiteral("qqqq"));
        QCOMPARE(open.list->model()->rowCount(), 0);
        QVERIFY(!open.list->isVisible());
        QTest::keyClick(open.typed, Qt::Key_Down);
        QTest::keyClick(open.typed, Qt::Key_Return);
        QVERIFY(open.palette->isVisible());
        QCOMPARE(nameFaults(*open.palette), QStringList());
    }

    void othersAddTheirsInOneLine()
    {
        Opened open;
        open.palette->toggle();
        int done = 0;
        open.window.addCommands([&done] {
            return std::vector<Command>{{QStringLiteral("layout/night"),
                                         QStringLiteral("Layout: Night shift"),
                                         QStringLiteral("Layouts"),
                                         {QStringLiteral("arrange")},
                                         {},
                                         true,
                                         {},
                                         {},
                                         [&done] { ++done; }}};
        });
        open.palette->toggle();
        QTest::keyClicks(open.typed, QStringLiteral("arrange night"));
        QTest::keyClick(open.typed, Qt::Key_Return);
        QCOMPARE(done, 1);
    }
};

BAROGRAPH_TEST(TestCommandPalette)
#include "tst_command_palette.moc"
