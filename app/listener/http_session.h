// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "listener/answers.h"
#include "listener/auth/credential_headers.h"
#include "listener/hook_sink.h"
#include "listener/peer_info.h"
#include "listener/request_parser.h"
#include "listener/route_table.h"

#include <optional>
#include <string>
#include <vector>

namespace barograph {

/// What all sessions of a listener share. Outlives them.
struct SessionContext
{
    const ListenerLimits &limits;
    const RouteTable &routes;
    HookSink &sink;
    BufferBudget &budget;
};

/// The HTTP side of one connection, without a socket: bytes in, bytes out. Requests may come pipelined and in any
/// pieces; answers leave in the order of the requests, each when its turn has come and, where events were taken, when
/// they are durable.
class HttpSession
{
public:
    /// `peer` is looked at when a request's headers have come, and may learn more until then; it outlives the session.
    HttpSession(const SessionContext &context, const PeerInfo &peer);

    /// Takes bytes that arrived. kBodyPadding bytes behind them must be readable, whatever they hold.
    void receive(const char *data, std::size_t size);
    /// Batch `ticket` and all before it are durable, or (false) could not be stored.
    void settle(quint64 ticket, bool durable);
    /// Answers, then takes nothing more.
    void refuse(Answer answer);
    /// Gives back what it holds of a body: the connection is closed.
    void abandon();

    /// What is to be sent now.
    std::string_view output() const { return std::string_view(m_output).substr(m_sent); }
    void sent(std::size_t bytes);

    /// False while enough answers are owed already, and after the last request.
    bool wantsInput() const { return !m_lastAnswered && m_owed.size() - m_owedHead < m_context.limits.maxPipelined; }
    bool owesAnswers() const { return m_owedHead < m_owed.size(); }
    /// The newest batch that an answer waits for, 0 = none.
    quint64 newestTicket() const { return owesAnswers() ? m_newestTicket : 0; }
    /// The last answer has been given and sent: nothing more will come out of this connection.
    bool isFinished() const { return m_lastAnswered && !owesAnswers() && output().empty(); }

    enum class Phase : quint8 { Idle, Header, Body };
    Phase phase() const;
    /// Number of the request that is arriving or was the last to arrive; with phase() it tells progress.
    quint64 requestNumber() const { return m_requestNumber; }

private:
    struct Owed
    {
        quint64 ticket = 0; ///< 0: ready
        Answer answer = Answer::Ok;
        bool close = false;
        std::string_view reason;
    };

    std::size_t process(const char *data, std::size_t size);
    void headerArrived();
    void judgeHead();
    void judgeHandshake();
    void turnAway(RefusalReason reason);
    void requestArrived();
    void takeBody(Owed &owed);
    void reportSettled();
    void parseFailed(const RequestParser::ErrorCode &error);
    void reportBadRequest();
    void owe(const Owed &owed);
    void give(const Owed &owed);
    void giveReadyAnswers();
    void keepRest(const char *data, std::size_t size);
    void takeKeptBytes();

    SessionContext m_context;
    const PeerInfo &m_peer;
    std::string m_target; ///< of the request that is arriving
    CredentialHeaders m_credentials;
    BodyBuffer m_body;
    std::optional<RequestParser> m_parser;
    bool m_headerSeen = false;
    std::optional<NodeIndex> m_node;             ///< of the request that is arriving
    std::shared_ptr<const RoutePolicy> m_policy; ///< of its route, also if that is changed meanwhile; null with m_node
    std::optional<Answer> m_settledBeforeBody;   ///< its answer, where the headers decided it
    std::string_view m_settledReason;
    RefusalReason m_refusal = RefusalReason::None; ///< why it is turned away
    std::string m_challenge;                       ///< what a handshake wants to hear
    std::vector<std::string> m_owedChallenges;     ///< in the order of the answers that hold them
    std::vector<char> m_rest;                      ///< begun header (or more, while answers are owed), and padding
    std::size_t m_restSize = 0;
    std::vector<Owed> m_owed;
    std::size_t m_owedHead = 0;
    quint64 m_newestTicket = 0;
    std::string m_output;
    std::size_t m_sent = 0;
    quint64 m_requestNumber = 0;
    bool m_lastAnswered = false;
};

} // namespace barograph
