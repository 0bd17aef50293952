// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/control_run.h"

#include "controls/controls_words.h"
#include "text/joined.h"

#include <QLoggingCategory>

#include <array>

namespace barograph {

namespace {

Q_LOGGING_CATEGORY(lcControls, "barograph.controls")

/// Pauses before each look at the result: a node may need a moment to spread its settings.
constexpr std::array kReadBackDelays{Millis{0}, Millis{300}, Millis{900}, Millis{1800}};

} // namespace

ControlRun::ControlRun(NodeRuntimePtr runtime, std::unique_ptr<ControlAction> action, Input input,
                       ControlStores &stores, QObject *parent)
    : QObject(parent)
    , m_runtime(std::move(runtime))
    , m_action(std::move(action))
    , m_input(std::move(input))
    , m_stores(stores)
{
    m_plan.title = m_input.title;
    m_retry.setSingleShot(true);
}

void ControlRun::start()
{
    m_action->read([this](const tl::expected<QJsonObject, QString> &state) { onRead(state); });
}

void ControlRun::onRead(const tl::expected<QJsonObject, QString> &state)
{
    if (!state) {
        conclude(ControlOutcome::Failed, ControlWords::tr("Nothing was changed: %1").arg(state.error()));
        return;
    }
    if (m_input.expected && *m_input.expected != *state) {
        conclude(ControlOutcome::Failed,
                 ControlWords::tr("The state changed meanwhile, so nothing was changed. Look again."));
        return;
    }
    const auto plan = m_action->plan(*state);
    if (!plan) {
        conclude(m_input.nothingToDoIsFine ? ControlOutcome::Verified : ControlOutcome::Failed, plan.error());
        return;
    }
    m_plan = *plan;
    if (keepBeforeWriting(*state))
        write(*state);
}

bool ControlRun::keepBeforeWriting(const QJsonObject &state)
{
    const QString &nodeId = m_runtime->node.config.id;
    tl::expected<void, QString> kept =
        m_stores.snapshots.save(m_input.controlId, {nodeId, m_action->targetKind(), state});
    m_snapshotKept = kept.has_value();
    if (kept && m_input.pauseEntry) {
        if (const PauseEntry *entry = m_stores.pauses.find(nodeId))
            m_pauseBefore = *entry;
        kept = m_stores.pauses.put(nodeId, *m_input.pauseEntry);
    }
    if (kept)
        kept = m_stores.audit.append(record(AuditPhase::Intent));
    if (!kept)
        conclude(ControlOutcome::Failed, kept.error());
    return kept.has_value();
}

void ControlRun::write(const QJsonObject &state)
{
    m_before = state;
    m_wrote = true;
    m_action->write(m_before, [this](const tl::expected<void, QString> &written) {
        m_writeError = written ? QString() : written.error();
        readBack(0);
    });
}

void ControlRun::readBack(std::size_t attempt)
{
    m_retry.disconnect();
    connect(&m_retry, &QTimer::timeout, this, [this, attempt] {
        m_action->read(
            [this, attempt](const tl::expected<QJsonObject, QString> &state) { onReadBack(attempt, state); });
    });
    m_retry.start(kReadBackDelays[attempt]);
}

void ControlRun::onReadBack(std::size_t attempt, const tl::expected<QJsonObject, QString> &state)
{
    const QString missing = state ? m_action->missing(m_before, *state) : state.error();
    if (missing.isEmpty()) {
        const QString note =
            m_writeError.isEmpty()
                ? ControlWords::tr("Read back and found as wanted.")
                : ControlWords::tr("Read back and found as wanted, although writing ended with: %1").arg(m_writeError);
        conclude(ControlOutcome::Verified, note);
        return;
    }
    if (attempt + 1 < kReadBackDelays.size()) {
        readBack(attempt + 1);
        return;
    }
    if (!m_writeError.isEmpty() && state && *state == m_before) {
        m_wrote = false; // refused, and the state proves that it had no effect
        conclude(ControlOutcome::Failed, ControlWords::tr("Nothing was changed: %1").arg(m_writeError));
        return;
    }
    const QString start = m_writeError.isEmpty()
                              ? ControlWords::tr("Written, but not verified: ")
                              : ControlWords::tr("Writing ended with \"%1\" Not verified: ").arg(m_writeError);
    conclude(ControlOutcome::Unverified, start % missing);
}

void ControlRun::conclude(ControlOutcome outcome, const QString &detail)
{
    keepPause(outcome);
    if (m_snapshotKept && !m_wrote)
        m_stores.snapshots.remove(m_input.controlId);
    ControlResult result;
    result.id = m_input.controlId;
    result.ticket = m_input.ticket;
    result.nodeId = m_runtime->node.config.id;
    result.title = m_plan.title;
    result.outcome = outcome;
    result.detail = detail;
    result.at = utcNow();
    result.restorable = m_snapshotKept && m_wrote;
    result.changes = m_plan.changes;

    AuditRecord entry = record(AuditPhase::Result);
    entry.at = result.at;
    entry.outcome = outcome;
    entry.detail = detail;
    entry.restorable = result.restorable;
    if (const auto written = m_stores.audit.append(entry); !written) {
        qCWarning(lcControls) << written.error();
        result.detail = joinedSentences(
            {result.detail, ControlWords::tr("The result is missing in the audit trail: %1").arg(written.error())});
    }
    Q_EMIT ended(result, m_wrote);
}

bool ControlRun::runsAgain(ControlOutcome outcome) const
{
    if (outcome == ControlOutcome::Verified)
        return true;
    // A queue that never tells would otherwise be resumed again and again.
    const bool tells = m_runtime->queue && m_runtime->queue->tellsPaused();
    return outcome == ControlOutcome::Unverified && m_writeError.isEmpty() && !tells;
}

void ControlRun::keepPause(ControlOutcome outcome)
{
    const QString &nodeId = m_runtime->node.config.id;
    tl::expected<void, QString> kept;
    if (m_input.pauseEntry && !m_wrote)
        kept = m_pauseBefore ? m_stores.pauses.put(nodeId, *m_pauseBefore) : m_stores.pauses.remove(nodeId);
    else if (m_input.endsPause && runsAgain(outcome))
        kept = m_stores.pauses.remove(nodeId);
    if (!kept)
        qCWarning(lcControls) << kept.error();
}

AuditRecord ControlRun::record(AuditPhase phase) const
{
    AuditRecord record;
    record.phase = phase;
    record.at = utcNow();
    record.who = auditWho();
    record.nodeId = m_runtime->node.config.id;
    record.controlId = m_input.controlId;
    record.action = m_action->auditName();
    record.title = m_plan.title;
    record.reason = m_input.reason;
    record.changes = m_plan.changes;
    return record;
}

} // namespace barograph
