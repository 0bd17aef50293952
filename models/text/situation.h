// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"
#include "overview/trouble.h"

#include <QString>

namespace barograph {

/// What a sentence about all nodes is about. A change from one to another is news, another number in it is not.
enum class SituationKind : quint8 {
    NoNodes,    ///< none is configured
    CannotTell, ///< webhooks cannot be received, events cannot be stored, or no frame has come for too long
    NotKnown,   ///< nobody can say of any node how it is
    Well,
    Attention,
    Critical
};

/// What matters now over all nodes.
struct Situation
{
    SituationKind kind = SituationKind::NotKnown;
    QString text;   ///< one sentence without a full stop
    QString others; ///< "and 2 others need attention: Sales US, Campaigns"; empty: nobody else does
    QString nodeId; ///< that the sentence is about; empty: about none
    Trouble trouble = Trouble::None;

    /// Both parts.
    QString whole() const;
    /// Another thing than before, so that it is worth saying aloud.
    bool isNewsAfter(const Situation &before) const;
    friend bool operator==(const Situation &, const Situation &) = default;
};

/// No frame for this long: what is shown is the past. Ten a second are made.
inline constexpr Millis kFrameTooOld{2'000};

/// The sentence. What keeps Barograph from knowing comes first; then the node in the worst trouble (of equal ones the
/// first), what its budget is spent on and when its queue is full; else, with numbers, that all is well. `troubles`
/// decides which node that is, so that the sentence is as steady as the order on the screen. `frame` may be null. Pure.
Situation situationOf(const Frame *frame, const SteadyTrouble &troubles, UtcTime now);

/// About one node, as a sentence that names it: "Support EU has been at 100% of 10 TPS for 2 min: 71% of it is reads
/// of Subscribers 3; incoming messages will be lost in 11 min". Pure.
QString nodeSentence(const NodeFrame &node, UtcTime now);

/// Not empty: no frame has come for too long. "The data are 12 s old".
QString staleText(UtcTime takenAt, UtcTime now);

} // namespace barograph
