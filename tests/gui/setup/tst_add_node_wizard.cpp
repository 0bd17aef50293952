// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/setup/add_node_wizard.h"
#include "dialogs/setup/test_panel.h"
#include "panels/empty_state.h"
#include "panels/node_list.h"
#include "setup_probe.h"
#include "test_case.h"

#include <QApplication>
#include <QClipboard>

using namespace barograph;
using namespace barograph::testing;

namespace {

const QString kFingerprint = QStringLiteral("5f0c1d9a3be84e77a1d20963c4b8ff12907a6b35de8841c20f6e7791ab34cd56");
const QString kHook = QStringLiteral("https://10.0.0.9:28443/hook/support-eu/s3cr3tpath");

NodeTestReport reportOf(quint64 ticket, std::vector<TestStep> steps, bool finished, bool usable)
{
    NodeTestReport report;
    report.ticket = ticket;
    report.steps = std::move(steps);
    report.finished = finished;
    report.usable = usable;
    return report;
}

TestStep step(TestStage stage, TestOutcome outcome, const char *text)
{
    return {stage, outcome, QString::fromLatin1(text)};
}

RouteOffer offerFor(const QString &id)
{
    RouteOffer offer;
    offer.nodeId = id;
    offer.url = kHook;
    offer.shownUrl = QStringLiteral("https://10.0.0.9:28443/hook/support-eu/•••");
    offer.commands = {{QStringLiteral("Set it with curl"), QStringLiteral("curl -d '%1' https://node").arg(kHook)}};
    return offer;
}

FramePtr withNode(const FramePtr &frame, const NodeFrame &node)
{
    auto copy = std::make_shared<Frame>(*frame);
    copy->nodes.push_back(node);
    copy->listener.listening = true;
    return copy;
}

NodeFrame freshNode(const QString &id)
{
    NodeFrame node = unknownNode();
    node.id = id;
    node.name = id;
    return node;
}

} // namespace

class TestAddNodeWizard : public QObject
{
    Q_OBJECT

    static AddNodeWizard *openedBy(SetupProbe &probe)
    {
        probe.action("Add a number…")->trigger();
        return probe.window.findChild<AddNodeWizard *>();
    }

    /// On the details page of an on-premises node, everything needed typed.
    static void fillOnPremises(AddNodeWizard *wizard)
    {
        clickOn(wizard, "next");
        typeInto(wizard, "field.name", QStringLiteral("Support EU"));
        typeInto(wizard, "field.url", QStringLiteral("10.0.0.5:9090"));
        typeInto(wizard, "field.password", QStringLiteral("pa55"));
    }

    static void passTest(SetupProbe &probe)
    {
        probe.window.showNodeTest(
            reportOf(probe.test().ticket, {step(TestStage::Address, TestOutcome::Passed, "fine")}, true, true));
    }

    static AddNodeWizard *savedWizard(SetupProbe &probe)
    {
        AddNodeWizard *wizard = openedBy(probe);
        fillOnPremises(wizard);
        clickOn(wizard, "next");
        passTest(probe);
        clickOn(wizard, "next");
        probe.window.configEdited({probe.editTicket(), true, {}, {}, QStringLiteral("support-eu")});
        probe.window.showRouteOffer(offerFor(QStringLiteral("support-eu")));
        return wizard;
    }

private Q_SLOTS:
    void init() { QApplication::clipboard()->clear(); }

    void emptyStateOffersIt()
    {
        SetupProbe probe;
        probe.window.setFrame(frameOf({}));
        clickOn(probe.window.findChild<EmptyState *>(), "addFirstNumber");
        auto *wizard = probe.window.findChild<AddNodeWizard *>();
        QVERIFY(wizard && wizard->isVisible());
        QVERIFY(!wizard->isModal());
        probe.action("Add a number…")->trigger();
        QCOMPARE(probe.window.findChildren<AddNodeWizard *>().size(), 1);
    }

    void aDemoIsLeftBeforeANumberIsAdded()
    {
        SetupProbe probe;
        probe.watch(fullFrame());
        probe.window.setDemo(true);
        const QSignalSpy left(&probe.window, &MainWindow::leaveDemoRequested);
        probe.action("Add a number…")->trigger();
        QVERIFY(!probe.window.findChild<AddNodeWizard *>());
        auto *dialog = probe.window.findChild<QDialog *>(QStringLiteral("leaveDemoDialog"));
        QVERIFY(dialog && dialog->isVisible() && !dialog->isModal());
        clickOn(dialog, "leaveDemo");
        QCOMPARE(left.count(), 1);
        probe.window.setDemo(false);
        probe.window.addNumber();
        QVERIFY(probe.window.findChild<AddNodeWizard *>());
    }

