#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a program on an X server of its own, so that a real mouse and keyboard can be moved in it.
set -euo pipefail
folder=$(mktemp -d)
server=
finish() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    rm -rf "$folder"
}
trap finish EXIT
mkfifo "$folder/display"
Xvfb -displayfd 3 -screen 0 1920x1080x24 -nolisten tcp 3> "$folder/display" 2> "$folder/log" &
server=$!
if ! read -r -t 60 number < "$folder/display"; then
    echo "Xvfb did not start:" >&2
    cat "$folder/log" >&2
    exit 1
fi
export DISPLAY=":$number" QT_QPA_PLATFORM=xcb
"$@"
