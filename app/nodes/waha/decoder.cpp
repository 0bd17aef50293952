// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/waha/decoder.h"

#include "health/session_state.h"
#include "nodes/gateway/jid.h"
#include "nodes/gateway/timestamps.h"
#include "nodes/gateway/told.h"
#include "nodes/json_decoder.h"
#include "nodes/name_tally.h"
#include "nodes/waha/body.h"

#include <algorithm>
#include <array>
#include <utility>

namespace barograph {

namespace {

using gateway::AckStep;
using gateway::Teller;
using gateway::Told;

template<typename Meaning, std::size_t Size>
std::optional<Meaning> wahaMeaning(const std::array<std::pair<std::string_view, Meaning>, Size> &words,
                                   std::string_view word)
{
    const auto found =
        std::find_if(words.begin(), words.end(), [word](const auto &each) { return each.first == word; });
    return found != words.end() ? std::optional(found->second) : std::nullopt;
}

using AckWord = std::pair<std::string_view, AckStep>;
constexpr std::array<AckWord, 6> kWahaAcks{{{"-1", AckStep::Error},
                                            {"0", AckStep::Pending},
                                            {"1", AckStep::Server},
                                            {"2", AckStep::Device},
                                            {"3", AckStep::Read},
                                            {"4", AckStep::Played}}};
constexpr std::array<AckWord, 6> kWahaAckNames{{{"ERROR", AckStep::Error},
                                                {"PENDING", AckStep::Pending},
                                                {"SERVER", AckStep::Server},
                                                {"DEVICE", AckStep::Device},
                                                {"READ", AckStep::Read},
                                                {"PLAYED", AckStep::Played}}};

using StateWord = std::pair<std::string_view, SessionState>;
constexpr std::array<StateWord, 7> kWahaStatuses{{{"STOPPED", SessionState::Stopped},
                                                  {"STARTING", SessionState::Starting},
                                                  {"SCAN_QR_CODE", SessionState::NeedsLogin},
                                                  {"PASSKEY_REQUIRED", SessionState::NeedsLogin},
                                                  {"PASSKEY_CONFIRMATION_REQUIRED", SessionState::NeedsLogin},
                                                  {"WORKING", SessionState::Working},
                                                  {"FAILED", SessionState::Failed}}};
/// `state.change` is the engine's inner state, of which only these say something about the session.
constexpr std::array<StateWord, 5> kWahaEngineStates{{{"CONNECTED", SessionState::Working},
                                                      {"OPENING", SessionState::Starting},
                                                      {"PAIRING", SessionState::Starting},
                                                      {"UNPAIRED", SessionState::NeedsLogin},
                                                      {"UNPAIRED_IDLE", SessionState::NeedsLogin}}};

/// Families of events that are known and of which nothing is counted by itself.
constexpr std::array<std::string_view, 8> kWahaOtherEvents{
    "message.waiting", "presence.", "poll.", "call.", "label.", "chat.", "event.response", "engine.event"};

bool wahaStartsWith(std::string_view text, std::string_view beginning)
{
    return text.substr(0, beginning.size()) == beginning;
}

/// One body, understood.
class WahaEvent
{
public:
    WahaEvent(const waha::Body &body, const DecodeLimits &limits, const DecodeContext &context, DecodedItem &item)
        : m_body(body)
        , m_payload(body.payload)
        , m_context(context)
        , m_teller(limits, context.prints)
        , m_item(item)
        , m_serialized(gateway::splitSerializedId(m_payload.id, m_id))
    {}

    void read();

private:
    Told told(std::optional<UtcTime> time) const;
    std::string_view chat() const;
    bool isFromMe() const { return m_payload.fromMe.value_or(m_serialized && m_id.fromMe); }
    std::optional<UtcTime> envelopeTime() const { return gateway::unixTime(m_body.timestamp); }
    std::optional<UtcTime> payloadTime() const;
    bool isOwnAccount(std::string_view person) const;

    void readMessage();
    void readAck();
    void readEdit();
    void readRevocation();
    void readGroupNotice();
    void readSession(std::optional<SessionState> state, ApartKind otherwise);

