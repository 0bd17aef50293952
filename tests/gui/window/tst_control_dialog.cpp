// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/control_dialog.h"
#include "dialogs/control_flow.h"
#include "support/frame_factory.h"
#include "test_case.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>

using namespace barograph;
using namespace barograph::testing;
using namespace std::chrono_literals;

namespace {

QPushButton *buttonNamed(const QWidget &parent, const QString &text)
{
    for (auto *button : parent.findChildren<QPushButton *>()) {
        if (button->text().remove(u'&') == text)
            return button;
    }
    return nullptr;
}

QLineEdit *reasonOf(const QWidget &dialog)
{
    for (auto *edit : dialog.findChildren<QLineEdit *>()) {
        if (edit->accessibleName() == QStringLiteral("Reason"))
            return edit;
    }
    return nullptr;
}

bool showsText(const QWidget &parent, const QString &text)
{
    for (const auto *label : parent.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&parent) && label->text().contains(text))
            return true;
    }
    return false;
}

const QString kPause = QStringLiteral("Pause outbound queue");

} // namespace

class TestControlDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void busyUntilThePreviewArrives()
    {
        ControlDialog dialog(pausePreview().request, QStringLiteral("Groups LATAM"));
        QSignalSpy cancelled(&dialog, &ControlDialog::cancelled);
        dialog.show();
        QVERIFY(dialog.isBusy());
        QVERIFY(showsText(dialog, QStringLiteral("Nothing has been changed yet")));
        QVERIFY(!buttonNamed(dialog, kPause)->isEnabled());
        buttonNamed(dialog, QStringLiteral("Cancel"))->click();
        QCOMPARE(cancelled.count(), 1);
        QCOMPARE(cancelled[0][0].toULongLong(), 0ULL);
    }

    void showsWhatChangesAndWhatFollows()
    {
        ControlDialog dialog(pausePreview().request, QStringLiteral("Groups LATAM"));
        dialog.showPreview(pausePreview());
        dialog.show();
        for (const auto *text : {"POST http://127.0.0.1:15672/queue/pause", "running", "paused", "412 messages wait"})
            QVERIFY2(showsText(dialog, QString::fromLatin1(text)), text);
        QVERIFY(!showsText(dialog, QStringLiteral("SIMULATED")));
        ControlPreview simulated = pausePreview();
        simulated.simulated = true;
        dialog.showPreview(simulated);
        QVERIFY(showsText(dialog, QStringLiteral("SIMULATED")));
    }

    void needsAReason_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<bool>("enough");
        QTest::newRow("none") << QString() << false;
        QTest::newRow("blanks") << QStringLiteral("   ") << false;
        QTest::newRow("words") << QStringLiteral(" storm ") << true;
    }
    void needsAReason()
    {
        QFETCH(const QString, reason);
        QFETCH(const bool, enough);
        ControlDialog dialog(pausePreview().request, QStringLiteral("Groups LATAM"));
        dialog.showPreview(pausePreview());
        reasonOf(dialog)->setText(reason);
        QCOMPARE(buttonNamed(dialog, kPause)->isEnabled(), enough);
        QCOMPARE(std::get<PauseQueueRequest>(dialog.editedRequest()).reason, reason.trimmed());
    }

    void reasonGivenBeforeIsKept()
    {
        ControlPreview preview = pausePreview();
        std::get<PauseQueueRequest>(preview.request).reason = QStringLiteral("storm of message 3fa9c2");
        ControlDialog dialog(preview.request, QStringLiteral("Groups LATAM"));
        dialog.showPreview(preview);
        QVERIFY(buttonNamed(dialog, kPause)->isEnabled());
    }

    void nothingToChangeCannotBeConfirmed()
    {
        ControlPreview preview = pausePreview();
        preview.changes.clear();
        ControlDialog dialog(preview.request, QStringLiteral("Groups LATAM"));
        dialog.showPreview(preview);
        reasonOf(dialog)->setText(QStringLiteral("storm"));
        QVERIFY(!buttonNamed(dialog, kPause)->isEnabled());
        QVERIFY(showsText(dialog, QStringLiteral("already is as wanted")));
    }

    void enterNeitherConfirmsNorLosesTheReason()
    {
        ControlDialog dialog(pausePreview().request, QStringLiteral("Groups LATAM"));
        QSignalSpy confirmed(&dialog, &ControlDialog::confirmed);
        QSignalSpy cancelled(&dialog, &ControlDialog::cancelled);
        dialog.showPreview(pausePreview());
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        reasonOf(dialog)->setFocus();
        QTest::keyClicks(reasonOf(dialog), QStringLiteral("storm"));
        QTest::keyClick(reasonOf(dialog), Qt::Key_Return);
        QCOMPARE(confirmed.count(), 0);
        QCOMPARE(cancelled.count(), 0);
        QVERIFY(dialog.isVisible());
        QVERIFY(buttonNamed(dialog, QStringLiteral("Cancel"))->isDefault());
    }

    void timedResume_data()
    {
        QTest::addColumn<int>("choice");
        QTest::addColumn<int>("custom");
        QTest::addColumn<qint64>("minutes");
        QTest::newRow("never") << 0 << 30 << qint64{0};
        QTest::newRow("5") << 1 << 30 << qint64{5};
        QTest::newRow("60") << 3 << 30 << qint64{60};
        QTest::newRow("custom") << 4 << 42 << qint64{42};
    }
    void timedResume()
    {
        QFETCH(const int, choice);
        QFETCH(const int, custom);
        QFETCH(const qint64, minutes);
        ControlDialog dialog(pausePreview().request, QStringLiteral("Groups LATAM"));
        dialog.showPreview(pausePreview());
        dialog.findChild<QComboBox *>()->setCurrentIndex(choice);
        dialog.findChild<QSpinBox *>()->setValue(custom);
        const auto after = std::get<PauseQueueRequest>(dialog.editedRequest()).resumeAfter;
        QCOMPARE(after.value_or(Millis{0}).count(), minutes * 60'000);
        QCOMPARE(after.has_value(), minutes > 0);
    }

    void onlyPausingOffersATimedResume()
    {
        const ControlDialog dialog(ResumeQueueRequest{QStringLiteral("a"), {}}, QStringLiteral("A"));
        QVERIFY(!dialog.findChild<QComboBox *>());
    }

    void hostileTextIsNotMarkup()
    {
        ControlPreview preview = pausePreview();
        preview.title = QStringLiteral("<img src=x>");
        preview.changes = {{QStringLiteral("<b>a"), QStringLiteral("<i>b"), QStringLiteral("<u>c")}};
        preview.consequences = {QStringLiteral("<script>")};
        ControlDialog dialog(preview.request, preview.nodeName);
        dialog.showPreview(preview);
        dialog.show();
        QVERIFY(showsText(dialog, QStringLiteral("&lt;img src=x&gt;")));
        QVERIFY(showsText(dialog, QStringLiteral("&lt;u&gt;c")));
        QVERIFY(showsText(dialog, QStringLiteral("&lt;script&gt;")));
    }

    void flowConfirms()
    {
        QWidget window;
        ControlFlow flow(&window);
        QSignalSpy requested(&flow, &ControlFlow::requested);
        QSignalSpy confirmed(&flow, &ControlFlow::confirmed);
        QSignalSpy working(&flow, &ControlFlow::workingChanged);
        flow.start(pausePreview().request, QStringLiteral("Groups LATAM"));
        QCOMPARE(requested.count(), 1);
        flow.showPreview(pausePreview());
        reasonOf(*flow.dialog())->setText(QStringLiteral("storm"));
        buttonNamed(*flow.dialog(), kPause)->click();
        QCOMPARE(confirmed.count(), 1);
        QCOMPARE(confirmed[0][0].toULongLong(), 7ULL);
        const auto request = confirmed[0][1].value<ControlRequest>();
        QCOMPARE(std::get<PauseQueueRequest>(request).reason, QStringLiteral("storm"));
        QVERIFY(flow.isRunning());
        ControlResult other;
        other.ticket = 99;
        flow.showResult(other);
        QVERIFY(flow.isRunning());
        ControlResult mine;
        mine.ticket = 7;
        flow.showResult(mine);
        QVERIFY(!flow.isRunning());
        QCOMPARE(working.count(), 2);
    }

    void latePreviewsAreCancelled()
    {
        QWidget window;
        ControlFlow flow(&window);
        QSignalSpy cancelled(&flow, &ControlFlow::cancelled);
        flow.start(pausePreview().request, QStringLiteral("Groups LATAM"));
        flow.dialog()->reject();
        QCOMPARE(cancelled.count(), 0);
        flow.start(SetCallbacksRequest{QStringLiteral("groups-latam"), {true, true, false}, {}}, QStringLiteral("G"));
        flow.showPreview(pausePreview());
        QCOMPARE(cancelled.count(), 1);
        QCOMPARE(cancelled[0][0].toULongLong(), 7ULL);
        QVERIFY(flow.dialog()->isBusy());
    }

    void aFailedPreviewEndsTheDialog()
    {
        QWidget window;
        ControlFlow flow(&window);
        flow.start(pausePreview().request, QStringLiteral("Groups LATAM"));
        ControlResult elsewhere;
        elsewhere.nodeId = QStringLiteral("other");
        flow.showResult(elsewhere);
        QVERIFY(flow.isRunning());
        ControlResult failed;
        failed.nodeId = QStringLiteral("groups-latam");
        flow.showResult(failed);
        QVERIFY(!flow.isRunning());
    }
};

BAROGRAPH_TEST(TestControlDialog)
#include "tst_control_dialog.moc"
