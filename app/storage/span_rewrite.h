// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/history_error.h"

#include <tl/expected.hpp>

#include <algorithm>
#include <vector>

namespace barograph {

/// Lays `span` over the stored spans `before` that it touches, by overlay(), and brings the table there: `remove(old)`
/// for rows that are gone, `put(wanted)` for those that are new or changed. Rows that stay as they are stay untouched.
template<typename Span, typename Remove, typename Put>
tl::expected<void, HistoryError> rewriteSpans(const std::vector<Span> &before, const Span &span, Remove remove, Put put)
{
    auto after = before;
    overlay(after, span);
    for (const Span &old : before) {
        const bool kept = std::any_of(after.begin(), after.end(), [&](const Span &s) { return s.from == old.from; });
        if (kept)
            continue;
        if (tl::expected<void, HistoryError> done = remove(old); !done)
            return done;
    }
    for (const Span &wanted : after) {
        if (std::find(before.begin(), before.end(), wanted) != before.end())
            continue;
        if (tl::expected<void, HistoryError> done = put(wanted); !done)
            return done;
    }
    return {};
}

} // namespace barograph
