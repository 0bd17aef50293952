// SPDX-License-Identifier: GPL-3.0-or-later
#include "self_signed.h"

#include "openssl_ptr.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <ctime>

namespace barograph {

namespace {

bool addExtension(X509 *certificate, int nid, const std::string &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, OpenSslFreer<X509_EXTENSION_free>> extension(
        X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

std::string contents(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return size > 0 ? std::string(data, static_cast<std::size_t>(size)) : std::string();
}

/// OpenSSL reads the names from one text, in which a comma begins the next one.
bool isHostName(const std::string &name)
{
    constexpr std::size_t kLongest = 253;
    return !name.empty() && name.size() <= kLongest && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    });
}

bool isAddress(const std::string &address)
{
    const std::unique_ptr<ASN1_OCTET_STRING, OpenSslFreer<ASN1_OCTET_STRING_free>> bytes(
        a2i_IPADDRESS(address.c_str()));
    return bytes != nullptr;
}

std::string alternativeNames(const SelfSignedFor &whom)
{
    std::vector<std::string> names{"DNS:localhost", "IP:127.0.0.1", "IP:::1"};
    const auto add = [&names](const std::string &name) {
        if (std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(name);
    };
    for (const auto &name : whom.hostNames) {
        if (isHostName(name))
            add("DNS:" + name);
    }
    for (const auto &address : whom.addresses) {
        if (isAddress(address))
            add("IP:" + address);
    }
    std::string text;
    for (const auto &name : names)
        text += (text.empty() ? "" : ",") + name;
    return text;
}

bool setSerialNumber(X509 *certificate)
{
    std::array<unsigned char, 8> serial{};
    if (RAND_bytes(serial.data(), static_cast<int>(serial.size())) != 1)
        return false;
    serial[0] &= 0x7fU; // a serial number is positive
    const std::unique_ptr<BIGNUM, OpenSslFreer<BN_free>> number(
        BN_bin2bn(serial.data(), static_cast<int>(serial.size()), nullptr));
    return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

bool fill(X509 *certificate, EVP_PKEY *key, const SelfSignedFor &whom)
{
    constexpr long kVersion3 = 2;
    constexpr long kHour = 3600;
    auto begins = std::time(nullptr) - kHour; // clocks differ
    // The last second is part of the time.
    const long lasts = whom.validDays * 24L * kHour - 1;
    X509_NAME *name = X509_get_subject_name(certificate);
    const auto *commonName = reinterpret_cast<const unsigned char *>(whom.commonName.c_str());
    // A CA, because clients take it as one that they were told to trust.
    return setSerialNumber(certificate) && X509_set_version(certificate, kVersion3) == 1 &&
           X509_time_adj(X509_getm_notBefore(certificate), 0, &begins) != nullptr &&
           X509_time_adj(X509_getm_notAfter(certificate), lasts, &begins) != nullptr &&
           X509_set_pubkey(certificate, key) == 1 &&
           X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, commonName, -1, -1, 0) == 1 &&
           X509_set_issuer_name(certificate, name) == 1 &&
           addExtension(certificate, NID_subject_alt_name, alternativeNames(whom)) &&
           addExtension(certificate, NID_basic_constraints, "critical,CA:TRUE") &&
           addExtension(certificate, NID_subject_key_identifier, "hash") &&
           X509_sign(certificate, key, EVP_sha256()) > 0;
}

std::string openSslError()
{
    std::array<char, 256> text{};
    ERR_error_string_n(ERR_get_error(), text.data(), text.size());
    ERR_clear_error();
    return std::string("cannot make a TLS certificate: ") + text.data();
}

} // namespace

std::string certificateSha256(const X509 *certificate)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (X509_digest(certificate, EVP_sha256(), digest.data(), &size) != 1)
        return {};
    constexpr char kHex[] = "0123456789abcdef";
    std::string text;
    for (unsigned int i = 0; i < size; ++i) {
        text += kHex[digest[i] >> 4U];
        text += kHex[digest[i] & 15U];
    }
    return text;
}

tl::expected<SelfSigned, std::string> makeSelfSigned(const SelfSignedFor &whom)
{
    const KeyPtr key(EVP_EC_gen("P-256"));
    const CertificatePtr certificate(X509_new());
    const BioPtr keyBio(BIO_new(BIO_s_mem()));
    const BioPtr certificateBio(BIO_new(BIO_s_mem()));
    if (!key || !certificate || !keyBio || !certificateBio || !fill(certificate.get(), key.get(), whom) ||
        PEM_write_bio_PrivateKey(keyBio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1 ||
        PEM_write_bio_X509(certificateBio.get(), certificate.get()) != 1)
        return tl::unexpected(openSslError());
    SelfSigned made{contents(keyBio.get()), contents(certificateBio.get()), certificateSha256(certificate.get())};
    if (made.sha256.empty())
        return tl::unexpected(openSslError());
    return made;
}

} // namespace barograph
