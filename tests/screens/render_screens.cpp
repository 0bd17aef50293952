// SPDX-License-Identifier: GPL-3.0-or-later
// Renders the main states of the window into a folder: render_screens FOLDER. For looking at, and for the manual.
#include "capacity_screens.h"
#include "charts_screens.h"
#include "dialogs/capture_dialog.h"
#include "dialogs/certificate_dialog.h"
#include "dialogs/control_dialog.h"
#include "dialogs/database_stats_dialog.h"
#include "dialogs/export_dialog.h"
#include "dialogs/storm_calculator.h"
#include "main_window.h"
#include "panels/incoming_panel.h"
#include "panels/node_view.h"
#include "panels/webhooks_panel.h"
#include "setup_screens.h"
#include "support/frame_factory.h"
#include "support/health_frames.h"
#include "traces_screens.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTextStream>
#include <QTreeWidget>

using namespace barograph;

namespace {

bool save(QWidget &widget, const QDir &folder, const QString &name)
{
    widget.show();
    // Nested layouts settle from the inside out, one pass each.
    for (int pass = 0; pass < 4; ++pass)
        QCoreApplication::processEvents();
    const QString path = folder.filePath(name + QStringLiteral(".png"));
    const bool ok = widget.grab().save(path);
    QTextStream(stdout) << path << (ok ? "" : ": cannot be written") << '\n';
    return ok;
}

bool renderWindow(const QDir &folder, const QString &suffix, const QSize &size)
{
    MainWindow window;
    window.setClock(testing::frameTime);
    window.setConfigPath(QStringLiteral("~/.config/barograph/barograph.toml"));
    window.setControlHistory(testing::someHistory());
    window.resize(size);
    bool ok = true;
    window.setFrame(testing::frameOf({}));
    ok &= save(window, folder, QStringLiteral("empty-") + suffix);
    const FramePtr full = testing::fullFrame();
    window.setFrame(full);
    for (const NodeFrame &node : full->nodes) {
        window.chooseNode(node.id);
        ok &= save(window, folder, node.id + u'-' + suffix);
    }
    auto broken = std::make_shared<Frame>(*full);
    broken->journalError = QStringLiteral("No space left on the disk. Free some space; counting goes on by itself.");
    broken->listener.listening = false;
    broken->listener.error = QStringLiteral("Port 28080 is taken. Choose another one in the configuration file.");
    window.setFrame(broken);
    window.showResult(testing::someHistory()[1]);
    return save(window, folder, QStringLiteral("errors-") + suffix) && ok;
}

/// The Webhooks tab of each kind of node, from its upper and from its lower end.
bool renderKinds(const QDir &folder, const QString &suffix, const QSize &size)
{
    MainWindow window;
    window.setClock(testing::frameTime);
    window.resize(size);
    const FramePtr kinds = testing::kindsFrame();
    window.setFrame(kinds);
    window.show();
    QCoreApplication::processEvents();
    window.showWebhooks();
    bool ok = true;
    QScrollBar *scroll = window.findChild<WebhooksPanel *>()->verticalScrollBar();
    for (const NodeFrame &node : kinds->nodes) {
        window.chooseNode(node.id);
        scroll->setValue(0);
        ok &= save(window, folder, QStringLiteral("webhooks-%1-%2").arg(node.id, suffix));
        scroll->setValue(scroll->maximum());
        ok &= save(window, folder, QStringLiteral("webhooks-%1-end-%2").arg(node.id, suffix));
    }
    WebhooksPanel panel;
    panel.resize(620, 900);
    panel.setNode(*kinds, kinds->nodes[4], testing::frameTime());
    return save(panel, folder, QStringLiteral("webhooks-panel-") + suffix) && ok;
}

bool renderDatabaseStats(const QDir &folder, const QString &theme)
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
    bool ok = save(dialog, folder, QStringLiteral("database-ask-") + theme);
    for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->text().remove(u'&') == QLatin1String("Count now"))
            button->click();
    }
    ok &= save(dialog, folder, QStringLiteral("database-waiting-") + theme);
    dialog.finish(refused);
    ok &= save(dialog, folder, QStringLiteral("database-failed-") + theme);
    dialog.finish(stats);
    return save(dialog, folder, QStringLiteral("database-") + theme) && ok;
}

/// The incoming queue in each of its states: in the window, where it has a tab or a place of its own, and alone.
bool renderIncoming(const QDir &folder, const QString &suffix, const QSize &size)
{
    MainWindow window;
    window.setClock(testing::frameTime);
    window.resize(size);
    const FramePtr frame = testing::frameOf(testing::incomingNodes());
    window.setFrame(frame);
    window.show();
    QCoreApplication::processEvents();
    window.findChild<NodeView *>()->showIncoming();
    bool ok = true;
    for (const NodeFrame &node : frame->nodes) {
        window.chooseNode(node.id);
        ok &= save(window, folder, QStringLiteral("incoming-%1-%2").arg(node.id, suffix));
        IncomingPanel panel;
        panel.resize(360, 390);
        panel.setNode(node, testing::frameTime());
        ok &= save(panel, folder, QStringLiteral("incoming-panel-%1-%2").arg(node.id, suffix));
    }
    return ok;
}

/// The Webhooks tab of each kind that is asked about its session or account.
bool renderAsked(const QDir &folder, const QString &suffix, const QSize &size)
{
    MainWindow window;
    window.setClock(testing::frameTime);
    window.resize(size);
    const FramePtr asked = testing::askedFrame();
    window.setFrame(asked);
    window.show();
    QCoreApplication::processEvents();
    window.showWebhooks();
    bool ok = true;
    for (const NodeFrame &node : asked->nodes) {
        window.chooseNode(node.id);
        ok &= save(window, folder, QStringLiteral("%1-%2").arg(node.id, suffix));
    }
    return ok;
}