    const waha::Body &m_body;
    const waha::Payload &m_payload;
    const DecodeContext &m_context;
    Teller m_teller;
    DecodedItem &m_item;
    gateway::SerializedId m_id;
    bool m_serialized;
};

/// The chat that the id names is the same with every engine; who is in `from` and `to` is not.
std::string_view WahaEvent::chat() const
{
    if (m_serialized)
        return m_id.chat;
    for (const auto jid : {m_payload.from, m_payload.to}) {
        if (gateway::isGroup(jid) || gateway::isNoChat(jid))
            return jid;
    }
    return isFromMe() && !m_payload.to.empty() ? m_payload.to : m_payload.from;
}

std::optional<UtcTime> WahaEvent::payloadTime() const
{
    const auto time = gateway::unixTime(m_payload.timestamp);
    return time ? time : envelopeTime();
}

Told WahaEvent::told(std::optional<UtcTime> time) const
{
    const auto where = chat();
    return {m_serialized ? m_id.stanza : m_payload.id, where, gateway::isGroup(where) ? m_payload.participant : where,
            time};
}

bool WahaEvent::isOwnAccount(std::string_view person) const
{
    const auto &me = m_body.me;
    return gateway::isSamePerson(person, me.id) || gateway::isSamePerson(person, me.lid) ||
           gateway::isSamePerson(person, me.jid);
}

void WahaEvent::readMessage()
{
    if (isFromMe())
        m_teller.sent(told(payloadTime()), SendWay::Message, m_item);
    else
        m_teller.received(told(payloadTime()), m_item);
}

void WahaEvent::readAck()
{
    auto step = wahaMeaning(kWahaAcks, m_payload.ack);
    if (!step)
        step = wahaMeaning(kWahaAckNames, m_payload.ackName);
    if (!step) {
        m_context.unknownNames.add("ack", m_payload.ackName.empty() ? m_payload.ack : m_payload.ackName);
        return;
    }
    const auto what = told(envelopeTime());
    const bool ofGroup = gateway::isGroup(what.chat) && !m_payload.participant.empty();
    const bool byUs = ofGroup && isOwnAccount(m_payload.participant);
    if (!isFromMe() || (byUs && *step != AckStep::Server)) {
        m_teller.apart(what, ApartKind::OwnDevice, m_item);
        return;
    }
    if (m_body.engine == "NOWEB" && ofGroup && !byUs && *step == AckStep::Server)
        step = AckStep::Device;
    m_teller.acknowledged(what, *step, m_item);
}

void WahaEvent::readEdit()
{
    auto what = told(payloadTime());
    if (!m_body.id.empty())
        what.message = m_body.id;
    m_teller.apart(what, ApartKind::Edited, m_item);
}

void WahaEvent::readRevocation()
{
    gateway::SerializedId after;
    Told what{m_payload.revokedMessageId, {}, m_payload.afterParticipant, envelopeTime()};
    if (gateway::splitSerializedId(m_payload.afterId, after)) {
        what.chat = after.chat;
        if (!gateway::isGroup(after.chat))
            what.person = after.chat;
        if (what.message.empty())
            what.message = after.stanza;
    }
    m_teller.apart(what, ApartKind::Deleted, m_item);
}

void WahaEvent::readGroupNotice()
{
    const auto group = m_payload.groupId.empty() ? m_payload.id : m_payload.groupId;
    m_teller.apart({{}, gateway::isGroup(group) ? group : std::string_view(), {}, envelopeTime()},
                   ApartKind::GroupNotice, m_item);
}

void WahaEvent::readSession(std::optional<SessionState> state, ApartKind otherwise)
{
    m_item.apart = state ? ApartKind::SessionNotice : otherwise;
    m_item.code = static_cast<quint32>(state.value_or(SessionState::Unknown));
    m_item.eventTime = envelopeTime();
}

void WahaEvent::read()
{
    const auto event = m_body.event;
    if (event == "message" || event == "message.any") {
        readMessage();
    } else if (event == "message.ack" || event == "message.ack.group") {
        readAck();
    } else if (event == "message.reaction") {
        m_teller.apart(told(payloadTime()), ApartKind::Reaction, m_item);
    } else if (event == "message.revoked") {
        readRevocation();
    } else if (event == "message.edited") {
        readEdit();
    } else if (event == "session.status") {
        const auto state = wahaMeaning(kWahaStatuses, m_payload.status);
        if (!state)
            m_context.unknownNames.add("session.status", m_payload.status);
        readSession(state, ApartKind::SessionNotice);
    } else if (event == "state.change") {
        readSession(wahaMeaning(kWahaEngineStates, m_payload.state), ApartKind::OtherNotice);
    } else if (wahaStartsWith(event, "group.")) {
        readGroupNotice();
    } else if (std::any_of(kWahaOtherEvents.begin(), kWahaOtherEvents.end(),
                           [event](auto family) { return wahaStartsWith(event, family); })) {
        m_teller.apart({{}, {}, {}, envelopeTime()}, ApartKind::OtherNotice, m_item);
    } else {
        m_context.unknownNames.add("event", event);
    }
}

class WahaDecoder final : public JsonDecoder
{
public:
    using JsonDecoder::JsonDecoder;

private:
    json::Fault readRoot(simdjson::ondemand::object &root, Taking &taking) override
    {
        waha::Body body;
        const auto fault = waha::readBody(root, taking.limits().maxDepth, taking.context().unknownNames, body);
        if (fault != json::Fault::None)
            return fault;
        if (taking.isFull())
            return json::Fault::Limit;
        WahaEvent(body, taking.limits(), taking.context(), taking.addItem()).read();
        return json::Fault::None;
    }
};

} // namespace

std::unique_ptr<Decoder> makeWahaDecoder(const DecodeLimits &limits)
{
    return std::make_unique<WahaDecoder>(limits);
}

} // namespace barograph
