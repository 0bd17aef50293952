// SPDX-License-Identifier: GPL-3.0-or-later
// Every window in its states through QAccessible and with real Tab keys.
#include "main_window.h"
#include "panels/banner.h"
#include "panels/node_list.h"
#include "support/dialog_gallery.h"
#include "support/frame_factory.h"
#include "support/widget_audit.h"
#include "test_case.h"
#include "text/state_news.h"
#include "widgets/announcer.h"

#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace barograph;
using namespace barograph::testing;

namespace {

/// What screen readers are told meanwhile.
class Heard
{
public:
    Heard()
    {
        QAccessible::setActive(true);
        s_events.clear();
        m_before = QAccessible::installUpdateHandler(&Heard::take);
    }
    ~Heard() { QAccessible::installUpdateHandler(m_before); }

    int alerts(const QObject *from) const
    {
        return static_cast<int>(std::count_if(s_events.begin(), s_events.end(), [from](const auto &event) {
            return event.first == QAccessible::Alert && event.second == from;
        }));
    }

private:
    static void take(QAccessibleEvent *event) { s_events.emplace_back(event->type(), event->object()); }

    static inline std::vector<std::pair<QAccessible::Event, const QObject *>> s_events;
    QAccessible::UpdateHandler m_before;
};

void addWindows(const std::vector<GalleryWindow> &windows)
{
    QTest::addColumn<int>("at");
    for (std::size_t at = 0; at < windows.size(); ++at)
        QTest::newRow(qPrintable(windows[at].name)) << static_cast<int>(at);
}

void audit(const std::vector<GalleryWindow> &windows)
{
    QFETCH(const int, at);
    const auto window = windows[static_cast<std::size_t>(at)].make();
    window->show();
    const QStringList faults = nameFaults(*window) + focusOrderFaults(*window);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

} // namespace

class TestAccessibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QAccessible::setActive(true); }

    void dialogs_data() { addWindows(allDialogs()); }
    void dialogs() { audit(allDialogs()); }

    void mainWindow_data() { addWindows(mainWindowStates()); }
    void mainWindow() { audit(mainWindowStates()); }

    /// The audit itself: each fault is found.
    void faultsAreFound()
    {
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        auto *iconOnly = new QToolButton(&window);
        iconOnly->setFocusPolicy(Qt::StrongFocus);
        auto *nameless = new QLineEdit(&window);
        auto *trap = new QPlainTextEdit(&window);
        trap->setAccessibleName(QStringLiteral("trap"));
        auto *forNothing = new QLabel(QStringLiteral("&For nothing"), &window);
        auto *cut = new QLabel(QStringLiteral("much too long for its room"), &window);
        cut->setFixedWidth(20);
        for (QWidget *widget : std::initializer_list<QWidget *>{iconOnly, nameless, trap, forNothing, cut})
            layout->addWidget(widget);
        window.show();
        const QString names = nameFaults(window).join(u'\n');
        QVERIFY2(names.contains(QStringLiteral("QToolButton")) && names.contains(QStringLiteral("QLineEdit")) &&
                     names.contains(QStringLiteral("For nothing")),
                 qPrintable(names));
        QCOMPARE(clippedTexts(window).size(), 1);
        QVERIFY(focusOrderFaults(window).join(u'\n').contains(QStringLiteral("keeps the focus: QPlainTextEdit")));
        trap->setTabChangesFocus(true);
        QCOMPARE(focusOrderFaults(window), QStringList());
        QWidget::setTabOrder(trap, nameless);
        QWidget::setTabOrder(nameless, iconOnly);
        QVERIFY(focusOrderFaults(window).join(u'\n').contains(QStringLiteral("goes backwards")));
    }

    void newStatesAreTold()
    {
        const Heard heard;
        MainWindow window;
        window.setClock(frameTime);
        window.setFrame(frameOf({calmNode()}));
        window.show();
        const auto *list = window.findChild<NodeList *>();
        QCOMPARE(heard.alerts(list), 0);
        NodeFrame down = calmNode();
        down.judgement.state = NodeState::Down;
        window.setFrame(frameOf({down}));
        QCOMPARE(heard.alerts(list), 1);
        QVERIFY2(list->accessibleDescription().contains(down.name), qPrintable(list->accessibleDescription()));
        window.setFrame(frameOf({down}));
        QCOMPARE(heard.alerts(list), 1);
    }

    void errorsAreTold()
    {
        const Heard heard;
        Banner banner(Banner::Tone::Error);
        banner.setNotice(QStringLiteral("The disk is full."));
        QCOMPARE(heard.alerts(&banner), 1);
        QCOMPARE(banner.accessibleDescription(), QStringLiteral("The disk is full."));
    }

    void aStormOfNewsIsOneMessage()
    {
        const Heard heard;
        QWidget speaker;
        Announcer announcer(&speaker, Millis{80});
        for (int i = 0; i < 50; ++i)
            announcer.say(QString::number(i));
        QCOMPARE(heard.alerts(&speaker), 1); // the first at once
        QTRY_COMPARE_WITH_TIMEOUT(speaker.accessibleDescription(), QStringLiteral("49"), 20'000);
        QCOMPARE(heard.alerts(&speaker), 2);
    }

    void manyChangesAreSaidShortly()
    {
        const FramePtr frame = manyNodesFrame(12);
        NodeStates before;
        for (const NodeFrame &node : frame->nodes)
            before.insert(node.id, node.judgement.state == NodeState::Ok ? NodeState::Down : NodeState::Ok);
        const QString news = stateNews(before, *frame);
        QVERIFY2(news.contains(frame->nodes[2].name) && !news.contains(frame->nodes[3].name), qPrintable(news));
        QVERIFY2(news.contains(QStringLiteral("9 more")), qPrintable(news));
        QVERIFY(stateNews({}, *frame).isEmpty());
        QVERIFY(stateNews(nodeStates(*frame), *frame).isEmpty());
    }
};

BAROGRAPH_TEST(TestAccessibility)
#include "tst_accessibility.moc"
