// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/cloud/probe_answer.h"

#include "net/http_fault.h"
#include "nodes/asked/answer_text.h"
#include "nodes/probe_words.h"
#include "text/joined.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

namespace barograph {

namespace {

constexpr qsizetype kMostEntities = 32;
constexpr qsizetype kMostReasons = 4;

SendPermission permissionOf(const QJsonValue &value)
{
    const QString text = value.toString();
    if (text == QLatin1String("AVAILABLE"))
        return SendPermission::Available;
    if (text == QLatin1String("LIMITED"))
        return SendPermission::Limited;
    if (text == QLatin1String("BLOCKED"))
        return SendPermission::Blocked;
    return SendPermission::Unknown;
}

QString withFullStop(const QString &text)
{
    return text.isEmpty() || text.endsWith(u'.') ? text : text % u'.';
}

QString reasonsOf(const QJsonObject &entity)
{
    QStringList reasons;
    const QJsonArray errors = entity.value(QLatin1String("errors")).toArray();
    for (const auto &error : errors) {
        const QString code = answer::line(error[QLatin1String("error_code")]);
        reasons.append(joinedSentences({code.isEmpty() ? QString() : ProbeWords::tr("Error %1.").arg(code),
                                        withFullStop(answer::sentence(error[QLatin1String("error_description")])),
                                        withFullStop(answer::sentence(error[QLatin1String("possible_solution")]))}));
    }
    const QJsonArray more = entity.value(QLatin1String("additional_info")).toArray();
    for (const auto &info : more)
        reasons.append(withFullStop(answer::sentence(info)));
    reasons.removeAll(QString());
    return joinedSentences(reasons.mid(0, kMostReasons));
}

FaultText graphFault(int code, int subcode)
{
    constexpr int kExpired = 463;
    constexpr int kNoSuchObject = 33;
    if (code == 190 || code == 102) {
        if (subcode == kExpired) {
            return {ProbeFault::Unauthorized,
                    ProbeWords::tr(
                        "The access token has expired (error %1). Make a new one, best for a system user and without "
                        "an end, and store it for this node.")
                        .arg(code)};
        }
        return {ProbeFault::Unauthorized,
                ProbeWords::tr("Meta refused the access token (error %1): it has expired, was revoked "
                               "or is wrong. Store a valid one for this node.")
                    .arg(code)};
    }
    const bool ofBusiness = code >= 80'000 && code <= 80'099;
    if (code == 4 || code == 17 || code == 32 || code == 613 || ofBusiness) {
        return {ProbeFault::TooManyRequests,
                ProbeWords::tr(
                    "Meta says that it is asked too often (error %1). Barograph asks less often now; check what else "
                    "uses this app.")
                    .arg(code)};
    }
    if (code == 3 || code == 10 || (code >= 200 && code <= 299)) {
        return {ProbeFault::Forbidden,
                ProbeWords::tr("The access token may not read this number (error %1). Give its user the "
                               "number's business account, and the permission "
                               "whatsapp_business_management.")
                    .arg(code)};
    }
    if (code == 368) {
        return {ProbeFault::Forbidden, ProbeWords::tr("Meta has blocked this app or account for breaking its "
                                                      "policies (error %1). See the account's quality page at Meta.")
                                           .arg(code)};
    }
    if (code == 100 && subcode == kNoSuchObject) {
        return {ProbeFault::BadAnswer, ProbeWords::tr("Meta knows no such phone number id, or the access token may not "
                                                      "see it (error %1). Check the id in this node's configuration.")
                                           .arg(code)};
    }
    if (code == 131057) {
        return {ProbeFault::Overloaded,
                ProbeWords::tr("Meta is upgrading this number (error %1), which takes about a minute.").arg(code)};
    }
    if (code == 1 || code == 2)
        return {ProbeFault::ServerError,
                ProbeWords::tr("Meta has a problem of its own (error %1). It is asked again.").arg(code)};
    return {ProbeFault::BadAnswer,
            ProbeWords::tr("Meta refused the question (error %1). Check the phone number id and the API "
                           "version in this node's configuration.")
                .arg(code)};
}

} // namespace

QString cloudFields()
{
    return QStringLiteral("health_status,throughput,quality_rating,webhook_configuration");
}

tl::expected<CloudAnswer, QString> parseCloudAnswer(const QByteArray &body)
{
    const auto root = answer::object(body, ProbeWords::tr("Meta's answer"));
    if (!root)
        return tl::unexpected(root.error());
    const QJsonValue health = root->value(QLatin1String("health_status"));
    if (!health.isObject()) {
        return tl::unexpected(ProbeWords::tr("Meta's answer holds no health status. Check that the configured id is "
                                             "that of a phone number."));
    }
    CloudAnswer told;
    told.account.permission = permissionOf(health[QLatin1String("can_send_message")]);
    const QJsonArray entities = health[QLatin1String("entities")].toArray();
    for (const auto &value : entities) {
        if (static_cast<qsizetype>(told.account.entities.size()) == kMostEntities)
            break;
        const QJsonObject entity = value.toObject();
        told.account.entities.push_back({answer::line(entity.value(QLatin1String("entity_type"))),
                                         permissionOf(entity.value(QLatin1String("can_send_message"))),
                                         reasonsOf(entity)});
    }
    told.account.throughputLevel = answer::line((*root)[QLatin1String("throughput")][QLatin1String("level")]);
    told.account.quality = answer::line(root->value(QLatin1String("quality_rating")));

    answer::add(told.settings, QStringLiteral("throughput.level"), told.account.throughputLevel);
    answer::add(told.settings, QStringLiteral("quality_rating"), told.account.quality);
    if (const QJsonValue hooks = root->value(QLatin1String("webhook_configuration")); hooks.isObject()) {
        // In the order in which they win.
        for (const char *level : {"phone_number", "whatsapp_business_account", "application"}) {
            answer::add(told.settings, QStringLiteral("webhook.") % QLatin1String(level),
                        answer::shownAddress(hooks[QLatin1String(level)].toString()));
        }
    }
    return told;
}

std::optional<UtcTime> parseTokenEnd(const QByteArray &body)
{
    const QJsonValue data = QJsonDocument::fromJson(body).object().value(QLatin1String("data"));
    constexpr qint64 kLatest = 253'402'300'799; // the year 9999
    const auto end = answer::count(data[QLatin1String("expires_at")]);
    if (!end || *end == 0 || *end > kLatest)
        return std::nullopt;
    return UtcTime{fromUnixSeconds(*end)};
}

bool rereadGraphError(HttpReply &reply)
{
    constexpr qsizetype kLongestErrorBody = 65'536;
    if (reply.status == 0 || reply.body.size() > kLongestErrorBody)
        return false;
    const QJsonValue error = QJsonDocument::fromJson(reply.body).object().value(QLatin1String("error"));
    const int code = error[QLatin1String("code")].toInt();
    if (code == 0)
        return false;
    const FaultText text = graphFault(code, error[QLatin1String("error_subcode")].toInt());
    reply.fault = text.fault;
    reply.detail = text.detail;
    return true;
}

} // namespace barograph
