// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslCertificate>
#include <QSslKey>
#include <QString>
#include <QTemporaryDir>

/// Certificates made by the openssl program: a CA, a certificate of it for 127.0.0.1, and two self-signed ones.
class TestCertificates
{
public:
    struct Identity
    {
        QSslCertificate certificate;
        QSslKey key;
        QString sha256() const;
    };

    TestCertificates();

    bool isValid() const { return m_valid; }
    /// PEM files of "ca", "self", "other" and "leaf" (CN 127.0.0.1, by the CA).
    QString certificateFile(const QString &name) const { return m_folder.filePath(name + QStringLiteral(".pem")); }
    QString keyFile(const QString &name) const { return m_folder.filePath(name + QStringLiteral(".key")); }
    QString caFile() const { return m_folder.filePath(QStringLiteral("ca.pem")); }
    Identity selfSigned() const { return load(QStringLiteral("self")); }
    Identity otherSelfSigned() const { return load(QStringLiteral("other")); }
    Identity signedByCa() const { return load(QStringLiteral("leaf")); }

private:
    bool make(const QString &name, const QString &subject, bool byCa);
    Identity load(const QString &name) const;

    QTemporaryDir m_folder;
    bool m_valid = false;
};
