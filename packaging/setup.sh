#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the packages of the named groups that are missing. Usage: packaging/setup.sh build [test [bench]]
# Does not touch the package manager when nothing in dependencies.txt changed since the last time.
set -euo pipefail
cd "$(dirname "$0")/.."

list=packaging/dependencies.txt
mkdir -p build
stamp="build/.setup-$(IFS=-; echo "$*")"
sum=$(sha256sum "$list")
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$sum" ]; then
    exit 0
fi

wanted=()
while read -r package group _; do
    case "$package" in ''|'#'*) continue ;; esac
    for asked in "$@"; do
        [ "$group" = "$asked" ] && wanted+=("$package")
    done
done < "$list"

missing=()
for package in "${wanted[@]}"; do
    status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing+=("$package")
done

if [ ${#missing[@]} -gt 0 ]; then
    as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "Missing packages: ${missing[*]}" >&2
            echo "Install them as root (apt-get install ${missing[*]}) or install sudo, then start again." >&2
            exit 1
        fi
        as_root=(sudo)
    fi
    echo "Installing: ${missing[*]}" >&2
    apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)
    "${apt[@]}" update >&2
    "${apt[@]}" install -y --no-install-recommends "${missing[@]}" >&2
fi
echo "$sum" > "$stamp"
