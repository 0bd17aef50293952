// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <string>
#include <string_view>

namespace barograph {

/// What comes of `GET …?hub.mode=subscribe&hub.challenge=…&hub.verify_token=…`, with which the Cloud API makes sure,
/// before it sends anything, that an address belongs to who entered it.
enum class Handshake : quint8 {
    Right,       ///< answer with the challenge
    WrongToken,  ///< another token, or none, or not a handshake at all
    BadChallenge ///< right, but there is no challenge that can be sent back
};

/// Longer challenges are not sent back; real ones have about ten digits.
inline constexpr std::size_t kLongestChallenge = 256;

/// Judges the query of `target`. Compares in a time that does not tell how much of the token was right. `challenge` is
/// set when Right: printable ASCII only. A parameter given twice, or not percent-encoded as it should be, is none.
Handshake judgeHandshake(std::string_view target, std::string_view verifyToken, std::string &challenge);

} // namespace barograph
