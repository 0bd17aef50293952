// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tl/expected.hpp>

#include <string>

namespace barograph::sim {

/// A key and a self-signed certificate for it, as a fresh on-premises client has.
struct TlsIdentity
{
    std::string keyPem;
    std::string certificatePem;
    std::string sha256; ///< of the certificate (DER), lower-case hex
};

/// For localhost, 127.0.0.1, ::1 and `address` (a numeric address). The error says what OpenSSL said.
tl::expected<TlsIdentity, std::string> makeTlsIdentity(const std::string &address);

} // namespace barograph::sim
