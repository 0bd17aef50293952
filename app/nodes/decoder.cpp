// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/decoder.h"

namespace barograph {

IngestedEvent eventOf(NodeIndex node, const DecodedItem &item, UtcTime arrival)
{
    IngestedEvent event;
    event.node = node;
    event.kind = item.kind;
    event.apart = item.apart;
    event.way = item.way;
    event.code = item.code;
    event.message = item.message;
    event.participant = item.participant;
    event.group = item.group;
    event.arrival = arrival;
    event.eventTime = item.eventTime;
    return event;
}

} // namespace barograph
