// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart_rig.h"
#include "dialogs/capture_dialog.h"
#include "dialogs/certificate_dialog.h"
#include "items/node_list_model.h"
#include "main_window.h"
#include "panels/banner.h"
#include "panels/node_card.h"
#include "panels/node_view.h"
#include "panels/status_summary.h"
#include "panels/storms_panel.h"
#include "panels/webhooks_panel.h"
#include "support/frame_factory.h"
#include "support/menu_action.h"
#include "test_case.h"
#include "widgets/badge.h"
#include "widgets/value_label.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace barograph;
using namespace barograph::testing;

namespace {

Banner *bannerNamed(const QWidget &window, const QString &name)
{
    for (auto *banner : window.findChildren<Banner *>()) {
        if (banner->accessibleName() == name)
            return banner;
    }
    return nullptr;
}

std::unique_ptr<MainWindow> shownWindow(const FramePtr &frame)
{
    auto window = std::make_unique<MainWindow>();
    window->setClock(frameTime);
    window->setFrame(frame);
    window->chooseNode(frame->nodes.front().id);
    window->show();
    return window;
}

QString labelNamed(const QWidget &panel, const QString &start)
{
    for (const auto *label : panel.findChildren<ValueLabel *>()) {
        if (label->accessibleName().startsWith(start))
            return label->isVisibleTo(&panel) ? label->text() : QString();
    }
    return QStringLiteral("(no such value)");
}

} // namespace

