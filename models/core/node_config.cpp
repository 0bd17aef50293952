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

} // namespace barograph
