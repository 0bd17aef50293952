// SPDX-License-Identifier: GPL-3.0-or-later
// The program itself as a new user starts it: what it offers, the demo and the way back, and what it says when it
// cannot start.
#include "main_window.h"
#include "support/frame_factory.h"
#include "test_case.h"
#include "theme/colors.h"
#include "theme/theme.h"
#include "tray_program.h"
#include "user_session.h"
#include "x_hands.h"

#include <QApplication>
#include <QDirIterator>
#include <QPushButton>

using namespace barograph;
using namespace barograph::testing;

namespace {

constexpr int kStartPatienceMs = 30'000;
constexpr int kTouched = 40; ///< of a colour channel: what has the focus is a little lighter

const QString kMainTitle = QStringLiteral("Barograph");
const QString kDemoTitle = QStringLiteral("Barograph: demo");
const QString kWizardTitle = QStringLiteral("Add a number");
const QString kLeaveTitle = QStringLiteral("Leave the demo?");
const QString kTroubleTitle = QStringLiteral("Barograph cannot start");

int pixelsOf(const QImage &image, const QColor &color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixel(x, y) == color.rgb() ? 1 : 0;
    }
    return count;
}

/// Share of pixels that differ visibly; 1 where the sizes do.
double difference(const QImage &a, const QImage &b)
{
    if (a.size() != b.size() || a.isNull())
        return 1;
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QColor one = a.pixelColor(x, y);
            const QColor other = b.pixelColor(x, y);
            count += std::abs(one.red() - other.red()) > kTouched || std::abs(one.green() - other.green()) > kTouched ||
                             std::abs(one.blue() - other.blue()) > kTouched
                         ? 1
                         : 0;
        }
    }
    return double(count) / (double(a.width()) * a.height());
}

/// A first start that is not shown, to know what one looks like and where its buttons are.
struct Pattern
{
    explicit Pattern(QSize size)
    {
        window.setClock(frameTime);
        window.resize(size);
        window.setFrame(frameOf({}));
        window.setAttribute(Qt::WA_DontShowOnScreen); // pages are made when they are shown
        window.show();
    }
    QImage picture() { return window.grab().toImage(); }
    QRect button(const char *name) const
    {
        const auto *button = window.findChild<QPushButton *>(QLatin1String(name));
        return {button->mapTo(&window, QPoint()), button->size()};
    }

    MainWindow window;
};

} // namespace

class TestFirstStart : public QObject
{
    Q_OBJECT

    XHands m_hands;
    std::unique_ptr<UserSession> m_user;

    /// For a look at it: a folder in the environment gets pictures of each step.
    static void keepPicture(const QString &name)
    {
        const QString folder = qEnvironmentVariable("BAROGRAPH_STEP_PICTURES");
        if (!folder.isEmpty())
            XWindows::picture().save(folder + u'/' + name + QStringLiteral(".png"));
    }
    QImage pictureOf(XWindows::Id window) const { return XWindows::picture(m_user->windows().geometry(window)); }
    /// Something is painted in it.
    bool isPainted(XWindows::Id window) const
    {
        return QTest::qWaitFor(
            [&] {
                const QImage now = pictureOf(window);
                return pixelsOf(now, now.pixelColor(0, now.height() - 1)) < now.width() * now.height();
            },
            kStartPatienceMs);
    }
    /// Its look is another after the key, as when a menu opens.
    bool isAnsweredTo(XWindows::Id window, const QString &key)
    {
        const QImage before = pictureOf(window);
        m_hands.key(key);
        return QTest::qWaitFor([&] { return difference(pictureOf(window), before) > 0.001; }, kStartPatienceMs);
    }
    /// Its middle on the screen once it looks as in the pattern; above it there may be a line more. Null: it does not.
    QPoint findButton(XWindows::Id window, Pattern &pattern, const char *name) const
    {
        QPoint found;
        double least = 0.03;
        (void)QTest::qWaitFor(
            [&] {
                const QImage now = pictureOf(window);
                // Without its edge, where the focus shows; each time anew, for the pattern needs its events too.
                const QImage whole = pattern.picture();
                const QRect where = pattern.button(name).adjusted(6, 6, -6, -6);
                const QImage wanted = whole.copy(where);
                for (int down = 0; down < 100; ++down) {
                    const double differs = difference(now.copy(where.translated(0, down)), wanted);
                    if (differs < least) {
                        least = differs;
                        found = m_user->windows().geometry(window).topLeft() + where.center() + QPoint(0, down);
                    }
                }
                return !found.isNull();
            },
            kStartPatienceMs);
        return found;
    }
    /// Everything below the home, in names and in bytes.
    bool homeHas(const QByteArray &trace) const
    {
        QDirIterator files(m_user->path(QString()), QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot | QDir::Hidden,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            const bool has = file.fileName().contains(QString::fromLatin1(trace)) ||
                             (file.open(QIODevice::ReadOnly) && file.readAll().contains(trace));
            if (has) {
                qWarning() << "found in" << file.fileName();
                return true;
            }
        }
        return false;
    }

private Q_SLOTS:
    void init() { m_user = std::make_unique<UserSession>(); }

