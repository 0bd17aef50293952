// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "health/told_by_node.h"
#include "net/http_types.h"

#include <tl/expected.hpp>

#include <optional>

namespace barograph {

/// The fields of a phone number that are asked for in one request.
QString cloudFields();

/// What the answer to GET /{version}/{phone number id}?fields=… told.
struct CloudAnswer
{
    AccountReport account;
    std::vector<SettingSeen> settings; ///< webhook addresses of number, business account and app; level; quality

    friend bool operator==(const CloudAnswer &, const CloudAnswer &) = default;
};

/// Reads {"health_status":{"can_send_message","entities":[…]},"throughput":{"level"},"quality_rating",
/// "webhook_configuration":{…}}. Source: Meta, "Messaging health status", "Throughput", "Webhook overrides". Of numbers
/// and ids nothing is kept. The error is a sentence. Pure.
tl::expected<CloudAnswer, QString> parseCloudAnswer(const QByteArray &body);

/// Reads {"data":{"is_valid":true,"expires_at":1780000000}} of GET /debug_token. Nothing for a token that never ends
/// (0), or where the answer does not say. Source: Meta, Graph API reference, "Debug token". Pure.
std::optional<UtcTime> parseTokenEnd(const QByteArray &body);

/// Turns Meta's {"error":{"code","error_subcode"}}, whatever its HTTP status, into a fault and a sentence. False if the
/// reply holds none. Meta's own text is not repeated. Source: Meta, Graph API, "Handling errors", and "Rate limits".
bool rereadGraphError(HttpReply &reply);

} // namespace barograph
