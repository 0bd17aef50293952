// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nodes/decoder.h"

namespace barograph {

/// Webhook bodies of WAHA: one event each, `{"id","timestamp","event","session","engine","me","metadata","payload",
/// "environment"}`. Sources: waha.devlike.pro "Events" (2026.7), and the code of its engines where that says more.
///
/// | event | counted as |
/// |---|---|
/// | `message`, `message.any`, not from us | Receive |
/// | the same, from us | Send, told by the message |
/// | `message.ack`, `message.ack.group`: SERVER (1) | Send, told by the status |
/// | DEVICE (2), READ (3) | Delivery, Read |
/// | PLAYED (4), ERROR (−1), PENDING (0) | apart: Played, Failed, OtherNotice |
/// | any of them for a message that is not ours, or by our own account | apart, OwnDevice |
/// | `message.reaction`, `message.revoked`, `message.edited` | apart: Reaction, Deleted, Edited |
/// | `session.status` | apart, SessionNotice |
/// | `state.change`, where it says something about the session | apart, SessionNotice; else OtherNotice |
/// | `group.*` | apart, GroupNotice |
/// | `message.waiting`, `presence.*`, `poll.*`, `call.*`, `label.*`, `chat.*` | apart, OtherNotice |
/// | `event.response*`, `engine.event` | apart, OtherNotice |
/// | another event, another ack | apart, NotUnderstood; its name is tallied |
///
/// `message` and `message.any` tell the same incoming message when a webhook asks for both, and a request does not say
/// what was asked for. Both are read, so that neither choice loses anything. The second telling is the event that was
/// counted already, so it is counted as redelivered: never twice, but half of the messages then look redelivered.
/// Asking for `message.any` alone avoids that.
///
/// A message is known by the id that WhatsApp gives it. WAHA writes "true_CHAT_ID", in groups with a participant
/// behind; in acks that is the reader with one engine and our own account with another. So chat and participant are
/// taken off: a group message, its acks by all participants and its status have the same fingerprint.
///
/// Groups are told by "@g.us", not by the event's name. Who acknowledged in a group is `participant`.
/// NOWEB gives an ack SERVER, with a participant, where that participant's *device* has got a group message (it
/// translates Baileys' `receiptTimestamp`, the time of delivery, so): this is counted as a Delivery. [from the code]
///
/// Time: `payload.timestamp` of messages (seconds), the envelope's `timestamp` (milliseconds) of everything else. An
/// edit is known by the event's own `id`, because the message's is the same for every edit with some engines.
std::unique_ptr<Decoder> makeWahaDecoder(const DecodeLimits &limits);

} // namespace barograph
