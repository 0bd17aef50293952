// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame/notices.h"

#include <QCoreApplication>

namespace barograph {

QString refusalText(RefusalReason reason)
{
    const auto text = [](const char *source) { return QCoreApplication::translate("Refusal", source); };
    switch (reason) {
    case RefusalReason::None:
        break;
    case RefusalReason::WrongSecret:
        return text("wrong address");
    case RefusalReason::NoCredentials:
        return text("no signature or password");
    case RefusalReason::WrongCredentials:
        return text("wrong signature or password");
    case RefusalReason::ExpiredToken:
        return text("expired token");
    case RefusalReason::SecretMissing:
        return text("secret not stored here yet");
    case RefusalReason::AddressNotAllowed:
        return text("address not allowed");
    case RefusalReason::CertificateMissing:
        return text("no client certificate");
    case RefusalReason::CertificateWrong:
        return text("wrong client certificate");
    case RefusalReason::WrongVerifyToken:
        return text("wrong verify token");
    }
    return {};
}

} // namespace barograph
