// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/gowa/decoder.h"

#include "nodes/gateway/jid.h"
#include "nodes/gateway/timestamps.h"
#include "nodes/gateway/told.h"
#include "nodes/gowa/body.h"
#include "nodes/json_decoder.h"
#include "nodes/name_tally.h"

#include <algorithm>
#include <array>

namespace barograph {

namespace {

using gateway::AckStep;
using gateway::Teller;
using gateway::Told;

constexpr std::array<std::string_view, 5> kGowaOtherReceipts{"retry", "server-error", "inactive", "peer_msg",
                                                             "hist_sync"};
constexpr std::array<std::string_view, 3> kGowaOwnReceipts{"read-self", "played-self", "sender"};
constexpr std::array<std::string_view, 4> kGowaOtherEvents{"chat_presence", "label.", "newsletter.", "call."};

template<std::size_t Size> bool gowaKnows(const std::array<std::string_view, Size> &words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool gowaStartsWith(std::string_view text, std::string_view beginning)
{
    return text.substr(0, beginning.size()) == beginning;
}

std::string_view firstGiven(std::string_view first, std::string_view second)
{
    return first.empty() ? second : first;
}

std::optional<UtcTime> gowaTime(std::string_view text)
{
    const auto time = gateway::isoTime(text);
    return time ? time : gateway::unixTime(text);
}

/// One body, understood.
class GowaEvent
{
public:
    GowaEvent(const gowa::Body &body, const DecodeLimits &limits, const DecodeContext &context);

    /// `message.ack`: one item for each id.
    bool isReceipt() const { return m_event == "message.ack"; }
    void readReceipt(std::string_view id, DecodedItem &item) const;
    void read(DecodedItem &item) const;

private:
    /// Old bodies name no event.
    std::string_view eventOfOldBody() const;
    Told told(std::string_view message) const;
    void readMessage(DecodedItem &item) const;

    const gowa::Body &m_body;
    const gowa::Payload &m_payload;
    const DecodeContext &m_context;
    Teller m_teller;
    std::string_view m_event;
    std::string_view m_chat;
    std::string_view m_from;
    std::string_view m_id;
};

GowaEvent::GowaEvent(const gowa::Body &body, const DecodeLimits &limits, const DecodeContext &context)
    : m_body(body)
    , m_payload(body.payload())
    , m_context(context)
    , m_teller(limits, context.prints)
    , m_event(body.event)
    , m_chat(m_payload.chatId)
    , m_from(m_payload.from)
    , m_id(firstGiven(m_payload.id, m_payload.messageId))
{
    constexpr std::string_view kIn = " in ";
    if (const auto in = m_from.find(kIn); in != std::string_view::npos) {
        m_chat = m_from.substr(in + kIn.size());
        m_from = m_from.substr(0, in);
    } else if (m_chat.find('@') == std::string_view::npos && !m_from.empty()) {
        m_chat = m_from; // old bodies have only the number in chat_id
    }
    if (m_event.empty() && !body.hasPayload)
        m_event = eventOfOldBody();
}

std::string_view GowaEvent::eventOfOldBody() const
{
    if (m_payload.action == "message_revoked")
        return "message.revoked";
    if (m_payload.action == "event.delete_for_me")
        return "message.deleted";
    if (m_payload.action == "message_edited")
        return "message.edited";
    if (!m_payload.action.empty())
        return m_payload.action; // to be tallied
    if (m_payload.hasReaction)
        return "message.reaction";
    return m_id.empty() ? std::string_view() : std::string_view("message");
}

Told GowaEvent::told(std::string_view message) const
{
    const bool ours = m_payload.fromMe.value_or(false) && !gateway::isGroup(m_chat);
    const auto time = gowaTime(m_payload.timestamp);
    return {message, m_chat, ours ? m_chat : firstGiven(m_from, m_chat), time ? time : gowaTime(m_body.flat.timestamp)};
}

void GowaEvent::readReceipt(std::string_view id, DecodedItem &item) const
{
    const auto type = m_payload.receiptType;
    if (gowaKnows(kGowaOwnReceipts, type) || gateway::isSamePerson(m_from, m_body.deviceId))
        m_teller.apart(told(id), ApartKind::OwnDevice, item);
    else if (type == "delivered" || (type.empty() && m_payload.hasReceiptType))
        m_teller.acknowledged(told(id), AckStep::Device, item);
    else if (type == "read")
        m_teller.acknowledged(told(id), AckStep::Read, item);
    else if (type == "played")
        m_teller.acknowledged(told(id), AckStep::Played, item);
    else if (gowaKnows(kGowaOtherReceipts, type))
        m_teller.apart(told(id), ApartKind::OtherNotice, item);
    else
        m_context.unknownNames.add("receipt_type", type);
}

void GowaEvent::readMessage(DecodedItem &item) const
{
    if (m_payload.fromMe.value_or(false))
        m_teller.sent(told(m_id), SendWay::Only, item);
    else
        m_teller.received(told(m_id), item);
}

void GowaEvent::read(DecodedItem &item) const
{
    if (m_event == "message")
        readMessage(item);
    else if (isReceipt())
        readReceipt(m_id, item);
    else if (m_event == "message.reaction")
        m_teller.apart(told(m_id), ApartKind::Reaction, item);
    else if (m_event == "message.edited")
        m_teller.apart(told(m_id), ApartKind::Edited, item);
    else if (m_event == "message.revoked" || m_event == "message.deleted")
        m_teller.apart(told(firstGiven(m_payload.deletedId, m_id)), ApartKind::Deleted, item);
    else if (gowaStartsWith(m_event, "group."))
        m_teller.apart(told({}), ApartKind::GroupNotice, item);
    else if (std::any_of(kGowaOtherEvents.begin(), kGowaOtherEvents.end(),
                         [this](auto family) { return gowaStartsWith(m_event, family); }))
        m_teller.apart(told({}), ApartKind::OtherNotice, item);
    else
        m_context.unknownNames.add("event", m_event);
}

class GowaDecoder final : public JsonDecoder
{
public:
    using JsonDecoder::JsonDecoder;

private:
    json::Fault readRoot(simdjson::ondemand::object &root, Taking &taking) override;

    gowa::Body m_body; ///< kept for its memory
};

json::Fault GowaDecoder::readRoot(simdjson::ondemand::object &root, Taking &taking)
{
    auto ids = std::move(m_body.ids);
    ids.clear();
    m_body = {};
    m_body.ids = std::move(ids);
    const auto &limits = taking.limits();
    const auto fault = gowa::readBody(root, limits.maxDepth, limits.maxItems, taking.context().unknownNames, m_body);
    if (fault != json::Fault::None)
        return fault;
    const GowaEvent event(m_body, limits, taking.context());
    if (!event.isReceipt() || (m_body.ids.empty() && m_body.rejected == 0)) {
        if (taking.isFull())
            return json::Fault::Limit;
        event.read(taking.addItem());
        return json::Fault::None;
    }
    if (m_body.tooMany)
        return json::Fault::Limit;
    for (const auto id : m_body.ids)
        event.readReceipt(id, taking.addItem());
    for (std::size_t i = 0; i < m_body.rejected; ++i)
        taking.countRejected();
    return json::Fault::None;
}

} // namespace

std::unique_ptr<Decoder> makeGowaDecoder(const DecodeLimits &limits)
{
    return std::make_unique<GowaDecoder>(limits);
}

} // namespace barograph
