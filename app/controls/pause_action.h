// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/control_action.h"
#include "nodes/node_runtime.h"

#include <optional>

namespace barograph {

/// Pauses or resumes a node's outbound queue.
class PauseAction : public ControlAction
{
    Q_OBJECT

public:
    static inline const QString kTargetKind = QStringLiteral("queue");

    struct Wanted
    {
        bool pause = false;
        QString reason;
        std::optional<Millis> resumeAfter;      ///< only with pause
        std::optional<UtcTime> presentResumeAt; ///< timed resume that is set now
    };

    /// Precondition: `runtime.queue` is set and supports the command. `runtime` must outlive this object.
    PauseAction(const NodeRuntime &runtime, Wanted wanted);

    QString auditName() const override;
    QString targetKind() const override { return kTargetKind; }
    /// {"paused": true | false | null}, null where the queue does not tell.
    void read(StateRead done) override;
    tl::expected<ControlPlan, QString> plan(const QJsonObject &state) const override;
    void write(const QJsonObject &before, Written done) override;
    QString missing(const QJsonObject &before, const QJsonObject &now) const override;

private:
    QStringList consequences() const;

    const NodeRuntime &m_runtime;
    Wanted m_wanted;
};

/// "45 s", "30 min", "1 h 30 min", "2 d 3 h": at most two units. Pure.
QString durationText(Millis duration);

} // namespace barograph
