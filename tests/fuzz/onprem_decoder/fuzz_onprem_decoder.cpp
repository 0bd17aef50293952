// SPDX-License-Identifier: GPL-3.0-or-later
// Any body: no crash, all or nothing, and whatever simdjson's own full parser takes is taken here too.

#include "ingest/fingerprinter.h"
#include "nodes/decoder.h"
#include "nodes/name_tally.h"

#include <simdjson.h>

#include <cstdlib>
#include <cstring>

using namespace barograph;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

bool isObjectForTheFullParser(const char *data, std::size_t size)
{
    static simdjson::dom::parser parser;
    simdjson::dom::element root;
    // Copies: its padding is not ours to trust.
    return parser.parse(data, size, true).get(root) == simdjson::SUCCESS && root.is_object();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const InstallationKey key(InstallationKey::Bytes{1});
    static const Fingerprinter prints(key);
    static const auto decoder = makeDecoder(NodeKind::OnPremises);
    // On the heap and of the exact size, so that reads behind the padding are found.
    const auto padded = std::make_unique<char[]>(size + kBodyPadding);
    if (size > 0)
        std::memcpy(padded.get(), data, size);

    NameTally unknown;
    std::vector<DecodedItem> items(2);
    const auto stats = decoder->decode({padded.get(), size}, {prints, unknown}, items);
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
    return 0;
}