    void cleanup()
    {
        if (QTest::currentTestFailed()) {
            keepPicture(QStringLiteral("failed-") + QString::fromLatin1(QTest::currentTestFunction()));
            qWarning().noquote() << m_user->process().state() << m_user->said();
        }
        m_user.reset();
        QVERIFY2(m_hands.trouble().isEmpty(), qPrintable(m_hands.trouble()));
    }

    void theDemoIsEnteredAndLeft_data()
    {
        QTest::addColumn<ThemeChoice>("theme");
        QTest::addColumn<QString>("key");
        QTest::newRow("dark") << ThemeChoice::Dark << QStringLiteral("d");
        QTest::newRow("light") << ThemeChoice::Light << QStringLiteral("l");
    }
    void theDemoIsEnteredAndLeft()
    {
        QFETCH(const ThemeChoice, theme);
        QFETCH(const QString, key);
        const QRect at(60, 70, 1400, 840);
        applyTheme(*qApp, theme); // before: windows that are there would take it from a running application only
        Pattern pattern(at.size());
        const ThemeColors &colors = themeColors(QApplication::palette());
        const auto step = [name = QString::fromLatin1(QTest::currentDataTag())](const char *what) {
            keepPicture(name + u'-' + QLatin1String(what));
        };

        m_user->start();
        XWindows::Id window = m_user->window(kMainTitle);
        QVERIFY(window != 0);
        m_hands.place(window, at);
        QVERIFY(isPainted(window));
        m_hands.focus(window);
        for (const QString &keys : {QStringLiteral("alt+v"), QStringLiteral("t"), key})
            QVERIFY2(isAnsweredTo(window, keys), qPrintable(keys));
        for (const char *name : {"addFirstNumber", "tryDemo"})
            QVERIFY2(!findButton(window, pattern, name).isNull(), name);
        step("1-first-start");

        m_hands.click(findButton(window, pattern, "tryDemo"));
        window = m_user->window(kDemoTitle);
        QVERIFY(window != 0);
        QTRY_COMPARE_WITH_TIMEOUT(m_user->windows().geometry(window), at, kStartPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_user->children(), QStringList{QStringLiteral("barograph-simno")},
                                  kStartPatienceMs); // Linux cuts names
        // Bars of events that were received and sent come into the chart, and more of them.
        const auto bars = [&] {
            const QImage now = pictureOf(window);
            return pixelsOf(now, colors.kind(EventKind::Receive)) + pixelsOf(now, colors.kind(EventKind::Send)) +
                   pixelsOf(now, colors.kind(EventKind::Read)) + pixelsOf(now, colors.kind(EventKind::Delivery));
        };
        QTRY_VERIFY_WITH_TIMEOUT(pixelsOf(pictureOf(window), colors.simulatedFill) > 100, kStartPatienceMs);
        step("2-demo-begins");
        const int before = bars();
        QTRY_VERIFY_WITH_TIMEOUT(bars() > before + 20, kStartPatienceMs);
        step("3-demo-lives");

        m_hands.focus(window);
        m_hands.key(QStringLiteral("ctrl+n"));
        QVERIFY(m_user->window(kLeaveTitle) != 0);
        step("4-leave");
        m_hands.focus(m_user->window(kLeaveTitle));
        m_hands.key(QStringLiteral("Escape"));
        QVERIFY(m_user->isGone(kLeaveTitle));
        QVERIFY(m_user->windows().titled(kDemoTitle));
        m_hands.focus(window);
        m_hands.key(QStringLiteral("ctrl+n"));
        m_hands.focus(m_user->window(kLeaveTitle));
        m_hands.key(QStringLiteral("Return"));

        const XWindows::Id wizard = m_user->window(kWizardTitle);
        QVERIFY(wizard != 0);
        QTRY_COMPARE_WITH_TIMEOUT(m_user->children(), QStringList(), kStartPatienceMs);
        window = m_user->window(kMainTitle);
        QTRY_COMPARE_WITH_TIMEOUT(m_user->windows().geometry(window), at, kStartPatienceMs);
        step("5-wizard");
        m_hands.focus(wizard);
        m_hands.key(QStringLiteral("Escape"));
        QVERIFY(m_user->isGone(kWizardTitle));
        QVERIFY(m_user->isGone(kDemoTitle));
        // Theme, size and what was offered are as before.
        const QPoint again = findButton(window, pattern, "tryDemo");
        QVERIFY(!again.isNull());
        step("6-back");
        QVERIFY(!QFile::exists(m_user->path(QStringLiteral("config/barograph/config.toml"))));

        // Once more, and to the end from inside of it.
        m_hands.click(again);
        window = m_user->window(kDemoTitle);
        QVERIFY(window != 0);
        QTRY_COMPARE_WITH_TIMEOUT(m_user->children().size(), 1, kStartPatienceMs);
        m_hands.focus(window);
        m_hands.key(QStringLiteral("ctrl+q"));
        QVERIFY(m_user->hasEnded());
        QCOMPARE(m_user->process().exitStatus(), QProcess::NormalExit);
        QCOMPARE(m_user->process().exitCode(), 0);
        QCOMPARE(m_user->said(), QString());
        QVERIFY(!homeHas("demo"));
        QVERIFY(!homeHas("Demo"));
    }

