// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray/window_tray.h"

#include "timeline/time_view.h"
#include "tray/tray_hint.h"
#include "tray/tray_icon.h"

#include <QAction>
#include <QApplication>
#include <QMainWindow>

namespace barograph {

namespace {

constexpr int kLookEveryMs = 2'000;
/// A panel that starts again is away for a moment.
constexpr int kMostMissed = 3;

} // namespace

WindowTray::WindowTray(QMainWindow &window)
    : QObject(&window)
    , m_window(window)
    , m_hint(new TrayHint(&window))
    , m_icon(new TrayIcon(this))
    , m_keep(new QAction(tr("&Keep running in the tray"), this))
{
    m_keep->setCheckable(true);
    m_keep->setVisible(isThere());
    connect(m_keep, &QAction::triggered, this, &WindowTray::answer);
    connect(m_hint, &TrayHint::answered, this, &WindowTray::answer);
    connect(m_icon, &TrayIcon::openRequested, this, &WindowTray::openRequested);
    connect(m_icon, &TrayIcon::wallRequested, this, &WindowTray::wallRequested);
    connect(m_icon, &TrayIcon::holdRequested, this, &WindowTray::holdOrContinue);
    connect(m_icon, &TrayIcon::quitRequested, this, [] { QCoreApplication::quit(); });
    m_looks.setTimerType(Qt::CoarseTimer);
    m_looks.setInterval(kLookEveryMs);
    connect(&m_looks, &QTimer::timeout, this, &WindowTray::look);
    followLooking();
}

WindowTray::~WindowTray()
{
    if (m_hidden) // another window may come in place of this one
        QGuiApplication::setQuitOnLastWindowClosed(true);
}

bool WindowTray::isThere() const
{
    return m_icon->isThere();
}

QWidget &WindowTray::hint() const
{
    return *m_hint;
}

void WindowTray::setTimeView(TimeView &time)
{
    m_time = &time;
    connect(m_time, &TimeView::rangeChanged, this, &WindowTray::updatePause);
}

void WindowTray::setFrame(const FramePtr &frame, const SteadyTrouble &troubles, const Situation &situation, UtcTime now)
{
    m_frame = frame;
    m_now = now;
    if (isThere()) {
        m_icon->setState(trayStateOf(*frame, troubles, situation));
        updatePause();
    }
    // Also without a tray: one that comes is told no old news.
    for (const TrayMessage &message : m_watch.update(*frame, troubles, situation, now))
        m_icon->say(message);
    m_hint->setVisible(isThere() && !m_answered && !frame->nodes.empty());
}

void WindowTray::updatePause()
{
    if (!m_time || !m_frame || m_frame->nodes.empty()) {
        m_icon->setView({});
        return;
    }
    TrayView view;
    view.hasNumbers = true;
    // Not TimeView's own figure: nobody moves its clock while the window is hidden.
    if (!m_time->isLive())
        view.behind = std::max(Millis{0}, std::chrono::duration_cast<Millis>(m_now - m_time->right()));
    m_icon->setView(view);
}

void WindowTray::holdOrContinue()
{
    if (!m_time || !m_frame)
        return;
    if (!m_time->isLive()) {
        m_time->goLive();
        return;
    }
    // Held still is what is now, not what was when the window was last seen.
    m_time->setNow(m_frame->takenAt);
    m_time->pause();
}

bool WindowTray::staysOnClose() const
{
    // A panel may have gone since: nobody would find the way back.
    return m_keep->isChecked() && isThere() && QSystemTrayIcon::isSystemTrayAvailable();
}

void WindowTray::hideWindow()
{
    // A dialog or the wall that closes later is the last window then, and not the end.
    QGuiApplication::setQuitOnLastWindowClosed(false);
    m_window.hide();
    m_hidden = true;
    m_missed = 0;
    followLooking();
}

void WindowTray::showWindow()
{
    QGuiApplication::setQuitOnLastWindowClosed(true);
    m_hidden = false;
    followLooking();
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

void WindowTray::followLooking()
{
    // While an icon is there and the window too, Qt itself puts it into a tray that comes again.
    if (!isThere() || m_hidden)
        m_looks.start();
    else
        m_looks.stop();
}

void WindowTray::look()
{
    if (!isThere()) {
        if (!m_icon->lookForTray())
            return;
        m_keep->setVisible(true);
        followLooking();
        Q_EMIT thereChanged();
        return;
    }
    m_missed = QSystemTrayIcon::isSystemTrayAvailable() ? 0 : m_missed + 1;
    if (m_hidden && m_missed >= kMostMissed)
        showWindow();
}

void WindowTray::answer(bool keep)
{
    m_keep->setChecked(keep);
    m_answered = true;
    m_hint->setVisible(false);
}

std::optional<bool> WindowTray::keepChoice() const
{
    return m_answered ? std::optional(m_keep->isChecked()) : std::nullopt;
}

void WindowTray::restoreKeepChoice(std::optional<bool> keep)
{
    m_answered = keep.has_value();
    m_keep->setChecked(keep.value_or(false));
}

} // namespace barograph
