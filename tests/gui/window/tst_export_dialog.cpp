// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/export_dialog.h"
#include "test_case.h"
#include "widgets/badge.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace barograph;

namespace {

const UtcTime kNow = fromUnixMillis(1'772'678'467'400);

QPushButton *exportButton(const ExportDialog &dialog)
{
    for (auto *button : dialog.findChildren<QPushButton *>()) {
        if (button->text().remove(u'&') == QStringLiteral("Export"))
            return button;
    }
    return nullptr;
}

} // namespace

class TestExportDialog : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    std::unique_ptr<ExportDialog> makeDialog()
    {
        auto dialog = std::make_unique<ExportDialog>(
            std::vector<std::pair<QString, QString>>{{QStringLiteral("a"), QStringLiteral("A")},
                                                     {QStringLiteral("b"), QStringLiteral("B")}},
            QStringLiteral("b"), kNow);
        dialog->setFolder(m_folder.path());
        return dialog;
    }

private Q_SLOTS:
    void asksForTheLastHourOfTheChosenNumber()
    {
        const auto dialog = makeDialog();
        QSignalSpy spy(dialog.get(), &ExportDialog::exportRequested);
        exportButton(*dialog)->click();
        QCOMPARE(spy.count(), 1);
        const auto request = spy[0][0].value<ExportReportRequest>();
        QCOMPARE(request.nodeId, QStringLiteral("b"));
        QCOMPARE(unixSeconds(request.to), unixSeconds(secondOf(kNow)));
        QCOMPARE((request.to - request.from).count(), 3600);
        QCOMPARE(request.format, ReportFormat::Pdf);
        QVERIFY(request.filePath.startsWith(m_folder.path()));
        QVERIFY2(request.filePath.endsWith(QStringLiteral(".pdf")), qPrintable(request.filePath));
    }

    void formatChangesTheFile()
    {
        const auto dialog = makeDialog();
        dialog->findChildren<QComboBox *>().last()->setCurrentIndex(1);
        QCOMPARE(dialog->request().format, ReportFormat::Csv);
        QVERIFY(dialog->request().filePath.endsWith(QStringLiteral(".csv")));
    }

    void timesAreLocalAndCarryTheOffset()
    {
        qputenv("TZ", "Asia/Kolkata");
        tzset();
        const auto dialog = makeDialog();
        QCOMPARE(dialog->findChildren<QDateTimeEdit *>().last()->text(), QStringLiteral("2026-03-05 08:11:07"));
        QCOMPARE(unixSeconds(dialog->request().to), unixSeconds(secondOf(kNow)));
        bool shown = false;
        for (const auto *label : dialog->findChildren<QLabel *>())
            shown = shown || label->text().contains(QStringLiteral("UTC+05:30"));
        QVERIFY(shown);
        qputenv("TZ", "UTC");
        tzset();
    }

    void anEmptyRangeCannotBeExported()
    {
        const auto dialog = makeDialog();
        const auto edits = dialog->findChildren<QDateTimeEdit *>();
        edits.first()->setDateTime(edits.last()->dateTime());
        QVERIFY(!exportButton(*dialog)->isEnabled());
    }

    void chartRangeIsOffered()
    {
        const auto dialog = makeDialog();
        const UtcSecond to = secondOf(kNow);
        dialog->setChartRange(to - Seconds{600}, to);
        auto *ranges = dialog->findChildren<QComboBox *>().at(1);
        ranges->setCurrentIndex(1);
        Q_EMIT ranges->activated(1);
        QCOMPARE((dialog->request().to - dialog->request().from).count(), 600);
    }

    void runsOnceAndTellsTheOutcome()
    {
        const auto dialog = makeDialog();
        dialog->show();
        QSignalSpy spy(dialog.get(), &ExportDialog::exportRequested);
        exportButton(*dialog)->click();
        QVERIFY(dialog->isRunning());
        QVERIFY(dialog->findChild<QProgressBar *>()->isVisible());
        exportButton(*dialog)->click();
        QCOMPARE(spy.count(), 1);
        dialog->finish(false, QStringLiteral("The disk is full."));
        QVERIFY(!dialog->isRunning());
        const auto *outcome = dialog->findChild<MarkLabel *>();
        QCOMPARE(outcome->mark(), Mark::Critical);
        QCOMPARE(outcome->text(), QStringLiteral("The disk is full."));
        QVERIFY(exportButton(*dialog)->isEnabled());
    }
};

BAROGRAPH_TEST(TestExportDialog)
#include "tst_export_dialog.moc"
