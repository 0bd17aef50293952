// SPDX-License-Identifier: GPL-3.0-or-later
#include "callback_body.h"

#include <array>
#include <string_view>

namespace barograph::sim {
namespace {

constexpr std::array<std::string_view, 6> kTexts{"Hello, where is my order?",  "Thank you!",
                                                 "When do you open tomorrow?", "Can I change the address?",
                                                 "Yes, that is right.",        "I did not get the invoice 🙁"};

std::string idOf(const NodeState &node, const Interaction &interaction)
{
    return messageId(interaction.message, interaction.kind == EventKind::Receive, node.salt);
}

std::string whoOf(const NodeState &node, const Interaction &interaction)
{
    // The `sent` of a group message names the group, its receipts name the participants.
    if (interaction.kind == EventKind::Send && interaction.group != 0)
        return Directory::groupId(interaction.group);
    return node.simulation.directory().number(interaction.participant);
}

std::string receiveBody(const NodeState &node, const Interaction &interaction)
{
    const std::string from = whoOf(node, interaction);
    const std::string_view text = kTexts[mix(interaction.message) % kTexts.size()];
    std::string body = R"({"contacts":[{"profile":{"name":")";
    body += Directory::profileName(interaction.participant);
    body += R"("},"wa_id":")" + from + R"("}],"messages":[{"from":")" + from + R"(","id":")";
    body += idOf(node, interaction);
    body += R"(","text":{"body":")";
    body += text;
    body += R"("},"timestamp":")" + std::to_string(node.clock.nodeSeconds(interaction.happenedAt));
    body += R"(","type":"text"}]})";
    return body;
}

std::string statusBody(const NodeState &node, const Interaction &interaction, std::string_view status)
{
    constexpr std::int64_t kConversationSeconds = std::int64_t{24} * 3600;
    const std::int64_t at = node.clock.nodeSeconds(interaction.happenedAt);
    std::string body = R"({"statuses":[{)";
    if (interaction.kind != EventKind::Read && interaction.group == 0) {
        body += R"("conversation":{"expiration_timestamp":)" + std::to_string(at + kConversationSeconds);
        body += R"(,"id":")" + messageId(interaction.participant, true, ~node.salt);
        body += R"(","origin":{"type":"user_initiated"}},)";
    }
    body += R"("id":")" + idOf(node, interaction) + '"';
    if (interaction.kind != EventKind::Read && interaction.group == 0)
        body += R"(,"pricing":{"billable":true,"category":"user_initiated","pricing_model":"CBP"})";
    body += R"(,"recipient_id":")" + whoOf(node, interaction) + R"(","status":")";
    body += status;
    body += R"(","timestamp":")" + std::to_string(at) + R"("}]})";
    return body;
}

} // namespace

std::string callbackBody(const NodeState &node, const Interaction &interaction)
{
    switch (interaction.kind) {
    case EventKind::Receive:
        return receiveBody(node, interaction);
    case EventKind::Send:
        return statusBody(node, interaction, "sent");
    case EventKind::Delivery:
        return statusBody(node, interaction, "delivered");
    case EventKind::Read:
        break;
    }
    return statusBody(node, interaction, "read");
}

std::string logLine(const NodeState &node, const Interaction &interaction, std::int64_t atMs, bool again)
{
    constexpr std::array<std::string_view, kEventKindCount> kKinds{"receive", "send", "delivery", "read"};
    std::string line = R"({"kind":")";
    line += kKinds[indexOf(interaction.kind)];
    line += R"(","id":")" + idOf(node, interaction) + R"(","who":")" + whoOf(node, interaction);
    line += R"(","at_ms":)" + std::to_string(atMs);
    line += again ? ",\"again\":true}\n" : "}\n";
    return line;
}

} // namespace barograph::sim
