// SPDX-License-Identifier: GPL-3.0-or-later
// Translated texts are up to twice as long as English ones; none may be cut off, also in the smallest window.
#include "dialogs/setup/add_node_wizard.h"
#include "dialogs/setup/config_file_dialog.h"
#include "dialogs/setup/edit_node_dialog.h"
#include "dialogs/setup/group_dialog.h"
#include "dialogs/setup/secrets_dialog.h"
#include "setup_probe.h"
#include "support/widget_audit.h"
#include "test_case.h"

#include <QTabWidget>

using namespace barograph;
using namespace barograph::testing;

namespace {

QStringList cutOffWhenSmall(QWidget &dialog)
{
    dialog.show();
    doubleTexts(dialog);
    dialog.resize(dialog.minimumSizeHint());
    return clippedTexts(dialog);
}

NodeConfig someNode()
{
    return configsOf(*fullFrame()).front();
}

} // namespace

class TestLongTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wizardPages_data()
    {
        QTest::addColumn<int>("page");
        QTest::newRow("kind") << int(AddNodeWizard::KindChoice);
        QTest::newRow("details") << int(AddNodeWizard::Details);
        QTest::newRow("test") << int(AddNodeWizard::Test);
        QTest::newRow("route") << int(AddNodeWizard::Route);
        QTest::newRow("first event") << int(AddNodeWizard::FirstEvent);
    }

    void wizardPages()
    {
        QFETCH(int, page);
        AddNodeWizard wizard(frameTime, nullptr);
        wizard.show();
        if (page >= AddNodeWizard::Details && page <= AddNodeWizard::Test) {
            clickOn(&wizard, "next");
            clickOn(&wizard, "next"); // every problem shown
            clickOn(&wizard, "more");
        }
        if (page == AddNodeWizard::Test) {
            typeInto(&wizard, "field.name", QStringLiteral("x"));
            typeInto(&wizard, "field.url", QStringLiteral("10.0.0.5"));
            clickOn(&wizard, "next");
            NodeTestReport report;
            report.finished = true;
            report.steps = {
                {TestStage::State, TestOutcome::Failed, QStringLiteral("A sentence that says what to do.")}};
            report.seenFingerprint = QString(64, u'a');
            report.accounts = {QStringLiteral("default")};
            wizard.showTest(report);
        }
        if (page >= AddNodeWizard::Route) {
            NodeConfig node = someNode();
            node.webhook.auth = WebhookAuth::HubSha256;
            wizard.openRoute(node);
            RouteOffer offer;
            offer.nodeId = node.id;
            offer.url = QStringLiteral("https://10.0.0.9/hook/x/y");
            offer.shownUrl = offer.url;
            offer.verifyToken = QStringLiteral("t");
            offer.secretMissing = true;
            offer.notice = QStringLiteral("Only this machine can reach it.");
            offer.commands = {{QStringLiteral("Set it with curl"), QStringLiteral("curl -X POST https://x/settings")}};
            wizard.showOffer(offer);
        }
        if (page == AddNodeWizard::FirstEvent)
            clickOn(&wizard, "next");
        QCOMPARE(int(wizard.page()), page);
        const QStringList cut = cutOffWhenSmall(wizard);
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'|')));
    }

    void editTabs()
    {
        for (int tab = 0; tab < 5; ++tab) {
            EditNodeDialog edit(someNode(), nullptr);
            named<QTabWidget>(&edit, "editTabs")->setCurrentIndex(tab);
            QCOMPARE(cutOffWhenSmall(edit), QStringList());
        }
    }

    void smallDialogs()
    {
        GroupDialog group(someNode(), {});
        QCOMPARE(cutOffWhenSmall(group), QStringList());
        for (const auto way : {ConfigFileDialog::Way::Import, ConfigFileDialog::Way::Export}) {
            ConfigFileDialog file(way);
            file.finish({1, false, QStringLiteral("Line 12: this is not a complete address, and so on."), {}, {}});
            QCOMPARE(cutOffWhenSmall(file), QStringList());
        }
        for (const auto home : {SecretsHome::Undecided, SecretsHome::FileLocked, SecretsHome::Keychain}) {
            SecretsDialog secrets;
            secrets.setStatus(
                {home, QStringLiteral("Where they are kept."), QStringLiteral("Wrong passphrase."), false});
            if (home == SecretsHome::Undecided)
                named<QAbstractButton>(&secrets, "keepInFile")->click();
            QCOMPARE(cutOffWhenSmall(secrets), QStringList());
        }
    }
};

BAROGRAPH_TEST(TestLongTexts)
#include "tst_long_texts.moc"
