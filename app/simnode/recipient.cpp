// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipient.h"

#include "api_reply.h"

namespace barograph::sim {

tl::expected<Recipient, ApiError> readRecipient(Directory &directory, const boost::json::object &message)
{
    const std::string to = textField(message, "to");
    const std::string type =
        message.contains("recipient_type") ? textField(message, "recipient_type") : std::string("individual");
    if (to.empty())
        return tl::unexpected(ApiError{400, 1008, "\"to\" is required"});
    if (type == "group") {
        if (const auto group = Directory::group(to))
            return Recipient{0, *group};
        return tl::unexpected(ApiError{404, 1012, "There is no such group"});
    }
    if (type != "individual")
        return tl::unexpected(ApiError{400, 1002, "recipient_type has to be individual or group"});
    if (const auto participant = directory.participant(to))
        return Recipient{*participant, 0};
    return tl::unexpected(ApiError{400, 1013, "\"to\" is not a number that can be sent to"});
}

} // namespace barograph::sim
