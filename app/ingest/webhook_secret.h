// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/installation_key.h"

#include <string>
#include <string_view>

namespace barograph {

/// Length of the secret part of a webhook address: 20 bytes in base32.
inline constexpr std::size_t kWebhookSecretChars = 32;

/// The secret in a node's webhook address: BLAKE2b over "route:" and the node's id under the installation key, 20 bytes
/// in lower-case base32. Always the same for a node of this installation, so it is stored nowhere.
std::string webhookSecret(const InstallationKey &key, std::string_view nodeId);

/// The token with which a verification handshake for this node proves that it comes from where the operator entered it:
/// as webhookSecret(), but unrelated to it. It is entered beside the address, so it is not part of that.
std::string verifyToken(const InstallationKey &key, std::string_view nodeId);

/// Compares without telling by its duration how much was right. Only the length of `given` may show.
bool sameSecret(std::string_view given, std::string_view expected);

} // namespace barograph
