// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"
#include "openssl_ptr.h"

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

#include <vector>

namespace barograph {

/// The whole file; the error says what to do. `what` begins its sentence, e.g. "The listener's certificate".
tl::expected<QByteArray, QString> readPemFile(const QString &path, const QString &what);
/// Whether anybody but the owner may read the file. False for one that is not there.
bool othersMayRead(const QString &path);

/// All certificates of a PEM text in their order; what is no certificate is skipped.
std::vector<CertificatePtr> certificatesIn(const QByteArray &pem);
/// The first private key; null if there is none, or one that a passphrase protects.
KeyPtr privateKeyIn(const QByteArray &pem);
/// End of a certificate's validity; 1970 if it cannot be read.
UtcTime expiryOf(const X509 *certificate);

} // namespace barograph
