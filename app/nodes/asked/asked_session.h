// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "net/http_client.h"
#include "net/token_bucket.h"
#include "nodes/asked/asked_fault.h"
#include "nodes/asked/asked_pace.h"
#include "secrets/secret_store.h"

#include <QPointer>
#include <QTimer>
#include <QUrlQuery>

#include <deque>
#include <map>

namespace barograph {

/// Our standing with one node that is not on-premises: the secret it is asked with and how often it may be asked.
///
/// The secret is read before the first request, again after credentials changed or were refused, and every few seconds
/// while there is none, so that one stored by another process is found. Lives on the poller thread.
class AskedSession : public QObject
{
    Q_OBJECT

public:
    using Done = HttpClient::Done;
    /// Puts the secret into a request: a header, or the body. The request goes nowhere but to the node.
    using Sign = std::function<void(HttpRequest &request, const Secret &secret)>;
    /// Looks at a reply before anybody else does. True: its fault is told as it should be.
    using Reread = std::function<bool(HttpReply &reply)>;

    /// What is particular to a kind of node.
    struct Manner
    {
        QString secretName = SecretName::kApiKey;
        Sign sign;
        QUrl address; ///< where a node of this kind is asked if the configuration names no address; may be empty
        Reread reread;
    };
    struct Call
    {
        HttpVerb verb = HttpVerb::Get;
        QString path; ///< with its parts percent-encoded, e.g. "/api/sessions/my%20shop"
        QUrlQuery query{};
        Sign sign{};     ///< instead of the kind's
        Reread reread{}; ///< before the kind's
        /// Its failure says nothing about the node: whatever goes wrong counts as an error of this one question.
        bool aside = false;
    };

    AskedSession(NodeConfig config, SecretStore &secrets, Manner manner, AskedPace pace, HttpLimits limits = {},
                 QObject *parent = nullptr);

    /// Calls `done` exactly once, later, unless `context` or the session is destroyed before. Waits for the budget and
    /// for a Retry-After to pass. Without a secret or an address the fault is NoCredentials and nothing is sent.
    void send(const Call &call, QObject *context, Done done);

    /// Call after another secret was stored.
    void forgetCredentials();

    const NodeConfig &config() const { return m_config; }
    const AskedPace &pace() const { return m_pace; }

Q_SIGNALS:
    /// A secret that was missing is there now.
    void credentialsFound();

private:
    struct Waiting
    {
        Call call;
        QPointer<QObject> context;
        Done done;
    };

    void pump();
    void readSecret();
    void onSecret(const SecretStore::Found &found);
    /// Zero: now.
    Millis waitFor(const Call &call, TokenBucket::Clock::time_point now);
    void dispatch(const Waiting &waiting);
    void onReply(const Waiting &waiting, HttpReply reply);
    void refuseAll(const FaultText &why);
    QUrl urlOf(const Call &call) const;

    NodeConfig m_config;
    SecretStore &m_secrets;
    Manner m_manner;
    AskedPace m_pace;
    AskedWords m_words;
    HttpClient *m_client;
    TokenBucket m_budget;
    std::map<QString, TokenBucket::Clock::time_point> m_askedAt; ///< by path; as many as a kind has questions
    TokenBucket::Clock::time_point m_quietUntil{};
    std::deque<Waiting> m_waiting;
    QTimer m_pumpTimer;
    QTimer m_lookTimer;
    bool m_reading = false;
    bool m_secretKnown = false; ///< the store was asked, whatever it said
    std::optional<Secret> m_secret;
    QString m_secretError;
};

/// `name: SECRET`.
AskedSession::Sign signWithHeader(const QByteArray &name);
/// `Authorization: Bearer SECRET`.
AskedSession::Sign signWithBearer();

/// One part of a path, percent-encoded.
QString pathPart(const QString &text);

} // namespace barograph
