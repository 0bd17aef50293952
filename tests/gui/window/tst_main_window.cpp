// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/tps_chart.h"
#include "dialogs/control_dialog.h"
#include "dialogs/export_dialog.h"
#include "main_window.h"
#include "panels/banner.h"
#include "panels/empty_state.h"
#include "panels/node_list.h"
#include "panels/status_summary.h"
#include "support/frame_factory.h"
#include "test_case.h"
#include "widgets/badge.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace barograph;
using namespace barograph::testing;

namespace {

QAction *actionNamed(const MainWindow &window, const QString &text)
{
    for (auto *action : window.findChildren<QAction *>()) {
        if (action->text().remove(u'&') == text)
            return action;
    }
    return nullptr;
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

    std::unique_ptr<MainWindow> makeWindow(const FramePtr &frame = fullFrame())
    {
        auto window = std::make_unique<MainWindow>();
        window->setClock(frameTime);
        window->setFrame(frame);
        if (!frame->nodes.empty())
            window->chooseNode(frame->nodes.front().id);
        window->show();
        return window;
    }

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<ControlRequest>(); }

    void fitsASmallScreen()
    {
        for (const NodeFrame &node : {stormNode(), degradedNode(), downNode(), unknownNode()}) {
            const auto window = makeWindow(frameOf({node}));
            QVERIFY(QTest::qWaitForWindowExposed(window.get()));
            const QSize least = window->minimumSizeHint();
            QVERIFY2(least.width() <= 1280 && least.height() <= 720,
                     qPrintable(QStringLiteral("%1: %2x%3").arg(node.id).arg(least.width()).arg(least.height())));
        }
    }

    void withoutNodesItSaysHowToAddOne()
    {
        const auto window = makeWindow(frameOf({}));
        window->setConfigPath(QStringLiteral("/etc/here.toml"));
        const auto *empty = window->findChild<EmptyState *>();
        QVERIFY(empty->isVisible());
        QString all;
        for (const auto *label : empty->findChildren<QLabel *>())
            all += label->text() + u'\n';
        for (const auto *words : {"/etc/here.toml", "[[node]]", "--demo"})
            QVERIFY2(all.contains(QString::fromLatin1(words)), words);
        window->setFrame(fullFrame());
        QVERIFY(!empty->isVisible());
        window->chooseNode(QStringLiteral("groups-latam"));
        QVERIFY(window->findChild<TpsChart *>()->isVisible());
    }

    void pauseAsksWithoutReasonAndConfirmsWithIt()
    {
        const auto window = makeWindow();
        QSignalSpy requested(window.get(), &MainWindow::controlRequested);
        QSignalSpy confirmed(window.get(), &MainWindow::controlConfirmed);
        actionNamed(*window, QStringLiteral("Pause outbound queue…"))->trigger();
        QCOMPARE(requested.count(), 1);
        const auto asked = std::get<PauseQueueRequest>(requested[0][0].value<ControlRequest>());
        QCOMPARE(asked.nodeId, QStringLiteral("groups-latam"));
        QVERIFY(asked.reason.isEmpty());
        window->showPreview(pausePreview());
        auto *dialog = window->findChild<ControlDialog *>();
        QVERIFY(dialog);
        for (auto *edit : dialog->findChildren<QLineEdit *>()) {
            if (edit->accessibleName() == QStringLiteral("Reason"))
                edit->setText(QStringLiteral("storm"));
        }
        dialog->accept();
        QCOMPARE(confirmed.count(), 1);
        QCOMPARE(confirmed[0][0].toULongLong(), pausePreview().ticket);
        QCOMPARE(std::get<PauseQueueRequest>(confirmed[0][1].value<ControlRequest>()).reason, QStringLiteral("storm"));
    }

    void unverifiedResultStaysInTheBanner()
    {
        const auto window = makeWindow();
        const auto *banner = window->findChild<Banner *>();
        QVERIFY(!banner->isVisible());
        window->showResult(someHistory()[1]);
        QVERIFY(banner->isVisible());
        QVERIFY2(banner->text().startsWith(QStringLiteral("NOT VERIFIED")), qPrintable(banner->text()));
        window->setFrame(fullFrame());
        QVERIFY(banner->isVisible());
        window->showResult(someHistory()[0]);
        QVERIFY(!banner->isVisible());
    }

    void errorsOfTheFrameAreStanding()
    {
        auto broken = std::make_shared<Frame>(*fullFrame());
        broken->journalError = QStringLiteral("disk full");
        broken->listener.listening = false;
        broken->listener.error = QStringLiteral("port taken");
        const auto window = makeWindow(broken);
        const auto *banner = window->findChild<Banner *>();
        QVERIFY(banner->text().contains(QStringLiteral("disk full")));
        QVERIFY(banner->text().contains(QStringLiteral("port taken")));
        window->setFrame(fullFrame());
        QVERIFY(!banner->isVisible());
    }

