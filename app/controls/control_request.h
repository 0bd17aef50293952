// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/control.h"

namespace barograph {

QString nodeIdOf(const ControlRequest &request);
QString reasonOf(const ControlRequest &request);
bool isPauseRequest(const ControlRequest &request);
std::optional<Millis> resumeAfterOf(const ControlRequest &request);

/// True if `edited` is `previewed` but for what the operator may still change after the preview: the reason, and when
/// to resume. Pure.
bool sameIntent(const ControlRequest &previewed, const ControlRequest &edited);

/// Why the request cannot be carried out as it is (no reason given, an impossible time); empty if it can. Pure.
QString objectionTo(const ControlRequest &request);

/// A new id for the audit trail: "20261124T015126-1a2b3c4d", sortable by time.
QString newControlId(UtcTime at);

} // namespace barograph
