// SPDX-License-Identifier: GPL-3.0-or-later
#include "api.h"

#include <boost/json/array.hpp>

namespace barograph::sim {

namespace json = boost::json;

HttpReply login(NodeState &node, const HttpRequest &request)
{
    const auto body = bodyObject(request);
    if (!body)
        return apiReply(body.error());
    const auto token =
        node.accounts.login(request.authorization, textField(*body, "new_password"), Accounts::Clock::now());
    if (!token)
        return apiReply(token.error());
    json::object user{{"token", token->token}, {"expires_after", expiryText(node.clock.byNode(token->expiresAfter))}};
    return apiReply(json::object{{"users", json::array{std::move(user)}}});
}

HttpReply logout(NodeState &node, const HttpRequest &request)
{
    constexpr std::size_t kBearer = 7; // "Bearer "
    node.accounts.logout(request.authorization.substr(kBearer));
    return apiReply(json::object{});
}

HttpReply createUser(NodeState &node, const HttpRequest &request)
{
    const auto body = bodyObject(request);
    if (!body)
        return apiReply(body.error());
    const std::string name = textField(*body, "username");
    if (name.empty() || !body->contains("password"))
        return apiReply(ApiError{400, 1008, "username and password are required"});
    if (const auto created = node.accounts.create(name, textField(*body, "password")); !created)
        return apiReply(created.error());
    return apiReply(json::object{{"users", json::array{json::object{{"username", name}}}}}, 201);
}

} // namespace barograph::sim
