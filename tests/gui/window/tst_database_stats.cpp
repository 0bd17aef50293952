// SPDX-License-Identifier: GPL-3.0-or-later
// Counting a node's database: warned, asked, waited for, shown.
#include "dialogs/database_stats_dialog.h"
#include "main_window.h"
#include "support/frame_factory.h"
#include "support/menu_action.h"
#include "test_case.h"

#include <QAction>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace barograph;
using namespace barograph::testing;

namespace {

std::unique_ptr<MainWindow> shownWindow(const FramePtr &frame)
{
    auto window = std::make_unique<MainWindow>();
    window->setClock(frameTime);
    window->setFrame(frame);
    window->chooseNode(frame->nodes.front().id);
    window->show();
    return window;
}

QString wordsOf(const QWidget &dialog)
{
    QString words;
    for (const auto *label : dialog.findChildren<QLabel *>())
        words += label->text() + QLatin1Char(' ');
    return words;
}

QPushButton *button(const QWidget &dialog, const QString &text)
{
    for (auto *found : dialog.findChildren<QPushButton *>()) {
        if (found->text().remove(QLatin1Char('&')) == text)
            return found;
    }
    qFatal("there is no such button");
}

DatabaseStats someStats(const QString &nodeId)
{
    DatabaseStats stats;
    stats.nodeId = nodeId;
    stats.askedAt = frameTime();
    stats.took = Millis{4300};
    stats.figures = {{QStringLiteral("db_messages"), QStringLiteral("undefined"), 3'400'512},
                     {QStringLiteral("db_pending_callbacks"), {}, 0}};
    return stats;
}

} // namespace

class TestDatabaseStats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void warnsAndAsksBeforeAnythingIsSent()
    {
        const auto window = shownWindow(kindsFrame());
        QSignalSpy spy(window.get(), &MainWindow::databaseStatsRequested);
        menuAction(*window, QStringLiteral("Database statistics…"))->trigger();
        QPointer<DatabaseStatsDialog> dialog = window->findChild<DatabaseStatsDialog *>();
        QVERIFY(dialog);
        QVERIFY(!dialog->isModal());
        QVERIFY2(wordsOf(*dialog).contains(QStringLiteral("slow the node down")), qPrintable(wordsOf(*dialog)));
        QVERIFY(button(*dialog, QStringLiteral("Cancel"))->isDefault());
        QCOMPARE(spy.count(), 0);
        dialog->reject();
        QTRY_VERIFY(!dialog);
        QCOMPARE(spy.count(), 0);
        // The answer to a question that nobody waits for any more opens nothing.
        window->showDatabaseStats(someStats(QStringLiteral("on-premises-1")));
        QVERIFY(!window->findChild<DatabaseStatsDialog *>());
    }

    void showsFiguresAndFailures()
    {
        const auto window = shownWindow(kindsFrame());
        QSignalSpy spy(window.get(), &MainWindow::databaseStatsRequested);
        menuAction(*window, QStringLiteral("Database statistics…"))->trigger();
        QPointer<DatabaseStatsDialog> dialog = window->findChild<DatabaseStatsDialog *>();
        button(*dialog, QStringLiteral("Count now"))->click();
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy[0][0].toString(), QStringLiteral("on-premises-1"));
        QVERIFY(dialog->findChild<QProgressBar *>()->isVisible());
        QVERIFY(!button(*dialog, QStringLiteral("Count now"))->isEnabled());

        window->showDatabaseStats(someStats(QStringLiteral("another")));
        QVERIFY(dialog->findChild<QProgressBar *>()->isVisible());

        DatabaseStats failed;
        failed.nodeId = QStringLiteral("on-premises-1");
        failed.error = QStringLiteral("It is overloaded. Try later.");
        window->showDatabaseStats(failed);
        QVERIFY(wordsOf(*dialog).contains(failed.error));
        QVERIFY(!dialog->findChild<QProgressBar *>()->isVisible());
        QVERIFY(!dialog->findChild<QTreeWidget *>()->isVisible());

        button(*dialog, QStringLiteral("Count again"))->click();
        QCOMPARE(spy.count(), 2);
        window->showDatabaseStats(someStats(QStringLiteral("on-premises-1")));
        const auto *table = dialog->findChild<QTreeWidget *>();
        QVERIFY(table->isVisible());
        QCOMPARE(table->topLevelItemCount(), 2);
        QCOMPARE(table->topLevelItem(0)->text(0), QStringLiteral("Messages"));
        QCOMPARE(table->topLevelItem(0)->text(1), QStringLiteral("3,400,512"));
        QCOMPARE(table->topLevelItem(1)->text(1), QStringLiteral("0"));
        QVERIFY(wordsOf(*dialog).contains(QStringLiteral("4.3 s")) || wordsOf(*dialog).contains(QStringLiteral("4 s")));
    }

    void onlyForOnPremisesClients()
    {
        const auto window = shownWindow(kindsFrame());
        const QAction *action = menuAction(*window, QStringLiteral("Database statistics…"));
        QVERIFY(action->isEnabled());
        window->chooseNode(QStringLiteral("waha-1"));
        window->setFrame(kindsFrame());
        QVERIFY(!action->isEnabled());
        auto off = std::make_shared<Frame>(*kindsFrame());
        for (NodeFrame &node : off->nodes)
            node.enabled = false;
        window->chooseNode(QStringLiteral("on-premises-1"));
        window->setFrame(off);
        QVERIFY(!action->isEnabled());
    }
};

BAROGRAPH_TEST(TestDatabaseStats)
#include "tst_database_stats.moc"
