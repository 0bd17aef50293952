// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/fingerprinter.h"
#include "nodes/decoder.h"
#include "nodes/name_tally.h"

#include <simdjson.h>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <vector>

namespace barograph::fuzz {

/// Aborts, which the fuzzer takes for a crash.
inline void require(bool condition)
{
    if (!condition)
        std::abort();
}

inline bool isObjectForTheFullParser(const char *data, std::size_t size)
{
    static simdjson::dom::parser parser;
    simdjson::dom::element root;
    // Copies: its padding is not ours to trust.
    return parser.parse(data, size, true).get(root) == simdjson::SUCCESS && root.is_object();
}

/// Any body for a kind of node's decoder of JSON: no crash, all or nothing, whatever simdjson's own full parser takes
/// is taken too, no event that cannot be told from another, and the same result again. A program fuzzes one kind only.
inline void runDecoder(NodeKind kind, const std::uint8_t *data, std::size_t size)
{
    static const InstallationKey key(InstallationKey::Bytes{1});
    static const Fingerprinter prints(key);
    static const NodeKind fuzzed = kind;
    static const auto decoder = makeDecoder(kind);
    require(decoder != nullptr && kind == fuzzed);
    // On the heap and of the exact size, so that reads behind the padding are found.
    const auto padded = std::make_unique<char[]>(size + kBodyPadding);
    if (size > 0)
        std::memcpy(padded.get(), data, size);

    NameTally unknown;
    const DecodeContext context{prints, unknown};
    std::vector<DecodedItem> items(2);
    const auto stats = decoder->decode({padded.get(), size}, context, items);
    if (stats) {
        require(items.size() == 2 + stats->items);
        for (std::size_t i = 2; i < items.size(); ++i)
            require(!items[i].kind || !items[i].message.isNull());
    } else {
        require(items.size() == 2);
        require(!stats.error().reason.empty());
        const bool overLimit = stats.error().reason.find("too") != std::string_view::npos;
        require(overLimit || !isObjectForTheFullParser(padded.get(), size));
    }
    // What a decoder keeps between bodies must not show.
    std::vector<DecodedItem> again(2);
    require(decoder->decode({padded.get(), size}, context, again).has_value() == stats.has_value());
    require(again == items);
}

} // namespace barograph::fuzz
