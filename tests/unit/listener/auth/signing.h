// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace barograph::test {

// As the senders do it, with another implementation than the listener's.

inline QByteArray hubSignature(const QByteArray &body, const QByteArray &key)
{
    return "sha256=" + QMessageAuthenticationCode::hash(body, key, QCryptographicHash::Sha256).toHex();
}

inline QByteArray wahaSignature(const QByteArray &body, const QByteArray &key)
{
    return QMessageAuthenticationCode::hash(body, key, QCryptographicHash::Sha512).toHex();
}

inline QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

inline QByteArray signedToken(const QByteArray &header, const QByteArray &claims, const QByteArray &key)
{
    const QByteArray text = base64Url(header) + '.' + base64Url(claims);
    return text + '.' + base64Url(QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256));
}

inline const QByteArray kTokenHeader = R"({"alg":"HS256","typ":"JWT"})";

} // namespace barograph::test
