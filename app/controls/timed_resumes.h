// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/control_stores.h"
#include "controls/node_turns.h"
#include "core/probe_result.h"
#include "net/back_off.h"
#include "nodes/node_runtime.h"

#include <QTimer>

#include <map>

namespace barograph {

class PollerWorker;

/// Resumes queues when the time that was set with their pause has come, also after a restart, and tells what is known
/// about pauses made from here. Tries again with growing pauses, at most a quarter of an hour, until the queue runs.
/// Lives on the poller thread.
class TimedResumes : public QObject
{
    Q_OBJECT

public:
    /// All three must outlive this object.
    TimedResumes(PollerWorker &poller, ControlStores &stores, NodeTurns &turns, QObject *parent);

    /// The node's entry in the pause book changed: tell, and set the clock.
    void refresh(const NodeRuntime &runtime);

Q_SIGNALS:
    void finished(const barograph::ControlResult &result);
    void pauseNoted(const barograph::PauseNote &note);

private:
    struct Attempt
    {
        BackOff backOff{Millis{5000}, Millis{900'000}};
        UtcTime notBefore{};
        bool underWay = false;
        int timesSeenRunning = 0;
    };

    void refreshAll();
    void arm();
    void resumeDue();
    void resumeNow(const NodeRuntimePtr &runtime, const std::function<void()> &done);
    void onQueueSeen(const QueueResult &seen);
    void noteResumedElsewhere(const NodeRuntime &runtime);

    PollerWorker &m_poller;
    ControlStores &m_stores;
    NodeTurns &m_turns;
    QTimer m_timer;
    std::map<QString, Attempt> m_attempts;
};

} // namespace barograph
