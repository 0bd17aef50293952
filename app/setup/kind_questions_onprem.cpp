// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/json_pointer.h"
#include "nodes/onprem/probe_health.h"
#include "nodes/onprem/probe_login.h"
#include "secrets/secret_store.h"
#include "setup/kind_questions.h"
#include "setup/setup_words.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QVersionNumber>

namespace barograph {

namespace {

/// From which on delivered and read callbacks can be switched (WhatsApp Business API reference, "Application
/// settings").
const QVersionNumber kSwitchableVersion(2, 41, 2);

TestStep versionStep(const QString &version)
{
    const QString bare = version.startsWith(QLatin1Char('v')) ? version.mid(1) : version;
    const auto number = QVersionNumber::fromString(bare);
    if (number.isNull())
        return stepPassed(TestStage::Answer,
                          SetupWords::tr("It is an on-premises client; it does not tell its version."));
    if (number.majorVersion() != kSwitchableVersion.majorVersion())
        return stepWarning(TestStage::Answer,
                           SetupWords::tr("It is an on-premises client of version %1. Barograph was made "
                                          "for version 2: some figures may be missing.")
                               .arg(version));
    if (number < kSwitchableVersion)
        return stepWarning(
            TestStage::Answer,
            SetupWords::tr("It is an on-premises client of version %1. Delivered and read callbacks can be "
                           "switched from v2.41.2 on only.")
                .arg(version));
    return stepPassed(TestStage::Answer, SetupWords::tr("It is an on-premises client, version %1.").arg(version));
}

QString gatewayWord(GatewayStatus status)
{
    switch (status) {
    case GatewayStatus::Connected:
        return SetupWords::tr("connected");
    case GatewayStatus::Connecting:
        return SetupWords::tr("connecting");
    case GatewayStatus::Disconnected:
        return SetupWords::tr("disconnected from WhatsApp");
    case GatewayStatus::Uninitialized:
        return SetupWords::tr("being initialised: an upgrade or its database is under way");
    case GatewayStatus::Unregistered:
        return SetupWords::tr("not registered yet");
    case GatewayStatus::Unrecognised:
        break;
    }
    return SetupWords::tr("in a state that is not known");
}

TestStep healthStep(const HealthReport &health)
{
    if (health.members.size() == 1 && health.members.front().name.isEmpty()) {
        const auto gateway = health.members.front().gateway;
        const QString text = SetupWords::tr("A single container, %1.").arg(gatewayWord(gateway));
        return gateway == GatewayStatus::Connected ? stepPassed(TestStage::State, text)
                                                   : stepWarning(TestStage::State, text);
    }
    const auto connected = std::count_if(health.members.begin(), health.members.end(), [](const Member &member) {
        return member.gateway == GatewayStatus::Connected;
    });
    const QString text =
        SetupWords::tr("A cluster of %n containers, %1 of them connected. Those that stand by are not.", nullptr,
                       static_cast<int>(health.members.size()))
            .arg(connected);
    return connected > 0 ? stepPassed(TestStage::State, text) : stepWarning(TestStage::State, text);
}

Judged judgeShards(const NodeConfig &node, const HttpReply &reply)
{
    Judged judged;
    // Not every client has this, and nothing depends on it.
    const QJsonValue told = jsonAt(QJsonDocument::fromJson(reply.body).object(), QStringLiteral("/account/shards"));
    if (!reply.ok() || !told.isDouble())
        return judged;
    // High Availability and a single container say 1 too, and 1 makes no difference to MultiConnect.
    const int shards = told.toInt() > 1 ? told.toInt() : 0;
    if (shards == 0 && node.expectedShards <= 1)
        return judged;
    judged.shards = shards;
    if (shards != node.expectedShards)
        judged.steps.push_back(stepWarning(
            TestStage::State, SetupWords::tr("The node says that it has %1 shard(s), %2 were entered. Take over "
                                             "what it says.")
                                  .arg(told.toInt())
                                  .arg(node.expectedShards)));
    return judged;
}

Judged judgeHealth(const NodeConfig &node, const QByteArray &token, bool byKey, const HttpReply &reply)
{
    if (!reply.ok()) {
        const QString who = byKey ? SetupWords::tr("monitoring key (WA_API_KEY)") : SetupWords::tr("login");
        return judgeRefusal(
            reply, SetupWords::tr("The %1 was refused (401). Enter the right one.").arg(who),
            SetupWords::tr("The %1 may not ask for the node's health (403). Use one that may.").arg(who));
    }
    const auto health = parseHealthAnswer(reply.body);
    if (!health) {
        Judged judged;
        judged.otherKind = true;
        judged.steps.push_back(stepFailed(TestStage::Answer, health.error()));
        return judged;
    }
    Judged judged;
    if (byKey && token.isEmpty())
        judged.steps.push_back(stepWarning(
            TestStage::Login, SetupWords::tr("The monitoring key was accepted. Without a password, settings "
                                             "stay unknown and callbacks cannot be switched.")));
    judged.steps.push_back(versionStep(health->version));
    judged.steps.push_back(healthStep(*health));
    if (!token.isEmpty())
        judged.next.push_back({{HttpVerb::Get, testUrl(node, QStringLiteral("/v1/account/shards")), token, {}},
                               [node](const HttpReply &shards) { return judgeShards(node, shards); }});
    return judged;
}

/// With both, the key: that is what the node is asked with later on.
KindQuestion askHealth(const NodeConfig &node, const Secret &key, const QByteArray &token)
{
    const bool byKey = !key.isEmpty();
    return {{HttpVerb::Get, testUrl(node, QStringLiteral("/v1/health")), byKey ? "Apikey " + key.reveal() : token, {}},
            [node, token, byKey](const HttpReply &reply) { return judgeHealth(node, token, byKey, reply); }};
}

Judged judgeLogin(const NodeConfig &node, const Secret &key, bool hasNewPassword, const HttpReply &reply)
{
    if (reply.ok()) {
        const auto login = parseLoginAnswer(reply.body);
        Judged judged;
        if (!login) {
            judged.otherKind = true;
            judged.steps.push_back(stepFailed(TestStage::Answer, login.error()));
            return judged;
        }
        judged.steps.push_back(stepPassed(TestStage::Login, SetupWords::tr("Logged in as %1.").arg(node.userName)));
        judged.next.push_back(askHealth(node, key, "Bearer " + login->token.reveal()));
        return judged;
    }
    if (asksForNewPassword(reply.status, reply.body)) {
        if (hasNewPassword)
            return onlyStep(
                stepWarning(TestStage::Login,
                            SetupWords::tr("The node demands another password at the first login. The test changes "
                                           "nothing: it becomes the new password that you entered as soon as the "
                                           "node is saved.")));
        return onlyStep(
            stepFailed(TestStage::Login,
                       SetupWords::tr("The node still has its first password and demands another one. Enter a new "
                                      "password beside it, and it is changed when the node is saved.")));
    }
    return judgeRefusal(
        reply, SetupWords::tr("The password of %1 was refused (401). Enter the right one.").arg(node.userName),
        SetupWords::tr("%1 may not log in here (403). Use an account with the admin role, and check from "
                       "where logins are allowed.")
            .arg(node.userName));
}

} // namespace

Judged onPremTest(const NodeConfig &node, const TestSecrets &secrets)
{
    const Secret password = secretNamed(secrets, SecretName::kPassword);
    const Secret key = secretNamed(secrets, SecretName::kApiKey);
    const bool hasNewPassword = !secretNamed(secrets, SecretName::kNewPassword).isEmpty();
    Judged judged;
    if (!password.isEmpty())
        judged.next.push_back({{HttpVerb::Post, testUrl(node, QStringLiteral("/v1/users/login")),
                                basicAuthorization(node.userName, password), QByteArrayLiteral("{}")},
                               [node, key, hasNewPassword](const HttpReply &reply) {
                                   return judgeLogin(node, key, hasNewPassword, reply);
                               }});
    else if (!key.isEmpty())
        judged.next.push_back(askHealth(node, key, {}));
    else
        return onlyStep(
            stepFailed(TestStage::Login, SetupWords::tr("There is no password. Enter the one of %1, or at least the "
                                                        "monitoring key (WA_API_KEY).")
                                             .arg(node.userName)));
    return judged;
}

} // namespace barograph
