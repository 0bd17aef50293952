// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/coverage.h"

#include <algorithm>

namespace barograph {

namespace {

void appendMerging(std::vector<CoverageSpan> &spans, const CoverageSpan &span)
{
    if (!spans.empty() && spans.back().to == span.from && spans.back().saysTheSameAs(span))
        spans.back().to = span.to;
    else
        spans.push_back(span);
}

} // namespace

void overlay(std::vector<CoverageSpan> &spans, const CoverageSpan &span)
{
    if (span.from >= span.to)
        return;
    std::vector<CoverageSpan> result;
    result.reserve(spans.size() + 2);
    const bool saysSomething = (span.knownMask | span.notMeasuredMask) != 0;
    bool placed = !saysSomething;
    for (const auto &old : spans) {
        if (old.from < span.from) {
            auto before = old;
            before.to = std::min(old.to, span.from);
            appendMerging(result, before);
        }
        if (!placed && old.to > span.from) {
            appendMerging(result, span);
            placed = true;
        }
        if (old.to > span.to) {
            auto after = old;
            after.from = std::max(old.from, span.to);
            appendMerging(result, after);
        }
    }
    if (!placed)
        appendMerging(result, span);
    spans = std::move(result);
}

} // namespace barograph
