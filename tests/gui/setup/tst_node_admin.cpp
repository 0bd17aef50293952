// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/setup/config_file_dialog.h"
#include "dialogs/setup/edit_node_dialog.h"
#include "panels/banner.h"
#include "panels/node_list.h"
#include "setup_probe.h"
#include "test_case.h"

#include <QCheckBox>
#include <QFile>
#include <QMessageBox>
#include <QStatusBar>
#include <QTabWidget>
#include <QTemporaryDir>

using namespace barograph;
using namespace barograph::testing;

class TestNodeAdmin : public QObject
{
    Q_OBJECT

    static QDialog *dialogNamed(const SetupProbe &probe, const char *name)
    {
        return probe.window.findChild<QDialog *>(QString::fromLatin1(name));
    }

private Q_SLOTS:
    void editKeepsWhatHasNoField()
    {
        SetupProbe probe;
        const FramePtr frame = groupedFrame();
        auto configs = configsOf(*frame);
        configs[1].outboundQueue = QueueConfig{};
        configs[1].tap = TapConfig{};
        configs[1].healthIntervalMs = 7000;
        probe.window.setNodeConfigs(configs);
        probe.window.setFrame(frame);
        probe.window.chooseNode(configs[1].id);
        probe.action("Edit…")->trigger();
        auto *dialog = probe.window.findChild<EditNodeDialog *>();
        QVERIFY(dialog && !dialog->isModal());
        QVERIFY(named<QLineEdit>(dialog, "field.id")->isReadOnly());
        typeInto(dialog, "field.name", QStringLiteral("Renamed"));
        clickOn(dialog, "save");
        NodeConfig wanted = configs[1];
        wanted.name = QStringLiteral("Renamed");
        const NodeDraft draft = probe.edit<SaveNode>().draft;
        QCOMPARE(draft.editedId, configs[1].id);
        QVERIFY(draft.config == wanted);
        QVERIFY(draft.secrets.empty()); // untouched: stays as it is stored
        probe.window.configEdited({probe.editTicket(), true, {}, {}, configs[1].id});
        QVERIFY(!dialog->isVisible());
    }

    void editShowsAnErrorInItsTab()
    {
        SetupProbe probe;
        probe.watch(groupedFrame());
        probe.action("Edit…")->trigger();
        auto *dialog = probe.window.findChild<EditNodeDialog *>();
        auto *tabs = named<QTabWidget>(dialog, "editTabs");
        tabs->setCurrentIndex(1);
        clickOn(dialog, "field.password.forget");
        typeInto(dialog, "field.api-key", QStringLiteral("mon"));
        tabs->setCurrentIndex(0);
        clickOn(dialog, "save");
        const auto secrets = probe.edit<SaveNode>().draft.secrets;
        QVERIFY(secrets.at(QStringLiteral("password")).isEmpty());
        QCOMPARE(secrets.at(QStringLiteral("api-key")).reveal(), QByteArray("mon"));
        QVERIFY(!named(dialog, "save")->isEnabled());
        probe.window.configEdited(
            {probe.editTicket(), false, QStringLiteral("No such file."), QStringLiteral("node[0].tls.ca_file"), {}});
        QVERIFY(dialog->isVisible());
        QCOMPARE(tabs->currentIndex(), 2);
        QCOMPARE(labelText(dialog, "problem.tls.pinned_sha256"), QStringLiteral("No such file."));
        QVERIFY(named(dialog, "save")->isEnabled());
        QVERIFY(!probe.window.findChild<Banner *>()->isVisible());
        tabs->setCurrentIndex(3);
        clickOn(dialog, "testAgain");
        QCOMPARE(probe.test().draft.editedId, configsOf(*groupedFrame())[0].id);
        tabs->setCurrentIndex(4);
        QCOMPARE(probe.offers.count(), 1);
        dialog->reject();
        QCOMPARE(probe.cancelled.count(), 1);
    }

