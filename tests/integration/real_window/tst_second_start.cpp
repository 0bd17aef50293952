// SPDX-License-Identifier: GPL-3.0-or-later
// The program is started once more on the same data: the window that is there comes up, wherever it is, and only when
// it cannot that is told.
#include "test_case.h"
#include "tray_program.h"
#include "user_session.h"
#include "window_manager.h"
#include "x_hands.h"

#include <QFileInfo>
#include <QLocalSocket>

#include <csignal>

using namespace barograph::testing;

namespace {

constexpr int kSecondPatienceMs = 60'000;
const QString kWindowTitle = QStringLiteral("Barograph");
const QString kCannotStartTitle = QStringLiteral("Barograph cannot start");
const QString kSocketInHome = QStringLiteral("data/barograph/window.socket");

} // namespace

class TestSecondStart : public QObject
{
    Q_OBJECT

    XHands m_hands;
    std::unique_ptr<UserSession> m_user;
    std::vector<std::unique_ptr<QProcess>> m_others;

    /// By the same user, from a menu that gives a token along.
    QProcess &startAgain(const QStringList &arguments = {}, const char *token = nullptr)
    {
        QProcess &other = *m_others.emplace_back(std::make_unique<QProcess>());
        auto environment = m_user->process().processEnvironment();
        if (token)
            environment.insert(QStringLiteral("XDG_ACTIVATION_TOKEN"), QString::fromLatin1(token));
        other.setProcessEnvironment(environment);
        other.start(QStringLiteral(BAROGRAPH_PROGRAM), arguments);
        return other;
    }
    static bool hasEnded(const QProcess &process)
    {
        return QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, kSecondPatienceMs);
    }
    /// It brought the other one up and ended.
    static bool isContent(QProcess &process)
    {
        const bool content =
            hasEnded(process) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
        const QByteArray said = process.readAllStandardError();
        if (!content || !said.isEmpty())
            qWarning() << process.state() << process.exitCode() << said;
        return content && said.isEmpty();
    }
    void signalFirst(int number) { ::kill(static_cast<pid_t>(m_user->process().processId()), number); }
    bool isReachable() const
    {
        return QTest::qWaitFor([this] { return QFile::exists(m_user->path(kSocketInHome)); }, kSecondPatienceMs);
    }
    /// Whoever says this is hung up on without a word.
    bool isIgnored(const QByteArray &said) const
    {
        QLocalSocket socket;
        socket.connectToServer(m_user->path(kSocketInHome));
        if (!socket.waitForConnected(kSecondPatienceMs))
            return false;
        socket.write(said);
        const bool hungUp =
            QTest::qWaitFor([&] { return socket.state() == QLocalSocket::UnconnectedState; }, kSecondPatienceMs);
        return hungUp && socket.readAll().isEmpty();
    }

