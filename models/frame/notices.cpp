// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame/notices.h"

#include <QCoreApplication>

namespace barograph {

namespace {

struct RefusalWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Refusal)
};

} // namespace

QString refusalText(RefusalReason reason)
{
    switch (reason) {
    case RefusalReason::None:
        break;
    case RefusalReason::WrongSecret:
        return RefusalWords::tr("wrong address");
    case RefusalReason::NoCredentials:
        return RefusalWords::tr("no signature or password");
    case RefusalReason::WrongCredentials:
        return RefusalWords::tr("wrong signature or password");
    case RefusalReason::ExpiredToken:
        return RefusalWords::tr("expired token");
    case RefusalReason::SecretMissing:
        return RefusalWords::tr("secret not stored here yet");
    case RefusalReason::AddressNotAllowed:
        return RefusalWords::tr("address not allowed");
    case RefusalReason::CertificateMissing:
        return RefusalWords::tr("no client certificate");
    case RefusalReason::CertificateWrong:
        return RefusalWords::tr("wrong client certificate");
    case RefusalReason::WrongVerifyToken:
        return RefusalWords::tr("wrong verify token");
    }
    return {};
}

} // namespace barograph
