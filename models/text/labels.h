// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/control.h"

namespace barograph {

/// Words for values, as shown: one or two words, no full stop.
QString eventKindText(EventKind kind);
QString apartKindText(ApartKind kind);
QString nodeStateText(NodeState state);
QString sendSourceText(SendSource source);
QString controlOutcomeText(ControlOutcome outcome);

} // namespace barograph
