// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes: no crash, printable output of bounded size, and outside of placeholders no run of digits that is longer
// than an error code and no timestamp, and nothing beyond ASCII.

#include "ingest/capture/body_redaction.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <memory>

using namespace barograph;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

constexpr std::string_view kOpen = "\u2039";
constexpr std::string_view kClose = "\u203A";
/// The longest that a byte can become: an empty text with its placeholder.
constexpr std::size_t kMostPerByte = 40;
constexpr std::size_t kMostCodeDigits = 9;

bool isEpochLength(std::size_t digits)
{
    return digits == 10 || digits == 13 || digits == 16 || digits == 19;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr RedactionKey key{{7}};
    // On the heap and of the exact size, so that reads past the end are found.
    const std::unique_ptr<char[]> bytes(new char[size]);
    std::copy(data, data + size, bytes.get());
    const auto text = redactedBody({bytes.get(), size}, size, key);
    require(text.size() <= size * kMostPerByte + 100);

    std::size_t digits = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.compare(i, kOpen.size(), kOpen) == 0) {
            const auto end = text.find(kClose, i);
            require(end != std::string::npos);
            i = end + kClose.size() - 1;
            digits = 0;
            continue;
        }
        require(text[i] >= 0x20 && text[i] < 0x7F);
        const bool isDigit = text[i] >= '0' && text[i] <= '9';
        digits = isDigit ? digits + 1 : 0;
        const bool ends = i + 1 == text.size() || text[i + 1] < '0' || text[i + 1] > '9';
        require(!isDigit || !ends || digits <= kMostCodeDigits || isEpochLength(digits));
    }
    return 0;
}
