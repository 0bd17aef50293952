// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"
#include "core/secret.h"
#include "core/time.h"
#include "net/http_types.h"

namespace barograph {

/// A callback as this kind of node sends them, in which nothing happened: it is acknowledged like any other and changes
/// no count of the four kinds. Pure.
QByteArray eventlessBody(NodeKind kind);

/// Gives a request what the route asks of it: a signature of its body, a token that is good for a minute, or a
/// password.
void proveKnowledge(HttpRequest &request, const WebhookConfig &webhook, const Secret &secret, UtcTime now);

/// Where this machine reaches its own listener: `url` with an address in it that it listens on. Pure.
QUrl reachedFromHere(const QUrl &url, const QString &listenAddress);

} // namespace barograph