    void goesFromKindToTheFirstEventByKeyboard()
    {
        SetupProbe probe;
        probe.watch(fullFrame());
        AddNodeWizard *wizard = openedBy(probe);
        QVERIFY(QTest::qWaitForWindowActive(wizard));
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("kind.on-premises"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QVERIFY(named<QAbstractButton>(wizard, "kind.picky-assist")->isChecked());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(wizard->page(), AddNodeWizard::Details);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("field.name"));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Support EU"));
        // The id is taken by a number that is there already.
        QCOMPARE(named<QLineEdit>(wizard, "field.id")->text(), QStringLiteral("support-eu-2"));
        for (int tabs = 0; tabs < 12 && QApplication::focusWidget()->objectName() != QLatin1String("field.url"); ++tabs)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("10.0.0.5:9090"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("field.user"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("pa55"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(wizard->page(), AddNodeWizard::Test);
        QCOMPARE(probe.tests.count(), 1);
        const NodeDraft tested = probe.test().draft;
        QCOMPARE(tested.config.id, QStringLiteral("support-eu-2"));
        QCOMPARE(tested.config.baseUrl, QUrl(QStringLiteral("https://10.0.0.5:9090")));
        QCOMPARE(tested.secrets.at(QStringLiteral("password")).reveal(), QByteArray("pa55"));
        QVERIFY(tested.editedId.isEmpty());
        passTest(probe);
        QVERIFY(named<QAbstractButton>(wizard, "next")->isEnabled());
        QTest::keyClick(wizard, Qt::Key_Return);
        QCOMPARE(wizard->page(), AddNodeWizard::Route);
        QCOMPARE(probe.edit<SaveNode>().draft.config, tested.config);
        QCOMPARE(probe.edit<SaveNode>().draft.secrets.at(QStringLiteral("password")).reveal(), QByteArray("pa55"));
        const QString id = QStringLiteral("support-eu-2");
        probe.window.configEdited({probe.editTicket(), true, QStringLiteral("Added."), {}, id});
        QCOMPARE(probe.offers.last()[0].toString(), id);
        probe.window.showRouteOffer(offerFor(id));
        QTest::keyClick(wizard, Qt::Key_Return);
        QCOMPARE(wizard->page(), AddNodeWizard::FirstEvent);
        NodeFrame fresh = freshNode(id);
        probe.window.setFrame(withNode(fullFrame(), fresh));
        QVERIFY2(labelText(wizard, "firstEvent").contains(QStringLiteral("nothing has arrived yet")),
                 qPrintable(labelText(wizard, "firstEvent")));
        fresh.lastEvent[EventKind::Read] = probe.now;
        probe.now += Millis{400};
        probe.window.setFrame(withNode(fullFrame(), fresh));
        QCOMPARE(labelText(wizard, "firstEvent"), QStringLiteral("First event arrived: a read receipt, 0.4 s old."));
        QTest::keyClick(wizard, Qt::Key_Return);
        QVERIFY(!wizard->isVisible());
        QCOMPARE(probe.window.findChild<NodeList *>()->chosenId(), id);
    }

    void saysWhatIsWrongWhereItIsWrong()
    {
        SetupProbe probe;
        AddNodeWizard *wizard = openedBy(probe);
        clickOn(wizard, "next");
        QVERIFY(!named(wizard, "problem.name")->isVisible());
        clickOn(wizard, "next");
        QCOMPARE(wizard->page(), AddNodeWizard::Details);
        QVERIFY(named(wizard, "problem.name")->isVisible());
        QVERIFY(named(wizard, "problem.url")->isVisible());
        typeInto(wizard, "field.name", QStringLiteral("Ärzte & Söhne"));
        QVERIFY(!named(wizard, "problem.name")->isVisible());
        QCOMPARE(named<QLineEdit>(wizard, "field.id")->text(), QStringLiteral("arzte-sohne"));
        typeInto(wizard, "field.id", QStringLiteral("Not Good"));
        QVERIFY(named(wizard, "problem.id")->isVisible());
        typeInto(wizard, "field.name", QStringLiteral("Other"));
        QCOMPARE(named<QLineEdit>(wizard, "field.id")->text(), QStringLiteral("Not Good"));
        typeInto(wizard, "field.id", QStringLiteral("good"));
        typeInto(wizard, "field.url", QStringLiteral("http://10.0.0.5"));
        QVERIFY2(labelText(wizard, "problem.url").contains(QStringLiteral("https://")),
                 qPrintable(labelText(wizard, "problem.url")));
        typeInto(wizard, "field.url", QStringLiteral("http://localhost:9090"));
        QVERIFY(!named(wizard, "problem.url")->isVisible());
        // What is folded away is unfolded when it is wrong.
        QVERIFY(!named(wizard, "field.tls")->isVisible());
        named<QComboBox>(wizard, "field.tls")->setCurrentIndex(1);
        clickOn(wizard, "next");
        QCOMPARE(probe.tests.count(), 0);
        QVERIFY(named(wizard, "field.tls")->isVisible());
        QVERIFY(named(wizard, "problem.tls.pinned_sha256")->isVisible());
    }

    void stepsAreShownAsTheyCome()
    {
        SetupProbe probe;
        AddNodeWizard *wizard = openedBy(probe);
        fillOnPremises(wizard);
        clickOn(wizard, "next");
        const quint64 ticket = probe.test().ticket;
        QVERIFY(!named(wizard, "next")->isEnabled());
        QVERIFY(!named(wizard, "saveUntested")->isVisible());
        probe.window.showNodeTest(reportOf(ticket,
                                           {step(TestStage::Address, TestOutcome::Passed, "read"),
                                            step(TestStage::Name, TestOutcome::Running, "looking")},
                                           false, false));
        QCOMPARE(labelText(wizard, "step.0"), QStringLiteral("passed"));
        QCOMPARE(labelText(wizard, "step.1"), QStringLiteral("running"));
        probe.window.showNodeTest(
            reportOf(ticket + 1, {step(TestStage::Address, TestOutcome::Failed, "other")}, true, false));
        QCOMPARE(labelText(wizard, "step.0"), QStringLiteral("passed"));
        probe.window.showNodeTest(reportOf(ticket,
                                           {step(TestStage::Address, TestOutcome::Passed, "read"),
                                            step(TestStage::Name, TestOutcome::Failed, "There is no such name.")},
                                           true, false));
        QCOMPARE(labelText(wizard, "step.1"), QStringLiteral("FAILED"));
        QCOMPARE(labelText(wizard, "stepText.1"), QStringLiteral("There is no such name."));
        QVERIFY(!named(wizard, "next")->isEnabled());
        clickOn(wizard, "testAgain");
        QCOMPARE(probe.tests.count(), 2);
        QVERIFY(probe.test().ticket != ticket);
        clickOn(wizard, "back");
        QCOMPARE(probe.cancelled.count(), 1);
        QCOMPARE(probe.cancelled[0][0].toULongLong(), probe.test().ticket);
        // What was tested is not what stands there any more.
        clickOn(wizard, "next");
        passTest(probe);
        clickOn(wizard, "back");
        typeInto(wizard, "field.url", QStringLiteral("10.0.0.6:9090"));
        clickOn(wizard, "next");
        QCOMPARE(probe.tests.count(), 4);
        QVERIFY(!named(wizard, "next")->isEnabled());
    }

    void canBeSavedWithoutATestKnowingly()
    {
        SetupProbe probe;
        AddNodeWizard *wizard = openedBy(probe);
        fillOnPremises(wizard);
        clickOn(wizard, "next");
        probe.window.showNodeTest(
            reportOf(probe.test().ticket, {step(TestStage::Connect, TestOutcome::Failed, "refused")}, true, false));
        clickOn(wizard, "saveUntested");
        QCOMPARE(probe.edit<SaveNode>().draft.config.name, QStringLiteral("Support EU"));
    }

    void certificateIsComparedAndPinned()
    {
        SetupProbe probe;
        AddNodeWizard *wizard = openedBy(probe);
        fillOnPremises(wizard);
        clickOn(wizard, "next");
        auto report =
            reportOf(probe.test().ticket, {step(TestStage::Tls, TestOutcome::Failed, "unknown")}, true, false);
        report.seenFingerprint = kFingerprint;
        probe.window.showNodeTest(report);
        QVERIFY(named(wizard, "fingerprint")->isVisible());
        QVERIFY(labelText(wizard, "fingerprint").startsWith(QStringLiteral("5F:0C:1D:9A:3B:E8:4E:77\nA1:D2")));
        clickOn(wizard, "copyFingerprintCommand");
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("127.0.0.1:9090")));
        clickOn(wizard, "pin");
        QCOMPARE(probe.tests.count(), 2);
        QCOMPARE(probe.test().draft.config.tls.pinnedSha256, kFingerprint);
        report.ticket = probe.test().ticket;
        report.usable = true;
        report.certificateTrusted = true;
        report.shards = 4;
        probe.window.showNodeTest(report);
        QVERIFY(!named(wizard, "fingerprint")->isVisible());
        clickOn(wizard, "next");
        QCOMPARE(probe.edit<SaveNode>().draft.config.tls.pinnedSha256, kFingerprint);
        QCOMPARE(probe.edit<SaveNode>().draft.config.expectedShards, 4);
    }

    void foundAccountsAreOffered()
    {
        SetupProbe probe;
        AddNodeWizard *wizard = openedBy(probe);
        clickOn(wizard, "kind.waha");
        clickOn(wizard, "next");
        typeInto(wizard, "field.name", QStringLiteral("Shop"));
        typeInto(wizard, "field.url", QStringLiteral("https://waha.example:3000"));
        typeInto(wizard, "field.api-key", QStringLiteral("k3y"));
        clickOn(wizard, "next");
        auto report =
            reportOf(probe.test().ticket, {step(TestStage::State, TestOutcome::Failed, "which one?")}, true, false);
        report.accounts = {QStringLiteral("default"), QStringLiteral("sales")};
        probe.window.showNodeTest(report);
        auto *accounts = named<QComboBox>(wizard, "foundAccounts");
        QVERIFY(accounts->isVisible());
        accounts->setFocus();
        QTest::keyClick(accounts, Qt::Key_Down);
        QTest::keyClick(accounts, Qt::Key_Down);
        QVERIFY(probe.tests.count() >= 2);
        const NodeDraft draft = probe.test().draft;
        QVERIFY(report.accounts.contains(draft.config.account));
        QCOMPARE(draft.config.webhook.auth, WebhookAuth::WahaSha512);
        QCOMPARE(draft.secrets.at(QStringLiteral("api-key")).reveal(), QByteArray("k3y"));
    }

    void webhooksOnlyNeedsNoAddressAndNoTest()
    {
        SetupProbe probe;
        AddNodeWizard *wizard = openedBy(probe);
        clickOn(wizard, "kind.cloud-api");
        clickOn(wizard, "next");
        typeInto(wizard, "field.name", QStringLiteral("Cloud"));
        clickOn(wizard, "next");
        QCOMPARE(wizard->page(), AddNodeWizard::Details);
        QVERIFY(named(wizard, "problem.account")->isVisible());
        clickOn(wizard, "webhooksOnly");
        QVERIFY(!named(wizard, "field.account")->isVisible());
        clickOn(wizard, "next");
        QCOMPARE(probe.tests.count(), 0);
        const NodeConfig saved = probe.edit<SaveNode>().draft.config;
        QVERIFY(saved.baseUrl.isEmpty() && saved.account.isEmpty());
        QCOMPARE(saved.kind, NodeKind::CloudApi);
        QCOMPARE(saved.webhook.auth, WebhookAuth::HubSha256);
    }

    void anErrorOfSavingGoesBackToItsField()
    {
        SetupProbe probe;
        AddNodeWizard *wizard = openedBy(probe);
        fillOnPremises(wizard);
        clickOn(wizard, "next");
        passTest(probe);
        clickOn(wizard, "next");
        probe.window.configEdited(
            {probe.editTicket(), false, QStringLiteral("Another one has it."), QStringLiteral("node[3].id"), {}});
        QCOMPARE(wizard->page(), AddNodeWizard::Details);
        QCOMPARE(labelText(wizard, "problem.id"), QStringLiteral("Another one has it."));
        typeInto(wizard, "field.id", QStringLiteral("another"));
        QVERIFY(!named(wizard, "problem.id")->isVisible());
        clickOn(wizard, "next");
        passTest(probe);
        clickOn(wizard, "next");
        probe.window.configEdited({probe.editTicket(),
                                   false,
                                   QStringLiteral("Networks look different."),
                                   QStringLiteral("webhook.allow_from"),
                                   {}});
        QVERIFY(named(wizard, "problem.webhook.allow_from")->isVisible());
        typeInto(wizard, "field.webhook.allow_from", QStringLiteral("10.0.0.0/8"));
        clickOn(wizard, "next");
        passTest(probe);
        clickOn(wizard, "next");
        QCOMPARE(probe.edit<SaveNode>().draft.config.webhook.allowFrom, QStringList(QStringLiteral("10.0.0.0/8")));
        probe.window.configEdited({probe.editTicket(), false, QStringLiteral("The disk is full."), {}, {}});
        QCOMPARE(wizard->page(), AddNodeWizard::Details);
        QVERIFY2(labelText(wizard, "setupError").contains(QStringLiteral("The disk is full.")),
                 qPrintable(labelText(wizard, "setupError")));
        // The secret went with each attempt, as long as none succeeded.
        QVERIFY(probe.edit<SaveNode>().draft.secrets.contains(QStringLiteral("password")));
    }

    void routeIsCopiedButNeverShown()
    {
        SetupProbe probe;
        AddNodeWizard *wizard = savedWizard(probe);
        QCOMPARE(wizard->page(), AddNodeWizard::Route);
        for (const auto *label : wizard->findChildren<QLabel *>())
            QVERIFY2(!label->text().contains(QStringLiteral("s3cr3tpath")), qPrintable(label->text()));
        clickOn(wizard, "copyRouteUrl");
        QCOMPARE(QApplication::clipboard()->text(), kHook);
        clickOn(wizard, "copyCommand.0");
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("curl -d '%1' https://node").arg(kHook));
        clickOn(wizard, "selfTest");
        QCOMPARE(probe.selfTests.last()[0].toString(), QStringLiteral("support-eu"));
        QVERIFY(!named(wizard, "selfTest")->isEnabled());
        probe.window.showSelfTest({QStringLiteral("other"), true, QStringLiteral("not ours")});
        QVERIFY(!named(wizard, "selfTest")->isEnabled());
        probe.window.showSelfTest({QStringLiteral("support-eu"), false, QStringLiteral("Nothing came back.")});
        QCOMPARE(labelText(wizard, "selfTestOutcome"), QStringLiteral("Nothing came back."));
        QVERIFY(named(wizard, "selfTest")->isEnabled());
        // An on-premises client signs nothing: there is no secret to ask for.
        QVERIFY(!named(wizard, "webhookSecret")->isVisible());
    }

