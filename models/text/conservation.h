// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

#include <QString>

namespace barograph {

/// Everything received was counted, told again, rejected, or counted apart.
bool isConserved(const IngestTotals &totals);
/// "12,480 events received = 12,000 counted + 300 apart + 170 redelivered + 10 rejected", or by how much it does not
/// add up.
QString conservationText(const IngestTotals &totals);

/// "2,791 apart = 2,600 reaction + 191 failed", largest first, without the zeros. Empty where nothing was counted
/// apart. Says so when the kinds do not make up the sum.
QString apartSumText(const IngestTotals &totals, const ApartCounts &apart);

} // namespace barograph
