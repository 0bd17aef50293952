// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"
#include "health/session_state.h"

#include <QString>

namespace barograph {

/// An error that a node told by webhook, by its number.
struct ErrorSeen
{
    quint32 code = 0;
    quint64 count = 0; ///< since the journal begins, or since it was pushed out last
    UtcTime lastAt{};

    friend bool operator==(const ErrorSeen &, const ErrorSeen &) = default;
};

/// Why a request was turned away before anything of it was decoded.
enum class RefusalReason : quint8 {
    None,
    WrongSecret,        ///< the address is not one of ours: 404, as for any other wrong address
    NoCredentials,      ///< 401: the route wants a signature, token or password and the request has none
    WrongCredentials,   ///< 401: it has, and they are not right
    ExpiredToken,       ///< 401: a token that was right once
    SecretMissing,      ///< 401: the operator has not stored the route's secret yet, so nothing can be right
    AddressNotAllowed,  ///< 403
    CertificateMissing, ///< 403: the route wants a client certificate
    CertificateWrong,   ///< 403: one of another name
    WrongVerifyToken    ///< 403: a verification handshake with another token
};
inline constexpr std::size_t kRefusalReasonCount = 10;
QString refusalText(RefusalReason reason);

/// Requests of one peer that were turned away at one route for one reason.
struct RefusedPeer
{
    QString address; ///< of the peer, e.g. "10.0.0.7"
    QString nodeId;  ///< empty: no route of ours
    RefusalReason reason = RefusalReason::None;
    quint64 count = 0;
    UtcTime lastAt{};

    friend bool operator==(const RefusedPeer &, const RefusedPeer &) = default;
};

/// The webhook side of one node: how its route is protected, and what has come of it.
struct RouteView
{
    QString protection;                ///< e.g. "secret address, HMAC-SHA256"; empty: unknown
    bool secretMissing = false;        ///< requests are refused until the operator stores the secret
    std::optional<UtcTime> verifiedAt; ///< last verification handshake that was answered (Cloud API)
    bool wantsHandshake = false;       ///< this kind of node asks for one before it sends anything
    quint64 refused = 0;               ///< requests answered 401 or 403 in this run
    std::optional<UtcTime> lastRefusedAt;
    std::optional<UtcTime> captureUntil; ///< raw bodies are being written to a file until then

    friend bool operator==(const RouteView &, const RouteView &) = default;
};

} // namespace barograph
