// SPDX-License-Identifier: GPL-3.0-or-later
// Every window at letters of 9 and of 18 points; ctest runs it at 100, 125, 150 and 200 % of the screen's density too.
#include "panels/node_view.h"
#include "panels/node_view/node_layouts.h"
#include "support/dialog_gallery.h"
#include "support/frame_factory.h"
#include "support/overview_frames.h"
#include "support/speaking.h"
#include "support/widget_audit.h"
#include "test_case.h"
#include "widgets/elided_button.h"
#include "widgets/elided_label.h"

#include <QApplication>
#include <QHelpEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolTip>

using namespace barograph;
using namespace barograph::testing;

namespace {

constexpr std::array<double, 2> kPoints{9, 18};
constexpr QSize kSmallScreen(1280, 720);

void addScaled(const std::vector<GalleryWindow> &windows)
{
    QTest::addColumn<int>("at");
    QTest::addColumn<double>("points");
    for (std::size_t at = 0; at < windows.size(); ++at) {
        for (const double points : kPoints)
            QTest::addRow("%s, %g pt", qPrintable(windows[at].name), points) << static_cast<int>(at) << points;
    }
}

void look(const std::vector<GalleryWindow> &windows, const QSize &atLeast)
{
    QFETCH(const int, at);
    QFETCH(const double, points);
    QFont font = QApplication::font();
    font.setPointSizeF(points);
    QApplication::setFont(font);
    const auto window = windows[static_cast<std::size_t>(at)].make();
    window->show();
    settle();
    const QSize least = window->minimumSizeHint();
    QVERIFY2(atLeast.isEmpty() || (least.width() <= atLeast.width() && least.height() <= atLeast.height()),
             qPrintable(QStringLiteral("at least %1x%2").arg(least.width()).arg(least.height())));
    // As small as it can be made: that is where things are cut off.
    window->resize(least.expandedTo(atLeast));
    const QStringList cut = clippedTexts(*window);
    QVERIFY2(cut.isEmpty(),
             qPrintable(QStringLiteral("%1x%2\n").arg(window->width()).arg(window->height()) + cut.join(u'\n')));
}

/// What is wrong with a window that has to fit: one line each.
QStringList doesNotFit(QWidget &window, const QString &what)
{
    settle();
    const QSize least = window.minimumSizeHint();
    QStringList faults;
    if (least.width() > kSmallScreen.width() || least.height() > kSmallScreen.height() ||
        window.size() != kSmallScreen) {
        faults << QStringLiteral("%1: %2x%3, at least %4x%5")
                      .arg(what)
                      .arg(window.width())
                      .arg(window.height())
                      .arg(least.width())
                      .arg(least.height());
    }
    for (const QString &cut : clippedTexts(window))
        faults << what + QStringLiteral(": ") + cut;
    // Down is reading on; to the side is every line twice.
    for (const auto *area : window.findChildren<QScrollArea *>()) {
        if (area->isVisible() && area->horizontalScrollBar()->maximum() > 0) {
            faults << QStringLiteral("%1: %2 has to be scrolled by %3 to the side")
                          .arg(what, area->accessibleName())
                          .arg(area->horizontalScrollBar()->maximum());
        }
    }
    return faults;
}

} // namespace

class TestScaling : public QObject
{
    Q_OBJECT

    QFont m_font;

private Q_SLOTS:
    void init() { m_font = QApplication::font(); }
    void cleanup() { QApplication::setFont(m_font); }

    void dialogs_data() { addScaled(allDialogs()); }
    void dialogs() { look(allDialogs(), {}); }

    void sideWindows_data() { addScaled(testing::sideWindows()); }
    void sideWindows() { look(testing::sideWindows(), {}); }

    void pages_data() { addScaled(pageStates()); }
    void pages() { look(pageStates(), {1280, 720}); }

