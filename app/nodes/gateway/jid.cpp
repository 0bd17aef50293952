// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/gateway/jid.h"

#include "ingest/fingerprinter.h"

#include <string>

namespace barograph::gateway {

namespace {

bool endsWith(std::string_view text, std::string_view ending)
{
    return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}

struct JidParts
{
    std::string_view user;   ///< without the device
    std::string_view server; ///< with its @; empty if there is none
};

JidParts partsOf(std::string_view jid)
{
    const auto at = jid.find('@');
    JidParts parts{jid.substr(0, at), at == std::string_view::npos ? std::string_view() : jid.substr(at)};
    parts.user = parts.user.substr(0, parts.user.find(':'));
    return parts;
}

} // namespace

bool isGroup(std::string_view jid)
{
    return endsWith(jid, "@g.us");
}

bool isNoChat(std::string_view jid)
{
    return jid == "status@broadcast" || endsWith(jid, "@newsletter");
}

bool isSamePerson(std::string_view left, std::string_view right)
{
    const auto leftParts = partsOf(left);
    const auto rightParts = partsOf(right);
    return !leftParts.user.empty() && leftParts.user == rightParts.user && leftParts.server == rightParts.server;
}

Fingerprint personPrint(const Fingerprinter &prints, std::string_view jid)
{
    const auto parts = partsOf(jid);
    if (parts.user.size() + parts.server.size() == jid.size())
        return prints.participant(jid);
    return prints.participant(std::string(parts.user).append(parts.server));
}

bool splitSerializedId(std::string_view text, SerializedId &id)
{
    const bool fromMe = text.substr(0, 5) == "true_";
    if (!fromMe && text.substr(0, 6) != "false_")
        return false;
    const auto rest = text.substr(fromMe ? 5 : 6);
    const auto chatEnd = rest.find('_');
    if (chatEnd == std::string_view::npos)
        return false;
    const auto behindChat = rest.substr(chatEnd + 1);
    const auto stanza = behindChat.substr(0, behindChat.find('_'));
    if (stanza.empty())
        return false;
    id = {fromMe, rest.substr(0, chatEnd), stanza};
    return true;
}

} // namespace barograph::gateway
