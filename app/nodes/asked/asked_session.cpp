// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/asked/asked_session.h"

#include "nodes/probe_words.h"
#include "nodes/question_probe.h"

#include <algorithm>

namespace barograph {

namespace {

/// A store that fails (a locked keychain) is not asked as often: it may ask the operator each time.
constexpr int kSlowerAfterError = 10;

void setFault(HttpReply &reply, const FaultText &text)
{
    reply.fault = text.fault;
    reply.detail = text.detail;
}

/// What can stand in a header: a key that was pasted with an end of line behind it would become a second header.
bool isSendable(const QByteArray &secret)
{
    return std::all_of(secret.begin(), secret.end(), [](char c) { return c >= ' ' && c != '\x7f'; });
}

} // namespace

AskedSession::AskedSession(NodeConfig config, SecretStore &secrets, Manner manner, AskedPace pace, HttpLimits limits,
                           QObject *parent)
    : QObject(parent)
    , m_config(std::move(config))
    , m_secrets(secrets)
    , m_manner(std::move(manner))
    , m_pace(pace)
    , m_words(askedWords(m_config.kind))
    , m_client(new HttpClient(m_config.tls, limits, this))
    , m_budget(pace.perSecond, pace.burst, TokenBucket::Clock::now())
{
    m_pumpTimer.setSingleShot(true);
    m_lookTimer.setSingleShot(true);
    connect(&m_pumpTimer, &QTimer::timeout, this, &AskedSession::pump);
    connect(&m_lookTimer, &QTimer::timeout, this, &AskedSession::readSecret);
}

void AskedSession::send(const Call &call, QObject *context, Done done)
{
    m_waiting.push_back({call, context, std::move(done)});
    m_pumpTimer.start(0);
}

void AskedSession::forgetCredentials()
{
    m_secretKnown = false;
    m_lookTimer.stop();
}

void AskedSession::pump()
{
    m_waiting.erase(
        std::remove_if(m_waiting.begin(), m_waiting.end(), [](const Waiting &waiting) { return !waiting.context; }),
        m_waiting.end());
    if (m_waiting.empty())
        return;
    if (m_config.baseUrl.isEmpty() && m_manner.address.isEmpty()) {
        refuseAll(askedWithoutAddress(m_config));
        return;
    }
    if (!m_secretKnown) {
        readSecret();
        return;
    }
    if (!m_secret) {
        FaultText why = askedWithoutSecret(m_config, m_manner.secretName);
        if (!m_secretError.isEmpty())
            why.detail = m_secretError;
        refuseAll(why);
        return;
    }
    // One that has to wait does not hold up those behind it.
    std::optional<Millis> next;
    for (auto it = m_waiting.begin(); it != m_waiting.end();) {
        const Millis wait = waitFor(it->call, TokenBucket::Clock::now());
        if (wait.count() > 0) {
            next = std::min(next.value_or(wait), wait);
            ++it;
            continue;
        }
        const Waiting waiting = std::move(*it);
        it = m_waiting.erase(it);
        dispatch(waiting);
    }
    if (next)
        m_pumpTimer.start(*next);
}

void AskedSession::readSecret()
{
    if (m_reading)
        return;
    m_reading = true;
    m_secrets.get(m_config.id, m_manner.secretName, this, [this](const SecretStore::Found &found) { onSecret(found); });
}

void AskedSession::onSecret(const SecretStore::Found &found)
{
    const bool wasMissing = m_secretKnown && !m_secret;
    m_reading = false;
    m_secretKnown = true;
    m_secret.reset();
    m_secretError.clear();
    Millis lookAgain = m_pace.secretLook;
    if (!found) {
        m_secretError = found.error();
        lookAgain *= kSlowerAfterError;
    } else if (const auto &secret = *found; secret && !secret->isEmpty()) {
        const Secret trimmed(secret->reveal().trimmed());
        if (isSendable(trimmed.reveal()))
            m_secret = trimmed;
        else
            m_secretError = ProbeWords::tr("The stored %1 of %2 holds characters that none has. Store it again.")
                                .arg(m_words.secret, m_config.name);
    }
    if (!m_secret)
        m_lookTimer.start(lookAgain);
    else if (wasMissing)
        Q_EMIT credentialsFound();
    m_pumpTimer.start(0);
}

Millis AskedSession::waitFor(const Call &call, TokenBucket::Clock::time_point now)
{
    auto until = m_quietUntil;
    if (const auto asked = m_askedAt.find(call.path); asked != m_askedAt.end())
        until = std::max(until, asked->second + m_pace.sameAgain);
    if (now < until)
        return std::chrono::ceil<Millis>(until - now);
    return m_budget.waitTime(now);
}

void AskedSession::dispatch(const Waiting &waiting)
{
    const auto now = TokenBucket::Clock::now();
    m_budget.tryTake(now);
    m_askedAt.insert_or_assign(waiting.call.path, now);
    HttpRequest request;
    request.verb = waiting.call.verb;
    request.url = urlOf(waiting.call);
    const Sign &sign = waiting.call.sign ? waiting.call.sign : m_manner.sign;
    sign(request, *m_secret);
    m_client->send(request, this, [this, waiting](const HttpReply &reply) { onReply(waiting, reply); });
}

void AskedSession::onReply(const Waiting &waiting, HttpReply reply)
{
    const bool told =
        (waiting.call.reread && waiting.call.reread(reply)) || (m_manner.reread && m_manner.reread(reply));
    if (!told && reply.status >= 300)
        setFault(reply, askedStatusFault(reply.status, m_words, urlOf(waiting.call)));
    if (reply.fault == ProbeFault::TooManyRequests && !reply.retryAfter)
        reply.retryAfter = m_pace.leaveAlone;
    if (!reply.ok() && reply.retryAfter)
        m_quietUntil = TokenBucket::Clock::now() + *reply.retryAfter;
    // It may have been replaced by another process.
    if (reply.fault == ProbeFault::Unauthorized)
        m_secretKnown = false;
    if (waiting.call.aside && concernsWholeNode(reply.fault))
        reply.fault = ProbeFault::ServerError;
    if (waiting.context)
        waiting.done(reply);
}

void AskedSession::refuseAll(const FaultText &why)
{
    HttpReply reply;
    setFault(reply, why);
    // Moved out first: whoever is answered may ask again, or take this session down.
    const auto waiting = std::exchange(m_waiting, {});
    for (const Waiting &each : waiting) {
        if (each.context)
            each.done(reply);
    }
}

QUrl AskedSession::urlOf(const Call &call) const
{
    QUrl url = m_config.baseUrl.isEmpty() ? m_manner.address : m_config.baseUrl;
    url.setPath(call.path, QUrl::TolerantMode);
    if (!call.query.isEmpty())
        url.setQuery(call.query);
    return url;
}

AskedSession::Sign signWithHeader(const QByteArray &name)
{
    return [name](HttpRequest &request, const Secret &secret) { request.headers.emplace_back(name, secret.reveal()); };
}

AskedSession::Sign signWithBearer()
{
    return [](HttpRequest &request, const Secret &secret) { request.authorization = "Bearer " + secret.reveal(); };
}

QString pathPart(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

} // namespace barograph