class TestWebhookNotices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusedNoticeAppearsAndGoes()
    {
        const auto window = shownWindow(kindsFrame());
        const auto *errors = bannerNamed(*window, QStringLiteral("Errors"));
        QVERIFY(errors->isVisible());
        const QString refused =
            QStringLiteral("12 requests from 10.0.0.7 refused for evolution-1: wrong signature or password");
        QVERIFY2(errors->text().contains(refused), qPrintable(errors->text()));
        QVERIFY(errors->text().contains(QStringLiteral("barograph secret --node cloud-api-1 --name webhook-secret")));
        // Long ago, or no route of ours.
        QVERIFY(!errors->text().contains(QStringLiteral("192.168.44.19")));
        QVERIFY(!errors->text().contains(QStringLiteral("10.9.9.9")));
        auto later = std::make_shared<Frame>(*kindsFrame());
        later->takenAt = frameTime() + Seconds{58};
        window->setClock([] { return frameTime() + Seconds{58}; });
        window->setFrame(later);
        QVERIFY2(!errors->text().contains(refused), qPrintable(errors->text()));
        QVERIFY(errors->text().contains(QStringLiteral("webhook-secret")));
    }

    void remindersAreNotErrors()
    {
        auto frame = std::make_shared<Frame>(*kindsFrame());
        frame->listener.certificateNotice = QStringLiteral("The certificate expires in 6 days. Put a new one there.");
        const auto window = shownWindow(frame);
        const auto *reminders = bannerNamed(*window, QStringLiteral("Reminders"));
        const auto *errors = bannerNamed(*window, QStringLiteral("Errors"));
        QVERIFY(reminders->isVisible());
        QVERIFY(reminders->text().contains(QStringLiteral("Raw bodies of WAHA are being recorded for another 9 min")));
        QVERIFY(reminders->text().contains(QStringLiteral("expires in 6 days")));
        QVERIFY(!errors->text().contains(QStringLiteral("recorded")));
        QVERIFY(reminders->palette().color(QPalette::Window) != errors->palette().color(QPalette::Window));
        window->setFrame(fullFrame());
        QVERIFY(!reminders->isVisible());
        QVERIFY(!errors->isVisible());
    }

    void verifyTokenGoesToTheClipboardOnly()
    {
        const auto window = shownWindow(kindsFrame());
        QSignalSpy asked(window.get(), &MainWindow::verifyTokenRequested);
        auto *action = menuAction(*window, QStringLiteral("Copy verify token"));
        QVERIFY(!action->isEnabled());
        window->chooseNode(QStringLiteral("cloud-api-1"));
        window->setFrame(kindsFrame());
        QVERIFY(action->isEnabled());
        action->trigger();
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked[0][0].toString(), QStringLiteral("cloud-api-1"));
        const QString token = QStringLiteral("t0ken-of-the-route");
        window->copyVerifyToken(token);
        QCOMPARE(QApplication::clipboard()->text(), token);
        for (const auto *widget : window->findChildren<QWidget *>()) {
            QVERIFY(!widget->toolTip().contains(token));
            QVERIFY(!widget->accessibleDescription().contains(token));
        }
        for (const auto *label : window->findChildren<QLabel *>())
            QVERIFY(!label->text().contains(token));
        QVERIFY(!bannerNamed(*window, QStringLiteral("Errors"))->text().contains(QStringLiteral("no verify token")));
        window->copyVerifyToken({});
        QVERIFY(bannerNamed(*window, QStringLiteral("Errors"))->text().contains(QStringLiteral("no verify token")));
        QCOMPARE(QApplication::clipboard()->text(), token);
    }

    void captureIsAskedForWithAnExplanation()
    {
        qRegisterMetaType<Seconds>();
        const auto window = shownWindow(kindsFrame());
        window->setCaptureFolder(QStringLiteral("/var/here/capture"));
        QSignalSpy spy(window.get(), &MainWindow::captureRequested);
        menuAction(*window, QStringLiteral("Record raw bodies…"))->trigger();
        QPointer<CaptureDialog> dialog = window->findChild<CaptureDialog *>();
        QVERIFY(dialog);
        QString words;
        for (const auto *label : dialog->findChildren<QLabel *>())
            words += label->text();
        QVERIFY2(words.contains(QStringLiteral("/var/here/capture")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("only kind and length are kept")), qPrintable(words));
        QCOMPARE(spy.count(), 0);
        dialog->reject();
        QCOMPARE(spy.count(), 0);
        QTRY_VERIFY(!dialog);

        menuAction(*window, QStringLiteral("Record raw bodies…"))->trigger();
        dialog = window->findChild<CaptureDialog *>();
        // Another one is chosen meanwhile.
        window->chooseNode(QStringLiteral("gowa-1"));
        dialog->accept();
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy[0][0].toString(), QStringLiteral("on-premises-1"));
        QCOMPARE(spy[0][1].toBool(), true);
        QCOMPARE(spy[0][2].value<Seconds>(), Seconds{600});

        window->chooseNode(QStringLiteral("waha-1"));
        window->setFrame(kindsFrame());
        menuAction(*window, QStringLiteral("Stop recording raw bodies"))->trigger();
        QCOMPARE(spy.count(), 2);
        QCOMPARE(spy[1][0].toString(), QStringLiteral("waha-1"));
        QCOMPARE(spy[1][1].toBool(), false);
    }

    void certificateIsSavedWhereTheOperatorSays()
    {
        const QTemporaryDir folder;
        const auto window = shownWindow(fullFrame());
        auto *action = menuAction(*window, QStringLiteral("Save webhook certificate…"));
        QVERIFY(!action->isEnabled());
        window->setFrame(kindsFrame());
        QVERIFY(action->isEnabled());
        QSignalSpy spy(window.get(), &MainWindow::saveCertificateRequested);
        action->trigger();
        auto *dialog = window->findChild<CertificateDialog *>();
        QVERIFY(dialog);
        dialog->setFile(folder.filePath(QStringLiteral("hook.pem")));
        QPushButton *save = nullptr;
        for (auto *button : dialog->findChildren<QPushButton *>()) {
            if (button->text().contains(QStringLiteral("Save")))
                save = button;
        }
        save->click();
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy[0][0].toString(), folder.filePath(QStringLiteral("hook.pem")));
        QVERIFY(!save->isEnabled());
        window->certificateSaved(false, QStringLiteral("No space left."));
        QVERIFY(save->isEnabled());
        QCOMPARE(dialog->findChild<MarkLabel *>()->mark(), Mark::Critical);
        QCOMPARE(dialog->findChild<MarkLabel *>()->text(), QStringLiteral("No space left."));
        window->certificateSaved(true, QStringLiteral("Saved."));
        QCOMPARE(dialog->findChild<MarkLabel *>()->mark(), Mark::Ok);
    }

    void statusBarTellsEncryptionAndRefusals()
    {
        StatusSummary status;
        const FramePtr kinds = kindsFrame();
        status.setFrame(*kinds, &kinds->nodes[0], frameTime());
        const auto marks = status.findChildren<MarkLabel *>();
        const auto with = [&](const QString &part) -> const MarkLabel * {
            for (const auto *label : marks) {
                if (label->text().contains(part) && label->isVisibleTo(&status))
                    return label;
            }
            return nullptr;
        };
        const auto *listener = with(QStringLiteral("https://10.0.0.2:28080/on-premises-1/"));
        QVERIFY(listener);
        QCOMPARE(listener->mark(), Mark::Lock);
        QVERIFY(listener->toolTip().contains(kinds->listener.certificateSha256));
        const auto *refused = with(QStringLiteral("17 refused"));
        QVERIFY(refused);
        QVERIFY(refused->toolTip().contains(QStringLiteral("2 requests from 10.9.9.9 refused: wrong address")));
        const auto *sum = with(QStringLiteral("adds up"));
        QVERIFY(sum);
        QVERIFY2(sum->toolTip().contains(QStringLiteral("events received = ")) &&
                     sum->toolTip().contains(QStringLiteral("apart = ")),
                 qPrintable(sum->toolTip()));

        const FramePtr full = fullFrame();
        status.setFrame(*full, &full->nodes[0], frameTime());
        QVERIFY(!with(QStringLiteral("https")));
        QVERIFY(!with(QStringLiteral("refused")));
        QVERIFY(with(QStringLiteral("Webhooks at 127.0.0.1:28080")));
    }

    void legendSaysNotVisibleInPlaceOfZero()
    {
        ChartRig rig;
        const TpsChart &legend = rig.chart;
        NodeFrame &node = rig.node;
        node = nodeOfKind(NodeKind::Evolution);
        rig.send(frameTime());
        QCOMPARE(labelNamed(legend, QStringLiteral("Read, what is not told")), QStringLiteral("groups: not visible"));
        QVERIFY(labelNamed(legend, QStringLiteral("Receive, what is not told")).isEmpty());
        node.visibility.individual[EventKind::Read] = Visibility::NotVisible;
        node.tpsByKind[EventKind::Read] = Reading<double>::measured(0, frameTime());
        rig.send(frameTime());
        QCOMPARE(labelNamed(legend, QStringLiteral("Read, events per second")), QStringLiteral("not visible"));
        QVERIFY(labelNamed(legend, QStringLiteral("Read, what is not told")).isEmpty());

        node = nodeOfKind(NodeKind::Gowa);
        rig.send(frameTime());
        QCOMPARE(labelNamed(legend, QStringLiteral("Send, events per second")),
                 QStringLiteral("only if the node is set up to tell"));
        // One was told: it is set up, and a rate of zero is one.
        node.totals[EventKind::Send] = 1;
        rig.send(frameTime());
        QCOMPARE(labelNamed(legend, QStringLiteral("Send, events per second")), QStringLiteral("0"));
    }

    void cardsOfHalfBlindNodesSayAtLeast()
    {
        const auto cardOf = [](NodeKind kind) {
            NodeListModel model;
            model.setFrame(frameOf({nodeOfKind(kind)}), frameTime());
            return NodeCard(model.index(0, 0)).text();
        };
        QVERIFY2(cardOf(NodeKind::PickyAssist).contains(QStringLiteral("at least 4")),
                 qPrintable(cardOf(NodeKind::PickyAssist)));
        QVERIFY(cardOf(NodeKind::PickyAssist).contains(QStringLiteral("not visible: in groups Send, Delivery, Read")));
        QVERIFY(!cardOf(NodeKind::CloudApi).contains(QStringLiteral("at least")));
    }

    void stormsThatCannotBeSeenAreNotAbsent()
    {
        StormsPanel panel;
        panel.resize(700, 200);
        const auto pictureOf = [&panel](NodeKind kind) {
            const NodeFrame node = nodeOfKind(kind);
            panel.setNode(frameOf({node}), node, frameTime());
            return panel.grab().toImage();
        };
        const QImage calm = pictureOf(NodeKind::CloudApi);
        QVERIFY(pictureOf(NodeKind::Evolution) != calm);
        QVERIFY(pictureOf(NodeKind::Waha) != calm);
        QVERIFY(pictureOf(NodeKind::Waha) != pictureOf(NodeKind::Evolution));
        QCOMPARE(pictureOf(NodeKind::OnPremises), calm);
    }

    void needsNoSidewaysScrolling_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("small") << QSize(1280, 720);
        QTest::newRow("large") << QSize(1920, 1080);
    }
    void needsNoSidewaysScrolling()
    {
        QFETCH(const QSize, size);
        const auto window = shownWindow(kindsFrame());
        window->resize(size);
        QTRY_COMPARE(window->size(), size);
        window->showWebhooks();
        const auto *panel = window->findChild<WebhooksPanel *>();
        const FramePtr kinds = kindsFrame();
        for (const NodeFrame &node : kinds->nodes) {
            window->chooseNode(node.id);
            QCoreApplication::processEvents();
            QVERIFY2(panel->horizontalScrollBar()->maximum() == 0, qPrintable(node.id));
        }
    }

    void tabComesToTheFront()
    {
        const auto window = shownWindow(kindsFrame());
        QVERIFY(!window->findChild<NodeView *>()->isPanelShown(PanelId::Webhooks));
        window->showWebhooks();
        auto *panel = window->findChild<WebhooksPanel *>();
        QVERIFY(panel->isVisible());
        // Also where storms have a place of their own.
        window->resize(1920, 1080);
        QTRY_VERIFY(panel->isVisible());
        window->showWebhooks();
        QVERIFY(panel->isVisible());
    }
};

BAROGRAPH_TEST(TestWebhookNotices)
#include "tst_webhook_notices.moc"
