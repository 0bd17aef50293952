// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nodes/decoder.h"

namespace barograph::gateway {

/// What one event of a gateway tells, whichever gateway it is. All identifiers may be empty.
struct Told
{
    std::string_view message; ///< the id that WhatsApp knows the message by
    std::string_view chat;    ///< a person, a group, a story or a channel
    std::string_view person;  ///< of a group: who sent, received or read; elsewhere: the other side
    std::optional<UtcTime> time;
};

/// How far a message of ours has come.
enum class AckStep { Error, Pending, Server, Device, Read, Played };

/// Turns what was told into one item. The rules that hold for all three gateways:
///
/// - An identifier longer than the limit: NotUnderstood, and nothing of it is kept.
/// - Anything in a status story or a channel: OtherNotice. They are no chats of the number, and there can be very many.
/// - A message or receipt without message id: NotUnderstood.
/// - OtherNotice, OwnDevice, SessionNotice, GroupNotice and NotUnderstood carry no message id: several different ones
///   about the same message and person are possible (a delivery and a read by one's own device), and none of them must
///   be taken for the other one coming again.
class Teller
{
public:
    Teller(const DecodeLimits &limits, const Fingerprinter &prints)
        : m_limits(limits)
        , m_prints(prints)
    {}

    /// A message that somebody sent to the number.
    void received(const Told &told, DecodedItem &item) const;
    /// A message that the number sent, from any of its devices. `way`: by what this gateway can tell sends.
    void sent(const Told &told, SendWay way, DecodedItem &item) const;
    /// An acknowledgement of a message that the number sent.
    void acknowledged(const Told &told, AckStep step, DecodedItem &item) const;
    /// Everything else that is known. Deleted, Reaction and Edited keep the message id.
    void apart(const Told &told, ApartKind kind, DecodedItem &item) const;

private:
    bool take(const Told &told, DecodedItem &item) const;

    const DecodeLimits &m_limits;
    const Fingerprinter &m_prints;
};

} // namespace barograph::gateway
