#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command in a session bus of its own with an unlocked GNOME Keyring. Usage: with_keyring.sh COMMAND...
set -euo pipefail
if [ -z "${BAROGRAPH_IN_SESSION-}" ]; then
    # The keyring daemon would outlive its bus; this ends with it.
    BAROGRAPH_IN_SESSION=1 exec dbus-run-session -- "$0" "$@"
fi
# Not in the build folder: the path of a socket may have 107 characters only.
XDG_RUNTIME_DIR=$(mktemp -d)
export XDG_RUNTIME_DIR
trap 'rm -rf "$XDG_RUNTIME_DIR"' EXIT
rm -rf "${XDG_DATA_HOME:?}/keyrings"
printf 'only for this test' | gnome-keyring-daemon --unlock --components=secrets > /dev/null
"$@"
