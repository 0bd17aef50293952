// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart_rig.h"
#include "items/node_list_model.h"
#include "panels/callbacks_panel.h"
#include "panels/history_panel.h"
#include "panels/members_panel.h"
#include "panels/node_card.h"
#include "panels/node_list.h"
#include "panels/outbound_panel.h"
#include "panels/status_summary.h"
#include "panels/storms_panel.h"
#include "support/frame_factory.h"
#include "test_case.h"
#include "text/conservation.h"
#include "theme/colors.h"
#include "widgets/badge.h"
#include "widgets/table_view.h"
#include "widgets/value_label.h"

#include <QCheckBox>
#include <QPushButton>
#include <QSignalSpy>

using namespace barograph;
using namespace barograph::testing;

namespace {

QString valueOf(const QWidget &panel, const QString &accessibleName)
{
    for (const auto *label : panel.findChildren<ValueLabel *>()) {
        if (label->accessibleName() == accessibleName)
            return label->text();
    }
    return QStringLiteral("(no such value)");
}

QPushButton *button(const QWidget &panel, const QString &text)
{
    for (auto *candidate : panel.findChildren<QPushButton *>()) {
        if (candidate->text().remove(u'&') == text)
            return candidate;
    }
    return nullptr;
}

QString cardOf(const NodeFrame &node)
{
    NodeListModel model;
    model.setFrame(frameOf({node}), frameTime());
    return NodeCard(model.index(0, 0)).text();
}

bool hasPixel(const QImage &image, const QColor &color)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == color)
                return true;
        }
    }
    return false;
}

} // namespace

