// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fingerprint.h"
#include "core/time.h"
#include "storms/receipt_curve.h"

namespace barograph {

/// Which receipts the node tells at all.
struct ReceiptKinds
{
    bool deliveries = true;
    bool reads = true;

    quint32 count() const { return (deliveries ? 1U : 0U) + (reads ? 1U : 0U); }
    friend bool operator==(const ReceiptKinds &, const ReceiptKinds &) = default;
};

/// How far a storm has come, in the time of its own receipts: when they happened, not when they arrived here, which a
/// full queue puts off.
struct StormProgress
{
    using Counts = std::array<quint32, receipt_bins::kCount>;

    UtcTime origin{};           ///< the first receipt happened; the message went out at most seconds before
    double observedSeconds = 0; ///< since `origin`: what happened until then has arrived
    double members = 0;         ///< without the sender; known or estimated
    quint32 participants = 0;
    quint32 deliveries = 0;
    quint32 reads = 0;
    Counts deliveriesIn{}; ///< by receipt_bins
    Counts readsIn{};
    ReceiptKinds kinds;

    quint32 seen() const { return deliveries + reads; }
    const Counts &countsOf(Receipt receipt) const { return receipt == Receipt::Delivery ? deliveriesIn : readsIn; }
    /// Receipts of this kind until `ageSeconds`; within a bin they are taken to be evenly spread.
    double seenBy(Receipt receipt, double ageSeconds) const;
};

} // namespace barograph
