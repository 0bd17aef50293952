#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a program on an X server and a session bus of its own, with the bus of assistive technology on it.
set -euo pipefail
if [ "${1:-}" != --inside ]; then
    export QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1
    exec "$(dirname "$0")/../real_window/under_xvfb.sh" "$0" --inside "$@"
fi
shift
# Only the program itself may hold our output: what the bus starts lives a little longer, and whoever reads the output
# would wait for its end.
exec 3>&1 4>&2
dbus-run-session -- bash -c 'exec "$@" >&3 2>&4 3>&- 4>&-' run "$@" > /dev/null 2>&1
