// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/control_action.h"
#include "controls/control_stores.h"
#include "nodes/node_runtime.h"

#include <QTimer>

#include <memory>

namespace barograph {

/// Carries one control out: read again, keep the old state, note the intent, write, read back, note the result.
///
/// Nothing is written if the state is not the one that was previewed, or if snapshot, timed resume or intent cannot be
/// stored. A write that ended in an error may have taken effect all the same, so it is read back too.
/// Lives on the poller thread. Holds the node's runtime until it is destroyed.
class ControlRun : public QObject
{
    Q_OBJECT

public:
    struct Input
    {
        QString controlId;
        quint64 ticket = 0;
        QString reason;
        QString title;                        ///< used where nothing could be planned
        std::optional<QJsonObject> expected;  ///< state at the preview; empty = whatever is found (timed resume)
        std::optional<PauseEntry> pauseEntry; ///< to be kept before pausing
        bool endsPause = false;               ///< when the queue runs again, the node's entry is removed
        bool nothingToDoIsFine = false;
    };

    /// `stores` must outlive this object.
    ControlRun(NodeRuntimePtr runtime, std::unique_ptr<ControlAction> action, Input input, ControlStores &stores,
               QObject *parent);

    void start();

Q_SIGNALS:
    /// Emitted once. `wrote`: something was sent.
    void ended(const barograph::ControlResult &result, bool wrote);

private:
    void onRead(const tl::expected<QJsonObject, QString> &state);
    /// False after having ended the run.
    bool keepBeforeWriting(const QJsonObject &state);
    void write(const QJsonObject &state);
    void readBack(std::size_t attempt);
    void onReadBack(std::size_t attempt, const tl::expected<QJsonObject, QString> &state);
    void conclude(ControlOutcome outcome, const QString &detail);
    bool runsAgain(ControlOutcome outcome) const;
    void keepPause(ControlOutcome outcome);
    AuditRecord record(AuditPhase phase) const;

    NodeRuntimePtr m_runtime;
    std::unique_ptr<ControlAction> m_action;
    Input m_input;
    ControlStores &m_stores;
    ControlPlan m_plan;
    QJsonObject m_before;
    QString m_writeError;
    QTimer m_retry;
    std::optional<PauseEntry> m_pauseBefore;
    bool m_snapshotKept = false;
    bool m_wrote = false;
};

} // namespace barograph
