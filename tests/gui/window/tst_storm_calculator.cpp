// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/storm_calculator.h"
#include "items/storm_list_model.h"
#include "main_window.h"
#include "panels/storms_panel.h"
#include "support/frame_factory.h"
#include "test_case.h"
#include "widgets/badge.h"
#include "widgets/table_view.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace barograph;
using namespace barograph::testing;

namespace {

bool says(const QWidget &widget, const QString &words)
{
    const auto labels = widget.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
        return label->isVisibleTo(&widget) && label->text().contains(words);
    });
}

} // namespace

class TestStormCalculator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsGroupsAndAnswers()
    {
        StormCalculator calculator;
        calculator.setNode(foretoldStormsNode());
        auto *groups = calculator.findChild<QTreeWidget *>();
        QCOMPARE(groups->topLevelItemCount(), 10);
        QVERIFY(says(calculator, QStringLiteral("Choose at least one group.")));
        groups->topLevelItem(0)->setCheckState(0, Qt::Checked);
        QVERIFY(says(calculator, QStringLiteral("up to 255 deliveries and as many reads")));
        QVERIFY(says(calculator, QStringLiteral("By earlier storms of this number")));
        // The next frame keeps what is ticked, also when a group was told of anew.
        auto node = foretoldStormsNode();
        calculator.setNode(node);
        QVERIFY(says(calculator, QStringLiteral("255 deliveries")));
        calculator.findChild<QLineEdit *>()->setText(QStringLiteral("10 × 256"));
        QVERIFY(says(calculator, QStringLiteral("2,815 members")));
        calculator.setNode(firstStormsNode());
        QCOMPARE(groups->topLevelItemCount(), 0);
        QVERIFY(says(calculator, QStringLiteral("2,560 deliveries and as many reads")));
        QVERIFY(says(calculator, QStringLiteral("no earlier storm")));
    }

    void warnsOfLoss()
    {
        StormCalculator calculator;
        calculator.setNode(firstStormsNode());
        const auto *warning = calculator.findChild<MarkLabel *>();
        calculator.findChild<QLineEdit *>()->setText(QStringLiteral("20"));
        QVERIFY(!warning->isVisibleTo(&calculator));
        calculator.findChild<QLineEdit *>()->setText(QStringLiteral("400 × 256"));
        QVERIFY(warning->isVisibleTo(&calculator));
        QCOMPARE(warning->mark(), Mark::Critical);
        QVERIFY(warning->text().contains(QStringLiteral("lost")));
        calculator.findChild<QLineEdit *>()->setText(QStringLiteral("ten"));
        QVERIFY(says(calculator, QStringLiteral("Write groups as")));
    }

    void opensFromThePanelAndStaysUsable()
    {
        MainWindow window;
        window.setClock(frameTime);
        window.setFrame(frameOf({foretoldStormsNode(), firstStormsNode()}));
        window.show();
        window.chooseNode(foretoldStormsNode().id);
        QTRY_VERIFY(window.findChild<StormsPanel *>());
        const auto buttons = window.findChild<StormsPanel *>()->findChildren<QPushButton *>();
        QCOMPARE(buttons.size(), qsizetype{1});
        buttons.first()->click();
        auto *calculator = window.findChild<StormCalculator *>();
        QVERIFY(calculator);
        QVERIFY(!calculator->isModal());
        QCOMPARE(calculator->nodeId(), QStringLiteral("groups-foretold"));
        window.chooseNode(QStringLiteral("groups-first"));
        window.setFrame(frameOf({foretoldStormsNode(), firstStormsNode()}));
        QCOMPARE(calculator->nodeId(), QStringLiteral("groups-first"));
    }

    void panelSaysWhatForecastsRestOn()
    {
        StormsPanel panel;
        panel.resize(900, 300);
        const auto foretold = foretoldStormsNode();
        panel.setNode(frameOf({foretold}), foretold, frameTime());
        QVERIFY(says(panel, QStringLiteral("12")));
        const auto *model = panel.findChild<TableView *>()->model();
        QCOMPARE(model->index(0, StormListModel::MessageColumn).data().toString(), QStringLiteral("Subscribers 3"));
        QVERIFY(
            model->index(0, StormListModel::ForecastColumn).data().toString().startsWith(QStringLiteral("done at")));
        const auto first = firstStormsNode();
        panel.setNode(frameOf({first}), first, frameTime());
        QVERIFY(says(panel, QStringLiteral("No earlier storm to learn from yet")));
        // Unknown size is a bound, switched off is not measured, and neither looks like a number.
        QStringList fanOuts;
        for (int row = 0; row < model->rowCount(); ++row)
            fanOuts << model->index(row, StormListModel::FanOutColumn).data().toString();
        QVERIFY(fanOuts.contains(QStringLiteral("≤ 2,046")));
        QVERIFY(fanOuts.contains(QStringLiteral("not measured")));
    }
};

BAROGRAPH_TEST(TestStormCalculator)
#include "tst_storm_calculator.moc"
