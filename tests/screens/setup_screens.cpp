// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup_screens.h"

#include "dialogs/setup/add_node_wizard.h"
#include "dialogs/setup/config_file_dialog.h"
#include "dialogs/setup/edit_node_dialog.h"
#include "dialogs/setup/group_dialog.h"
#include "dialogs/setup/secrets_dialog.h"
#include "gallery.h"
#include "main_window.h"
#include "panels/node_list.h"
#include "support/frame_factory.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabWidget>

namespace barograph {

namespace {

/// Tests the texts for their length: German or Finnish ones are up to twice as long.
void doubleTexts(QWidget &root)
{
    for (auto *label : root.findChildren<QLabel *>()) {
        if (!label->text().isEmpty() && label->textFormat() != Qt::RichText)
            label->setText(label->text() + u' ' + QString(label->text()).remove(u'&'));
    }
    for (auto *button : root.findChildren<QAbstractButton *>())
        button->setText(button->text() + u' ' + QString(button->text()).remove(u'&'));
}

void click(const QWidget &root, const char *name)
{
    root.findChild<QAbstractButton *>(QString::fromLatin1(name))->click();
}

void type(const QWidget &root, const char *name, const QString &text)
{
    auto *line = root.findChild<QLineEdit *>(QString::fromLatin1(name));
    line->setText(text);
    Q_EMIT line->textEdited(text);
}

const QString kFingerprint = QStringLiteral("5f0c1d9a3be84e77a1d20963c4b8ff12907a6b35de8841c20f6e7791ab34cd56");

NodeTestReport runningReport()
{
    NodeTestReport report;
    report.steps = {
        {TestStage::Address, TestOutcome::Passed, QStringLiteral("https://10.0.0.5:9090")},
        {TestStage::Name, TestOutcome::Skipped, QStringLiteral("The address is a number already.")},
        {TestStage::Connect, TestOutcome::Passed, QStringLiteral("Connected in 3 ms.")},
        {TestStage::Tls, TestOutcome::Running, QStringLiteral("Looking at the certificate.")},
    };
    return report;
}

NodeTestReport untrustedReport()
{
    NodeTestReport report = runningReport();
    report.finished = true;
    report.steps[3] = {
        TestStage::Tls, TestOutcome::Failed,
        QStringLiteral("The certificate is self-signed and not trusted. Compare its fingerprint with the "
                       "one on the node's own machine and pin it.")};
    report.steps.push_back({TestStage::Login, TestOutcome::Skipped, QStringLiteral("An earlier step failed.")});
    report.steps.push_back({TestStage::Answer, TestOutcome::Skipped, QStringLiteral("An earlier step failed.")});
    report.steps.push_back({TestStage::State, TestOutcome::Skipped, QStringLiteral("An earlier step failed.")});
    report.seenFingerprint = kFingerprint;
    return report;
}

NodeTestReport goodReport()
{
    NodeTestReport report = untrustedReport();
    report.usable = true;
    report.certificateTrusted = true;
    report.steps[3] = {TestStage::Tls, TestOutcome::Passed,
                       QStringLiteral("The pinned certificate, valid until 2027-03-01.")};
    report.steps[4] = {TestStage::Login, TestOutcome::Passed, QStringLiteral("Logged in as admin.")};
    report.steps[5] = {TestStage::Answer, TestOutcome::Passed, QStringLiteral("WhatsApp Business API client 2.53.1.")};
    report.steps[6] = {TestStage::State, TestOutcome::Warning,
                       QStringLiteral("MultiConnect with 4 shards, of which 3 are connected.")};
    report.shards = 4;
    report.accounts = {QStringLiteral("default"), QStringLiteral("sales")};
    return report;
}

RouteOffer anOffer()
{
    RouteOffer offer;
    offer.nodeId = QStringLiteral("support-eu");
    offer.url = QStringLiteral("https://10.0.0.9:28443/hook/support-eu/0123456789abcdef0123456789abcdef");
    offer.shownUrl = QStringLiteral("https://10.0.0.9:28443/hook/support-eu/••••••••");
    offer.verifyToken = QStringLiteral("f00");
    offer.secretMissing = true;
    offer.notice = QStringLiteral("Only this machine can reach the address: Barograph listens on 127.0.0.1. Set "
                                  "listener.address and TLS in the configuration file if the node runs elsewhere.");
    offer.commands = {
        {QStringLiteral("Let the client trust the certificate"),
         QStringLiteral("curl -X POST https://10.0.0.5:9090/v1/certificates/webhooks/ca -H \"Authorization: Bearer "
                        "$TOKEN\" -H \"Content-Type: text/plain\" --data-binary @barograph.pem")},
        {QStringLiteral("Set the address with curl"),
         QStringLiteral("curl -X PATCH https://10.0.0.5:9090/v1/settings/application -H \"Authorization: Bearer "
                        "$TOKEN\" -d '{\"webhooks\":{\"url\":\"%1\"}}'")
             .arg(offer.url)}};
    return offer;
}

void renderWizard(Gallery &gallery)
{
    AddNodeWizard wizard(testing::frameTime, nullptr);
    wizard.setKnown(testing::configsOf(*testing::groupedFrame()));
    if (!gallery.isFirstSize())
        wizard.resize(1100, 820);
    gallery.take(wizard, QStringLiteral("setup-1-kind"));
    click(wizard, "next");
    gallery.take(wizard, QStringLiteral("setup-2-empty"));
    click(wizard, "next");
    gallery.take(wizard, QStringLiteral("setup-2-problems"));
    type(wizard, "field.name", QStringLiteral("Support Österreich"));
    type(wizard, "field.url", QStringLiteral("http://10.0.0.5:9090"));
    type(wizard, "field.password", QStringLiteral("secret"));
    SecretsStatus undecided;
    undecided.home = SecretsHome::Undecided;
    wizard.setSecretsStatus(undecided);
    click(wizard, "more");
    gallery.take(wizard, QStringLiteral("setup-2-more"));
    for (auto *area : wizard.findChildren<QScrollArea *>()) {
        if (area->isVisible())
            area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
    }
    gallery.take(wizard, QStringLiteral("setup-2-more-end"));
    type(wizard, "field.url", QStringLiteral("https://10.0.0.5:9090"));
    type(wizard, "field.id", QStringLiteral("support-eu-2"));
    wizard.setSecretsStatus({});
    click(wizard, "next");
    wizard.showTest(runningReport());
    gallery.take(wizard, QStringLiteral("setup-3-running"));
    wizard.showTest(untrustedReport());
    gallery.take(wizard, QStringLiteral("setup-3-certificate"));
    click(wizard, "pin");
    wizard.showTest(goodReport());
    gallery.take(wizard, QStringLiteral("setup-3-passed"));
    click(wizard, "next");
    gallery.take(wizard, QStringLiteral("setup-4-saving"));
    wizard.saveFinished({1, true, QStringLiteral("Added."), {}, QStringLiteral("support-eu")});
    wizard.showOffer(anOffer());
    wizard.showSelfTest({QStringLiteral("support-eu"), true,
                         QStringLiteral("It arrived over the real socket and was answered 200 in 4 ms.")});
    gallery.take(wizard, QStringLiteral("setup-4-route"));
    click(wizard, "next");
    const FramePtr frame = testing::frameOf({testing::unknownNode()});
    gallery.take(wizard, QStringLiteral("setup-5-waiting"));
    auto refused = std::make_shared<Frame>(*frame);
    refused->nodes[0].id = QStringLiteral("support-eu");
    refused->listener.listening = true;
    refused->listener.refusedPeers = {{QStringLiteral("10.0.0.7"), QStringLiteral("support-eu"),
                                       RefusalReason::WrongCredentials, 3, testing::frameTime()}};
    wizard.setFrame(*refused, testing::frameTime());
    gallery.take(wizard, QStringLiteral("setup-5-refused"));
    auto arrived = std::make_shared<Frame>(*refused);
    arrived->nodes[0].lastEvent[EventKind::Read] = testing::frameTime();
    wizard.setFrame(*arrived, testing::frameTime() + Millis{400});
    gallery.take(wizard, QStringLiteral("setup-5-arrived"));
}

void renderKindForms(Gallery &gallery)
{
    for (const NodeKind kind :
         {NodeKind::CloudApi, NodeKind::PickyAssist, NodeKind::Waha, NodeKind::Evolution, NodeKind::Gowa}) {
        AddNodeWizard wizard(testing::frameTime, nullptr);
        wizard.findChild<QAbstractButton *>(QStringLiteral("kind.") + nodeKindName(kind))->click();
        click(wizard, "next");
        gallery.take(wizard, QStringLiteral("setup-2-") + nodeKindName(kind));
    }
}

void renderLong(Gallery &gallery)
{
    AddNodeWizard wizard(testing::frameTime, nullptr);
    doubleTexts(wizard);
    gallery.take(wizard, QStringLiteral("setup-long-1"));
    wizard.resize(wizard.minimumSizeHint().expandedTo({640, 480}));
    gallery.take(wizard, QStringLiteral("setup-long-1-small"));
    AddNodeWizard second(testing::frameTime, nullptr);
    click(second, "next");
    click(second, "next");
    click(second, "more");
    doubleTexts(second);
    gallery.take(second, QStringLiteral("setup-long-2"));
    SecretsDialog secrets;
    secrets.setStatus({SecretsHome::Undecided, QStringLiteral("No keychain runs on this machine."), {}, false});
    click(secrets, "keepInFile");
    doubleTexts(secrets);
    gallery.take(secrets, QStringLiteral("secrets-long"));
}

void renderEdit(Gallery &gallery)
{
    NodeConfig node = testing::configsOf(*testing::groupedFrame())[1];
    EditNodeDialog edit(node, nullptr);
    edit.setKnown(testing::configsOf(*testing::groupedFrame()));
    auto *tabs = edit.findChild<QTabWidget *>(QStringLiteral("editTabs"));
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        if (tab == tabs->count() - 1) {
            RouteOffer offer = anOffer();
            offer.nodeId = node.id;
            offer.notice.clear();
            edit.showOffer(offer);
        }
        gallery.take(edit, QStringLiteral("edit-%1").arg(tab + 1));
    }
    edit.saveFinished({1, false, QStringLiteral("This is not a complete address."), QStringLiteral("node[1].url"), {}});
    gallery.take(edit, QStringLiteral("edit-error"));
    GroupDialog group(node, {QStringLiteral("Europe"), QStringLiteral("Latin America")});
    gallery.take(group, QStringLiteral("group"));
}

void renderSecrets(Gallery &gallery)
{
    SecretsDialog secrets;
    secrets.setStatus({SecretsHome::Undecided,
                       QStringLiteral("No keychain runs on this machine: choose where passwords and keys are kept."),
                       {},
                       false});
    gallery.take(secrets, QStringLiteral("secrets-undecided"));
    click(secrets, "keepInFile");
    type(secrets, "passphrase", QStringLiteral("correct horse"));
    type(secrets, "passphraseAgain", QStringLiteral("correct"));
    gallery.take(secrets, QStringLiteral("secrets-file"));
    SecretsDialog locked;
    locked.setStatus({SecretsHome::FileLocked, QStringLiteral("The encrypted file with passwords and keys is locked."),
                      QStringLiteral("This passphrase is not the right one."), true});
    gallery.take(locked, QStringLiteral("secrets-locked"));
    SecretsDialog keychain;
    keychain.setStatus(
        {SecretsHome::Keychain, QStringLiteral("Passwords and keys are kept in the system's keychain."), {}, false});
    gallery.take(keychain, QStringLiteral("secrets-keychain"));
}

void renderList(Gallery &gallery)
{
    MainWindow window;
    window.setClock(testing::frameTime);
    window.resize(gallery.look().size);
    const FramePtr grouped = testing::groupedFrame();
    window.setNodeConfigs(testing::configsOf(*grouped));
    window.setSecretsStatus(
        {SecretsHome::FileLocked,
         QStringLiteral("The encrypted file with passwords and keys is locked: nothing can log in."),
         {},
         true});
    window.setFrame(grouped);
    window.chooseNode(QStringLiteral("winter-sale"));
    gallery.take(window, QStringLiteral("list-groups"));
    auto *list = window.findChild<NodeList *>();
    list->setCollapsed(QStringLiteral("Europe"), true);
    list->setFocus();
    gallery.take(window, QStringLiteral("list-folded"));
    MainWindow many;
    many.setClock(testing::frameTime);
    many.resize(gallery.look().size);
    const FramePtr fifty = testing::manyNodesFrame(50);
    many.setNodeConfigs(testing::configsOf(*fifty));
    many.setFrame(fifty);
    gallery.take(many, QStringLiteral("list-50"));
    many.findChild<QLineEdit *>(QStringLiteral("nodeFilter"))->setText(QStringLiteral("4"));
    gallery.take(many, QStringLiteral("list-50-filter"));
}

void renderFiles(Gallery &gallery)
{
    ConfigFileDialog import(ConfigFileDialog::Way::Import);
    import.setPresentIds({QStringLiteral("support-eu"), QStringLiteral("sales-us")});
    import.setFile(QStringLiteral("/nowhere/barograph.toml"));
    gallery.take(import, QStringLiteral("import-missing"));
    import.finish({1, false, QStringLiteral("Line 12, node.url: this is not a complete address."), {}, {}});
    gallery.take(import, QStringLiteral("import-failed"));
    ConfigFileDialog exporting(ConfigFileDialog::Way::Export);
    exporting.setFile(QStringLiteral("/home/operator/barograph.toml"));
    gallery.take(exporting, QStringLiteral("export-config"));
}

} // namespace

void renderSetup(Gallery &gallery)
{
    renderWizard(gallery);
    renderList(gallery);
    if (gallery.isFirstSize()) {
        renderKindForms(gallery);
        renderLong(gallery);
        renderEdit(gallery);
        renderSecrets(gallery);
        renderFiles(gallery);
    }
}

} // namespace barograph
