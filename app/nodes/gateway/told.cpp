// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/gateway/told.h"

#include "ingest/fingerprinter.h"
#include "nodes/gateway/jid.h"

namespace barograph::gateway {

namespace {

bool keepsMessage(ApartKind kind)
{
    return kind == ApartKind::Failed || kind == ApartKind::Played || kind == ApartKind::Deleted ||
           kind == ApartKind::Reaction || kind == ApartKind::Edited;
}

} // namespace

/// Whether the item is one of a chat, with identifiers that can be taken; otherwise it is as it will stay.
bool Teller::take(const Told &told, DecodedItem &item) const
{
    const auto usable = [this](std::string_view text) { return text.size() <= m_limits.maxIdentifierBytes; };
    if (!usable(told.message) || !usable(told.chat) || !usable(told.person))
        return false;
    item.eventTime = told.time;
    if (isNoChat(told.chat)) {
        item.apart = ApartKind::OtherNotice;
        return false;
    }
    item.message = m_prints.message(told.message);
    item.participant = personPrint(m_prints, told.person);
    if (isGroup(told.chat))
        item.group = m_prints.group(told.chat);
    return true;
}

void Teller::received(const Told &told, DecodedItem &item) const
{
    if (take(told, item) && !item.message.isNull())
        item.kind = EventKind::Receive;
}

void Teller::sent(const Told &told, SendWay way, DecodedItem &item) const
{
    if (!take(told, item) || item.message.isNull())
        return;
    item.kind = EventKind::Send;
    item.way = way;
    // In a group the message goes to everybody; the person named is the number itself.
    if (!item.group.isNull())
        item.participant = {};
}

void Teller::acknowledged(const Told &told, AckStep step, DecodedItem &item) const
{
    switch (step) {
    case AckStep::Server:
        sent(told, SendWay::Status, item);
        return;
    case AckStep::Pending:
        apart(told, ApartKind::OtherNotice, item);
        return;
    case AckStep::Error:
    case AckStep::Device:
    case AckStep::Read:
    case AckStep::Played:
        break;
    }
    if (!take(told, item) || item.message.isNull())
        return;
    if (step == AckStep::Device)
        item.kind = EventKind::Delivery;
    else if (step == AckStep::Read)
        item.kind = EventKind::Read;
    else
        item.apart = step == AckStep::Error ? ApartKind::Failed : ApartKind::Played;
}

void Teller::apart(const Told &told, ApartKind kind, DecodedItem &item) const
{
    if (!take(told, item))
        return;
    item.apart = kind;
    if (!keepsMessage(kind))
        item.message = {};
}

} // namespace barograph::gateway
