// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"
#include "setup/route_offer.h"

namespace barograph {

/// What an offer is made from.
struct RouteFacts
{
    NodeConfig node;
    ListenerConfig listener; ///< as it runs
    QString url;             ///< with its secret; empty while the listener does not listen
    QString shownUrl;
    QString verifyToken;        ///< for kinds that ask for a handshake
    bool secretMissing = false; ///< see RouteOffer
};

/// All that is needed to point the node's webhooks here, with commands true to what its API does to other settings.
/// Pure.
RouteOffer makeRouteOffer(const RouteFacts &facts);

/// A text as one word of a POSIX shell. Pure.
QString shellWord(const QString &text);

} // namespace barograph
