// SPDX-License-Identifier: GPL-3.0-or-later
#include "meters/rate_windows.h"

namespace barograph {

WindowRates ratesOver(const SecondRing &ring, qint64 seconds)
{
    TotalCounts sums;
    ByKind<qint64> known;
    ByKind<qint64> notMeasured;
    for (qint64 i = 1; i <= seconds; ++i) {
        const auto &sample = ring.at(ring.newest() - Seconds{i});
        for (const auto kind : kEventKinds) {
            if (sample.isKnown(kind)) {
                sums[kind] += sample.counts[kind];
                ++known[kind];
            } else if (!sample.lackedTap() && (sample.notMeasuredMask & SecondSample::bit(kind)) != 0) {
                ++notMeasured[kind];
            }
        }
    }

    WindowRates rates;
    const UtcTime at{ring.newest()};
    double total = 0;
    bool complete = true;
    for (const auto kind : kEventKinds) {
        if (2 * known[kind] >= seconds) {
            const auto rate = static_cast<double>(sums[kind]) / static_cast<double>(known[kind]);
            total += rate;
            // Of a window that was watched only in part (just started, not listening meanwhile) the rest is guessed.
            const bool whole = known[kind] == seconds;
            complete = complete && whole;
            rates.byKind[kind] = whole ? Reading<double>::measured(rate, at) : Reading<double>::estimated(rate, at);
            continue;
        }
        complete = false;
        if (2 * (known[kind] + notMeasured[kind]) >= seconds) {
            rates.byKind[kind] = Reading<double>::notMeasured();
        }
    }
    if (rates.byKind[EventKind::Receive].hasValue())
        rates.total = complete ? Reading<double>::measured(total, at) : Reading<double>::estimated(total, at);
    return rates;
}

} // namespace barograph
