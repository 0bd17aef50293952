// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/setup/add_node_wizard.h"
#include "dialogs/setup/passphrase_strength.h"
#include "dialogs/setup/secrets_dialog.h"
#include "panels/secrets_strip.h"
#include "setup_probe.h"
#include "test_case.h"

#include <QApplication>
#include <QClipboard>

using namespace barograph;
using namespace barograph::testing;

namespace {

SecretsStatus statusOf(SecretsHome home, const char *error = "")
{
    SecretsStatus status;
    status.home = home;
    status.text = QStringLiteral("Where they are.");
    status.error = QString::fromLatin1(error);
    status.fileExists = home == SecretsHome::FileLocked || home == SecretsHome::File;
    return status;
}

} // namespace

class TestSecretsDialog : public QObject
{
    Q_OBJECT

    static SecretsDialog *openedBy(const SetupProbe &probe)
    {
        probe.action("Passwords and keys…")->trigger();
        return probe.window.findChild<SecretsDialog *>();
    }
    static SecretsChoice choice(const SetupProbe &probe) { return probe.choices.last()[0].value<SecretsChoice>(); }

private Q_SLOTS:
    void stripIsThereWhileNothingCanBeKept_data()
    {
        QTest::addColumn<int>("home");
        QTest::addColumn<bool>("shown");
        QTest::newRow("asking") << int(SecretsHome::Asking) << false;
        QTest::newRow("keychain") << int(SecretsHome::Keychain) << false;
        QTest::newRow("undecided") << int(SecretsHome::Undecided) << true;
        QTest::newRow("memory") << int(SecretsHome::Memory) << false;
        QTest::newRow("locked") << int(SecretsHome::FileLocked) << true;
        QTest::newRow("file") << int(SecretsHome::File) << false;
    }

    void stripIsThereWhileNothingCanBeKept()
    {
        QFETCH(int, home);
        QFETCH(bool, shown);
        SetupProbe probe;
        probe.window.setSecretsStatus(statusOf(static_cast<SecretsHome>(home)));
        const auto *strip = probe.window.findChild<SecretsStrip *>();
        QCOMPARE(strip->isVisible(), shown);
        if (shown) {
            clickOn(strip, "secretsStripOpen");
            QVERIFY(probe.window.findChild<SecretsDialog *>()->isVisible());
        }
    }

    void memoryIsAnExplicitChoice()
    {
        SetupProbe probe;
        probe.window.setSecretsStatus(statusOf(SecretsHome::Undecided));
        auto *dialog = openedBy(probe);
        QVERIFY(!dialog->isModal());
        QVERIFY(!named(dialog, "applySecretsChoice")->isEnabled());
        QVERIFY(!named<QAbstractButton>(dialog, "keepInFile")->isChecked());
        QVERIFY(!named<QAbstractButton>(dialog, "keepInMemory")->isChecked());
        clickOn(dialog, "keepInMemory");
        QVERIFY(!named(dialog, "passphrase")->isVisible());
        clickOn(dialog, "applySecretsChoice");
        QCOMPARE(choice(probe).home, SecretsHome::Memory);
        QVERIFY(choice(probe).passphrase.isEmpty());
        probe.window.setSecretsStatus(statusOf(SecretsHome::Memory));
        QVERIFY(!dialog->isVisible());
    }

    void aNewFileWantsThePassphraseTwice()
    {
        SetupProbe probe;
        probe.window.setSecretsStatus(statusOf(SecretsHome::Undecided));
        auto *dialog = openedBy(probe);
        clickOn(dialog, "keepInFile");
        bool warned = false;
        for (const auto *label : dialog->findChildren<QLabel *>())
            warned = warned || (label->isVisible() && label->text().contains(QStringLiteral("recover a lost")));
        QVERIFY(warned);
        typeInto(dialog, "passphrase", QStringLiteral("short"));
        typeInto(dialog, "passphraseAgain", QStringLiteral("short"));
        QVERIFY(!named(dialog, "applySecretsChoice")->isEnabled());
        typeInto(dialog, "passphrase", QStringLiteral("four odd words here"));
        QVERIFY(named(dialog, "passphraseDiffer")->isVisible());
        QVERIFY(!named(dialog, "applySecretsChoice")->isEnabled());
        typeInto(dialog, "passphraseAgain", QStringLiteral("four odd words here"));
        QVERIFY(!named(dialog, "passphraseDiffer")->isVisible());
        clickOn(dialog, "applySecretsChoice");
        QCOMPARE(choice(probe).home, SecretsHome::File);
        QCOMPARE(choice(probe).passphrase.reveal(), QByteArray("four odd words here"));
        QVERIFY(!named(dialog, "applySecretsChoice")->isEnabled());
        probe.window.setSecretsStatus(statusOf(SecretsHome::Undecided)); // told again meanwhile
        QVERIFY(!named<QLineEdit>(dialog, "passphrase")->text().isEmpty());
        probe.window.setSecretsStatus(statusOf(SecretsHome::Undecided, "The folder cannot be written to."));
        QVERIFY(dialog->isVisible());
        QCOMPARE(labelText(dialog, "secretsError"), QStringLiteral("The folder cannot be written to."));
        QVERIFY(named<QLineEdit>(dialog, "passphrase")->text().isEmpty());
    }

