// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"
#include "health/health.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <optional>
#include <utility>
#include <vector>

namespace barograph {

enum class HttpVerb : quint8 { Get, Post, Patch };
QString httpVerbName(HttpVerb verb);

struct HttpRequest
{
    HttpVerb verb = HttpVerb::Get;
    QUrl url;
    QByteArray authorization; ///< value of the Authorization header; empty = none. Never logged
    QByteArray body;          ///< sent as application/json unless empty
    std::vector<std::pair<QByteArray, QByteArray>> headers{}; ///< further ones, e.g. "X-Api-Key"; never logged
};

/// What came of a request: either fault None and a 2xx answer, or why not.
struct HttpReply
{
    ProbeFault fault = ProbeFault::None;
    QString detail; ///< a sentence that says what to do; no secrets; empty when all is well
    int status = 0; ///< 0 = no HTTP answer
    QByteArray contentType;
    QByteArray body;                           ///< also of a refused request, within the size limit
    std::optional<Millis> retryAfter;          ///< only with 429 and 503
    QString seenFingerprint;                   ///< lower-case hex; set when a certificate was rejected
    std::optional<UtcTime> date;               ///< the `Date` header: the other clock, cut to a whole second
    UtcTime sentAt{};                          ///< by our clock, when the request was handed to the network
    UtcTime receivedAt{};                      ///< by our clock, when the answer was complete
    std::optional<UtcTime> certificateExpires; ///< of the server's own certificate; empty without TLS

    bool ok() const { return fault == ProbeFault::None; }
};

struct HttpLimits
{
    Millis idleTimeout{5000};          ///< no byte for this long
    Millis totalTimeout{15'000};       ///< the whole exchange, so that a slow drip ends too
    qsizetype maxReplyBytes = 8 << 20; ///< 8 MiB; the transfer is aborted when it grows beyond
};

} // namespace barograph
