// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nodes/decoder.h"

namespace barograph {

/// Webhook bodies of the on-premises client, `{"messages":[…],"statuses":[…],"errors":[…],"services":[…]}`.
/// Source: WhatsApp Business API reference, "Webhooks"; OpenAPI description in unblu/WhatsApp-Business-API-OpenAPI.
///
/// | array | item | counted as |
/// |---|---|---|
/// | `statuses` | status sent, delivered, read | Send, Delivery, Read |
/// | | failed, deleted, played | apart, as that |
/// | | no `id`, or another status | apart, NotUnderstood |
/// | `messages` | type system, reaction | apart, as that |
/// | | any other type | Receive |
/// | | no `id` or no type | apart, NotUnderstood |
/// | `errors`, `services` | any object | apart, ErrorNotice or ServiceNotice |
/// | `contacts` | | not counted: they only describe the senders |
///
/// Items that are no objects, and arrays that are neither array nor null, count as one rejected each. A key given twice
/// in an item: the last one holds, as in the JSON parsers that bots use. One of the arrays given twice: the items of
/// both count, because losing events would be worse.
std::unique_ptr<Decoder> makeOnPremDecoder(const DecodeLimits &limits);

} // namespace barograph