    void everyActionAsksForTheChosenNode()
    {
        SetupProbe probe;
        const FramePtr frame = groupedFrame();
        probe.watch(frame);
        const QString off = QStringLiteral("winter-sale");
        probe.window.chooseNode(off);
        QVERIFY(probe.action("Switch on"));
        probe.action("Switch on")->trigger();
        QCOMPARE(probe.edit<SwitchNode>().nodeId, off);
        QVERIFY(probe.edit<SwitchNode>().enabled);
        probe.action("Duplicate")->trigger();
        QCOMPARE(probe.edit<DuplicateNode>().nodeId, off);
        probe.window.chooseNode(frame->nodes[0].id);
        probe.action("Switch off")->trigger();
        QVERIFY(!probe.edit<SwitchNode>().enabled);
        QCOMPARE(probe.edit<SwitchNode>().nodeId, frame->nodes[0].id);
        probe.action("Set up webhooks…")->trigger();
        QCOMPARE(probe.offers.last()[0].toString(), frame->nodes[0].id);
        probe.window.setNodeConfigs({});
        for (const char *text : {"Edit…", "Duplicate", "Group…", "Move up", "Move down", "Remove…"})
            QVERIFY2(!probe.action(text)->isEnabled(), text);
        QVERIFY(probe.action("Add a number…")->isEnabled());
    }

    void noShortcutMeansTwoThings()
    {
        const SetupProbe probe;
        QStringList keys;
        for (const auto *action : probe.window.findChildren<QAction *>()) {
            for (const QKeySequence &key : action->shortcuts())
                keys << key.toString();
        }
        QVERIFY(keys.contains(QStringLiteral("Ctrl+N")));
        QCOMPARE(keys.removeDuplicates(), 0);
    }

    void removingAsksFirst()
    {
        SetupProbe probe;
        probe.watch(groupedFrame());
        probe.window.chooseNode(QStringLiteral("winter-sale"));
        probe.action("Remove…")->trigger();
        auto *box = dialogNamed(probe, "removeDialog");
        QVERIFY(box && !box->isModal());
        QCOMPARE(probe.edits.count(), 0);
        QTest::keyClick(box, Qt::Key_Return); // the default must not remove
        QCOMPARE(probe.edits.count(), 0);
        QTRY_VERIFY(!dialogNamed(probe, "removeDialog"));
        probe.action("Remove…")->trigger();
        box = dialogNamed(probe, "removeDialog");
        QVERIFY(named<QCheckBox>(box, "removeSecretsToo")->isChecked());
        // Which one it was about, whichever is chosen by then.
        probe.window.chooseNode(QStringLiteral("support-eu"));
        clickOn(box, "confirmRemove");
        QCOMPARE(probe.edit<RemoveNode>().nodeId, QStringLiteral("winter-sale"));
        QVERIFY(probe.edit<RemoveNode>().secretsToo);
    }

    void movesAmongThoseOfItsGroup()
    {
        SetupProbe probe;
        const FramePtr frame = groupedFrame(); // groups: "", Europe, Latin, Latin, Europe, Europe, ""
        probe.watch(frame);
        probe.window.chooseNode(frame->nodes[4].id);
        probe.action("Move up")->trigger();
        QCOMPARE(probe.edit<MoveNode>().nodeId, frame->nodes[4].id);
        QCOMPARE(probe.edit<MoveNode>().row, 1);
        probe.action("Move down")->trigger();
        QCOMPARE(probe.edit<MoveNode>().row, 5);
        probe.window.chooseNode(frame->nodes[2].id);
        QVERIFY(!probe.action("Move up")->isEnabled());
        QVERIFY(probe.action("Move down")->isEnabled());
        probe.window.chooseNode(frame->nodes[0].id);
        probe.action("Move down")->trigger();
        QCOMPARE(probe.edit<MoveNode>().row, 6);
    }

    void groupIsChosenOrEntered()
    {
        SetupProbe probe;
        probe.watch(groupedFrame());
        probe.action("Group…")->trigger();
        auto *dialog = dialogNamed(probe, "groupDialog");
        QVERIFY(dialog && !dialog->isModal());
        auto *group = named<QComboBox>(dialog, "group");
        QVERIFY(group->findText(QStringLiteral("Latin America")) >= 0);
        group->setFocus();
        QTest::keyClicks(group->lineEdit(), QStringLiteral(" Asia "));
        clickOn(dialog, "setGroup");
        QCOMPARE(probe.edit<GroupNode>().nodeId, QStringLiteral("support-eu"));
        QCOMPARE(probe.edit<GroupNode>().group, QStringLiteral("Asia"));
    }

