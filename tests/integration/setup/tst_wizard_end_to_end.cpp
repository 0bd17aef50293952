// SPDX-License-Identifier: GPL-3.0-or-later
// The window, the services and a simulated node over real sockets, wired as in the program: from "Passwords and keys…"
// to the first event of a number that was not known a minute ago.

#include "dialogs/setup/add_node_wizard.h"
#include "dialogs/setup/secrets_dialog.h"
#include "panels/node_list.h"
#include "runtime/backend.h"
#include "secrets/session_store.h"
#include "setup/node_admin.h"
#include "setup/node_tester.h"
#include "setup_probe.h"
#include "simnode_process.h"
#include "test_case.h"
#include "wiring.h"

#include <QApplication>
#include <QClipboard>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace barograph;
using namespace barograph::testing;

namespace {

constexpr int kPatience = 60'000;

/// What app/main.cpp makes, with folders of its own and any free port.
struct WholeProgram
{
    explicit WholeProgram(const QString &folder)
        : paths(pathsBelow(folder))
        , secrets({}, SessionSecretStore::Keychain::DoNotUse,
                  {paths.sealedSecretsFile(), paths.secretsChoiceFile(), {}})
        , backend(paths, secrets)
        , admin(paths.configFile, secrets)
        , tester(secrets)
    {
        config.listener.port = 0;
        connectScreen(window, backend);
        connectSetup(window, backend, admin, tester);
        connectSecrets(window, secrets);
        window.setNodeConfigs({});
        window.show();
    }
    ~WholeProgram()
    {
        window.setFrameSource({});
        backend.stop();
    }

    void start()
    {
        QVERIFY(backend.start(config));
        admin.begin(config);
    }

    QAction *action(const char *text) const { return menuAction(window, QString::fromUtf8(text)); }

    Config config;
    Paths paths;
    SessionSecretStore secrets;
    Backend backend;
    NodeAdmin admin;
    NodeTester tester;
    MainWindow window;
};

void keepSecretsInMemory(WholeProgram &program)
{
    program.action("Passwords and keys…")->trigger();
    auto *dialog = program.window.findChild<SecretsDialog *>();
    QVERIFY(dialog);
    named<QAbstractButton>(dialog, "keepInMemory")->click();
    clickOn(dialog, "applySecretsChoice");
    QTRY_COMPARE_WITH_TIMEOUT(program.secrets.status().home, SecretsHome::Memory, kPatience);
    dialog->close();
}

} // namespace

class TestWizardEndToEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNumberIsAddedAndItsFirstEventArrives()
    {
        test::SimNodeProcess simnode;
        QVERIFY(simnode.start({QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")}));
        QTemporaryDir folder;
        WholeProgram program(folder.path());
        program.start();
        keepSecretsInMemory(program);

        program.action("Add a number…")->trigger();
        auto *wizard = program.window.findChild<AddNodeWizard *>();
        QVERIFY(wizard);
        clickOn(wizard, "next");
        typeInto(wizard, "field.name", QStringLiteral("Support EU"));
        typeInto(wizard, "field.url", simnode.url({}).toString(QUrl::RemovePath));
        typeInto(wizard, "field.password", QStringLiteral("not the password"));
        clickOn(wizard, "next");

        // A certificate that nobody vouches for: shown to be compared, then pinned.
        QCOMPARE(wizard->page(), AddNodeWizard::Test);
        QTRY_VERIFY_WITH_TIMEOUT(named(wizard, "pin")->isVisible(), kPatience);
        QString shown = labelText(wizard, "fingerprint").remove(u':');
        shown.remove(QRegularExpression(QStringLiteral("\\s")));
        QCOMPARE(shown.toLower(), simnode.ready().value(QStringLiteral("sha256")).toString());
        QVERIFY(!named(wizard, "next")->isEnabled());
        clickOn(wizard, "pin");

        // Now the login is what is wrong, and it says so.
        QTRY_COMPARE_WITH_TIMEOUT(labelText(wizard, "step.4"), QStringLiteral("FAILED"), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(named(wizard, "testAgain")->isVisible(), kPatience);
        QVERIFY(!named(wizard, "next")->isEnabled());
        clickOn(wizard, "back");
        typeInto(wizard, "field.password", QString::fromLatin1(test::kSimnodePassword));
        clickOn(wizard, "next");
        QTRY_VERIFY_WITH_TIMEOUT(named(wizard, "next")->isEnabled(), kPatience);
        clickOn(wizard, "next");

        // Saved: the password is in the store, everything else in the file.
        QCOMPARE(wizard->page(), AddNodeWizard::Route);
        QTRY_VERIFY_WITH_TIMEOUT(
            named(wizard, "copyRouteUrl")->isVisible() && named(wizard, "copyRouteUrl")->isEnabled(), kPatience);
        QFile file(program.paths.configFile);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray written = file.readAll();
        QVERIFY(written.contains("support-eu"));
        QVERIFY(written.contains(simnode.ready().value(QStringLiteral("sha256")).toString().toLatin1()));
        QVERIFY(!written.contains(test::kSimnodePassword));

        clickOn(wizard, "selfTest");
        QTRY_VERIFY_WITH_TIMEOUT(
            !labelText(wizard, "selfTestOutcome").isEmpty() && named(wizard, "selfTest")->isEnabled(), kPatience);
        QVERIFY2(labelText(wizard, "selfTestOutcome").contains(QStringLiteral("was acknowledged")),
                 qPrintable(labelText(wizard, "selfTestOutcome")));

        clickOn(wizard, "copyRouteUrl");
        const QString address = QApplication::clipboard()->text();
        QVERIFY2(address.contains(QStringLiteral("/hook/support-eu/")), "the address that was copied");
        clickOn(wizard, "next");
        QCOMPARE(wizard->page(), AddNodeWizard::FirstEvent);
        QTRY_VERIFY_WITH_TIMEOUT(labelText(wizard, "firstEvent").contains(QStringLiteral("nothing has arrived yet")),
                                 kPatience);

        // What the operator does at the node.
        const QJsonObject settings{{QStringLiteral("webhooks"), QJsonObject{{QStringLiteral("url"), address}}}};
        const auto changed = simnode.call("PATCH", QStringLiteral("/v1/settings/application"), simnode.login(),
                                          QJsonDocument(settings).toJson());
        QCOMPARE(changed.status, 200);
        QTRY_VERIFY_WITH_TIMEOUT(labelText(wizard, "firstEvent").contains(QStringLiteral("First event arrived")),
                                 kPatience);
        clickOn(wizard, "next");
        QVERIFY(!wizard->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(program.window.findChild<NodeList *>()->chosenId(), QStringLiteral("support-eu"),
                                  kPatience);
        // Asked with the stored password, over the pinned certificate.
        FramePtr frame;
        const auto isOk = [&] {
            if (auto newest = program.backend.latestFrame())
                frame = newest;
            const NodeFrame *node = frame ? frame->node(QStringLiteral("support-eu")) : nullptr;
            return node && node->judgement.state == NodeState::Ok;
        };
        program.window.setFrameSource({});
        QTRY_VERIFY_WITH_TIMEOUT(isOk(), kPatience);
    }
};

BAROGRAPH_TEST(TestWizardEndToEnd)
#include "tst_wizard_end_to_end.moc"
