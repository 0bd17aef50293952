// SPDX-License-Identifier: GPL-3.0-or-later
// Every window at letters of 9 and of 18 points; ctest runs it at 100, 125, 150 and 200 % of the screen's density too.
#include "support/dialog_gallery.h"
#include "support/widget_audit.h"
#include "test_case.h"

#include <QApplication>

using namespace barograph;
using namespace barograph::testing;

namespace {

constexpr std::array<double, 2> kPoints{9, 18};

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
    // As small as it can be made: that is where things are cut off.
    window->resize(window->minimumSizeHint().expandedTo(atLeast));
    const QStringList cut = clippedTexts(*window);
    QVERIFY2(cut.isEmpty(),
             qPrintable(QStringLiteral("%1x%2\n").arg(window->width()).arg(window->height()) + cut.join(u'\n')));
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

    void mainWindow_data() { addScaled(mainWindowStates()); }
    void mainWindow() { look(mainWindowStates(), {1280, 720}); }
};

BAROGRAPH_TEST(TestScaling)
#include "tst_scaling.moc"
