// SPDX-License-Identifier: GPL-3.0-or-later
// No window but a control's blocks the dashboard, each is there once, and the sheet of shortcuts knows every key.
#include "dialogs/certificate_dialog.h"
#include "dialogs/control_dialog.h"
#include "dialogs/export_dialog.h"
#include "help/shortcut_sheet.h"
#include "main_window.h"
#include "panels/node_list.h"
#include "setup/setup_probe.h"
#include "support/frame_factory.h"
#include "test_case.h"

#include <QFileDialog>
#include <QMenuBar>
#include <QPushButton>
#include <QTemporaryDir>

using namespace barograph;
using namespace barograph::testing;

namespace {

QList<QDialog *> openDialogs(const QWidget &window)
{
    QList<QDialog *> open;
    for (auto *dialog : window.findChildren<QDialog *>()) {
        if (dialog->isVisible())
            open << dialog;
    }
    return open;
}

QPushButton *buttonOf(const QWidget &dialog, const char *text)
{
    for (auto *button : dialog.findChildren<QPushButton *>()) {
        if (button->text().remove(u'&') == QString::fromUtf8(text))
            return button;
    }
    return nullptr;
}

} // namespace

class TestSideWindows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyControlsBlock_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("blocks");
        const SetupProbe probe;
        int windows = 0;
        for (const auto *action : probe.window.findChildren<QAction *>()) {
            const QString text = action->text().remove(u'&');
            const bool isControl = text.contains(QStringLiteral("outbound queue"));
            // The palette is a part of the window; Callbacks… leads to the buttons of the panel.
            const bool opens = (text.endsWith(u'…') || text.startsWith(QStringLiteral("About")) ||
                                text == QStringLiteral("Keyboard shortcuts")) &&
                               text != QStringLiteral("From … to …") && text != QStringLiteral("Command palette…") &&
                               text != QStringLiteral("Callbacks…");
            if (!opens)
                continue;
            QTest::newRow(qPrintable(text)) << text << isControl;
            ++windows;
        }
        QVERIFY2(windows >= 13, qPrintable(QString::number(windows)));
    }

    void onlyControlsBlock()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, blocks);
        SetupProbe probe;
        probe.watch(kindsFrame()); // TLS, so that there is a certificate
        probe.window.chooseNode(kindsFrame()->nodes.front().id);
        if (text.startsWith(QStringLiteral("Set up webhooks")) || text.startsWith(QStringLiteral("Database")))
            probe.watch(fullFrame());
        QAction *action = menuAction(probe.window, text);
        QVERIFY(action);
        QVERIFY2(action->isEnabled(), qPrintable(text));
        action->trigger(); // returns: nothing waits in it
        const QList<QDialog *> open = openDialogs(probe.window);
        QCOMPARE(open.size(), 1);
        QCOMPARE(open.first()->windowModality() != Qt::NonModal, blocks);
        QCOMPARE(open.first()->isModal(), blocks);
        action->trigger();
        QCOMPARE(openDialogs(probe.window), open);
    }

    void filesAreAskedForWithoutBlocking()
    {
        QTemporaryDir folder;
        CertificateDialog dialog(QString(64, u'a'));
        dialog.setFile(folder.filePath(QStringLiteral("a.pem")));
        dialog.show();
        QPushButton *browse = buttonOf(dialog, "Browse…");
        browse->click();
        auto *ask = dialog.findChild<QFileDialog *>();
        QVERIFY(ask && ask->isVisible() && !ask->isModal());
        browse->click();
        QCOMPARE(dialog.findChildren<QFileDialog *>().size(), 1);
        Q_EMIT ask->fileSelected(folder.filePath(QStringLiteral("b.pem")));
        QCOMPARE(dialog.file(), folder.filePath(QStringLiteral("b.pem")));
    }

    void whatIsThereIsOverwrittenOnlyByThatName()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("there.pem"));
        CertificateDialog dialog(QString(64, u'a'));
        QSignalSpy saved(&dialog, &CertificateDialog::saveRequested);
        dialog.setFile(path);
        dialog.show();
        QPushButton *save = buttonOf(dialog, "Save");
        QVERIFY(save);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly)); // it comes after the button was named
        save->click();
        QCOMPARE(saved.count(), 0);
        QCOMPARE(save->text().remove(u'&'), QStringLiteral("Overwrite"));
        save->click();
        QCOMPARE(saved.count(), 1);
        QCOMPARE(openDialogs(dialog).size(), 0);
    }

    void theSheetKnowsEveryKey()
    {
        SetupProbe probe;
        probe.watch(fullFrame());
        const std::vector<ShortcutArea> areas = shortcutAreas(probe.window, {NodeList::keyHints});
        QStringList known;
        for (const ShortcutArea &area : areas) {
            for (const ShortcutRow &row : area.rows) {
                QVERIFY2(!row.what.isEmpty(), qPrintable(area.title + row.keys.join(u' ')));
                known << row.keys;
            }
        }
        int keys = 0;
        for (const auto *action : probe.window.findChildren<QAction *>()) {
            for (const QKeySequence &key : action->shortcuts()) {
                QVERIFY2(known.contains(key.toString(QKeySequence::NativeText)), qPrintable(key.toString()));
                ++keys;
            }
        }
        QVERIFY(keys >= 25);
        QVERIFY(known.contains(QKeySequence(Qt::Key_Menu).toString(QKeySequence::NativeText)));
    }

    void theSheetIsSearchedAndFitsASmallScreen()
    {
        SetupProbe probe;
        QVERIFY(QTest::qWaitForWindowActive(&probe.window));
        QTest::keyClick(&probe.window, Qt::Key_F1);
        auto *sheet = probe.window.findChild<ShortcutSheet *>();
        QVERIFY(sheet && !sheet->isModal());
        QVERIFY(sheet->width() <= 1280 && sheet->height() <= 720);
        QVERIFY(sheet->plainText().contains(QStringLiteral("Ctrl+N")));
        QVERIFY(sheet->plainText().contains(QStringLiteral("Full screen")));
        sheet->setFilter(QStringLiteral("queue pause"));
        QVERIFY(sheet->plainText().contains(QStringLiteral("Ctrl+P")));
        QVERIFY2(!sheet->plainText().contains(QStringLiteral("Full screen")), qPrintable(sheet->plainText()));
        sheet->setFilter(QStringLiteral("nothing like it"));
        QVERIFY(sheet->plainText().trimmed().isEmpty());
    }

    void aQuestionMarkOpensTheSheet()
    {
        SetupProbe probe;
        probe.watch(fullFrame());
        QVERIFY(QTest::qWaitForWindowActive(&probe.window));
        probe.window.findChild<NodeList *>()->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Question);
        QTRY_VERIFY(probe.window.findChild<ShortcutSheet *>());
    }
};

BAROGRAPH_TEST(TestSideWindows)
#include "tst_side_windows.moc"
