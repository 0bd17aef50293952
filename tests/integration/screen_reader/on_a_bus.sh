#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a program on an X server and a session bus of its own, with the bus of assistive technology on it.
set -euo pipefail
export QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1
exec "$(dirname "$0")/../real_window/under_xvfb.sh" dbus-run-session -- "$@"
