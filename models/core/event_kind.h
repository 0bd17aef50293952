// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <cstddef>

namespace barograph {

/// The four interactions that spend a number's TPS budget.
enum class EventKind : quint8 { Receive = 0, Send = 1, Delivery = 2, Read = 3 };
inline constexpr std::size_t kEventKindCount = 4;
inline constexpr std::array<EventKind, kEventKindCount> kEventKinds{EventKind::Receive, EventKind::Send,
                                                                    EventKind::Delivery, EventKind::Read};
constexpr std::size_t indexOf(EventKind kind)
{
    return static_cast<std::size_t>(kind);
}

/// What arrives in a webhook and does not spend TPS by itself, or of which that is not known.
/// Counted apart and shown apart, never mixed into the four. The numbers are in the journal: only append.
enum class ApartKind : quint8 {
    Failed,
    Deleted,
    Played,
    Reaction,
    SystemNotice,
    ErrorNotice,
    ServiceNotice,
    NotUnderstood,
    OwnDevice,     ///< a receipt by the account's own devices (`read-self`, `sender`)
    SendEcho,      ///< a send that was counted already because the node told it in another way, see SendWay
    SessionNotice, ///< the connection or login of the number changed; IngestedEvent::code is a SessionState
    GroupNotice,   ///< members, settings or state of a group changed
    Edited,        ///< somebody changed a message's text
    OtherNotice    ///< known, and nothing that is counted: presence, calls, labels, a message that is only pending
};
inline constexpr std::size_t kApartKindCount = 14;
constexpr std::size_t indexOf(ApartKind kind)
{
    return static_cast<std::size_t>(kind);
}

/// Some nodes tell one send twice: by the message itself (from one of the account's own devices) and by a status. Each
/// way alone can be missing, so both are read and the one that comes second is counted apart.
enum class SendWay : quint8 {
    Only,    ///< this kind of node tells a send in one way
    Message, ///< by the message
    Status   ///< by the status "sent" (accepted by the server)
};

/// Count of each of the four kinds.
template<typename Count> struct ByKind
{
    std::array<Count, kEventKindCount> counts{};

    constexpr Count &operator[](EventKind kind) { return counts[indexOf(kind)]; }
    constexpr const Count &operator[](EventKind kind) const { return counts[indexOf(kind)]; }
    constexpr Count total() const
    {
        Count sum{};
        for (const auto &count : counts)
            sum = static_cast<Count>(sum + count);
        return sum;
    }
    template<typename Other> constexpr ByKind &operator+=(const ByKind<Other> &other)
    {
        for (std::size_t i = 0; i < kEventKindCount; ++i)
            counts[i] = static_cast<Count>(counts[i] + static_cast<Count>(other.counts[i]));
        return *this;
    }
    friend constexpr bool operator==(const ByKind &, const ByKind &) = default;
};
using SecondCounts = ByKind<quint32>;
using TotalCounts = ByKind<quint64>;
using ApartCounts = std::array<quint64, kApartKindCount>;

} // namespace barograph
