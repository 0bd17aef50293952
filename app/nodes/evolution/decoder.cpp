// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/evolution/decoder.h"

#include "health/session_state.h"
#include "nodes/evolution/body.h"
#include "nodes/gateway/jid.h"
#include "nodes/gateway/timestamps.h"
#include "nodes/gateway/told.h"
#include "nodes/json_decoder.h"
#include "nodes/name_tally.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace barograph {

namespace {

using gateway::AckStep;
using gateway::Teller;
using gateway::Told;

enum class EvolutionEvent {
    Message,
    SendMessage,
    Update,
    Delete,
    Edit,
    Connection,
    InstanceStatus,
    LoginNeeded,
    Removed,
    Group,
    Other
};

constexpr std::array<std::pair<std::string_view, EvolutionEvent>, 34> kEvolutionEvents{
    {{"messages.upsert", EvolutionEvent::Message},
     {"send.message", EvolutionEvent::SendMessage},
     {"messages.update", EvolutionEvent::Update},
     {"messages.delete", EvolutionEvent::Delete},
     {"messages.edited", EvolutionEvent::Edit},
     {"send.message.update", EvolutionEvent::Edit},
     {"connection.update", EvolutionEvent::Connection},
     {"status.instance", EvolutionEvent::InstanceStatus},
     {"qrcode.updated", EvolutionEvent::LoginNeeded},
     {"logout.instance", EvolutionEvent::LoginNeeded},
     {"remove.instance", EvolutionEvent::Removed},
     {"groups.upsert", EvolutionEvent::Group},
     {"groups.update", EvolutionEvent::Group},
     {"group.update", EvolutionEvent::Group},
     {"group.participants.update", EvolutionEvent::Group},
     {"application.startup", EvolutionEvent::Other},
     {"instance.create", EvolutionEvent::Other},
     {"instance.delete", EvolutionEvent::Other},
     {"messages.set", EvolutionEvent::Other},
     {"messaging.history.set", EvolutionEvent::Other},
     {"contacts.set", EvolutionEvent::Other},
     {"contacts.upsert", EvolutionEvent::Other},
     {"contacts.update", EvolutionEvent::Other},
     {"presence.update", EvolutionEvent::Other},
     {"chats.set", EvolutionEvent::Other},
     {"chats.update", EvolutionEvent::Other},
     {"chats.upsert", EvolutionEvent::Other},
     {"chats.delete", EvolutionEvent::Other},
     {"labels.edit", EvolutionEvent::Other},
     {"labels.association", EvolutionEvent::Other},
     {"creds.update", EvolutionEvent::Other},
     {"call", EvolutionEvent::Other},
     {"typebot.start", EvolutionEvent::Other},
     {"typebot.change.status", EvolutionEvent::Other}}};

/// The words of `status`, and the numbers that the engine (Baileys) has for them.
constexpr std::array<std::pair<std::string_view, AckStep>, 12> kEvolutionStatuses{{{"ERROR", AckStep::Error},
                                                                                   {"PENDING", AckStep::Pending},
                                                                                   {"SERVER_ACK", AckStep::Server},
                                                                                   {"DELIVERY_ACK", AckStep::Device},
                                                                                   {"READ", AckStep::Read},
                                                                                   {"PLAYED", AckStep::Played},
                                                                                   {"0", AckStep::Error},
                                                                                   {"1", AckStep::Pending},
                                                                                   {"2", AckStep::Server},
                                                                                   {"3", AckStep::Device},
                                                                                   {"4", AckStep::Read},
                                                                                   {"5", AckStep::Played}}};

constexpr std::array<std::pair<std::string_view, SessionState>, 5> kEvolutionStates{
    {{"open", SessionState::Working},
     {"connecting", SessionState::Starting},
     {"close", SessionState::Stopped},
     {"closed", SessionState::Stopped},
     {"removed", SessionState::Stopped}}};
constexpr std::string_view kEvolutionLoggedOut = "401"; ///< Baileys' DisconnectReason.loggedOut

template<typename Meaning, std::size_t Size>
std::optional<Meaning> evolutionMeaning(const std::array<std::pair<std::string_view, Meaning>, Size> &words,
                                        std::string_view word)
{
    const auto found =
        std::find_if(words.begin(), words.end(), [word](const auto &each) { return each.first == word; });
    return found != words.end() ? std::optional(found->second) : std::nullopt;
}

std::optional<EvolutionEvent> evolutionEvent(std::string_view name)
{
    constexpr std::size_t kLongest = 32; // longer than all known ones
    if (name.size() > kLongest)
        return std::nullopt;
    std::array<char, kLongest> plain{};
    std::transform(name.begin(), name.end(), plain.begin(), [](char c) {
        if (c >= 'A' && c <= 'Z')
            return static_cast<char>(c - 'A' + 'a');
        return c == '_' || c == '-' ? '.' : c;
    });
    return evolutionMeaning(kEvolutionEvents, std::string_view(plain.data(), name.size()));
}

bool countsPerElement(EvolutionEvent event)
{
    switch (event) {
    case EvolutionEvent::Message:
    case EvolutionEvent::SendMessage:
    case EvolutionEvent::Update:
    case EvolutionEvent::Delete:
    case EvolutionEvent::Edit:
    case EvolutionEvent::Group:
        return true;
    case EvolutionEvent::Connection:
    case EvolutionEvent::InstanceStatus:
    case EvolutionEvent::LoginNeeded:
    case EvolutionEvent::Removed:
    case EvolutionEvent::Other:
        break;
    }
    return false;
}

/// One element of `data`, understood.
class EvolutionItem
{
public:
    EvolutionItem(const evolution::Element &element, const DecodeLimits &limits, const DecodeContext &context,
                  DecodedItem &item)
        : m_element(element)
        , m_context(context)
        , m_teller(limits, context.prints)
        , m_item(item)
    {}

