// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingested_event.h"
#include "meters/node_meter.h"

#include <string>
#include <variant>

namespace barograph {

/// What NodeMeter learnt from the stats counter. With no sends it only restates the counter, as the first batch of each
/// file does.
struct CounterRecord
{
    NodeIndex node = 0;
    NodeMeter::CounterDelta delta;

    friend bool operator==(const CounterRecord &, const CounterRecord &) = default;
};

/// From here on webhooks can (cannot) be received.
struct ListeningRecord
{
    bool listening = false;
    UtcTime at{};

    friend bool operator==(const ListeningRecord &, const ListeningRecord &) = default;
};

/// From here on the node's events reach us in this way; from its node record on by the listener until it is said. All
/// nodes are named by node records that follow one another, at the begin of each file and when their set changes: one
/// that is missing among them is absent. Listening that begins after a silence takes all that was said of feeds back
/// (an older Barograph, which knows none, may have written what follows), so they are said again behind it.
struct FeedRecord
{
    NodeIndex node = 0;
    EventFeed feed = EventFeed::Listener;
    UtcTime at{};

    friend bool operator==(const FeedRecord &, const FeedRecord &) = default;
};

/// Once a second while listening or fed by a tap, so that after a crash it is known until when zero meant zero.
struct HeartbeatRecord
{
    UtcTime at{};

    friend bool operator==(const HeartbeatRecord &, const HeartbeatRecord &) = default;
};

/// What arrived but is no event. BadRequests: one record per request, `count` is 1.
struct TallyRecord
{
    enum class What : quint8 { RejectedItems, BadRequests };

    NodeIndex node = 0;
    What what = What::RejectedItems;
    quint64 count = 0;
    UtcTime at{};

    friend bool operator==(const TallyRecord &, const TallyRecord &) = default;
};

/// Which node the index in the records that follow means: indices are dense per run, ids are for ever.
struct NodeRecord
{
    NodeIndex node = 0;
    std::string id; ///< NodeConfig::id as UTF-8, at most kMaxNodeIdBytes

    friend bool operator==(const NodeRecord &, const NodeRecord &) = default;
};
inline constexpr std::size_t kMaxNodeIdBytes = 64;

/// Everything the journal can hold. Decoded facts only: no text, no names, identifiers as keyed hashes.
using JournalRecord =
    std::variant<IngestedEvent, CounterRecord, ListeningRecord, HeartbeatRecord, TallyRecord, NodeRecord, FeedRecord>;

/// When the record says it happened; nothing for a NodeRecord.
std::optional<UtcTime> recordTime(const JournalRecord &record);

} // namespace barograph