private Q_SLOTS:
    void init()
    {
        m_user = std::make_unique<UserSession>();
        QVERIFY(m_user->write(QStringLiteral("config/barograph/config.toml"), "[listener]\nport = 0\n"));
    }

    void cleanup()
    {
        if (QTest::currentTestFailed())
            qWarning().noquote() << m_user->process().state() << m_user->said();
        for (const auto &other : m_others) {
            other->kill();
            other->waitForFinished();
        }
        m_others.clear();
        m_user.reset();
        QVERIFY2(m_hands.trouble().isEmpty(), qPrintable(m_hands.trouble()));
    }

    void outOfTheTray()
    {
        TrayProgram tray;
        QVERIFY(m_user->startInTray(tray, kWindowTitle));
        m_user->windows().askToClose(m_user->window(kWindowTitle));
        QVERIFY(m_user->isGone(kWindowTitle));
        // What needs no window leaves it there, also what looks at the same data.
        const QString picture = m_user->path(QStringLiteral("picture.png"));
        QProcess &camera =
            startAgain({QStringLiteral("--screenshot"), picture, QStringLiteral("--after"), QStringLiteral("0s")});
        QProcess &command = startAgain({QStringLiteral("webhook-url"), QStringLiteral("--node"), QStringLiteral("n")});
        QVERIFY(hasEnded(camera) && hasEnded(command));
        QVERIFY(!m_user->windows().titled(kWindowTitle));
        const QString said = QString::fromLocal8Bit(camera.readAllStandardError());
        QVERIFY2(camera.exitCode() == 1 && said.contains(QStringLiteral("Another Barograph")), qPrintable(said));

        QVERIFY(isContent(startAgain()));
        QVERIFY(m_user->window(kWindowTitle) != 0);
        QVERIFY(m_user->process().state() == QProcess::Running);
        // Closing it hides it there as before, and once more it comes.
        m_user->windows().askToClose(m_user->window(kWindowTitle));
        QVERIFY(m_user->isGone(kWindowTitle));
        QVERIFY(isContent(startAgain({}, "not a token")));
        QVERIFY(m_user->window(kWindowTitle) != 0);
    }

    void outOfMinimised()
    {
        WindowManager manager;
        QVERIFY(manager.start());
        m_user->start();
        const XWindows::Id window = m_user->window(kWindowTitle);
        QVERIFY(window != 0);
        QVERIFY(isReachable());
        m_user->windows().minimise(window);
        QVERIFY(m_user->isGone(kWindowTitle));
        QVERIFY(!m_user->windows().hasFocus(window));
        QVERIFY(isContent(startAgain({}, "menu/barograph/17-1-host_TIME4711")));
        QCOMPARE(m_user->window(kWindowTitle), window);
        QTRY_VERIFY_WITH_TIMEOUT(m_user->windows().hasFocus(window), kSecondPatienceMs);
    }

    void twoAtOnceAreOneWindow()
    {
        m_user->start();
        QProcess &other = startAgain();
        QTRY_VERIFY_WITH_TIMEOUT(m_user->process().state() == QProcess::NotRunning ||
                                     other.state() == QProcess::NotRunning,
                                 kSecondPatienceMs);
        const bool firstEnded = m_user->process().state() == QProcess::NotRunning;
        QProcess &ended = firstEnded ? m_user->process() : other;
        QVERIFY(isContent(ended));
        QVERIFY((firstEnded ? other : m_user->process()).state() == QProcess::Running);
        QVERIFY(m_user->window(kWindowTitle) != 0);
    }

    void oneThatHangsIsTold()
    {
        m_user->start();
        QVERIFY(m_user->window(kWindowTitle) != 0);
        QVERIFY(isReachable());
        signalFirst(SIGSTOP);
        QProcess &other = startAgain();
        const XWindows::Id trouble = m_user->window(kCannotStartTitle);
        QVERIFY(trouble != 0);
        const QString said = QString::fromLocal8Bit(other.readAllStandardError());
        for (const QString &words :
             {QStringLiteral("Another Barograph"), QStringLiteral("--data"), QStringLiteral("does not answer"),
              QStringLiteral("process %1").arg(m_user->process().processId())})
            QVERIFY2(said.contains(words), qPrintable(said));
        m_hands.focus(trouble);
        m_hands.key(QStringLiteral("Escape"));
        QVERIFY(hasEnded(other));
        QCOMPARE(other.exitCode(), 1);

        // It comes to itself again: tried again, it is found.
        QProcess &later = startAgain();
        QVERIFY(m_user->window(kCannotStartTitle) != 0);
        later.readAllStandardError();
        signalFirst(SIGCONT);
        m_hands.focus(m_user->window(kCannotStartTitle));
        m_hands.key(QStringLiteral("Return"));
        QVERIFY(isContent(later));
        QVERIFY(m_user->process().state() == QProcess::Running);
    }

    void whatACrashLeftBehindIsCleared()
    {
        m_user->start();
        QVERIFY(m_user->window(kWindowTitle) != 0);
        QVERIFY(isReachable());
        signalFirst(SIGKILL);
        QVERIFY(m_user->hasEnded());
        QVERIFY(QFile::exists(m_user->path(kSocketInHome)));
        QVERIFY(m_user->isGone(kWindowTitle));
        m_user->start();
        QVERIFY(m_user->window(kWindowTitle) != 0);
        QVERIFY(isContent(startAgain()));
        // One that ends well leaves nothing.
        m_user->process().terminate();
        QVERIFY(m_user->hasEnded());
        QVERIFY(!QFile::exists(m_user->path(kSocketInHome)));
    }

    void otherDataAreAnotherWindow()
    {
        TrayProgram tray;
        QVERIFY(m_user->startInTray(tray, kWindowTitle));
        m_user->windows().askToClose(m_user->window(kWindowTitle));
        QVERIFY(m_user->isGone(kWindowTitle));
        // Longer than any address of a socket can be.
        const QStringList elsewhere{QStringLiteral("--data"), m_user->path(QString(200, u'd'))};
        QProcess &other = startAgain(elsewhere);
        const XWindows::Id window = m_user->window(kWindowTitle);
        QVERIFY(window != 0);
        QVERIFY(isContent(startAgain(elsewhere)));
        QVERIFY(other.state() == QProcess::Running);
        other.terminate();
        QVERIFY(hasEnded(other));
        QVERIFY(m_user->isGone(kWindowTitle));
        QVERIFY(m_user->process().state() == QProcess::Running);
    }

    void nothingElseIsHeard()
    {
        TrayProgram tray;
        QVERIFY(m_user->startInTray(tray, kWindowTitle));
        m_user->windows().askToClose(m_user->window(kWindowTitle));
        QVERIFY(m_user->isGone(kWindowTitle));
        QCOMPARE(QFile::permissions(m_user->path(kSocketInHome)) & ~QFile::Permissions(0x7000),
                 QFile::ReadUser | QFile::WriteUser);
        for (const QByteArray &said :
             {QByteArray("quit\n"), QByteArray("\n"), QByteArray("show\nshow\n"), QByteArray("show two words\n"),
              QByteArray("show \x1b[2J\n"), QByteArray("show " + QByteArray(5'000, 't') + '\n'),
              QByteArray(3'000'000, '\0'), QByteArray("show"), QByteArray()})
            QVERIFY2(isIgnored(said), said.left(40).constData());
        std::vector<std::unique_ptr<QLocalSocket>> crowd;
        for (int i = 0; i < 60; ++i) {
            crowd.push_back(std::make_unique<QLocalSocket>());
            crowd.back()->connectToServer(m_user->path(kSocketInHome));
        }
        QVERIFY(!m_user->windows().titled(kWindowTitle));
        // In spite of them, within its patience.
        QVERIFY(isContent(startAgain()));
        QVERIFY(m_user->window(kWindowTitle) != 0);
        QVERIFY(m_user->process().state() == QProcess::Running);
    }
};

BAROGRAPH_TEST(TestSecondStart)
#include "tst_second_start.moc"
