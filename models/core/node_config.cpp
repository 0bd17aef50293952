// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/node_config.h"

#include <array>

namespace barograph {

namespace {

struct KindName
{
    NodeKind kind;
    QLatin1String name;
};

constexpr std::array kKindNames{KindName{NodeKind::OnPremises, QLatin1String("on-premises")},
                                KindName{NodeKind::CloudApi, QLatin1String("cloud-api")},
                                KindName{NodeKind::PickyAssist, QLatin1String("picky-assist")},
                                KindName{NodeKind::Waha, QLatin1String("waha")},
                                KindName{NodeKind::Evolution, QLatin1String("evolution")},
                                KindName{NodeKind::Gowa, QLatin1String("gowa")}};

struct AuthName
{
    WebhookAuth auth;
    QLatin1String name;
};

constexpr std::array kAuthNames{
    AuthName{WebhookAuth::AddressOnly, QLatin1String("address-only")},
    AuthName{WebhookAuth::HubSha256, QLatin1String("hub-sha256")},
    AuthName{WebhookAuth::WahaSha512, QLatin1String("waha-sha512")},
    AuthName{WebhookAuth::JwtHs256, QLatin1String("jwt-hs256")},
    AuthName{WebhookAuth::Bearer, QLatin1String("bearer")},
    AuthName{WebhookAuth::Basic, QLatin1String("basic")},
};

} // namespace

QString nodeKindName(NodeKind kind)
{
    for (const auto &entry : kKindNames) {
        if (entry.kind == kind)
            return entry.name;
    }
    return {};
}

std::optional<NodeKind> nodeKindFromName(const QString &name)
{
    for (const auto &entry : kKindNames) {
        if (entry.name == name)
            return entry.kind;
    }
    return std::nullopt;
}

QStringList nodeKindNames()
{
    QStringList names;
    for (const auto &entry : kKindNames)
        names << entry.name;
    return names;
}

QString webhookAuthName(WebhookAuth auth)
{
    for (const auto &entry : kAuthNames) {
        if (entry.auth == auth)
            return entry.name;
    }
    return {};
}

std::optional<WebhookAuth> webhookAuthFromName(const QString &name)
{
    for (const auto &entry : kAuthNames) {
        if (entry.name == name)
            return entry.auth;
    }
    return std::nullopt;
}

QStringList webhookAuthNames()
{
    QStringList names;
    for (const auto &entry : kAuthNames)
        names << entry.name;
    return names;
}

} // namespace barograph
