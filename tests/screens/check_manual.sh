#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Every picture that README and docs show comes from render_screens, and every one that is made is shown.
set -euo pipefail
cd "$(dirname "$0")/../.."
shown=$(grep -ohE '\((docs/)?images/[^)]+\.png\)' README.md docs/*.md | sed -E 's/^\((docs\/)?images\///; s/\)$//' | sort -u)
listed=$(grep -v '^#' docs/images/pictures.txt | awk '{print $1}' | sort -u)
there=$(cd docs/images && find . -name '*.png' | sed 's/^\.\///' | sort -u)
wrong=0
complain() { [ -z "$2" ] || { printf '%s\n' "$1" "$2" >&2; wrong=1; }; }
complain "Shown, and not in docs/images/pictures.txt:" "$(comm -23 <(echo "$shown") <(echo "$listed"))"
complain "In docs/images/pictures.txt, and shown nowhere:" "$(comm -13 <(echo "$shown") <(echo "$listed"))"
complain "In docs/images/pictures.txt, and not made; run render_screens --manual docs/images:" "$(comm -23 <(echo "$listed") <(echo "$there"))"
complain "In docs/images, and not in pictures.txt:" "$(comm -13 <(echo "$listed") <(echo "$there"))"
exit $wrong
