// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api_error.h"
#include "http_types.h"

#include <boost/json/object.hpp>
#include <tl/expected.hpp>

#include <chrono>

namespace barograph::sim {

inline constexpr char kClientVersion[] = "v2.45.1";

/// `payload` with `meta` added.
HttpReply apiReply(boost::json::object payload, int status = 200);
HttpReply apiReply(const ApiError &error);
/// Without `meta`: for what is not WhatsApp's.
HttpReply plainReply(const boost::json::object &payload, int status = 200);
/// The time as an HTTP `Date` (RFC 9110, IMF-fixdate), whatever the locale.
std::string httpDate(std::chrono::system_clock::time_point time);
/// The body as an object; an empty body is an empty object.
tl::expected<boost::json::object, ApiError> bodyObject(const HttpRequest &request);
/// Empty when absent or not a string.
std::string textField(const boost::json::object &object, const char *name);
bool wantsPrometheus(const HttpRequest &request);

} // namespace barograph::sim
