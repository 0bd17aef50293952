// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/control_action.h"
#include "nodes/onprem/probe_session.h"

namespace barograph {

/// Switches the status callbacks of an on-premises node.
///
/// Whether PATCH merges or replaces a nested `webhooks` is not documented, so the whole object is written back as it
/// was read, with only `message.{sent,delivered,read}` changed. Clients before v2.41.2 know `sent_status` only.
class CallbacksAction : public ControlAction
{
    Q_OBJECT

public:
    static inline const QString kTargetKind = QStringLiteral("callbacks");

    /// `session` must outlive this object.
    CallbacksAction(OnPremSession &session, CallbackSettings wanted);
    /// Puts back what `snapshot` (from read()) says: its callbacks, and fields of `webhooks` that are missing now.
    /// Fields that somebody has changed since are left as they are, and the plan says so.
    /// Precondition: callbacksOf(snapshot) is known.
    static std::unique_ptr<CallbacksAction> restoring(OnPremSession &session, const QJsonObject &snapshot);

    QString auditName() const override;
    QString targetKind() const override { return kTargetKind; }
    /// The parts of the settings that matter here: `webhooks` (with its address) and `sent_status`.
    void read(StateRead done) override;
    tl::expected<ControlPlan, QString> plan(const QJsonObject &state) const override;
    void write(const QJsonObject &before, Written done) override;
    QString missing(const QJsonObject &before, const QJsonObject &now) const override;

private:
    QJsonObject wantedState(const QJsonObject &before) const;

    OnPremSession &m_session;
    CallbackSettings m_wanted;
    QJsonObject m_snapshot; ///< empty unless restoring
};

/// Body of the PATCH that brings `before` to `wanted`: the whole `webhooks`, or only `sent_status`. Pure.
QJsonObject callbacksPatch(const QJsonObject &before, CallbackSettings wanted);

} // namespace barograph
