// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nodes/decoder.h"
#include "nodes/json_walk.h"

namespace barograph::picky {

/// Whether a key is `name`, which is spelt with `_`; the key may have `-` instead.
bool isKey(std::string_view key, std::string_view name);

/// Whether the number of a channel or application is one that is not WhatsApp.
bool isOtherNetwork(std::string_view channel);

/// One delivery report of the Event Webhook, an element of `data`. The value is known to be an object; `depth` is how
/// many surround it.
///
/// | `status` | counted as |
/// |---|---|
/// | 1 delivered, 3 read, 4 submitted | Delivery, Read, Send |
/// | 2 failed, 5 refunded | apart, Failed with `error_code` |
/// | 0 unknown | apart, OtherNotice |
/// | another one, or no `msg_id` | apart, NotUnderstood |
json::Fault readReport(json::Value &value, std::size_t depth, const DecodeLimits &limits, const DecodeContext &context,
                       DecodedItem &item);

} // namespace barograph::picky
