// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command_line.h"
#include "config/paths.h"

namespace barograph {

/// `barograph listener-certificate [--out FILE] [--renew]`: the listener's certificate in PEM, never its key, on
/// standard output or in a file, and its SHA-256. Works whether or not the dashboard runs, which takes up a renewed one
/// within a minute. Returns the exit code: 0, or 1 with the reason on standard error.
int runListenerCertificateCommand(const CommandLine &line, const Paths &paths);

} // namespace barograph
