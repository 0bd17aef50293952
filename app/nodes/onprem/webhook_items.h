// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nodes/decoder.h"
#include "nodes/json_walk.h"

namespace barograph::onprem {

/// One object of `statuses` or `messages`. The value is known to be an object; `depth` is how many surround it.
/// The Cloud API carries the same objects inside its wrapper.
json::Fault readStatus(json::Value &value, std::size_t depth, const DecodeLimits &limits, const DecodeContext &context,
                       DecodedItem &item);
json::Fault readMessage(json::Value &value, std::size_t depth, const DecodeLimits &limits, const DecodeContext &context,
                        DecodedItem &item);

/// Unix seconds as a string or a number. Nothing if it is none, or not between 1970 and 9999.
std::optional<UtcTime> unixTimestamp(std::string_view text);

} // namespace barograph::onprem
