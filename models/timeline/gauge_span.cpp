// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/gauge_span.h"

#include <algorithm>

namespace barograph {

namespace {

void appendGaugeSpan(std::vector<GaugeSpan> &spans, UtcSecond from, UtcSecond to, const GaugeSample &sample)
{
    if (from >= to)
        return;
    if (!spans.empty() && spans.back().to == from && spans.back().sample == sample)
        spans.back().to = to;
    else
        spans.push_back({from, to, sample});
}

} // namespace

GaugeSample toldAgain(const GaugeSample &before, const GaugeSample &again)
{
    GaugeSample result = again;
    for (const GaugeKind kind : kGaugeKinds) {
        const auto bit = static_cast<quint8>(1U << indexOf(kind));
        const bool keeps =
            before.isKnown(kind) && (!again.isKnown(kind) || (again.isEstimated(kind) && !before.isEstimated(kind)));
        if (!keeps)
            continue;
        result.values[indexOf(kind)] = before.value(kind);
        result.estimatedMask = static_cast<quint8>((result.estimatedMask & ~bit) | (before.estimatedMask & bit));
    }
    // Only a look at the queue can say that it was not paused.
    result.paused = again.paused || (before.paused && !again.isKnown(GaugeKind::Outbound));
    return result;
}

void overlay(std::vector<GaugeSpan> &spans, const GaugeSpan &span)
{
    if (span.from >= span.to || !span.sample.tellsAnything())
        return;
    std::vector<GaugeSpan> result;
    result.reserve(spans.size() + 2);
    UtcSecond at = span.from; // what is before has been placed
    for (const auto &old : spans) {
        if (old.from > at && at < span.to) {
            const auto end = std::min(old.from, span.to);
            appendGaugeSpan(result, at, end, span.sample);
            at = end;
        }
        appendGaugeSpan(result, old.from, std::min(old.to, span.from), old.sample);
        const auto from = std::max(old.from, span.from);
        const auto to = std::min(old.to, span.to);
        if (from < to) {
            appendGaugeSpan(result, from, to, toldAgain(old.sample, span.sample));
            at = to;
        }
        appendGaugeSpan(result, std::max(old.from, span.to), old.to, old.sample);
    }
    if (at < span.to)
        appendGaugeSpan(result, at, span.to, span.sample);
    spans = std::move(result);
}

} // namespace barograph
