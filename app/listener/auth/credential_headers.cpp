// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener/auth/credential_headers.h"

#include "listener/auth/ascii_text.h"

namespace barograph {

std::optional<CredentialHeaders::Name> CredentialHeaders::unregistered(std::string_view name)
{
    // By length first: this is asked for every header that is not a common one.
    constexpr std::string_view kHubSignature = "x-hub-signature-256";
    constexpr std::string_view kWebhookHmac = "x-webhook-hmac";
    constexpr std::string_view kWebhookHmacAlgorithm = "x-webhook-hmac-algorithm";
    switch (name.size()) {
    case kHubSignature.size():
        return sameIgnoringCase(name, kHubSignature) ? std::optional(Name::HubSignature) : std::nullopt;
    case kWebhookHmac.size():
        return sameIgnoringCase(name, kWebhookHmac) ? std::optional(Name::WebhookHmac) : std::nullopt;
    case kWebhookHmacAlgorithm.size():
        return sameIgnoringCase(name, kWebhookHmacAlgorithm) ? std::optional(Name::WebhookHmacAlgorithm) : std::nullopt;
    default:
        return std::nullopt;
    }
}

void CredentialHeaders::clear()
{
    for (auto &value : m_values) {
        value.text.clear();
        value.state = State::Absent;
    }
}

void CredentialHeaders::note(Name name, std::string_view value)
{
    auto &kept = m_values[static_cast<std::size_t>(name)];
    const bool unusable = value.size() > kLongestValue || kept.state == State::Unusable ||
                          (kept.state == State::Present && kept.text != value);
    if (unusable) {
        kept.text.clear();
        kept.state = State::Unusable;
        return;
    }
    kept.text.assign(value);
    kept.state = State::Present;
}

} // namespace barograph
