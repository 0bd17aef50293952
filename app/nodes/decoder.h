// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event_kind.h"
#include "core/fingerprint.h"
#include "core/ingested_event.h"
#include "core/node_config.h"
#include "core/time.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace barograph {

class Fingerprinter;
class NameTally;

/// One item of a webhook body, reduced to what may be kept.
struct DecodedItem
{
    std::optional<EventKind> kind; ///< nothing: counted apart, as `apart` says
    ApartKind apart = ApartKind::NotUnderstood;
    SendWay way = SendWay::Only; ///< see IngestedEvent, also for `code`
    quint32 code = 0;
    Fingerprint message;
    Fingerprint participant;
    Fingerprint group;
    std::optional<UtcTime> eventTime;

    friend bool operator==(const DecodedItem &, const DecodedItem &) = default;
};

/// The item as an event of this node that arrived at this time.
IngestedEvent eventOf(NodeIndex node, const DecodedItem &item, UtcTime arrival);

struct DecodeStats
{
    quint32 items = 0;    ///< appended
    quint32 rejected = 0; ///< array items of no readable shape, e.g. a number where an object belongs
};

/// A body that is refused as a whole (400). `reason` is fixed text and quotes nothing from the body.
struct DecodeError
{
    std::string_view reason;
};

/// Bytes of a request body with at least kBodyPadding readable bytes behind them, whatever those hold.
/// The padding lets vectorised parsers read past the end without copying.
struct PaddedBody
{
    const char *data = nullptr;
    std::size_t size = 0;
};
inline constexpr std::size_t kBodyPadding = 64;

/// What a body may contain at most. Beyond: the body is refused, or (identifiers) the item is not understood.
struct DecodeLimits
{
    std::size_t maxItems = 16384; ///< array items in one body; the Cloud API sends up to 1,000
    std::size_t maxDepth = 64;    ///< nested objects and arrays
    std::size_t maxIdentifierBytes = 1024;
};

/// What a decoder needs beside the body.
struct DecodeContext
{
    const Fingerprinter &prints;
    NameTally &unknownNames; ///< keys and values that this version does not know, for the diagnosis page
};

/// Reads one kind of node's webhook bodies. Keeps its buffers between calls; one per thread.
class Decoder
{
public:
    virtual ~Decoder() = default;

    /// Appends one item per event to `out`. Either the whole body is well-formed and all of it is taken, or nothing is:
    /// then `out` is as it was. Never throws.
    virtual tl::expected<DecodeStats, DecodeError> decode(PaddedBody body, const DecodeContext &context,
                                                          std::vector<DecodedItem> &out) = 0;
};

/// The decoder for a kind of node, or null where webhooks of that kind cannot be read.
std::unique_ptr<Decoder> makeDecoder(NodeKind kind, const DecodeLimits &limits = {});

} // namespace barograph