    void read(EvolutionEvent event);

private:
    static std::string_view firstOf(std::string_view nested, std::string_view flat)
    {
        return nested.empty() ? flat : nested;
    }
    bool isFromMe() const { return m_element.nested.fromMe.value_or(m_element.flat.fromMe.value_or(false)); }
    Told told() const;

    void readMessage(bool fromMe);
    void readUpdate();
    void readEdit();
    void readGroup();
    void readConnection(std::string_view word);
    void tellSession(SessionState state);

    const evolution::Element &m_element;
    const DecodeContext &m_context;
    Teller m_teller;
    DecodedItem &m_item;
};

Told EvolutionItem::told() const
{
    const auto chat = firstOf(m_element.nested.remoteJid, m_element.flat.remoteJid);
    const auto participant = firstOf(m_element.nested.participant, m_element.flat.participant);
    return {firstOf(m_element.nested.id, firstOf(m_element.keyId, m_element.flat.id)), chat,
            gateway::isGroup(chat) ? participant : chat, gateway::unixTime(m_element.messageTimestamp)};
}

void EvolutionItem::readMessage(bool fromMe)
{
    const auto type = m_element.messageType;
    if (type == "reactionMessage")
        m_teller.apart(told(), ApartKind::Reaction, m_item);
    else if (type == "pollUpdateMessage" || type == "protocolMessage")
        m_teller.apart(told(), ApartKind::OtherNotice, m_item);
    else if (fromMe)
        m_teller.sent(told(), SendWay::Message, m_item);
    else
        m_teller.received(told(), m_item);
}

void EvolutionItem::readUpdate()
{
    if (m_element.status == "DELETED") {
        m_teller.apart(told(), ApartKind::Deleted, m_item);
        return;
    }
    const auto step = evolutionMeaning(kEvolutionStatuses, m_element.status);
    if (!step)
        m_context.unknownNames.add("messages.update.status", m_element.status);
    else if (!isFromMe())
        m_teller.apart(told(), ApartKind::OwnDevice, m_item);
    else if (*step == AckStep::Server && m_element.hasContent)
        m_teller.apart(told(), ApartKind::OtherNotice, m_item);
    else
        m_teller.acknowledged(told(), *step, m_item);
}

/// The key is the edited message's, so the time is what tells one edit of it from the next.
void EvolutionItem::readEdit()
{
    auto what = told();
    const auto time = firstOf(m_element.timestampMs, m_element.messageTimestamp);
    std::string edit;
    if (!what.message.empty() && !time.empty()) {
        edit.append(what.message).append("@").append(time);
        what.message = edit;
    }
    if (!m_element.timestampMs.empty())
        what.time = gateway::unixTime(m_element.timestampMs);
    m_teller.apart(what, ApartKind::Edited, m_item);
}

void EvolutionItem::readGroup()
{
    m_teller.apart({{}, m_element.flat.id, {}, std::nullopt}, ApartKind::GroupNotice, m_item);
}

void EvolutionItem::tellSession(SessionState state)
{
    m_item.apart = ApartKind::SessionNotice;
    m_item.code = static_cast<quint32>(state);
}

void EvolutionItem::readConnection(std::string_view word)
{
    auto state = evolutionMeaning(kEvolutionStates, word);
    if (!state)
        m_context.unknownNames.add("connection.state", word);
    else if (*state == SessionState::Stopped && m_element.statusReason == kEvolutionLoggedOut)
        state = SessionState::NeedsLogin;
    tellSession(state.value_or(SessionState::Unknown));
}

void EvolutionItem::read(EvolutionEvent event)
{
    switch (event) {
    case EvolutionEvent::Message:
        readMessage(isFromMe());
        break;
    case EvolutionEvent::SendMessage:
        readMessage(true);
        break;
    case EvolutionEvent::Update:
        readUpdate();
        break;
    case EvolutionEvent::Delete:
        m_teller.apart(told(), ApartKind::Deleted, m_item);
        break;
    case EvolutionEvent::Edit:
        readEdit();
        break;
    case EvolutionEvent::Connection:
        readConnection(m_element.state);
        break;
    case EvolutionEvent::InstanceStatus:
        readConnection(m_element.status);
        break;
    case EvolutionEvent::LoginNeeded:
        tellSession(SessionState::NeedsLogin);
        break;
    case EvolutionEvent::Removed:
        tellSession(SessionState::Stopped);
        break;
    case EvolutionEvent::Group:
        readGroup();
        break;
    case EvolutionEvent::Other:
        m_item.apart = ApartKind::OtherNotice;
        break;
    }
}

class EvolutionDecoder final : public JsonDecoder
{
public:
    using JsonDecoder::JsonDecoder;

private:
    json::Fault readRoot(simdjson::ondemand::object &root, Taking &taking) override;
    json::Fault takeElements(EvolutionEvent event, Taking &taking) const;

