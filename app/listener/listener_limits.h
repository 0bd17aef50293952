// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <cstddef>

namespace barograph {

/// What a client may ask of the listener. Beyond a limit it is answered and, where it cannot be helped, disconnected.
/// Times are kept to a quarter of a second.
struct ListenerLimits
{
    std::size_t maxBodyBytes = std::size_t{4} << 20U; ///< 413 beyond; the Cloud API posts up to 3 MB
    quint32 maxHeaderBytes = 16U << 10U;              ///< request line and headers: 431 beyond
    quint32 maxHeaderFields = 64;                     ///< 431 beyond
    Millis handshakeTimeout{10000};                   ///< TLS only, from accepting to the end of the handshake: closed
    Millis headerTimeout{5000};                       ///< from the first byte of a request: 408
    Millis bodyTimeout{15000};                        ///< from the end of its headers: 408
    Millis idleTimeout{30000};                        ///< between requests: closed without an answer
    Millis writeTimeout{30000};                       ///< for a client that does not take its answers: closed
    std::size_t maxConnections = 1024;                ///< 503 beyond
    std::size_t maxConnectionsPerPeer = 256;          ///< of one address: 503 beyond. See PeerCounts
    bool countLoopbackPeers = false;                  ///< for tests
    /// Answers that one connection may be owed. Beyond it nothing more is read from it for the time being.
    std::size_t maxPipelined = 64;
    /// For all bodies that are arriving in pieces, together: 503 beyond.
    std::size_t maxBufferedBytes = std::size_t{128} << 20U;
};

} // namespace barograph