    void webhookSecretIsStored()
    {
        SetupProbe probe;
        AddNodeWizard *wizard = openedBy(probe);
        clickOn(wizard, "kind.gowa");
        clickOn(wizard, "next");
        typeInto(wizard, "field.name", QStringLiteral("Gowa"));
        clickOn(wizard, "webhooksOnly");
        clickOn(wizard, "next");
        const NodeConfig config = probe.edit<SaveNode>().draft.config;
        probe.window.configEdited({probe.editTicket(), true, {}, {}, config.id});
        RouteOffer offer = offerFor(config.id);
        offer.secretMissing = true;
        probe.window.showRouteOffer(offer);
        QVERIFY(named(wizard, "webhookSecretOutcome")->isVisible());
        QVERIFY(!named(wizard, "storeWebhookSecret")->isEnabled());
        typeInto(wizard, "webhookSecret", QStringLiteral("sign"));
        clickOn(wizard, "storeWebhookSecret");
        const NodeDraft stored = probe.edit<SaveNode>().draft;
        QCOMPARE(stored.editedId, config.id);
        QCOMPARE(stored.config, config);
        QCOMPARE(stored.secrets.size(), std::size_t{1});
        QCOMPARE(stored.secrets.at(QStringLiteral("webhook-secret")).reveal(), QByteArray("sign"));
        probe.window.configEdited({probe.editTicket(), false, QStringLiteral("The keychain refused."), {}, {}});
        QCOMPARE(labelText(wizard, "webhookSecretOutcome"), QStringLiteral("The keychain refused."));
        QCOMPARE(wizard->page(), AddNodeWizard::Route);
        clickOn(wizard, "storeWebhookSecret");
        probe.window.configEdited({probe.editTicket(), true, {}, {}, config.id});
        QCOMPARE(labelText(wizard, "webhookSecretOutcome"), QStringLiteral("Stored."));
        QVERIFY(named<QLineEdit>(wizard, "webhookSecret")->text().isEmpty());
    }

