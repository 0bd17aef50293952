// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/webhooks_panel.h"
#include "support/frame_factory.h"
#include "test_case.h"
#include "text/labels.h"
#include "text/webhook_notices.h"
#include "theme/colors.h"
#include "widgets/badge.h"
#include "widgets/table_view.h"
#include "widgets/value_label.h"

#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>

using namespace barograph;
using namespace barograph::testing;

namespace {

constexpr auto kCloud = 1;
constexpr auto kWaha = 3;
constexpr auto kEvolution = 4;

QString lineOf(const QWidget &panel, const QString &name)
{
    for (const auto *label : panel.findChildren<MarkLabel *>()) {
        if (label->accessibleName() == name)
            return label->isVisibleTo(&panel) ? label->text() : QString();
    }
    return QStringLiteral("(no such line)");
}

Mark markOfLine(const QWidget &panel, const QString &name)
{
    for (const auto *label : panel.findChildren<MarkLabel *>()) {
        if (label->accessibleName() == name)
            return label->mark();
    }
    return Mark::Copy;
}

const ValueLabel *valueNamed(const QWidget &panel, const QString &name)
{
    for (const auto *label : panel.findChildren<ValueLabel *>()) {
        if (label->accessibleName() == name)
            return label;
    }
    return nullptr;
}

const TableView *tableNamed(const QWidget &panel, const QString &name)
{
    for (const auto *table : panel.findChildren<TableView *>()) {
        if (table->accessibleName() == name)
            return table;
    }
    return nullptr;
}

QStringList rowOf(const TableView &table, int row)
{
    QStringList cells;
    for (int column = 0; column < table.model()->columnCount(); ++column)
        cells << table.model()->index(row, column).data().toString();
    return cells;
}

QPushButton *buttonWith(const QWidget &panel, const QString &text)
{
    for (auto *candidate : panel.findChildren<QPushButton *>()) {
        if (candidate->text().remove(u'&').contains(text))
            return candidate;
    }
    return nullptr;
}

QString allText(const QWidget &panel)
{
    QString all;
    for (const auto *label : panel.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&panel))
            all += label->text() + u'\n';
    }
    return all;
}

/// Everything by which a value can be told from another kind of value without reading it.
QString lookOf(const ValueLabel &label)
{
    return QStringLiteral("%1 %2 %3")
        .arg(label.palette().color(QPalette::WindowText).name())
        .arg(label.font().italic())
        .arg(label.font().underline());
}

} // namespace

class TestWebhooksPanel : public QObject
{
    Q_OBJECT

    std::unique_ptr<WebhooksPanel> panelFor(const Frame &frame, const NodeFrame &node)
    {
        auto panel = std::make_unique<WebhooksPanel>();
        panel->resize(620, 900);
        panel->setNode(frame, node, frameTime());
        return panel;
    }
    std::unique_ptr<WebhooksPanel> panelFor(int which)
    {
        const FramePtr frame = kindsFrame();
        return panelFor(*frame, frame->nodes[static_cast<std::size_t>(which)]);
    }

private Q_SLOTS:
    void protectionIsInWords()
    {
        auto panel = panelFor(kWaha);
        QCOMPARE(lineOf(*panel, QStringLiteral("Protection")),
                 QStringLiteral("secret address, HMAC-SHA512 of the body"));
        QCOMPARE(markOfLine(*panel, QStringLiteral("Protection")), Mark::Ok);
        QVERIFY(!panel->needsAttention());
        NodeFrame node = calmNode();
        panel->setNode(*frameOf({node}), node, frameTime());
        QCOMPARE(lineOf(*panel, QStringLiteral("Protection")), QStringLiteral("unknown"));
        QCOMPARE(markOfLine(*panel, QStringLiteral("Protection")), Mark::Unknown);
    }

