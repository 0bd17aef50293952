// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reading.h"
#include "storms/storm_progress.h"

namespace barograph {

/// What the number of members, and with it the fan-out, rests on.
enum class FanOutBasis : quint8 {
    None,
    GroupSize, ///< the node tells how many members the group has
    Curve,     ///< how soon members of this node's groups get a message, and how many have got this one
    Growth,    ///< hardly anybody new has appeared for half of the time
    AtMost     ///< too early to say: not more than this, see MembersBound
};

/// What bounds a group of unknown size.
struct MembersBound
{
    quint32 matching = 0; ///< the largest of the groups whose members fit; 0 = none is known
    quint32 known = 0;    ///< the node's largest known group; 0 = none is known
};

struct MembersEstimate
{
    quint32 members = 0; ///< without the sender
    FanOutBasis basis = FanOutBasis::None;

    friend bool operator==(const MembersEstimate &, const MembersEstimate &) = default;
};

/// No WhatsApp group can have more members than this, the sender left out.
inline constexpr quint32 kLargestGroup = 1'023;

/// How many members a message went to. `progress.members` is not looked at. `shares`: of a usable curve, else null.
MembersEstimate estimateMembers(const StormProgress &progress, const Reading<quint32> &groupSize,
                                const MembersBound &bound, const ReceiptShares *shares);

} // namespace barograph
