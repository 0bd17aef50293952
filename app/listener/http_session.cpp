// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener/http_session.h"

#include "listener/auth/handshake.h"
#include "listener/auth/refusal_answer.h"

#include <boost/beast/http/error.hpp>

namespace barograph {

namespace http = boost::beast::http;

namespace {

/// More than any address of ours has; what is longer is given back.
constexpr std::size_t kKeptTargetBytes = 256;
constexpr std::string_view kCompressed = "compressed bodies are not read; send without Content-Encoding";
constexpr std::string_view kSecretAwaited = "the receiver is still fetching the secret to compare with";
constexpr std::string_view kBadChallenge = "hub.challenge is missing, too long or not plain text";

} // namespace

HttpSession::HttpSession(const SessionContext &context, const PeerInfo &peer)
    : m_context(context)
    , m_peer(peer)
    , m_body(context.budget)
{}

HttpSession::Phase HttpSession::phase() const
{
    if (!m_parser)
        return Phase::Idle;
    return m_headerSeen ? Phase::Body : Phase::Header;
}

void HttpSession::receive(const char *data, std::size_t size)
{
    if (m_lastAnswered)
        return;
    if (m_restSize > 0) {
        keepRest(data, size);
        takeKeptBytes();
        return;
    }
    const auto used = process(data, size);
    if (used < size && !m_lastAnswered)
        keepRest(data + used, size - used);
}

void HttpSession::keepRest(const char *data, std::size_t size)
{
    m_rest.resize(m_restSize + size + kBodyPadding);
    std::copy_n(data, size, m_rest.begin() + static_cast<std::ptrdiff_t>(m_restSize));
    m_restSize += size;
}

void HttpSession::takeKeptBytes()
{
    if (m_restSize == 0)
        return;
    const auto used = process(m_rest.data(), m_restSize);
    m_restSize = m_lastAnswered ? 0 : m_restSize - used;
    if (m_restSize == 0)
        std::vector<char>().swap(m_rest); // idle connections shall cost little
    else if (used > 0)
        std::copy_n(m_rest.begin() + static_cast<std::ptrdiff_t>(used), m_restSize, m_rest.begin());
}

std::size_t HttpSession::process(const char *data, std::size_t size)
{
    std::size_t used = 0;
    while (used < size && wantsInput()) {
        if (!m_parser) {
            m_parser.emplace(m_context.limits, m_target, m_credentials, m_body);
            m_headerSeen = false;
            m_node.reset();
            m_policy.reset();
            ++m_requestNumber;
        }
        RequestParser::ErrorCode error;
        const auto taken = m_parser->put(boost::asio::const_buffer(data + used, size - used), error);
        used += taken;
        if (error == http::error::need_more) {
            // Beast limits headers, but not the lines between chunks.
            if (size - used > m_context.limits.maxHeaderBytes)
                parseFailed(http::error::header_limit);
            break;
        }
        if (error) {
            parseFailed(error);
            break;
        }
        if (!m_headerSeen && m_parser->is_header_done()) {
            m_headerSeen = true;
            headerArrived();
            if (m_lastAnswered)
                break;
        }
        if (m_parser->is_done())
            requestArrived();
    }
    return used;
}

void HttpSession::headerArrived()
{
    m_settledBeforeBody.reset();
    m_settledReason = {};
    m_refusal = RefusalReason::None;
    if (const auto *route = m_context.routes.find(m_target)) {
        m_node = route->node;
        m_policy = route->policy;
    }
    if (m_parser->hasUnknownCoding()) {
        // Where the next request begins is unknown.
        reportBadRequest();
        refuse(Answer::NotImplemented);
        return;
    }
    judgeHead();
    if (m_settledBeforeBody)
        m_parser->discardBody();
    if (m_parser->expectsContinue() && !m_parser->is_done()) {
        if (m_settledBeforeBody == Answer::Challenge)
            m_settledBeforeBody = Answer::BadRequest; // a handshake has no body
        if (m_settledBeforeBody) {
            reportSettled();
            // Whether the body follows or not is up to the client, so the connection cannot go on.
            refuse(*m_settledBeforeBody);
        } else {
            owe({0, Answer::Continue, false, {}});
        }
    }
}

/// What can be said before the body: then it need not be kept.
void HttpSession::judgeHead()
{
    if (!m_node) {
        m_settledBeforeBody = Answer::NotFound;
        m_refusal = RefusalReason::WrongSecret;
    } else if (const auto peer = m_policy->judgePeer(m_peer); peer != RefusalReason::None) {
        turnAway(peer);
    } else if (!m_parser->isPost()) {
        if (m_parser->isGet() && m_policy->answersHandshake())
            judgeHandshake();
        else
            m_settledBeforeBody = m_policy->answersHandshake() ? Answer::MethodNotAllowedGet : Answer::MethodNotAllowed;
    } else if (!m_policy->isReady()) {
        m_settledBeforeBody = Answer::Unavailable;
        m_settledReason = kSecretAwaited;
    } else if (const auto head = m_policy->judgeHead(m_credentials, m_policy->needsTime() ? utcNow() : UtcTime{});
               head != RefusalReason::None) {
        turnAway(head);
    } else if (m_parser->hasContentCoding()) {
        m_settledBeforeBody = Answer::UnsupportedMediaType;
        m_settledReason = kCompressed;
    }
}

void HttpSession::judgeHandshake()
{
    switch (barograph::judgeHandshake(m_target, m_policy->verifyToken(), m_challenge)) {
    case Handshake::Right:
        m_settledBeforeBody = Answer::Challenge;
        break;
    case Handshake::WrongToken:
        turnAway(RefusalReason::WrongVerifyToken);
        break;
    case Handshake::BadChallenge:
        m_settledBeforeBody = Answer::BadRequest;
        m_settledReason = kBadChallenge;
        break;
    }
}

void HttpSession::turnAway(RefusalReason reason)
{
    const auto answer = answerTo(reason, m_policy->auth());
    m_refusal = reason;
    m_settledBeforeBody = answer.answer;
    m_settledReason = answer.reason;
}

void HttpSession::requestArrived()
{
    Owed owed;
    owed.close = m_parser->mustClose();
    if (!m_settledBeforeBody) {
        const auto body = m_parser->body();
        const auto refusal = m_policy->judgeBody(m_credentials, {body.data, body.size});
        if (refusal == RefusalReason::None)
            takeBody(owed);
        else
            turnAway(refusal);
    }
    if (m_settledBeforeBody) {
        owed.answer = *m_settledBeforeBody;
        owed.reason = m_settledReason;
        if (owed.answer == Answer::Challenge)
            m_owedChallenges.push_back(std::move(m_challenge));
        reportSettled();
    }
    m_parser.reset();
    m_policy.reset();
    m_body.release();
    if (m_target.capacity() > kKeptTargetBytes)
        std::string().swap(m_target);
    owe(owed);
}

void HttpSession::takeBody(Owed &owed)
{
    const auto outcome = m_context.sink.take({*m_node, m_parser->body()});
    owed.answer = m_policy->answersWithEmptyObject() ? Answer::OkEmptyObject : Answer::Ok;
    owed.reason = outcome.reason;
    switch (outcome.kind) {
    case HookOutcome::Kind::Stored:
        owed.ticket = outcome.ticket;
        break;
    case HookOutcome::Kind::Nothing:
        break;
    case HookOutcome::Kind::Malformed:
        owed.answer = Answer::BadRequest;
        break;
    case HookOutcome::Kind::NoSuchNode:
        owed.answer = Answer::NotFound;
        break;
    case HookOutcome::Kind::Unavailable:
        owed.answer = Answer::Unavailable;
        break;
    }
}

/// Tells the sink of a request that did not come as far as to be taken.
void HttpSession::reportSettled()
{
    if (m_settledBeforeBody == Answer::Challenge) {
        m_context.sink.verified(*m_node);
    } else if (m_settledBeforeBody != Answer::Unavailable) {
        reportBadRequest();
        if (m_refusal != RefusalReason::None)
            m_context.sink.refused(m_node, m_refusal, m_peer);
    }
}

void HttpSession::parseFailed(const RequestParser::ErrorCode &error)
{
    Answer answer = Answer::BadRequest;
    if (m_parser && m_parser->outOfBuffer())
        answer = Answer::Unavailable;
    else if (error == http::error::body_limit)
        answer = Answer::ContentTooLarge;
    else if (error == http::error::header_limit)
        answer = Answer::HeadersTooLarge;
    if (answer != Answer::Unavailable)
        reportBadRequest();
    refuse(answer);
}

void HttpSession::reportBadRequest()
{
    if (m_node)
        m_context.sink.badRequest(*m_node);
    else
        m_context.sink.unroutableRequest();
}

void HttpSession::refuse(Answer answer)
{
    if (m_lastAnswered)
        return;
    m_parser.reset();
    m_body.release();
    owe({0, answer, true, {}});
}

void HttpSession::abandon()
{
    m_lastAnswered = true;
    m_parser.reset();
    m_body.release();
}

void HttpSession::owe(const Owed &owed)
{
    if (owed.close)
        m_lastAnswered = true;
    if (owed.ticket != 0)
        m_newestTicket = owed.ticket;
    if (owed.ticket == 0 && !owesAnswers()) {
        give(owed);
        return;
    }
    m_owed.push_back(owed);
}

void HttpSession::give(const Owed &owed)
{
    if (owed.answer != Answer::Challenge) {
        appendAnswer(m_output, owed.answer, owed.reason, owed.close);
        return;
    }
    appendAnswer(m_output, owed.answer, m_owedChallenges.front(), owed.close);
    m_owedChallenges.erase(m_owedChallenges.begin());
}

void HttpSession::settle(quint64 ticket, bool durable)
{
    for (auto i = m_owedHead; i < m_owed.size() && m_owed[i].ticket <= ticket; ++i) {
        if (m_owed[i].ticket == 0)
            continue;
        m_owed[i].ticket = 0;
        if (!durable)
            m_owed[i].answer = Answer::Unavailable;
    }
    giveReadyAnswers();
    takeKeptBytes();
}

void HttpSession::giveReadyAnswers()
{
    for (; owesAnswers() && m_owed[m_owedHead].ticket == 0; ++m_owedHead)
        give(m_owed[m_owedHead]);
    if (!owesAnswers()) {
        m_owed.clear();
        m_owedHead = 0;
    }
}

void HttpSession::sent(std::size_t bytes)
{
    m_sent += bytes;
    if (m_sent == m_output.size()) {
        m_output.clear();
        m_sent = 0;
    }
}

} // namespace barograph
