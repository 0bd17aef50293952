// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/asked/make_asked.h"

#include "nodes/cloud/probe.h"
#include "nodes/evolution/probe.h"
#include "nodes/gowa/probe.h"
#include "nodes/picky/probe.h"
#include "nodes/waha/probe.h"

namespace barograph {

AskedParts makeAskedParts(NodeIndex index, const NodeConfig &config, SecretStore &secrets, const HttpLimits &limits,
                          const AskedPace &pace)
{
    AskedParts parts;
    const auto open = [&](AskedSession::Manner manner) -> AskedSession & {
        parts.session = std::make_unique<AskedSession>(config, secrets, std::move(manner), pace, limits);
        return *parts.session;
    };
    switch (config.kind) {
    case NodeKind::OnPremises:
        break;
    case NodeKind::CloudApi:
        parts.probe = std::make_unique<CloudProbe>(index, open(cloudManner()));
        break;
    case NodeKind::PickyAssist:
        parts.probe = std::make_unique<PickyProbe>(index, open(pickyManner(config)));
        break;
    case NodeKind::Waha:
        parts.probe = std::make_unique<WahaProbe>(index, open(wahaManner()));
        break;
    case NodeKind::Evolution:
        parts.probe = std::make_unique<EvolutionProbe>(index, open(evolutionManner()));
        break;
    case NodeKind::Gowa:
        parts.probe = std::make_unique<GowaProbe>(index, open(gowaManner(config)));
        break;
    }
    return parts;
}

} // namespace barograph
