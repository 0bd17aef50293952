// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"
#include "overview/tray_watch.h"

#include <QObject>
#include <QTimer>

#include <optional>

QT_BEGIN_NAMESPACE
class QAction;
class QMainWindow;
QT_END_NAMESPACE

namespace barograph {

class TimeView;
class TrayHint;
class TrayIcon;

/// What the tray and the window have to do with each other: whether closing hides the window there, how it comes back,
/// and what is shown and offered meanwhile. Where there is no tray, all of it is as if it were not. GUI thread.
class WindowTray : public QObject
{
    Q_OBJECT

public:
    explicit WindowTray(QMainWindow &window);
    ~WindowTray() override;

    /// The icon was put into a tray. One that comes later, as a panel that starts after us, is found within seconds.
    bool isThere() const;
    /// Checkable; seen in a menu only while isThere().
    QAction &keepAction() const { return *m_keep; }
    /// To be put above what the window shows. Sees to itself when it is seen.
    QWidget &hint() const;
    /// Outlives this. The menu can hold it still and let it go on.
    void setTimeView(TimeView &time);
    void setFrame(const FramePtr &frame, const SteadyTrouble &troubles, const Situation &situation, UtcTime now);

    /// The user closed the window and it is to stay. False: that is the end of the program.
    bool staysOnClose() const;
    void hideWindow();
    void showWindow();

    /// Empty: never answered.
    std::optional<bool> keepChoice() const;
    void restoreKeepChoice(std::optional<bool> keep);

Q_SIGNALS:
    /// isThere() is another.
    void thereChanged();
    /// Empty id: the window as it is.
    void openRequested(const QString &nodeId);
    void wallRequested();

private:
    void answer(bool keep);
    void look();
    void followLooking();
    void holdOrContinue();
    void updatePause();

    QMainWindow &m_window;
    TrayHint *m_hint;
    TrayIcon *m_icon;
    QAction *m_keep;
    TimeView *m_time = nullptr;
    FramePtr m_frame;
    UtcTime m_now{};
    TrayWatch m_watch;
    QTimer m_looks;
    int m_missed = 0; ///< looks in a row that found no tray while the window was hidden there
    bool m_hidden = false;
    bool m_answered = false;
};

} // namespace barograph
