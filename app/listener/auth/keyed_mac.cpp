// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener/auth/keyed_mac.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

namespace barograph {

namespace {

constexpr std::size_t kMostBlockBytes = 128;
using MacBlock = std::array<unsigned char, kMostBlockBytes>;

/// Begins a hash with the key, padded as RFC 2104 says.
bool beginPadded(EVP_MD_CTX *context, const EVP_MD *hash, const MacBlock &key, std::size_t blockBytes,
                 unsigned char padding)
{
    MacBlock block{};
    for (std::size_t i = 0; i < blockBytes; ++i)
        block[i] = static_cast<unsigned char>(key[i] ^ padding);
    const bool done = context != nullptr && ::EVP_DigestInit_ex(context, hash, nullptr) == 1 &&
                      ::EVP_DigestUpdate(context, block.data(), blockBytes) == 1;
    ::OPENSSL_cleanse(block.data(), block.size());
    return done;
}

/// -1: no hex digit.
int hexValue(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    if (digit >= 'a' && digit <= 'f')
        return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F')
        return digit - 'A' + 10;
    return -1;
}

} // namespace

void KeyedMac::Free::operator()(evp_md_ctx_st *context) const
{
    ::EVP_MD_CTX_free(context);
}

KeyedMac::KeyedMac(Hash hash, const QByteArray &key)
    : m_size(hash == Hash::Sha256 ? 32 : 64)
    , m_inner(::EVP_MD_CTX_new())
    , m_outer(::EVP_MD_CTX_new())
    , m_work(::EVP_MD_CTX_new())
{
    constexpr unsigned char kInnerPadding = 0x36;
    constexpr unsigned char kOuterPadding = 0x5c;
    const EVP_MD *const function = hash == Hash::Sha256 ? ::EVP_sha256() : ::EVP_sha512();
    const std::size_t blockBytes = hash == Hash::Sha256 ? 64 : 128;
    const auto keyBytes = static_cast<std::size_t>(key.size());
    MacBlock block{};
    bool fits = true;
    if (keyBytes > blockBytes)
        fits = ::EVP_Digest(key.constData(), keyBytes, block.data(), nullptr, function, nullptr) == 1;
    else
        std::copy(key.begin(), key.end(), block.begin());
    m_usable = fits && m_work && beginPadded(m_inner.get(), function, block, blockBytes, kInnerPadding) &&
               beginPadded(m_outer.get(), function, block, blockBytes, kOuterPadding);
    ::OPENSSL_cleanse(block.data(), block.size());
}

bool KeyedMac::compute(std::string_view text, Digest &out) const
{
    auto *const work = m_work.get();
    return m_usable && ::EVP_MD_CTX_copy_ex(work, m_inner.get()) == 1 &&
           ::EVP_DigestUpdate(work, text.data(), text.size()) == 1 &&
           ::EVP_DigestFinal_ex(work, out.data(), nullptr) == 1 && ::EVP_MD_CTX_copy_ex(work, m_outer.get()) == 1 &&
           ::EVP_DigestUpdate(work, out.data(), m_size) == 1 && ::EVP_DigestFinal_ex(work, out.data(), nullptr) == 1;
}

bool KeyedMac::matches(std::string_view text, std::string_view digest) const
{
    Digest expected{};
    return digest.size() == m_size && compute(text, expected) &&
           ::CRYPTO_memcmp(expected.data(), digest.data(), m_size) == 0;
}

bool KeyedMac::matchesHex(std::string_view text, std::string_view hex) const
{
    if (hex.size() != 2 * m_size)
        return false;
    std::array<char, kMostBytes> given{};
    for (std::size_t i = 0; i < m_size; ++i) {
        const int high = hexValue(hex[2 * i]);
        const int low = hexValue(hex[2 * i + 1]);
        if (high < 0 || low < 0)
            return false;
        given[i] = static_cast<char>(high * 16 + low);
    }
    return matches(text, {given.data(), m_size});
}

} // namespace barograph
