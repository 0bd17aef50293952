// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <openssl/types.h>
#include <tl/expected.hpp>

#include <string>
#include <vector>

namespace barograph {

/// Whom a self-signed certificate is for.
struct SelfSignedFor
{
    std::string commonName; ///< at most 64 bytes
    /// Subject alternative names beside localhost, 127.0.0.1 and ::1. What is no such name is left out: a machine may
    /// have a host name that no certificate can carry.
    std::vector<std::string> hostNames;
    std::vector<std::string> addresses; ///< numeric
    int validDays = 90;                 ///< from an hour ago; as a fresh on-premises client has it
};

/// A key (EC P-256) and a certificate that vouches for itself.
struct SelfSigned
{
    std::string keyPem;
    std::string certificatePem;
    std::string sha256; ///< of the certificate (DER), lower-case hex
};

/// The error says what OpenSSL said.
tl::expected<SelfSigned, std::string> makeSelfSigned(const SelfSignedFor &whom);

/// Lower-case hex of the SHA-256 of a certificate's DER; empty if it could not be computed.
std::string certificateSha256(const X509 *certificate);

} // namespace barograph
