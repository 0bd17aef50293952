// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"
#include "frame/frame.h"

#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace barograph {

/// Stops the bot's outbound queue. `reason` is mandatory and ends up in the audit trail.
struct PauseQueueRequest
{
    QString nodeId;
    QString reason;
    std::optional<Millis> resumeAfter; ///< resume by itself after this long, also across a restart of Barograph
};

struct ResumeQueueRequest
{
    QString nodeId;
    QString reason;
};

/// Switches status callbacks of an on-premises node. The other fields of `webhooks` are written back as they were.
struct SetCallbacksRequest
{
    QString nodeId;
    CallbackSettings wanted;
    QString reason;
};

/// Puts back the state that an earlier control had found.
struct RestoreRequest
{
    QString nodeId;
    QString controlId; ///< ControlResult::id of the control to undo
    QString reason;
};

using ControlRequest = std::variant<PauseQueueRequest, ResumeQueueRequest, SetCallbacksRequest, RestoreRequest>;

/// One line of what will change.
struct ControlChange
{
    QString what;   ///< e.g. "webhooks.message.read"
    QString before; ///< e.g. "on"
    QString after;  ///< e.g. "off"
};

/// Shown before anything is written: the present state was read a moment ago.
struct ControlPreview
{
    quint64 ticket = 0; ///< hand back to confirm or cancel
    QString title;      ///< e.g. "Switch read receipts off on support-eu"
    QString nodeName;
    bool simulated = false;
    QString target; ///< what is written to: method and URL without secrets
    std::vector<ControlChange> changes;
    QStringList consequences; ///< what becomes blind, what goes on, how it ends
    ControlRequest request;
};

enum class ControlOutcome : quint8 {
    Verified,   ///< read back and found as wanted
    Unverified, ///< written, but reading back failed or showed something else: shown in red
    Failed,     ///< not written, the node refused or could not be reached
    Cancelled
};

struct ControlResult
{
    QString id; ///< unique; names the entry in the audit trail
    quint64 ticket = 0;
    QString nodeId;
    QString title;
    ControlOutcome outcome = ControlOutcome::Failed;
    QString detail; ///< one sentence
    UtcTime at{};
    bool restorable = false; ///< a snapshot was kept and a RestoreRequest with this id can be made
    std::vector<ControlChange> changes;
};

} // namespace barograph

Q_DECLARE_METATYPE(barograph::ControlRequest)
Q_DECLARE_METATYPE(barograph::ControlPreview)
Q_DECLARE_METATYPE(barograph::ControlResult)
