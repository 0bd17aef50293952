// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener/auth/refusal_answer.h"

namespace barograph {

namespace {

Answer unauthorized(WebhookAuth auth)
{
    switch (auth) {
    case WebhookAuth::Basic:
        return Answer::UnauthorizedBasic;
    case WebhookAuth::Bearer:
    case WebhookAuth::JwtHs256:
        return Answer::UnauthorizedBearer;
    case WebhookAuth::AddressOnly:
    case WebhookAuth::HubSha256:
    case WebhookAuth::WahaSha512:
        break;
    }
    return Answer::Unauthorized;
}

} // namespace

RefusalAnswer answerTo(RefusalReason reason, WebhookAuth auth)
{
    switch (reason) {
    case RefusalReason::None:
    case RefusalReason::WrongSecret:
        break;
    case RefusalReason::NoCredentials:
        return {unauthorized(auth), "no signature or password"};
    case RefusalReason::WrongCredentials:
        return {unauthorized(auth), "wrong signature or password"};
    case RefusalReason::ExpiredToken:
        return {unauthorized(auth), "expired token"};
    case RefusalReason::SecretMissing:
        return {unauthorized(auth), "the receiver has no secret to compare with yet"};
    case RefusalReason::AddressNotAllowed:
        return {Answer::Forbidden, "address not allowed"};
    case RefusalReason::CertificateMissing:
        return {Answer::Forbidden, "no client certificate"};
    case RefusalReason::CertificateWrong:
        return {Answer::Forbidden, "wrong client certificate"};
    case RefusalReason::WrongVerifyToken:
        return {Answer::Forbidden, "wrong verify token"};
    }
    return {Answer::NotFound, {}};
}

} // namespace barograph
