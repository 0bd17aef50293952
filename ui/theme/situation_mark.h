// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/situation.h"
#include "theme/icons.h"

namespace barograph {

/// The shape that stands for how all numbers are.
Mark situationMark(SituationKind kind);

} // namespace barograph
