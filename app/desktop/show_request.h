// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace barograph {

// What a second start says to the first, and nothing else: one line "show\n" or "show TOKEN\n", answered "shown\n".

inline constexpr qsizetype kMostActivationToken = 256;
/// No line is longer, its end included.
inline constexpr qsizetype kMostShowRequest = kMostActivationToken + 6;
inline constexpr const char *kShownAnswer = "shown\n";

/// By which the desktop lets a window come to the front, as this process was given it; empty: none, or one that cannot
/// be passed on. To be asked before the application is made, which takes it out of the environment.
QByteArray givenActivationToken();
QByteArray showRequest(const QByteArray &token);
/// The token, which may be empty. Nothing: this is no request. Pure.
std::optional<QByteArray> readShowRequest(const QByteArray &said);

} // namespace barograph
