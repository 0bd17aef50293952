// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nodes/decoder.h"

namespace barograph {

/// Bodies of Picky Assist's webhooks. Source: help.pickyassist.com, "Event Webhook Variables" and "Webhook"; the fields
/// of an incoming message from integrators' code, because their documented table is not to be had.
///
/// | body | counted as |
/// |---|---|
/// | Global Webhook: one message, `{"number":…,"unique-id":…,"application":…,"type":…,"message-in":…}` | Receive |
/// | the same without `unique-id` | apart, NotUnderstood |
/// | Event Webhook, `event_id` 1: `{"event_id":1,"data":[{"msg_id":…,"status":…}]}` | each of `data`, see readReport()
/// | | `event_id` 2 (filter), 4 (new subscriber) | apart, OtherNotice | | `event_id` 3 (member joined or left a group)
/// | apart, GroupNotice | | another `event_id` | apart, NotUnderstood |
///
/// Events 2 to 4 count once for each of `data`, and once if there is none. What comes through Messenger (channel 5) or
/// Instagram (11) spends nothing of a WhatsApp number: OtherNotice.
///
/// Keys may be spelt with `-` or `_`, and numbers be texts. A key given twice, in whichever spelling: the last one
/// holds. No time is told, so `eventTime` stays empty; nor which group, so `group` does.
std::unique_ptr<Decoder> makePickyDecoder(const DecodeLimits &limits);

} // namespace barograph
