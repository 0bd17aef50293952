// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

#include <array>
#include <string_view>

namespace barograph {

/// 32 random bytes that belong to this installation. Everything keyed (hashes of identifiers, secrets in webhook
/// addresses) is derived from it, so that nothing of that has to be stored. Wiped from memory at the end.
class InstallationKey
{
public:
    static constexpr std::size_t kBytes = 32;
    using Bytes = std::array<unsigned char, kBytes>;

    explicit InstallationKey(const Bytes &bytes)
        : m_bytes(bytes)
    {}
    InstallationKey(const InstallationKey &) = default;
    InstallationKey &operator=(const InstallationKey &) = default;
    ~InstallationKey();

    /// Keyed BLAKE2b of `purpose`. Different purposes give unrelated results. `Size` 16..64 bytes.
    template<std::size_t Size> std::array<unsigned char, Size> derive(std::string_view purpose) const
    {
        static_assert(Size >= 16 && Size <= 64);
        std::array<unsigned char, Size> out{};
        derive(purpose, out.data(), Size);
        return out;
    }

private:
    void derive(std::string_view purpose, unsigned char *out, std::size_t size) const;

    Bytes m_bytes;
};

/// Reads the key, or makes it on first use: atomically, mode 0600, the same for all who come at the same time.
/// The error says what to do.
tl::expected<InstallationKey, QString> loadOrMakeInstallationKey(const QString &path);

} // namespace barograph