    void refusalsSayWhatToDo()
    {
        SetupProbe probe;
        AddNodeWizard *wizard = savedWizard(probe);
        clickOn(wizard, "next");
        auto frame = std::make_shared<Frame>(*withNode(frameOf({}), freshNode(QStringLiteral("support-eu"))));
        frame->listener.refusedPeers = {{QStringLiteral("10.0.0.7"), QStringLiteral("support-eu"),
                                         RefusalReason::WrongCredentials, 3, probe.now - Seconds{60}}};
        probe.window.setFrame(frame);
        QVERIFY2(labelText(wizard, "firstEvent").startsWith(QStringLiteral("Waiting")),
                 qPrintable(labelText(wizard, "firstEvent")));
        frame = std::make_shared<Frame>(*frame);
        frame->listener.refusedPeers[0].lastAt = probe.now;
        frame->nodes[0].route.refused = 3;
        probe.window.setFrame(frame);
        QCOMPARE(labelText(wizard, "firstEvent"),
                 QStringLiteral("Refused 3 requests, the last from 10.0.0.7: wrong signature or password."));
        QVERIFY(labelText(wizard, "firstEventAdvice").contains(QStringLiteral("both ends")));
        frame = std::make_shared<Frame>(*frame);
        frame->listener.refusedPeers = {
            {QStringLiteral("10.0.0.7"), {}, RefusalReason::WrongSecret, 2, probe.now + Seconds{1}}};
        probe.window.setFrame(frame);
        QVERIFY(labelText(wizard, "firstEvent").contains(QStringLiteral("wrong address")));
        // Something of a kind that spends no budget is an arrival too, and it stays one.
        frame = std::make_shared<Frame>(*frame);
        frame->nodes[0].apart[indexOf(ApartKind::SessionNotice)] = 1;
        probe.window.setFrame(frame);
        QVERIFY(labelText(wizard, "firstEvent").startsWith(QStringLiteral("First event arrived")));
        probe.window.setFrame(withNode(frameOf({}), freshNode(QStringLiteral("support-eu"))));
        QVERIFY(labelText(wizard, "firstEvent").startsWith(QStringLiteral("First event arrived")));
    }

