// SPDX-License-Identifier: GPL-3.0-or-later
// The two kinds that somebody else runs: Meta's Cloud API and Picky Assist.
#include "net/json_pointer.h"
#include "secrets/secret_store.h"
#include "setup/kind_questions.h"
#include "setup/setup_words.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace barograph {

namespace {

const QString kNewestGraphVersion = QStringLiteral("v23.0");

Judged judgeGraphError(const NodeConfig &node, const QString &version, const HttpReply &reply)
{
    const QJsonObject error = jsonAt(QJsonDocument::fromJson(reply.body).object(), QStringLiteral("/error")).toObject();
    if (error.isEmpty())
        return judgeRefusal(reply, SetupWords::tr("The access token was refused (401)."),
                            SetupWords::tr("The access token may not read this number (403)."));
    // Only the numbers are looked at: the texts may hold anything.
    const int code = error.value(QLatin1String("code")).toInt();
    switch (code) {
    case 190:
    case 102:
        return onlyStep(stepFailed(TestStage::Login,
                                   SetupWords::tr("The access token is wrong, was revoked or has run out (error %1). "
                                                  "Make one of a system user, which does not run out.")
                                       .arg(code)));
    case 4:
    case 80007:
    case 17:
        return onlyStep(
            stepFailed(TestStage::Answer,
                       SetupWords::tr("The app has asked too often (error %1). Try again in an hour.").arg(code)));
    case 12:
    case 2635:
        return onlyStep(stepFailed(TestStage::Answer,
                                   SetupWords::tr("Version %1 of the Graph API is not served any more (error %2). "
                                                  "Enter a newer one.")
                                       .arg(version, QString::number(code))));
    case 2500:
        return onlyStep(
            stepFailed(TestStage::Answer,
                       SetupWords::tr("The Graph API does not know version %1 (error %2). Enter one that it has.")
                           .arg(version, QString::number(code))));
    case 100:
        return onlyStep(stepFailed(
            TestStage::Answer,
            SetupWords::tr("There is no phone number id %1 that this token can see (error %2). Check the id: it "
                           "is not the phone number itself.")
                .arg(node.account, QString::number(code))));
    default:
        break;
    }
    if (code == 10 || (code >= 200 && code <= 299))
        return onlyStep(
            stepFailed(TestStage::Login, SetupWords::tr("The access token lacks a permission (error %1). It needs "
                                                        "whatsapp_business_management for this account.")
                                             .arg(code)));
    return onlyStep(stepFailed(
        TestStage::Answer, SetupWords::tr("The Graph API answered HTTP %1 (error %2).").arg(reply.status).arg(code)));
}

Judged judgeNumber(const NodeConfig &node, const QString &version, const HttpReply &reply)
{
    if (!reply.ok())
        return judgeGraphError(node, version, reply);
    const QJsonObject number = QJsonDocument::fromJson(reply.body).object();
    Judged judged;
    if (number.value(QLatin1String("id")).toString() != node.account) {
        judged.otherKind = true;
        judged.steps.push_back(
            stepFailed(TestStage::Answer, SetupWords::tr("This is not the answer of the Graph API.")));
        return judged;
    }
    judged.steps.push_back(stepPassed(TestStage::Login, SetupWords::tr("The access token was accepted.")));
    const QString name = number.value(QLatin1String("verified_name")).toString().left(80);
    judged.steps.push_back(
        stepPassed(TestStage::Answer, name.isEmpty() ? SetupWords::tr("The number is there (%1).").arg(version)
                                                     : SetupWords::tr("The number of “%1” (%2).").arg(name, version)));
    const QString send =
        jsonAt(number, QStringLiteral("/health_status/can_send_message")).toString(QStringLiteral("unknown")).left(20);
    const QString quality = number.value(QLatin1String("quality_rating")).toString(QStringLiteral("unknown")).left(20);
    const QString level =
        jsonAt(number, QStringLiteral("/throughput/level")).toString(QStringLiteral("unknown")).left(20);
    const QString text = SetupWords::tr("Sending: %1, quality: %2, throughput: %3.").arg(send, quality, level);
    judged.steps.push_back(send == QLatin1String("AVAILABLE") ? stepPassed(TestStage::State, text)
                                                              : stepWarning(TestStage::State, text));
    return judged;
}

Judged judgeDevice(const HttpReply &reply)
{
    if (!reply.ok())
        return judgeRefusal(
            reply, SetupWords::tr("Picky Assist refused the token (401). Enter the project's API token."),
            SetupWords::tr("Picky Assist does not take the token from this address (403). Tokens can be "
                           "bound to IP addresses in its console."));
    const QJsonObject device = QJsonDocument::fromJson(reply.body).object();
    const QJsonValue status = device.value(QLatin1String("status"));
    if (device.isEmpty() || status.isUndefined()) {
        Judged judged;
        judged.otherKind = true;
        judged.steps.push_back(
            stepFailed(TestStage::Answer, SetupWords::tr("This is not the answer of Picky Assist.")));
        return judged;
    }
    const QString word = status.toString();
    bool isNumber = status.isDouble();
    if (!isNumber)
        word.toInt(&isNumber);
    if (isNumber && !device.contains(QLatin1String("project_id")))
        return onlyStep(
            stepFailed(TestStage::Login,
                       SetupWords::tr("Picky Assist did not take the token or the application number (status %1). "
                                      "Check both in its console.")
                           .arg(status.toVariant().toString().left(20))));
    Judged judged;
    judged.steps.push_back(stepPassed(TestStage::Login, SetupWords::tr("The token was accepted.")));
    judged.steps.push_back(stepPassed(TestStage::Answer, SetupWords::tr("It is Picky Assist.")));
    const QString text = SetupWords::tr("The device says %1.").arg(word.left(40));
    judged.steps.push_back(word == QLatin1String("CONNECTED") ? stepPassed(TestStage::State, text)
                                                              : stepWarning(TestStage::State, text));
    return judged;
}

} // namespace

