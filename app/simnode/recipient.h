// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api_error.h"
#include "directory.h"

#include <boost/json/object.hpp>
#include <tl/expected.hpp>

namespace barograph::sim {

struct Recipient
{
    std::uint32_t participant = 0;
    std::uint32_t group = 0; ///< 0 = to one person
};

/// `to` and `recipient_type` of a message, with the documented error codes.
tl::expected<Recipient, ApiError> readRecipient(Directory &directory, const boost::json::object &message);

} // namespace barograph::sim
