// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/timed_resumes.h"

#include "controls/control_request.h"
#include "controls/control_run.h"
#include "controls/controls_words.h"
#include "controls/pause_action.h"
#include "nodes/poller_worker.h"

#include <QLoggingCategory>

namespace barograph {

namespace {

Q_LOGGING_CATEGORY(lcResumes, "barograph.controls.resumes")

/// The clock may be set, so the time is looked at again at least this often.
constexpr Millis kLongestSleep{30'000};
/// A look that was under way when the queue was paused can still say that it runs.
constexpr Millis kSettlingTime{5000};
constexpr int kSightingsToBelieve = 2;

} // namespace

TimedResumes::TimedResumes(PollerWorker &poller, ControlStores &stores, NodeTurns &turns, QObject *parent)
    : QObject(parent)
    , m_poller(poller)
    , m_stores(stores)
    , m_turns(turns)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &TimedResumes::resumeDue);
    connect(&m_poller, &PollerWorker::nodesChanged, this, &TimedResumes::refreshAll);
    connect(&m_poller, &PollerWorker::queueSeen, this, &TimedResumes::onQueueSeen);
    // Queued: whoever makes this object connects to its signals first.
    QMetaObject::invokeMethod(this, &TimedResumes::refreshAll, Qt::QueuedConnection);
}

void TimedResumes::refresh(const NodeRuntime &runtime)
{
    PauseNote note;
    note.node = runtime.node.index;
    if (const PauseEntry *entry = m_stores.pauses.find(runtime.node.config.id)) {
        note.paused = true;
        note.why = entry->reason;
        note.since = entry->since;
        note.resumesAt = entry->resumesAt;
    }
    m_attempts.erase(runtime.node.config.id);
    Q_EMIT pauseNoted(note);
    arm();
}

void TimedResumes::refreshAll()
{
    for (const NodeRuntimePtr &runtime : m_poller.runtimes()) {
        if (m_stores.pauses.find(runtime->node.config.id) != nullptr)
            refresh(*runtime);
    }
}

void TimedResumes::arm()
{
    const UtcTime now = utcNow();
    std::optional<Millis> wait;
    for (const auto &[nodeId, entry] : m_stores.pauses.entries()) {
        const Attempt &attempt = m_attempts[nodeId];
        if (!entry.resumesAt || attempt.underWay || !m_poller.find(nodeId))
            continue;
        const Millis due = std::max(std::max(*entry.resumesAt, attempt.notBefore) - now, Millis{0});
        wait = std::min(wait.value_or(kLongestSleep), due);
    }
    if (wait)
        m_timer.start(*wait);
    else
        m_timer.stop();
}

void TimedResumes::resumeDue()
{
    const UtcTime now = utcNow();
    for (const auto &[nodeId, entry] : m_stores.pauses.entries()) {
        Attempt &attempt = m_attempts[nodeId];
        const NodeRuntimePtr runtime = m_poller.find(nodeId);
        const bool due = entry.resumesAt && std::max(*entry.resumesAt, attempt.notBefore) <= now;
        if (!due || attempt.underWay || !runtime || !runtime->queue)
            continue;
        attempt.underWay = true;
        // Later, because a job that ends at once would change the book under this loop.
        QMetaObject::invokeMethod(
            this,
            [this, runtime] {
                m_turns.take(runtime->node.config.id,
                             [this, runtime](const std::function<void()> &done) { resumeNow(runtime, done); });
            },
            Qt::QueuedConnection);
    }
    arm();
}

void TimedResumes::resumeNow(const NodeRuntimePtr &runtime, const std::function<void()> &done)
{
    const QString nodeId = runtime->node.config.id;
    const PauseEntry *entry = m_stores.pauses.find(nodeId);
    // A control that had its turn before may have resumed the queue or set another time.
    if (entry == nullptr || !entry->resumesAt || *entry->resumesAt > utcNow()) {
        m_attempts.erase(nodeId);
        arm();
        done();
        return;
    }
    const QString reason = ControlWords::tr("timed resume (paused for: %1)").arg(entry->reason);
    auto action =
        std::make_unique<PauseAction>(*runtime, PauseAction::Wanted{false, reason, std::nullopt, entry->resumesAt});
    ControlRun::Input input;
    input.controlId = newControlId(utcNow());
    input.reason = reason;
    input.title = ControlWords::tr("Timed resume of the queue \"%1\" of %2")
                      .arg(runtime->queue->name(), runtime->node.config.name);
    input.endsPause = true;
    input.nothingToDoIsFine = true;
    auto *run = new ControlRun(runtime, std::move(action), std::move(input), m_stores, this);
    connect(run, &ControlRun::ended, this, [this, run, runtime, nodeId, done](const ControlResult &result) {
        run->deleteLater();
        Attempt attempt = m_attempts[nodeId];
        attempt.underWay = false;
        attempt.notBefore = utcNow() + attempt.backOff.next(randomFraction());
        refresh(*runtime);
        if (m_stores.pauses.find(nodeId) != nullptr) {
            m_attempts[nodeId] = attempt;
            arm();
        }
        Q_EMIT finished(result);
        m_poller.askNow(nodeId);
        done();
    });
    run->start();
}

void TimedResumes::onQueueSeen(const QueueResult &seen)
{
    if (!seen.error.isEmpty() || !seen.paused.hasValue())
        return;
    for (const NodeRuntimePtr &runtime : m_poller.runtimes()) {
        if (runtime->node.index != seen.node)
            continue;
        const QString &nodeId = runtime->node.config.id;
        const PauseEntry *entry = m_stores.pauses.find(nodeId);
        if (entry == nullptr || m_turns.isBusy(nodeId) || seen.at < entry->since + kSettlingTime)
            return;
        Attempt &attempt = m_attempts[nodeId];
        attempt.timesSeenRunning = seen.paused.value() ? 0 : attempt.timesSeenRunning + 1;
        if (attempt.timesSeenRunning >= kSightingsToBelieve)
            noteResumedElsewhere(*runtime);
        return;
    }
}

void TimedResumes::noteResumedElsewhere(const NodeRuntime &runtime)
{
    AuditRecord record;
    record.phase = AuditPhase::Result;
    record.at = utcNow();
    record.who = auditWho();
    record.nodeId = runtime.node.config.id;
    record.controlId = newControlId(record.at);
    record.action = QStringLiteral("observe-resume");
    record.title = ControlWords::tr("The queue \"%1\" of %2 was resumed elsewhere")
                       .arg(runtime.queue->name(), runtime.node.config.name);
    record.detail = ControlWords::tr("Seen running again. A timed resume, if there was one, is dropped.");
    record.outcome = ControlOutcome::Verified;
    if (const auto written = m_stores.audit.append(record); !written)
        qCWarning(lcResumes) << written.error();
    if (const auto removed = m_stores.pauses.remove(record.nodeId); !removed)
        qCWarning(lcResumes) << removed.error();
    refresh(runtime);
}

} // namespace barograph
