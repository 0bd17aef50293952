// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <memory>

namespace barograph {

/// Gives back what OpenSSL handed out.
template<auto Free> struct OpenSslFreer
{
    template<typename T> void operator()(T *pointer) const { Free(pointer); }
};
using KeyPtr = std::unique_ptr<EVP_PKEY, OpenSslFreer<EVP_PKEY_free>>;
using CertificatePtr = std::unique_ptr<X509, OpenSslFreer<X509_free>>;
using BioPtr = std::unique_ptr<BIO, OpenSslFreer<BIO_free_all>>;
using SslPtr = std::unique_ptr<SSL, OpenSslFreer<SSL_free>>;
using SslContextPtr = std::unique_ptr<SSL_CTX, OpenSslFreer<SSL_CTX_free>>;

} // namespace barograph
