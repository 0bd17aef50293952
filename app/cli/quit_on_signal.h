// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace barograph {

/// SIGINT, SIGTERM and SIGHUP end the event loop in an orderly way (exit code 0), so that everything is written and
/// children are ended. Call once, after the QCoreApplication was made. No effect on systems without these signals.
void quitOnTerminationSignals();

} // namespace barograph
