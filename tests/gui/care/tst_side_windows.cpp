// SPDX-License-Identifier: GPL-3.0-or-later
// No window but a control's blocks the dashboard, each is there once, and the sheet of shortcuts knows every key.
#include "dialogs/certificate_dialog.h"
#include "dialogs/control_dialog.h"
#include "dialogs/export_dialog.h"
#include "help/shortcut_sheet.h"
#include "main_window.h"
#include "panels/node_list.h"
#include "setup/setup_probe.h"
#include "support/dialog_gallery.h"
#include "support/frame_factory.h"
#include "test_case.h"
#include "widgets/side_window.h"

#include <QDirIterator>
#include <QFileDialog>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
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

    /// Also what no menu entry opens: nothing is modal before a control makes it so.
    void noWindowBlocksByItself_data()
    {
        QTest::addColumn<int>("at");
        const auto windows = allDialogs();
        for (std::size_t at = 0; at < windows.size(); ++at)
            QTest::newRow(qPrintable(windows[at].name)) << static_cast<int>(at);
        const auto beside = testing::sideWindows();
        for (std::size_t at = 0; at < beside.size(); ++at)
            QTest::newRow(qPrintable(beside[at].name)) << static_cast<int>(windows.size() + at);
    }
    void noWindowBlocksByItself()
    {
        QFETCH(const int, at);
        auto windows = allDialogs();
        for (GalleryWindow &window : testing::sideWindows())
            windows.push_back(std::move(window));
        const auto window = windows[static_cast<std::size_t>(at)].make();
        window->show();
        QVERIFY(!window->isModal());
        QCOMPARE(QApplication::activeModalWidget(), nullptr);
    }

    /// Qt's conveniences wait in an event loop of their own, in front of all windows.
    void nothingWaitsForAnAnswer()
    {
        static const QRegularExpression waits(QStringLiteral(
            "(?:->|\\.)exec\\(|QMessageBox::(?:question|information|warning|critical|about|aboutQt)\\(|"
            "QFileDialog::get|QInputDialog|QColorDialog::get|QFontDialog::get|setWindowModality|setModal\\(true\\)|"
            "->open\\(\\)"));
        const QString ui = QStringLiteral(BAROGRAPH_TEST_DATA "/../../ui");
        int files = 0;
        QDirIterator all(ui, {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                         QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile file(all.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            ++files;
            const auto found = waits.match(QString::fromUtf8(file.readAll()));
            // A control; and why there can be no window yet, which keeps nobody from anything.
            const bool mayWait = file.fileName().endsWith(QStringLiteral("dialogs/control_flow.cpp")) ||
                                 file.fileName().endsWith(QStringLiteral("dialogs/start_trouble.cpp"));
            QVERIFY2(found.hasMatch() == mayWait, qPrintable(file.fileName() + u' ' + found.captured()));
        }
        QVERIFY(files > 200);
    }

    void overwritingIsAskedForBesideEverything()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("there.json"));
        QWidget window;
        int written = 0;
        const auto write = [&written] { ++written; };
        overwriteAfterAsking(&window, path, write);
        QCOMPARE(written, 1);
        QVERIFY(QFile(path).open(QIODevice::WriteOnly));
        overwriteAfterAsking(&window, path, write);
        auto *box = window.findChild<QMessageBox *>();
        QVERIFY(box && box->isVisible() && !box->isModal());
        QVERIFY(box->text().contains(path));
        QCOMPARE(written, 1);
        QPushButton *agree = buttonOf(*box, "Overwrite");
        QVERIFY(agree);
        agree->click();
        QCOMPARE(written, 2);
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
