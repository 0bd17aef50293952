// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/sealed_format.h"

#include "secrets/secrets_words.h"

#include <QtEndian>

#include <cstring>

namespace barograph {

namespace {

constexpr char kSealMagic[] = "BGSECRET";
constexpr std::size_t kMagicBytes = 8;
constexpr quint16 kSealVersion = 1;
constexpr quint16 kSealMethod = 1;
constexpr std::size_t kFixedBytes = kMagicBytes + 2 + 2 + 4 + 4 + 16;
constexpr std::size_t kSumBytes = 16;
constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(SealedHead::kBytes == kFixedBytes + 2 * kSumBytes + kNonceBytes);
static_assert(sizeof(SealedHead::Salt) == crypto_pwhash_SALTBYTES);
constexpr char kKeyContext[] = "bg-seal1";
static_assert(sizeof kKeyContext - 1 == crypto_kdf_CONTEXTBYTES);

using Sum = std::array<unsigned char, kSumBytes>;

const unsigned char *bytesOf(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

template<typename Number> void appendNumber(QByteArray &target, Number number)
{
    const Number little = qToLittleEndian(number);
    target.append(reinterpret_cast<const char *>(&little), sizeof little);
}

/// Bounds checked: everything read is what the file claims.
class SealedReader
{
public:
    SealedReader(const unsigned char *data, std::size_t size)
        : m_data(data)
        , m_left(size)
    {}
    template<typename Number> bool number(Number &target)
    {
        if (m_left < sizeof target)
            return false;
        target = qFromLittleEndian<Number>(m_data);
        skip(sizeof target);
        return true;
    }
    bool text(std::size_t size, QByteArray &target)
    {
        if (m_left < size)
            return false;
        target = QByteArray(reinterpret_cast<const char *>(m_data), static_cast<qsizetype>(size));
        skip(size);
        return true;
    }
    bool atEnd() const { return m_left == 0; }

private:
    void skip(std::size_t size)
    {
        m_data += size;
        m_left -= size;
    }

    const unsigned char *m_data;
    std::size_t m_left;
};

QByteArray fixedPart(const SealedHead &head)
{
    QByteArray fixed(kSealMagic, kMagicBytes);
    appendNumber(fixed, kSealVersion);
    appendNumber(fixed, kSealMethod);
    appendNumber(fixed, head.cost.passes);
    appendNumber(fixed, head.cost.memoryKib);
    fixed.append(reinterpret_cast<const char *>(head.salt.data()), static_cast<qsizetype>(head.salt.size()));
    return fixed;
}

/// With `key`: that only who knows it can make.
Sum sumOf(const QByteArray &fixed, const LockedBytes *key)
{
    Sum sum{};
    ::crypto_generichash(sum.data(), sum.size(), bytesOf(fixed), static_cast<std::size_t>(fixed.size()),
                         key != nullptr ? key->data() : nullptr, key != nullptr ? key->size() : 0);
    return sum;
}

bool isBearable(const SealCost &cost)
{
    // A file that was tampered with must not be able to eat all memory or to take for ever.
    return cost.passes >= 1 && cost.passes <= 16 && cost.memoryKib >= 8 && cost.memoryKib <= 1024 * 1024;
}

QByteArray contentOf(const GivenSecrets &secrets)
{
    QByteArray content;
    appendNumber(content, static_cast<quint32>(secrets.size()));
    for (const auto &[key, value] : secrets) {
        for (const QByteArray &part : {key.first.toUtf8(), key.second.toUtf8(), value.reveal()}) {
            appendNumber(content, static_cast<quint32>(part.size()));
            content.append(part);
        }
    }
    return content;
}

std::optional<GivenSecrets> secretsIn(SealedReader reader)
{
    quint32 count = 0;
    if (!reader.number(count))
        return std::nullopt;
    GivenSecrets secrets;
    for (quint32 i = 0; i < count; ++i) {
        std::array<QByteArray, 3> parts;
        for (QByteArray &part : parts) {
            quint32 size = 0;
            if (!reader.number(size) || !reader.text(size, part))
                return std::nullopt;
        }
        secrets.insert_or_assign({QString::fromUtf8(parts[0]), QString::fromUtf8(parts[1])},
                                 Secret(std::move(parts[2])));
    }
    if (!reader.atEnd())
        return std::nullopt;
    return secrets;
}

} // namespace

QString sealFaultText(SealFault fault, const QString &path)
{
    switch (fault) {
    case SealFault::NotOurs:
        return SecretWords::tr("%1 is no file of encrypted secrets. Move it away, or restore the right one.").arg(path);
    case SealFault::NewerVersion:
        return SecretWords::tr("%1 was made by a newer Barograph. Use that one, or move the file away and enter the "
                               "secrets anew.")
            .arg(path);
    case SealFault::Damaged:
        return SecretWords::tr(
                   "%1 is damaged: it was cut off or altered. Restore it from a backup, or move it away and "
                   "enter the secrets anew.")
            .arg(path);
    case SealFault::WrongPassphrase:
        return SecretWords::tr("This is not the passphrase of %1. Try again.").arg(path);
    case SealFault::NoMemory:
        return SecretWords::tr("There is not enough free memory to try the passphrase of %1. Close other programs.")
            .arg(path);
    }
    return {};
}

tl::expected<SealedHead, SealFault> readSealedHead(const QByteArray &file)
{
    if (!file.startsWith(QByteArray::fromRawData(kSealMagic, kMagicBytes)))
        return tl::unexpected(QByteArray(kSealMagic).startsWith(file) ? SealFault::Damaged : SealFault::NotOurs);
    SealedReader reader(bytesOf(file) + kMagicBytes, static_cast<std::size_t>(file.size()) - kMagicBytes);
    quint16 version = 0;
    quint16 method = 0;
    SealedHead head;
    QByteArray salt;
    QByteArray sum;
    if (!reader.number(version))
        return tl::unexpected(SealFault::Damaged);
    if (version > kSealVersion)
        return tl::unexpected(SealFault::NewerVersion);
    const bool whole = reader.number(method) && reader.number(head.cost.passes) && reader.number(head.cost.memoryKib) &&
                       reader.text(head.salt.size(), salt) && reader.text(kSumBytes, sum) &&
                       static_cast<std::size_t>(file.size()) >= SealedHead::kBytes + kTagBytes;
    if (!whole || version != kSealVersion || method != kSealMethod || !isBearable(head.cost))
        return tl::unexpected(SealFault::Damaged);
    std::memcpy(head.salt.data(), salt.constData(), head.salt.size());
    const Sum right = sumOf(fixedPart(head), nullptr);
    if (std::memcmp(right.data(), sum.constData(), right.size()) != 0)
        return tl::unexpected(SealFault::Damaged);
    return head;
}

SealedHead newSealedHead(const SealCost &cost)
{
    SealedHead head;
    head.cost = cost;
    ::randombytes_buf(head.salt.data(), head.salt.size());
    return head;
}

tl::expected<SealKey, SealFault> SealKey::derive(const Secret &passphrase, const SealedHead &head)
{
    SealKey key;
    key.m_head = head;
    if (::sodium_init() < 0)
        return tl::unexpected(SealFault::NoMemory);
    LockedBytes root(crypto_kdf_KEYBYTES);
    key.m_content = LockedBytes(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    key.m_check = LockedBytes(crypto_generichash_KEYBYTES);
    const QByteArray &text = passphrase.reveal();
    if (root.isNull() || key.m_content.isNull() || key.m_check.isNull() ||
        ::crypto_pwhash(root.data(), root.size(), text.constData(), static_cast<unsigned long long>(text.size()),
                        head.salt.data(), head.cost.passes, static_cast<std::size_t>(head.cost.memoryKib) * 1024,
                        crypto_pwhash_ALG_ARGON2ID13) != 0)
        return tl::unexpected(SealFault::NoMemory);
    ::crypto_kdf_derive_from_key(key.m_content.data(), key.m_content.size(), 1, kKeyContext, root.data());
    ::crypto_kdf_derive_from_key(key.m_check.data(), key.m_check.size(), 2, kKeyContext, root.data());
    return key;
}

tl::expected<GivenSecrets, SealFault> openSealed(const QByteArray &file, const SealKey &key)
{
    const auto head = readSealedHead(file);
    if (!head)
        return tl::unexpected(head.error());
    const unsigned char *bytes = bytesOf(file);
    const Sum check = sumOf(fixedPart(*head), &key.m_check);
    if (*head != key.m_head || ::sodium_memcmp(check.data(), bytes + kFixedBytes + kSumBytes, check.size()) != 0)
        return tl::unexpected(SealFault::WrongPassphrase);
    const auto sealedBytes = static_cast<std::size_t>(file.size()) - SealedHead::kBytes;
    LockedBytes content(sealedBytes - kTagBytes);
    if (content.isNull())
        return tl::unexpected(SealFault::NoMemory);
    if (::crypto_aead_xchacha20poly1305_ietf_decrypt(
            content.data(), nullptr, nullptr, bytes + SealedHead::kBytes, sealedBytes, bytes, SealedHead::kBytes,
            bytes + SealedHead::kBytes - kNonceBytes, key.m_content.data()) != 0)
        return tl::unexpected(SealFault::Damaged);
    auto secrets = secretsIn({content.data(), content.size()});
    if (!secrets)
        return tl::unexpected(SealFault::Damaged);
    return *std::move(secrets);
}

tl::expected<QByteArray, SealFault> seal(const GivenSecrets &secrets, const SealKey &key)
{
    QByteArray content = contentOf(secrets);
    QByteArray file = fixedPart(key.m_head);
    const QByteArray fixed = file;
    for (const Sum &sum : {sumOf(fixed, nullptr), sumOf(fixed, &key.m_check)})
        file.append(reinterpret_cast<const char *>(sum.data()), static_cast<qsizetype>(sum.size()));
    std::array<unsigned char, kNonceBytes> nonce{};
    ::randombytes_buf(nonce.data(), nonce.size());
    file.append(reinterpret_cast<const char *>(nonce.data()), static_cast<qsizetype>(nonce.size()));
    const QByteArray head = file;
    file.resize(file.size() + content.size() + static_cast<qsizetype>(kTagBytes));
    const int failed = ::crypto_aead_xchacha20poly1305_ietf_encrypt(
        reinterpret_cast<unsigned char *>(file.data()) + SealedHead::kBytes, nullptr, bytesOf(content),
        static_cast<unsigned long long>(content.size()), bytesOf(head), SealedHead::kBytes, nullptr, nonce.data(),
        key.m_content.data());
    ::sodium_memzero(content.data(), static_cast<std::size_t>(content.size()));
    if (failed != 0)
        return tl::unexpected(SealFault::NoMemory);
    return file;
}

} // namespace barograph