/// Every state of health: the members, and the notices where there are any.
bool renderHealth(const QDir &folder, const QString &suffix, const QSize &size)
{
    MainWindow window;
    window.setClock(testing::frameTime);
    window.resize(size);
    const FramePtr frame = testing::healthFrame();
    window.setFrame(frame);
    window.show();
    QCoreApplication::processEvents();
    bool ok = true;
    for (const NodeFrame &node : frame->nodes) {
        window.chooseNode(node.id);
        window.showMembers();
        ok &= save(window, folder, QStringLiteral("health-%1-%2").arg(node.id, suffix));
        auto *asTable = window.findChild<QCheckBox *>(QStringLiteral("membersAsTable"));
        if (node.id == QLatin1String("ha-failover") && asTable) {
            asTable->setChecked(true);
            ok &= save(window, folder, QStringLiteral("health-table-") + suffix);
            asTable->setChecked(false);
        }
        window.showNotices();
        if (node.drift || !node.expiries.empty())
            ok &= save(window, folder, QStringLiteral("notices-%1-%2").arg(node.id, suffix));
    }
    return ok;
}

/// The storms of a number that has learnt from earlier ones, and of one that has not; the calculator beside them.
bool renderStorms(const QDir &folder, const QString &suffix, const QSize &size)
{
    MainWindow window;
    window.setClock(testing::frameTime);
    window.resize(size);
    window.setFrame(testing::frameOf({testing::foretoldStormsNode(), testing::firstStormsNode()}));
    bool ok = true;
    for (const char *id : {"groups-foretold", "groups-first"}) {
        window.chooseNode(QString::fromLatin1(id));
        ok &= save(window, folder, QStringLiteral("storms-%1-%2").arg(QString::fromLatin1(id), suffix));
    }
    return ok;
}

bool renderCalculator(const QDir &folder, const QString &theme)
{
    StormCalculator calculator;
    calculator.setNode(testing::foretoldStormsNode());
    bool ok = save(calculator, folder, QStringLiteral("calculator-empty-") + theme);
    auto *groups = calculator.findChild<QTreeWidget *>();
    for (int i = 0; i < groups->topLevelItemCount(); ++i)
        groups->topLevelItem(i)->setCheckState(0, Qt::Checked);
    ok &= save(calculator, folder, QStringLiteral("calculator-") + theme);
    calculator.setNode(testing::firstStormsNode());
    calculator.findChild<QLineEdit *>()->setText(QStringLiteral("400 × 256"));
    ok &= save(calculator, folder, QStringLiteral("calculator-overflow-") + theme);
    calculator.findChild<QLineEdit *>()->setText(QStringLiteral("ten"));
    return save(calculator, folder, QStringLiteral("calculator-wrong-") + theme) && ok;
}

bool renderDialogs(const QDir &folder, const QString &theme)
{
    ControlDialog control(testing::pausePreview().request, QStringLiteral("Groups LATAM"));
    bool ok = save(control, folder, QStringLiteral("control-busy-") + theme);
    ControlPreview preview = testing::pausePreview();
    preview.simulated = true;
    control.showPreview(preview);
    ok &= save(control, folder, QStringLiteral("control-preview-") + theme);
    ExportDialog report({{QStringLiteral("groups-latam"), QStringLiteral("Groups LATAM")}},
                        QStringLiteral("groups-latam"), testing::frameTime());
    report.setFolder(QStringLiteral("/home/operator"));
    ok &= save(report, folder, QStringLiteral("export-") + theme);
    report.finish(false, QStringLiteral("The folder cannot be written to. Choose another one."));
    ok &= save(report, folder, QStringLiteral("export-failed-") + theme);
    CaptureDialog capture(QStringLiteral("WAHA"), QStringLiteral("/home/operator/.local/state/barograph/capture"));
    ok &= save(capture, folder, QStringLiteral("capture-") + theme);
    CertificateDialog certificate(testing::kindsFrame()->listener.certificateSha256);
    certificate.setFile(QStringLiteral("/home/operator/barograph-webhook.pem"));
    certificate.finish(false, QStringLiteral("The folder cannot be written to. Choose another one."));
    ok &= renderDatabaseStats(folder, theme);
    return save(certificate, folder, QStringLiteral("certificate-") + theme) && ok;
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const QDir folder(app.arguments().value(1, QStringLiteral("screens")));
    if (!folder.mkpath(QStringLiteral("."))) {
        QTextStream(stderr) << folder.path() << " cannot be made.\n";
        return 1;
    }
    bool ok = true;
    for (const ThemeChoice theme : {ThemeChoice::Dark, ThemeChoice::Light}) {
        applyTheme(app, theme);
        const QString name = themeChoiceName(theme);
        for (const QSize size : {QSize(1280, 720), QSize(1920, 1080)}) {
            const QString suffix = QStringLiteral("%1-%2").arg(name).arg(size.width());
            ok &= renderWindow(folder, suffix, size);
            ok &= renderKinds(folder, suffix, size);
            ok &= renderSetup(folder, suffix, size);
            ok &= renderIncoming(folder, suffix, size);
            ok &= renderAsked(folder, suffix, size);
            ok &= renderHealth(folder, suffix, size);
            ok &= renderCapacity(folder, suffix, size);
            ok &= renderStorms(folder, suffix, size);
            ok &= renderCharts(folder, suffix, size);
            ok &= renderTraces(folder, suffix, size);
        }
        ok &= renderDialogs(folder, name);
        ok &= renderCalculator(folder, name);
    }
    return ok ? 0 : 1;
}
