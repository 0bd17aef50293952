// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/control.h"

namespace barograph {

/// Words for values, as shown: one or two words, no full stop.
QString eventKindText(EventKind kind);
QString apartKindText(ApartKind kind);
/// The same in English whatever is shown: what was written down once goes on being understood.
QString eventKindEnglish(EventKind kind);
QString apartKindEnglish(ApartKind kind);
QString nodeStateText(NodeState state);
QString sendSourceText(SendSource source);
QString controlOutcomeText(ControlOutcome outcome);

} // namespace barograph
