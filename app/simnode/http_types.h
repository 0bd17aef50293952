// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace barograph::sim {

/// What the handlers need of a request; keeps them free of the HTTP library.
struct HttpRequest
{
    std::string method;
    std::string path;  ///< without the query
    std::string query; ///< without the question mark
    std::string authorization;
    std::string body;
};

struct HttpReply
{
    int status = 200;
    std::string contentType = "application/json";
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
};

/// To be called once, at once or later, on the server's thread.
using Respond = std::function<void(HttpReply)>;
using HttpHandler = std::function<void(HttpRequest, Respond)>;

} // namespace barograph::sim
