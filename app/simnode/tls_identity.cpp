// SPDX-License-Identifier: GPL-3.0-or-later
#include "tls_identity.h"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <array>
#include <memory>

namespace barograph::sim {
namespace {

template<auto Free> struct Freer
{
    template<typename T> void operator()(T *pointer) const { Free(pointer); }
};
using KeyPtr = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using CertificatePtr = std::unique_ptr<X509, Freer<X509_free>>;
using BioPtr = std::unique_ptr<BIO, Freer<BIO_free_all>>;
using ExtensionPtr = std::unique_ptr<X509_EXTENSION, Freer<X509_EXTENSION_free>>;

bool addExtension(X509 *certificate, int nid, const std::string &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const ExtensionPtr extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

std::string contents(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return size > 0 ? std::string(data, static_cast<std::size_t>(size)) : std::string();
}

bool fill(X509 *certificate, EVP_PKEY *key, const std::string &address)
{
    constexpr long kVersion3 = 2;
    constexpr long kHour = 3600;
    constexpr long kValidFor = 90L * 24 * kHour;
    std::array<unsigned char, 8> serial{};
    if (RAND_bytes(serial.data(), static_cast<int>(serial.size())) != 1)
        return false;
    serial[0] &= 0x7fU; // a serial number is positive
    const std::unique_ptr<BIGNUM, Freer<BN_free>> number(
        BN_bin2bn(serial.data(), static_cast<int>(serial.size()), nullptr));
    if (!number || BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) == nullptr)
        return false;

    X509_NAME *name = X509_get_subject_name(certificate);
    const auto *commonName = reinterpret_cast<const unsigned char *>("barograph-simnode");
    std::string alternatives = "DNS:localhost,IP:127.0.0.1,IP:::1";
    if (address != "127.0.0.1" && address != "::1")
        alternatives += ",IP:" + address;
    return X509_set_version(certificate, kVersion3) == 1 &&
           X509_gmtime_adj(X509_getm_notBefore(certificate), -kHour) != nullptr &&
           X509_gmtime_adj(X509_getm_notAfter(certificate), kValidFor) != nullptr &&
           X509_set_pubkey(certificate, key) == 1 &&
           X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, commonName, -1, -1, 0) == 1 &&
           X509_set_issuer_name(certificate, name) == 1 &&
           addExtension(certificate, NID_subject_alt_name, alternatives) &&
           addExtension(certificate, NID_basic_constraints, "critical,CA:TRUE") &&
           X509_sign(certificate, key, EVP_sha256()) > 0;
}

std::string openSslError()
{
    std::array<char, 256> text{};
    ERR_error_string_n(ERR_get_error(), text.data(), text.size());
    return std::string("cannot make a TLS certificate: ") + text.data();
}

} // namespace

tl::expected<TlsIdentity, std::string> makeTlsIdentity(const std::string &address)
{
    const KeyPtr key(EVP_EC_gen("P-256"));
    const CertificatePtr certificate(X509_new());
    if (!key || !certificate || !fill(certificate.get(), key.get(), address))
        return tl::unexpected(openSslError());

    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int digestSize = 0;
    const BioPtr keyBio(BIO_new(BIO_s_mem()));
    const BioPtr certificateBio(BIO_new(BIO_s_mem()));
    if (!keyBio || !certificateBio ||
        PEM_write_bio_PrivateKey(keyBio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1 ||
        PEM_write_bio_X509(certificateBio.get(), certificate.get()) != 1 ||
        X509_digest(certificate.get(), EVP_sha256(), digest.data(), &digestSize) != 1)
        return tl::unexpected(openSslError());

    constexpr char kHex[] = "0123456789abcdef";
    TlsIdentity identity;
    identity.keyPem = contents(keyBio.get());
    identity.certificatePem = contents(certificateBio.get());
    for (unsigned int i = 0; i < digestSize; ++i) {
        identity.sha256 += kHex[digest[i] >> 4U];
        identity.sha256 += kHex[digest[i] & 15U];
    }
    return identity;
}

} // namespace barograph::sim
