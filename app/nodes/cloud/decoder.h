// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nodes/decoder.h"

namespace barograph {

/// Webhook bodies of the WhatsApp Cloud API, `{"object":…,"entry":[{"id":…,"changes":[{"field":…,"value":{…}}]}]}`.
/// Source: developers.facebook.com/documentation/business-messaging/whatsapp, "Webhooks" (its reference of `messages`,
/// of statuses and of groups).
///
/// | `field` | in `value` | counted as |
/// |---|---|---|
/// | `messages` | `statuses` | see meta::readStatus() |
/// | | `messages` | see meta::readMessage() |
/// | | `errors` | apart, ErrorNotice with its number |
/// | | none of them | apart, NotUnderstood; nothing if there are `contacts` |
/// | `group_…_update` | `groups` | apart, GroupNotice each |
/// | | `errors` | apart, ErrorNotice with its number |
/// | another that is documented | | apart, OtherNotice, one per change |
/// | any other | | apart, NotUnderstood, one per change |
///
/// `field` comes before or behind `value`. Without one, a value with messages, statuses or errors is read as that of
/// `messages`. An entry without `changes`, and a body that has something but no `entry`, are NotUnderstood.
///
/// An item that names no person gets the one of `contacts`, if there is only one. Items that are no objects, and arrays
/// that are neither array nor null, count as one rejected each. A key given twice in an item: the last one holds. An
/// array or a `value` given twice: the items of both count.
std::unique_ptr<Decoder> makeCloudDecoder(const DecodeLimits &limits);

} // namespace barograph
