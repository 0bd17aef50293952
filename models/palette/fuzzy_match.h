// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <optional>
#include <vector>

namespace barograph {

struct FuzzyMatch
{
    int score = 0;                    ///< higher is better; only to be compared for the same wanted text
    std::vector<qsizetype> positions; ///< of the matched characters in the text, ascending
};

/// Whether all characters of each word of `wanted` occur in `text` in their order, and how well: at the beginnings of
/// words and in a row count more, what is left out between them counts against it. The words may come in any order.
/// Case and accents do not matter. Nothing wanted matches everything, with 0. Pure; any thread.
std::optional<FuzzyMatch> fuzzyMatch(QStringView wanted, QStringView text);

} // namespace barograph
