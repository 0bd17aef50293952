// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "overview/wall_cycle.h"
#include "wall/wall_view.h"

#include <QTimer>

namespace barograph {

/// The wall: a window of its own, full screen, that shows one node after the other or all of them. Space stops and goes
/// on, Left and Right go by hand, + and − change the interval, A shows all, Escape leaves. Nothing moves but when
/// another node is shown. Names and counts only: nothing secret is ever on it. GUI thread.
class WallWindow : public WallView
{
    Q_OBJECT

public:
    explicit WallWindow(QWidget *parent = nullptr);

    /// A few times a second while it is shown. `frame` may not be null.
    void setFrame(const FramePtr &frame, const SteadyTrouble &troubles, UtcTime now);
    void setInterval(Seconds interval);
    Seconds interval() const { return m_cycle.interval(); }
    void setShowsAll(bool all);
    bool showsAll() const { return m_all; }
    const WallCycle &cycle() const { return m_cycle; }

Q_SIGNALS:
    /// It is not shown any more.
    void closed();
    /// By hand; to be remembered.
    void intervalChanged(barograph::Seconds interval);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void refresh();
    QString placeText() const;
    void changeInterval(int steps);

    WallCycle m_cycle;
    FramePtr m_frame;
    SteadyTrouble m_troubles;
    UtcTime m_now{};
    QTimer m_pointer;
    bool m_all = false;
};

/// "14:32:07 UTC+01:00": the operator's wall clock, with its offset. Pure.
QString wallClockText(UtcTime now);

} // namespace barograph
