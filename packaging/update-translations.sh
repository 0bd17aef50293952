#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Brings resources/translations/*.ts up to date with the texts in the sources. Run it as often as you like: what is
# translated stays, what is gone goes, and the order never depends on where a text stands in a file.
#   packaging/update-translations.sh            all languages
#   packaging/update-translations.sh FOLDER     the copies in FOLDER instead, as the test does
# Prints how many texts each language still lacks.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:-resources/translations}
lupdate=$(command -v lupdate-qt6 || command -v /usr/lib/qt6/bin/lupdate || command -v lupdate) ||
    { echo "lupdate is missing. Install qt6-l10n-tools." >&2; exit 1; }

# lupdate sorts contexts only. Texts sorted too, two branches that add some rarely meet in the same line.
sorted() {
    awk '
        /<message/ { inside = 1; block = ""; key = "" }
        inside { block = block $0 "\n"; if ($0 ~ /<source>/) key = $0 }
        /<\/message>/ {
            for (i = count++; i > 0 && keys[i - 1] > key; --i) { keys[i] = keys[i - 1]; blocks[i] = blocks[i - 1] }
            keys[i] = key; blocks[i] = block; inside = 0; next
        }
        inside { next }
        /<\/context>/ { for (i = 0; i < count; ++i) printf "%s", blocks[i]; count = 0 }
        { print }' "$1" > "$1.sorted"
    cmp -s "$1" "$1.sorted" && rm "$1.sorted" || mv "$1.sorted" "$1"
}

export LC_ALL=C
for file in "$folder"/barograph_*.ts; do
    language=$(basename "$file" .ts)
    language=${language#barograph_}
    # English only needs what the sources cannot say: singulars and plurals.
    extra=()
    [ "$language" = en ] && extra=(-pluralonly)
    "$lupdate" -silent -locations none -no-obsolete -disable-heuristic similartext -disable-heuristic number \
        -I app -I models -I ui -I app/main -extensions cpp,h -source-language en_US -target-language "$language" \
        "${extra[@]}" app models ui -ts "$file" 2>&1 | grep -v 'fingerprint.h:' >&2 || true
    sorted "$file"
    echo "$language: $(grep -c 'type="unfinished"' "$file" || true) texts to translate"
done
