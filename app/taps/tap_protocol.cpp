// SPDX-License-Identifier: GPL-3.0-or-later
#include "taps/tap_protocol.h"

#include "taps/evolution_tap.h"
#include "taps/waha_tap.h"

namespace barograph {

std::unique_ptr<TapProtocol> makeTapProtocol(NodeKind kind, const TapConfig &tap)
{
    switch (kind) {
    case NodeKind::Waha:
        return std::make_unique<WahaTap>(tap);
    case NodeKind::Evolution:
        return std::make_unique<EvolutionTap>(tap);
    case NodeKind::OnPremises:
    case NodeKind::CloudApi:
    case NodeKind::PickyAssist:
    case NodeKind::Gowa:
        break;
    }
    return nullptr;
}

} // namespace barograph
