// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace barograph {

/// Fetches the newest frame as often as somebody looks: ten times a second while some of the window can be seen, as
/// often as others want it while none of it can, else never. Keeps the last one. GUI thread.
class FramePump : public QObject
{
    Q_OBJECT

public:
    /// Must not block. Null: nothing newer, the last frame stays.
    using Source = std::function<FramePtr()>;
    using Clock = std::function<UtcTime()>;

    struct Viewers
    {
        bool window = false;   ///< some of it can be seen
        int othersEveryMs = 0; ///< what else shows frames, while the window cannot be seen; 0: nothing does
    };
    using WhoLooks = std::function<Viewers()>;

    explicit FramePump(WhoLooks whoLooks, QObject *parent = nullptr);

    void setSource(Source source);
    /// The system's unless told otherwise.
    void setClock(Clock clock) { m_clock = std::move(clock); }
    /// Call when somebody begins or ceases to look.
    void review();
    void setFrame(const FramePtr &frame) { m_frame = frame; }
    /// Does not wait for the timer. True: the first frame is here now, for the caller to draw.
    bool fetchFirst();
    /// Somebody looks, and there is something to ask.
    bool isRunning() const { return m_timer.isActive(); }

    /// Null until the first one is here.
    const FramePtr &frame() const { return m_frame; }
    UtcTime now() const { return m_clock(); }
    /// Where the charts' live edge stands: steady with a frame that is a little late, and moving on when none come any
    /// more. There must be a frame.
    UtcTime liveEdge() const;

Q_SIGNALS:
    /// The window has something to draw, also without a new frame: ages grow, and charts move away from data that no
    /// longer come. Figures are due with the first frame and then a few times a second.
    void due(bool withFigures);
    /// There is a frame for the others alone.
    void dueElsewhere();

private:
    void tick();
    void arm(const Viewers &viewers);

    WhoLooks m_whoLooks;
    Source m_source;
    Clock m_clock = utcNow;
    FramePtr m_frame;
    QTimer m_timer;
    int m_drawn = 0;
};

} // namespace barograph
