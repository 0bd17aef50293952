// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/capacity_panel.h"
#include "test_case.h"
#include "timeline/time_view.h"
#include "widgets/badge.h"
#include "widgets/hour_cells.h"
#include "widgets/value_label.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace barograph;

namespace {

const QString kPanelNode = QStringLiteral("support-eu");
/// 2026-03-05 10:00:00 UTC; tests run in UTC.
constexpr UtcSecond kTen{Seconds{1'772'704'800}};

NodeFrame nodeWith(quint32 reads, double budget)
{
    NodeFrame node;
    node.id = kPanelNode;
    auto series = std::make_shared<SecondSeries>();
    series->first = kTen - Seconds{600};
    series->samples.assign(601, {{{0, 0, 0, reads}}, kAllKindsMask, 0});
    node.series = series;
    if (budget > 0)
        node.allocatedTps = Reading<double>::measured(budget, UtcTime{kTen});
    return node;
}

struct PanelStage
{
    TimeView view;
    TimelineStore store;
    CapacityPanel panel{view, store};
    NodeFrame node;

    PanelStage(quint32 reads, double budget)
        : node(nodeWith(reads, budget))
    {
        auto frame = std::make_shared<Frame>();
        frame->takenAt = UtcTime{kTen};
        frame->nodes = {node};
        store.setFrame(frame);
        view.setNow(UtcTime{kTen});
        panel.resize(420, 400);
        panel.show();
    }
    void look() { panel.setNode(node, UtcTime{kTen}); }
    QStringList labels() const
    {
        QStringList texts;
        for (const auto *label : panel.findChildren<QLabel *>()) {
            if (label->isVisibleTo(&panel))
                texts += label->text();
        }
        return texts;
    }
    bool says(const QString &words) const { return !labels().filter(words).isEmpty(); }
};

} // namespace

class TestCapacityPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unknownIsNotZero()
    {
        PanelStage stage(5, 0);
        stage.panel.setSpan(CapacityPanel::Span::OnScreen);
        stage.look();
        QVERIFY(stage.says(QStringLiteral("The budget was not known")));
        for (const auto *value : stage.panel.findChildren<ValueLabel *>()) {
            if (value->accessibleName().startsWith(QStringLiteral("At ")))
                QVERIFY(value->truth() == Truth::Unknown && value->text() == QStringLiteral("unknown"));
        }
    }

    void sharesOfWhatIsOnScreen()
    {
        PanelStage stage(21, 20);
        stage.panel.setSpan(CapacityPanel::Span::OnScreen);
        stage.look();
        QVERIFY(stage.says(QStringLiteral("The budget was used up for 100% of the time")));
        QVERIFY(stage.says(QStringLiteral("21 a second")));
        QVERIFY(stage.says(QStringLiteral("80 TPS would have been enough")));
        QVERIFY(stage.says(QStringLiteral("the present budget limited")));
    }

    void todayTellsHowMuchWasMeasured()
    {
        PanelStage stage(1, 20);
        stage.look();
        QVERIFY(stage.says(QStringLiteral("still being read")));
        QSignalSpy wanted(&stage.store, &TimelineStore::wanted);
        stage.look();
        QTRY_VERIFY_WITH_TIMEOUT(!wanted.isEmpty(), 10'000);
        for (const auto &key : wanted.last()[0].value<std::vector<TileKey>>())
            stage.store.setTile({key, std::make_shared<const std::vector<TimeBucket>>(kBucketsPerTile), {}, {}});
        stage.look();
        QVERIFY(!stage.says(QStringLiteral("still being read")));
        QVERIFY(stage.says(QStringLiteral("Measured: 10 min of 10 h")));
        QVERIFY(stage.says(QStringLiteral("Not measured: 9 h 50 min")));
    }

    void whatCannotBeReadIsTold()
    {
        PanelStage stage(1, 20);
        stage.panel.findChild<QPushButton *>(QStringLiteral("capacityWeek"))->click();
        QVERIFY(stage.panel.span() == CapacityPanel::Span::Week);
        QSignalSpy wanted(&stage.store, &TimelineStore::wanted);
        stage.look();
        QTRY_VERIFY_WITH_TIMEOUT(!wanted.isEmpty(), 10'000);
        for (const auto &key : wanted.last()[0].value<std::vector<TileKey>>())
            stage.store.setTile({key, nullptr, {}, QStringLiteral("The disk failed.")});
        stage.look();
        QVERIFY(stage.says(QStringLiteral("cannot be read. The disk failed.")));
    }

    void hoursCanBeReadByKeyboard()
    {
        HourCells cells;
        std::array<CapacityShare, 24> hours;
        hours[9] = {3'600, 1'800, 1'800, 90, 30};
        hours[10] = {600, 0, 0, 0, 0};
        cells.setHours(hours);
        QSignalSpy told(&cells, &HourCells::told);
        QTest::keyClick(&cells, Qt::Key_Home);
        QVERIFY(cells.accessibleDescription().contains(QStringLiteral("not part of this time")));
        for (int i = 0; i < 9; ++i)
            QTest::keyClick(&cells, Qt::Key_Right);
        QCOMPARE(cells.chosenHour(), 9);
        QCOMPARE(
            told.last()[0].toString(),
            QStringLiteral("09:00 to 10:00: at 80% or more for 1 min 30 s, at 100% or more for 30 s; 50% measured."));
        QTest::keyClick(&cells, Qt::Key_Right);
        QVERIFY(cells.accessibleDescription().contains(QStringLiteral("not measured")));
        QTest::keyClick(&cells, Qt::Key_End);
        QCOMPARE(cells.chosenHour(), 23);
    }

    void everythingHasAName()
    {
        PanelStage stage(1, 20);
        for (const auto *widget : stage.panel.findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || qobject_cast<const QLabel *>(widget))
                continue;
            const auto *button = qobject_cast<const QPushButton *>(widget);
            QVERIFY(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()));
        }
    }
};

BAROGRAPH_TEST(TestCapacityPanel)
#include "tst_capacity_panel.moc"
