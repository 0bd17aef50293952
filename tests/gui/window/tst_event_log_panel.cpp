// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/annotation_strip.h"
#include "panels/event_filter_bar.h"
#include "panels/event_log_panel.h"
#include "support/eventlog_frames.h"
#include "support/frame_factory.h"
#include "test_case.h"
#include "widgets/event_table.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>

#include <time.h>

using namespace barograph;
using namespace barograph::testing;

namespace {

constexpr int kSearchPatience = 60'000;

/// The panel with a log behind it, on screen.
struct Stage
{
    explicit Stage(std::size_t events = 5'000)
    {
        view.setNow(frameTime());
        fillStormLog(log, events);
        panel = std::make_unique<EventLogPanel>(view);
        panel->resize(1'000, 500);
        show();
    }

    void show()
    {
        publish();
        panel->show();
        settle();
    }
    void publish()
    {
        frame = stormLogFrame(log);
        panel->setFrame(frame, frame->nodes[0], frameTime());
    }
    void settle()
    {
        QTRY_VERIFY_WITH_TIMEOUT(!model()->isSearching(), kSearchPatience);
        QCoreApplication::processEvents();
    }
    /// More events, all of them reads of this node just now.
    void more(int count)
    {
        for (int i = 0; i < count; ++i) {
            IngestedEvent event;
            event.kind = EventKind::Read;
            event.arrival = frameTime();
            log.add(event, false);
        }
        publish();
        settle();
    }

    EventTable *table() const { return panel->findChild<EventTable *>(); }
    EventLogModel *model() const { return panel->findChild<EventLogModel *>(); }
    EventFilterBar *bar() const { return panel->findChild<EventFilterBar *>(); }
    QLineEdit *line() const { return bar()->findChild<QLineEdit *>(); }
    QPushButton *live() const { return bar()->findChild<QPushButton *>(); }
    template<typename Button> Button *button(const char *text) const
    {
        for (auto *candidate : panel->findChildren<Button *>()) {
            if (candidate->text() == QString::fromUtf8(text))
                return candidate;
        }
        return nullptr;
    }
    bool says(const QString &text) const
    {
        const auto labels = bar()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->text() == text; });
    }
    void type(const QString &text)
    {
        line()->setFocus();
        line()->clear();
        QTest::keyClicks(line(), text);
        QTest::keyClick(line(), Qt::Key_Return);
        settle();
    }
    UtcTime timeOf(int row) const { return fromUnixMillis(model()->record(row).arrivedMs); }

    TimeView view;
    EventLogWriter log;
    FramePtr frame;
    std::unique_ptr<EventLogPanel> panel;
};

bool saysNote(const AnnotationStrip &strip, const QString &words)
{
    const auto labels = strip.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
                       [&words](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
}

} // namespace

class TestEventLogPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheNewestUntilItIsScrolled()
    {
        Stage stage;
        auto *table = stage.table();
        QVERIFY(table->isFollowing() && stage.live()->isHidden());
        stage.more(10);
        QCOMPARE(table->topRow(), 0);
        table->verticalScrollBar()->setValue(200);
        QVERIFY(!table->isFollowing());
        const auto shown = stage.model()->sequence(table->topRow());
        stage.more(112);
        QCOMPARE(stage.model()->sequence(table->topRow()), shown); // what is on screen stays
        QCOMPARE(stage.live()->text(), QStringLiteral("312 newer: go live"));
        QVERIFY(!stage.live()->isHidden());
        QTest::mouseClick(stage.live(), Qt::LeftButton);
        QVERIFY(table->isFollowing() && stage.live()->isHidden());
        QCOMPARE(table->topRow(), 0);
        // Back by hand is back too.
        table->verticalScrollBar()->setValue(5);
        table->verticalScrollBar()->setValue(0);
        QVERIFY(table->isFollowing());
    }