    void whatIsNotTriedYetIsNoError()
    {
        auto starting = std::make_shared<Frame>(*fullFrame());
        starting->listener.listening = false;
        const auto window = makeWindow(starting);
        QVERIFY(!window->findChild<Banner *>()->isVisible());
        const auto marks = window->findChild<StatusSummary *>()->findChildren<MarkLabel *>();
        QVERIFY(std::any_of(marks.begin(), marks.end(), [](const MarkLabel *label) {
            return label->text() == QStringLiteral("Not receiving webhooks yet") && label->mark() == Mark::Unknown;
        }));
    }

    void oldDataRaiseTheBanner()
    {
        const auto window = makeWindow();
        window->setClock([] { return frameTime() + Seconds{60}; });
        window->setFrame(fullFrame());
        QVERIFY(window->findChild<Banner *>()->isVisible());
    }

    void webhookAddressGoesToTheClipboardOnly()
    {
        const auto window = makeWindow();
        QSignalSpy asked(window.get(), &MainWindow::webhookUrlRequested);
        actionNamed(*window, QStringLiteral("Copy webhook address"))->trigger();
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked[0][0].toString(), QStringLiteral("groups-latam"));
        const QString url = QStringLiteral("https://127.0.0.1:28080/groups-latam/s3cr3t");
        window->copyWebhookUrl(url);
        QCOMPARE(QApplication::clipboard()->text(), url);
        bool copied = false;
        for (const auto *label : window->findChildren<QLabel *>()) {
            QVERIFY(!label->text().contains(QStringLiteral("s3cr3t")));
            copied = copied || (label->isVisible() && label->text() == QStringLiteral("copied"));
        }
        QVERIFY(copied);
    }

    void menuAsksForTheChosenNode()
    {
        const auto window = makeWindow();
        QSignalSpy peak(window.get(), &MainWindow::resetPeakRequested);
        window->chooseNode(QStringLiteral("sales-us"));
        actionNamed(*window, QStringLiteral("Reset peak"))->trigger();
        QCOMPARE(peak.count(), 1);
        QCOMPARE(peak[0][0].toString(), QStringLiteral("sales-us"));
        window->setFrame(frameOf({}));
        QVERIFY(!actionNamed(*window, QStringLiteral("Reset peak"))->isEnabled());
    }

    void exportPassesThrough()
    {
        const auto window = makeWindow();
        QSignalSpy spy(window.get(), &MainWindow::exportReportRequested);
        actionNamed(*window, QStringLiteral("Export report…"))->trigger();
        auto *dialog = window->findChild<ExportDialog *>();
        QVERIFY(dialog);
        Q_EMIT dialog->exportRequested(dialog->request());
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy[0][0].value<ExportReportRequest>().nodeId, QStringLiteral("groups-latam"));
        window->reportFinished(true, QStringLiteral("Written."));
    }

    void asksForFramesOnlyWhileSeen()
    {
        MainWindow window;
        int asked = 0;
        window.setClock(frameTime);
        window.setFrameSource([&asked] {
            ++asked;
            return asked == 1 ? fullFrame() : nullptr;
        });
        QCoreApplication::processEvents();
        QCOMPARE(asked, 0);
        window.show();
        QTRY_VERIFY(asked >= 3);
        QCOMPARE(window.findChild<NodeList *>()->chosenId(), QStringLiteral("sales-us"));
        window.hide();
        const int before = asked;
        QTest::qWait(350);
        QCOMPARE(asked, before);
    }

    void themeIsAppliedAndTold()
    {
        const auto window = makeWindow();
        QSignalSpy spy(window.get(), &MainWindow::themeChosen);
        actionNamed(*window, QStringLiteral("Dark"))->trigger();
        QCOMPARE(spy.count(), 1);
        QTRY_VERIFY(isDark(window->palette()));
        actionNamed(*window, QStringLiteral("Light"))->trigger();
        QTRY_VERIFY(!isDark(window->palette()));
    }

    void layoutRoundTrips()
    {
        const auto window = makeWindow();
        const QByteArray layout = window->saveLayout();
        MainWindow other;
        QVERIFY(other.restoreLayout(layout));
        QVERIFY(!other.restoreLayout(QByteArray("nonsense")));
        QVERIFY(!other.restoreLayout({}));
    }

    void everyButtonHasAName()
    {
        const auto window = makeWindow();
        for (const auto *button : window->findChildren<QAbstractButton *>()) {
            if (button->isVisible() && button->focusPolicy() != Qt::NoFocus)
                QVERIFY2(!button->text().isEmpty() || !button->accessibleName().isEmpty(),
                         button->metaObject()->className());
        }
    }

    void grabsToAFile()
    {
        const QTemporaryDir folder;
        const auto window = makeWindow();
        const QString path = folder.filePath(QStringLiteral("screen.png"));
        QVERIFY(window->grabToFile(path));
        QCOMPARE(QImage(path).size(), window->size());
        QVERIFY(!window->grabToFile(folder.filePath(QStringLiteral("no/such/folder.png"))));
    }
};

BAROGRAPH_TEST(TestMainWindow)
#include "tst_main_window.moc"
