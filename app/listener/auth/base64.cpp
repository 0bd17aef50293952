// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener/auth/base64.h"

namespace barograph {

namespace {

/// -1: not a digit of this form.
int base64Value(char digit, Base64 form)
{
    if (digit >= 'A' && digit <= 'Z')
        return digit - 'A';
    if (digit >= 'a' && digit <= 'z')
        return digit - 'a' + 26;
    if (digit >= '0' && digit <= '9')
        return digit - '0' + 52;
    if (digit == (form == Base64::Standard ? '+' : '-'))
        return 62;
    if (digit == (form == Base64::Standard ? '/' : '_'))
        return 63;
    return -1;
}

} // namespace

std::optional<std::string_view> decodeBase64(std::string_view text, Base64 form, std::span<char> out)
{
    if (form == Base64::Standard) {
        if (text.size() % 4 != 0)
            return std::nullopt;
        for (int i = 0; i < 2 && !text.empty() && text.back() == '='; ++i)
            text.remove_suffix(1);
    }
    if (text.size() % 4 == 1)
        return std::nullopt;
    unsigned bits = 0;
    unsigned bitCount = 0;
    std::size_t size = 0;
    for (const char digit : text) {
        const int value = base64Value(digit, form);
        if (value < 0)
            return std::nullopt;
        bits = (bits << 6U | static_cast<unsigned>(value)) & 0xffffU;
        bitCount += 6;
        if (bitCount < 8)
            continue;
        bitCount -= 8;
        if (size == out.size())
            return std::nullopt;
        out[size++] = static_cast<char>(bits >> bitCount & 0xffU);
    }
    if ((bits & ((1U << bitCount) - 1U)) != 0)
        return std::nullopt;
    return std::string_view(out.data(), size);
}

} // namespace barograph
