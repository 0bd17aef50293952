// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"

#include <QSslConfiguration>

#include <tl/expected.hpp>

#include <optional>

namespace barograph {

/// A SHA-256 fingerprint in the form that TlsTrust keeps (64 lower-case hex digits), from what people paste: upper or
/// lower case, with or without colons, spaces around, "SHA256 Fingerprint=" in front. Nothing if it is not one.
std::optional<QString> normalisedFingerprint(const QString &text);

/// "AB:CD:…", as `openssl x509 -fingerprint -sha256` prints it, for comparing by eye.
QString shownFingerprint(const QString &hex);

/// Lower-case hex SHA-256 of a certificate; empty for a null certificate.
QString fingerprintOf(const QSslCertificate &certificate);

/// TLS settings for one node: TLS 1.2 or later, HTTP/1.1 only, the CA file instead of the system's CAs if there is one.
/// The error is a sentence that says what to do (CA file unreadable or empty).
tl::expected<QSslConfiguration, QString> tlsConfiguration(const TlsTrust &trust);

} // namespace barograph
