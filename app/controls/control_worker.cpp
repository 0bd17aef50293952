// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/control_worker.h"

#include "controls/action_factory.h"
#include "controls/control_request.h"
#include "controls/controls_words.h"
#include "controls/timed_resumes.h"
#include "nodes/poller_worker.h"

namespace barograph {

namespace {

/// Previews that nobody answered are forgotten, oldest first.
constexpr std::size_t kMostPreviews = 32;

/// Keeps an action and the node it works on until the event loop is reached again: both may be in the middle of
/// calling.
class PreviewRead : public QObject
{
public:
    PreviewRead(NodeRuntimePtr runtime, std::unique_ptr<ControlAction> action, QObject *parent)
        : QObject(parent)
        , m_runtime(std::move(runtime))
        , m_action(std::move(action))
    {}

    const NodeRuntime &runtime() const { return *m_runtime; }
    ControlAction &action() const { return *m_action; }

private:
    NodeRuntimePtr m_runtime;
    std::unique_ptr<ControlAction> m_action;
};

} // namespace

ControlWorker::ControlWorker(PollerWorker &poller, const QString &auditFile, const QString &dataDir)
    : m_poller(poller)
    , m_stores(auditFile, dataDir)
    , m_resumes(new TimedResumes(poller, m_stores, m_turns, this))
{
    connect(m_resumes, &TimedResumes::finished, this, &ControlWorker::finished);
    connect(m_resumes, &TimedResumes::pauseNoted, this, &ControlWorker::pauseNoted);
}

void ControlWorker::prepare(const ControlRequest &request)
{
    const NodeRuntimePtr runtime = m_poller.find(nodeIdOf(request));
    if (!runtime) {
        failPreview(request, ControlWords::tr("There is no node \"%1\" in the configuration.").arg(nodeIdOf(request)));
        return;
    }
    m_turns.take(nodeIdOf(request),
                 [this, runtime, request](const std::function<void()> &done) { readAndPlan(runtime, request, done); });
}

void ControlWorker::readAndPlan(const NodeRuntimePtr &runtime, const ControlRequest &request,
                                const std::function<void()> &done)
{
    auto planned = makeAction(*runtime, request, m_stores);
    if (!planned) {
        failPreview(request, planned.error());
        done();
        return;
    }
    auto *read = new PreviewRead(runtime, std::move(planned->action), this);
    read->action().read([this, read, request, done](const tl::expected<QJsonObject, QString> &state) {
        read->deleteLater();
        const auto plan = state ? read->action().plan(*state) : tl::unexpected(state.error());
        if (plan)
            offer(read->runtime(), request, *state, *plan);
        else
            failPreview(request, plan.error());
        done();
    });
}

void ControlWorker::offer(const NodeRuntime &runtime, const ControlRequest &request, const QJsonObject &state,
                          const ControlPlan &plan)
{
    if (m_previewed.size() == kMostPreviews)
        m_previewed.erase(m_previewed.begin());
    const quint64 ticket = ++m_lastTicket;
    m_previewed.insert_or_assign(ticket, Previewed{request, state, plan.title});
    ControlPreview preview;
    preview.ticket = ticket;
    preview.title = plan.title;
    preview.nodeName = runtime.node.config.name;
    preview.simulated = runtime.node.config.simulated;
    preview.target = plan.target;
    preview.changes = plan.changes;
    preview.consequences = plan.consequences;
    preview.request = request;
    Q_EMIT previewReady(preview);
}

void ControlWorker::confirm(quint64 ticket, const ControlRequest &request)
{
    const auto found = m_previewed.find(ticket);
    if (found == m_previewed.end()) {
        failConfirmed(ticket, request, {}, ControlWords::tr("This preview is no longer valid. Look again."));
        return;
    }
    const QString objection = sameIntent(found->second.request, request)
                                  ? objectionTo(request)
                                  : ControlWords::tr("This is not what was previewed. Look again.");
    if (!objection.isEmpty()) {
        // The ticket stays valid: the operator can mend it.
        failConfirmed(ticket, request, found->second.title, objection);
        return;
    }
    const Previewed previewed = found->second;
    m_previewed.erase(found);
    const NodeRuntimePtr runtime = m_poller.find(nodeIdOf(request));
    if (!runtime) {
        failConfirmed(ticket, request, previewed.title,
                      ControlWords::tr("The node was taken out of the configuration."));
        return;
    }
    m_turns.take(nodeIdOf(request), [this, runtime, ticket, request, previewed](const std::function<void()> &done) {
        carryOut(runtime, ticket, request, previewed, done);
    });
}

void ControlWorker::carryOut(const NodeRuntimePtr &runtime, quint64 ticket, const ControlRequest &request,
                             const Previewed &previewed, const std::function<void()> &done)
{
    auto planned = makeAction(*runtime, request, m_stores);
    if (!planned) {
        failConfirmed(ticket, request, previewed.title, planned.error());
        done();
        return;
    }
    const UtcTime now = utcNow();
    ControlRun::Input input;
    input.controlId = newControlId(now);
    input.ticket = ticket;
    input.reason = reasonOf(request);
    input.title = previewed.title;
    input.expected = previewed.state;
    input.endsPause = planned->resumes;
    if (planned->pauses) {
        const PauseEntry *present = m_stores.pauses.find(nodeIdOf(request));
        const auto after = resumeAfterOf(request);
        input.pauseEntry = PauseEntry{input.controlId, input.reason, present != nullptr ? present->since : now,
                                      after ? std::optional(now + *after) : std::nullopt};
    }
    auto *run = new ControlRun(runtime, std::move(planned->action), std::move(input), m_stores, this);
    const bool concernsPause = planned->pauses || planned->resumes;
    connect(run, &ControlRun::ended, this, [this, run, runtime, concernsPause, done](const ControlResult &result) {
        run->deleteLater();
        if (concernsPause)
            m_resumes->refresh(*runtime);
        Q_EMIT finished(result);
        m_poller.askNow(result.nodeId);
        done();
    });
    run->start();
}

void ControlWorker::cancel(quint64 ticket)
{
    const auto found = m_previewed.find(ticket);
    if (found == m_previewed.end())
        return;
    ControlResult result;
    result.ticket = ticket;
    result.nodeId = nodeIdOf(found->second.request);
    result.title = found->second.title;
    result.outcome = ControlOutcome::Cancelled;
    result.detail = ControlWords::tr("Cancelled; nothing was changed.");
    result.at = utcNow();
    m_previewed.erase(found);
    Q_EMIT finished(result);
}

void ControlWorker::failPreview(const ControlRequest &request, const QString &detail)
{
    ControlResult result;
    result.nodeId = nodeIdOf(request);
    result.outcome = ControlOutcome::Failed;
    result.detail = detail;
    result.at = utcNow();
    Q_EMIT previewFailed(result);
}

void ControlWorker::failConfirmed(quint64 ticket, const ControlRequest &request, const QString &title,
                                  const QString &detail)
{
    ControlResult result;
    result.ticket = ticket;
    result.nodeId = nodeIdOf(request);
    result.title = title;
    result.outcome = ControlOutcome::Failed;
    result.detail = detail;
    result.at = utcNow();
    Q_EMIT finished(result);
}

} // namespace barograph
