// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"
#include "core/secret.h"
#include "net/http_types.h"
#include "setup/route_offer.h"

#include <QObject>

#include <functional>
#include <optional>

namespace barograph {

/// All that is needed to call our own listener as a node would.
struct SelfTestTask
{
    NodeConfig node;
    QString listenAddress;
    QString url;               ///< of the node's webhook, with its secret; empty: the listener does not listen
    QByteArray certificatePem; ///< the listener's; empty without TLS
    QString verifyToken;       ///< for kinds that ask for a handshake
    Secret secret;             ///< that requests have to prove they know; empty: none is stored
};

/// Sends a callback without events to our own listener, over its real socket, with its certificate trusted and with
/// what the route asks for; and, where the kind does so, the handshake before it. `done` is called once, later, on the
/// thread of `context`, which has an event loop; not at all once `context` is gone.
void runSelfTest(const SelfTestTask &task, QObject *context, const std::function<void(const SelfTestResult &)> &done);

/// What an answer to the callback means. Pure.
SelfTestResult judgeSelfTest(const SelfTestTask &task, const HttpReply &reply);

} // namespace barograph
