// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/config_file.h"

namespace barograph {

/// What is wrong with a tap's configuration, with a field like "tap.url". Pure.
std::optional<ConfigError> checkTap(NodeKind kind, const TapConfig &tap);

} // namespace barograph