class TestPanels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cardsCutNoFigure()
    {
        NodeListModel model;
        model.setFrame(frameOf({fullFrame()->nodes[0]}), frameTime());
        const NodeCard card(model.index(0, 0));
        QCOMPARE(card.loadText(), QStringLiteral("131% of 20 TPS"));
        QCOMPARE(card.loadText(true), QStringLiteral("131%"));
    }

    void cardSaysTheState_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("storm") << 0
                               << QStringList{QStringLiteral("OK"), QStringLiteral("of 20 TPS"),
                                              QStringLiteral("STORM")};
        QTest::newRow("calm") << 1 << QStringList{QStringLiteral("OK"), QStringLiteral("of 20 TPS")};
        QTest::newRow("degraded") << 2
                                  << QStringList{QStringLiteral("Degraded"), QStringLiteral("shard 2 of 4"),
                                                 QStringLiteral("SIMULATED"), QStringLiteral("PAUSED")};
        QTest::newRow("down") << 3
                              << QStringList{QStringLiteral("Down"), QStringLiteral("connection refused"),
                                             QStringLiteral("Lag unknown")};
        QTest::newRow("unknown") << 4
                                 << QStringList{QStringLiteral("Unknown"), QStringLiteral("rate unknown"),
                                                QStringLiteral("Lag unknown"), QStringLiteral("none yet")};
    }
    void cardSaysTheState()
    {
        QFETCH(const int, which);
        QFETCH(const QStringList, words);
        const QString text = cardOf(fullFrame()->nodes[static_cast<std::size_t>(which)]);
        for (const QString &word : words)
            QVERIFY2(text.contains(word), qPrintable(text));
    }

    void cardWithoutABudgetSaysSo()
    {
        NodeFrame node = calmNode();
        node.allocatedTps = {};
        const QString text = cardOf(node);
        QVERIFY2(text.contains(QStringLiteral("budget unknown")), qPrintable(text));
        QVERIFY(!text.contains(u'%'));
    }

    void listKeepsTheChoice()
    {
        NodeList list;
        QSignalSpy chosen(&list, &NodeList::chosen);
        list.setFrame(fullFrame(), frameTime());
        QCOMPARE(list.chosenId(), QStringLiteral("groups-latam"));
        list.choose(QStringLiteral("sales-us"));
        list.setFrame(fullFrame(), frameTime());
        QCOMPARE(list.chosenId(), QStringLiteral("sales-us"));
        list.choose(QStringLiteral("no-such-node"));
        QCOMPARE(list.chosenId(), QStringLiteral("sales-us"));
        QCOMPARE(chosen.count(), 2);
        list.setFrame(frameOf({}), frameTime());
        QVERIFY(list.chosenId().isEmpty());
    }

    void legendTellsUnknownFromZero()
    {
        ChartRig rig;
        const TpsChart &legend = rig.chart;
        NodeFrame &node = rig.node;
        node = calmNode();
        node.tpsByKind[EventKind::Receive] = Reading<double>::measured(0, frameTime());
        node.tpsByKind[EventKind::Send] = {};
        node.tpsByKind[EventKind::Delivery] = Reading<double>::estimated(3.25, frameTime());
        node.tpsByKind[EventKind::Read] = Reading<double>::notMeasured();
        node.allocatedTps = {};
        rig.send(frameTime());
        QCOMPARE(valueOf(legend, QStringLiteral("Receive, events per second")), QStringLiteral("0"));
        QCOMPARE(valueOf(legend, QStringLiteral("Send, events per second")), QStringLiteral("unknown"));
        QVERIFY(valueOf(legend, QStringLiteral("Delivery, events per second")).startsWith(u'≈'));
        QCOMPARE(valueOf(legend, QStringLiteral("Read, events per second")), QStringLiteral("not measured"));
        QCOMPARE(valueOf(legend, QStringLiteral("Budget, events per second")), QStringLiteral("unknown"));
    }

    void legendTellsWhereSendsComeFrom_data()
    {
        QTest::addColumn<int>("source");
        QTest::addColumn<QString>("words");
        QTest::newRow("statuses") << static_cast<int>(SendSource::SentStatuses) << QStringLiteral("sent statuses");
        QTest::newRow("counter") << static_cast<int>(SendSource::StatsCounter) << QStringLiteral("node's counter");
    }
    void legendTellsWhereSendsComeFrom()
    {
        QFETCH(const int, source);
        QFETCH(const QString, words);
        ChartRig rig;
        const TpsChart &legend = rig.chart;
        NodeFrame &node = rig.node;
        node = calmNode();
        node.sendSource = static_cast<SendSource>(source);
        rig.send(frameTime());
        bool told = false;
        for (const auto *label : legend.findChildren<ValueLabel *>())
            told = told ||
                   (label->accessibleName().startsWith(QStringLiteral("Send")) && label->toolTip().contains(words));
        QVERIFY(told);
    }

    void staleValuesLookStale()
    {
        ValueLabel label(QStringLiteral("Depth"));
        const auto old = Reading<qint64>::measured(88, frameTime() - Seconds{40}).asStale();
        label.setValue(shownCount(old, QStringLiteral("asked from the queue"), frameTime()));
        QCOMPARE(label.text(), QStringLiteral("88 (stale 40 s)"));
        QCOMPARE(label.palette().color(QPalette::WindowText), themeColors(label.palette()).warning);
        QVERIFY(label.font().italic());
        label.setValue(shownCount(Reading<qint64>::measured(0, frameTime()), {}, frameTime()));
        QCOMPARE(label.text(), QStringLiteral("0"));
        QVERIFY(!label.font().italic());
        QVERIFY(label.palette().color(QPalette::WindowText) != themeColors(label.palette()).warning);
    }

    void runningQueueCanOnlyBePaused()
    {
        OutboundPanel panel;
        QSignalSpy pause(&panel, &OutboundPanel::pauseRequested);
        panel.setNode(stormNode(), frameTime());
        QCOMPARE(valueOf(panel, QStringLiteral("Messages waiting")), QStringLiteral("412"));
        QVERIFY(!button(panel, QStringLiteral("Resume…"))->isEnabled());
        button(panel, QStringLiteral("Pause…"))->click();
        QCOMPARE(pause.count(), 1);
        panel.setControlsEnabled(false);
        QVERIFY(!button(panel, QStringLiteral("Pause…"))->isEnabled());
    }

    void pausedQueueTellsSinceWhyAndUntil()
    {
        OutboundPanel panel;
        panel.setNode(degradedNode(), frameTime());
        QCOMPARE(panel.findChild<MarkLabel *>()->text(), QStringLiteral("PAUSED"));
        QCOMPARE(panel.findChild<MarkLabel *>()->mark(), Mark::Paused);
        QVERIFY(valueOf(panel, QStringLiteral("Paused since")).contains(QStringLiteral("12 min 10 s")));
        QVERIFY(valueOf(panel, QStringLiteral("Resumes at")).contains(QStringLiteral("2 min 50 s")));
        bool why = false;
        for (const auto *label : panel.findChildren<QLabel *>())
            why = why || label->text().contains(QStringLiteral("keep the backlog here"));
        QVERIFY(why);
        QVERIFY(!button(panel, QStringLiteral("Pause…"))->isEnabled());
        QVERIFY(button(panel, QStringLiteral("Resume…"))->isEnabled());
    }

    void unknownQueueOffersBoth()
    {
        OutboundPanel panel;
        panel.setNode(downNode(), frameTime());
        QCOMPARE(valueOf(panel, QStringLiteral("Age of the oldest message")), QStringLiteral("not available"));
        QVERIFY(button(panel, QStringLiteral("Pause…"))->isEnabled());
        QVERIFY(button(panel, QStringLiteral("Resume…"))->isEnabled());
        panel.setNode(unknownNode(), frameTime());
        QCOMPARE(valueOf(panel, QStringLiteral("Messages waiting")), QStringLiteral("not configured"));
        QVERIFY(!button(panel, QStringLiteral("Pause…"))->isEnabled());
        QVERIFY(!button(panel, QStringLiteral("Resume…"))->isEnabled());
    }

    void callbacksAskForWhatIsTicked()
    {
        CallbacksPanel panel;
        qRegisterMetaType<CallbackSettings>();
        QSignalSpy change(&panel, &CallbacksPanel::changeRequested);
        panel.setNode(calmNode(), frameTime());
        QVERIFY(!button(panel, QStringLiteral("Change…"))->isEnabled());
        const auto boxes = panel.findChildren<QCheckBox *>();
        boxes.at(2)->click();
        // New frames do not undo what is being chosen.
        panel.setNode(calmNode(), frameTime());
        QVERIFY(!boxes.at(2)->isChecked());
        button(panel, QStringLiteral("Change…"))->click();
        QCOMPARE(change.count(), 1);
        QCOMPARE(change[0][0].value<CallbackSettings>(), (CallbackSettings{true, true, false}));
        panel.setNode(stormNode(), frameTime());
        QVERIFY(boxes.at(2)->isChecked());
    }

    void unknownCallbacksCannotBeChanged()
    {
        CallbacksPanel panel;
        panel.setNode(unknownNode(), frameTime());
        QCOMPARE(valueOf(panel, QStringLiteral("Read callbacks at present")), QStringLiteral("unknown"));
        for (const auto *box : panel.findChildren<QCheckBox *>())
            QVERIFY(!box->isEnabled());
        QVERIFY(!button(panel, QStringLiteral("Change…"))->isEnabled());
    }

    void strongestStormIsFirst()
    {
        StormsPanel panel;
        panel.setNode(fullFrame(), stormNode(), frameTime());
        const auto *table = panel.findChild<TableView *>();
        QCOMPARE(table->model()->rowCount(), 3);
        QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("message 3fa9c2"));
        panel.setNode(fullFrame(), calmNode(), frameTime());
        QCOMPARE(table->model()->rowCount(), 0);
    }

    void membersAreRoleAware()
    {
        MembersPanel panel;
        panel.setNode(degradedNode(), frameTime());
        const auto *table = panel.findChild<TableView *>();
        QCOMPARE(table->model()->rowCount(), 5);
        const auto marks = panel.findChildren<MarkLabel *>();
        QCOMPARE(marks.at(0)->mark(), Mark::Warning);
        QVERIFY(marks.at(0)->text().contains(QStringLiteral("4 of 5")));
        panel.setNode(downNode(), frameTime());
        QCOMPARE(marks.at(1)->mark(), Mark::Critical);
        QVERIFY(marks.at(1)->text().contains(QStringLiteral("Connection refused")));
    }

    void unverifiedIsRed()
    {
        HistoryPanel panel;
        panel.resize(900, 200);
        ControlResult verified = someHistory()[0];
        panel.addResult(verified);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        const QColor red = themeColors(panel.palette()).critical;
        QVERIFY(!hasPixel(panel.grab().toImage(), red));
        QVERIFY(!panel.needsAttention());
        panel.addResult(someHistory()[1]);
        QVERIFY(hasPixel(panel.grab().toImage(), red));
        QVERIFY(panel.needsAttention());
    }

    void restoreAsksForTheChosenControl()
    {
        HistoryPanel panel;
        QSignalSpy restore(&panel, &HistoryPanel::restoreRequested);
        panel.setResults(someHistory());
        auto *table = panel.findChild<TableView *>();
        QPushButton *restoreButton = button(panel, QStringLiteral("Restore previous state…"));
        QVERIFY(!restoreButton->isEnabled());
        // Newest first: the failed one cannot be restored, the unverified one can.
        table->setCurrentIndex(table->model()->index(0, 0));
        QVERIFY(!restoreButton->isEnabled());
        table->setCurrentIndex(table->model()->index(1, 0));
        restoreButton->click();
        QCOMPARE(restore.count(), 1);
        QCOMPARE(restore[0][0].toString(), QStringLiteral("campaigns-sim"));
        QCOMPARE(restore[0][1].toString(), QStringLiteral("c2"));
    }

    void conservation_data()
    {
        QTest::addColumn<quint64>("received");
        QTest::addColumn<bool>("conserved");
        QTest::addColumn<QString>("words");
        QTest::newRow("adds up") << 10ULL << true << QStringLiteral("10 events received = 4 counted");
        QTest::newRow("lost") << 11ULL << false << QStringLiteral("but 4 counted");
    }
    void conservation()
    {
        QFETCH(const quint64, received);
        QFETCH(const bool, conserved);
        QFETCH(const QString, words);
        const IngestTotals totals{received, 4, 3, 2, 1, 0};
        QCOMPARE(isConserved(totals), conserved);
        QVERIFY2(conservationText(totals).contains(words), qPrintable(conservationText(totals)));
        StatusSummary summary;
        auto frame = std::make_shared<Frame>(*frameOf({}));
        frame->ingest = totals;
        summary.setFrame(*frame, nullptr, frameTime());
        QCOMPARE(summary.findChildren<MarkLabel *>().at(0)->mark(), conserved ? Mark::Ok : Mark::Critical);
    }

    void addressHidesItsSecret()
    {
        StatusSummary summary;
        const FramePtr frame = fullFrame();
        summary.setFrame(*frame, &frame->nodes.front(), frameTime());
        QVERIFY(summary.findChildren<MarkLabel *>().at(1)->text().endsWith(QStringLiteral("/groups-latam/•••")));
    }

    void oldDataAreNoticed_data()
    {
        QTest::addColumn<qint64>("ageMs");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("stale");
        QTest::newRow("fresh") << qint64{100} << QStringLiteral("Data 0.1 s old") << false;
        QTest::newRow("late") << qint64{3000} << QStringLiteral("Data 3 s old") << true;
        QTest::newRow("outage") << qint64{65'000} << QStringLiteral("NO NEW DATA for 1 min 5 s") << true;
    }
    void oldDataAreNoticed()
    {
        QFETCH(const qint64, ageMs);
        QFETCH(const QString, text);
        QFETCH(const bool, stale);
        StatusSummary summary;
        summary.setFrame(*fullFrame(), nullptr, frameTime() + Millis{ageMs});
        QCOMPARE(valueOf(summary, QStringLiteral("Age of the data")), text);
        QCOMPARE(summary.findChild<ValueLabel *>()->truth() == Truth::Stale, stale);
    }
};

BAROGRAPH_TEST(TestPanels)
#include "tst_panels.moc"
