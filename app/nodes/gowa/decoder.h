// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nodes/decoder.h"

namespace barograph {

/// Webhook bodies of GOWA (go-whatsapp-web-multidevice): one event each, `{"event","device_id","session_id",
/// "timestamp","payload"}`. Sources: its docs/webhook-payload.md (v9) and code; receipts as whatsmeow names them.
///
/// | event | counted as |
/// |---|---|
/// | `message`, not from us | Receive |
/// | `message` from us | Send |
/// | `message.ack`, each of `ids`: receipt_type `delivered`, `read` | Delivery, Read |
/// | `played` | apart, Played |
/// | `read-self`, `played-self`, `sender` | apart, OwnDevice |
/// | any receipt whose `from` is the device's own account | apart, OwnDevice |
/// | `retry`, `server-error`, `inactive`, `peer_msg`, `hist_sync` | apart, OtherNotice |
/// | `message.reaction`, `message.edited` | apart: Reaction, Edited |
/// | `message.revoked`, `message.deleted` | apart, Deleted |
/// | `group.*` | apart, GroupNotice |
/// | `chat_presence`, `label.*`, `newsletter.*`, `call.*` | apart, OtherNotice |
/// | another event, another receipt_type | apart, NotUnderstood; its name is tallied |
///
/// An empty receipt_type is a delivery: that is whatsmeow's own name of it, which GOWA replaces by "delivered".
///
/// Before v8 a message's body had no `event` and no `payload`: its fields stood at the top, the id in `message.id`, the
/// group behind " in " in `from`, a revocation or an edit in `action`. Such bodies are read too. They do not say
/// whether the message is our own: all of them count as Receive.
///
/// Groups are told by "@g.us" in `chat_id`; who sent or acknowledged is `from`. GOWA tells sends in one way only: those
/// by other devices of the account. What a bot sends through its API comes back in no webhook.
///
/// Time: `payload.timestamp` of messages, else the envelope's `timestamp`; both ISO 8601. Elements of `ids` that are
/// neither texts nor numbers count as one rejected each. Of two keys of the same name the last one holds.
std::unique_ptr<Decoder> makeGowaDecoder(const DecodeLimits &limits);

} // namespace barograph
