// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"
#include "storms/storm_progress.h"

#include <QString>

#include <optional>
#include <vector>

namespace barograph {

/// What will one message to each of these groups cost?
struct CostQuestion
{
    std::vector<quint32> groups; ///< members of each, without the number itself
    ReceiptKinds kinds;          ///< that the node tells
    double tps = 0;              ///< allocated, transactions per second; 0 = not known
    double otherPerSecond = 0;   ///< events per second that go on beside it
    bool otherKnown = true;      ///< false: otherPerSecond is not known, and 0
    bool waitingKnown = true;    ///< false: incomingWaiting is not known (now), and 0
    qint64 incomingCapacity = 100'000;
    qint64 incomingWaiting = 0;          ///< already now
    const ReceiptCurve *curve = nullptr; ///< of earlier storms; null or not usable: everybody answers at once
};

struct CostAnswer
{
    quint64 members = 0; ///< of all groups; somebody in two groups counts twice
    quint64 sends = 0;
    quint64 deliveries = 0; ///< at most
    quint64 reads = 0;      ///< at most
    /// Receipts that are likely to come; empty without a curve.
    std::optional<quint64> likelyReceipts;

    /// From here on: empty where the budget is not known or other traffic leaves nothing of it.
    /// The budget left, spent on nothing else, lasts for so long if everybody gets and reads it at once.
    std::optional<Millis> atMost;
    /// How long the queue is likely to be behind; empty without a curve.
    std::optional<Millis> likelyBehind;
    /// What waits at the worst moment: all of it at once, without a curve.
    quint64 mostWaiting = 0;
    bool overflows = false;     ///< incoming messages are likely to be lost
    bool couldOverflow = false; ///< they would be if everybody answered at once
    bool nothingLeft = false;   ///< other traffic takes the whole budget already
    /// Share (0..1) of the budget that goes into this, in equal parts of `spentOver`.
    std::vector<double> spent;
    Millis spentOver{};

    quint64 receipts() const { return deliveries + reads; }
};

/// Pure; some 0.1 ms.
CostAnswer costOf(const CostQuestion &question);

/// Groups entered as text: "10 × 256", "3x40", "120", several apart by commas, semicolons, "+" or new lines. Empty: not
/// understood, or more than kMostEnteredGroups or kMostEnteredMembers.
inline constexpr std::size_t kMostEnteredGroups = 10'000;
inline constexpr quint32 kMostEnteredMembers = 100'000;
std::optional<std::vector<quint32>> groupsFromText(const QString &text);

} // namespace barograph
