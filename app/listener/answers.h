// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <string>
#include <string_view>

namespace barograph {

/// Everything the listener ever answers.
enum class Answer : quint8 {
    Continue,
    Ok,
    OkEmptyObject, ///< {}
    Challenge,     ///< 200 with `reason` itself as text
    BadRequest,
    Unauthorized,
    UnauthorizedBasic,
    UnauthorizedBearer,
    Forbidden,
    NotFound,
    MethodNotAllowed,    ///< POST only
    MethodNotAllowedGet, ///< POST and, for the handshake, GET
    RequestTimeout,
    ContentTooLarge,
    UnsupportedMediaType,
    HeadersTooLarge,
    NotImplemented,
    Unavailable
};

/// Appends the whole response. `reason` (fixed text, may be empty) becomes the body {"error":"…"}.
void appendAnswer(std::string &out, Answer answer, std::string_view reason, bool close);

} // namespace barograph
