// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"
#include "core/time.h"

namespace barograph {

/// How often a node of a kind other than on-premises is asked. Tests pass shorter ones.
struct AskedPace
{
    Millis interval{};          ///< between two looks at what matters
    Millis slow{60'000};        ///< between two looks at settings and the like
    Millis rare{600'000};       ///< between two looks at what changes with an update only
    Millis token{21'600'000};   ///< between two looks at the end of an access token
    Millis sameAgain{};         ///< at least between two requests for the same thing, whoever wants them
    double perSecond = 0;       ///< all requests together, in the long run
    double burst = 1;           ///< and how many of them at once
    Millis secretLook{3'000};   ///< between two looks for a secret that is not there
    Millis leaveAlone{300'000}; ///< after a refusal for asking too often that does not say how long
};

/// The pace that a node's kind is documented to allow:
/// - Cloud API: 200 calls an hour for each app and business account (Meta, "Rate limits"), so one combined look a
///   minute, and one request in 18 s all together.
/// - Picky Assist: 3 status calls a minute (Picky Assist, "Rate limits"), so one in 20 s.
/// - Self-hosted gateways have no documented limit; they get what an on-premises client gets.
AskedPace askedPace(const NodeConfig &config);

} // namespace barograph
