// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command_line.h"
#include "config/paths.h"

namespace barograph {

/// `barograph webhook-url --node ID [--verify-token]`: prints the node's webhook address with its secret on standard
/// output, or the token to be entered beside it where the node verifies addresses (Cloud API). Works whether or not the
/// dashboard runs. Returns the exit code: 0, or 1 with the reason on standard error.
int runWebhookUrlCommand(const CommandLine &line, const Paths &paths);

} // namespace barograph
