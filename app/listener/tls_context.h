// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"
#include "openssl_ptr.h"

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

#include <memory>

namespace barograph {

/// Files that a TlsContext is made of, all PEM.
struct TlsFiles
{
    QString certificate; ///< may hold the chain behind it
    QString key;         ///< not encrypted, readable by its owner only
    QString clientCa;    ///< CAs of client certificates; empty = none are asked for
};

/// What the listener needs for TLS: versions, ciphers, certificate and key. Immutable; connections that began with one
/// go on with it when the listener has been given another. Made and used on the ingest thread.
class TlsContext
{
public:
    /// The error is one or two sentences: which file, what is wrong, what to do. `now` decides about expiry.
    static tl::expected<std::shared_ptr<const TlsContext>, QString> make(const TlsFiles &files, UtcTime now);

    /// For SSL_new(), which counts references in it.
    SSL_CTX &native() const { return *m_native; }
    const QByteArray &certificatePem() const { return m_certificatePem; } ///< the chain, never the key
    const QString &sha256() const { return m_sha256; }                    ///< of the certificate, lower-case hex
    UtcTime expiresAt() const { return m_expiresAt; }

private:
    TlsContext() = default;
    tl::expected<void, QString> useCertificate(const TlsFiles &files, UtcTime now);
    tl::expected<void, QString> useClientCa(const QString &file);

    SslContextPtr m_native;
    QByteArray m_certificatePem;
    QString m_sha256;
    UtcTime m_expiresAt{};
};

/// Whether what a TlsContext was made of has changed since: differs when a file's time, size or identity does.
QByteArray stampOf(const TlsFiles &files);

/// One sentence about a certificate that has expired or will within 30 days; else empty. `own`: one of ours.
QString certificateNotice(UtcTime expiresAt, UtcTime now, bool own);

} // namespace barograph
