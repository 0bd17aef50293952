// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"
#include "core/secret.h"

#include <QNetworkRequest>

namespace barograph {

/// Whether this kind of node sends its events over a WebSocket that we know.
bool kindHasTap(NodeKind kind);

/// The events a WAHA tap asks for when none are named: what the decoder counts, and the session's state.
QStringList defaultWahaEvents();

/// WAHA: the path is "/ws" unless the address has one; "session" is "*" unless the address says which. The key goes
/// into the query, because WAHA looks for it nowhere else (core/auth/WebSocketAuth.ts).
QNetworkRequest wahaTapRequest(const TapConfig &tap, const Secret &key);

/// Evolution: "/socket.io/" below the host, or the address's own path if it ends so. The key is a header, because
/// addresses end up in the logs of proxies.
QNetworkRequest evolutionTapRequest(const TapConfig &tap, const Secret &key);

/// The socket.io name space: "/NAME" of the instance that is named or the address ends with, "/" for the events of all
/// instances (WEBSOCKET_GLOBAL_EVENTS=true).
QString evolutionNameSpace(const TapConfig &tap);

} // namespace barograph