    evolution::Body m_body; ///< kept for its memory
};

json::Fault EvolutionDecoder::readRoot(simdjson::ondemand::object &root, Taking &taking)
{
    m_body.event = {};
    m_body.elements.clear();
    m_body.rejected = 0;
    m_body.tooMany = false;
    const auto &limits = taking.limits();
    auto &unknown = taking.context().unknownNames;
    const auto fault = evolution::readBody(root, limits.maxDepth, limits.maxItems, unknown, m_body);
    if (fault != json::Fault::None)
        return fault;
    const auto event = evolutionEvent(m_body.event);
    if (event && countsPerElement(*event))
        return takeElements(*event, taking);
    if (taking.isFull())
        return json::Fault::Limit;
    auto &item = taking.addItem();
    if (event) {
        const evolution::Element none;
        EvolutionItem(m_body.elements.empty() ? none : m_body.elements.front(), limits, taking.context(), item)
            .read(*event);
    } else {
        unknown.add("event", m_body.event);
    }
    return json::Fault::None;
}

json::Fault EvolutionDecoder::takeElements(EvolutionEvent event, Taking &taking) const
{
    if (m_body.tooMany)
        return json::Fault::Limit;
    for (const auto &element : m_body.elements)
        EvolutionItem(element, taking.limits(), taking.context(), taking.addItem()).read(event);
    for (std::size_t i = 0; i < m_body.rejected; ++i)
        taking.countRejected();
    return json::Fault::None;
}

} // namespace

std::unique_ptr<Decoder> makeEvolutionDecoder(const DecodeLimits &limits)
{
    return std::make_unique<EvolutionDecoder>(limits);
}

} // namespace barograph
