// SPDX-License-Identifier: GPL-3.0-or-later
// The window on an X server, driven by its mouse and keyboard.
#include "main_window.h"
#include "panels/node_list.h"
#include "support/frame_factory.h"
#include "test_case.h"
#include "x_hands.h"

#include <QApplication>

using namespace barograph;
using namespace barograph::testing;

namespace {

constexpr int kPatienceMs = 30'000;

} // namespace

class TestRealWindow : public QObject
{
    Q_OBJECT

    XHands m_hands;
    std::unique_ptr<MainWindow> m_window;

private Q_SLOTS:
    void init()
    {
        QCOMPARE(QGuiApplication::platformName(), QStringLiteral("xcb"));
        m_window = std::make_unique<MainWindow>();
        m_window->setClock(frameTime);
        m_window->move(0, 0);
        m_window->resize(1600, 900);
        m_window->setFrame(fullFrame());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QVERIFY(m_hands.focus(*m_window));
    }

    void cleanup()
    {
        QVERIFY2(m_hands.trouble().isEmpty(), qPrintable(m_hands.trouble()));
        m_window.reset();
    }

    void nodesAreChosenWithTheMouseAndTheKeyboard()
    {
        auto *list = m_window->findChild<NodeList *>();
        const QString first = list->chosenId();
        list->setFocus();
        m_hands.key(QStringLiteral("Down"));
        QTRY_VERIFY_WITH_TIMEOUT(list->chosenId() != first, kPatienceMs);
        m_hands.key(QStringLiteral("Up"));
        QTRY_COMPARE_WITH_TIMEOUT(list->chosenId(), first, kPatienceMs);
    }
};

BAROGRAPH_TEST(TestRealWindow)
#include "tst_real_window.moc"
