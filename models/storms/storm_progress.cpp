// SPDX-License-Identifier: GPL-3.0-or-later
#include "storms/storm_progress.h"

#include <algorithm>

namespace barograph {

double StormProgress::seenBy(Receipt receipt, double ageSeconds) const
{
    if (!(ageSeconds > 0))
        return 0;
    const auto &counts = countsOf(receipt);
    const auto last = receipt_bins::of(ageSeconds);
    double sum = 0;
    for (std::size_t bin = 0; bin < last; ++bin)
        sum += counts[bin];
    const auto from = receipt_bins::start(last);
    const auto part = std::min((ageSeconds - from) / (receipt_bins::start(last + 1) - from), 1.0);
    return sum + part * counts[last];
}

} // namespace barograph
