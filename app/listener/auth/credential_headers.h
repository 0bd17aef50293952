// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace barograph {

/// The header values of one request that tell who sent it. Kept from request to request, so that their memory is used
/// again; a value that is too long is not kept.
class CredentialHeaders
{
public:
    enum class Name : quint8 { Authorization, HubSignature, WebhookHmac, WebhookHmacAlgorithm };
    enum class State : quint8 {
        Absent,
        Present,
        Unusable ///< too long, or given twice with different values: which one counts would be a guess
    };
    static constexpr std::size_t kLongestValue = 4200; ///< a token of kMostTokenChars with its scheme

    /// Of a header that HTTP libraries do not know by number, in any case.
    static std::optional<Name> unregistered(std::string_view name);

    void clear();
    void note(Name name, std::string_view value);
    State state(Name name) const { return m_values[static_cast<std::size_t>(name)].state; }
    /// Empty unless present.
    std::string_view value(Name name) const { return m_values[static_cast<std::size_t>(name)].text; }

private:
    struct Value
    {
        std::string text;
        State state = State::Absent;
    };
    std::array<Value, 4> m_values;
};

} // namespace barograph
