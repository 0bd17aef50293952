// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/onprem/probe_token.h"

#include "net/shown_url.h"
#include "nodes/onprem/probe_login.h"
#include "nodes/probe_words.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>

namespace barograph {

namespace {

Q_LOGGING_CATEGORY(lcToken, "barograph.nodes.login")

const QString kLoginPath = QStringLiteral("/v1/users/login");

HttpReply ownFault(ProbeFault fault, const QString &detail)
{
    HttpReply reply;
    reply.fault = fault;
    reply.detail = detail;
    return reply;
}

} // namespace

OnPremToken::OnPremToken(NodeConfig config, SecretStore &secrets, HttpClient &client, QObject *parent)
    : QObject(parent)
    , m_config(std::move(config))
    , m_secrets(secrets)
    , m_client(client)
{}

bool OnPremToken::tokenIsFresh() const
{
    return !m_token.isEmpty() && (!m_renewAt || utcNow() < *m_renewAt);
}

OnPremToken::Authorization OnPremToken::bearer() const
{
    return {"Bearer " + m_token.reveal(), true};
}

void OnPremToken::authorize(bool monitoringKeyWillDo, Done done)
{
    m_waiting.push_back({monitoringKeyWillDo, std::move(done)});
    if (m_busy)
        return;
    if (m_secretsKnown)
        serveWaiting();
    else
        readSecrets();
}

void OnPremToken::drop(const Authorization &refused)
{
    if (refused.fromLogin && refused.header == bearer().header)
        m_token = Secret();
    // Another process may have stored another monitoring key.
    if (!refused.fromLogin)
        m_secretsKnown = false;
}

void OnPremToken::forgetCredentials()
{
    m_secretsKnown = false;
    m_token = Secret();
}

void OnPremToken::readSecrets()
{
    m_busy = true;
    m_secretsError.clear();
    readSecret(SecretName::kPassword, &OnPremToken::m_password, [this] {
        readSecret(SecretName::kNewPassword, &OnPremToken::m_newPassword, [this] {
            readSecret(SecretName::kApiKey, &OnPremToken::m_apiKey, [this] {
                m_busy = false;
                m_secretsKnown = true;
                serveWaiting();
            });
        });
    });
}

void OnPremToken::readSecret(const QString &name, SecretSlot slot, std::function<void()> next)
{
    m_secrets.get(m_config.id, name, this, [this, slot, next = std::move(next)](const SecretStore::Found &found) {
        this->*slot = found ? *found : std::nullopt;
        if (!found)
            m_secretsError = found.error();
        next();
    });
}

void OnPremToken::serveWaiting()
{
    bool passwordMissed = false;
    // Moved out first: whoever is served may ask again at once.
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &one : waiting) {
        if (one.monitoringKeyWillDo && m_apiKey)
            one.done(Authorization{"Apikey " + m_apiKey->reveal(), false});
        else if (tokenIsFresh())
            one.done(bearer());
        else if (!m_password) {
            passwordMissed = true;
            one.done(tl::unexpected(noPassword()));
        } else
            m_waiting.push_back(one);
    }
    // Look again next time: the operator or another process may store it meanwhile, also beside a monitoring key.
    if (passwordMissed)
        m_secretsKnown = false;
    if (!m_waiting.empty() && !m_busy)
        logIn();
}

HttpReply OnPremToken::noPassword() const
{
    if (!m_secretsError.isEmpty())
        return ownFault(ProbeFault::NoCredentials, m_secretsError);
    return ownFault(ProbeFault::NoCredentials,
                    ProbeWords::tr("No password is stored for %1. Edit the node and enter it, or run: barograph secret "
                                   "--node %2 --name password")
                        .arg(m_config.name, m_config.id));
}

void OnPremToken::logIn()
{
    m_busy = true;
    sendLogin(*m_password, QByteArrayLiteral("{}"), [this](const HttpReply &reply) { onFirstReply(reply); });
}

void OnPremToken::sendLogin(const Secret &password, const QByteArray &body, HttpClient::Done done)
{
    QUrl url = m_config.baseUrl;
    url.setPath(kLoginPath);
    m_client.send({HttpVerb::Post, url, basicAuthorization(m_config.userName, password), body}, this, std::move(done));
}

void OnPremToken::onFirstReply(const HttpReply &reply)
{
    if (reply.ok()) {
        accept(reply);
    } else if (asksForNewPassword(reply.status, reply.body)) {
        changeFirstPassword();
    } else if (reply.fault == ProbeFault::Unauthorized && m_newPassword) {
        tryNewPassword(reply);
    } else {
        if (reply.fault == ProbeFault::Unauthorized)
            m_secretsKnown = false;
        fail(reply);
    }
}

void OnPremToken::tryNewPassword(const HttpReply &refused)
{
    // The change may have been made in an earlier run that ended before it could be noted.
    sendLogin(*m_newPassword, QByteArrayLiteral("{}"), [this, refused](const HttpReply &reply) {
        if (!reply.ok()) {
            m_secretsKnown = false;
            fail(refused);
            return;
        }
        promoteNewPassword();
        accept(reply);
    });
}

void OnPremToken::changeFirstPassword()
{
    if (!m_newPassword) {
        m_secretsKnown = false;
        fail(ownFault(ProbeFault::Unauthorized,
                      ProbeWords::tr("%1 still has its first password and demands a new one. Barograph does not change "
                                     "it by itself: log in once with new_password (POST %2), then store the new "
                                     "password here.")
                          .arg(hostAndPort(m_config.baseUrl), kLoginPath)));
        return;
    }
    const QJsonObject body{{QStringLiteral("new_password"), QString::fromUtf8(m_newPassword->reveal())}};
    sendLogin(*m_password, QJsonDocument(body).toJson(QJsonDocument::Compact), [this](const HttpReply &reply) {
        if (!reply.ok()) {
            fail(reply);
            return;
        }
        qCInfo(lcToken) << "The first password of node" << m_config.id << "was changed, as the node demanded";
        promoteNewPassword();
        accept(reply);
    });
}

void OnPremToken::promoteNewPassword()
{
    m_password = std::exchange(m_newPassword, std::nullopt);
    m_secrets.set(m_config.id, SecretName::kPassword, *m_password, this, [this](const SecretStore::Stored &stored) {
        if (!stored) {
            // "new-password" stays in the store, so that the next run finds its way in with it.
            qCWarning(lcToken) << "The changed password of node" << m_config.id
                               << "could not be stored:" << stored.error();
            return;
        }
        m_secrets.remove(m_config.id, SecretName::kNewPassword, this, [](const SecretStore::Stored &) {});
    });
}

void OnPremToken::accept(const HttpReply &reply)
{
    const auto login = parseLoginAnswer(reply.body);
    if (!login) {
        fail(ownFault(ProbeFault::BadAnswer, login.error()));
        return;
    }
    m_token = login->token;
    m_expiresAt = login->expiresAt;
    m_renewAt = renewalTime(utcNow(), login->expiresAt);
    m_busy = false;
    serveWaiting();
}

void OnPremToken::fail(const HttpReply &reply)
{
    m_busy = false;
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &one : waiting)
        one.done(tl::unexpected(reply));
}

} // namespace barograph
