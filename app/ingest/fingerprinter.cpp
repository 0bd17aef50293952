// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/fingerprinter.h"

#include <cstring>
#include <sodium.h>

namespace barograph {

Fingerprinter::Fingerprinter(const InstallationKey &key)
    : m_messageKey(key.derive<crypto_shorthash_siphashx24_KEYBYTES>("fingerprint:message"))
    , m_participantKey(key.derive<crypto_shorthash_siphashx24_KEYBYTES>("fingerprint:participant"))
    , m_groupKey(key.derive<crypto_shorthash_siphashx24_KEYBYTES>("fingerprint:group"))
    , m_nodeKey(key.derive<crypto_shorthash_siphashx24_KEYBYTES>("fingerprint:node"))
{}

Fingerprint Fingerprinter::hash(const SipKey &key, std::string_view text)
{
    if (text.empty())
        return {};
    static_assert(crypto_shorthash_siphashx24_BYTES == 16);
    std::array<unsigned char, crypto_shorthash_siphashx24_BYTES> digest{};
    ::crypto_shorthash_siphashx24(digest.data(), reinterpret_cast<const unsigned char *>(text.data()), text.size(),
                                  key.data());
    Fingerprint print;
    std::memcpy(&print.high, digest.data(), 8);
    std::memcpy(&print.low, digest.data() + 8, 8);
    return print;
}

} // namespace barograph