    void aLockedFileIsUnlocked()
    {
        SetupProbe probe;
        probe.window.setSecretsStatus(statusOf(SecretsHome::FileLocked));
        auto *dialog = openedBy(probe);
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        QVERIFY(!named(dialog, "passphraseAgain")->isVisible());
        QVERIFY(!named(dialog, "applySecretsChoice")->isEnabled());
        typeInto(dialog, "passphrase", QStringLiteral("no"));
        QTest::keyClick(named(dialog, "passphrase"), Qt::Key_Return);
        QCOMPARE(choice(probe).passphrase.reveal(), QByteArray("no"));
        probe.window.setSecretsStatus(statusOf(SecretsHome::FileLocked, "Wrong passphrase."));
        QVERIFY(dialog->isVisible());
        QCOMPARE(labelText(dialog, "secretsError"), QStringLiteral("Wrong passphrase."));
        typeInto(dialog, "passphrase", QStringLiteral("yes"));
        clickOn(dialog, "applySecretsChoice");
        QCOMPARE(probe.choices.count(), 2);
        probe.window.setSecretsStatus(statusOf(SecretsHome::File));
        QVERIFY(!dialog->isVisible());
        QVERIFY(named<QLineEdit>(dialog, "passphrase")->text().isEmpty());
        QVERIFY(QApplication::clipboard()->text().isEmpty());
        delete dialog;
    }

    void aKeychainCanBeLookedForAgain()
    {
        SetupProbe probe;
        probe.window.setSecretsStatus(statusOf(SecretsHome::Undecided));
        auto *dialog = openedBy(probe);
        clickOn(dialog, "lookForKeychain");
        QCOMPARE(choice(probe).home, SecretsHome::Keychain);
        probe.window.setSecretsStatus(statusOf(SecretsHome::Asking));
        probe.window.setSecretsStatus(statusOf(SecretsHome::Undecided));
        clickOn(dialog, "keepInMemory");
        QVERIFY(named(dialog, "applySecretsChoice")->isEnabled());
    }

    void memoryCanBeLeftForAFile()
    {
        SetupProbe probe;
        probe.window.setSecretsStatus(statusOf(SecretsHome::Memory));
        auto *dialog = openedBy(probe);
        clickOn(dialog, "keepInFile");
        QVERIFY(named(dialog, "passphrase")->isVisible());
    }

    void saysWhereTheyAre()
    {
        SetupProbe probe;
        probe.window.setSecretsStatus(statusOf(SecretsHome::Keychain));
        auto *dialog = openedBy(probe);
        QCOMPARE(labelText(dialog, "secretsWhere"), QStringLiteral("Where they are."));
        QVERIFY(!named(dialog, "applySecretsChoice")->isVisible());
        QVERIFY(!named(dialog, "keepInFile")->isVisible());
    }

    void wizardSaysThatNothingCanBeKept()
    {
        SetupProbe probe;
        probe.window.setSecretsStatus(statusOf(SecretsHome::Undecided));
        probe.action("Add a number…")->trigger();
        auto *wizard = probe.window.findChild<AddNodeWizard *>();
        clickOn(wizard, "next");
        QVERIFY(named(wizard, "secretsHint")->isVisible());
        clickOn(wizard, "chooseSecrets");
        QVERIFY(probe.window.findChild<SecretsDialog *>());
        probe.window.setSecretsStatus(statusOf(SecretsHome::Memory));
        QVERIFY(!named(wizard, "secretsHint")->isVisible());
    }

    void strengthIsAHint_data()
    {
        QTest::addColumn<QString>("passphrase");
        QTest::addColumn<bool>("usable");
        QTest::addColumn<int>("mark");
        QTest::newRow("none") << QString() << false << int(Mark::Info);
        QTest::newRow("short") << QStringLiteral("a7!bX") << false << int(Mark::Critical);
        QTest::newRow("one letter") << QStringLiteral("aaaaaaaaaaaaaaaaaaaaaaaa") << true << int(Mark::Warning);
        QTest::newRow("one word") << QStringLiteral("password") << true << int(Mark::Warning);
        QTest::newRow("words") << QStringLiteral("correct horse battery staple") << true << int(Mark::Ok);
    }

    void strengthIsAHint()
    {
        QFETCH(QString, passphrase);
        QTEST(passphraseHint(passphrase).usable, "usable");
        QTEST(int(passphraseHint(passphrase).mark), "mark");
    }
};

BAROGRAPH_TEST(TestSecretsDialog)
#include "tst_secrets_dialog.moc"
