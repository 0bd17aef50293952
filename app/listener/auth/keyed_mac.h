// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <array>
#include <memory>
#include <string_view>

struct evp_md_ctx_st;

namespace barograph {

/// HMAC (RFC 2104) of whole texts under one key. The key is taken in once; each text costs the hashing of itself and of
/// two blocks. Comparisons take the same time whatever was right. Not thread-safe: it works in room of its own.
class KeyedMac
{
public:
    enum class Hash : quint8 { Sha256, Sha512 };
    static constexpr std::size_t kMostBytes = 64;
    using Digest = std::array<unsigned char, kMostBytes>;

    KeyedMac(Hash hash, const QByteArray &key);

    /// Bytes of a digest: 32 or 64.
    std::size_t size() const { return m_size; }
    /// The first size() bytes of `out`. False where OpenSSL has no memory; then nothing is right.
    bool compute(std::string_view text, Digest &out) const;
    bool matches(std::string_view text, std::string_view digest) const;
    /// The same with the digest in hex, lower or upper case.
    bool matchesHex(std::string_view text, std::string_view hex) const;

private:
    struct Free
    {
        void operator()(evp_md_ctx_st *context) const;
    };
    using Context = std::unique_ptr<evp_md_ctx_st, Free>;

    std::size_t m_size;
    Context m_inner; ///< has hashed the key with the inner padding
    Context m_outer;
    Context m_work; ///< written to by compute()
    bool m_usable = false;
};

} // namespace barograph
