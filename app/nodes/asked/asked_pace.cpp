// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/asked/asked_pace.h"

#include "core/node_traits.h"
#include "net/token_bucket.h"

namespace barograph {

namespace {

constexpr double kGraphCallsPerSecond = 200.0 / 3600.0;
constexpr double kGraphBurst = 3;

} // namespace

AskedPace askedPace(const NodeConfig &config)
{
    AskedPace pace;
    pace.interval = askedEvery(config);
    switch (config.kind) {
    case NodeKind::CloudApi:
        pace.sameAgain = kCloudAskedEvery;
        pace.perSecond = kGraphCallsPerSecond;
        pace.burst = kGraphBurst;
        break;
    case NodeKind::PickyAssist:
        pace.sameAgain = kPickyAskedEvery;
        pace.perSecond = 1000.0 / static_cast<double>(kPickyAskedEvery.count());
        break;
    default:
        pace.sameAgain = Millis{1000};
        pace.perSecond = kRequestsPerSecond;
        pace.burst = kRequestBurst;
        break;
    }
    return pace;
}

} // namespace barograph
