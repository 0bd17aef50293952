// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fingerprint.h"

#include <string_view>

namespace barograph {
class Fingerprinter;
}

/// What the self-hosted gateways (WAHA, Evolution API, GOWA) share: all of them speak WhatsApp Web's protocol and use
/// its identifiers, "user[:device]@server".
namespace barograph::gateway {

/// "…@g.us". The server decides, not the name of the event.
bool isGroup(std::string_view jid);
/// Status stories ("status@broadcast") and channels ("…@newsletter") are no chats of the number: what happens in them
/// is no message to it, however many of them arrive.
bool isNoChat(std::string_view jid);
/// Whether both are the same account, whichever of its devices. Empty ones are nobody.
bool isSamePerson(std::string_view left, std::string_view right);
/// The person's hash, the same for each of the person's devices. Null if empty.
Fingerprint personPrint(const Fingerprinter &prints, std::string_view jid);

/// "true_CHAT_STANZA[_PARTICIPANT]", as WAHA writes a message's id: whether we sent it, the chat, the id that WhatsApp
/// knows the message by, and in groups a participant, which is not the same in every event about that message.
struct SerializedId
{
    bool fromMe = false;
    std::string_view chat;
    std::string_view stanza;
};
/// False if the id is of another form; then `id` is as it was.
bool splitSerializedId(std::string_view text, SerializedId &id);

} // namespace barograph::gateway
