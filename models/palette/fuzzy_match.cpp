// SPDX-License-Identifier: GPL-3.0-or-later
#include "palette/fuzzy_match.h"

#include <QList>
#include <QString>

#include <algorithm>
#include <limits>

namespace barograph {

namespace {

constexpr int kCharacter = 16;
constexpr int kWordStart = 10;
constexpr int kTextStart = 4; // beside kWordStart
constexpr int kInARow = 12;
constexpr int kGap = 1; // for each character left out between two that match
constexpr int kNone = std::numeric_limits<int>::min() / 2;
/// Names are shorter; what lies behind is not looked at, so that the cost stays bounded.
constexpr qsizetype kLongest = 256;

/// One character for one: positions stay what they are in the text.
QChar folded(QChar c)
{
    const QString parts = c.decomposition();
    return parts.isEmpty() ? c.toCaseFolded() : parts.front().toCaseFolded();
}

bool startsWord(QStringView text, qsizetype at)
{
    return at == 0 || (!text[at - 1].isLetterOrNumber() && text[at].isLetterOrNumber()) ||
           (text[at - 1].isLower() && text[at].isUpper());
}

/// Best way to find the characters of one word in their order. Table of rows by character of the word and columns by
/// character of the text: the score of the best way that ends exactly there.
std::optional<FuzzyMatch> matchWord(QStringView word, QStringView text)
{
    const auto columns = static_cast<std::size_t>(text.size());
    const auto rows = static_cast<std::size_t>(word.size());
    if (rows > columns)
        return {};
    std::vector<int> best(rows * columns, kNone);
    std::vector<qsizetype> from(rows * columns, -1);
    for (std::size_t row = 0; row < rows; ++row) {
        const QChar wanted = folded(word[static_cast<qsizetype>(row)]);
        int before = kNone; // best end of the row above, less the gap up to here
        qsizetype beforeAt = -1;
        for (std::size_t column = row; column < columns; ++column) {
            const auto at = static_cast<qsizetype>(column);
            if (row > 0 && column > 0) {
                before -= before > kNone ? kGap : 0;
                // The one right before counts as in a row below; one further back as a way with a gap.
                if (column > 1 && best[(row - 1) * columns + column - 2] - kGap > before) {
                    before = best[(row - 1) * columns + column - 2] - kGap;
                    beforeAt = at - 2;
                }
            }
            if (folded(text[at]) != wanted)
                continue;
            const int here = kCharacter + (startsWord(text, at) ? kWordStart : 0) + (at == 0 ? kTextStart : 0);
            const std::size_t cell = row * columns + column;
            if (row == 0) {
                best[cell] = here;
                continue;
            }
            const int inARow = column > 0 ? best[(row - 1) * columns + column - 1] : kNone;
            if (inARow > kNone && inARow + kInARow >= before) {
                best[cell] = inARow + kInARow + here;
                from[cell] = at - 1;
            } else if (before > kNone) {
                best[cell] = before + here;
                from[cell] = beforeAt;
            }
        }
    }
    const auto last = best.begin() + static_cast<std::ptrdiff_t>((rows - 1) * columns);
    const auto end = std::max_element(last, best.end());
    if (*end <= kNone)
        return {};
    FuzzyMatch match{*end, std::vector<qsizetype>(rows)};
    qsizetype at = end - last;
    for (std::size_t row = rows; row-- > 0;) {
        match.positions[row] = at;
        at = from[row * columns + static_cast<std::size_t>(at)];
    }
    return match;
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(QStringView wanted, QStringView text)
{
    FuzzyMatch all;
    const QStringView looked = text.left(kLongest);
    for (const QStringView word : wanted.split(u' ', Qt::SkipEmptyParts)) {
        const auto match = matchWord(word, looked);
        if (!match)
            return {};
        all.score += match->score;
        all.positions.insert(all.positions.end(), match->positions.begin(), match->positions.end());
    }
    std::sort(all.positions.begin(), all.positions.end());
    all.positions.erase(std::unique(all.positions.begin(), all.positions.end()), all.positions.end());
    return all;
}

} // namespace barograph