    void closingWipesWhatIsSecret()
    {
        SetupProbe probe;
        AddNodeWizard *wizard = openedBy(probe);
        wizard->setAttribute(Qt::WA_DeleteOnClose, false);
        fillOnPremises(wizard);
        clickOn(wizard, "field.password.show");
        QCOMPARE(named<QLineEdit>(wizard, "field.password")->echoMode(), QLineEdit::Normal);
        clickOn(wizard, "next");
        QTest::keyClick(wizard, Qt::Key_Escape);
        QVERIFY(!wizard->isVisible());
        QCOMPARE(probe.cancelled.count(), 1);
        QVERIFY(named<QLineEdit>(wizard, "field.password")->text().isEmpty());
        QCOMPARE(named<QLineEdit>(wizard, "field.password")->echoMode(), QLineEdit::Password);
        QVERIFY(!QApplication::clipboard()->text().contains(QStringLiteral("pa55")));
        delete wizard;
        // Late answers find nobody, and harm nobody.
        passTest(probe);
        probe.window.showRouteOffer(offerFor(QStringLiteral("support-eu")));
    }

    void fitsASmallScreenAndEverythingHasAName()
    {
        SetupProbe probe;
        AddNodeWizard *wizard = openedBy(probe);
        for (int page = 0; page < AddNodeWizard::PageCount; ++page) {
            const QSize least = wizard->minimumSizeHint();
            QVERIFY2(least.width() <= 800 && least.height() <= 640,
                     qPrintable(QStringLiteral("%1x%2").arg(least.width()).arg(least.height())));
        }
        for (const auto *widget : wizard->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() ||
                widget->objectName().startsWith(QLatin1String("qt_")))
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const bool isPart = widget->parentWidget() && (widget->parentWidget()->inherits("QAbstractSpinBox") ||
                                                           widget->parentWidget()->inherits("QComboBox") ||
                                                           widget->inherits("QAbstractItemView"));
            if (!isPart)
                QVERIFY2(
                    !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()) ||
                        qobject_cast<const QLabel *>(widget),
                    qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
        }
    }
};

BAROGRAPH_TEST(TestAddNodeWizard)
#include "tst_add_node_wizard.moc"
