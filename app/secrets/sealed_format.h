// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/locked_bytes.h"
#include "secrets/secrets_file.h"

#include <array>

namespace barograph {

/// What it costs to try a passphrase (Argon2id). Stored in the file, so that it can be raised later.
struct SealCost
{
    quint32 passes = 3;             ///< 1..16
    quint32 memoryKib = 256 * 1024; ///< 8..1,048,576; libsodium's "moderate"

    friend bool operator==(const SealCost &, const SealCost &) = default;
};

/// The head of an encrypted secrets file, version 1. All numbers little endian.
///
/// | bytes | what |
/// |---|---|
/// | 8 | "BGSECRET" |
/// | 2, 2 | version 1; method 1: Argon2id 1.3, XChaCha20-Poly1305 |
/// | 4, 4 | passes, memory in KiB |
/// | 16 | salt |
/// | 16 | BLAKE2b over all of the above: tells damage from a wrong passphrase |
/// | 16 | BLAKE2b of the same under a key from the passphrase: tells whether it is the right one |
/// | 24 | nonce, another one for each writing |
///
/// What follows is the encrypted content with its tag, which also covers the head.
struct SealedHead
{
    static constexpr std::size_t kBytes = 92;
    using Salt = std::array<unsigned char, 16>;

    SealCost cost;
    Salt salt{};

    friend bool operator==(const SealedHead &, const SealedHead &) = default;
};

enum class SealFault : quint8 {
    NotOurs,         ///< it is another kind of file
    NewerVersion,    ///< made by a later Barograph
    Damaged,         ///< cut off or altered
    WrongPassphrase, ///< the file is whole as far as can be told
    NoMemory         ///< the cost is more than this machine has
};
/// A sentence that says what to do. `path` is named in it.
QString sealFaultText(SealFault fault, const QString &path);

/// Keys from a passphrase, kept in locked memory. Takes as long as the cost says: never on the GUI's thread.
class SealKey
{
public:
    static tl::expected<SealKey, SealFault> derive(const Secret &passphrase, const SealedHead &head);
    const SealedHead &head() const { return m_head; }

private:
    friend tl::expected<GivenSecrets, SealFault> openSealed(const QByteArray &file, const SealKey &key);
    friend tl::expected<QByteArray, SealFault> seal(const GivenSecrets &secrets, const SealKey &key);

    SealedHead m_head;
    LockedBytes m_content; ///< key of the content
    LockedBytes m_check;   ///< key of the check value
};

/// Reads the head only. Pure.
tl::expected<SealedHead, SealFault> readSealedHead(const QByteArray &file);
/// A head with another salt.
SealedHead newSealedHead(const SealCost &cost);

/// The secrets in a file. The key has to be derived for this file's head, else WrongPassphrase. Pure.
tl::expected<GivenSecrets, SealFault> openSealed(const QByteArray &file, const SealKey &key);
/// The file's content, with another nonce each time.
tl::expected<QByteArray, SealFault> seal(const GivenSecrets &secrets, const SealKey &key);

} // namespace barograph