    void aBrokenConfigurationIsToldAndTriedAgain()
    {
        const QString file = QStringLiteral("config/barograph/config.toml");
        QVERIFY(m_user->write(file, "[listener]\nport = \"soon\n"));
        m_user->start();
        const XWindows::Id trouble = m_user->window(kTroubleTitle);
        QVERIFY(trouble != 0);
        QVERIFY(isPainted(trouble));
        keepPicture(QStringLiteral("broken-configuration"));
        QVERIFY2(m_user->said().contains(file) && m_user->said().contains(QStringLiteral("line 2")),
                 qPrintable(m_user->said()));
        m_hands.focus(trouble);
        m_hands.key(QStringLiteral("Return")); // still broken
        QTRY_VERIFY_WITH_TIMEOUT(m_user->said().count(file) == 2, kStartPatienceMs);
        QVERIFY(m_user->write(file, "[listener]\nport = 0\n"));
        m_hands.focus(m_user->window(kTroubleTitle));
        m_hands.key(QStringLiteral("Return"));
        const XWindows::Id window = m_user->window(kMainTitle);
        QVERIFY(window != 0);
        m_hands.focus(window);
        m_hands.key(QStringLiteral("ctrl+q"));
        QVERIFY(m_user->hasEnded());
        QCOMPARE(m_user->process().exitCode(), 0);
    }

    void aFolderThatCannotBeUsedIsTold()
    {
        QVERIFY(m_user->write(QStringLiteral("data"), "no folder"));
        m_user->start();
        const XWindows::Id trouble = m_user->window(kTroubleTitle);
        QVERIFY(trouble != 0);
        QVERIFY(isPainted(trouble));
        keepPicture(QStringLiteral("no-data-folder"));
        QVERIFY2(m_user->said().contains(m_user->path(QStringLiteral("data/barograph"))) &&
                     m_user->said().contains(QStringLiteral("--data")),
                 qPrintable(m_user->said()));
        m_hands.focus(trouble);
        m_hands.key(QStringLiteral("Escape"));
        QVERIFY(m_user->hasEnded());
        QCOMPARE(m_user->process().exitStatus(), QProcess::NormalExit);
        QCOMPARE(m_user->process().exitCode(), 1);
    }

    void inTheTrayItGoesOnUntilItIsToldToQuit()
    {
        TrayProgram tray;
        QVERIFY(m_user->startInTray(tray, kMainTitle));
        const XWindows::Id window = m_user->window(kMainTitle);
        QVERIFY(window != 0);
        keepPicture(QStringLiteral("tray-1-icon"));
        m_user->windows().askToClose(window);
        QVERIFY(m_user->isGone(kMainTitle));
        QVERIFY(m_user->process().state() == QProcess::Running);
        m_hands.click(tray.icon());
        QVERIFY(m_user->window(kMainTitle) != 0);
        m_user->windows().askToClose(m_user->window(kMainTitle));
        QVERIFY(m_user->isGone(kMainTitle));
        // The last entry of the menu.
        const QImage before = XWindows::picture();
        m_hands.click(tray.icon(), 3);
        QTRY_VERIFY_WITH_TIMEOUT(difference(XWindows::picture(), before) > 0.001, kStartPatienceMs);
        keepPicture(QStringLiteral("tray-2-menu"));
        m_hands.key(QStringLiteral("Up"));
        m_hands.key(QStringLiteral("Return"));
        QVERIFY(m_user->hasEnded());
        QCOMPARE(m_user->process().exitStatus(), QProcess::NormalExit);
        QCOMPARE(m_user->process().exitCode(), 0);
    }

    void aSignalEndsItWhereverItsWindowIs_data()
    {
        QTest::addColumn<bool>("hidden");
        QTest::newRow("window") << false;
        QTest::newRow("tray") << true;
    }
    void aSignalEndsItWhereverItsWindowIs()
    {
        QFETCH(const bool, hidden);
        TrayProgram tray;
        QVERIFY(m_user->startInTray(tray, kMainTitle));
        const XWindows::Id window = m_user->window(kMainTitle);
        QVERIFY(window != 0);
        if (hidden) {
            m_user->windows().askToClose(window);
            QVERIFY(m_user->isGone(kMainTitle));
        }
        m_user->process().terminate();
        QVERIFY(m_user->hasEnded());
        QCOMPARE(m_user->process().exitStatus(), QProcess::NormalExit);
        QCOMPARE(m_user->process().exitCode(), 0);
    }
};

BAROGRAPH_TEST(TestFirstStart)
#include "tst_first_start.moc"