    /// The smallest screen that there is: the whole window, whatever it shows and in whichever language.
    void largeLettersFitASmallScreen_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("layout");
        for (const char *language : {"en", "es", "pseudo"}) {
            QTest::addRow("%s, overview", language) << QString::fromLatin1(language) << -1;
            for (const BuiltInLayout layout : kBuiltInLayouts)
                QTest::addRow("%s, %s", language, qPrintable(layoutKey(layout)))
                    << QString::fromLatin1(language) << static_cast<int>(layout);
        }
    }
    void largeLettersFitASmallScreen()
    {
        QFETCH(const QString, language);
        QFETCH(const int, layout);
        const Speaking speaking(language);
        QFont font = QApplication::font();
        font.setPointSizeF(18);
        QApplication::setFont(font);
        const FramePtr frame = fullFrame();
        auto window = windowOf(frame);
        window->resize(kSmallScreen);
        window->show();
        QStringList faults;
        if (layout < 0) {
            window->restoreChoices({{QStringLiteral("page"), QStringLiteral("overview")}});
            window->setFrame(everyStateFrame());
            faults << doesNotFit(*window, QStringLiteral("every state"));
            QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
            return;
        }
        auto *view = window->findChild<NodeView *>();
        for (const NodeFrame &node : frame->nodes) {
            window->chooseNode(node.id);
            view->layouts().useBuiltIn(static_cast<BuiltInLayout>(layout));
            faults << doesNotFit(*window, node.id);
            // The longest words that the view's line has.
            window->timeView().pause();
            faults << doesNotFit(*window, node.id + QStringLiteral(", paused"));
            window->timeView().goLive();
            // Each panel once, of each number: they are the same in all layouts.
            for (const PanelId id : kPanelIds) {
                if (layout != static_cast<int>(BuiltInLayout::SmallScreen))
                    break;
                view->showPanel(id);
                faults << doesNotFit(*window, node.id + QStringLiteral(", ") + panelKey(id));
            }
        }
        QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
    }

    void cutTextsTellNoOtherFigure()
    {
        ElidedLabel label(QStringLiteral("1,234 counted · 56,789 redelivered · 12 rejected"));
        label.setElides(true);
        const QString all = label.text();
        for (int width = label.sizeHint().width(); width >= label.minimumSizeHint().width(); width -= 5) {
            label.resize(width, 30);
            const QString shown = label.shownText();
            QVERIFY2(label.fontMetrics().horizontalAdvance(shown) <= width, qPrintable(shown));
            QVERIFY2(shown == all || shown == QStringLiteral("1,234 counted · 56,789 redelivered · …") ||
                         shown == QStringLiteral("1,234 counted · …") ||
                         (shown.endsWith(u'…') && shown.startsWith(QStringLiteral("1,234 "))),
                     qPrintable(shown));
        }
    }

    void cutWordsAreInTheHover()
    {
        QWidget window;
        ElidedButton button(&window);
        button.setText(QStringLiteral("Paused: 2 min 10 s behind, still collecting"));
        button.setToolTip(QStringLiteral("Press to go back to now."));
        ElidedLabel label(QStringLiteral("Webhooks at https://127.0.0.1:28080/groups-latam"), &window);
        label.setElides(true);
        label.setToolTip(QStringLiteral("Encrypted."));
        window.show();
        const auto hover = [](QWidget &widget) {
            QHelpEvent event(QEvent::ToolTip, QPoint(2, 2), widget.mapToGlobal(QPoint(2, 2)));
            QApplication::sendEvent(&widget, &event);
            return QToolTip::text();
        };
        button.resize(button.sizeHint());
        label.resize(label.sizeHint());
        QCOMPARE(button.shownText(), button.text());
        QCOMPARE(hover(button), button.toolTip());
        QCOMPARE(hover(label), label.toolTip());
        button.resize(button.minimumSizeHint());
        label.resize(label.minimumSizeHint());
        QVERIFY(button.shownText().startsWith(QStringLiteral("Paused")) && button.shownText().endsWith(u'…'));
        QCOMPARE(hover(button), button.text() + u'\n' + button.toolTip());
        QCOMPARE(hover(label), label.text() + u'\n' + label.toolTip());
    }

    void mainWindow_data() { addScaled(mainWindowStates()); }
    void mainWindow() { look(mainWindowStates(), {1280, 720}); }
};

BAROGRAPH_TEST(TestScaling)
#include "tst_scaling.moc"
