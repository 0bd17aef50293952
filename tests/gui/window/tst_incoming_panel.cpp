// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/node_list_model.h"
#include "main_window.h"
#include "panels/incoming_panel.h"
#include "panels/node_card.h"
#include "panels/node_view.h"
#include "panels/node_view/dock_area.h"
#include "support/frame_factory.h"
#include "test_case.h"
#include "theme/colors.h"
#include "widgets/badge.h"
#include "widgets/queue_gauge.h"
#include "widgets/value_label.h"

#include <QPainter>

#include <set>

using namespace barograph;
using namespace barograph::testing;

namespace {

NodeFrame nodeNamed(const QString &id)
{
    for (NodeFrame &node : incomingNodes()) {
        if (node.id == id)
            return node;
    }
    qFatal("There is no such state.");
}

QString figure(const IncomingPanel &panel, const QString &accessibleName)
{
    for (const auto *label : panel.findChildren<ValueLabel *>()) {
        if (label->accessibleName() == accessibleName)
            return label->text();
    }
    return QStringLiteral("(no such value)");
}

/// The texts that stand beside a mark and are shown, from top to bottom.
QStringList marked(const IncomingPanel &panel)
{
    QStringList texts;
    for (const auto *label : panel.findChildren<MarkLabel *>()) {
        if (!label->isHidden())
            texts << label->text();
    }
    return texts;
}

QImage gaugeOf(const QString &id)
{
    QueueGauge gauge;
    gauge.resize(300, gauge.sizeHint().height());
    gauge.setView(nodeNamed(id).incoming, id);
    return gauge.grab().toImage();
}

int pixelsOf(const QImage &image, const QColor &color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == color ? 1 : 0;
    }
    return count;
}

} // namespace

class TestIncomingPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatBecomesOfTheQueue_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("depth");
        QTest::addColumn<QString>("forecast");
        const auto row = [](const char *id, const char *depth, const char *forecast) {
            QTest::newRow(id) << QString::fromLatin1(id) << QString::fromLatin1(depth) << QString::fromLatin1(forecast);
        };
        row("unknown", "Incoming: unknown", "unknown");
        row("not-supported", "Incoming: cannot be told from this kind of node",
            "cannot be told from this kind of node");
        row("empty", "Incoming: no queue", "nothing has to wait");
        row("steady", "Incoming: 200 waiting", "steady");
        row("draining", "Incoming: 2,880 waiting", "drains in 4 min");
        row("filling", "Incoming: 91,400 waiting", "fills in 11 min: incoming messages will be lost");
        row("full", "Incoming: 100,000 waiting", "full: incoming messages are being lost");
        row("estimate", "Incoming: 12,400 waiting (estimate)", "growing: full in 3 h 59 min if it goes on like this");
        row("beyond-gauges", "Incoming: 3,104 waiting (estimate)", "drains in 23 min");
    }
    void saysWhatBecomesOfTheQueue()
    {
        QFETCH(const QString, id);
        IncomingPanel panel;
        panel.setNode(nodeNamed(id), frameTime());
        const QStringList texts = marked(panel);
        QTEST(texts.at(0), "depth");
        QTEST(texts.at(1), "forecast");
        const auto *gauge = panel.findChild<QueueGauge *>();
        QVERIFY(gauge->accessibleDescription().contains(QStringLiteral("of 100,000")));
    }

    void tellsTheBotsServer()
    {
        IncomingPanel panel;
        panel.setNode(nodeNamed(QStringLiteral("filling")), frameTime());
        QVERIFY(marked(panel).contains(
            QStringLiteral("3.4% of callbacks fail; it answers in 1.9 s; WhatsApp's norm is 250 ms")));
        QVERIFY(marked(panel).contains(
            QStringLiteral("too small by the published rule: 2 CPU/2 GB, needs 6 CPU/6 GB for 20 TPS")));
        QVERIFY(panel.needsAttention());
        QCOMPARE(panel.badge(), QStringLiteral("FILLS IN 11 MIN"));
        QCOMPARE(figure(panel, QStringLiteral("Outgoing messages pending at the node")), QStringLiteral("318"));
        panel.setNode(nodeNamed(QStringLiteral("empty")), frameTime());
        QVERIFY(!panel.needsAttention());
        QVERIFY(marked(panel).contains(QStringLiteral("answers in 84 ms, within WhatsApp's norm of 250 ms")));
    }

    void unknownNotSupportedAndZeroLookDifferent()
    {
        const QImage unknown = gaugeOf(QStringLiteral("unknown"));
        const QImage never = gaugeOf(QStringLiteral("not-supported"));
        const QImage empty = gaugeOf(QStringLiteral("empty"));
        QVERIFY(unknown != never && never != empty && unknown != empty);
        IncomingPanel panel;
        std::set<QString> risks;
        for (const char *id : {"unknown", "not-supported", "empty"}) {
            panel.setNode(nodeNamed(QLatin1String(id)), frameTime());
            risks.insert(figure(panel, QStringLiteral("Messages at risk")));
        }
        QCOMPARE(risks.size(), std::size_t{3});
    }

    void theScaleShowsTwoHundredOfAHundredThousand()
    {
        QCOMPARE(QueueGauge::positionOf(0, 100'000), 0.0);
        QCOMPARE(QueueGauge::positionOf(100'000, 100'000), 1.0);
        QCOMPARE(QueueGauge::positionOf(250'000, 100'000), 1.0);
        QCOMPARE(QueueGauge::positionOf(5, 0), 0.0);
        QVERIFY(QueueGauge::positionOf(200, 100'000) > 0.3);
        const QColor info = themeColors(QPalette()).info;
        const int few = pixelsOf(gaugeOf(QStringLiteral("steady")), info);
        QVERIFY2(few > 16 * 80, qPrintable(QString::number(few)));
        // An estimate is hatched, not filled.
        QVERIFY(pixelsOf(gaugeOf(QStringLiteral("beyond-gauges")), info) < few);
    }

    void trendsDifferByShape()
    {
        // The arrow lies before the bar.
        const auto arrow = [](const char *id) {
            return gaugeOf(QLatin1String(id)).copy(0, 0, 18, 18).convertToFormat(QImage::Format_Mono);
        };
        const std::vector<QImage> arrows{arrow("empty"), arrow("steady"), arrow("draining"), arrow("filling"),
                                         arrow("full")};
        for (std::size_t i = 0; i < arrows.size(); ++i) {
            for (std::size_t k = i + 1; k < arrows.size(); ++k)
                QVERIFY2(arrows[i] != arrows[k], qPrintable(QStringLiteral("%1 and %2").arg(i).arg(k)));
        }
    }

    void theCardCarriesTheRisk()
    {
        NodeListModel model;
        model.setFrame(frameOf({nodeNamed(QStringLiteral("filling")), nodeNamed(QStringLiteral("empty"))}),
                       frameTime());
        const auto first = model.index(0, 0);
        QCOMPARE(first.data(RiskRole).toString(), QStringLiteral("FILLS IN 11 MIN"));
        QVERIFY(first.data(RiskCriticalRole).toBool());
        const NodeCard card(first);
        QVERIFY2(
            card.text().contains(QStringLiteral("FILLS IN 11 MIN: Incoming queue: 91,400 waiting; fills in 11 min: "
                                                "incoming messages will be lost. Told by the node")),
            qPrintable(card.text()));
        QCOMPARE(model.index(1, 0).data(RiskRole).toString(), QString());
        const auto painted = [](const QModelIndex &index) {
            QImage image(260, NodeCard::heightFor(QFont()), QImage::Format_RGB32);
            image.fill(Qt::black);
            QPainter painter(&image);
            NodeCard(index).paint(painter, image.rect(), QFont(), QPalette(), false);
            painter.end();
            return pixelsOf(image, themeColors(QPalette()).bannerFill);
        };
        QVERIFY(painted(first) > 300);
        QCOMPARE(painted(model.index(1, 0)), 0);
    }

    /// A small window has it in front, beside the chart; a large one needs no tab for it.
    void canBeSeenWithoutBeingAskedFor()
    {
        MainWindow window;
        window.setClock(frameTime);
        window.resize(1280, 720);
        window.setFrame(frameOf({nodeNamed(QStringLiteral("filling"))}));
        window.show();
        auto *view = window.findChild<NodeView *>();
        QTRY_VERIFY(!view->area().isSettling() && view->isPanelShown(PanelId::Incoming));
        const auto *panel = window.findChild<IncomingPanel *>();
        QVERIFY(panel->isVisible());
        view->showPanel(PanelId::Notices);
        QTRY_VERIFY(!panel->isVisible());
        // Where there is room it is seen whichever tab is at the front.
        window.resize(1920, 1080);
        QTRY_VERIFY(panel->isVisible() && panel->width() >= 320);
        view->showPanel(PanelId::Notices);
        window.showWebhooks();
        QTRY_VERIFY(view->isPanelShown(PanelId::Webhooks));
        QVERIFY(panel->isVisible());
    }
};

BAROGRAPH_TEST(TestIncomingPanel)
#include "tst_incoming_panel.moc"
