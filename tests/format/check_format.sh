#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Every C++ file looks as .clang-format says. To mend: clang-format-14 -i FILE
set -euo pipefail
cd "$(dirname "$0")/../.."
find models app ui tests -name '*.cpp' -print0 -o -name '*.h' -print0 | xargs -0 -P "$(nproc)" -n 40 clang-format-14 --dry-run -Werror
