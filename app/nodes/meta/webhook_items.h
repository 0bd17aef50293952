// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nodes/decoder.h"
#include "nodes/json_walk.h"

namespace barograph::meta {

// The objects that the on-premises client and the Cloud API have in common. Each value is known to be an object;
// `depth` is how many surround it.

/// One object of `statuses`.
///
/// | `status` | counted as |
/// |---|---|
/// | sent, delivered, read | Send, Delivery, Read |
/// | failed, deleted, played | apart, as that; failed with the number of its first error |
/// | another one, or no `id` | apart, NotUnderstood |
///
/// With `recipient_type` group (or a participant and no `recipient_type`) the recipient is the group, and the person is
/// the participant. Whoever has no phone number to be shown is known by a business-scoped user id instead.
json::Fault readStatus(json::Value &value, std::size_t depth, const DecodeLimits &limits, const DecodeContext &context,
                       DecodedItem &item);

/// One object of `messages`.
///
/// | `type` | counted as |
/// |---|---|
/// | system, reaction | apart, as that |
/// | edit, revoke | apart, Edited, Deleted |
/// | any other, also `unsupported` | Receive |
/// | no `type` or no `id` | apart, ErrorNotice with the number of its first error; NotUnderstood if it has none |
json::Fault readMessage(json::Value &value, std::size_t depth, const DecodeLimits &limits, const DecodeContext &context,
                        DecodedItem &item);

/// One object of `errors`: an ErrorNotice with its number.
json::Fault readError(json::Value &value, std::size_t depth, const DecodeLimits &limits, DecodedItem &item);

} // namespace barograph::meta
