// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/dialog_gallery.h"

#include "dialogs/capture_dialog.h"
#include "dialogs/certificate_dialog.h"
#include "dialogs/control_dialog.h"
#include "dialogs/database_stats_dialog.h"
#include "dialogs/export_dialog.h"
#include "dialogs/setup/add_node_wizard.h"
#include "dialogs/setup/config_file_dialog.h"
#include "dialogs/setup/edit_node_dialog.h"
#include "dialogs/setup/group_dialog.h"
#include "dialogs/setup/secrets_dialog.h"
#include "dialogs/storm_calculator.h"
#include "help/shortcut_sheet.h"
#include "setup/setup_probe.h"
#include "support/frame_factory.h"
#include "support/health_frames.h"

#include <QTabWidget>

namespace barograph::testing {

namespace {

NodeConfig someConfig()
{
    return configsOf(*fullFrame()).front();
}

std::unique_ptr<QWidget> wizardAt(int page)
{
    auto wizard = std::make_unique<AddNodeWizard>(frameTime, nullptr);
    wizard->show(); // it only goes on while it is seen
    if (page == AddNodeWizard::Details || page == AddNodeWizard::Test) {
        clickOn(wizard.get(), "next");
        clickOn(wizard.get(), "next"); // every problem shown
        clickOn(wizard.get(), "more");
    }
    if (page == AddNodeWizard::Test) {
        typeInto(wizard.get(), "field.name", QStringLiteral("x"));
        typeInto(wizard.get(), "field.url", QStringLiteral("10.0.0.5"));
        clickOn(wizard.get(), "next");
        NodeTestReport report;
        report.finished = true;
        report.steps = {{TestStage::State, TestOutcome::Failed, QStringLiteral("A sentence that says what to do.")}};
        report.seenFingerprint = QString(64, u'a');
        report.accounts = {QStringLiteral("default")};
        wizard->showTest(report);
    }
    if (page >= AddNodeWizard::Route) {
        NodeConfig node = someConfig();
        node.webhook.auth = WebhookAuth::HubSha256;
        wizard->openRoute(node);
        RouteOffer offer;
        offer.nodeId = node.id;
        offer.url = QStringLiteral("https://10.0.0.9/hook/x/y");
        offer.shownUrl = offer.url;
        offer.verifyToken = QStringLiteral("t");
        offer.secretMissing = true;
        offer.notice = QStringLiteral("Only this machine can reach it.");
        offer.commands = {{QStringLiteral("Set it with curl"), QStringLiteral("curl -X POST https://x/settings")}};
        wizard->showOffer(offer);
    }
    if (page == AddNodeWizard::FirstEvent)
        clickOn(wizard.get(), "next");
    return wizard;
}

std::unique_ptr<QWidget> editorAt(int tab)
{
    auto editor = std::make_unique<EditNodeDialog>(someConfig(), nullptr);
    named<QTabWidget>(editor.get(), "editTabs")->setCurrentIndex(tab);
    return editor;
}

std::unique_ptr<QWidget> secretsIn(SecretsHome home)
{
    auto secrets = std::make_unique<SecretsDialog>();
    secrets->setStatus({home, QStringLiteral("Where they are kept."), QStringLiteral("Wrong passphrase."), false});
    if (home == SecretsHome::Undecided)
        named<QAbstractButton>(secrets.get(), "keepInFile")->click();
    return secrets;
}

std::unique_ptr<QWidget> fileDialogOf(ConfigFileDialog::Way way)
{
    auto file = std::make_unique<ConfigFileDialog>(way);
    file->finish({1, false, QStringLiteral("Line 12: this is not a complete address, and so on."), {}, {}});
    return file;
}

std::unique_ptr<QWidget> exportAfter(bool failed)
{
    auto report = std::make_unique<ExportDialog>(
        std::vector<std::pair<QString, QString>>{{QStringLiteral("groups-latam"), QStringLiteral("Groups LATAM")}},
        QStringLiteral("groups-latam"), frameTime());
    if (failed)
        report->finish(false, QStringLiteral("The folder cannot be written to. Choose another one."));
    return report;
}

std::unique_ptr<QWidget> controlDialog(bool asked)
{
    auto control = std::make_unique<ControlDialog>(pausePreview().request, QStringLiteral("Groups LATAM"));
    if (asked) {
        ControlPreview preview = pausePreview();
        preview.simulated = true;
        control->showPreview(preview);
    }
    return control;
}

std::unique_ptr<QWidget> databaseDialog(bool answered)
{
    auto dialog = std::make_unique<DatabaseStatsDialog>(QStringLiteral("groups-latam"), QStringLiteral("Groups LATAM"));
    if (answered) {
        DatabaseStats stats;
        stats.nodeId = QStringLiteral("groups-latam");
        stats.askedAt = frameTime();
        stats.took = Millis{4300};
        stats.figures = {{QStringLiteral("db_contacts"), QStringLiteral("whatsapp_user"), 182'340},
                         {QStringLiteral("db_pending_callbacks"), {}, 0}};
        dialog->finish(stats);
    }
    return dialog;
}

} // namespace

std::unique_ptr<MainWindow> windowOf(const FramePtr &frame, const QString &id)
{
    auto window = std::make_unique<MainWindow>();
    window->setClock(frameTime);
    window->setConfigPath(QStringLiteral("~/.config/barograph/barograph.toml"));
    window->setControlHistory(someHistory());
    window->setNodeConfigs(configsOf(*frame));
    window->setFrame(frame);
    if (!id.isEmpty())
        window->chooseNode(id);
    return window;
}

std::vector<GalleryWindow> allDialogs()
{
    std::vector<GalleryWindow> all;
    const auto add = [&](const char *name, std::function<std::unique_ptr<QWidget>()> make) {
        all.push_back({QString::fromLatin1(name), std::move(make)});
    };
    add("wizard: kind", [] { return wizardAt(AddNodeWizard::KindChoice); });
    add("wizard: details", [] { return wizardAt(AddNodeWizard::Details); });
    add("wizard: test", [] { return wizardAt(AddNodeWizard::Test); });
    add("wizard: route", [] { return wizardAt(AddNodeWizard::Route); });
    add("wizard: first event", [] { return wizardAt(AddNodeWizard::FirstEvent); });
    for (int tab = 0; tab < 5; ++tab)
        all.push_back({QStringLiteral("edit: tab %1").arg(tab), [tab] { return editorAt(tab); }});
    add("group", [] { return std::make_unique<GroupDialog>(someConfig(), QStringList{QStringLiteral("Europe")}); });
    add("import", [] { return fileDialogOf(ConfigFileDialog::Way::Import); });
    add("export of the configuration", [] { return fileDialogOf(ConfigFileDialog::Way::Export); });
    add("secrets: undecided", [] { return secretsIn(SecretsHome::Undecided); });
    add("secrets: locked file", [] { return secretsIn(SecretsHome::FileLocked); });
    add("secrets: keychain", [] { return secretsIn(SecretsHome::Keychain); });
    add("report", [] { return exportAfter(false); });
    add("report: failed", [] { return exportAfter(true); });
    add("control: reading", [] { return controlDialog(false); });
    add("control: asked", [] { return controlDialog(true); });
    add("capture", [] {
        return std::make_unique<CaptureDialog>(QStringLiteral("WAHA"), QStringLiteral("/var/lib/barograph/capture"));
    });
    add("certificate", [] { return std::make_unique<CertificateDialog>(kindsFrame()->listener.certificateSha256); });
    add("database: ask", [] { return databaseDialog(false); });
    add("database: figures", [] { return databaseDialog(true); });
    add("calculator", [] {
        auto calculator = std::make_unique<StormCalculator>();
        calculator->setNode(foretoldStormsNode());
        return calculator;
    });
    add("shortcuts", [] {
        const MainWindow window;
        auto sheet = std::make_unique<ShortcutSheet>(shortcutAreas(window, {}), nullptr);
        sheet->setAttribute(Qt::WA_DeleteOnClose, false);
        return sheet;
    });
    return all;
}

std::vector<GalleryWindow> mainWindowStates()
{
    std::vector<GalleryWindow> all;
    all.push_back({QStringLiteral("no number"), [] { return windowOf(frameOf({})); }});
    const FramePtr full = fullFrame();
    for (const NodeFrame &node : full->nodes)
        all.push_back({node.id, [id = node.id] { return windowOf(fullFrame(), id); }});
    all.push_back({QStringLiteral("errors"), [] {
                       auto broken = std::make_shared<Frame>(*fullFrame());
                       broken->journalError = QStringLiteral("No space left on the disk.");
                       broken->listener.listening = false;
                       broken->listener.error = QStringLiteral("Port 28080 is taken.");
                       auto window = windowOf(broken);
                       window->showResult(someHistory()[1]);
                       return window;
                   }});
    const FramePtr kinds = kindsFrame();
    for (const NodeFrame &node : kinds->nodes) {
        all.push_back({QStringLiteral("webhooks of ") + node.id, [id = node.id] {
                           auto window = windowOf(kindsFrame(), id);
                           window->showWebhooks();
                           return window;
                       }});
    }
    all.push_back({QStringLiteral("members"), [] {
                       auto window = windowOf(healthFrame());
                       window->showMembers();
                       return window;
                   }});
    all.push_back({QStringLiteral("notices"), [] {
                       auto window = windowOf(healthFrame());
                       window->showNotices();
                       return window;
                   }});
    all.push_back({QStringLiteral("groups"), [] { return windowOf(groupedFrame()); }});
    return all;
}

} // namespace barograph::testing