Judged cloudTest(const NodeConfig &node, const TestSecrets &secrets)
{
    const Secret token = secretNamed(secrets, SecretName::kApiKey);
    if (node.account.isEmpty())
        return onlyStep(
            stepFailed(TestStage::Login, SetupWords::tr("Which number is not said. Enter its phone number id.")));
    if (token.isEmpty())
        return onlyStep(
            stepFailed(TestStage::Login, SetupWords::tr("There is no access token. Enter one that may read the "
                                                        "number (whatsapp_business_management).")));
    const QString version = node.apiVersion.isEmpty() ? kNewestGraphVersion : node.apiVersion;
    Judged judged;
    judged.next.push_back({{HttpVerb::Get,
                            testUrl(node, QLatin1Char('/') % version % QLatin1Char('/') % node.account,
                                    QStringLiteral("fields=id,verified_name,quality_rating,throughput,health_status")),
                            "Bearer " + token.reveal(),
                            {}},
                           [node, version](const HttpReply &reply) { return judgeNumber(node, version, reply); }});
    return judged;
}

Judged pickyTest(const NodeConfig &node, const TestSecrets &secrets)
{
    const Secret token = secretNamed(secrets, SecretName::kApiKey);
    if (token.isEmpty())
        return onlyStep(
            stepFailed(TestStage::Login, SetupWords::tr("There is no token. Enter the project's API token.")));
    QJsonObject body{{QStringLiteral("token"), QString::fromUtf8(token.reveal())}};
    if (!node.account.isEmpty())
        body.insert(QStringLiteral("application"), node.account.toInt());
    Judged judged;
    judged.next.push_back({{HttpVerb::Post,
                            testUrl(node, QStringLiteral("/app/api/v2/device-status")),
                            {},
                            QJsonDocument(body).toJson(QJsonDocument::Compact)},
                           judgeDevice});
    return judged;
}

} // namespace barograph
