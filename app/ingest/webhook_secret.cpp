// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/webhook_secret.h"

#include <sodium.h>

namespace barograph {

namespace {

std::string derivedText(const InstallationKey &key, const std::string &purpose)
{
    constexpr std::string_view kAlphabet = "abcdefghijklmnopqrstuvwxyz234567"; // RFC 4648, section 6
    const auto digest = key.derive<20>(purpose);
    std::string text;
    text.reserve(kWebhookSecretChars);
    quint32 bits = 0;
    int bitCount = 0;
    for (const unsigned char byte : digest) {
        bits = (bits << 8U) | byte;
        bitCount += 8;
        while (bitCount >= 5) {
            bitCount -= 5;
            text.push_back(kAlphabet[(bits >> static_cast<unsigned>(bitCount)) & 31U]);
        }
    }
    return text; // 160 bits are a whole number of digits: no padding
}

} // namespace

std::string webhookSecret(const InstallationKey &key, std::string_view nodeId)
{
    return derivedText(key, std::string("route:").append(nodeId));
}

std::string verifyToken(const InstallationKey &key, std::string_view nodeId)
{
    return derivedText(key, std::string("verify:").append(nodeId));
}

bool sameSecret(std::string_view given, std::string_view expected)
{
    return given.size() == expected.size() && ::sodium_memcmp(given.data(), expected.data(), expected.size()) == 0;
}

} // namespace barograph
