// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nodes/decoder.h"

namespace barograph {

/// Webhook bodies of Evolution API, `{"event","instance","data","destination","date_time","sender","server_url",
/// "apikey"}`, where `data` is an object or an array of them. Source: its code, v2.3.7 (`src/api`); v1 differs in where
/// an update's message id is, which is read too. With "webhook by events" the address has a suffix and the body is the
/// same. Event names are compared in lower case with "_" and "-" as ".".
///
/// | event | counted as |
/// |---|---|
/// | `messages.upsert`, not from us | Receive |
/// | the same from us; `send.message` | Send, told by the message |
/// | either of them with `messageType` reactionMessage | apart, Reaction |
/// | with pollUpdateMessage (a vote), protocolMessage | apart, OtherNotice |
/// | `messages.update`: SERVER_ACK, or 2 | Send, told by the status |
/// | DELIVERY_ACK (3), READ (4) | Delivery, Read |
/// | PLAYED (5), ERROR (0), PENDING (1) | apart: Played, Failed, OtherNotice |
/// | SERVER_ACK with new content; see below | apart, OtherNotice |
/// | any of them for a message that is not ours | apart, OwnDevice |
/// | DELETED; `messages.delete` | apart, Deleted |
/// | `messages.edited`, `send.message.update` | apart, Edited |
/// | `connection.update`: open, connecting, close | apart, SessionNotice |
/// | close for reason 401 (logged out) | apart, SessionNotice: needs login |
/// | `status.instance` | apart, SessionNotice; like close |
/// | `qrcode.updated`, `logout.instance` | apart, SessionNotice: needs login |
/// | `remove.instance` | apart, SessionNotice: stopped |
/// | `groups.upsert`, `groups.update`, `group-participants.update` | apart, GroupNotice |
/// | the other known ones | apart, OtherNotice |
/// | another event, another status | apart, NotUnderstood; its name is tallied |
///
/// An update that brings new content (an edit, a vote) has no status of its own, and v2 writes SERVER_ACK there. The
/// message was sent long before, so this is no send.
///
/// Messages, updates and groups count per element of `data`, everything else once per request: an array of contacts is
/// no traffic. Nor is `messages.set`, the history that is read after a login.
///
/// A send that both `send.message` and `messages.upsert` tell is counted once; the second telling is redelivered.
/// Evolution never sends a group's receipts to webhooks; what it has in its own database cannot be seen from here.
///
/// Time: `messageTimestamp` (seconds) of messages. `date_time` is not used: it is the server's *local* time marked as
/// UTC. `apikey` and everything else not named here is passed over and kept nowhere. Elements that are no objects, and
/// `data` that is neither, count as one rejected each where elements count. Of two keys of the same name the last one
/// holds.
std::unique_ptr<Decoder> makeEvolutionDecoder(const DecodeLimits &limits);

} // namespace barograph
