// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/token_bucket.h"
#include "nodes/onprem/probe_token.h"

#include <QPointer>
#include <QTimer>

#include <deque>

namespace barograph {

/// Our standing with one on-premises node: its token and how often it may be asked.
///
/// The probe and the controls of a node share one session, so that they share the login and the request budget.
/// Lives on the poller thread.
class OnPremSession : public QObject
{
    Q_OBJECT

public:
    using Done = HttpClient::Done;

    enum class Access : quint8 {
        Monitoring, ///< /v1/health, /v1/stats/*: the monitoring key if one is stored, else the token
        Admin       ///< everything else: the token
    };
    enum class Urgency : quint8 {
        Poll,   ///< waits for its turn and for a Retry-After to pass
        Control ///< goes first; fails at once while the node wants to be left alone
    };
    struct Call
    {
        HttpVerb verb = HttpVerb::Get;
        QString path; ///< e.g. "/v1/health"
        QByteArray body;
        Access access = Access::Admin;
        Urgency urgency = Urgency::Poll;
        bool patient = false; ///< is known to take long: two minutes instead of the usual limits
    };

    /// How much the node is asked at most, logins apart.
    struct Budget
    {
        double perSecond = kRequestsPerSecond;
        double burst = kRequestBurst;
    };

    OnPremSession(NodeConfig config, SecretStore &secrets, HttpLimits limits = {}, QObject *parent = nullptr)
        : OnPremSession(std::move(config), secrets, limits, parent, Budget())
    {}
    OnPremSession(NodeConfig config, SecretStore &secrets, HttpLimits limits, QObject *parent, Budget budget);

    /// Calls `done` exactly once, later, unless `context` or the session is destroyed before. Logs in where needed, and
    /// once more after a 401. Without a stored password the reply's fault is NoCredentials and nothing is sent.
    void send(const Call &call, QObject *context, Done done);

    /// Call after another password was stored.
    void forgetCredentials() { m_token->forgetCredentials(); }

    /// When the login in use ends; it is renewed before that. Empty: not logged in, or the node did not say.
    std::optional<UtcTime> loginExpires() const { return m_token->expiresAt(); }

    const NodeConfig &config() const { return m_config; }
    QUrl urlOf(const QString &path) const;

private:
    struct Waiting
    {
        Call call;
        QPointer<QObject> context;
        Done done;
        bool loggedInAgain = false; ///< a 401 was already answered by a new login
    };

    void pump();
    void dispatch(Waiting waiting);
    void onReply(Waiting waiting, const OnPremToken::Authorization &used, const HttpReply &reply);
    static void answer(const Waiting &waiting, const HttpReply &reply);
    HttpReply leftAlone(Millis wait) const;
    HttpClient &clientFor(const Call &call);

    NodeConfig m_config;
    HttpLimits m_limits;
    HttpClient *m_client;
    HttpClient *m_patientClient = nullptr; ///< made when it is needed for the first time
    OnPremToken *m_token;
    TokenBucket m_budget;
    TokenBucket::Clock::time_point m_quietUntil{};
    std::deque<Waiting> m_waiting;
    QTimer m_pumpTimer;
};

} // namespace barograph