    void importSaysWhatItWillChange()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("in.toml"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[listener]\nport = 1\n[[node]]\nid = \"support-eu\"\nname = \"x\"\n[[node]]\n  id='new-one'\n"
                   "[node.tls]\nid = \"no-node\"\n");
        file.close();
        SetupProbe probe;
        probe.watch(groupedFrame());
        probe.action("Import configuration…")->trigger();
        auto *dialog = probe.window.findChild<ConfigFileDialog *>();
        QVERIFY(!named(dialog, "startConfigFile")->isEnabled());
        typeInto(dialog, "configPath", folder.filePath(QStringLiteral("none.toml")));
        QCOMPARE(labelText(dialog, "importOutline"), QStringLiteral("There is no such file."));
        QVERIFY(!named(dialog, "startConfigFile")->isEnabled());
        typeInto(dialog, "configPath", path);
        QString outline = labelText(dialog, "importOutline");
        QVERIFY2(outline.contains(QStringLiteral("New: new-one.")), qPrintable(outline));
        QVERIFY2(outline.contains(QStringLiteral("says: support-eu.")), qPrintable(outline));
        QVERIFY2(!outline.contains(QStringLiteral("REMOVED")) && !outline.contains(QStringLiteral("no-node")),
                 qPrintable(outline));
        clickOn(dialog, "importReplace");
        outline = labelText(dialog, "importOutline");
        QVERIFY2(outline.contains(QStringLiteral("REMOVED")) && outline.contains(QStringLiteral("winter-sale")),
                 qPrintable(outline));
        clickOn(dialog, "startConfigFile");
        QCOMPARE(probe.edit<ImportConfig>().filePath, path);
        QVERIFY(probe.edit<ImportConfig>().replace);
        QVERIFY(!named(dialog, "startConfigFile")->isEnabled());
        probe.window.configEdited(
            {probe.editTicket(), false, QStringLiteral("Line 3, node.url: missing."), QStringLiteral("url"), {}});
        QVERIFY(labelText(dialog, "configFileOutcome").contains(QStringLiteral("Line 3")));
        QVERIFY(named(dialog, "startConfigFile")->isEnabled());
    }

    void exportAsksForAFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("out.toml"));
        SetupProbe probe;
        probe.watch(groupedFrame());
        probe.action("Export configuration…")->trigger();
        auto *dialog = probe.window.findChild<ConfigFileDialog *>();
        typeInto(dialog, "configPath", path);
        auto *start = named<QAbstractButton>(dialog, "startConfigFile");
        QCOMPARE(start->text().remove(u'&'), QStringLiteral("Export"));
        clickOn(dialog, "startConfigFile");
        QCOMPARE(probe.edit<ExportConfig>().filePath, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        probe.window.configEdited({probe.editTicket(), true, QStringLiteral("Written."), {}, {}});
        QCOMPARE(labelText(dialog, "configFileOutcome"), QStringLiteral("Written."));
        QCOMPARE(start->text().remove(u'&'), QStringLiteral("Overwrite"));
    }

    void resultsNobodyWaitsForAreTold()
    {
        SetupProbe probe;
        probe.watch(groupedFrame());
        const auto *banner = probe.window.findChild<Banner *>();
        probe.window.configEdited(
            {0, false, QStringLiteral("Line 9: a number is expected."), QStringLiteral("allocated_tps"), {}});
        QVERIFY(banner->isVisible());
        QVERIFY2(banner->text().contains(QStringLiteral("allocated_tps")), qPrintable(banner->text()));
        QVERIFY(banner->text().contains(QStringLiteral("Line 9")));
        probe.window.configEdited({0, true, QStringLiteral("The file was taken up."), {}, {}});
        QVERIFY(!banner->isVisible());
        QCOMPARE(probe.window.statusBar()->currentMessage(), QStringLiteral("The file was taken up."));
        // What a control left to be looked at is not this one's to take away.
        probe.window.configEdited({0, false, QStringLiteral("Line 9."), {}, {}});
        probe.window.showResult(someHistory()[1]);
        probe.window.configEdited({0, true, QStringLiteral("Taken up."), {}, {}});
        QVERIFY(banner->text().startsWith(QStringLiteral("NOT VERIFIED")));
    }
};

BAROGRAPH_TEST(TestNodeAdmin)
#include "tst_node_admin.moc"
