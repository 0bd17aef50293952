// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/onprem/probe_health.h"

#include "net/http_fault.h"
#include "nodes/onprem/probe_text.h"
#include "nodes/probe_words.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace barograph {

namespace {

constexpr qsizetype kMostMembers = 256;

GatewayStatus gatewayStatus(const QJsonValue &value)
{
    const QString text = value.toString();
    if (text == QLatin1String("connected"))
        return GatewayStatus::Connected;
    if (text == QLatin1String("connecting"))
        return GatewayStatus::Connecting;
    if (text == QLatin1String("disconnected"))
        return GatewayStatus::Disconnected;
    if (text == QLatin1String("uninitialized"))
        return GatewayStatus::Uninitialized;
    if (text == QLatin1String("unregistered"))
        return GatewayStatus::Unregistered;
    return GatewayStatus::Unrecognised;
}

MemberRole memberRole(const QJsonValue &value)
{
    const QString text = value.toString();
    if (text == QLatin1String("primary_master"))
        return MemberRole::PrimaryMaster;
    if (text == QLatin1String("secondary_master"))
        return MemberRole::SecondaryMaster;
    if (text == QLatin1String("coreapp"))
        return MemberRole::CoreApp;
    return MemberRole::Unrecognised;
}

} // namespace

tl::expected<HealthReport, QString> parseHealthAnswer(const QByteArray &body)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (!document.isObject())
        return tl::unexpected(ProbeWords::tr("The health answer is not JSON. Check that the address is an on-premises "
                                             "client's."));
    const QJsonObject root = document.object();
    if (const int code = onPremErrorCode(body); code != 0) {
        const QString text = onPremErrorText(code);
        return tl::unexpected(text.isEmpty()
                                  ? ProbeWords::tr("The node answered error %1 instead of its health.").arg(code)
                                  : ProbeWords::tr("The node answered error %1 instead of its health: %2.")
                                        .arg(QString::number(code), text));
    }
    const QJsonValue health = root.value(QLatin1String("health"));
    if (!health.isObject() || health.toObject().isEmpty())
        return tl::unexpected(ProbeWords::tr("The health answer holds no health. Check the client's version."));
    HealthReport report;
    report.version =
        printableText(root.value(QLatin1String("meta")).toObject().value(QLatin1String("version")).toString());
    const QJsonObject members = health.toObject();
    if (const QJsonValue single = members.value(QLatin1String("gateway_status")); single.isString()) {
        report.members.push_back({QString(), MemberRole::Single, gatewayStatus(single)});
        return report;
    }
    for (auto it = members.begin(); it != members.end(); ++it) {
        if (!it.value().isObject())
            continue;
        if (static_cast<qsizetype>(report.members.size()) == kMostMembers)
            break;
        const QJsonObject member = it.value().toObject();
        report.members.push_back({printableText(it.key()), memberRole(member.value(QLatin1String("role"))),
                                  gatewayStatus(member.value(QLatin1String("gateway_status")))});
    }
    if (report.members.empty())
        return tl::unexpected(ProbeWords::tr("The health answer names no member. Check the client's version."));
    return report;
}

} // namespace barograph
