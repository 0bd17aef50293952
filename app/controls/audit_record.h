// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/control.h"

#include <QByteArray>

#include <optional>

namespace barograph {

enum class AuditPhase : quint8 {
    Intent, ///< written and synced before anything is sent
    Result  ///< what came of it; also alone, where nothing was sent or something was only observed
};

/// One line of the audit trail. Holds no secret, and of webhook addresses only what shownWebhookUrl() leaves.
struct AuditRecord
{
    AuditPhase phase = AuditPhase::Intent;
    UtcTime at{};
    QString who; ///< "user@host"
    QString nodeId;
    QString controlId;
    QString action; ///< e.g. "pause-queue"
    QString title;
    QString reason;
    QString detail;
    std::vector<ControlChange> changes;
    std::optional<ControlOutcome> outcome; ///< only with Result
    bool restorable = false;
};

/// One JSON object on one line, without the newline. `previousSha256` (hex, empty for the first line) chains the lines,
/// so that one that was removed or altered shows. Pure.
QByteArray auditLine(const AuditRecord &record, const QString &previousSha256);

/// Nothing if the line is not a record of ours, e.g. torn by a crash. Pure.
std::optional<AuditRecord> parseAuditLine(const QByteArray &line);

/// Hash that the next line refers to.
QString auditLineHash(const QByteArray &line);

/// "user@host" of this process.
QString auditWho();

} // namespace barograph
