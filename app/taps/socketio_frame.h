// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace barograph {

/// One text frame of a socket.io connection over WebSocket: Engine.IO protocol 4 around Socket.IO protocol 5
/// (github.com/socketio/engine.io-protocol, …/socket.io-protocol). The views point into the frame.
struct SocketIoFrame
{
    enum class Kind : std::uint8_t {
        Open,         ///< `data` is the handshake, see socketIoHandshake()
        Close,        ///< the server ends the connection
        Ping,         ///< to be answered with kSocketIoPong
        Connected,    ///< the name space was joined
        ConnectError, ///< it was not
        Disconnected, ///< the server took us out of it
        Event,        ///< `event` with `data`, its second element as it stands there
        Other,        ///< well-formed and of no interest: acknowledgements, no-ops, upgrades
        Malformed
    };

    Kind kind = Kind::Malformed;
    std::string_view nameSpace = "/";
    std::string_view event; ///< as in the frame, escapes and all; without the quotes
    /// Open, ConnectError: JSON object. Event: what stands between the comma behind the name and the closing bracket;
    /// empty if there is nothing. Whether that is JSON is left to who decodes it.
    std::string_view data;
};

inline constexpr std::string_view kSocketIoPong = "3";

/// Pure; takes any bytes.
SocketIoFrame parseSocketIoFrame(std::string_view frame);

/// How long a server may be silent before the connection counts as lost: its ping interval and time-out together,
/// within bounds. Nothing if `data` of an Open frame is not understood.
std::optional<Millis> socketIoSilence(std::string_view data);

} // namespace barograph