    void missingSecretSaysWhatToDo()
    {
        const auto panel = panelFor(kCloud);
        QVERIFY(lineOf(*panel, QStringLiteral("Secret")).startsWith(QStringLiteral("MISSING")));
        QCOMPARE(markOfLine(*panel, QStringLiteral("Secret")), Mark::Critical);
        QVERIFY(allText(*panel).contains(QStringLiteral("barograph secret --node cloud-api-1 --name webhook-secret")));
        QVERIFY(panel->needsAttention());
        NodeFrame stored = nodeOfKind(NodeKind::CloudApi);
        panel->setNode(*frameOf({stored}), stored, frameTime());
        QVERIFY(lineOf(*panel, QStringLiteral("Secret")).isEmpty());
        QVERIFY(!allText(*panel).contains(QStringLiteral("barograph secret")));
        QVERIFY(!panel->needsAttention());
    }

    void handshakeOnlyWhereOneIsWanted()
    {
        const auto panel = panelFor(kCloud);
        QSignalSpy asked(panel.get(), &WebhooksPanel::verifyTokenRequested);
        QVERIFY(lineOf(*panel, QStringLiteral("Verification")).startsWith(QStringLiteral("not yet")));
        auto *copy = buttonWith(*panel, QStringLiteral("Copy verify token"));
        QVERIFY(copy->isVisibleTo(panel.get()));
        copy->click();
        QCOMPARE(asked.count(), 1);
        NodeFrame node = nodeOfKind(NodeKind::CloudApi);
        node.route.verifiedAt = frameTime() - Seconds{90};
        panel->setNode(*frameOf({node}), node, frameTime());
        QVERIFY(lineOf(*panel, QStringLiteral("Verification")).startsWith(QStringLiteral("done at ")));
        QVERIFY(lineOf(*panel, QStringLiteral("Verification")).contains(QStringLiteral("1 min 30 s ago")));
        const NodeFrame waha = nodeOfKind(NodeKind::Waha);
        panel->setNode(*frameOf({waha}), waha, frameTime());
        QVERIFY(lineOf(*panel, QStringLiteral("Verification")).isEmpty());
        QVERIFY(!copy->isVisibleTo(panel.get()));
    }

