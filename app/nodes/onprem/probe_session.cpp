// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/onprem/probe_session.h"

#include "net/shown_url.h"
#include "nodes/probe_words.h"

namespace barograph {

namespace {

Millis roundedUp(TokenBucket::Clock::duration duration)
{
    return std::chrono::ceil<Millis>(duration);
}

} // namespace

OnPremSession::OnPremSession(NodeConfig config, SecretStore &secrets, HttpLimits limits, QObject *parent, Budget budget)
    : QObject(parent)
    , m_config(std::move(config))
    , m_limits(limits)
    , m_client(new HttpClient(m_config.tls, limits, this))
    , m_token(new OnPremToken(m_config, secrets, *m_client, this))
    , m_budget(budget.perSecond, budget.burst, TokenBucket::Clock::now())
{
    m_pumpTimer.setSingleShot(true);
    connect(&m_pumpTimer, &QTimer::timeout, this, &OnPremSession::pump);
}

QUrl OnPremSession::urlOf(const QString &path) const
{
    QUrl url = m_config.baseUrl;
    url.setPath(path);
    return url;
}

void OnPremSession::send(const Call &call, QObject *context, Done done)
{
    Waiting waiting{call, context, std::move(done), false};
    if (call.urgency == Urgency::Control)
        m_waiting.push_front(std::move(waiting));
    else
        m_waiting.push_back(std::move(waiting));
    m_pumpTimer.start(0);
}

void OnPremSession::pump()
{
    while (!m_waiting.empty()) {
        if (!m_waiting.front().context) {
            m_waiting.pop_front();
            continue;
        }
        const auto now = TokenBucket::Clock::now();
        if (now < m_quietUntil) {
            const Millis quiet = roundedUp(m_quietUntil - now);
            if (m_waiting.front().call.urgency == Urgency::Poll) {
                m_pumpTimer.start(quiet);
                return;
            }
            const Waiting refused = std::move(m_waiting.front());
            m_waiting.pop_front();
            answer(refused, leftAlone(quiet));
            continue;
        }
        if (!m_budget.tryTake(now)) {
            m_pumpTimer.start(m_budget.waitTime(now));
            return;
        }
        Waiting next = std::move(m_waiting.front());
        m_waiting.pop_front();
        dispatch(std::move(next));
    }
}

HttpClient &OnPremSession::clientFor(const Call &call)
{
    constexpr Millis kPatience{120'000};
    if (!call.patient)
        return *m_client;
    if (m_patientClient == nullptr) {
        HttpLimits limits = m_limits;
        limits.idleTimeout = kPatience;
        limits.totalTimeout = kPatience;
        m_patientClient = new HttpClient(m_config.tls, limits, this);
    }
    return *m_patientClient;
}

void OnPremSession::dispatch(Waiting waiting)
{
    const bool monitoring = waiting.call.access == Access::Monitoring;
    m_token->authorize(monitoring, [this, waiting = std::move(waiting)](const OnPremToken::Outcome &outcome) {
        if (!outcome) {
            if (outcome.error().retryAfter)
                m_quietUntil = TokenBucket::Clock::now() + *outcome.error().retryAfter;
            answer(waiting, outcome.error());
            return;
        }
        const OnPremToken::Authorization &used = *outcome;
        clientFor(waiting.call)
            .send({waiting.call.verb, urlOf(waiting.call.path), used.header, waiting.call.body}, this,
                  [this, waiting, used](const HttpReply &reply) { onReply(waiting, used, reply); });
    });
}

void OnPremSession::onReply(Waiting waiting, const OnPremToken::Authorization &used, const HttpReply &reply)
{
    if (reply.retryAfter)
        m_quietUntil = TokenBucket::Clock::now() + *reply.retryAfter;
    if (reply.fault == ProbeFault::Unauthorized && used.fromLogin && !waiting.loggedInAgain) {
        m_token->drop(used);
        waiting.loggedInAgain = true;
        dispatch(std::move(waiting));
        return;
    }
    if (reply.fault == ProbeFault::Unauthorized && !used.fromLogin)
        m_token->drop(used);
    answer(waiting, reply);
}

void OnPremSession::answer(const Waiting &waiting, const HttpReply &reply)
{
    if (waiting.context)
        waiting.done(reply);
}

HttpReply OnPremSession::leftAlone(Millis wait) const
{
    HttpReply reply;
    reply.fault = ProbeFault::TooManyRequests;
    reply.detail = ProbeWords::tr("%1 asked to be left alone for another %2 s. Nothing was sent; try again then.")
                       .arg(hostAndPort(m_config.baseUrl), QString::number(std::chrono::ceil<Seconds>(wait).count()));
    return reply;
}

} // namespace barograph
