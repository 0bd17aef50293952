// SPDX-License-Identifier: GPL-3.0-or-later
#include "taps/tap_faults.h"

#include "taps/taps_words.h"

#include <QRegularExpression>

namespace barograph {

namespace {

constexpr int kNormalClose = 1000;
constexpr int kGoingAway = 1001;
constexpr int kPolicyViolation = 1008;
constexpr int kTooMuchData = 1009;

QString refusedKeyText(const QString &host, const QString &nodeId)
{
    return TapWords::tr("%1 refused the key. Store the right one with: barograph secret --node %2 --name tap-key")
        .arg(host, nodeId);
}

/// The status in "Unhandled http status code: 401 (Unauthorized)"; 0 if there is none.
int httpStatusIn(const QString &reason)
{
    static const QRegularExpression pattern(QStringLiteral("status code: ([1-5][0-9]{2})\\b"));
    return pattern.match(reason).captured(1).toInt();
}

} // namespace

QString tapCloseText(const QString &host, const QString &nodeId, int closeCode)
{
    switch (closeCode) {
    case kNormalClose:
    case kGoingAway:
        return TapWords::tr("%1 closed the connection.").arg(host);
    case kPolicyViolation:
        return refusedKeyText(host, nodeId);
    case kTooMuchData:
        return TapWords::tr("%1 sent a frame of more than 4 MiB, whose events are lost. Switch media in events off "
                            "(Evolution: base64).")
            .arg(host);
    default:
        return TapWords::tr("%1 closed the connection (code %2).").arg(host).arg(closeCode);
    }
}

QString tapErrorText(const QString &host, const QString &nodeId, const QString &reason)
{
    const int status = httpStatusIn(reason);
    if (status == 401 || status == 403)
        return refusedKeyText(host, nodeId);
    if (status == 404)
        return TapWords::tr("%1 has no WebSocket at this path (HTTP 404). Check the tap's address, and whether the "
                            "gateway's WebSocket is switched on.")
            .arg(host);
    if (status != 0)
        return TapWords::tr("%1 answered HTTP %2 instead of opening a WebSocket.").arg(host).arg(status);
    return TapWords::tr("%1 cannot be reached: %2.").arg(host, reason);
}

} // namespace barograph