    void aChosenRowStaysChosenAndOnScreen()
    {
        Stage stage;
        auto *table = stage.table();
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Down);
        QTest::keyClick(table, Qt::Key_Down);
        QCOMPARE(table->currentIndex().row(), 1);
        const auto chosen = stage.model()->sequence(1);
        const auto top = stage.model()->sequence(table->topRow());
        stage.more(400);
        QCOMPARE(stage.model()->sequence(table->currentIndex().row()), chosen);
        QCOMPARE(stage.model()->sequence(table->topRow()), top);
        QVERIFY(table->selectionModel()->isRowSelected(table->currentIndex().row(), {}));
        QTest::keyClick(table, Qt::Key_Escape);
        QVERIFY(table->isFollowing() && !table->currentIndex().isValid());
        QVERIFY(!table->selectionModel()->hasSelection());
        QTest::keyClick(table, Qt::Key_End);
        QCOMPARE(table->currentIndex().row(), stage.model()->rowCount() - 1);
        QTest::keyClick(table, Qt::Key_PageUp);
        QVERIFY(table->currentIndex().row() < stage.model()->rowCount() - 5);
        QTest::keyClick(table, Qt::Key_Home);
        QCOMPARE(table->currentIndex().row(), 0);
        QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
        QVERIFY(table->selectionModel()->isRowSelected(stage.model()->rowCount() - 1, {}));
    }

    void timesAreLocalAndSayInWhichZone()
    {
        const QByteArray before = qgetenv("TZ");
        const auto inZone = [](const char *zone) -> QString {
            qputenv("TZ", zone);
            ::tzset();
            Stage stage(60);
            const auto *model = stage.model();
            return model->headerData(EventLogModel::TimeColumn, Qt::Horizontal, Qt::DisplayRole).toString() + u' ' +
                   model->index(0, EventLogModel::TimeColumn).data().toString();
        };
        const QString utc = inZone("UTC");
        const QString west = inZone("<-0330>3:30");
        const QString east = inZone("<+13>-13");
        qputenv("TZ", before);
        ::tzset();
        QVERIFY2(utc.startsWith(QStringLiteral("Arrived (UTC+00:00) 02:41:07.")), qPrintable(utc));
        QVERIFY2(west.startsWith(QStringLiteral("Arrived (UTC−03:30) 23:11:07.")), qPrintable(west));
        QVERIFY2(east.startsWith(QStringLiteral("Arrived (UTC+13:00) 15:41:07.")), qPrintable(east));
        Stage days(300'000); // more than three hours: back into yesterday, which is told
        const auto oldest = days.model()->index(days.model()->rowCount() - 1, EventLogModel::TimeColumn);
        QVERIFY2(oldest.data().toString().startsWith(QStringLiteral("03-04 23:")),
                 qPrintable(oldest.data().toString()));
    }

    void showsTheChosenNodeOrAll()
    {
        Stage stage;
        const int own = stage.model()->rowCount();
        QVERIFY(own > 0 && own < 5'000);
        QVERIFY(stage.says(QStringLiteral("%1 of 5,000").arg(QLocale(QLocale::English).toString(own))));
        stage.button<QCheckBox>("All nodes")->click();
        stage.settle();
        QCOMPARE(stage.model()->rowCount(), 5'000);
        stage.button<QCheckBox>("All nodes")->click();
        stage.panel->setFrame(stage.frame, stage.frame->nodes[1], frameTime());
        stage.settle();
        QCOMPARE(stage.model()->rowCount(), 5'000 - own);
    }

    void kindsAreSwitched()
    {
        Stage stage;
        const int all = stage.model()->rowCount();
        const auto rowsWithout = [&](const char *name) {
            auto *button = stage.button<QToolButton>(name);
            button->click();
            stage.settle();
            const int rows = stage.model()->rowCount();
            button->click();
            stage.settle();
            return rows;
        };
        int sum = 0;
        for (const char *name : {"Receive", "Send", "Delivery", "Read", "Apart"})
            sum += all - rowsWithout(name);
        QCOMPARE(sum, all); // each event is of one of them
        const int first = rowsWithout("Redelivered");
        QVERIFY(first < all && first > all * 8 / 10);
        QCOMPARE(stage.model()->rowCount(), all);
    }

    void theLineFiltersAndSaysWhatIsWrong()
    {
        Stage stage;
        stage.type(QStringLiteral("read subscribers"));
        QVERIFY(stage.model()->rowCount() > 0);
        for (int row = 0; row < stage.model()->rowCount(); row += 50)
            QCOMPARE(stage.model()->record(row).kind, static_cast<quint8>(EventKind::Read));
        const int rows = stage.model()->rowCount();
        stage.type(QStringLiteral("read lag>=often"));
        QCOMPARE(stage.model()->rowCount(), rows); // as before
        QVERIFY(stage.says(QStringLiteral("“lag>=often” is no lag. Write it like lag>=5s, lag>=250ms or lag>=2m.")));
        stage.type(QStringLiteral("lag>=10s"));
        for (int row = 0; row < stage.model()->rowCount(); ++row)
            QVERIFY(stage.model()->record(row).lagMs >= 10'000);
        QVERIFY(!stage.says(QStringLiteral("“lag>=often” is no lag. Write it like lag>=5s, lag>=250ms or lag>=2m.")));
        QTest::keyClick(stage.line(), Qt::Key_Escape);
        stage.settle();
        QVERIFY(stage.model()->rowCount() > rows);
    }

    void keysFilterByWhatTheRowIsAbout()
    {
        Stage stage;
        auto *table = stage.table();
        table->setFocus();
        int row = 0;
        while (stage.model()->record(row).group == 0)
            ++row;
        table->setCurrentIndex(stage.model()->index(row, 0));
        QTest::keyClick(table, Qt::Key_G);
        stage.settle();
        QCOMPARE(stage.line()->text(), QStringLiteral("group:4f2a91bc"));
        for (int i = 0; i < stage.model()->rowCount(); i += 20)
            QCOMPARE(stage.model()->record(i).group, 0x4f2a91bcU);
        QTest::keyClick(table, Qt::Key_Slash);
        QVERIFY(stage.line()->hasFocus());
    }

    void theCrosshairLeadsAndLetsGo()
    {
        Stage stage;
        auto *table = stage.table();
        const UtcTime at = frameTime() - Millis{100'000};
        stage.view.setCursor(at);
        const int middle = table->topRow() + table->visibleRows() / 2;
        QVERIFY(std::chrono::abs(stage.timeOf(middle) - at) < Millis{2'000});
        stage.view.setCursor({});
        QVERIFY(table->isFollowing());
        QCOMPARE(table->topRow(), 0);
        stage.button<QCheckBox>("Follow the crosshair")->click();
        stage.view.setCursor(at);
        QCOMPARE(table->topRow(), 0);
    }

    void marksTheSecondOfTheCrosshair()
    {
        Stage stage;
        const QImage before = stage.table()->viewport()->grab().toImage();
        stage.table()->showRow(500);
        const QImage plain = stage.table()->viewport()->grab().toImage();
        stage.table()->markSecond(secondOf(stage.timeOf(500)));
        QVERIFY(stage.table()->viewport()->grab().toImage() != plain);
        stage.table()->markSecond({});
        QCOMPARE(stage.table()->viewport()->grab().toImage(), plain);
        QVERIFY(plain != before);
    }

    void rowsPointInTheCharts()
    {
        Stage stage;
        auto *table = stage.table();
        QSignalSpy moved(&stage.view, &TimeView::cursorChanged);
        const QRect third = table->visualRect(stage.model()->index(2, 1));
        QTest::mouseMove(table->viewport(), third.center());
        QTRY_COMPARE_WITH_TIMEOUT(stage.view.cursor(), std::optional(stage.timeOf(2)), 10'000);
        QCOMPARE(table->topRow(), 0); // the log does not run after its own finger
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(table, &leave);
        QVERIFY(!stage.view.cursor());

        table->setFocus();
        QTest::keyClick(table, Qt::Key_Down);
        QCOMPARE(stage.view.cursor(), std::optional(stage.timeOf(0)));
        stage.view.setSpan(Millis{60'000});
        table->setCurrentIndex(stage.model()->index(3'000, 0));
        QTest::keyClick(table, Qt::Key_Return);
        QVERIFY(!stage.view.isLive());
        QVERIFY(stage.view.left() < stage.timeOf(3'000) && stage.timeOf(3'000) < stage.view.right());
    }

    void onlyWhatTheChartsShow()
    {
        Stage stage;
        stage.view.show(frameTime() - Millis{60'000}, frameTime() - Millis{20'000});
        stage.button<QCheckBox>("Only what the charts show")->click();
        stage.settle();
        const int rows = stage.model()->rowCount();
        QVERIFY(rows > 500 && rows < 1'000); // 40 s of 22 a second
        QVERIFY(stage.timeOf(0) < stage.view.right());
        QVERIFY(stage.timeOf(rows - 1) >= UtcTime{secondOf(stage.view.left())});
        stage.view.show(frameTime() - Millis{60'000}, frameTime() - Millis{40'000});
        stage.settle();
        QVERIFY(stage.model()->rowCount() < rows);
    }

    void copiesWhatIsChosen()
    {
        Stage stage;
        auto *table = stage.table();
        table->setFocus();
        table->setCurrentIndex(stage.model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        const QString copied = QApplication::clipboard()->text();
        QCOMPARE(copied.count(u'\n'), 3);
        QVERIFY(copied.contains(QStringLiteral("2026-03-05T02:41:")));
        QVERIFY(!copied.contains(QStringLiteral("Subscribers")));
    }

    void aNoteIsWrittenInPlace()
    {
        Stage stage;
        QSignalSpy requested(stage.panel.get(), &EventLogPanel::annotationRequested);
        stage.panel->noteAt(frameTime());
        auto *strip = stage.panel->findChild<AnnotationStrip *>();
        QVERIFY(strip->isVisible());
        auto *text = strip->findChild<QLineEdit *>();
        QVERIFY(text->hasFocus());
        QTest::keyClicks(text, QStringLiteral("call 4917012345678"));
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(requested.size(), 0); // refused, and says why
        QVERIFY(saysNote(*strip, QStringLiteral("phone number")));
        text->clear();
        QTest::keyClicks(text, QStringLiteral("Provider restarted"));
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(requested.size(), 1);
        const auto request = requested[0][0].value<AnnotationRequest>();
        QCOMPARE(request.nodeId, stage.frame->nodes[0].id);
        QCOMPARE(request.at, frameTime());
        QCOMPARE(request.text, QStringLiteral("Provider restarted"));
        // Nothing is said to be saved before the answer.
        QVERIFY(strip->isVisible());
        QVERIFY(saysNote(*strip, QStringLiteral("being saved")));
        QVERIFY(text->isReadOnly());
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(requested.size(), 1); // not twice
        AnnotationAnswer answer;
        answer.nodeId = request.nodeId;
        answer.ticket = request.ticket;
        answer.error = QStringLiteral("The disk is full.");
        stage.panel->takeAnswer(answer);
        QVERIFY(strip->isVisible());
        QCOMPARE(text->text(), QStringLiteral("Provider restarted"));
        QVERIFY(saysNote(*strip, QStringLiteral("Not saved. The disk is full.")));
        QVERIFY(!saysNote(*strip, QStringLiteral("being saved")));
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(requested.size(), 2);
        answer.ok = true;
        stage.panel->takeAnswer(answer); // to what failed before: not to this one
        QVERIFY(strip->isVisible());
        answer.ticket = requested[1][0].value<AnnotationRequest>().ticket;
        stage.panel->takeAnswer(answer);
        QVERIFY(!strip->isVisible());
    }

    void aNoteIsBegunBeforeTheNumberIsKnown()
    {
        // As when the panel is made by what asks for the note.
        TimeView view;
        view.setNow(frameTime());
        EventLogWriter log;
        const FramePtr frame = stormLogFrame(log);
        EventLogPanel panel(view);
        panel.show();
        panel.noteAt(frameTime() - Seconds{30});
        auto *strip = panel.findChild<AnnotationStrip *>();
        QVERIFY(!strip->isVisible());
        panel.setFrame(frame, frame->nodes[0], frameTime());
        QVERIFY(strip->isVisible());
        QSignalSpy requested(&panel, &EventLogPanel::annotationRequested);
        auto *text = strip->findChild<QLineEdit *>();
        QTest::keyClicks(text, QStringLiteral("Provider restarted"));
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(requested.size(), 1);
        QCOMPARE(requested[0][0].value<AnnotationRequest>().at, frameTime() - Seconds{30});
        QCOMPARE(requested[0][0].value<AnnotationRequest>().nodeId, frame->nodes[0].id);
    }

    void aNoteThatFailedLaterComesBack()
    {
        Stage stage;
        QSignalSpy requested(stage.panel.get(), &EventLogPanel::annotationRequested);
        auto *strip = stage.panel->findChild<AnnotationStrip *>();
        auto *text = strip->findChild<QLineEdit *>();
        const auto fail = [&](qsizetype which) {
            AnnotationAnswer answer;
            answer.nodeId = requested[which][0].value<AnnotationRequest>().nodeId;
            answer.ticket = requested[which][0].value<AnnotationRequest>().ticket;
            answer.error = QStringLiteral("The disk is full.");
            stage.panel->takeAnswer(answer);
        };
        stage.panel->noteAt(frameTime());
        QTest::keyClicks(text, QStringLiteral("first"));
        QTest::keyClick(text, Qt::Key_Return);
        QTest::keyClick(text, Qt::Key_Escape); // goes on being saved
        QVERIFY(!strip->isVisible());
        fail(0);
        QVERIFY(strip->isVisible());
        QCOMPARE(text->text(), QStringLiteral("first"));

        // The line is taken for another note: the first one waits until it is free.
        QTest::keyClick(text, Qt::Key_Return);
        stage.panel->noteAt(frameTime() + Seconds{1});
        QTest::keyClicks(text, QStringLiteral("second"));
        fail(1);
        QCOMPARE(text->text(), QStringLiteral("second"));
        QTest::keyClick(text, Qt::Key_Escape); // given up
        QVERIFY(strip->isVisible());
        QCOMPARE(text->text(), QStringLiteral("first"));

        // Another number is looked at: nothing is lost, and nothing is said of the wrong one.
        const auto two = std::make_shared<Frame>(*stage.frame);
        two->nodes.push_back(two->nodes[0]);
        two->nodes[1].id = QStringLiteral("another");
        stage.panel->setFrame(two, two->nodes[1], frameTime());
        QVERIFY(!strip->isVisible());
        stage.panel->setFrame(two, two->nodes[0], frameTime());
        QVERIFY(strip->isVisible());
        QCOMPARE(text->text(), QStringLiteral("first"));
        QVERIFY(saysNote(*strip, QStringLiteral("Not saved.")));
        QTest::keyClick(text, Qt::Key_Escape);
        QVERIFY(!strip->isVisible());
    }

    void aRemovalIsWaitedForToo()
    {
        Stage stage;
        QSignalSpy removed(stage.panel.get(), &EventLogPanel::annotationRemovalRequested);
        auto *strip = stage.panel->findChild<AnnotationStrip *>();
        stage.panel->editNote({QStringLiteral("note/1"), frameTime(), MarkerKind::Annotation, stage.frame->nodes[0].id,
                               QStringLiteral("Provider restarted"), false});
        for (auto *button : strip->findChildren<QPushButton *>()) {
            if (button->text() == QStringLiteral("Remove note"))
                button->click();
        }
        QCOMPARE(removed.size(), 1);
        QVERIFY(saysNote(*strip, QStringLiteral("being removed")));
        AnnotationAnswer answer;
        answer.nodeId = stage.frame->nodes[0].id;
        answer.id = QStringLiteral("note/1");
        answer.ticket = removed[0][0].value<AnnotationRemoval>().ticket;
        answer.error = QStringLiteral("It is locked.");
        stage.panel->takeAnswer(answer);
        QVERIFY(saysNote(*strip, QStringLiteral("Not removed. It is locked.")));
        QCOMPARE(strip->findChild<QLineEdit *>()->text(), QStringLiteral("Provider restarted"));
    }

    void saysWhyItIsEmpty()
    {
        Stage stage(0);
        QCOMPARE(stage.table()->emptyText(), QStringLiteral("No event has arrived yet."));
        fillStormLog(stage.log, 100);
        stage.publish();
        stage.settle();
        stage.type(QStringLiteral("zzzz"));
        QCOMPARE(stage.model()->rowCount(), 0);
        QVERIFY(stage.table()->emptyText().startsWith(QStringLiteral("No event is like that.")));
        QVERIFY(stage.live()->isHidden());
        auto recorded = std::make_shared<Frame>(*stage.frame); // from a recording
        recorded->events.reset();
        stage.panel->setFrame(recorded, recorded->nodes[0], frameTime());
        QCOMPARE(stage.table()->emptyText(), QStringLiteral("No single events are kept of this time."));
    }

    void doesNothingWhileHidden()
    {
        Stage stage;
        stage.panel->hide();
        QSignalSpy inserted(stage.model(), &QAbstractItemModel::rowsInserted);
        stage.more(50);
        QCOMPARE(inserted.size(), 0);
        stage.panel->show();
        stage.settle();
        QVERIFY(inserted.size() > 0);
    }

    void whatIsUndoneWhileHiddenIsThereLater()
    {
        Stage stage;
        const int all = stage.model()->rowCount();
        const EventFilterChoice before = stage.bar()->choice();
        stage.type(QStringLiteral("lag>=10s"));
        const int late = stage.model()->rowCount();
        QVERIFY(late > 0 && late < all);
        const EventFilterChoice after = stage.bar()->choice();
        stage.panel->hide();
        QSignalSpy searched(stage.model(), &EventLogModel::searched);
        stage.bar()->setChoice(before);
        QCoreApplication::processEvents();
        QCOMPARE(searched.size(), 0); // nobody looks
        stage.panel->show();
        stage.settle();
        QCOMPARE(stage.model()->rowCount(), all);
        stage.bar()->setChoice(after);
        stage.settle();
        QCOMPARE(stage.model()->rowCount(), late);
        stage.bar()->setChoice(before);
        QVERIFY(!stage.button<QToolButton>("Read")->font().strikeOut());
    }

    void operatorsChoiceIsToldOnce()
    {
        Stage stage;
        QSignalSpy chosen(stage.bar(), &EventFilterBar::chosen);
        stage.button<QToolButton>("Read")->click();
        QCOMPARE(chosen.size(), 1);
        EventFilterChoice other = stage.bar()->choice();
        other.line = QStringLiteral("x");
        other.kinds.fill(true);
        other.allNodes = true;
        other.followsCrosshair = false;
        stage.bar()->setChoice(other); // somebody else's
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(stage.bar()->choice(), other);
        QVERIFY(!stage.button<QToolButton>("Read")->font().strikeOut());
        stage.bar()->clear();
        QCOMPARE(chosen.size(), 2);
        QVERIFY(stage.line()->text().isEmpty());
        stage.bar()->clear(); // nothing is left to be taken away, which is found out by who takes the steps
        QCOMPARE(stage.bar()->choice().followsCrosshair, false);
    }

    void screenReadersGetATable()
    {
        Stage stage;
        auto *table = QAccessible::queryAccessibleInterface(stage.table());
        QVERIFY(table && table->tableInterface());
        QCOMPARE(table->role(), QAccessible::Table);
        QCOMPARE(table->tableInterface()->rowCount(), stage.model()->rowCount());
        auto *cell = table->tableInterface()->cellAt(0, EventLogModel::KindColumn);
        QVERIFY(cell);
        QCOMPARE(cell->text(QAccessible::Name),
                 stage.model()->index(0, EventLogModel::KindColumn).data(Qt::AccessibleTextRole).toString());
        QVERIFY(!cell->rect().isEmpty());
        for (const auto *widget : stage.panel->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || widget->inherits("QHeaderView") ||
                widget->objectName().startsWith(QLatin1String("qt_")))
                continue;
            const auto *named = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
            QVERIFY2(!named->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
        }
    }

    void aMillionRowsCostNoMoreThanAScreenful()
    {
        Stage few(2'000);
        Stage many(EventLogView::kMost);
        few.panel->resize(1'100, 1'000);
        many.panel->resize(1'100, 1'000);
        const auto paint = [](Stage &stage) {
            const auto begin = ::clock(); // of this process: others may be busy
            for (int i = 0; i < 20; ++i) {
                stage.table()->verticalScrollBar()->setValue(i * 40);
                stage.table()->viewport()->repaint();
            }
            return static_cast<double>(::clock() - begin) * 1'000 / CLOCKS_PER_SEC / 20;
        };
        paint(few);
        qInfo("%.2f ms to paint of 2,000 rows, %.2f ms of %d", paint(few), paint(many), many.model()->rowCount());
        QVERIFY(many.model()->rowCount() > 800'000);
        const auto oldest = many.model()->rowCount() - 1;
        many.table()->setFocus();
        QTest::keyClick(many.table(), Qt::Key_End);
        QCOMPARE(many.table()->indexAt({5, many.table()->viewport()->height() - 30}).isValid(), true);
        QCOMPARE(many.table()->currentIndex().row(), oldest);
        // Rows come in on top ten times a second: nothing is laid out for those that are there.
        for (int i = 0; i < 20; ++i)
            many.more(500);
        QVERIFY(!many.table()->currentIndex().isValid()); // it was among the oldest, and they are gone
        QVERIFY(many.model()->rowCount() > 800'000);
    }
};

BAROGRAPH_TEST(TestEventLogPanel)
#include "tst_event_log_panel.moc"
