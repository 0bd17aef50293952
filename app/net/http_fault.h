// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http_types.h"

#include <QNetworkReply>

namespace barograph {

struct FaultText
{
    ProbeFault fault = ProbeFault::None;
    QString detail;
};

/// What an HTTP status below 200 or from 300 on means, and what to do about it. `body` is searched for the error codes
/// of the WhatsApp Business API ({"errors":[{"code":1014}]}); its text is never repeated, because it may hold anything.
FaultText faultOfStatus(int status, const QByteArray &body, const QUrl &url);

/// What a failure without an HTTP answer means.
FaultText faultOfNetworkError(QNetworkReply::NetworkError error, const QUrl &url);

/// The certificate was not the one expected. `seen` is its fingerprint, lower-case hex; `pinned` says whether one was
/// configured; `reason` is the TLS library's own sentence.
FaultText faultOfCertificate(const QString &seen, bool pinned, const QString &reason, const QUrl &url);

/// First error code of an on-premises error body; 0 if there is none.
int onPremErrorCode(const QByteArray &body);
/// What a known error code says, in our words; empty if unknown.
QString onPremErrorText(int code);

} // namespace barograph
