// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_screens.h"

#include "dialogs/capture_dialog.h"
#include "dialogs/certificate_dialog.h"
#include "dialogs/control_dialog.h"
#include "dialogs/database_stats_dialog.h"
#include "dialogs/export_dialog.h"
#include "dialogs/storm_calculator.h"
#include "gallery.h"
#include "main_window.h"
#include "panels/incoming_panel.h"
#include "panels/node_view.h"
#include "panels/webhooks_panel.h"
#include "support/frame_factory.h"
#include "support/health_frames.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTreeWidget>

namespace barograph {

namespace {

/// At the moment of the made frames, as large as the look wants it, and settled.
void present(MainWindow &window, const Gallery &gallery, const FramePtr &frame)
{
    window.setClock(testing::frameTime);
    window.resize(gallery.look().size);
    window.setFrame(frame);
    window.show();
    QCoreApplication::processEvents();
}

void renderWindow(Gallery &gallery)
{
    MainWindow window;
    window.setClock(testing::frameTime);
    window.setConfigPath(QStringLiteral("~/.config/barograph/barograph.toml"));
    window.setControlHistory(testing::someHistory());
    window.resize(gallery.look().size);
    window.setFrame(testing::frameOf({}));
    gallery.take(window, QStringLiteral("empty"));
    const FramePtr full = testing::fullFrame();
    window.setFrame(full);
    for (const NodeFrame &node : full->nodes) {
        window.chooseNode(node.id);
        gallery.take(window, node.id);
    }
    auto broken = std::make_shared<Frame>(*full);
    broken->journalError = QStringLiteral("No space left on the disk. Free some space; counting goes on by itself.");
    broken->listener.listening = false;
    broken->listener.error = QStringLiteral("Port 28080 is taken. Choose another one in the configuration file.");
    window.setFrame(broken);
    window.showResult(testing::someHistory()[1]);
    gallery.take(window, QStringLiteral("errors"));
}

/// The Webhooks tab of each kind of node, from its upper and from its lower end.
void renderKinds(Gallery &gallery)
{
    MainWindow window;
    const FramePtr kinds = testing::kindsFrame();
    present(window, gallery, kinds);
    window.showWebhooks();
    QScrollBar *scroll = window.findChild<WebhooksPanel *>()->verticalScrollBar();
    for (const NodeFrame &node : kinds->nodes) {
        window.chooseNode(node.id);
        scroll->setValue(0);
        gallery.take(window, QStringLiteral("webhooks-") + node.id);
        scroll->setValue(scroll->maximum());
        gallery.take(window, QStringLiteral("webhooks-%1-end").arg(node.id));
    }
    WebhooksPanel panel;
    panel.resize(620, 900);
    panel.setNode(*kinds, kinds->nodes[4], testing::frameTime());
    gallery.take(panel, QStringLiteral("webhooks-panel"));
}

void renderDatabaseStats(Gallery &gallery)
{
    DatabaseStats stats;
    stats.nodeId = QStringLiteral("groups-latam");
    stats.askedAt = testing::frameTime();
    stats.took = Millis{4300};
    stats.figures = {{QStringLiteral("db_contacts"), QStringLiteral("non_whatsapp_user"), 1204},
                     {QStringLiteral("db_contacts"), QStringLiteral("whatsapp_user"), 182'340},
                     {QStringLiteral("db_message_receipts"), {}, 9'012'771},
                     {QStringLiteral("db_messages"), QStringLiteral("undefined"), 3'400'512},
                     {QStringLiteral("db_pending_callbacks"), {}, 0},
                     {QStringLiteral("db_pending_messages"), {}, 17}};
    DatabaseStats refused = stats;
    refused.figures.clear();
    refused.error =
        QStringLiteral("10.1.2.3:9090 failed (HTTP 500, error 1017: asked a node that is not the primary "
                       "master; a failover may be under way). Look into the logs of its WebApp and CoreApp.");
    DatabaseStatsDialog dialog(stats.nodeId, QStringLiteral("Groups LATAM"));
    gallery.take(dialog, QStringLiteral("database-ask"));
    for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->text().remove(u'&') == QLatin1String("Count now"))
            button->click();
    }
    gallery.take(dialog, QStringLiteral("database-waiting"));
    dialog.finish(refused);
    gallery.take(dialog, QStringLiteral("database-failed"));
    dialog.finish(stats);
    gallery.take(dialog, QStringLiteral("database"));
}

/// The incoming queue in each of its states: in the window, where it has a tab or a place of its own, and alone.
void renderIncoming(Gallery &gallery)
{
    MainWindow window;
    const FramePtr frame = testing::frameOf(testing::incomingNodes());
    present(window, gallery, frame);
    window.findChild<NodeView *>()->showPanel(PanelId::Incoming);
    for (const NodeFrame &node : frame->nodes) {
        window.chooseNode(node.id);
        gallery.take(window, QStringLiteral("incoming-") + node.id);
        IncomingPanel panel;
        panel.resize(360, 390);
        panel.setNode(node, testing::frameTime());
        gallery.take(panel, QStringLiteral("incoming-panel-") + node.id);
    }
}

/// The Webhooks tab of each kind that is asked about its session or account.
void renderAsked(Gallery &gallery)
{
    MainWindow window;
    const FramePtr asked = testing::askedFrame();
    present(window, gallery, asked);
    window.showWebhooks();
    for (const NodeFrame &node : asked->nodes) {
        window.chooseNode(node.id);
        gallery.take(window, node.id);
    }
}

/// Every state of health: the members, and the notices where there are any.
void renderHealth(Gallery &gallery)
{
    MainWindow window;
    const FramePtr frame = testing::healthFrame();
    present(window, gallery, frame);
    for (const NodeFrame &node : frame->nodes) {
        window.chooseNode(node.id);
        window.showMembers();
        gallery.take(window, QStringLiteral("health-") + node.id);
        auto *asTable = window.findChild<QCheckBox *>(QStringLiteral("membersAsTable"));
        if (node.id == QLatin1String("ha-failover") && asTable) {
            asTable->setChecked(true);
            gallery.take(window, QStringLiteral("health-table"));
            asTable->setChecked(false);
        }
        window.showNotices();
        if (node.drift || !node.expiries.empty())
            gallery.take(window, QStringLiteral("notices-") + node.id);
    }
}

/// The storms of a number that has learnt from earlier ones, and of one that has not; the calculator beside them.
void renderStorms(Gallery &gallery)
{
    MainWindow window;
    window.setClock(testing::frameTime);
    window.resize(gallery.look().size);
    window.setFrame(testing::frameOf({testing::foretoldStormsNode(), testing::firstStormsNode()}));
    for (const char *id : {"groups-foretold", "groups-first"}) {
        window.chooseNode(QString::fromLatin1(id));
        gallery.take(window, QStringLiteral("storms-") + QString::fromLatin1(id));
    }
}

void renderCalculator(Gallery &gallery)
{
    StormCalculator calculator;
    calculator.setNode(testing::foretoldStormsNode());
    gallery.take(calculator, QStringLiteral("calculator-empty"));
    auto *groups = calculator.findChild<QTreeWidget *>();
    for (int i = 0; i < groups->topLevelItemCount(); ++i)
        groups->topLevelItem(i)->setCheckState(0, Qt::Checked);
    gallery.take(calculator, QStringLiteral("calculator"));
    calculator.setNode(testing::firstStormsNode());
    calculator.findChild<QLineEdit *>()->setText(QStringLiteral("400 × 256"));
    gallery.take(calculator, QStringLiteral("calculator-overflow"));
    calculator.findChild<QLineEdit *>()->setText(QStringLiteral("ten"));
    gallery.take(calculator, QStringLiteral("calculator-wrong"));
}

void renderDialogs(Gallery &gallery)
{
    ControlDialog control(testing::pausePreview().request, QStringLiteral("Groups LATAM"));
    gallery.take(control, QStringLiteral("control-busy"));
    ControlPreview preview = testing::pausePreview();
    preview.simulated = true;
    control.showPreview(preview);
    gallery.take(control, QStringLiteral("control-preview"));
    ExportDialog report({{QStringLiteral("groups-latam"), QStringLiteral("Groups LATAM")}},
                        QStringLiteral("groups-latam"), testing::frameTime());
    report.setFolder(QStringLiteral("/home/operator"));
    gallery.take(report, QStringLiteral("export"));
    report.finish(false, QStringLiteral("The folder cannot be written to. Choose another one."));
    gallery.take(report, QStringLiteral("export-failed"));
    CaptureDialog capture(QStringLiteral("WAHA"), QStringLiteral("/home/operator/.local/state/barograph/capture"));
    gallery.take(capture, QStringLiteral("capture"));
    CertificateDialog certificate(testing::kindsFrame()->listener.certificateSha256);
    certificate.setFile(QStringLiteral("/home/operator/barograph-webhook.pem"));
    certificate.finish(false, QStringLiteral("The folder cannot be written to. Choose another one."));
    renderDatabaseStats(gallery);
    gallery.take(certificate, QStringLiteral("certificate"));
}

} // namespace

void renderWindowStates(Gallery &gallery)
{
    renderWindow(gallery);
    renderKinds(gallery);
    renderIncoming(gallery);
    renderAsked(gallery);
    renderHealth(gallery);
    renderStorms(gallery);
}

void renderDialogStates(Gallery &gallery)
{
    renderDialogs(gallery);
    renderCalculator(gallery);
}

} // namespace barograph
