// SPDX-License-Identifier: GPL-3.0-or-later
// The three gateways that operators run themselves: WAHA, Evolution API, GOWA.
#include "nodes/onprem/probe_login.h"
#include "secrets/secret_store.h"
#include "setup/kind_questions.h"
#include "setup/kind_recognition.h"
#include "setup/setup_words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace barograph {

namespace {

using TestHeaders = std::vector<std::pair<QByteArray, QByteArray>>;

TestHeaders keyHeader(const char *name, const Secret &key)
{
    return key.isEmpty() ? TestHeaders{} : TestHeaders{{name, key.reveal()}};
}

Judged notThisKind(NodeKind kind)
{
    Judged judged;
    judged.otherKind = true;
    judged.steps.push_back(
        stepFailed(TestStage::Answer, SetupWords::tr("This is not the answer of %1.").arg(kindInASentence(kind))));
    return judged;
}

/// Asked last, for the version only: whatever comes, the test does not fail by it.
KindQuestion askVersion(const HttpRequest &request, NodeKind kind)
{
    return {request, [kind](const HttpReply &reply) {
                const auto what = recogniseAnswer(reply.contentType, reply.body);
                if (!reply.ok() || what.kind != kind || what.version.isEmpty())
                    return Judged{};
                return onlyStep(
                    stepPassed(TestStage::Answer,
                               SetupWords::tr("It is %1, version %2.").arg(kindInASentence(kind), what.version)));
            }};
}

struct GatewayListing
{
    NodeKind kind = NodeKind::Waha;
    QString what; ///< "session", "instance", "device"
    QString account;
    std::map<QString, QString> states;
    QStringList working; ///< states in which messages come and go
    bool withKey = false;
};

Judged judgeListed(const GatewayListing &listed)
{
    Judged judged;
    judged.steps.push_back(
        listed.withKey ? stepPassed(TestStage::Login, SetupWords::tr("The credentials were accepted."))
                       : stepWarning(TestStage::Login, SetupWords::tr("It asks for no credentials: whoever reaches "
                                                                      "it can use it. Protect it.")));
    judged.steps.push_back(
        stepPassed(TestStage::Answer, SetupWords::tr("It is %1.").arg(kindInASentence(listed.kind))));
    judged.steps.push_back(stateStep(listed.what, listed.account, listed.states, listed.working));
    for (const auto &[name, state] : listed.states)
        judged.accounts << name;
    return judged;
}

Judged refusedKey(const HttpReply &reply, const QString &what)
{
    return judgeRefusal(reply, SetupWords::tr("The %1 was refused (401). Enter the right one.").arg(what),
                        SetupWords::tr("The %1 may not list what is there (403). Use one with more rights.").arg(what));
}

} // namespace

Judged wahaTest(const NodeConfig &node, const TestSecrets &secrets)
{
    const TestHeaders headers = keyHeader("X-Api-Key", secretNamed(secrets, SecretName::kApiKey));
    const auto judge = [node, headers](const HttpReply &reply) {
        if (!reply.ok())
            return refusedKey(reply, SetupWords::tr("API key"));
        const QJsonDocument document = QJsonDocument::fromJson(reply.body);
        GatewayListing listed{NodeKind::Waha,  SetupWords::tr("session"), node.account, {}, {QStringLiteral("WORKING")},
                              !headers.empty()};
        for (const auto &value : document.array()) {
            const QJsonObject session = value.toObject();
            if (!session.contains(QLatin1String("name")) || !session.contains(QLatin1String("status")))
                return notThisKind(NodeKind::Waha);
            listed.states[session.value(QLatin1String("name")).toString()] =
                session.value(QLatin1String("status")).toString();
        }
        if (!document.isArray())
            return notThisKind(NodeKind::Waha);
        Judged judged = judgeListed(listed);
        judged.next.push_back(askVersion(
            {HttpVerb::Get, testUrl(node, QStringLiteral("/api/server/version")), {}, {}, headers}, NodeKind::Waha));
        return judged;
    };
    Judged judged;
    judged.next.push_back(
        {{HttpVerb::Get, testUrl(node, QStringLiteral("/api/sessions"), QStringLiteral("all=true")), {}, {}, headers},
         judge});
    return judged;
}

Judged evolutionTest(const NodeConfig &node, const TestSecrets &secrets)
{
    const TestHeaders headers = keyHeader("apikey", secretNamed(secrets, SecretName::kApiKey));
    const auto judge = [node, headers](const HttpReply &reply) {
        if (!reply.ok())
            return refusedKey(reply, SetupWords::tr("API key"));
        const QJsonDocument document = QJsonDocument::fromJson(reply.body);
        GatewayListing listed{
            NodeKind::Evolution, SetupWords::tr("instance"), node.account, {}, {QStringLiteral("open")},
            !headers.empty()};
        for (const auto &value : document.array()) {
            // Since version 2 {name, connectionStatus}, before {instance: {instanceName, status}}.
            const QJsonObject outer = value.toObject();
            const QJsonObject inner = outer.value(QLatin1String("instance")).toObject();
            const QString name =
                outer.value(QLatin1String("name")).toString(inner.value(QLatin1String("instanceName")).toString());
            if (name.isEmpty())
                return notThisKind(NodeKind::Evolution);
            listed.states[name] = outer.value(QLatin1String("connectionStatus"))
                                      .toString(inner.value(QLatin1String("status")).toString());
        }
        if (!document.isArray())
            return notThisKind(NodeKind::Evolution);
        Judged judged = judgeListed(listed);
        judged.next.push_back(
            askVersion({HttpVerb::Get, testUrl(node, QStringLiteral("/")), {}, {}, headers}, NodeKind::Evolution));
        return judged;
    };
    Judged judged;
    judged.next.push_back(
        {{HttpVerb::Get, testUrl(node, QStringLiteral("/instance/fetchInstances")), {}, {}, headers}, judge});
    return judged;
}

Judged gowaTest(const NodeConfig &node, const TestSecrets &secrets)
{
    const Secret password = secretNamed(secrets, SecretName::kPassword);
    const QByteArray authorization = password.isEmpty() ? QByteArray() : basicAuthorization(node.userName, password);
    const auto judge = [node, withKey = !authorization.isEmpty()](const HttpReply &reply) {
        if (!reply.ok())
            return refusedKey(reply, SetupWords::tr("user name or password"));
        const QJsonDocument document = QJsonDocument::fromJson(reply.body);
        const QJsonValue results = document.object().value(QLatin1String("results"));
        if (!document.isArray() && !results.isArray() && !results.isNull())
            return notThisKind(NodeKind::Gowa);
        GatewayListing listed{NodeKind::Gowa,
                              SetupWords::tr("device"),
                              node.account,
                              {},
                              {QStringLiteral("logged_in"), QStringLiteral("connected")},
                              withKey};
        for (const auto &value : document.isArray() ? document.array() : results.toArray()) {
            const QJsonObject device = value.toObject();
            const QString id = device.value(QLatin1String("id")).toString();
            if (id.isEmpty())
                return notThisKind(NodeKind::Gowa);
            listed.states[id] = device.value(QLatin1String("state")).toString();
        }
        return judgeListed(listed);
    };
    Judged judged;
    judged.next.push_back({{HttpVerb::Get, testUrl(node, QStringLiteral("/devices")), authorization, {}}, judge});
    return judged;
}

} // namespace barograph
