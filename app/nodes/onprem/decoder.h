// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nodes/decoder.h"

namespace barograph {

/// Webhook bodies of the on-premises client, `{"messages":[…],"statuses":[…],"errors":[…],"services":[…]}`.
/// Source: WhatsApp Business API reference, "Webhooks"; OpenAPI description in unblu/WhatsApp-Business-API-OpenAPI.
///
/// | array | item | counted as |
/// |---|---|---|
/// | `statuses` | | see meta::readStatus() |
/// | `messages` | | see meta::readMessage() |
/// | `errors` | any object | apart, ErrorNotice with its number |
/// | `services` | any object | apart, ServiceNotice |
/// | `contacts` | | not counted: they only describe the senders |
///
/// Items that are no objects, and arrays that are neither array nor null, count as one rejected each. A key given twice
/// in an item: the last one holds, as in the JSON parsers that bots use. One of the arrays given twice: the items of
/// both count, because losing events would be worse.
std::unique_ptr<Decoder> makeOnPremDecoder(const DecodeLimits &limits);

} // namespace barograph