    void sessionIsToldForGateways_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("state"); // −1: the node never told one
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("mark");
        const auto row = [](const char *name, NodeKind kind, int state, const char *words, Mark mark) {
            QTest::newRow(name) << static_cast<int>(kind) << state << QString::fromLatin1(words)
                                << static_cast<int>(mark);
        };
        const auto number = [](SessionState state) { return static_cast<int>(state); };
        row("working", NodeKind::Waha, number(SessionState::Working), "working since ", Mark::Ok);
        row("needs login", NodeKind::Evolution, number(SessionState::NeedsLogin), "needs login since ", Mark::Warning);
        row("failed", NodeKind::Waha, number(SessionState::Failed), "failed since ", Mark::Critical);
        row("never told", NodeKind::Waha, -1, "unknown", Mark::Unknown);
        row("cannot be told", NodeKind::Gowa, -1, "", Mark::Unknown);
        row("no gateway", NodeKind::CloudApi, -1, "", Mark::Unknown);
        row("on-premises", NodeKind::OnPremises, -1, "", Mark::Unknown);
    }
    void sessionIsToldForGateways()
    {
        QFETCH(const int, kind);
        QFETCH(const int, state);
        QFETCH(const QString, words);
        QFETCH(const int, mark);
        NodeFrame node = nodeOfKind(static_cast<NodeKind>(kind));
        node.session.reset();
        if (state >= 0)
            node.session = SessionView{static_cast<SessionState>(state), frameTime() - Seconds{60}};
        const auto panel = panelFor(*frameOf({node}), node);
        const QString line = lineOf(*panel, QStringLiteral("Session"));
        if (words.isEmpty()) {
            QVERIFY2(line.isEmpty(), qPrintable(line));
            return;
        }
        QVERIFY2(line.startsWith(words), qPrintable(line));
        QCOMPARE(static_cast<int>(markOfLine(*panel, QStringLiteral("Session"))), mark);
    }

    void tapTellsHowItIsConnected()
    {
        const auto panel = panelFor(kCloud);
        QVERIFY(lineOf(*panel, QStringLiteral("Tap")).isEmpty());
        NodeFrame node = nodeOfKind(NodeKind::Waha);
        node.tap = TapView{TapView::Connected, {}, frameTime() - Seconds{7}, 1234, 0, 0};
        panel->setNode(*frameOf({node}), node, frameTime());
        QCOMPARE(lineOf(*panel, QStringLiteral("Tap")),
                 QStringLiteral("connected since 02:41:00, 1,234 frames in this run"));
        QCOMPARE(markOfLine(*panel, QStringLiteral("Tap")), Mark::Ok);
        QVERIFY(!panel->needsAttention());
        node.tap->dropped = 3;
        panel->setNode(*frameOf({node}), node, frameTime());
        QVERIFY(lineOf(*panel, QStringLiteral("Tap")).contains(QStringLiteral("3 lost")));
        QCOMPARE(markOfLine(*panel, QStringLiteral("Tap")), Mark::Warning);
        node.tap = TapView{TapView::Failed, QStringLiteral("The key is wrong."), frameTime(), 0, 0, 0};
        panel->setNode(*frameOf({node}), node, frameTime());
        QCOMPARE(lineOf(*panel, QStringLiteral("Tap")),
                 QStringLiteral("FAILED at 02:41:07, 0 frames in this run. The key is wrong."));
        QCOMPARE(markOfLine(*panel, QStringLiteral("Tap")), Mark::Critical);
        QVERIFY(panel->needsAttention());
    }

    void refusedRequestsAreThoseOfThisNode()
    {
        const auto panel = panelFor(kEvolution);
        QCOMPARE(lineOf(*panel, QStringLiteral("Refused")),
                 QStringLiteral("15 requests in this run, the last 3 s ago"));
        QCOMPARE(markOfLine(*panel, QStringLiteral("Refused")), Mark::Critical);
        QVERIFY(panel->needsAttention());
        const auto *table = tableNamed(*panel, QStringLiteral("Refused requests"));
        QCOMPARE(table->model()->rowCount(), 2);
        QCOMPARE(rowOf(*table, 0),
                 (QStringList{QStringLiteral("10.0.0.7"), QStringLiteral("wrong signature or password"),
                              QStringLiteral("12"), QStringLiteral("3 s ago")}));
        QCOMPARE(rowOf(*table, 1).at(1), QStringLiteral("expired token"));

        const FramePtr frame = kindsFrame();
        panel->setNode(*frame, frame->nodes[kEvolution], frameTime() + kRefusalShownFor);
        QCOMPARE(markOfLine(*panel, QStringLiteral("Refused")), Mark::Warning);
        QVERIFY(!panel->needsAttention());
        panel->setNode(*frame, frame->nodes[0], frameTime());
        QCOMPARE(table->model()->rowCount(), 0);
        QCOMPARE(lineOf(*panel, QStringLiteral("Refused")), QStringLiteral("0 requests in this run"));
    }

    void sumIsAnEquationWithNumbers()
    {
        const auto panel = panelFor(0);
        const QString name = QStringLiteral("Events of this number, accounted for");
        QCOMPARE(lineOf(*panel, name),
                 QStringLiteral("184,230 events received = 181,004 counted + 2,791 apart + 412 redelivered + 23 "
                                "rejected"));
        QCOMPARE(markOfLine(*panel, name), Mark::Ok);
        QVERIFY(
            allText(*panel).contains(QStringLiteral("2,791 apart = 1,840 reaction + 924 send told twice + 27 failed")));
        NodeFrame lossy = nodeOfKind(NodeKind::OnPremises);
        ++lossy.ingest.received;
        panel->setNode(*frameOf({lossy}), lossy, frameTime());
        QCOMPARE(markOfLine(*panel, name), Mark::Critical);
        QVERIFY(lineOf(*panel, name).contains(QStringLiteral("184,231 events received, but")));
    }

    void everyKindCountedApartHasItsNumber()
    {
        const auto panel = panelFor(0);
        const NodeFrame node = nodeOfKind(NodeKind::OnPremises);
        for (std::size_t i = 0; i < kApartKindCount; ++i) {
            const QString kind = apartKindText(static_cast<ApartKind>(i));
            const auto *value = valueNamed(*panel, kind + QStringLiteral(", counted apart"));
            QVERIFY2(value, qPrintable(kind));
            QCOMPARE(QString(value->text()).remove(u','), QString::number(node.apart[i]));
            QCOMPARE(value->truth(), Truth::Measured);
        }
    }

    void zeroUnknownNotVisibleAndNotMeasuredLookDifferent()
    {
        ValueLabel zero(QStringLiteral("a"));
        ValueLabel unknown(QStringLiteral("b"));
        ValueLabel notMeasured(QStringLiteral("c"));
        ValueLabel notVisible(QStringLiteral("d"));
        ValueLabel notSupported(QStringLiteral("e"));
        KindVisibility blind;
        blind.individual[EventKind::Read] = Visibility::NotVisible;
        blind.group[EventKind::Read] = Visibility::NotVisible;
        const auto show = [](ValueLabel &label, const Reading<double> &reading, const KindVisibility &visibility) {
            label.setValue(shownKindRate(reading, EventKind::Read, NodeKind::Evolution, visibility, 0,
                                         QStringLiteral("counted"), frameTime()));
        };
        show(zero, Reading<double>::measured(0, frameTime()), {});
        show(unknown, {}, {});
        show(notMeasured, Reading<double>::notMeasured(), {});
        show(notSupported, Reading<double>::notSupported(), {});
        show(notVisible, Reading<double>::measured(0, frameTime()), blind);
        const std::array<const ValueLabel *, 5> labels{&zero, &unknown, &notMeasured, &notVisible, &notSupported};
        for (const auto *one : labels) {
            for (const auto *other : labels) {
                if (one == other)
                    continue;
                QVERIFY2(one->text() != other->text(), qPrintable(one->text()));
                const bool sameFamily =
                    (one == &unknown || one == &notSupported) && (other == &unknown || other == &notSupported);
                QVERIFY2(sameFamily || lookOf(*one) != lookOf(*other), qPrintable(one->text()));
            }
        }
        QCOMPARE(notVisible.text(), QStringLiteral("not visible"));
        QVERIFY(notVisible.isNotVisible());
        QVERIFY(notVisible.font().underline());
        QVERIFY2(notVisible.toolTip().contains(QStringLiteral("neither zero nor unknown")),
                 qPrintable(notVisible.toolTip()));
        // It goes as it came.
        show(notVisible, Reading<double>::measured(0, frameTime()), {});
        QCOMPARE(lookOf(notVisible), lookOf(zero));
    }

    void whatANodeCannotTellIsSaid()
    {
        const auto panel = panelFor(kEvolution);
        const auto *group = valueNamed(*panel, QStringLiteral("Read in groups"));
        QCOMPARE(group->text(), QStringLiteral("not visible"));
        QVERIFY(group->isNotVisible());
        QVERIFY(group->toolTip().contains(QStringLiteral("Evolution API keeps receipts of groups")));
        QCOMPARE(valueNamed(*panel, QStringLiteral("Read in single chats"))->text(), QStringLiteral("told"));
        QCOMPARE(valueNamed(*panel, QStringLiteral("Read, counted since the journal begins"))->text(),
                 QStringLiteral("30,770"));

        NodeFrame blind = nodeOfKind(NodeKind::Evolution);
        blind.visibility.individual[EventKind::Read] = Visibility::NotVisible;
        blind.totals[EventKind::Read] = 0;
        panel->setNode(*frameOf({blind}), blind, frameTime());
        QCOMPARE(valueNamed(*panel, QStringLiteral("Read, counted since the journal begins"))->text(),
                 QStringLiteral("not visible"));

        const NodeFrame waha = nodeOfKind(NodeKind::Waha);
        panel->setNode(*frameOf({waha}), waha, frameTime());
        QCOMPARE(group->text(), QStringLiteral("only if the node is set up to tell"));
        QVERIFY(!group->isNotVisible());
    }

    void errorsAndUnknownNamesHaveTheirCounts()
    {
        const auto panel = panelFor(0);
        const auto *errors = tableNamed(*panel, QStringLiteral("Errors told by the node"));
        QCOMPARE(errors->model()->rowCount(), 2);
        QCOMPARE(rowOf(*errors, 0).at(0), QStringLiteral("1014"));
        QCOMPARE(rowOf(*errors, 0).at(2), QStringLiteral("12"));
        QCOMPARE(rowOf(*errors, 0).at(3), QStringLiteral("40 s ago"));
        const auto *names =
            tableNamed(*panel, QStringLiteral("Names in bodies that Barograph does not know, of all numbers"));
        QCOMPARE(names->model()->rowCount(), 2);
        QCOMPARE(rowOf(*names, 0),
                 (QStringList{QStringLiteral("messages.upsert/newsletterName"), QStringLiteral("31")}));
        const NodeFrame other = calmNode();
        panel->setNode(*frameOf({other}), other, frameTime());
        QCOMPARE(errors->model()->rowCount(), 0);
        QCOMPARE(names->model()->rowCount(), 0);
    }

    void captureIsStartedAndStopped()
    {
        const auto panel = panelFor(0);
        QSignalSpy spy(panel.get(), &WebhooksPanel::captureRequested);
        QCOMPARE(lineOf(*panel, QStringLiteral("Raw bodies")), QStringLiteral("not recorded"));
        QVERIFY(allText(*panel).contains(QStringLiteral("texts, names and phone numbers replaced")));
        buttonWith(*panel, QStringLiteral("Record raw bodies for 10 min"))->click();
        QCOMPARE(spy.takeFirst()[0].toBool(), true);
        const FramePtr frame = kindsFrame();
        panel->setNode(*frame, frame->nodes[kWaha], frameTime());
        QCOMPARE(lineOf(*panel, QStringLiteral("Raw bodies")), QStringLiteral("BEING RECORDED for another 9 min 12 s"));
        QCOMPARE(markOfLine(*panel, QStringLiteral("Raw bodies")), Mark::Record);
        buttonWith(*panel, QStringLiteral("Stop recording"))->click();
        QCOMPARE(spy.takeFirst()[0].toBool(), false);
        // It is over by the clock, whether or not a frame says so.
        panel->setNode(*frame, frame->nodes[kWaha], frameTime() + Seconds{552});
        QCOMPARE(lineOf(*panel, QStringLiteral("Raw bodies")), QStringLiteral("not recorded"));
    }

    void whatTheNodeAnswersIsSaid()
    {
        const FramePtr asked = askedFrame();
        const auto panelOf = [&](std::size_t which) { return panelFor(*asked, asked->nodes[which]); };

        const auto cloud = panelOf(0);
        QCOMPARE(lineOf(*cloud, QStringLiteral("Asking")), QStringLiteral("Last answer 41 s ago."));
        QCOMPARE(lineOf(*cloud, QStringLiteral("May send")), QStringLiteral("limited"));
        QVERIFY(markOfLine(*cloud, QStringLiteral("May send")) == Mark::Warning);
        QVERIFY(lineOf(*cloud, QStringLiteral("Business account")).contains(QStringLiteral("Verify it")));
        QVERIFY(markOfLine(*cloud, QStringLiteral("App")) == Mark::Ok);
        QVERIFY(lineOf(*cloud, QStringLiteral("Throughput")).startsWith(QStringLiteral("STANDARD: 80")));
        QVERIFY(lineOf(*cloud, QStringLiteral("Quality")).startsWith(QStringLiteral("YELLOW")));
        QCOMPARE(lineOf(*cloud, QStringLiteral("Answers")), QString());

        const auto waha = panelOf(2);
        QCOMPARE(lineOf(*waha, QStringLiteral("Answers")), QStringLiteral("WORKING (working), engine NOWEB"));
        QVERIFY(lineOf(*waha, QStringLiteral("Server")).contains(QStringLiteral("mongodb")));
        QVERIFY(markOfLine(*waha, QStringLiteral("Server")) == Mark::Warning);
        QCOMPARE(lineOf(*waha, QStringLiteral("May send")), QString());

        const auto evolution = panelOf(3);
        QVERIFY(lineOf(*evolution, QStringLiteral("Answers")).contains(QStringLiteral("logged this instance out")));
        QVERIFY(markOfLine(*evolution, QStringLiteral("Answers")) == Mark::Critical);

        const auto gowa = panelOf(4);
        const QString fails = lineOf(*gowa, QStringLiteral("Asking"));
        QVERIFY2(fails.contains(QStringLiteral("last tried 3 s ago, last answer 2 min 10 s ago")), qPrintable(fails));
        QVERIFY2(fails.contains(QStringLiteral("refused the connection")), qPrintable(fails));
        QVERIFY(markOfLine(*gowa, QStringLiteral("Asking")) == Mark::Critical);
        // What it last said is there, and does not look like what it says now.
        QVERIFY(lineOf(*gowa, QStringLiteral("Answers")).contains(QStringLiteral("stale")));
        QVERIFY(markOfLine(*gowa, QStringLiteral("Answers")) == Mark::Unknown);
    }

    void nothingIsAskedWithoutAnAddress()
    {
        const auto waha = panelFor(kWaha);
        QVERIFY(lineOf(*waha, QStringLiteral("Asking")).startsWith(QStringLiteral("Not asked: no address")));
        QVERIFY(markOfLine(*waha, QStringLiteral("Asking")) == Mark::Unknown);
        QCOMPARE(lineOf(*waha, QStringLiteral("Answers")), QString());
        const auto onPremises = panelFor(0);
        QCOMPARE(lineOf(*onPremises, QStringLiteral("Asking")), QString());
    }

    void entitiesThatAreGoneAreNotShown()
    {
        FramePtr asked = askedFrame();
        NodeFrame node = asked->nodes[0];
        const auto panel = panelFor(*asked, node);
        AccountReport one = node.account.value();
        one.entities.resize(1);
        node.account = Reading<AccountReport>::measured(one, frameTime());
        panel->setNode(*asked, node, frameTime());
        QCOMPARE(lineOf(*panel, QStringLiteral("Phone number")), QStringLiteral("available"));
        QCOMPARE(lineOf(*panel, QStringLiteral("Business account")), QString());
    }

    void everythingIsReachedByTheKeyboard()
    {
        const auto panel = panelFor(kCloud);
        panel->show();
        panel->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(panel.get()));
        QSet<QWidget *> reached;
        for (int i = 0; i < 20; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            reached.insert(QApplication::focusWidget());
        }
        for (auto *button : panel->findChildren<QPushButton *>())
            QVERIFY2(reached.contains(button) || !button->isVisible(), qPrintable(button->text()));
        for (auto *table : panel->findChildren<TableView *>())
            QVERIFY2(reached.contains(table), qPrintable(table->accessibleName()));
    }

    void everyValueHasAName()
    {
        const auto panel = panelFor(kCloud);
        for (const auto *value : panel->findChildren<ValueLabel *>())
            QVERIFY(!value->accessibleName().isEmpty());
        for (const auto *line : panel->findChildren<MarkLabel *>()) {
            QVERIFY(!line->accessibleName().isEmpty());
            QCOMPARE(line->accessibleDescription(), line->text());
        }
        for (const auto *table : panel->findChildren<TableView *>())
            QVERIFY(!table->accessibleName().isEmpty());
        QVERIFY(!panel->accessibleName().isEmpty());
    }
};

BAROGRAPH_TEST(TestWebhooksPanel)
#include "tst_webhooks_panel.moc"
